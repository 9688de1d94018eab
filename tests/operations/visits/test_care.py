"""Illnesses and relatives on a real store."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.domain.visits.care import Illness, Relative
from ccb_desktop.operations.undo import undo
from ccb_desktop.operations.visits import care

ILL = Illness(person_id=1, from_on=date(2026, 3, 1), what="Tai biến")
WIFE = Relative(person_id=1, full_name=" Trần Thị Hoa ", relation="Vợ", lunar_death_day="15/7")


def test_an_illness_begins_ends_and_is_taken_out(filled):
    change = care.save_illness(filled, ILL)
    (kept,) = care.load_person_care(filled, 1).illnesses
    assert kept == replace(ILL, id=kept.id)
    care.save_illness(filled, replace(kept, to_on=date(2026, 4, 1)))
    assert care.load_person_care(filled, 1).illnesses[0].to_on == date(2026, 4, 1)
    care.remove_illness(filled, kept)
    assert care.load_person_care(filled, 1).illnesses == ()
    again = care.save_illness(filled, ILL)
    undo(filled, again.action_id)
    assert care.load_person_care(filled, 1).illnesses == ()
    assert "illnesses" in change.kinds


def test_a_relative_is_kept_corrected_and_taken_out(filled):
    care.save_relative(filled, WIFE)
    (kept,) = care.load_person_care(filled, 1).relatives
    assert kept.full_name == "Trần Thị Hoa"
    care.save_relative(filled, replace(kept, is_martyr=True))
    assert care.load_person_care(filled, 1).relatives[0].is_martyr
    care.remove_relative(filled, kept)
    assert care.load_person_care(filled, 1).relatives == ()


def test_what_cannot_be_is_refused(filled):
    with pytest.raises(Invalid) as told:
        care.save_illness(filled, replace(ILL, to_on=date(2026, 2, 1)))
    assert set(told.value.fields) == {"to_on"}
    with pytest.raises(Invalid) as told:
        care.save_relative(filled, Relative(person_id=1, full_name="", relation=""))
    assert set(told.value.fields) == {"full_name", "relation"}


def test_who_only_reads_learns_that_somebody_was_ill_and_no_more(filled):
    care.save_illness(filled, replace(ILL, hospital="Viện 108", note="nặng"))
    care.save_relative(filled, replace(WIFE, phone="0912345678"))
    filled.user = User(name="Hà", roles=frozenset({Role.READER}))
    seen = care.load_person_care(filled, 1)
    assert [(one.from_on, one.what, one.hospital, one.note) for one in seen.illnesses] == [
        (ILL.from_on, "", "", "")
    ]
    assert [one.phone for one in seen.relatives] == ["0912•••678"]
    filled.user = replace(filled.user, roles=frozenset({Role.READER, Role.CLERK}))
    assert care.load_person_care(filled, 1).illnesses[0].hospital == "Viện 108"
