"""Overlaps are found in the books, decided, and shown again where a decision is taken back."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.operations.tasks import handing_out, overlaps, plan
from tests.books import add_unit
from tests.plans import a_task, an_item, hand_out

YEAR = 2026


@pytest.fixture
def books(store):
    """Two chi hội that were given the same street."""
    item = an_item(store, a_task(store, year=YEAR), "Vệ sinh đường")
    for code in ("CH1", "CH2"):
        hand_out(store, item, add_unit(store, code, f"Chi hội {code[-1]}"), place="Phố Ga")
    return store


def test_an_overlap_is_decided_and_shown_again(books):
    (found,) = overlaps.list_overlaps(books, YEAR)
    assert overlaps.list_overlaps(books, YEAR - 1) == []
    with pytest.raises(Invalid):
        overlaps.settle(books, [found], "", date(2026, 1, 5))
    overlaps.settle(books, [found], "Mỗi chi hội một bên đường", date(2026, 1, 5))
    assert overlaps.list_overlaps(books) == []
    with pytest.raises(Conflict, match="đã được xử lý"):
        overlaps.settle(books, [found], "Chia đôi", date(2026, 1, 5))
    (settled,) = overlaps.list_settled(books, YEAR)
    assert settled.settled.decision == "Mỗi chi hội một bên đường"
    assert settled.overlap.key == found.key
    overlaps.reopen(books, settled.settled.id)
    assert overlaps.list_overlaps(books) == [found]


def test_withdrawing_one_takes_the_decision_along(books):
    (found,) = overlaps.list_overlaps(books)
    overlaps.settle(books, [found], "Cùng làm", date(2026, 1, 5))
    handing_out.withdraw_assignments(books, [found.second.id])
    assert overlaps.list_settled(books, YEAR) == []
    assert [line.id for line in plan.list_handed_out(books)] == [found.first.id]
