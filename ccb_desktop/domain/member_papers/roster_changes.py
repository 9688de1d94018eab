"""How the roster of each chi hội changed over a period: rule 14, unit by unit."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.memberships import ENTRIES, EXITS, IN_HOI, EventKind, Status
from ccb_desktop.domain.members.units import natural_order
from ccb_desktop.domain.papers import CellKind, Column, PaperTable, Row
from ccb_desktop.domain.partial_dates import PartialDate

INCREASES = (EventKind.ADMITTED, EventKind.READMITTED, EventKind.TRANSFERRED_IN)
DECREASES = (
    EventKind.TRANSFERRED_OUT,
    EventKind.DECEASED,
    EventKind.STRUCK_OFF,
    EventKind.RESIGNED,
    EventKind.EXPELLED,
)


class Standing(Protocol):
    """What is needed of a member on a day; a `MemberLine` has it."""

    @property
    def membership_id(self) -> int: ...  # noqa: D102 (as in `MemberLine`)
    @property
    def status(self) -> Status: ...  # noqa: D102 (as in `MemberLine`)
    @property
    def unit_id(self) -> int | None: ...  # noqa: D102 (as in `MemberLine`)
    @property
    def unit_name(self) -> str: ...  # noqa: D102 (as in `MemberLine`)


class Movement(Protocol):
    """What is needed of an event; a `MovementLine` has it."""

    @property
    def event_id(self) -> int: ...  # noqa: D102 (as in `MovementLine`)
    @property
    def membership_id(self) -> int: ...  # noqa: D102 (as in `MovementLine`)
    @property
    def kind(self) -> EventKind: ...  # noqa: D102 (as in `MovementLine`)
    @property
    def happened_on(self) -> PartialDate: ...  # noqa: D102 (as in `MovementLine`)
    @property
    def unit_id(self) -> int | None: ...  # noqa: D102 (as in `MovementLine`)
    @property
    def unit_name(self) -> str: ...  # noqa: D102 (as in `MovementLine`)


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitChanges:
    """One chi hội over a period, or the branch as a whole.

    Attributes:
        opening: Members on the day before the period.
        events: How many entered and left the Hội here, by kind of event.
        moved_in: Came from another chi hội of the branch.
        moved_out: Went to another chi hội of the branch.
        closing: Members on the last day.
    """

    unit_id: int | None
    unit_name: str
    opening: int
    events: Mapping[EventKind, int]
    moved_in: int
    moved_out: int
    closing: int

    @property
    def unrecorded(self) -> int:
        """Members at the end beyond what the events say: on the roll without an entry event."""
        entered = sum(self.events.get(kind, 0) for kind in INCREASES) + self.moved_in
        left = sum(self.events.get(kind, 0) for kind in DECREASES) + self.moved_out
        return self.closing - (self.opening + entered - left)

    @property
    def balances(self) -> bool:
        """Whether opening, plus who came, less who went, is closing (rule 14)."""
        return self.unrecorded == 0


@dataclass(slots=True)
class _Tally:
    """What is counted of one unit."""

    name: str = ""
    opening: int = 0
    closing: int = 0
    moved_in: int = 0
    moved_out: int = 0
    events: Counter[EventKind] = field(default_factory=Counter)


def changes_by_unit(
    opening: Iterable[Standing],
    closing: Iterable[Standing],
    movements: Iterable[Movement],
) -> tuple[UnitChanges, ...]:
    """The changes of every unit that had members, in the natural order of names.

    Args:
        opening: The roster of the day before the period.
        closing: The roster of its last day; its names of units are used where both know one.
        movements: The events of the period.
    """
    tallies: dict[int | None, _Tally] = {}
    unit_now: dict[int, int | None] = {}

    def of(unit_id: int | None, name: str = "") -> _Tally:
        tally = tallies.setdefault(unit_id, _Tally())
        tally.name = name or tally.name
        return tally

    for line in opening:
        if line.status in IN_HOI:
            of(line.unit_id, line.unit_name).opening += 1
            unit_now[line.membership_id] = line.unit_id
    for event in sorted(movements, key=lambda m: (m.happened_on.first_day, m.event_id)):
        before = unit_now.get(event.membership_id, event.unit_id)
        if event.kind in ENTRIES:
            of(event.unit_id, event.unit_name).events[event.kind] += 1
            unit_now[event.membership_id] = event.unit_id
        elif event.kind in EXITS:
            of(before).events[event.kind] += 1
        elif event.kind is EventKind.MOVED_UNIT and event.unit_id != before:
            of(before).moved_out += 1
            of(event.unit_id, event.unit_name).moved_in += 1
            unit_now[event.membership_id] = event.unit_id
    for line in closing:
        if line.status in IN_HOI:
            of(line.unit_id, line.unit_name).closing += 1
    found = (_changes(unit_id, tally) for unit_id, tally in tallies.items())
    return tuple(sorted(found, key=lambda unit: natural_order(unit.unit_name)))


def _changes(unit_id: int | None, tally: _Tally) -> UnitChanges:
    return UnitChanges(
        unit_id=unit_id,
        unit_name=tally.name,
        opening=tally.opening,
        events=dict(tally.events),
        moved_in=tally.moved_in,
        moved_out=tally.moved_out,
        closing=tally.closing,
    )


def sum_of(changes: Sequence[UnitChanges]) -> UnitChanges:
    """The branch as a whole."""
    events: Counter[EventKind] = Counter()
    for unit in changes:
        events.update(unit.events)
    return UnitChanges(
        unit_id=None,
        unit_name="Tổng cộng",
        opening=sum(unit.opening for unit in changes),
        events=dict(events),
        moved_in=sum(unit.moved_in for unit in changes),
        moved_out=sum(unit.moved_out for unit in changes),
        closing=sum(unit.closing for unit in changes),
    )


def changes_table(changes: Sequence[UnitChanges], title: str = "") -> PaperTable:
    """The check of rule 14 as a table: opening, who came, who went, closing, by chi hội."""
    total = sum_of(changes)
    note = ""
    if not total.balances:
        note = (
            f"Có {total.unrecorded} hội viên có tên trong danh sách từ một ngày trong kỳ "
            "mà chưa ghi biến động (kết nạp, chuyển đến)."
        )
    return PaperTable(
        title=title,
        columns=_columns(),
        rows=[_row(place, unit) for place, unit in enumerate(changes, 1)],
        totals=(_row(None, total),),
        note=note,
    )


def _columns() -> tuple[Column, ...]:
    count = CellKind.NUMBER
    came = [Column(EVENT_KIND[kind], 17, count, group="Tăng") for kind in INCREASES]
    went = [Column(EVENT_KIND[kind], 17, count, group="Giảm") for kind in DECREASES]
    return (
        Column("STT", 12, CellKind.PLAIN),
        Column("Chi hội", 50),
        Column("Đầu kỳ", 17, count),
        *came,
        Column("Chi hội khác đến", 19, count, group="Tăng"),
        *went,
        Column("Sang chi hội khác", 19, count, group="Giảm"),
        Column("Cuối kỳ", 17, count),
    )


def _row(place: int | None, unit: UnitChanges) -> Row:
    return (
        place,
        unit.unit_name,
        unit.opening,
        *(unit.events.get(kind, 0) for kind in INCREASES),
        unit.moved_in,
        *(unit.events.get(kind, 0) for kind in DECREASES),
        unit.moved_out,
        unit.closing,
    )
