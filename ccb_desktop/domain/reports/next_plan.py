"""Part III of a report: what the yearly plan holds for the time after it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from ccb_desktop.domain.periods import Period, PeriodKind
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.reports.sentences import Line
from ccb_desktop.domain.tasks.labels import RECURRENCE
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.periods import Recurrence, periods_of
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.domain.tasks.quantities import told_quantity


@dataclass(frozen=True, slots=True, kw_only=True)
class YearPlans:
    """The plans of the years that a report plans for.

    Attributes:
        tasks, items: In the order of the plans.
        lines: What was handed out.
    """

    tasks: tuple[KeyTask, ...] = ()
    items: tuple[TaskItem, ...] = ()
    lines: tuple[TaskLine, ...] = ()


def next_span(period: Period) -> tuple[date, date]:
    """The days for which a report plans: the following period, else the rest of that year."""
    begins = period.to_on + timedelta(days=1)
    if period.kind in (PeriodKind.RANGE, PeriodKind.HALF_TERM):
        return begins, date(begins.year, 12, 31)
    following = period.following()
    return following.from_on, following.to_on


def next_plan(plans: YearPlans, first_on: date, last_on: date) -> tuple[tuple[Line, ...], ...]:
    """A paragraph for each key task that has something to do in a span: its items one by one."""
    paragraphs = []
    for task in plans.tasks:
        own = [item for item in plans.items if item.key_task_id == task.id]
        told = [_item_told(task, item, plans.lines, first_on, last_on) for item in own]
        items = [one for one in told if one]
        if items:
            upper = f" (gắn với: {task.upper_task})" if task.upper_task else ""
            words = f"{task.title}{upper}: {'; '.join(items)}."
            paragraphs.append((Line(words[:1].upper() + words[1:], ()),))
    return tuple(paragraphs)


def _item_told(
    task: KeyTask, item: TaskItem, lines: Iterable[TaskLine], first_on: date, last_on: date
) -> str:
    """An item with what is to be reached in a span; nothing where none of it is due then."""
    own = [line for line in lines if line.item.id == item.id]
    due = [line for line in own if first_on <= line.ends_on <= last_on]
    if own:
        return _told(item, _handed_out(item, due, last_on)) if due else ""
    ends = [period.last_on(task.year) for period in periods_of(item.recurrence)]
    wanted = any(first_on <= end <= last_on for end in ends)
    return _told(item, _meant(item)) if wanted else ""


def _told(item: TaskItem, parts: Iterable[str]) -> str:
    """`Sinh hoạt chi hội (39 buổi, giao 13 đơn vị)`."""
    said = ", ".join(part for part in parts if part)
    return f"{item.what} ({said})" if said else item.what


def _handed_out(item: TaskItem, due: Sequence[TaskLine], last_on: date) -> Iterator[str]:
    """What is to be reached, by how many, and until when where that is before the end."""
    targets = [line.assignment.target for line in due if line.assignment.target is not None]
    yield told_quantity(sum(targets, Decimal()), item.measure) if targets else item.expected
    units = {line.assignment.unit_id for line in due if line.assignment.unit_id is not None}
    people = {line.assignment.person_id for line in due if line.assignment.unit_id is None}
    yield f"giao {number(len(units))} đơn vị" if units else ""
    yield f"giao {number(len(people))} hội viên" if people else ""
    until = max(line.ends_on for line in due)
    yield f"hạn {short_date(until)}" if until < last_on else ""


def _meant(item: TaskItem) -> Iterator[str]:
    """What an item that nobody has yet asks of each unit."""
    if item.target is None:
        yield item.expected
    else:
        yield f"mỗi đơn vị {told_quantity(item.target, item.measure)}"
    if item.recurrence is not Recurrence.YEAR:
        yield RECURRENCE[item.recurrence].lower()
