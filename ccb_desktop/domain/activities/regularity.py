"""How regularly units and the board meet, month by month (rules 9 and 10)."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from ccb_desktop.domain.charter import charter_on, months_after
from ccb_desktop.domain.members.units import Unit, UnitKind
from ccb_desktop.domain.printing import number, share, short_date

BOARD_NAME = "Ban Chấp hành Hội"
SOON_DAYS = 30
"""So many days before the next meeting is due, it is called due soon."""

MEETING_UNITS = (UnitKind.CHI_HOI, UnitKind.PHAN_HOI)
MONTHS = 12


class Regularity(StrEnum):
    """How a unit stands with its meetings."""

    KEPT = "KEPT"
    SOON = "SOON"
    TOO_RARE = "TOO_RARE"
    NEVER = "NEVER"


REGULARITY: Mapping[Regularity, str] = {
    Regularity.KEPT: "✔ Đều",
    Regularity.SOON: "! Sắp đến hạn",
    Regularity.TOO_RARE: "✘ Quá hạn",
    Regularity.NEVER: "? Chưa ghi buổi nào",
}
"""Sign and word, for colour alone is not enough."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting of a unit, or of the board.

    Attributes:
        unit_id: The chi hội or phân hội; `None` for the board.
        sessions: How many buổi or cuộc the entry counts.
        present: Lượt of members; `None` where nobody counted.
    """

    unit_id: int | None
    held_on: date
    sessions: int
    present: int | None


class Roll:
    """How many active members a unit had on any day."""

    def __init__(self, spans: Iterable[tuple[int, date, date | None]]) -> None:
        """Take in standings: unit, first day, and the day from which it no longer holds."""
        begun: defaultdict[int, list[date]] = defaultdict(list)
        ended: defaultdict[int, list[date]] = defaultdict(list)
        for unit_id, from_on, to_on in spans:
            begun[unit_id].append(from_on)
            if to_on is not None:
                ended[unit_id].append(to_on)
        self._begun = {unit: sorted(days) for unit, days in begun.items()}
        self._ended = {unit: sorted(days) for unit, days in ended.items()}

    def members(self, unit_id: int | None, on: date) -> int:
        """Its active members on a day."""
        if unit_id is None:
            return 0
        begun = bisect_right(self._begun.get(unit_id, []), on)
        return begun - bisect_right(self._ended.get(unit_id, []), on)


@dataclass(frozen=True, slots=True)
class MonthOfMeetings:
    """What a unit held in one month.

    Attributes:
        sessions: Buổi or cuộc.
        present: Lượt of members at those meetings of which somebody counted them.
        expected: How many active members these meetings had before them; 0 where not known.
    """

    sessions: int = 0
    present: int = 0
    expected: int = 0

    @property
    def rate_told(self) -> str:
        """`14/16 (87,50 %)`; nothing where it is not known."""
        return share(self.present, self.expected) if self.expected else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitYear:
    """The meetings of a unit, or of the board, in one year.

    Attributes:
        unit_id: `None` for the board.
        on: The day as at which it is told.
        last_on: Its last meeting up to that day, of whatever year.
        due_on: By when the next one is due.
        months: January to December.
    """

    unit_id: int | None
    name: str
    on: date
    last_on: date | None = None
    due_on: date | None = None
    months: tuple[MonthOfMeetings, ...] = field(default=(MonthOfMeetings(),) * MONTHS)

    @property
    def sessions(self) -> int:
        """Of the whole year."""
        return sum(month.sessions for month in self.months)

    @property
    def present(self) -> int:
        """Lượt of members at the meetings that tell it."""
        return sum(month.present for month in self.months)

    @property
    def expected(self) -> int:
        """Active members before these meetings, added up."""
        return sum(month.expected for month in self.months)

    @property
    def rate_told(self) -> str:
        """`1.240/1.400 (88,57 %)`, as rule 16 has it; nothing where it is not known."""
        return share(self.present, self.expected) if self.expected else ""

    def month_told(self, month: int) -> str:
        """`✔ 2`; `–` where there was no meeting; nothing of a month that is still to come."""
        found = self.months[month - 1]
        if found.sessions:
            return f"✔ {number(found.sessions)}"
        return "–" if date(self.on.year, month, 1) <= self.on else ""

    @property
    def state(self) -> Regularity:
        """How it stands on the day."""
        if self.due_on is None:
            return Regularity.NEVER
        if self.due_on < self.on:
            return Regularity.TOO_RARE
        is_soon = self.due_on <= self.on + timedelta(days=SOON_DAYS)
        return Regularity.SOON if is_soon else Regularity.KEPT

    @property
    def state_told(self) -> str:
        """`✘ Quá hạn từ 12/05/2026`."""
        told = REGULARITY[self.state]
        if self.due_on is None or self.state is Regularity.KEPT:
            return told
        since = " từ" if self.state is Regularity.TOO_RARE else ""
        return f"{told}{since} {short_date(self.due_on)}"


def last_meetings(
    met_on: Mapping[int | None, date], units: Iterable[Unit]
) -> dict[int | None, date]:
    """Unit → its last meeting; one of the chi hội is one of its phân hội too.

    Many chi hội meet as a whole; a phân hội that never met by itself is not lost then.
    """
    found = dict(met_on)
    for unit in units:
        if unit.kind is UnitKind.PHAN_HOI and unit.parent_id in met_on:
            whole = met_on[unit.parent_id]
            found[unit.id] = max(found.get(unit.id, whole), whole)
    return found


def year_of_meetings(
    year: int,
    on: date,
    units: Sequence[tuple[Unit, str]],
    meetings: Iterable[Meeting],
    met_on: Mapping[int | None, date],
    roll: Roll,
) -> list[UnitYear]:
    """The board, then every chi hội and phân hội in being on the day, in the order given.

    Args:
        year: The year.
        on: As at what day; the last one of a year that is over.
        units: With the names they are listed by.
        meetings: Those of the year, up to the day.
        met_on: Unit → its last meeting up to the day (`last_meetings`).
        roll: The active members of any day.
    """
    by_unit: defaultdict[int | None, list[Meeting]] = defaultdict(list)
    for meeting in meetings:
        if meeting.held_on.year == year and meeting.held_on <= on:
            by_unit[meeting.unit_id].append(meeting)
    charter = charter_on(on)
    rows: list[tuple[int | None, str, int]] = [(None, BOARD_NAME, charter.board_meeting_months)]
    rows += [
        (unit.id, name, charter.unit_meeting_months)
        for unit, name in units
        if unit.kind in MEETING_UNITS and unit.stands_on(on)
    ]
    return [
        UnitYear(
            unit_id=unit_id,
            name=name,
            on=on,
            last_on=met_on.get(unit_id),
            due_on=months_after(met_on[unit_id], months) if unit_id in met_on else None,
            months=_months(by_unit[unit_id], roll),
        )
        for unit_id, name, months in rows
    ]


def _months(meetings: Iterable[Meeting], roll: Roll) -> tuple[MonthOfMeetings, ...]:
    sessions, present, expected = ([0] * MONTHS for _ in range(3))
    for one in meetings:
        place = one.held_on.month - 1
        sessions[place] += one.sessions
        members = roll.members(one.unit_id, one.held_on)
        if one.present is not None and members:
            present[place] += one.present
            expected[place] += members * one.sessions
    return tuple(map(MonthOfMeetings, sessions, present, expected))
