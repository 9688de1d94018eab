"""What a list and the books say differently, line by line."""

from pathlib import Path

from ccb_desktop.domain.imports.comparing import chosen, compared_lines, with_more
from tests.domain.imports.importing import a_fund, no_books, take

_HEADER = ("Họ và tên", "Ngày sinh", "Chi hội", "Điện thoại", "Cấp bậc")
_KEY = (Path("a.xlsx"), "DS")


def compared(*sheets):
    books = no_books()
    take(books, [_HEADER, ("Lê Văn An", "1950", "Chi hội 1", "0901000111", "Thượng úy")])
    result = take(books, *sheets)
    keys = [(_KEY[0], f"{_KEY[1]}{n or ''}") for n in range(len(result.sheets))]
    return compared_lines(dict(zip(keys, result.sheets, strict=True)))


def test_fields_come_first_and_new_rows_after_them():
    new = ("Đỗ Văn Bé", "1960", "Chi hội 2", "", "")
    same = ("Lê Văn An", "1950", "Chi hội 1", "0902000222", "Đại úy")
    lines = compared([_HEADER, new, same])
    assert [(line.row, line.field, line.before, line.after) for line in lines] == [
        (3, "Điện thoại", "0901000111", "0902000222"),
        (3, "Cấp bậc", "Thượng úy", "Đại úy"),
        (2, "Dòng mới", "", "Đỗ Văn Bé; 1960; Chi hội 2"),
    ]


def test_rows_of_money_are_taken_or_left_whole():
    (line,) = compared(a_fund(cash=100))
    assert (line.cell, line.is_new) == ("", True)


def test_a_field_taken_takes_its_row_and_a_row_left_leaves_its_fields():
    phone, rank = compared([_HEADER, ("Lê Văn An", "1950", "Chi hội 1", "0902000222", "Đại úy")])
    kept = chosen({}, [phone], taken=False)
    assert (phone.is_taken(kept), rank.is_taken(kept)) == (False, True)
    assert chosen(kept, [phone], taken=True) == {}
    left = {_KEY: kept[_KEY].leaving([2])}
    assert not rank.is_taken(left)
    again = chosen(left, [rank], taken=True)
    assert (phone.is_taken(again), rank.is_taken(again)) == (False, True)


def test_what_comes_up_because_something_was_left_is_added():
    phone, rank = compared([_HEADER, ("Lê Văn An", "1950", "Chi hội 1", "0902000222", "Đại úy")])
    assert with_more([phone], [phone, rank]) == [phone, rank]
