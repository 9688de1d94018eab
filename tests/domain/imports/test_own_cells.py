"""Rosters that tell of the branch's own fields."""

from ccb_desktop.domain.code_lists import CODE_LISTS
from ccb_desktop.domain.exchange.understanding import understand
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.outcome import FieldChange
from ccb_desktop.domain.imports.plan import work_out
from ccb_desktop.domain.own_fields import OwnField, OwnKind
from tests.domain.exchange.sheets import TODAY, sheet
from tests.domain.imports.importing import AS_OF, no_books, outcomes, problems

CHILDREN = OwnField(id=1, label="Số con", kind=OwnKind.NUMBER)
CHECKED = OwnField(id=2, label="Ngày khám", kind=OwnKind.DATE)
OWN = (CHILDREN, CHECKED)
HEADER = ("Họ và tên", "Ngày sinh", "Chi hội", "Số con", "Ngày khám")
CLUB = ("Họ và tên", "Ngày sinh", "CLB", "Ngày vào CLB", "Số con")


def take(books, *rows, header=HEADER):
    understood = [understand(sheet(header, *rows), today=TODAY, own_fields=OWN)]
    labels = {one.name: dict(one.start) for one in CODE_LISTS if one.holds_codes}
    context = Context(books, AS_OF, labels, frozenset(), OWN)
    return work_out(context, understood, (), lambda done, total: None)


def an(children="", checked=""):
    return ("Nguyễn Văn An", "1952", "Chi hội 1", children, checked)


def kept(books):
    return [(e.person_id, e.field_id, e.value) for e in books.own_entries.by_id.values()]


def test_a_roster_fills_them_and_a_second_time_changes_nothing():
    books = no_books()
    assert outcomes(take(books, an(3, "5/2024"))) == [["CREATED"]]
    assert kept(books) == [(1, 1, "3"), (1, 2, "2024-05")]
    assert outcomes(take(books, an(3, "5/2024"))) == [["UNCHANGED"]]


def test_another_value_is_told_in_print_and_a_blank_one_never_overwrites():
    books = no_books()
    take(books, an(3, "5/2024"))
    result = take(books, an("1200,5", ""))
    assert result.sheets[0].rows[0].changes == (FieldChange("Số con", "3", "1.200,5", "own_1"),)
    assert kept(books) == [(1, 1, "1200.5"), (1, 2, "2024-05")]


def test_a_vaguer_date_never_replaces_a_full_one():
    books = no_books()
    take(books, an("", "19/5/2024"))
    assert outcomes(take(books, an("", "2023"))) == [["UNCHANGED"]]
    take(books, an("", "20/5/2024"))
    assert kept(books) == [(1, 2, "2024-05-20")]


def test_a_number_beyond_measure_is_a_problem_of_its_cell():
    books = no_books()
    result = take(books, an(10**15, ""))
    assert [(row, column) for row, column, _ in problems(result)] == [(2, "Số con")]
    assert outcomes(result) == [["CREATED"]]
    assert kept(books) == []


def test_members_of_clubs_have_them_too():
    books = no_books()
    take(books, ("Lê Thị Chín", "1970", "CLB 1", "2020", 2), header=CLUB)
    assert kept(books) == [(1, 1, "2")]
