"""What tasks, activities and emulation put into the data workbook when it is written filled."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from ccb_desktop.domain.exchange.choices import CodeLists
from ccb_desktop.domain.exchange.fields import Field
from ccb_desktop.domain.members.units import Unit, UnitKind, natural_order
from ccb_desktop.domain.tasks.periods import Recurrence, periods_of
from ccb_desktop.domain.tasks.recipients import ALL_UNITS
from ccb_desktop.domain.workbook_money import MoneySource, Values

_ACTIVITY = (
    *("held_on", "kind", "name", "role", "sessions", "members_present", "youth_present"),
    *("people_present", "opinions", "quantity", "measure", "result"),
)
_AWARD = ("awarded_on", "recipient_kind", "form", "giver", "decision_no", "content")
_OF_LISTS = {
    ("awards", "form"): "AWARD_FORM",
    ("awards", "giver"): "AWARD_GIVER",
    ("member_results", "result"): "MEMBER_GRADE",
}
_UNITS_OF = {
    "tasks": (UnitKind.CHI_HOI, UnitKind.CLUB),
    "activities": (UnitKind.CHI_HOI, UnitKind.PHAN_HOI, UnitKind.CLUB),
    "unit_ratings": (UnitKind.CHI_HOI, UnitKind.PHAN_HOI, UnitKind.CLUB),
}


def work_rows(kind: str, source: MoneySource) -> Iterable[Values] | None:
    """The rows of one sheet; `None` where it tells of something else."""
    fill = _FILL.get(kind)
    return None if fill is None else fill(source)


def unit_text(source: MoneySource, unit_id: int | None) -> str | None:
    """What names a unit for certain: the name of a chi hội, the code of all others."""
    if unit_id is None:
        return None
    unit = source.books.units[unit_id]
    return source.unit_texts.get(unit_id) if unit.kind is UnitKind.CHI_HOI else unit.code


def _tasks(source: MoneySource) -> Iterable[Values]:
    """A line for each assignment to a unit; work of single members has no line in this sheet."""
    work = source.books.work
    for one in work.assignments.by_id.values():
        if one.unit_id is not None:
            item = work.items[one.item_id]
            task = work.key_tasks[item.key_task_id]
            yield {
                "year": task.year,
                "key_task": task.title,
                "item": item.what,
                "unit": source.books.units[one.unit_id].code,
                "responsible": one.responsible,
                "place": one.place,
                "target": one.target,
                "measure": item.measure,
                "period": one.period.label,
                "due_on": one.due_on,
                "result": work.result_of(one),
                "done_on": one.done_on,
                "note": one.note,
            }


def _activities(source: MoneySource) -> Iterable[Values]:
    for one in source.books.work.activities.by_id.values():
        yield {
            **{name: getattr(one, name) for name in _ACTIVITY},
            "unit": unit_text(source, one.unit_id),
            "cost_dong": one.cost_dong or None,
        }


def _member_results(source: MoneySource) -> Iterable[Values]:
    work = source.books.work
    for one in work.member_results.by_id.values():
        yield {
            **source.identity(one.person_id),
            "year": one.year,
            "unit": source.unit_texts.get(one.unit_id),
            "result": work.label_of("MEMBER_GRADE", one.grade),
        }


def _unit_ratings(source: MoneySource) -> Iterable[Values]:
    for one in source.books.work.unit_ratings.by_id.values():
        unit = unit_text(source, one.unit_id)
        yield {"year": one.year, "unit": unit, "rating": one.rating.value}


def _awards(source: MoneySource) -> Iterable[Values]:
    for one in source.books.work.awards.by_id.values():
        told: Values = {"recipient": unit_text(source, one.unit_id) or one.recipient}
        if one.person_id is not None:
            identity = source.identity(one.person_id)
            told = {**identity, "recipient": identity["full_name"]}
        yield {**{name: getattr(one, name) for name in _AWARD}, **told}


_FILL: Mapping[str, Callable[[MoneySource], Iterable[Values]]] = {
    "tasks": _tasks,
    "activities": _activities,
    "member_results": _member_results,
    "unit_ratings": _unit_ratings,
    "awards": _awards,
}


def offered_of_work(
    kind: str, field: Field, source: MoneySource, in_use: CodeLists, today: date
) -> tuple[str, ...] | None:
    """What the drop-down of a column of these sheets offers; `None` where nothing special.

    Args:
        kind: Name of the sheet's kind.
        field: The column.
        source: The branch's units.
        in_use: The code lists without their retired entries.
        today: Units that stand on this day are offered.
    """
    if (kind, field.name) in _OF_LISTS:
        return tuple(in_use.get(_OF_LISTS[kind, field.name], {}).values())
    if kind == "tasks" and field.name == "period":
        return tuple(period.label for often in Recurrence for period in periods_of(often))
    if field.name == "unit" and kind in _UNITS_OF:
        units = _standing(source, _UNITS_OF[kind], today)
        if kind == "tasks":
            return (*ALL_UNITS.values(), *(unit.code for unit in units))
        return tuple(unit_text(source, unit.id) or unit.code for unit in units)
    return None


def _standing(source: MoneySource, kinds: tuple[UnitKind, ...], today: date) -> list[Unit]:
    """The units of some kinds that stand, kind by kind in the order of their codes."""
    units = source.books.units.by_id.values()
    standing = [unit for unit in units if unit.kind in kinds and unit.stands_on(today)]
    return sorted(standing, key=lambda one: (kinds.index(one.kind), natural_order(one.code)))
