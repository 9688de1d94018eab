"""Papers come back from JSON as they were."""

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.kept_papers import as_json, from_json
from ccb_desktop.domain.papers import Band, BoldRow, Column, PaperTable, SumRow
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import a_report

CELLS = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.integers(),
    st.dates(),
    st.decimals(allow_nan=False, allow_infinity=False, places=2),
    st.builds(PartialDate, st.integers(1900, 2100), st.none() | st.integers(1, 12)),
)
ROWS = st.one_of(
    st.lists(CELLS, min_size=2, max_size=2).map(tuple),
    st.lists(CELLS, min_size=2, max_size=2).map(BoldRow),
    st.lists(CELLS, min_size=2, max_size=2).map(SumRow),
    st.text(max_size=8).map(Band),
)


def kept(value):
    return from_json(json.loads(json.dumps(as_json(value))))


@given(st.lists(ROWS, max_size=4).map(tuple))
def test_a_table_comes_back_with_the_kinds_of_its_rows_and_cells(rows):
    table = PaperTable(columns=(Column("a", 10), Column("b", 20, group="c")), rows=rows)
    back = kept(table)
    assert back == table
    assert list(map(type, back.rows)) == list(map(type, rows))
    cells = [(type(one), one) for row in back.rows if isinstance(row, tuple) for one in row]
    given_cells = [(type(one), one) for row in rows if isinstance(row, tuple) for one in row]
    assert cells == given_cells


def test_a_whole_report_comes_back():
    paper = a_report()
    back = kept(paper)
    assert as_json(back) == as_json(paper)
    assert (back.letterhead, back.signature) == (paper.letterhead, paper.signature)
    assert back.recipients == paper.recipients


def test_what_no_paper_is_made_of_is_refused():
    with pytest.raises(TypeError):
        as_json({1, 2})
    with pytest.raises(KeyError):
        from_json({"is": "Path", "of": "/etc"})


def test_days_and_fractions_keep_their_kind():
    assert kept((date(2026, 6, 5), Decimal("0.350"))) == (date(2026, 6, 5), Decimal("0.350"))
