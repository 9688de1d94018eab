"""What a frozen report knows is kept and read whole."""

import zlib
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.figures.values import FigureRecord, Gift, Share
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.reports.frozen_content import (
    FrozenContent,
    FrozenFigure,
    FrozenVoucher,
    as_bytes,
    from_bytes,
)
from tests.paper_values import a_report

ENTRIES = st.one_of(
    st.integers(0, 10**12),
    st.builds(Share, st.integers(0, 99), st.integers(0, 99)),
    st.builds(Share, st.decimals(0, 9, places=1), st.just(Decimal("2.5"))),
    st.builds(Gift, st.integers(0, 99), st.integers(0, 10**9)),
)
VALUES = st.one_of(
    st.none(), st.integers(-5, 10**12), st.dictionaries(st.text(max_size=5), ENTRIES)
)
DAYS = st.dates() | st.builds(PartialDate, st.integers(1900, 2100), st.none() | st.integers(1, 12))
RECORDS = st.builds(FigureRecord, st.just("person"), st.sampled_from("123"), st.text(), DAYS)
FIGURES = st.builds(
    FrozenFigure, st.text(), st.text(), VALUES, st.booleans(), st.lists(RECORDS).map(tuple)
)


def content(**more):
    on = date(2026, 1, 5)
    plain = FrozenContent(
        figures={},
        texts={"IV": "Lời", "II.1": "Ưu"},
        vouchers=(FrozenVoucher(FigureRecord("voucher", "7", "PT-2026-0001", on), "2"),),
        paper=a_report(),
    )
    return replace(plain, **more)


@given(st.dictionaries(st.text(max_size=4), FIGURES, max_size=4))
def test_figures_with_their_records_come_back(figures):
    back = from_bytes(as_bytes(content(figures=figures)))
    assert back.figures == figures
    kinds = [type(r.on) for one in back.figures.values() for r in one.records]
    assert kinds == [type(r.on) for one in figures.values() for r in one.records]


def test_texts_vouchers_and_paper_come_back():
    kept = content()
    back = from_bytes(as_bytes(kept))
    assert (back.texts, back.vouchers) == (kept.texts, kept.vouchers)
    assert back.paper.subject == kept.paper.subject
    assert as_bytes(back) == as_bytes(kept)


def test_the_order_in_which_texts_were_typed_changes_nothing():
    turned = content(texts={"II.1": "Ưu", "IV": "Lời"})
    assert as_bytes(turned) == as_bytes(content())


@pytest.mark.parametrize(
    "spoilt", [b"", b"x", zlib.compress(b"[]"), zlib.compress(b'{"format":2}')]
)
def test_anything_else_is_refused(spoilt):
    with pytest.raises(ValueError, match="no content"):
        from_bytes(spoilt)
