"""The year of meetings as the store tells it."""

from datetime import date

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.activities.regularity import Regularity
from ccb_desktop.operations.activities import activities, regularity

TODAY = date(2026, 5, 20)


def meet(store, held_on, unit_id=1, kind=ActivityKind.UNIT_MEETING, **more):
    activities.save_activity(
        store,
        Activity(held_on=held_on, kind=kind.value, name="Họp", unit_id=unit_id, **more),
    )


def test_units_and_board_with_months_and_rates(filled):
    meet(filled, date(2026, 1, 9), members_present=6)
    meet(filled, date(2026, 4, 9), members_present=8)
    meet(filled, date(2026, 3, 1), None, ActivityKind.BOARD_MEETING, members_present=5)
    meet(filled, date(2026, 2, 9), 2, ActivityKind.BOARD_MEETING)  # of a unit's own board
    meet(filled, date(2026, 3, 9), None)  # of nobody in particular
    board, first, second = regularity.meetings_of_year(filled, 2026, TODAY)
    assert (board.sessions, board.state) == (1, Regularity.SOON)
    assert first.rate_told == "14/16 (87,50 %)"  # the exempt one is not expected
    assert (first.last_on, first.state) == (date(2026, 4, 9), Regularity.KEPT)
    assert second.state is Regularity.NEVER


def test_a_year_that_is_over_is_told_as_at_its_end(filled):
    meet(filled, date(2025, 9, 9))
    meet(filled, date(2026, 1, 9))
    _board, first, _second = regularity.meetings_of_year(filled, 2025, TODAY)
    assert (first.on, first.last_on) == (date(2025, 12, 31), date(2025, 9, 9))
    assert first.state is Regularity.TOO_RARE
