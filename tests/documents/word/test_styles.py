"""Styles: Times New Roman everywhere, real headings, the measures of the decree."""

import pytest
from lxml import etree

from ccb_desktop.documents.word.markup import twips
from ccb_desktop.documents.word.styles import BODY, GRID, HEADINGS, TITLE, styles_part, table_text
from tests.documents.word.parts import find


@pytest.fixture(scope="module")
def styles():
    return etree.fromstring(styles_part().encode())


def style(styles, name):
    (found,) = find(styles, f"w:style[@w:styleId='{name}']")
    return found


def test_all_four_fonts_are_set_wherever_one_is(styles):
    fonts = find(styles, "//w:rFonts")
    assert len(fonts) > 8
    assert {tuple(font.attrib.values()) for font in fonts} == {("Times New Roman",) * 4}
    assert {name.rpartition("}")[2] for font in fonts for name in font.attrib} == {
        *("ascii", "hAnsi", "eastAsia", "cs")
    }


def test_every_paragraph_style_but_the_usual_one_sets_the_fonts(styles):
    for found in find(styles, "w:style[@w:type='paragraph'][not(@w:default)]"):
        assert find(found, "w:rPr/w:rFonts"), etree.tostring(found)


def test_the_language_is_vietnamese_and_letters_are_of_14_points(styles):
    (usual,) = find(styles, "w:docDefaults/w:rPrDefault/w:rPr")
    assert find(usual, "w:lang/@w:val") == ["vi-VN"]
    assert find(usual, "w:sz/@w:val") == ["28"]


@pytest.mark.parametrize("level", [1, 2, 3])
def test_headings_are_real_bold_and_black(styles, level):
    found = style(styles, HEADINGS[level])
    assert find(found, "w:name/@w:val") == [f"heading {level}"]
    assert find(found, "w:pPr/w:outlineLvl/@w:val") == [str(level - 1)]
    assert find(found, "w:pPr/w:keepNext")
    assert find(found, "w:rPr/w:b")
    assert find(found, "w:rPr/w:color/@w:val") == ["000000"]
    assert find(found, "w:rPr/w:sz/@w:val") == ["28"]


def test_the_body_is_justified_indented_and_spaced_as_the_decree_says(styles):
    found = style(styles, BODY)
    assert find(found, "w:pPr/w:jc/@w:val") == ["both"]
    assert find(found, "w:pPr/w:ind/@w:firstLine") == [str(twips(12.7))]
    (spacing,) = find(found, "w:pPr/w:spacing")
    after, line = (int(find(spacing, f"@w:{name}")[0]) for name in ("after", "line"))
    assert after >= 6 * 20
    assert 240 <= line <= 360


def test_titles_are_centred_and_bold(styles):
    found = style(styles, TITLE)
    assert find(found, "w:pPr/w:jc/@w:val") == ["center"]
    assert find(found, "w:rPr/w:b")


@pytest.mark.parametrize("size", [9, 10, 11, 12])
def test_tables_have_a_style_for_every_size_of_letters(styles, size):
    assert find(style(styles, table_text(size)), "w:rPr/w:sz/@w:val") == [str(size * 2)]


def test_the_grid_has_lines_on_all_sides(styles):
    lines = find(style(styles, GRID), "w:tblPr/w:tblBorders/*/@w:val")
    assert lines == ["single"] * 6
