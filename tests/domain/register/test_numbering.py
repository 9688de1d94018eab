"""Numbers of documents: runs by year and by term, the next one, what stands against one."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.branch import Branch, NumberStyle
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.units import Term
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.register.documents import Direction
from ccb_desktop.domain.register.numbering import (
    Numbered,
    check_typed,
    fits_in,
    following,
    numbers_beside,
    series_name,
    series_of,
    sign_of,
    symbol_of,
)

BY_TERM = Branch(name="Hội CCB xã X", term="2025-2030", number_by_term=True)
CONGRESS = Term(number="VII", from_on=PartialDate(2030, 5, 20))


@pytest.mark.parametrize(
    ("branch", "terms", "on", "series"),
    [
        (Branch(), (), date(2026, 12, 31), "2026"),
        (BY_TERM, (), date(2026, 12, 31), "NK2025"),
        (BY_TERM, (CONGRESS,), date(2030, 5, 19), "NK2025"),
        (BY_TERM, (CONGRESS,), date(2030, 5, 20), "NK2030"),
        (BY_TERM, (), date(2024, 3, 1), "2024"),
        (Branch(number_by_term=True, term="Khóa VII"), (), date(2026, 3, 1), "2026"),
    ],
)
def test_a_number_belongs_to_the_year_or_to_the_term_of_its_day(branch, terms, on, series):
    assert series_of(branch, terms, on) == series


def test_runs_are_named_as_officers_say():
    assert series_name("2026") == "năm 2026"
    assert series_name("NK2025") == "nhiệm kỳ từ năm 2025"


def test_a_change_from_year_to_term_goes_on_where_the_year_stands():
    taken = [Numbered("2025", 40, 2025), Numbered("2026", 21, 2026)]

    assert following(numbers_beside(taken, "NK2025", 2026)) == 22


def test_a_new_term_begins_anew_within_a_year():
    taken = [Numbered("NK2025", 200, 2030)]

    assert following(numbers_beside(taken, "NK2030", 2030)) == 1


@given(st.sets(st.integers(1, 60)))
def test_the_following_number_always_fits(taken):
    number = following(taken)

    assert fits_in(number, taken)
    check_typed(number, taken, "2026")
    assert not fits_in(number + 1, taken) or not taken


@pytest.mark.parametrize(("number", "said"), [(17, "đã cấp"), (19, "bỏ cách"), (0, "từ 1")])
def test_a_typed_number_is_neither_repeated_nor_ahead(number, said):
    with pytest.raises(Invalid, match=said):
        check_typed(number, {17}, "2026")


@pytest.mark.parametrize(
    ("kind", "style", "symbol"),
    [
        ("NQ", NumberStyle.SLASH, "05/NQ-CCB"),
        ("NQ", NumberStyle.HYPHEN, "05-NQ/CCB"),
        ("KHAC", NumberStyle.HYPHEN, "05/CCB"),
        ("Hướng dẫn liên tịch", NumberStyle.SLASH, "05/HDLT-CCB"),
    ],
)
def test_the_symbol_has_both_styles_and_a_zero_below_ten(kind, style, symbol):
    assert symbol_of(Direction.OUT, kind, 5, style) == symbol
    assert symbol_of(Direction.IN, kind, 5, style) == ""


def test_a_kind_of_the_branch_has_a_sign_of_letters():
    assert sign_of("Đề án") == "ĐÁ"
