"""Rows of *Hội phí*, *Vận động* and *Chỉ tiêu vận động*."""

import pytest

from ccb_desktop.domain.funds.campaigns import DonorKind
from tests.domain.imports.importing import (
    DUES,
    GIFTS,
    ROSTER,
    TARGETS,
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


def dues(name, born, amount, day="5/3/2025", fund="Quỹ A", unit="Chi hội 1"):
    return (2025, name, born, "", unit, amount, day, fund)


def gift(donor, *, kind="", unit="", amount=None, goods="", value=None, through="", fund=""):
    return ("Vì đồng đội", "1/3/2025", donor, kind, unit, amount, goods, value, through, fund)


def given(books):
    return list(books.money.contributions.by_id.values())


def test_dues_of_one_fund_unit_and_day_are_one_receipt():
    books = no_books()
    rows = [
        dues("Nguyễn Văn An", "1950", 36),
        dues("Lê Thị Ba", "1955", 30),
        dues("Lê Thị Ba", "1957", 20, unit="Chi hội 2"),
        dues("Nguyễn Văn An", "1950", 10, day="6/3/2025"),
    ]
    take(books, PEOPLE, a_fund(), (DUES, *rows))
    assert [amount for _kind, _place, amount in booked(books)] == [66, 20, 10]
    hand_ins = list(books.money.hand_ins.by_id.values())
    assert [one.amount_dong for one in hand_ins] == [66, 20, 10]
    payments = books.money.dues_payments.by_id.values()
    assert [one.hand_in_id for one in payments] == [1, 1, 2, 3]
    assert books.money.to_post()[0].voucher.content == "Chi hội 1 nộp hội phí năm 2025 (2 người)"
    assert {one.voucher.category for one in books.money.to_post()} == {"Hội phí"}


def test_dues_that_name_no_fund_are_kept_and_not_booked():
    books = no_books()
    take(books, PEOPLE, (DUES, dues("Nguyễn Văn An", "1950", 36, fund="", unit="")))
    (payment,) = books.money.dues_payments.by_id.values()
    assert (payment.hand_in_id, books.units[payment.unit_id].name) == (None, "Chi hội 1")
    assert booked(books) == []


def test_dues_of_somebody_unknown_are_a_problem():
    done = take(no_books(), PEOPLE, a_fund(), (DUES, dues("Trần Văn Tư", "1950", 36)))
    assert "Không tìm thấy Trần Văn Tư" in problems(done)[0][2]
    assert outcomes(done)[-1] == ["SKIPPED"]


@pytest.mark.parametrize(
    ("row", "through_book", "is_booked"),
    [
        ({"amount": 50, "through": "Có", "fund": "Quỹ A"}, True, True),
        ({"amount": 50, "fund": "Quỹ A"}, True, True),
        ({"amount": 50, "through": "Không", "fund": "Quỹ A"}, False, False),
        ({"amount": 50}, False, False),
        ({"amount": 50, "through": "Có"}, True, False),
        ({"goods": "10 kg gạo", "value": 200}, False, False),
        ({"goods": "10 kg gạo", "value": 200, "through": "Có", "fund": "Quỹ A"}, True, False),
    ],
)
def test_only_money_through_the_book_is_booked(row, through_book, is_booked):
    books = no_books()
    take(books, a_fund(), (GIFTS, gift("Ông Bảy", **row)))
    (one,) = given(books)
    assert (one.through_book, one.voucher_id is not None) == (through_book, is_booked)
    assert booked(books) == ([("RECEIPT", "CASH", 50)] if is_booked else [])


def test_goods_beside_booked_money_count_apart():
    books = no_books()
    row = gift("Ông Bảy", amount=50, goods="gạo", value=200, fund="Quỹ A")
    take(books, a_fund(), (GIFTS, row))
    assert [(one.amount_dong, one.goods_value_dong, one.through_book) for one in given(books)] == [
        (50, 0, True),
        (0, 200, False),
    ]


def test_who_gives_is_found_only_when_certain():
    books = no_books()
    rows = [
        gift("Nguyễn Văn An", kind="Hội viên", unit="Chi hội 1", amount=1),
        gift("Lê Thị Ba", kind="Hội viên", amount=2),
        gift("Lê Thị Ba", kind="Hội viên", unit="Chi hội 2", amount=3),
        gift("Nguyễn Văn An", kind="Hội viên", unit="Chi hội 2", amount=4),
        gift("Công ty Hoa Sen", amount=5),
        gift("Nguyễn Văn An", kind="Ngoài Hội", amount=6),
    ]
    take(books, PEOPLE, (GIFTS, *rows))
    assert [(one.person_id, one.donor_kind) for one in given(books)] == [
        (1, DonorKind.MEMBER),
        (None, DonorKind.MEMBER),
        (3, DonorKind.MEMBER),
        (None, DonorKind.MEMBER),
        (None, DonorKind.OUTSIDER),
        (None, DonorKind.OUTSIDER),
    ]


def test_a_gift_of_nothing_is_a_problem_and_makes_no_campaign():
    books = no_books()
    done = take(books, (GIFTS, gift("Ông Bảy")))
    assert "Ghi số tiền" in problems(done)[0][2]
    assert not books.money.campaigns.by_id


def test_a_target_is_set_and_corrected():
    books = no_books()
    take(books, (TARGETS, ("Vì đồng đội", "CH 2", 500)))
    done = take(books, (TARGETS, ("vì đồng đội", "Chi hội 2", 700)))
    assert [one.target_dong for one in books.money.targets.by_id.values()] == [700]
    assert outcomes(done) == [["CHANGED"]]
    (change,) = done.sheets[0].rows[0].changes
    assert (change.field, change.before, change.after) == ("Chỉ tiêu", "500", "700")
