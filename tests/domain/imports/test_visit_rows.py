"""Rows of *Thăm hỏi*: who is meant, what is paid out of a fund, what is a problem."""

import pytest

from ccb_desktop.domain.visits.visits import PaidBy, RecipientKind
from tests.domain.imports.importing import (
    FUNDS,
    ROSTER,
    UNITS,
    VISITS,
    a_fund,
    booked,
    no_books,
    outcomes,
    problems,
    take,
)

PEOPLE = (
    ROSTER,
    ("1", "Nguyễn Văn An", "1950", "Chi hội 1", "1990", ""),
    ("2", "Lê Thị Ba", "1955", "Chi hội 1", "1990", ""),
    ("3", "Lê Thị Ba", "1957", "Chi hội 2", "1990", ""),
)


def visit(name, *, kind="Hội viên", occasion="Ốm đau", day="5/3/2025", unit="", paid_by="Hội", **m):
    """A row of the sheet."""
    return (
        *(day, occasion, kind, name, m.get("born", ""), m.get("card", ""), unit, paid_by),
        *(m.get("amount"), m.get("goods", ""), m.get("value"), m.get("fund", "")),
        *(m.get("theme", ""), m.get("note", "")),
    )


def visits(books):
    return list(books.money.visits.by_id.values())


def test_a_visit_out_of_a_fund_is_one_payment_of_its_money_only():
    books = no_books()
    row = visit("Nguyễn Văn An", amount=300, goods="Sữa", value=120, fund="Quỹ A")
    done = take(books, PEOPLE, a_fund(cash=500), (VISITS, row))
    (one,) = visits(books)
    assert booked(books) == [("OPENING", "CASH", 500), ("PAYMENT", "CASH", 300)]
    payment = books.money.booking_of(one.voucher_id).voucher
    assert (payment.category, payment.payer) == ("Thăm hỏi, tặng quà", "Nguyễn Văn An")
    assert (payment.person_id, books.units[payment.unit_id].name) == (1, "Chi hội 1")
    assert (one.amount_dong, one.goods_value_dong, one.paid_by) == (300, 120, PaidBy.BRANCH)
    assert not problems(done)


@pytest.mark.parametrize(
    "row", [{"amount": 300}, {"goods": "Gạo", "value": 90, "fund": "Quỹ A"}, {}]
)
def test_without_a_fund_or_money_nothing_is_booked(row):
    books = no_books()
    take(books, PEOPLE, a_fund(), (VISITS, visit("Nguyễn Văn An", **row)))
    assert [one.voucher_id for one in visits(books)] == [None]
    assert booked(books) == []


def test_a_member_who_is_not_found_is_a_problem_others_are_kept_by_name():
    books = no_books()
    rows = [
        visit("Trần Văn Tư"),
        visit("Lê Thị Ba"),
        visit("Nguyễn Văn An", kind="Thân nhân"),
        visit("Nguyễn Văn An", kind="Hộ nghèo", unit="CH 1"),
        visit("Nguyễn Văn An", kind="Hộ nghèo", unit="CH 2"),
        visit("Lê Thị Ba", kind="Khác", born="1957"),
        visit("Trần Văn Tư", kind="Thanh niên nhập ngũ"),
    ]
    done = take(books, PEOPLE, (VISITS, *rows))
    assert [(row, column) for row, column, _text in problems(done)] == [
        (2, "Họ và tên"),
        (3, "Họ và tên"),
    ]
    assert [(one.recipient_kind, one.person_id) for one in visits(books)] == [
        (RecipientKind.RELATIVE, None),
        (RecipientKind.POOR_HOUSEHOLD, 1),
        (RecipientKind.POOR_HOUSEHOLD, None),
        (RecipientKind.OTHER, 3),
        (RecipientKind.RECRUIT, None),
    ]


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ({"amount": 900, "fund": "Quỹ A"}, "không đủ tiền mặt"),
        ({"amount": 100, "fund": "Quỹ B"}, "Không có quỹ nào tên"),
        ({"amount": 100, "day": "5/3/2099"}, "chưa tới"),
        ({"amount": 100, "fund": "Quỹ A", "paid_by": "Chi hội"}, "là quỹ của Hội"),
        ({"amount": 100, "fund": "Quỹ A", "day": "5/3/2024"}, "mở"),
    ],
)
def test_what_cannot_be_paid_gives_no_visit(row, said):
    books = no_books()
    done = take(books, PEOPLE, a_fund(cash=500), (VISITS, visit("Nguyễn Văn An", **row)))
    (problem,) = problems(done)
    assert said in problem[2]
    assert visits(books) == []
    assert [one for one in booked(books) if one[0] == "PAYMENT"] == []
    assert outcomes(done)[-1] == ["SKIPPED"]


def test_money_comes_out_of_a_fund_of_its_own_level():
    books = no_books()
    of_chi_hoi = (FUNDS, ("Quỹ CH", "CH01", "Khác", "1/1/2025", 500, None))
    rows = [
        visit("Nguyễn Văn An", amount=100, fund="Quỹ CH"),
        visit("Nguyễn Văn An", amount=200, fund="Quỹ CH", paid_by="Chi hội"),
        visit("Nguyễn Văn An", goods="Gạo", value=90, fund="Quỹ CH"),
    ]
    done = take(
        books, (UNITS, ("CH01", "Chi hội 1", "Chi hội", "")), PEOPLE, of_chi_hoi, (VISITS, *rows)
    )
    ((row, column, text),) = problems(done)
    assert (row, column) == (2, "Cấp chi")
    assert "là quỹ của chi hội mà Cấp chi ghi Hội" in text
    assert [one.amount_dong for one in visits(books)] == [200, 0]


def test_two_alike_rows_of_one_list_are_two_visits():
    books = no_books()
    row = visit("Nguyễn Văn An", amount=100, fund="Quỹ A")
    take(books, PEOPLE, a_fund(cash=500), (VISITS, row, row))
    assert len(visits(books)) == 2
    assert len([one for one in booked(books) if one[0] == "PAYMENT"]) == 2
