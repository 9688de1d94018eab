"""Tasks in a report: annex 5 by unit and item, the table of section 9, what is planned next."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.figures.books import Books
from ccb_desktop.domain.figures.task_figures import plain
from ccb_desktop.domain.figures.work_book import Handed
from ccb_desktop.domain.members.told_names import told_names
from ccb_desktop.domain.members.units import UnitKind, natural_order
from ccb_desktop.domain.papers import Align, Annex, Band, CellKind, Column, PaperTable, Row
from ccb_desktop.domain.printing import percentage

TO_PEOPLE = "Giao riêng hội viên"
"""Under this stands what was handed to members, not to units."""


@dataclass(frozen=True, slots=True)
class UnitTasks:
    """What one unit was handed.

    Attributes:
        within: What belongs to the period.
        overdue: What is overdue on its last day, of any year.
    """

    name: str
    within: tuple[Handed, ...]
    overdue: tuple[Handed, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class TasksOfPeriod:
    """What annex 5 and section 9 tell.

    Attributes:
        to_on: The cut-off.
        units: Units with work in the period or overdue, chi hội first; then single members.
    """

    to_on: date
    units: tuple[UnitTasks, ...]

    @property
    def within(self) -> list[Handed]:
        """All that belongs to the period, in the order of the plan."""
        found = [one for unit in self.units for one in unit.within]
        return sorted(found, key=lambda one: (one.year, one.key_task_id, one.item_id, one.id))


def tasks_of_period(books: Books, from_on: date, to_on: date) -> TasksOfPeriod | None:
    """What was handed out for a period, unit by unit; `None` where it is nothing."""
    by_unit: dict[int | None, list[Handed]] = {}
    for one in books.work.assignments:
        by_unit.setdefault(one.unit_id, []).append(one)
    names = told_names(books.roster.units, to_on)
    places = {
        unit.id: (list(UnitKind).index(unit.kind), natural_order(unit.code))
        for unit in books.roster.units
    }
    known = sorted((own for own in by_unit if own in places), key=lambda own: places[own])
    others = [own for own in by_unit if own not in places]
    found = [
        UnitTasks(
            names.get(own, TO_PEOPLE),
            tuple(one for one in by_unit[own] if from_on <= one.ends_on <= to_on),
            tuple(one for one in by_unit[own] if one.is_overdue_on(to_on)),
        )
        for own in (*known, *others)
    ]
    units = tuple(unit for unit in found if unit.within or unit.overdue)
    return TasksOfPeriod(to_on=to_on, units=units) if units else None


def tasks_annex(tasks: TasksOfPeriod) -> Annex:
    """By unit, then every item with what each unit brought together."""
    tables = [_units_table(tasks)]
    if tasks.within:
        tables.append(_by_item_table(tasks))
    return Annex(
        number=5,
        sheet="V. Nhiệm vụ",
        title="Thực hiện nhiệm vụ trọng tâm theo đơn vị",
        tables=tuple(tables),
        notes=(
            "Một việc thuộc kỳ có hạn, hoặc ngày cuối của kỳ được giao, nằm trong kỳ báo cáo. "
            "Quá hạn tính mọi việc đã hết hạn mà chưa xong, kể cả của các năm trước.",
        ),
    )


_COUNT = CellKind.NUMBER


def _units_table(tasks: TasksOfPeriod) -> PaperTable:
    columns = (
        Column("STT", 13, CellKind.PLAIN),
        Column("Đơn vị", 62),
        Column("Việc được giao", 26, _COUNT),
        Column("Hoàn thành", 26, _COUNT),
        Column("Trong đó muộn", 24, _COUNT),
        Column("Chưa xong", 24, _COUNT),
        Column("% hoàn thành", 26, CellKind.PERCENT),
        Column("Quá hạn (mọi năm)", 30, _COUNT),
    )
    rows: list[Row] = [
        (place, unit.name, *_counts(unit.within, tasks.to_on), len(unit.overdue))
        for place, unit in enumerate(tasks.units, 1)
    ]
    overdue = sum(len(unit.overdue) for unit in tasks.units)
    total: Row = (None, "Cộng", *_counts(tasks.within, tasks.to_on), overdue)
    return PaperTable(columns=columns, rows=rows, totals=(total,), title="Theo đơn vị")


def _counts(ones: Sequence[Handed], day: date) -> Row:
    """Handed, done, of these late, not done, per cent."""
    done = [one for one in ones if one.is_done_by(day)]
    late = [one for one in done if one.done_on is not None and one.done_on > one.ends_on]
    rate = percentage(len(done), len(ones)) if ones else None
    return len(ones), len(done), len(late), len(ones) - len(done), rate


def _result_columns(width: float) -> tuple[Column, ...]:
    return (
        Column("Việc được giao", width, _COUNT),
        Column("Hoàn thành", width, _COUNT),
        Column("Chỉ tiêu", width, _COUNT),
        Column("Kết quả", width, _COUNT),
        Column("% so với chỉ tiêu", width + 2, CellKind.PERCENT),
    )


def _by_item_table(tasks: TasksOfPeriod) -> PaperTable:
    """Every item with each unit to which it was handed; both in each row, for filters."""
    columns = (
        Column("STT", 13, CellKind.PLAIN),
        Column("Việc", 66),
        Column("Đơn vị", 46),
        Column("Đơn vị tính", 22, align=Align.CENTER),
        *_result_columns(22),
    )
    rows: list[Row] = []
    for ones in _grouped(tasks.within, _item_key).values():
        handed = {id(one) for one in ones}
        for unit in tasks.units:
            own = [one for one in unit.within if id(one) in handed]
            if own:
                said = (own[0].what, unit.name, own[0].measure)
                rows.append((len(rows) + 1, *said, *_results(own, tasks.to_on)))
    return PaperTable(columns=columns, rows=rows, title="Theo từng việc")


def items_table(tasks: TasksOfPeriod) -> PaperTable | None:
    """Section 9: each key task with its items, target, result and per cent.

    Returns:
        `None` where nothing belongs to the period.
    """
    if not tasks.within:
        return None
    columns = (
        Column("TT", 9, CellKind.PLAIN),
        Column("Nhiệm vụ, việc", 50),
        Column("Đơn vị tính", 17, align=Align.CENTER),
        *_result_columns(18),
    )
    rows: list[Row | Band] = []
    for title, of_task in _grouped(tasks.within, lambda one: (one.year, one.task)).items():
        rows.append(Band(str(title[-1])))
        for place, ones in enumerate(_grouped(of_task, _item_key).values(), 1):
            rows.append((place, ones[0].what, ones[0].measure, *_results(ones, tasks.to_on)))
    return PaperTable(columns=columns, rows=rows)


def _item_key(one: Handed) -> tuple[object, ...]:
    return one.year, one.key_task_id, one.item_id, one.what


def _grouped(
    ones: Iterable[Handed], key: Callable[[Handed], tuple[object, ...]]
) -> Mapping[tuple[object, ...], list[Handed]]:
    found: dict[tuple[object, ...], list[Handed]] = {}
    for one in ones:
        found.setdefault(key(one), []).append(one)
    return found


def _results(ones: Sequence[Handed], day: date) -> Row:
    """Handed, done, target, result, per cent; the last three of what has a target."""
    done = sum(one.is_done_by(day) for one in ones)
    measured = [one for one in ones if one.target is not None]
    if not measured:
        return len(ones), done, None, None, None
    target = sum((one.target or Decimal() for one in measured), Decimal())
    result = sum((one.result_by(day) for one in measured), Decimal())
    rate = percentage(result, target) if target else None
    return len(ones), done, plain(target), plain(result), rate
