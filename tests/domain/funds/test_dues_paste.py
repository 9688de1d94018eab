"""Names and amounts as officers copy them, laid over the grid."""

import pytest

from ccb_desktop.domain.funds.dues_paste import read_pasted
from ccb_desktop.domain.funds.dues_sheet import DuesLine
from ccb_desktop.domain.partial_dates import PartialDate


def line(person_id, name, born, paid=0):
    year = (3_000,) * 12
    return DuesLine(person_id, name, PartialDate.parse(born), year, {None: paid} if paid else {})


LINES = (
    line(1, "Nguyễn Văn An", "1952"),
    line(2, "Trần Văn Bình", "1950"),
    line(3, "Trần Văn Bình", "5/1961"),
    line(4, "Lê Thị Chín", "1960", paid=36_000),
)


@pytest.mark.parametrize(
    ("row", "person_id", "amount"),
    [
        ("Nguyễn Văn An", 1, None),
        ("1\tNGUYEN VAN AN\t1952\t36.000", 1, 36_000),
        ("nguyễn văn an\t36,000 đ\tđã thu", 1, 36_000),
        ("Trần Văn Bình\t1950\t20000", 2, 20_000),
        ("Trần Văn Bình\t03/05/1961\t20000", 3, 20_000),
        ("Lê Thị Chín\t5000", 4, 5_000),
    ],
)
def test_a_row_is_understood(row, person_id, amount):
    [found] = read_pasted(row, LINES)

    assert (found.person_id, found.amount_dong, found.problem) == (person_id, amount, "")


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Họ và tên\tSố tiền", "Không có ai"),
        ("Trần Văn Bình\t20000", "trùng tên"),
        ("Lê Thị Chín", "nộp đủ"),
    ],
)
def test_a_row_that_is_not_taken_says_why(row, why):
    [found] = read_pasted(row, LINES)

    assert found.person_id is None
    assert why in found.problem


def test_blank_rows_are_nothing():
    assert read_pasted("\n \t \n", LINES) == []
