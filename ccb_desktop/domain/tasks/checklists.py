"""Checklists of units (*phiếu việc*): what each is to do in a period, and the keys of the rows."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.matrix import Recipient, key_of, order_of
from ccb_desktop.domain.tasks.spans import PlanSpan

MARK_LETTERS = 6
"""How many letters of the mark of the books stand in a key."""

_CHECK_LETTERS = 4
_KEY = re.compile(r"P1-([0-9a-f]{0,6})-(\d{4})-([UP]\d+)-(\d+)-([0-9a-f]{4})", re.ASCII)


@dataclass(frozen=True, slots=True)
class Checklist:
    """What one unit or member has to do in a period, in the order of the plan."""

    recipient: Recipient
    span: PlanSpan
    lines: tuple[TaskLine, ...]


@dataclass(frozen=True, slots=True)
class RowKey:
    """What the hidden column of a checklist says of its row.

    Attributes:
        mark: Of which books it is.
        year: Of which plan.
        whom: To whom the work was handed: `U12` a unit, `P7` a member.
        assignment_id: Which work.
        check: Holds item and period together with the rest, for an id may be used again.
    """

    mark: str
    year: int
    whom: str
    assignment_id: int
    check: str

    def __str__(self) -> str:
        return f"P1-{self.mark}-{self.year}-{self.whom}-{self.assignment_id}-{self.check}"


def row_key(line: TaskLine, mark: str) -> RowKey:
    """The key of the row of an assignment.

    Args:
        line: What was handed out.
        mark: Tells the books from those of other branches; only its first letters are kept.
    """
    one, short, whom = line.assignment, mark[:MARK_LETTERS], whose(line)
    said = f"{short} {line.year} {whom} {line.id} {one.item_id} {one.period.code}"
    check = hashlib.sha256(said.encode()).hexdigest()[:_CHECK_LETTERS]
    return RowKey(short, line.year, whom, line.id, check)


def whose(line: TaskLine) -> str:
    """To whom it was handed, as keys have it: `U12` a unit, `P7` a member."""
    one = line.assignment
    return f"U{one.unit_id}" if one.unit_id is not None else f"P{one.person_id}"


def read_key(text: str) -> RowKey | None:
    """A key as a file gives it back.

    Returns:
        `None` where it is none.
    """
    found = _KEY.fullmatch(text.strip())
    if found is None:
        return None
    return RowKey(found[1], int(found[2]), found[3], int(found[4]), found[5])


def belongs(line: TaskLine, span: PlanSpan) -> bool:
    """Whether work stands on the checklist of a period.

    What is due within it does; what is due later and has begun, or was due before, does as
    long as it was not done before the period.
    """
    if line.year != span.year or line.assignment.period.first_on(line.year) > span.to_on:
        return False
    due_within = span.from_on <= line.ends_on <= span.to_on
    return due_within or not line.is_done_by(span.from_on - timedelta(days=1))


def checklists_of(lines: Iterable[TaskLine], span: PlanSpan) -> list[Checklist]:
    """The checklists of a period, units in their order, then members.

    Args:
        lines: What was handed out, in the order of the plan.
        span: The period.
    """
    by_whom: dict[Recipient, list[TaskLine]] = {}
    held = [line for line in lines if belongs(line, span)]
    for line in sorted(held, key=order_of):
        by_whom.setdefault(Recipient(key_of(line), line.who), [])
    for line in held:
        by_whom[Recipient(key_of(line), line.who)].append(line)
    return [Checklist(whom, span, tuple(own)) for whom, own in by_whom.items()]
