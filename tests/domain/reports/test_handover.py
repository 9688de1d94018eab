"""What is handed over: books with their days, money with its sum in words, unfinished work."""

from datetime import date

from ccb_desktop.domain.reports.handover import (
    HandedBook,
    HandedFund,
    Handover,
    OpenWork,
    book_days,
    handover_paper,
)
from tests.paper_values import a_source

DAY = date(2026, 3, 5)


def test_money_is_summed_and_told_in_words():
    funds = [
        HandedFund(name="Quỹ A", level="Hội cơ sở", cash_dong=5, bank_dong=20, lent_dong=100),
        HandedFund(name="Quỹ B", level="Chi hội 1", cash_dong=1, bank_dong=0, lent_dong=0),
    ]
    found = Handover(
        books=[HandedBook(label="Sổ thăm hỏi", count=3, unit="lượt", days=(DAY, DAY))],
        funds=funds,
        open_work=[OpenWork(label="Khoản vay", count=2, unit="khoản")],
    )
    books, money, work = handover_paper(a_source("handover"), found).tables
    assert money.totals == (("", "Tổng cộng", "", 6, 20, 100, 126, ""),)
    assert "Một trăm hai mươi sáu đồng" in money.note
    assert books.rows == [(1, "Sổ thăm hỏi", 3, "lượt", DAY, DAY, "")]
    assert work.rows[0][1:4] == ("Khoản vay", 2, "khoản")


def test_an_empty_branch_has_a_paper_that_says_so():
    paper = handover_paper(a_source("handover"), Handover(books=[], funds=[], open_work=[]))
    assert [table.note for table in paper.tables] == [
        "Chưa có sổ, hồ sơ nào.",
        "Chưa có quỹ nào.",
        "Không còn việc nào dở dang trong sổ.",
    ]


def test_days_in_words():
    book = HandedBook(label="Sổ", count=2, unit="lượt", days=(DAY, date(2026, 4, 1)))
    assert book_days(book) == "05/03/2026 – 01/04/2026"
    assert book_days(HandedBook(label="Sổ", count=0, unit="lượt")) == ""
