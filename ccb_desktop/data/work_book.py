"""The books of activities, tasks and emulation for the figures."""

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import (
    ActivityRow,
    AssignmentRow,
    AwardRow,
    KeyTaskRow,
    MemberResultRow,
    PersonRow,
    ProgressStepRow,
    TaskItemRow,
    UnitRatingRow,
)
from ccb_desktop.domain.figures.work_book import (
    Awarded,
    Graded,
    Handed,
    Held,
    Rated,
    Step,
    WorkBook,
)
from ccb_desktop.domain.people_names import sort_key


def load_work_book(session: Session) -> WorkBook:
    """Everything the figures of activities, tasks and emulation are counted from."""
    return WorkBook(
        activities=_activities(session),
        assignments=_assignments(session),
        graded=_graded(session),
        rated=_rated(session),
        awards=_awards(session),
    )


def _activities(session: Session) -> tuple[Held, ...]:
    row = ActivityRow
    query = select(*(row.__table__.columns[name] for name in Held._fields))
    query = query.order_by(row.held_on, row.id)
    return tuple(Held(*found) for found in session.execute(query))


def _assignments(session: Session) -> tuple[Handed, ...]:
    one, item, task = AssignmentRow, TaskItemRow, KeyTaskRow
    query = (
        select(
            *(one.id, task.year, task.id, task.title, item.id, item.what, item.measure),
            *(one.unit_id, one.person_id, one.period, one.due_on, one.target, one.done_on),
        )
        .join(item, item.id == one.item_id)
        .join(task, task.id == item.key_task_id)
        .order_by(task.year, task.number, item.number, one.id)
    )
    steps = _steps(session)
    return tuple(
        Handed._make((*found, steps.get(found[0], ()))) for found in session.execute(query)
    )


def _steps(session: Session) -> dict[int, tuple[Step, ...]]:
    """Assignment → what was told of its result."""
    row = ProgressStepRow
    query = select(row.assignment_id, row.reported_on, row.amount).where(row.amount.is_not(None))
    found: defaultdict[int, list[Step]] = defaultdict(list)
    for assignment_id, reported_on, amount in session.execute(query):
        if amount is not None:
            found[assignment_id].append(Step(reported_on, amount))
    return {own: tuple(steps) for own, steps in found.items()}


def _graded(session: Session) -> tuple[Graded, ...]:
    row, person = MemberResultRow, PersonRow
    query = select(row.id, row.year, row.person_id, person.full_name, row.unit_id, row.grade)
    query = query.join(person, person.id == row.person_id)
    found = [Graded(*columns) for columns in session.execute(query)]
    return tuple(sorted(found, key=lambda one: (one.year, sort_key(one.name))))


def _rated(session: Session) -> tuple[Rated, ...]:
    row = UnitRatingRow
    query = select(row.id, row.year, row.unit_id, row.rating, row.strength)
    return tuple(Rated(*found) for found in session.execute(query.order_by(row.year, row.id)))


def _awards(session: Session) -> tuple[Awarded, ...]:
    row = AwardRow
    query = select(*(row.__table__.columns[name] for name in Awarded._fields))
    query = query.order_by(row.awarded_on, row.id)
    return tuple(Awarded(*found) for found in session.execute(query))
