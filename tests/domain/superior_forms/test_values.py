"""What stands in a blank: figures by aspect, words, what is typed."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.figures.registry import INDICATOR
from ccb_desktop.domain.figures.values import Figure, Figures, Gift, Share
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.superior_forms.ties import Aspect, Spelling, Tie, TieKind, Word
from ccb_desktop.domain.superior_forms.values import FormSource, filled_of, typed_cell


def figures(**values):
    by_code = {
        code: Figure(indicator=INDICATOR[code], computed=value) for code, value in values.items()
    }
    day = date(2026, 1, 1)
    return Figures(from_on=day, to_on=day, unit_code=None, by_code=by_code, identity=None)


SOURCE = FormSource(
    branch=Branch(name="Hội CCB phường An Lạc", parent="Hội CCB tỉnh", place="An Lạc"),
    period=Period.of_half_year(2026, 1),
    cut_off=date(2026, 6, 5),
    today=date(2026, 6, 9),
    figures={
        "": figures(
            members_admitted=7,
            dues_collected=1_200_000,
            unit_meetings=None,
            exemplary_members={"2025": Share(1849, 1862)},
            reunion_gifts={"Gặp mặt": Gift(15, 1_800_000)},
            awards_by_form={"Giấy khen": 10, "Bằng khen": 2},
        ),
        "CH1": figures(members_admitted=2),
    },
    before={"": figures(members_admitted=4)},
    typed={"target.members_admitted": "10", "estimate.members_admitted": "12"},
)


def text(code, **more):
    return filled_of(Tie(kind=TieKind.FIGURE, name=code, **more), SOURCE).text


@pytest.mark.parametrize(
    ("aspect", "told"),
    [
        (Aspect.VALUE, "7"),
        (Aspect.BEFORE, "4"),
        (Aspect.CHANGE, "3"),
        (Aspect.TARGET, "10"),
        (Aspect.OF_TARGET, "70,00"),
        (Aspect.ESTIMATE, "12"),
    ],
)
def test_a_number_is_taken_from_every_side(aspect, told):
    assert text("members_admitted", aspect=aspect) == told


def test_what_no_book_gives_is_never_a_nought():
    assert text("unit_meetings") == "…"
    assert text("members_admitted", unit="CH1", aspect=Aspect.BEFORE) == "…"
    assert text("members_admitted", unit="CH1", aspect=Aspect.TARGET) == "…"


def test_a_single_unit_is_asked_by_its_code():
    assert text("members_admitted", unit="CH1") == "2"


def test_shares_gifts_and_entries_are_taken_apart():
    assert text("exemplary_members") == "1.849/1.862 (99,30 %)"
    assert text("exemplary_members", aspect=Aspect.PART) == "1.849"
    assert text("exemplary_members", aspect=Aspect.WHOLE) == "1.862"
    assert text("exemplary_members", aspect=Aspect.PERCENT) == "99,30"
    assert text("reunion_gifts", aspect=Aspect.WHOLE) == "1.800.000"
    assert text("awards_by_form", entry="Giấy khen") == "10"
    assert text("awards_by_form") == "Giấy khen: 10; Bằng khen: 2"
    assert text("awards_by_form", entry="Huân chương") == "…"


def test_a_number_is_written_in_words():
    assert text("dues_collected", spelling=Spelling.WORDS) == "Một triệu hai trăm nghìn đồng"
    assert text("members_admitted", spelling=Spelling.WORDS) == "Bảy"


@pytest.mark.parametrize(
    ("word", "told"),
    [
        (Word.BRANCH, "Hội CCB phường An Lạc"),
        (Word.PERIOD, "6 tháng đầu năm 2026"),
        (Word.CUT_OFF_DAY, "05/06/2026"),
        (Word.PLACE_AND_DATE, "An Lạc, ngày 09 tháng 6 năm 2026"),
        (Word.YEAR_BEFORE, "2025"),
        (Word.SIGNER_NAME, "…"),
    ],
)
def test_words_of_the_branch_and_the_period(word, told):
    assert filled_of(Tie(kind=TieKind.WORD, name=word), SOURCE).text == told


@pytest.mark.parametrize(
    ("typed", "cell"),
    [
        ("2026", 2026),
        ("1.234.567", 1_234_567),
        ("0", 0),
        ("-5", -5),
        ("12,5", Decimal("12.5")),
        ("0912345678", "0912345678"),
        ("1.2.3", "1.2.3"),
        ("05/BC", "05/BC"),
        ("", ""),
        ("12 người", "12 người"),
    ],
)
def test_what_is_typed_is_a_number_only_where_it_is_written_as_one(typed, cell):
    assert typed_cell(typed) == cell


def test_what_is_typed_is_printed_as_it_was_typed():
    assert filled_of(Tie(kind=TieKind.TYPED), SOURCE, "2026").text == "2026"


@given(st.integers(-(10**12), 10**12))
def test_every_number_as_papers_print_it_is_read_as_a_number(value):
    assert typed_cell(number(value)) == value
