"""Who took his consent back is named before sensitive data of him leaves, and only then."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.papers import Column, PaperTable
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.orders import PackageOrder
from ccb_desktop.operations.members.people import load_person_file, save_person
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.withdrawn import (
    withdrawn_among,
    withdrawn_in_form,
    withdrawn_in_list,
    withdrawn_in_package,
    withdrawn_in_table,
)
from tests.books import day

ON = date(2025, 6, 30)
WHO = ("Trần Văn Bình 2",)


@pytest.fixture
def books(filled):
    for own, days in {2: ("1/2/2025", "5/3/2025"), 3: ("6/3/2025", "5/3/2025")}.items():
        given, withdrawn = map(day, days)
        person = load_person_file(filled, own).person
        save_person(filled, replace(person, consent_on=given, consent_withdrawn_on=withdrawn))
    return filled


def test_who_gave_it_again_is_not_among_them(books):
    assert withdrawn_among(books) == WHO
    assert withdrawn_among(books, {1, 3}) == ()


@pytest.mark.parametrize(
    ("name", "more", "found"),
    [
        ("roster-book", {}, WHO),
        ("roster-book", {"filter": "Bình 4"}, ()),
        ("roster", {}, ()),  # tells nothing of health, policy or poverty
    ],
)
def test_a_list_names_those_who_stand_in_it(books, name, more, found):
    assert withdrawn_in_list(books, ListOrder(name=name, on=ON, **more)) == found


@pytest.mark.parametrize(("column", "found"), [("policies", WHO), ("phone", ())])
def test_a_table_of_the_screen_names_those_beside_sensitive_columns(books, column, found):
    columns = (Column(FIELD["full_name"], 40), Column(FIELD[column], 30))
    rows = [("Trần Văn Bình 1", ""), ("Trần Văn Bình 2", "x")]
    assert withdrawn_in_table(books, PaperTable(columns=columns, rows=rows)) == found


@pytest.mark.parametrize(
    ("name", "chosen", "found"),
    [
        ("member-sheet", (1, 2), WHO),
        ("member-sheet", (1,), ()),
        ("questionnaire", (), WHO),  # of whole chi hội
        ("labels", (2,), ()),
    ],
)
def test_a_form_names_those_for_whom_it_is_made(books, name, chosen, found):
    assert withdrawn_in_form(books, FormOrder(name=name, on=ON, chosen=chosen)) == found


@pytest.mark.parametrize(
    ("lists", "data", "found"),
    [(("roster",), False, ()), (("roster-book",), False, WHO), ((), True, WHO)],
)
def test_a_package_names_those_of_its_lists_or_of_all_its_data(books, lists, data, found):
    order = PackageOrder(
        kind=ReportKind.HALF_YEAR, period=Period.parse("2025-H1"), lists=lists, data=data
    )
    assert withdrawn_in_package(books, order) == found
