"""Columns of lists that hold the branch's own fields."""

import pytest

from ccb_desktop.domain.exchange.own_columns import (
    own_columns,
    taken_header,
    with_own_choices,
    with_own_fields,
)
from ccb_desktop.domain.exchange.sheet_kinds import SHEET_KINDS, sheet_kind
from ccb_desktop.domain.exchange.typed_rows import SheetMapping
from ccb_desktop.domain.exchange.understanding import understand
from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.domain.partial_dates import PartialDate
from tests.domain.exchange.sheets import HEADER, TODAY, problems, sheet

CHILDREN = OwnField(id=1, label="Số con", kind=OwnKind.NUMBER)
BLOOD = OwnField(id=2, label="Nhóm máu", kind=OwnKind.CHOICE, choices=("A", "O"))
CHECKED = OwnField(id=3, label="Ngày khám", kind=OwnKind.DATE)
SINGS = OwnField(id=4, label="Văn nghệ", kind=OwnKind.YES_NO)
PLATE = OwnField(id=5, label="Biển số xe")
OLD = OwnField(id=6, label="Cỡ áo", retired=True)
OWN = (CHILDREN, BLOOD, CHECKED, SINGS, PLATE, OLD)
LABELS = ("Số con", "NHÓM MÁU", "Ngày khám", "Văn nghệ", "Biển số xe", "Cỡ áo")


def read(*cells, labels=LABELS, mapping=None):
    rows = ((*HEADER, *labels), (1, "Nguyễn Văn An", 1952, "Chi hội 1", *cells))
    return understand(sheet(*rows), mapping, today=TODAY, own_fields=OWN)


def test_a_column_headed_by_the_label_is_read_by_its_kind():
    found = read(3, "o", "5/2024", "x", "43-H1", "XL")
    values = found.rows[0].values
    assert [values.get(field.name) for field in OWN] == [
        *(3, "O", PartialDate(2024, 5), True, "43-H1", None)
    ]
    assert found.unmatched_headers == ("Cỡ áo",)


def test_a_cell_that_cannot_be_understood_is_told_and_the_row_kept():
    found = read("ba", "B", "32/1/2024", "có thể", "", "")
    assert [(column, kept) for _, column, _, kept in problems(found)] == [
        *(("Số con", True), ("NHÓM MÁU", True), ("Ngày khám", True), ("Văn nghệ", True)),
    ]
    assert "Được ghi: A, O" in found.problems[1].message
    assert len(found.rows) == 1


def test_what_the_officer_says_goes_before():
    left_out = SheetMapping(kind="members", columns={4: None})
    assert CHILDREN.name not in read(3, mapping=left_out).rows[0].values
    by_hand = SheetMapping(kind="members", columns={4: PLATE.name})
    assert read(3, labels=("Xe",), mapping=by_hand).rows[0].values[PLATE.name] == "3"


def test_a_matching_remembered_with_a_field_that_is_retired_now_is_let_go():
    remembered = SheetMapping(kind="members", columns={4: OLD.name, 0: None, 3: "unit"})
    found = read("XL", labels=("Cỡ áo",), mapping=remembered)
    assert found.rows[0].values["unit"] == "Chi hội 1"
    assert found.unmatched_headers == ("Cỡ áo",)


def test_the_lower_level_of_a_header_is_enough_and_a_field_is_read_once():
    labels = {4: "Gia đình – Số con", 5: "Số con"}
    assert own_columns(sheet_kind("members"), labels, OWN) == {4: CHILDREN.name}


def test_only_rosters_have_them():
    labels = {0: "Số con"}
    read_as = {kind.name for kind in SHEET_KINDS if own_columns(kind, labels, OWN)}
    assert read_as == {"members", "club_members"}
    assert own_columns(None, labels, OWN) == {}
    events = sheet_kind("events")
    assert with_own_fields(events, OWN) is events


def test_the_workbook_has_a_column_for_each_field_that_is_asked():
    columns = with_own_fields(sheet_kind("members"), OWN).columns
    assert [field.header for field in columns[-5:]] == [field.label for field in OWN[:5]]
    assert not any(field.required for field in columns[-5:])


def test_what_a_field_offers_stands_among_the_code_lists():
    lists = with_own_choices({"POVERTY": {"POOR": "Nghèo"}}, OWN)
    assert lists == {"POVERTY": {"POOR": "Nghèo"}, BLOOD.name: {"A": "A", "O": "O"}}


@pytest.mark.parametrize(
    ("label", "taken"),
    [
        ("họ và TÊN", "Họ và tên"),
        ("Năm vào CLB", "Ngày vào CLB"),
        ("nghề nghiệp", "Nghề nghiệp"),
        ("stt", "STT"),
        ("Số con", ""),
    ],
)
def test_a_label_must_not_be_taken_for_a_header_of_the_program(label, taken):
    assert taken_header(label) == taken
