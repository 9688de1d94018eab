"""One sound course of a membership of the Hội made of two that describe the same man.

The course that begins earlier is the base: days before the other begins stay as they were, so
that figures of the past are the same. What both tell is one event. Where both rosters have him
at one time, the moves between units of one of them are followed; every other event that cannot
stand in one course (rule 14) is asked about, and two that contradict each other are refused.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, NamedTuple

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.memberships import (
    ENTRIES,
    EXITS,
    IN_HOI,
    EventKind,
    Membership,
    MembershipEvent,
    Standing,
    check_course,
    in_order,
    is_on_roll_without_entry,
    standing_on,
    standings,
)
from ccb_desktop.domain.merging.fields import Side
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.unit_changes.ward_members import MERGER

MERGED = "Gộp hai hồ sơ của cùng một người"
_IS_DEAD = "Đến ngày này người ấy đã từ trần theo biến động trước. Hỏi lại gia đình, chi hội."
_UNKNOWN: tuple[Any, ...] = (None, "")


@dataclass(frozen=True, slots=True)
class Holding:
    """A membership of the Hội with its events."""

    membership: Membership
    events: tuple[MembershipEvent, ...]

    @property
    def starts_on(self) -> PartialDate | None:
        """Since when he stands on the roll; `None` where nothing says so."""
        ordered = in_order(self.events)
        if is_on_roll_without_entry(ordered):
            return self.membership.on_roll_from
        return ordered[0].happened_on

    @property
    def course(self) -> list[Standing]:
        """How it stood through time."""
        return standings(self.membership, self.events)


@dataclass(frozen=True, slots=True)
class Asked:
    """An event of one of the two that the officer may keep or leave out.

    Attributes:
        side: Of which record it is; both where the two tell the same.
        keep: What is proposed.
        doubt: Why it should be looked at; empty where it simply fits.
    """

    event: MembershipEvent
    side: Side
    keep: bool
    doubt: str = ""

    @property
    def is_settled(self) -> bool:
        """Whether the proposal holds without a look.

        One whom both wards had has come with the other ward's roster, and is in already: that
        he came is left out, and nothing else is lost.
        """
        return not self.doubt or (not self.keep and self.event.reason == MERGER)


@dataclass(frozen=True, slots=True)
class JoinedCourse:
    """The one membership that comes of two, without id and number of the card.

    Attributes:
        events: Those with an id were there before; a new one moves him between the rosters.
    """

    membership: Membership
    events: tuple[MembershipEvent, ...]


class Course(NamedTuple):
    """Two memberships laid over each other, before anything is chosen."""

    base: Holding
    later: Holding
    follows_later: bool
    events: tuple[tuple[MembershipEvent, Side], ...]
    move: MembershipEvent | None


def lay_over(kept: Holding, other: Holding, follow: Side) -> Course:
    """Lay two memberships over each other.

    Args:
        kept: Of the person who is kept.
        other: Of the person who is taken up.
        follow: In whose units he stands where both rosters have him.
    """
    followed, left = (other, kept) if follow is Side.OTHER else (kept, other)
    base, later = (followed, left) if _begins(followed, left) else (left, followed)
    follows_later = later is followed
    overlap = _overlap(base, later)
    told = _told_once(kept.events, other.events)
    if overlap is not None:
        dropped = base if follows_later else later
        gone = {e.id for e in dropped.events if _is_move_from(e, overlap)}
        told = [pair for pair in told if pair[0].id not in gone or pair[1] is Side.BOTH]
    move = _move_over(base, later, overlap) if follows_later else None
    return Course(base, later, follows_later, tuple(told), move)


def asked(course: Course) -> list[Asked]:
    """Every event that is no move, in order, with what is proposed for it."""
    is_in, died = _is_in_at_first(course), False
    found: list[Asked] = []
    for event, side in sorted(course.events, key=lambda pair: _order(pair[0])):
        if event.kind is EventKind.MOVED_UNIT:
            continue
        fits = (event.kind in ENTRIES) != is_in
        if fits:
            is_in = event.kind in ENTRIES or (is_in and event.kind not in EXITS)
        doubt = _IS_DEAD if fits and died else _doubt(course, event, side, fits=fits)
        found.append(Asked(event, side, fits, doubt))
        died = died or event.kind is EventKind.DECEASED
    return found


def join(course: Course, left_out: Collection[int]) -> JoinedCourse:
    """The one course, without the events that the officer leaves out.

    Raises:
        Invalid: Under `happened_on`: two things contradict each other, in plain words.
    """
    events = [event for event, _side in course.events if event.id not in left_out]
    if course.move is not None:
        events.append(course.move)
    joined = _opened(course)
    _check_opening(course, in_order(events))
    check_course(joined, events)
    events = _where_found(joined, events)
    _check_that_later_is_in(course, joined, events)
    return JoinedCourse(joined, tuple(events))


def _where_found(
    membership: Membership, events: Iterable[MembershipEvent]
) -> list[MembershipEvent]:
    """The events in order; moves and exits name the unit in which the one course finds him.

    The move between the two rosters is left out where he stands in the unit already.
    """
    settled: list[MembershipEvent] = []
    for event in in_order(events):
        found = standing_on(standings(membership, settled), event.happened_on.first_day)
        if found is None or event.kind not in {EventKind.MOVED_UNIT, *EXITS}:
            settled.append(event)
        elif event.kind is not EventKind.MOVED_UNIT:
            settled.append(replace(event, unit_id=found.unit_id))
        elif event.id is not None or _place(found) != _place(event):
            settled.append(replace(event, from_unit_id=found.unit_id))
    return settled


def _place(one: Standing | MembershipEvent) -> tuple[int | None, int | None]:
    return one.unit_id, one.sub_unit_id


# --- Laying over ----------------------------------------------------------------------------


def _begins(one: Holding, other: Holding) -> bool:
    """Whether a membership begins no later than the other; on one day the entry is the start."""
    first, second = one.starts_on, other.starts_on
    if first is None or second is None:
        return second is None
    if first.agrees_with(second):
        return _enters(one) or not _enters(other)
    return first.first_day <= second.first_day


def _enters(one: Holding) -> bool:
    return not is_on_roll_without_entry(in_order(one.events))


def _overlap(base: Holding, later: Holding) -> date | None:
    """The day on which the later roster has him too, while the base has him."""
    if later.starts_on is None or base.starts_on is None:
        return None
    day = max(later.starts_on.first_day, base.starts_on.first_day)
    standing = standing_on(base.course, day)
    return day if standing is not None and standing.status in IN_HOI else None


def _is_move_from(event: MembershipEvent, day: date) -> bool:
    return event.kind is EventKind.MOVED_UNIT and event.happened_on.first_day >= day


def _move_over(base: Holding, later: Holding, overlap: date | None) -> MembershipEvent | None:
    """The move out of the base's unit into that of the later roster."""
    if overlap is None or later.starts_on is None:
        return None
    here, there = standing_on(base.course, overlap), standing_on(later.course, overlap)
    if here is None or there is None:
        return None
    if (here.unit_id, here.sub_unit_id) == (there.unit_id, there.sub_unit_id):
        return None
    overlap_on = PartialDate.of(overlap)
    return MembershipEvent(
        kind=EventKind.MOVED_UNIT,
        happened_on=later.starts_on if later.starts_on.first_day == overlap else overlap_on,
        unit_id=there.unit_id,
        sub_unit_id=there.sub_unit_id,
        from_unit_id=here.unit_id,
        reason=MERGED,
    )


def _told_once(
    kept: Iterable[MembershipEvent], other: Iterable[MembershipEvent]
) -> list[tuple[MembershipEvent, Side]]:
    """Events of both; what both tell is one, the more exact day and all that is known of it."""
    told = [(event, Side.KEPT) for event in kept]
    for event in other:
        place = next(
            (i for i, (mine, side) in enumerate(told) if side is Side.KEPT and _same(mine, event)),
            None,
        )
        if place is None:
            told.append((event, Side.OTHER))
        else:
            told[place] = (_filled(told[place][0], event), Side.BOTH)
    return told


def _same(mine: MembershipEvent, his: MembershipEvent) -> bool:
    if mine.kind is not his.kind or not mine.happened_on.agrees_with(his.happened_on):
        return False
    return mine.kind is not EventKind.MOVED_UNIT or mine.unit_id == his.unit_id


def _filled(mine: MembershipEvent, his: MembershipEvent) -> MembershipEvent:
    own = {"id", "membership_id", "kind", "happened_on", "unit_id", "sub_unit_id", "from_unit_id"}
    gaps = [field.name for field in fields(MembershipEvent) if field.name not in own]
    filled = {n: getattr(his, n) for n in gaps if getattr(mine, n) in _UNKNOWN}
    exact = max(mine.happened_on, his.happened_on, key=lambda day: day.precision)
    return replace(mine, happened_on=exact, **filled)


# --- Asking and joining ---------------------------------------------------------------------


def _order(event: MembershipEvent) -> tuple[date, bool, int]:
    return event.happened_on.first_day, event.id is None, event.id or 0


def _is_in_at_first(course: Course) -> bool:
    return not _enters(course.base) and course.base.membership.on_roll_from is not None


def _opened(course: Course) -> Membership:
    """The membership with its opening entry: since when, and in which unit at first."""
    base = course.base.membership
    first = course.base.course[:1]
    if first and not _enters(course.base):
        base = replace(base, unit_id=first[0].unit_id, sub_unit_id=first[0].sub_unit_id)
    return replace(base, id=None, person_id=None, on_roll_from=_opening(course))


def _opening(course: Course) -> PartialDate | None:
    """Since when he stands on the roll, as exactly as one of the two knows it."""
    base, later = course.base.membership.on_roll_from, course.later.membership.on_roll_from
    if base is None or later is None or _enters(course.base) or _enters(course.later):
        return base
    return later if base.agrees_with(later) and later.precision > base.precision else base


def _doubt(course: Course, event: MembershipEvent, side: Side, *, fits: bool) -> str:
    if not fits and event.kind in ENTRIES:
        return "Đến ngày này người ấy đã có tên trong Hội theo hồ sơ kia."
    if not fits:
        return "Đến ngày này người ấy không còn trong Hội theo biến động trước."
    if event.kind in EXITS and side is not Side.BOTH:
        silent = course.later if event in course.base.events else course.base
        then = standing_on(silent.course, event.happened_on.first_day)
        if then is not None and {then.status, silent.course[-1].status} <= IN_HOI:
            return "Hồ sơ kia vẫn ghi người này đang trong Hội."
    return ""


def _check_opening(course: Course, events: list[MembershipEvent]) -> None:
    """See that no entry stands first where the base opens without one: it would be forgotten."""
    since = course.base.membership.on_roll_from
    opens = not _enters(course.base) and since is not None
    if opens and not is_on_roll_without_entry(events):
        done = f"{EVENT_KIND[events[0].kind].lower()} ngày {events[0].happened_on}"
        raise Invalid(
            {
                "happened_on": f"Một hồ sơ ghi người này có tên trong Hội từ {since}, hồ sơ kia "
                f"ghi {done}. Bỏ biến động ấy, hoặc sửa lại ngày vào Hội rồi gộp."
            }
        )


def _check_that_later_is_in(
    course: Course, joined: Membership, events: Iterable[MembershipEvent]
) -> None:
    """See that whom the later roster takes for a member has not left before without coming back."""
    start = course.later.starts_on
    if start is None or course.base.starts_on is None or _enters(course.later):
        return
    standing = standing_on(standings(joined, events), start.last_day)
    if standing is None or standing.status in IN_HOI:
        return
    left = [e for e in in_order(events) if e.kind in EXITS and e.happened_on <= start]
    done = f"{EVENT_KIND[left[-1].kind].lower()} ngày {left[-1].happened_on}" if left else "ra"
    raise Invalid(
        {
            "happened_on": f"Một hồ sơ ghi người này {done}, hồ sơ kia lại có tên trong Hội "
            f"từ {start} mà không ghi vào bằng cách nào. Ghi kết nạp lại hoặc chuyển đến cho "
            "hồ sơ sau rồi gộp, hoặc bỏ biến động ghi sai."
        }
    )
