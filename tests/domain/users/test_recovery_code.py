"""A code that is copied from paper wrongly is noticed before it is tried."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.users.recovery_code import (
    LENGTH,
    SYMBOLS,
    check_symbol,
    in_groups,
    new_code,
    read_code,
)

codes = st.text(SYMBOLS, min_size=LENGTH, max_size=LENGTH).map(lambda c: c + check_symbol(c))


def refused(typed):
    with pytest.raises(Invalid) as refused:
        read_code(typed)
    return refused.value.fields["code"]


@given(codes)
def test_a_code_is_read_as_it_was_printed(code):
    assert (
        read_code(in_groups(code)) == read_code(in_groups(code).lower().replace("-", " ")) == code
    )


@given(codes, st.integers(0, LENGTH), st.sampled_from(SYMBOLS))
def test_one_wrong_symbol_is_noticed(code, place, other):
    wrong = code[:place] + other + code[place + 1 :]
    if wrong != code:
        assert "chưa đúng" in refused(wrong)


@given(codes, st.integers(0, LENGTH - 2))
def test_two_neighbours_exchanged_are_noticed(code, place):
    wrong = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    if wrong != code:
        assert "chưa đúng" in refused(wrong)


def test_what_is_wrong_is_told_with_its_place():
    code = new_code()
    assert len(code.replace("-", "")) == LENGTH + 1
    assert "Ký tự thứ 3 “O”" in refused(code[:2] + "O" + code[3:])
    assert "bác mới gõ 25" in refused(code[:-1])
    assert new_code() != new_code()
