"""Every list is offered, told what for, and asked for over the right days."""

from datetime import date

from ccb_desktop.domain.reports.list_kinds import LIST_GROUP, LIST_KINDS, LIST_NAMES, day_of_year

TODAY = date(2026, 6, 5)


def test_every_list_that_can_be_made_is_offered():
    assert set(LIST_KINDS) == set(LIST_NAMES)
    assert {kind.group for kind in LIST_KINDS.values()} == set(LIST_GROUP)
    assert all(kind.purpose.endswith(".") for kind in LIST_KINDS.values())


def test_the_days_that_are_offered_at_first():
    assert LIST_KINDS["roster"].usual_days(TODAY) == (None, TODAY)
    assert LIST_KINDS["visits"].usual_days(TODAY) == (date(2026, 1, 1), TODAY)
    assert LIST_KINDS["route-list"].usual_days(TODAY) == (TODAY, date(2026, 7, 5))
    assert day_of_year(2026, TODAY) == TODAY
    assert day_of_year(2024, TODAY) == date(2024, 12, 31)
