"""Ties as the store keeps them."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.superior_forms.ties import (
    Aspect,
    Spelling,
    Tie,
    TieKind,
    as_json,
    check_tie,
    from_json,
)

ties = st.builds(
    Tie,
    kind=st.sampled_from(TieKind),
    name=st.text(max_size=20),
    entry=st.text(max_size=20),
    aspect=st.sampled_from(Aspect),
    spelling=st.sampled_from(Spelling),
    unit=st.text(max_size=5),
    column=st.text(max_size=20),
    filter=st.text(max_size=20),
    text=st.text(max_size=40),
)


@given(ties)
def test_every_tie_comes_back_as_it_was_kept(tie):
    assert from_json(as_json(tie)) == tie


@pytest.mark.parametrize(
    "kept", ["", "[]", '{"v": 2, "kind": "TEXT"}', '{"v": 1}', '{"v": 1, "kind": "X"}', "{"]
)
def test_what_a_newer_program_kept_is_no_tie(kept):
    assert from_json(kept) is None


def test_what_is_usual_is_not_kept():
    assert json.loads(as_json(Tie(kind=TieKind.TYPED))) == {"v": 1, "kind": "TYPED"}


@pytest.mark.parametrize(
    ("tie", "field"),
    [
        (Tie(kind=TieKind.FIGURE, name="no_such"), "name"),
        (Tie(kind=TieKind.WORD, name="NO_SUCH"), "name"),
        (Tie(kind=TieKind.COLUMN, name="units"), "column"),
        (Tie(kind=TieKind.TEXT, text="  "), "text"),
    ],
)
def test_a_tie_that_says_too_little_is_refused(tie, field):
    with pytest.raises(Invalid) as told:
        check_tie(tie)
    assert set(told.value.fields) == {field}
