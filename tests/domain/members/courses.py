"""Random lives of members: every valid course of events; and short ways to write one."""

from datetime import date, timedelta

from hypothesis import strategies as st

from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    EXITS,
    EventKind,
    Membership,
    MembershipEvent,
)
from ccb_desktop.domain.partial_dates import PartialDate
from tests.books import day

STAYING = (
    EventKind.MOVED_UNIT,
    EventKind.EXEMPTED,
    EventKind.RESUMED,
    EventKind.SUSPENDED,
    *EXITS,
)
FIRST = date(2020, 1, 1)


def event(kind, happened_on, **more):
    """An event in short."""
    return MembershipEvent(kind=EventKind(kind), happened_on=day(happened_on), **more)


def member(since="5/1990", **more):
    """A membership in unit 1 on the roll since a day."""
    return Membership(on_roll_from=day(since), unit_id=1, **more)


@st.composite
def courses(draw):
    """A membership and events that can follow each other, days of all precisions."""
    on_roll = draw(st.booleans())
    is_in, now, events = on_roll, FIRST, []
    for number in range(1, draw(st.integers(0 if on_roll else 1, 8)) + 1):
        now += timedelta(days=draw(st.integers(0, 200)))
        kind = draw(st.sampled_from(STAYING if is_in else sorted(ENTRIES)))
        until = draw(st.none() | st.integers(0, 90))
        events.append(
            MembershipEvent(
                id=number,
                kind=kind,
                happened_on=_as_known(draw, now, events),
                unit_id=draw(st.integers(1, 3)),
                until_on=None if until is None else PartialDate.of(now + timedelta(days=until)),
            )
        )
        if kind is EventKind.DECEASED:
            break
        is_in = kind in ENTRIES or (is_in and kind not in EXITS)
    since = PartialDate.of(FIRST - timedelta(days=draw(st.integers(0, 400))))
    return Membership(id=1, unit_id=1, on_roll_from=since if on_roll else None), events


def _as_known(draw, now, earlier):
    """The day, or its month where that keeps the events in their order."""
    month = PartialDate(now.year, now.month)
    fits = not earlier or earlier[-1].happened_on.first_day <= month.first_day
    return month if fits and draw(st.booleans()) else PartialDate.of(now)
