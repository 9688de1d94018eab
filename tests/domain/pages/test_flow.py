"""Pages of a paper: nothing is lost, rows stay whole, headings come again, numbers are counted."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.pages.flow import pages
from ccb_desktop.domain.pages.placed import PlacedGround, PlacedPicture, PlacedWords
from ccb_desktop.domain.pages.strips import Heights
from ccb_desktop.domain.pages.values import (
    Break,
    Edges,
    Floating,
    From,
    Justify,
    Look,
    Marginal,
    PageCell,
    PageNumber,
    PageParagraph,
    PageRow,
    PageSection,
    PageTable,
    PaperText,
    Picture,
    Shape,
    Sides,
    Tab,
    TabStop,
    Words,
)

LOOK = Look(size=10.0)


class Even:
    """Letters that are all as wide as half their size, in lines of 12 points."""

    def width(self, text, look):
        return len(text) * look.size / 2

    def heights(self, look):
        return Heights(look.size, look.size / 5, 0.0)


def said(text, **shape):
    words = (Words(text, LOOK),) if text else ()
    return PageParagraph(words, Shape(**{"no_lone_line": False, **shape}), LOOK)


def cell(place, *blocks, **more):
    return PageCell(place, 1, blocks, Edges(), Sides(0, 0, 0, 0), **more)


def section(*blocks, **more):
    """A page with room for 5 lines of 20 letters."""
    room = {"width": 140, "height": 100, "top": 20, "bottom": 20, "left": 20, "right": 20}
    return PageSection(blocks, **{**room, "to_head": 2, "to_foot": 2, **more})


def laid(*blocks, **more):
    return list(pages(PaperText((section(*blocks, **more),)), Even()))


def texts(page):
    return page.text.split("\n")


def row(text, **more):
    return PageRow((cell(0, said(text)),), whole=True, **more)


@given(st.lists(st.text("ab -", max_size=60), min_size=1, max_size=12), st.sampled_from(Justify))
def test_every_word_is_on_some_page_and_within_the_margins(written, justify):
    found = laid(*(said(text, justify=justify, no_lone_line=True) for text in written))
    words = [one for page in found for one in page.things if isinstance(one, PlacedWords)]
    assert "".join("".join(one.text for one in words).split()) == "".join("".join(written).split())
    assert all(one.x >= 20 and one.x + len(one.text.rstrip()) * 5 <= 120.1 for one in words)
    assert all(20 <= one.y <= 80 for one in words)


@given(st.lists(st.integers(1, 60), min_size=1, max_size=15))
def test_rows_stay_whole_under_a_heading_that_comes_again(lengths):
    rows = [row("x" * length) for length in lengths]
    found = laid(PageTable((100,), (row("DAU", heading=True), *rows)))
    assert all(texts(page)[0] == "DAU" for page in found)
    seen = [line for page in found for line in texts(page) if line != "DAU"]
    assert "".join(seen) == "x" * sum(lengths)
    assert all(len(texts(page)) <= 5 for page in found)


def test_a_row_too_high_for_what_is_left_goes_over_whole():
    found = laid(PageTable((100,), (row("a" * 60), row("b" * 60))))
    assert [page.text.replace("\n", "") for page in found] == ["a" * 60, "b" * 60]


def test_a_row_that_may_be_cut_is_cut_where_the_page_ends():
    rows = tuple(replace(row(sign * 60), whole=False) for sign in "ab")
    found = laid(PageTable((100,), rows))
    assert [len(texts(page)) for page in found] == [5, 1]


def test_a_row_higher_than_any_page_goes_on_and_ends():
    found = laid(PageTable((100,), (replace(row("a" * 300), whole=False),)))
    assert [len(texts(page)) for page in found] == [5, 5, 5]


def test_a_heading_goes_to_the_page_of_what_it_heads():
    found = laid(said("a" * 80), said("Dau", keep_next=True), said("b"))
    assert [texts(page)[-1] for page in found] == ["a" * 20, "b"]
    assert texts(found[1])[0] == "Dau"


def test_no_line_of_a_paragraph_stands_alone():
    found = laid(said("a" * 80), said("b" * 40, no_lone_line=True))
    assert [len(texts(page)) for page in found] == [4, 2]


def test_space_above_is_left_out_where_a_page_was_full_and_kept_where_one_was_begun():
    full = laid(said("a" * 100), said("b", before=6))
    begun = laid(said("a"), said("b", before=6, new_page=True))
    first = [next(one.y for one in found[1].things) for found in (full, begun)]
    assert first == [30, 36]


def test_the_larger_of_two_spaces_counts_unless_the_paper_adds_them():
    paper = PaperText((section(said("a", after=4), said("b", before=6)),))
    ys = [
        [one.y for one in next(pages(each, Even())).things]
        for each in (paper, replace(paper, adds_gaps=True))
    ]
    assert ys == [[30, 48], [30, 52]]


def test_a_break_ends_the_page_and_leaves_no_empty_line_behind_it():
    paragraph = PageParagraph((Words("a", LOOK), Break(LOOK, page=True)), Shape(), LOOK)
    found = laid(paragraph, said("b"))
    assert [page.text for page in found] == ["a", "b"]


def test_a_new_page_at_the_very_beginning_is_no_empty_page():
    assert len(laid(said("a", new_page=True))) == 1


def test_pages_are_numbered_from_the_second_and_count_themselves():
    inlines = (PageNumber(LOOK), Words("/", LOOK), PageNumber(LOOK, total=True))
    number = PageParagraph(inlines, Shape(), LOOK)
    head = Marginal(usual=(number,), first=())
    blocks = [said("a" * 100), said("b")]
    found = laid(*blocks, head=head, first_differs=True)
    heads = [[one for one in page.things if one.y < 20] for page in found]
    assert heads[0] == []
    assert [(one.text, one.counts_pages) for one in heads[1]] == [("2/", False), ("00", True)]


def test_a_section_that_goes_on_stays_on_the_page():
    first = section(said("a"))
    continues = section(said("b"), continues=True)
    turned = section(said("c"), width=100, height=140)
    found = list(pages(PaperText((first, continues, turned)), Even()))
    assert [page.text for page in found] == ["a\nb", "c"]
    assert (found[1].width, found[1].number) == (100, 2)


def test_tabs_go_to_their_stops_and_fill_the_way_with_dots():
    shape = Shape(tabs=(TabStop(60, "left"), TabStop(100, "right", ".")))
    inlines = [Words("ab", LOOK), Tab(LOOK), Words("cd", LOOK), Tab(LOOK), Words("9", LOOK)]
    things = laid(PageParagraph(tuple(inlines), shape, LOOK))[0].things
    at = {one.text: one.x for one in things}
    assert (at["ab"], at["cd"], at["9"]) == (20, 80, 115)
    assert any(set(one.text) == {"."} for one in things)


def test_words_stand_left_in_the_middle_right_or_spread():
    ends = {}
    for justify in Justify:
        things = laid(said("aa bb " + "c" * 18, justify=justify))[0].things
        line = [one for one in things if one.y == 30]
        ends[justify] = (line[0].x, round(max(one.x + len(one.text.rstrip()) * 5 for one in line)))
    assert ends == {
        Justify.LEFT: (20, 45),
        Justify.CENTER: (57.5, 82),
        Justify.RIGHT: (95, 120),
        Justify.BOTH: (20, 120),
    }


def test_lines_make_room_for_a_picture_beside_them():
    picture = Picture(b"", 40, 20, "Ảnh")
    floating = Floating(picture, x=0, across=From.TEXT, beside=True)
    words = Words("aaaa " * 8, LOOK)
    page = laid(PageParagraph((floating, words), Shape(), LOOK))[0]
    xs = {one.y: one.x for one in page.things if isinstance(one, PlacedWords)}
    assert [x > 60 for _y, x in sorted(xs.items())] == [True, True, False]
    assert any(isinstance(one, PlacedPicture) for one in page.things)


def test_a_floating_thing_stands_where_the_page_says():
    floating = Floating(Picture(b"", 10, 10), across=From.PAGE, down=From.PAGE, align="right", y=7)
    page = laid(PageParagraph((floating,), Shape(), LOOK))[0]
    assert [(one.x, one.y) for one in page.things] == [(130, 7)]


def test_a_cell_over_two_rows_has_no_line_through_it():
    tall = cell(0, said("cao"), rows=2)
    under = PageCell(0, 1, (), rows=0)
    rows = (
        PageRow((tall, cell(1, said("a" * 20)))),
        PageRow((under, cell(1, said("b")))),
    )
    page = laid(PageTable((50, 50), rows))[0]
    assert texts(page)[0].startswith("cao")
    assert page.text.count("a") == 21


def test_the_ground_of_a_row_lies_under_the_words_that_reach_into_it():
    shaded = {"ground": "F2F2F2"}
    rows = (
        PageRow((cell(0, said("cao"), rows=2, **shaded), cell(1, said("a"), **shaded))),
        PageRow((PageCell(0, 1, (), rows=0, **shaded), cell(1, said("b"), **shaded))),
    )
    things = laid(PageTable((50, 50), rows))[0].things
    assert [isinstance(one, PlacedGround) for one in things] == [True] * 4 + [False] * 3


@pytest.mark.parametrize("blocks", [(), (said(""),)])
def test_an_empty_paper_has_one_page(blocks):
    assert [page.text for page in laid(*blocks)] == [""]


def test_a_line_may_end_where_a_word_has_an_unseen_place_to_break():
    page = laid(said("aa " + "b" * 9 + "\u200b" + "c" * 9))[0]
    at = {letter: one.y for one in page.things for letter in "abc" if letter in one.text}
    assert at == {"a": 30, "b": 30, "c": 42}
