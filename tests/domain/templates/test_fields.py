"""What is to be typed into Word for a field, and which field somebody may have meant."""

from datetime import date

import pytest

from ccb_desktop.domain.templates.fields import fields_of, names_like
from ccb_desktop.domain.templates.shipped import MEMBER_SHEET, TEMPLATES
from ccb_desktop.domain.templates.words import FIELD_WORDS
from tests.conftest import BRANCH

ON = date(2026, 6, 30)


@pytest.fixture(scope="module")
def written():
    """Name of a field of the member sheet → what is typed."""
    return {one.name: one.written for one in fields_of(TEMPLATES[MEMBER_SHEET], BRANCH, ON)}


def test_what_is_typed_for_a_field_a_list_a_row_and_a_picture(written):
    assert written["full_name"] == "{{ full_name }}"
    assert written["events"] == "{%tr for row in events %}"
    assert written["events.kind"] == "{{ row.kind }}"
    assert written["photo"] == "{{r photo }}"


def test_rows_that_are_texts_are_typed_as_the_row_itself():
    fields = fields_of(TEMPLATES["ban-dang-ky-thi-dua.docx"], BRANCH, ON)
    assert [one.written for one in fields if one.in_list == "content"] == ["{{ row }}"]


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("ho_ten", "full_name"),
        ("ho_va_ten", "full_name"),
        ("fullname", "full_name"),
        ("full_nme", "full_name"),
        ("ngay_sinh", "born_on"),
        ("que_quan", "home_town"),
        ("dia_chi", "address"),
        ("so_the", "card_no"),
        ("adress", "address"),
    ],
)
def test_a_field_in_vietnamese_or_misspelt_is_understood(written, wrong, meant):
    assert names_like(wrong, written, FIELD_WORDS)[0] == meant


def test_what_is_like_nothing_is_like_nothing(written):
    assert names_like("zzqqxx", written, FIELD_WORDS) == []
