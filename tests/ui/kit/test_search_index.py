"""What the search box of a list finds: by name first, elsewhere only when no name fits."""

from typing import NamedTuple

import pytest

from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.row_order import RowOrder


class Line(NamedTuple):
    name: str
    address: str


LINES = [
    Line("Nguyễn Văn An", "Ấp Bình Vân"),
    Line("Nguyễn Thị Vân", "Ấp An Hòa"),
    Line("Trần Bình", "Đường Nguyễn Văn Cừ"),
]
COLUMNS = [
    Column("name", "Tên", lambda line: line.name, named=True),
    Column("address", "Nơi ở", lambda line: line.address),
    Column("secret", "Khác", lambda line: "bí mật", searched=False),
]


@pytest.fixture
def order():
    made = RowOrder(COLUMNS)
    made.set_lines(LINES)
    return made


def found(order, text):
    order.set_query(text)
    return [line.name for line in order.seen()]


def test_a_name_that_fits_hides_rows_that_only_fit_elsewhere(order):
    assert found(order, "ng v a") == ["Nguyễn Văn An"]
    assert not order.found_elsewhere


def test_other_columns_are_looked_into_when_no_name_fits(order):
    assert found(order, "an hoa") == ["Nguyễn Thị Vân"]
    assert order.found_elsewhere
    assert found(order, "văn cừ") == ["Trần Bình"]
    assert found(order, "bí mật") == []


def test_typing_on_and_back_finds_the_same_as_typing_at_once(order):
    for text in ("a", "an", "an h", "an ho", "an h", "an", "b", "", "ng", "nguyen van c"):
        afresh = RowOrder(COLUMNS)
        afresh.set_lines(LINES)
        assert found(order, text) == found(afresh, text)


def test_a_rule_narrows_what_is_found(order):
    order.set_rule("x", lambda line: line.address.startswith("Ấp"))
    assert found(order, "ng") == ["Nguyễn Văn An", "Nguyễn Thị Vân"]
    order.set_rule("x", None)
    assert found(order, "binh") == ["Trần Bình"]


def test_without_named_columns_every_column_counts():
    columns = [Column("name", "Tên", lambda line: line.name), COLUMNS[1]]
    order = RowOrder(columns)
    order.set_lines(LINES)
    assert found(order, "ng v a") == ["Nguyễn Văn An", "Nguyễn Thị Vân"]
