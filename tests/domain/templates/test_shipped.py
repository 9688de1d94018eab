"""Every template that is shipped is listed, and nothing it can ask for lacks a meaning."""

from datetime import date

import pytest

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.decisions import BLANK
from ccb_desktop.domain.templates.fields import fields_of, is_list
from ccb_desktop.domain.templates.shipped import TEMPLATES, example_of
from ccb_desktop.domain.templates.words import FIELD_WORDS, WORDS_OF
from ccb_desktop.paths import resources
from tests.conftest import BRANCH

ON = date(2026, 6, 30)
OF_OTHERS = {
    # what is said of the dead, of those admitted again; what is left to the pen
    *("died_on", "lunar_death_day", "burial_place", "practice", "practice_note", "photo"),
    *("readmitted", "until_phrase", "elsewhere", "reason", "age", "signer_name"),
    *("chair_name", "secretary_name", "secretary"),
    *("consent_withdrawn_on", "consent_withdrawn_reason"),
}


def test_every_template_of_the_program_is_listed():
    there = {file.name for file in (resources() / "templates").glob("*.docx")}
    assert set(TEMPLATES) == there


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda one: one.name)
def test_every_field_has_a_meaning_and_an_example(template):
    fields = fields_of(template, BRANCH, ON)
    assert all(one.meaning for one in fields)
    told = [one for one in fields if not one.is_list and not one.in_list]
    assert {one.name for one in told if one.example.strip() in ("", BLANK)} <= OF_OTHERS
    lists = [v for v in example_of(template, BRANCH, ON).values() if is_list(v)]
    assert all(lists)


def test_no_meaning_is_of_a_field_that_no_template_has():
    every = {one.name for own in TEMPLATES.values() for one in fields_of(own, BRANCH, ON)}
    assert {name for name in FIELD_WORDS if name not in every} <= set(FIELD)
    assert {name for words in WORDS_OF.values() for name in words} <= every
