"""All checks together: none doubts a sound record, each has its own name."""

import inspect

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.papers import mask
from ccb_desktop.domain.record_gaps import life_checks, membership_checks, number_checks
from ccb_desktop.domain.record_gaps.checks import CHECKS, all_doubts, doubts_of
from ccb_desktop.domain.record_gaps.records import CheckedRecord
from tests.domain.record_gaps.record_values import ON, a_record


def test_a_sound_record_raises_no_doubt():
    assert doubts_of(a_record(), ON) == []


def test_every_check_that_is_written_is_used_once():
    written = {
        function
        for module in (life_checks, membership_checks, number_checks)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and list(inspect.signature(function).parameters)[:1] == ["record"]
    }
    used = [kind.find for kind in CHECKS.values()]
    assert set(used) == written
    assert len(used) == len(written)
    assert len({kind.label for kind in CHECKS.values()}) == len(CHECKS)


def test_every_doubt_of_everybody_is_found():
    records = [a_record(), a_record(person_id=2, died_on="1980", phone="12")]
    found = all_doubts(records, ON)
    assert {one.check for one in found} == {"joined-dead", "dead-member", "phone"}
    assert {one.record.person_id for one in found} == {2}
    assert all(one.doubt.field in (*FIELD, "events", "posts") for one in found)


def test_numbers_are_hidden_in_what_leaves_the_branch():
    (one,) = all_doubts([a_record(citizen_id="001053000123")], ON)
    assert one.hide_numbers(one.doubt.values[1], mask) == "CCCD: 0010•••••123"


def test_a_record_names_what_it_is_asked_for():
    assert {"born_on", "citizen_id", "events", "posts"} <= set(CheckedRecord._fields)
