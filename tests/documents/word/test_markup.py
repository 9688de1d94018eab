"""Pieces of Word markup: whatever is typed comes out as typed, or not at all."""

import pytest

from ccb_desktop.documents.word.markup import letters, line_under, paragraph, run, twips
from ccb_desktop.domain.papers import Align
from tests.documents.word.parts import find, fragment, text


def test_measures_are_those_of_word():
    assert (twips(25.4), twips(30), twips(210), twips(297)) == (1440, 1701, 11906, 16838)


@pytest.mark.parametrize(
    "words",
    [
        "Nguyễn & Trần",
        "<b>đậm</b> \"trích\" 'dẫn'",
        "=cmd|' /C calc'!A0",
        "{{ full_name }} {% if %}",
        "  hai dấu cách  ",
        "&amp;",
    ],
)
def test_any_text_stands_as_it_was_typed(words):
    assert text(fragment(paragraph(run(words)))) == words


@pytest.mark.parametrize("sign", ["\x00", "\x0b", "\x1f", "\x7f", "\ud800", "\ufffe", "\uffff"])
def test_signs_that_no_file_may_hold_are_left_out(sign):
    assert text(fragment(paragraph(run(f"Trần{sign} Bình")))) == "Trần Bình"


def test_lines_and_tabs_are_kept():
    found = fragment(paragraph(run("một\r\nhai\tba")))
    assert text(found) == "một\nhaiba"
    assert len(find(found, "//w:br")) == len(find(found, "//w:tab")) == 1


def test_letters_are_bold_slanted_and_of_a_size_for_every_script():
    look = fragment(f"<w:rPr>{letters(bold=True, italic=True, size=13)}</w:rPr>")[0]
    assert [child.tag.rpartition("}")[2] for child in look] == [
        *("b", "bCs", "i", "iCs", "sz", "szCs")
    ]
    assert find(look, "w:sz/@w:val") == find(look, "w:szCs/@w:val") == ["26"]
    assert letters() == ""


def test_a_paragraph_is_styled_kept_and_placed():
    (properties,) = find(fragment(paragraph("", "Title", align=Align.CENTER, keep=True)), "//w:pPr")
    assert find(properties, "w:pStyle/@w:val") == ["Title"]
    assert find(properties, "w:jc/@w:val") == ["center"]
    assert find(properties, "w:keepNext")


def test_the_short_line_stands_in_the_middle():
    found = fragment(line_under(100, 40))
    assert find(found, "//w:ind/@w:left") == find(found, "//w:ind/@w:right") == [str(twips(30))]
    assert find(found, "//w:pBdr/w:top/@w:val") == ["single"]
    assert find(fragment(line_under(40, 100)), "//w:ind/@w:left") == ["0"]
