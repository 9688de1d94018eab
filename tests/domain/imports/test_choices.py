"""What is chosen of a list comes into the books, and nothing else does."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.imports.choices import SheetChoice, choosable
from ccb_desktop.domain.imports.outcome import Outcome
from tests.domain.imports.importing import (
    ACTIVITIES,
    AWARDS,
    EVENTS,
    TASKS,
    TWO_UNITS,
    UNITS,
    no_books,
    outcomes,
    people,
    standing,
    take,
)

_HEADER = (
    *("Số thẻ", "Họ và tên", "Ngày sinh", "Chi hội", "Phân hội", "Ngày vào Hội", "CCCD"),
    *("Điện thoại", "Nơi ở", "Cấp bậc", "Chức vụ Hội", "Diện chính sách", "Tỷ lệ thương tật (%)"),
    *("Chủ hộ", "Mức sống", "Nhà ở", "Trạng thái"),
)
_BEFORE = (
    *(
        "A",
        "Nguyễn Văn",
        "1952",
        "Chi hội 1",
        "",
        "1/1/1990",
        "",
        "0901000111",
        "Ngõ 1",
        "Thượng úy",
    ),
    *("", "Thương binh", "21", "Nguyễn Thị Hoa", "Nghèo", "Tạm, dột nát", ""),
)
_AFTER = (
    *(
        "A",
        "Nguyễn Văn",
        "2/3/1952",
        "Chi hội 2",
        "",
        "5/1990",
        "00105200000",
        "0902000222",
        "Ngõ 2",
    ),
    *("Đại úy", "Chi hội phó", "Bệnh binh", "31", "Trần Văn Ba", "Khá", "Kiên cố", "Miễn"),
)
_NAMES = ("An", "Ba", "Chi", "Dũng")
_COUNT = len(_NAMES)


def _roster(values):
    """A roster of namesakes but for the last word, each with a household of his own."""
    rows = []
    for n, name in enumerate(_NAMES):
        row = list(values)
        row[0], row[1] = f"A{n}", f"{values[1]} {name}"
        row[6] = values[6] and f"{values[6]}{n}"
        row[13] = f"{values[13]} {name}"
        rows.append(tuple(row))
    return [_HEADER, *rows]


def _changed(books, *, choice=None):
    return take(books, _roster(_AFTER), choice=choice).sheets[0]


def _cells(sheet):
    return [(row.row, one.cell) for row in sheet.rows for one in row.changes]


def _begun():
    books = no_books()
    take(books, [*TWO_UNITS], _roster(_BEFORE))
    return books


_EVERY = _cells(_changed(_begun()))


def test_every_change_of_a_roster_can_be_kept_by_itself():
    assert all(cell for _row, cell in _EVERY)
    assert {cell for _row, cell in _EVERY} >= {
        *("born_on", "joined_on", "unit", "citizen_id", "phone", "address", "rank", "hoi_post"),
        *("policies", "policy_rate", "household_head", "poverty", "house_state", "status"),
    }


@settings(max_examples=25, deadline=None)
@given(st.sets(st.sampled_from(_EVERY)), st.sets(st.integers(2, _COUNT + 1)))
def test_exactly_what_is_chosen_comes_in(kept, left):
    books = _begun()
    choice = SheetChoice().keeping(kept).leaving(left)
    sheet = _changed(books, choice=choice)
    assert not sheet.problems
    wanted = [one for one in _EVERY if one not in kept and one[0] not in left]
    assert sorted(_cells(sheet)) == sorted(wanted)
    assert {row.row for row in sheet.rows if row.is_left} == left
    rest = {one for one in _cells(_changed(books)) if not _of_another_home(one, kept)}
    lacking = {one for one in _EVERY if one not in wanted}
    assert rest == {one for one in lacking if not _of_another_home(one, kept)}


def _of_another_home(one, kept):
    """What was found of the home that the books kept is not known of the other."""
    row, cell = one
    return cell in ("poverty", "house_state") and (row, "household_head") in kept


def test_a_kept_field_leaves_the_record_as_it_was():
    books = _begun()
    before = people(books)
    choice = SheetChoice().keeping(_EVERY)
    assert outcomes(take(books, _roster(_AFTER), choice=choice)) == [["UNCHANGED"] * _COUNT]
    assert people(books) == before
    assert not books.people.changed


def test_a_number_that_tells_who_is_meant_does_so_although_it_is_kept():
    books = no_books()
    header = ("Họ và tên", "Ngày sinh", "CCCD", "Chi hội")
    take(books, [header, ("Lê Văn Tám", "1950", "001050000111", "Chi hội 1")])
    choice = SheetChoice().keeping([(2, "full_name")])
    rows = [header, ("Lê Văn Tam", "1950", "001050000111", "Chi hội 1")]
    assert outcomes(take(books, rows, choice=choice)) == [["UNCHANGED"]]
    assert [one.full_name for one in people(books)] == ["Lê Văn Tám"]


def test_a_unit_that_is_not_taken_is_not_made():
    books = no_books()
    header = ("Họ và tên", "Ngày sinh", "Chi hội", "Chủ hộ")
    take(books, [header, ("Lê Văn Tám", "1950", "Chi hội 1", "Lê Văn Tám")])
    rows = [header, ("Lê Văn Tám", "1950", "Chi hội 9", "Lê Văn Tám")]
    result = take(books, rows, choice=SheetChoice().keeping([(2, "unit")]))
    assert outcomes(result) == [["UNCHANGED"]]
    assert not result.sheets[0].new_units
    assert [unit.name for unit in books.units.by_id.values()] == ["Chi hội 1"]


def test_a_new_person_left_out_does_not_come():
    books = no_books()
    result = take(books, _roster(_BEFORE), choice=SheetChoice().leaving([3]))
    assert outcomes(result) == [["CREATED", "SKIPPED", "CREATED", "CREATED"]]
    assert [one.full_name for one in people(books)] == [
        f"Nguyễn Văn {one}" for one in ("An", "Chi", "Dũng")
    ]
    assert standing(books, "Nguyễn Văn An") is not None


@pytest.mark.parametrize(
    ("header", "before", "after"),
    [
        (
            (*UNITS, "Ngày thành lập", "Người phụ trách"),
            ("CH1", "Chi hội 1", "Chi hội", "", "1990", "Lê Văn A"),
            ("CH1", "Chi hội Một", "Chi hội", "", "5/1990", "Lê Văn B"),
        ),
        (
            ("Họ và tên", "Ngày sinh", "CLB", "Ngày vào CLB", "Điện thoại", "Ghi chú"),
            ("Đỗ Văn C", "1990", "CLB 1", "2020", "0901000111", "a"),
            ("Đỗ Văn C", "3/1990", "CLB 1", "5/2020", "0901000222", "b"),
        ),
        (
            (*EVENTS, "Số quyết định", "Lý do", "Ghi chú"),
            ("1/5/2025", "Nguyễn Văn An", "1952", "A0", "", "Khen", "", "", "", ""),
            None,
        ),
        (
            ("Họ và tên", "Số thẻ", "Chức danh", "Phạm vi", "Tổ chức", "Từ ngày", "Đến ngày"),
            ("Nguyễn Văn An", "A0", "Bí thư chi bộ", "Đảng", "", "2020", ""),
            ("Nguyễn Văn An", "A0", "Bí thư chi bộ", "Đảng", "Chi bộ 3", "3/2020", "2024"),
        ),
        (
            ("Chỉ tiêu", "Từ ngày", "Đến ngày", "Giá trị", "Nguồn"),
            ("members_closing", "1/1/2024", "31/12/2024", "12", "sổ cũ"),
            ("members_closing", "1/1/2024", "31/12/2024", "13", "sổ mới"),
        ),
        (
            TASKS,
            (
                "2025",
                "Việc lớn",
                "Tưới cây",
                "CH1",
                "A",
                "Đình",
                "5",
                "cây",
                "Năm",
                "",
                "1",
                "",
                "x",
            ),
            (
                "2025",
                "Việc lớn",
                "Tưới cây",
                "CH1",
                "B",
                "Chùa",
                "6",
                "cây",
                "Năm",
                "",
                "2",
                "",
                "y",
            ),
        ),
        (
            ACTIVITIES,
            ("1/5/2025", "Khác", "Hội thi", "CH1", "Chủ trì", 1, 9, 1, 1, 1, 1, "cây", 0, "a"),
            ("1/5/2025", "Khác", "Hội thi", "CH1", "Phối hợp", 2, 8, 2, 2, 2, 2, "đợt", 9, "b"),
        ),
        (
            AWARDS,
            ("1/5/2025", "Chi hội", "Chi hội 1", "", "", "Giấy khen", "Hội", "", "a"),
            ("1/5/2025", "Chi hội", "Chi hội 1", "", "", "Giấy khen", "Hội", "7", "b"),
        ),
    ],
    ids=["units", "clubs", "events", "posts", "figures", "tasks", "activities", "awards"],
)
def test_every_other_kind_keeps_field_by_field(header, before, after):
    books = _begun()
    if after is None:
        before = (*before[:5], "Đình chỉ", "", "7", "cũ", "a")
        after = (*before[:7], "8", "mới", "b")
    take(books, [header, before])
    seen = take(books, [header, after]).sheets[0]
    del books
    cells = _cells(seen)
    assert len(cells) >= 2
    assert all(choosable(seen.sheet.kind, one) for row in seen.rows for one in row.changes)
    for kept in ([one] for one in cells):
        again = _begun()
        take(again, [header, before])
        sheet = take(again, [header, after], choice=SheetChoice().keeping(kept)).sheets[0]
        assert sorted(_cells(sheet)) == sorted(one for one in cells if one not in kept)
    again = _begun()
    take(again, [header, before])
    sheet = take(again, [header, after], choice=SheetChoice().keeping(cells)).sheets[0]
    assert sheet.rows[0].outcome is Outcome.UNCHANGED


def test_choices_are_taken_back():
    choice = SheetChoice().keeping([(2, "phone")]).leaving([3])
    assert not choice.takes(2, "phone")
    assert choice.takes(2)
    assert not choice.takes(3, "phone")
    assert choice.keeping([(2, "phone")], kept=False).leaving([3], left=False).is_empty()
