"""The steps of progress in the store, with the evidence attached to them."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import (
    AssignmentRow,
    AttachedFileRow,
    ProgressStepRow,
    TaskItemRow,
)
from ccb_desktop.domain.tasks.assignments import Progress
from ccb_desktop.domain.tasks.progress import StepLine


def list_steps(session: Session, assignment_ids: Sequence[int]) -> dict[int, list[Progress]]:
    """Assignment → its steps, undated ones first; those without any are left out."""
    step = ProgressStepRow
    query = select(step.__table__).where(step.assignment_id.in_(assignment_ids))
    query = query.order_by(step.reported_on, step.id)
    return rows.list_by_owner(session, Progress, query, "assignment_id")


def list_step_lines(session: Session, assignment_id: int) -> list[StepLine]:
    """The steps of one assignment, each with how much evidence it has."""
    steps = list_steps(session, [assignment_id]).get(assignment_id, [])
    owner = AttachedFileRow.progress_id
    wanted = owner.in_([step.id for step in steps])
    query = select(owner, func.count()).where(wanted).group_by(owner)
    papers = {own: count for own, count in session.execute(query) if own is not None}
    return [StepLine(step, papers.get(step.id or 0, 0)) for step in steps]


def load_step(session: Session, step_id: int) -> Progress:
    """One step.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Lần báo tiến độ này không còn trong sổ. Hãy mở lại danh sách."
    return rows.load_value(session, ProgressStepRow, Progress, step_id, gone)


def work_of(session: Session, step_id: int) -> str:
    """What the work is called of which a step tells.

    Raises:
        NotFound: The step is not there any more.
    """
    assignment = session.get(AssignmentRow, load_step(session, step_id).assignment_id)
    item = session.get(TaskItemRow, assignment.item_id) if assignment is not None else None
    return item.what if item is not None else ""
