"""Book 4 by its name: awards, their sums, discipline."""

from datetime import date

import pytest

from ccb_desktop.domain.emulation.award_book import Recipient
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient, Discipline, DisciplineForm
from ccb_desktop.operations import disciplines
from ccb_desktop.operations.emulation import awards
from ccb_desktop.operations.papers import ListOrder, list_rows, write_list
from tests.books import add_member, add_unit


@pytest.fixture
def books(store):
    add_unit(store)
    add_member(store, "Trần Văn Bình")
    award = Award(awarded_on=date(2025, 5, 19), recipient="", form="Giấy khen", giver="UBND phường")
    awards.give_awards(store, award, [Recipient(AwardRecipient.MEMBER, "Trần Văn Bình", 1)])
    awards.give_awards(store, award, [Recipient(AwardRecipient.UNIT, "Chi hội 1", unit_id=1)])
    disciplines.save_discipline(
        store,
        Discipline(
            person_id=1,
            decided_on=date(2025, 6, 2),
            form=DisciplineForm.REPRIMAND,
            reason="Bỏ sinh hoạt",
        ),
    )
    return store


def paper(store, **more):
    return list_rows(store, ListOrder(name="awards", on=date(2025, 12, 31), **more))


def test_awards_their_sums_and_discipline(books):
    given, sums, decided = paper(books).tables
    assert [row[2] for row in given.rows] == ["Trần Văn Bình", "Chi hội 1"]
    assert [tuple(row) for row in sums.rows] == [("Giấy khen", 1, 1, None, 2)]
    assert [(row[2], row[5]) for row in decided.rows] == [("Trần Văn Bình", "Khiển trách")]


def test_the_period_and_the_filter_hold(books):
    given, decided = paper(books, from_on=date(2025, 6, 1)).tables
    assert (len(given.rows), len(decided.rows)) == (0, 1)
    found = paper(books, filter="chi hoi 1")
    assert [row[2] for row in found.tables[0].rows] == ["Trần Văn Bình", "Chi hội 1"]


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_it_is_written(books, tmp_path, ending):
    out = tmp_path / f"so{ending}"
    write_list(books, ListOrder(name="awards", on=date(2025, 12, 31)), out)
    assert out.stat().st_size > 0
