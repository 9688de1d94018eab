"""The list "Thay đổi": what changed between two days, chi hội by chi hội, with names."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.named_changes import ChangeGroup, NamedChange, by_unit
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.member_papers.roster_changes import (
    DECREASES,
    INCREASES,
    UnitChanges,
    changes_table,
    sum_of,
)
from ccb_desktop.domain.papers import Band, CellKind, Column, ListPaper, PaperTable, Row
from ccb_desktop.domain.printing import number

_COLUMNS = (
    Column("STT", 12, CellKind.PLAIN),
    Column(FIELD["full_name"], 44),
    Column(FIELD["born_on"], 25, CellKind.DATE),
    Column(FIELD["unit"], 32),
    Column("Thay đổi", 48),
    Column(FIELD["happened_on"], 25, CellKind.DATE),
    Column(FIELD["elsewhere"], 34),
    Column(FIELD["decision_no"], 28),
    Column(FIELD["reason"], 34),
)


@dataclass(frozen=True, slots=True)
class RosterChanges:
    """What changed between two days.

    Attributes:
        units: Each chi hội with its numbers.
        named: Every change with its name.
    """

    units: tuple[UnitChanges, ...]
    named: tuple[NamedChange, ...]

    def sentence(self) -> str:
        """`Đầu kỳ 1.850 + 12 vào − 5 ra = cuối kỳ 1.857 hội viên. …`, of the branch."""
        total = replace(sum_of(self.units), moved_in=0, moved_out=0)  # within the branch
        moves = sum(one.group is ChangeGroup.MOVED_IN for one in self.named)
        states = sum(one.group is ChangeGroup.STATUS for one in self.named)
        told = f"{balance(total)} hội viên. "
        told += f"Chuyển chi hội {number(moves)}, đổi trạng thái {number(states)}."
        if not total.balances:
            told += f" Trong đó {number(total.unrecorded)} người có tên mà chưa ghi biến động."
        return told


def balance(unit: UnitChanges) -> str:
    """The identity of rule 14 in one line; who has no event of entry counts among who came."""
    came = sum(unit.events.get(kind, 0) for kind in INCREASES) + unit.unrecorded
    went = sum(unit.events.get(kind, 0) for kind in DECREASES)
    parts = [f"Đầu kỳ {number(unit.opening)}", f"+ {number(came)} vào"]
    if unit.moved_in:
        parts.append(f"+ {number(unit.moved_in)} từ chi hội khác")
    parts.append(f"− {number(went)} ra")
    if unit.moved_out:
        parts.append(f"− {number(unit.moved_out)} sang chi hội khác")
    return f"{' '.join(parts)} = cuối kỳ {number(unit.closing)}"


def changes_list(source: ListSource, changes: RosterChanges) -> ListPaper:
    """Every change with its name under its chi hội, then the numbers of all of them."""
    found = fitting(changes.named, source.order.filter, searched)
    units: Mapping[int | None, UnitChanges] = {unit.unit_id: unit for unit in changes.units}
    rows: list[Row | Band] = []
    for unit_id, named in by_unit(found).items():
        rows.append(Band(_head(named, units.get(unit_id))))
        rows += [_row(place, one) for place, one in enumerate(named, 1)]
    tables = [PaperTable(columns=_COLUMNS, rows=rows, note=_note(found, changes))]
    if not source.order.filter:
        tables.append(changes_table(changes.units, f"Tăng, giảm hội viên. {source.period}"))
    return source.paper("NHỮNG THAY ĐỔI CỦA HỘI VIÊN", source.period, *tables)


def searched(change: NamedChange) -> Iterable[object]:
    """What a filter looks into."""
    return (
        *(change.full_name, change.born_on, change.unit_name, change.what, change.on),
        *(change.elsewhere, change.decision_no, change.reason),
    )


def _head(named: Sequence[NamedChange], unit: UnitChanges | None) -> str:
    name = named[0].unit_name or "Chưa ghi chi hội"
    return f"{name}: {balance(unit)}" if unit is not None else name


def _note(found: Sequence[NamedChange], changes: RosterChanges) -> str:
    if not found:
        return "Không có thay đổi nào."
    return f"Tổng cộng: {number(len(found))} thay đổi. {changes.sentence()}"


def _row(place: int, one: NamedChange) -> Row:
    return (
        place,
        one.full_name,
        one.born_on,
        one.unit_name,
        one.what,
        one.on,
        one.elsewhere,
        one.decision_no,
        one.reason,
    )
