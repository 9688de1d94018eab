"""The branch's own fields in the books: set up, filled, written to Excel and read back."""

from dataclasses import replace
from datetime import date

import openpyxl
import pytest

from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.operations import import_workbook, papers
from ccb_desktop.operations.members import own_fields, people
from ccb_desktop.operations.members.person_history import list_person_changes
from ccb_desktop.operations.undo import undo
from tests.books import add_club, add_member

START = (
    OwnField(label="Số con", kind=OwnKind.NUMBER),
    OwnField(label="Nhóm máu", kind=OwnKind.CHOICE, choices=("A", "B", "O")),
    OwnField(label="Ngày khám", kind=OwnKind.DATE),
    OwnField(label="Văn nghệ", kind=OwnKind.YES_NO),
    OwnField(label="Biển số xe"),
)
FULL = {1: "3.5", 2: "B", 3: "2024-05", 4: "0", 5: "=43-H1"}


@pytest.fixture
def fields(store):
    for field in START:
        own_fields.save_own_field(store, field)
    return own_fields.list_own_fields(store)


def labels(store):
    return [field.label for field in own_fields.list_own_fields(store)]


def correct(store, own, person_id=1):
    person = people.load_person_file(store, person_id).person
    return people.save_person(store, person, own=own)


def test_fields_are_added_in_order_and_renamed(store, fields):
    assert labels(store) == [field.label for field in START]
    assert fields[1].choices == ("A", "B", "O")
    own_fields.save_own_field(store, replace(fields[0], label=" Số  con ruột "))
    assert labels(store)[0] == "Số con ruột"


def test_names_of_the_program_and_of_other_fields_are_refused(store, fields):
    for label in ("Họ và tên", "STT", "số CON", ""):
        with pytest.raises(Invalid) as refused:
            own_fields.save_own_field(store, OwnField(label=label))
        assert set(refused.value.fields) == {"label"}
    assert len(labels(store)) == 5


def test_they_change_places(store, fields):
    own_fields.move_own_field(store, fields[4], up=True)
    own_fields.move_own_field(store, fields[0], up=False)
    assert labels(store) == ["Nhóm máu", "Số con", "Ngày khám", "Biển số xe", "Văn nghệ"]
    change = own_fields.move_own_field(store, fields[1], up=True)
    assert (change.action_id, labels(store)[0]) == (0, "Nhóm máu")


def test_a_field_in_which_something_is_written_keeps_its_kind_and_stays(store, fields):
    add_member(store)
    turned = replace(fields[0], kind=OwnKind.TEXT)
    own_fields.save_own_field(store, turned)
    own_fields.save_own_field(store, fields[0])
    correct(store, {1: "3"})
    assert own_fields.count_own_values(store) == {1: 1}
    with pytest.raises(Invalid) as refused:
        own_fields.save_own_field(store, turned)
    assert set(refused.value.fields) == {"kind"}
    with pytest.raises(Conflict):
        own_fields.remove_own_field(store, fields[0])
    own_fields.remove_own_field(store, fields[4])
    assert labels(store) == ["Số con", "Nhóm máu", "Ngày khám", "Văn nghệ"]


def test_a_person_is_corrected_with_them_in_one_act_and_undone(store, fields):
    add_member(store)
    person = replace(people.load_person_file(store, 1).person, phone="0912000111")
    change = people.save_person(store, person, own=FULL)
    assert own_fields.load_own_texts(store, 1) == FULL
    correct(store, {1: "", 2: "O"})
    assert own_fields.load_all_own_texts(store) == {1: {2: "O", 3: "2024-05", 4: "0", 5: "=43-H1"}}
    undo(store, list_person_changes(store, 1)[0].action_id)
    assert own_fields.load_own_texts(store, 1) == FULL
    undo(store, change.action_id + 1 + 1)  # the undoing itself
    undo(store, list_person_changes(store, 1)[0].action_id)
    undo(store, change.action_id)
    assert own_fields.load_own_texts(store, 1) == {}
    assert people.load_person_file(store, 1).person.phone == ""


def test_the_history_of_a_person_has_what_was_taken_out_too(store, fields):
    add_member(store)
    correct(store, {1: "3"})
    correct(store, {1: ""})
    told = [c for c in list_person_changes(store, 1) if c.kind == "own_values"]
    assert [(c.before and c.before["value"], c.after and c.after["value"]) for c in told] == [
        *(("3", None), (None, "3"))
    ]


def test_what_a_form_says_is_refused_field_by_field(fields):
    given = {"own_1": 10**15, "own_5": "x" * 501, "own_2": "A"}
    with pytest.raises(Invalid) as refused:
        own_fields.stored_values(fields, given)
    assert set(refused.value.fields) == {"own_1", "own_5"}
    assert own_fields.stored_values(fields, {"own_2": "A", "own_4": None}) == {2: "A", 4: ""}


def test_the_empty_workbook_has_their_columns_with_what_they_offer(store, fields, tmp_path):
    own_fields.save_own_field(store, replace(fields[4], retired=True))
    file = papers.write_template(store, ["members", "club_members"], False, tmp_path / "mau.xlsx")
    book = openpyxl.load_workbook(file)
    for name in ("Hội viên", "Thành viên CLB"):
        head = [cell.value for cell in book[name][1]]
        assert head[-4:] == ["Số con", "Nhóm máu", "Ngày khám", "Văn nghệ"]
    lists = book["Danh mục"]
    offered = {tuple(c.value for c in column if c.value) for column in lists.iter_cols()}
    assert {("A", "B", "O"), ("Có", "Không")} <= offered


def test_the_filled_workbook_is_read_back_unchanged_and_into_other_books(store, fields, tmp_path):
    add_member(store)
    add_club(store)
    correct(store, FULL)
    file = papers.write_template(store, [], True, tmp_path / "so-lieu.xlsx")
    workbooks = import_workbook.understand_files(store, import_workbook.read_files([file]))
    first = import_workbook.run_import(store, workbooks, date(2025, 12, 31))
    told = [change.field for change in first.result.sheets[1].rows[0].changes]
    assert told == ["Chủ hộ"]  # who names no head of his household is his own
    again = import_workbook.run_import(store, workbooks, date(2025, 12, 31))
    assert (again.batch, again.result.problems) == (None, 0)
    correct(store, dict.fromkeys(FULL, ""))
    done = import_workbook.run_import(store, workbooks, date(2025, 12, 31))
    assert own_fields.load_own_texts(store, 1) == FULL
    changes = done.result.sheets[1].rows[0].changes
    assert [change.field for change in changes] == [field.label for field in START]
    import_workbook.undo_import(store, done.batch)
    assert own_fields.load_own_texts(store, 1) == {}
