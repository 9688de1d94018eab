"""One decision for many, the year of the medal beside it, all of it one act."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.emulation.award_book import Recipient
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient
from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.operations import undo
from ccb_desktop.operations.emulation import awards
from ccb_desktop.operations.members.people import load_person_file
from tests.books import add_member, add_unit

MEDAL = Award(
    awarded_on=date(2025, 12, 6),
    recipient="",
    form="Kỷ niệm chương",
    giver="Trung ương Hội",
    decision_no="88/QĐ-CCB",
)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))


@pytest.fixture
def members(store):
    add_unit(store)
    for name in ("Trần Văn Bình", "Lê Văn Ba"):
        add_member(store, name)
    return store


def recipients():
    kind = AwardRecipient.MEMBER
    return [Recipient(kind, "Trần Văn Bình", 1), Recipient(kind, "Lê Văn Ba", 2)]


def medal_year(store, person_id=1):
    return load_person_file(store, person_id).person.medal_year


def test_one_decision_makes_a_line_for_each_and_notes_the_year(members):
    change = awards.give_awards(members, MEDAL, recipients())
    found = awards.list_awards(members, *YEAR)
    assert [(one.award.recipient, one.unit_name) for one in found] == [
        ("Lê Văn Ba", "Chi hội 1"),
        ("Trần Văn Bình", "Chi hội 1"),
    ]
    assert medal_year(members) == 2025
    assert set(awards.medal_holders(members, [1, 2])) == {1, 2}
    undo.undo(members, change.action_id)
    assert awards.list_awards(members, *YEAR) == []
    assert medal_year(members) is None


def test_the_year_follows_a_correction_and_goes_with_the_award(members):
    awards.give_awards(members, MEDAL, recipients()[:1])
    (line,) = awards.list_awards(members, *YEAR)
    moved = replace(line.award, awarded_on=date(2024, 12, 6))
    awards.correct_award(members, moved)
    assert medal_year(members) == 2024
    awards.remove_awards(members, [line.award.id])
    assert medal_year(members) is None
    with pytest.raises(NotFound):
        awards.load_award(members, line.award.id)


def test_other_forms_and_units_leave_people_as_they_are(members):
    letter = replace(MEDAL, form="Giấy khen")
    awards.give_awards(
        members, letter, [*recipients(), Recipient(AwardRecipient.UNIT, "Chi hội 1", unit_id=1)]
    )
    assert len(awards.list_awards(members, *YEAR)) == 3
    assert medal_year(members) is None
    assert awards.medal_holders(members, [1, 2]) == {}


def test_nobody_and_a_day_to_come_are_refused(members):
    with pytest.raises(Invalid) as nobody:
        awards.give_awards(members, MEDAL, [])
    assert "recipients" in nobody.value.fields
    with pytest.raises(Invalid) as ahead:
        awards.give_awards(members, replace(MEDAL, awarded_on=date(2990, 1, 1)), recipients())
    assert "awarded_on" in ahead.value.fields
