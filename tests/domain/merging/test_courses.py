"""Two courses of one man made one: sound whatever comes in, the past untouched, refusals plain."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import (
    IN_HOI,
    EventKind,
    Membership,
    MembershipEvent,
    check_course,
    standing_on,
    standings,
)
from ccb_desktop.domain.merging.courses import MERGED, Holding, asked, join, lay_over
from ccb_desktop.domain.merging.fields import Side
from ccb_desktop.domain.partial_dates import PartialDate

DAYS = [date(year, month, 15) for year in range(1989, 2028) for month in (1, 7)]


def day(text):
    return PartialDate.parse(text)


def holding(number, since, *events, unit=None):
    """A membership on the roll since a day, in a unit of its own; its events are numbered."""
    own = unit or number
    made = [
        MembershipEvent(
            id=number * 100 + place, membership_id=number, kind=kind, happened_on=day(on), **more
        )
        for place, (kind, on, more) in enumerate(events)
    ]
    on_roll_from = day(since) if since else None
    membership = Membership(id=number, unit_id=own, on_roll_from=on_roll_from)
    return Holding(membership, tuple(made))


def event(kind, on, **more):
    return kind, on, more


def joined(kept, other, follow=Side.KEPT, left_out=None):
    course = lay_over(kept, other, follow)
    if left_out is None:
        left_out = {one.event.id for one in asked(course) if not one.keep}
    return join(course, left_out)


def told(course):
    return [(e.kind, str(e.happened_on)) for e in course.events]


def unit_on(course, on):
    standing = standing_on(standings(course.membership, course.events), on)
    return None if standing is None or standing.status not in IN_HOI else standing.unit_id


def test_the_earlier_roster_is_the_base_and_its_units_are_followed():
    course = joined(holding(1, "1990"), holding(2, "1/7/2025"))
    assert told(course) == []
    assert str(course.membership.on_roll_from) == "1990"
    assert [unit_on(course, on) for on in (date(1995, 1, 1), date(2026, 1, 1))] == [1, 1]


@pytest.mark.parametrize("turned", [False, True])
def test_the_units_of_the_later_roster_can_be_followed(turned):
    sides = (holding(1, "1990"), holding(2, "1/7/2025"))
    course = joined(*reversed(sides)) if turned else joined(*sides, Side.OTHER)
    (move,) = course.events
    assert (move.kind, move.from_unit_id, move.unit_id) == (EventKind.MOVED_UNIT, 1, 2)
    assert (move.reason, move.id) == (MERGED, None)
    assert [unit_on(course, on) for on in (date(2025, 6, 30), date(2025, 7, 1))] == [1, 2]


def test_moves_of_the_roster_that_is_not_followed_are_left_out():
    here = holding(
        1,
        "1990",
        event(EventKind.MOVED_UNIT, "2000", unit_id=5, from_unit_id=1),
        event(EventKind.MOVED_UNIT, "2026", unit_id=6, from_unit_id=5),
    )
    there = holding(2, "2025", event(EventKind.MOVED_UNIT, "3/2026", unit_id=7, from_unit_id=2))
    course = joined(here, there, Side.OTHER)
    assert [e.unit_id for e in course.events] == [5, 2, 7]
    course = joined(here, there, Side.KEPT)
    assert [e.unit_id for e in course.events] == [5, 6]


def test_a_roster_that_knows_only_todays_unit_still_opens_where_he_stood():
    here = holding(1, "1990", event(EventKind.MOVED_UNIT, "2026", unit_id=1, from_unit_id=9))
    course = joined(here, holding(2, "2025", unit=9), Side.OTHER)
    assert told(course) == []
    assert unit_on(course, date(1995, 1, 1)) == 9


@pytest.mark.parametrize("follow", list(Side)[:2])
def test_an_admission_told_by_one_and_the_roll_by_the_other_are_one_entry(follow):
    entry = holding(2, None, event(EventKind.ADMITTED, "15/5/1990", unit_id=2))
    course = joined(holding(1, "1990"), entry, follow)
    assert told(course)[0] == (EventKind.ADMITTED, "15/05/1990")
    assert unit_on(course, date(2026, 1, 1)) == (1 if follow is Side.KEPT else 2)


def test_a_later_admission_is_asked_about():
    entry = holding(2, None, event(EventKind.ADMITTED, "1995", unit_id=2))
    (one,) = asked(lay_over(holding(1, "1990"), entry, Side.KEPT))
    assert (one.keep, one.side) == (False, Side.OTHER)
    assert "đã có tên trong Hội" in one.doubt
    with pytest.raises(Invalid, match="ghi kết nạp ngày 1995"):
        joined(holding(1, "1990"), entry, left_out=())


def test_who_came_with_the_other_ward_and_was_here_needs_no_question():
    for reason, settled in (("Sáp nhập", True), ("Theo gia đình", False)):
        came = event(EventKind.TRANSFERRED_IN, "1/7/2025", unit_id=2, reason=reason)
        (one,) = asked(lay_over(holding(1, "1990"), holding(2, None, came), Side.KEPT))
        assert (one.keep, one.is_settled) == (False, settled)


def test_the_dead_of_one_ward_does_not_rise_by_the_roster_of_the_other():
    dead = holding(1, "1990", event(EventKind.DECEASED, "5/2024"))
    came = event(EventKind.TRANSFERRED_IN, "1/7/2025", unit_id=2, reason="Sáp nhập")
    alive = holding(2, None, came)
    died, rose = asked(lay_over(dead, alive, Side.KEPT))
    assert died.is_settled and not rose.is_settled
    assert "đã từ trần" in rose.doubt
    with pytest.raises(Invalid, match=r"đã từ trần \(5/2024\)"):
        joined(dead, alive)
    assert told(joined(dead, alive, left_out={rose.event.id})) == [(EventKind.DECEASED, "5/2024")]


def test_who_left_by_one_and_stays_by_the_other_is_asked_about():
    left = holding(1, "1990", event(EventKind.STRUCK_OFF, "2026"))
    (one,) = asked(lay_over(left, holding(2, "2025"), Side.KEPT))
    assert one.keep
    assert "vẫn ghi người này đang trong Hội" in one.doubt


def test_leaving_one_ward_and_coming_to_the_other_needs_no_question():
    left = holding(1, "1990", event(EventKind.TRANSFERRED_OUT, "5/2025"))
    come = holding(2, None, event(EventKind.TRANSFERRED_IN, "7/2025", unit_id=2))
    course = lay_over(left, come, Side.KEPT)
    assert [one.doubt for one in asked(course)] == ["", ""]
    assert unit_on(joined(left, come), date(2026, 1, 1)) == 2


def test_a_roster_that_has_him_after_he_left_is_refused_in_plain_words():
    left = holding(1, "1990", event(EventKind.TRANSFERRED_OUT, "5/2025"))
    with pytest.raises(Invalid, match=r"ghi người này chuyển đi ngày 5/2025.*từ 01/07/2025"):
        joined(left, holding(2, "1/7/2025"))


def test_a_membership_that_never_stood_adds_nothing():
    for sides in ((holding(1, "1990"), holding(2, None)), (holding(2, None), holding(1, "1990"))):
        course = joined(*sides, Side.OTHER)
        assert told(course) == []
        assert unit_on(course, date(2026, 1, 1)) == 1


# --- Whatever comes in ----------------------------------------------------------------------

dates = st.sampled_from([f"{month}/{year}" for year in range(1990, 2027, 4) for month in (2, 8)])
kinds = st.sampled_from(list(EventKind))


@st.composite
def sound_holdings(draw, number):
    """A membership in units of its own whose events can follow each other."""
    made = holding(number, draw(st.one_of(st.none(), dates)), unit=number * 10)
    drawn = draw(st.lists(st.tuples(dates, kinds), min_size=1, max_size=6))
    for place, (on, kind) in enumerate(sorted(drawn, key=lambda one: day(one[0]))):
        now = made.course[-1:]
        longer = MembershipEvent(
            id=number * 100 + place,
            kind=kind,
            happened_on=day(on),
            unit_id=number * 10 + place,
            from_unit_id=now[0].unit_id if now else None,
        )
        events = (*made.events, longer)
        try:
            check_course(made.membership, events)
        except Invalid:
            continue
        made = Holding(made.membership, events)
    assume(made.starts_on is not None)
    return made


@given(sound_holdings(1), sound_holdings(2), st.sampled_from([Side.KEPT, Side.OTHER]))
def test_what_is_joined_is_sound_and_days_before_the_later_roster_stay_as_they_were(
    kept, other, follow
):
    course = lay_over(kept, other, follow)
    try:
        one = joined(kept, other, follow)
    except Invalid as invalid:
        assert str(invalid).endswith(".")
        return
    check_course(one.membership, one.events)
    base, later = course.base, course.later
    assume(not base.starts_on.agrees_with(later.starts_on))
    for on in DAYS:
        if on < later.starts_on.first_day:
            before = standing_on(base.course, on)
            after = standing_on(standings(one.membership, one.events), on)
            assert (before and (before.status, before.unit_id)) == (
                after and (after.status, after.unit_id)
            )


@given(sound_holdings(1), sound_holdings(2), st.sampled_from([Side.KEPT, Side.OTHER]))
def test_it_does_not_matter_which_record_is_kept(kept, other, follow):
    turned = Side.OTHER if follow is Side.KEPT else Side.KEPT
    assume(not kept.starts_on.agrees_with(other.starts_on))
    one, another = lay_over(kept, other, follow), lay_over(other, kept, turned)
    assert (one.base, one.later, one.follows_later) == (
        another.base,
        another.later,
        another.follows_later,
    )
