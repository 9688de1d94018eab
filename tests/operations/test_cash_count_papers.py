"""The treasurer's papers written from a real store."""

from datetime import date

import openpyxl
import pytest
from docx import Document

from ccb_desktop.data.funds import funds as fund_data
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.funds.cash_counts import CashCount
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.operations import papers
from ccb_desktop.operations.cash_count_papers import (
    cash_counts_of,
    write_cash_counts,
)
from tests.ledger import open_fund, receive

BEGIN, END = date(2026, 1, 1), date(2026, 6, 30)


@pytest.fixture
def funds(store):
    """Two funds with a receipt each."""
    ids = open_fund(store, "Quỹ Hội", cash=100), open_fund(store, "Chân quỹ", bank=7)
    for fund_id in ids:
        receive(store, fund_id, 50)
    return ids


def cash_book(store, out, **chosen):
    order = papers.ListOrder(name="cash-book", on=END, from_on=BEGIN, **chosen)
    return papers.write_list(store, order, out)


def sheets(path):
    return {
        sheet.title: [cell.value for row in sheet.iter_rows() for cell in row if cell.value]
        for sheet in openpyxl.load_workbook(path).worksheets
    }


def test_all_cash_books_lie_in_one_file_each_on_its_sheet(store, funds, tmp_path):
    found = sheets(cash_book(store, tmp_path / "a.xlsx"))
    assert len(found) == 2
    assert 57 in found["Chân quỹ (Hội cơ sở)"]


def test_the_book_of_one_fund_tells_of_one_place_where_it_is_asked_for(store, funds, tmp_path):
    out = tmp_path / "a.xlsx"
    (cash,) = sheets(cash_book(store, out, fund="Chân quỹ", place=MoneyPlace.CASH)).values()
    assert "SỔ QUỸ - TIỀN MẶT" in cash and 57 not in cash


def test_a_fund_is_found_by_its_name_without_marks(store, funds):
    order = papers.ListOrder(name="cash-book", on=END, fund="chan quy")
    assert [one.title for one in papers.list_rows(store, order).tables] == ["Chân quỹ (Hội cơ sở)"]
    with pytest.raises(NotFound, match="Các quỹ trong sổ: Quỹ Hội, Chân quỹ"):
        papers.list_rows(store, papers.ListOrder(name="cash-book", on=END, fund="Quỹ lạ"))


def test_a_fund_closed_before_the_period_is_left_out(store, funds):
    early = papers.ListOrder(name="cash-book", on=date(2025, 12, 31))
    assert "Chưa có quỹ" in papers.list_rows(store, early).tables[0].note


def count(store, fund_id, counted_on):
    values = {"book_dong": 100, "counted_dong": 90, "pieces": {}}
    with store.writing("Kiểm kê") as session:
        return fund_data.save_cash_count(
            session, CashCount(fund_id=fund_id, counted_on=counted_on, **values)
        )


def test_minutes_of_the_newest_counts_up_to_a_day_lie_in_one_file(store, funds, tmp_path):
    first, old, new = (
        count(store, funds[at], date(2026, month, 1)) for at, month in ((0, 2), (1, 2), (1, 5))
    )
    assert sorted(cash_counts_of(store, "", END)) == [first, new]
    assert cash_counts_of(store, "Chân quỹ", date(2026, 4, 1)) == [old]
    out = write_cash_counts(store, [first, new], tmp_path / "a.docx")
    text = "\n".join(paragraph.text for paragraph in Document(out).paragraphs)
    assert text.count("BIÊN BẢN KIỂM KÊ QUỸ") == 2 and "Chân quỹ - tiền mặt" in text


def test_counts_that_cannot_be_printed_are_told(store, funds, tmp_path):
    with pytest.raises(NotFound, match="Chưa có lần kiểm kê"):
        cash_counts_of(store, "", END)
    with pytest.raises(NotFound):
        write_cash_counts(store, [5], tmp_path / "a.docx")
    with pytest.raises(Invalid):
        write_cash_counts(store, [5], tmp_path / "a.pdf")
    with pytest.raises(Invalid):
        write_cash_counts(store, [], tmp_path / "a.docx")
