"""What the plan holds of one person: what was handed to him, and what he signed."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.data import settings
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments, commitments
from ccb_desktop.domain.tasks.commitments import CommitmentLine
from ccb_desktop.domain.tasks.lines import TaskLine


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonWork:
    """The work of one person, the latest first.

    Attributes:
        soon_days: From how many days before its end on a task is due soon.
    """

    tasks: tuple[TaskLine, ...] = ()
    commitments: tuple[CommitmentLine, ...] = ()
    soon_days: int = 14


def load_person_work(store: Store, person_id: int) -> PersonWork:
    """Tasks and commitments of a person."""
    with store.reading() as session:
        return person_work_in(session, person_id, date.today())


def person_work_in(session: Session, person_id: int, on: date) -> PersonWork:
    """As `load_person_work`, within a block that reads more."""
    lines = assignments.list_lines(session, on)
    own = [line for line in lines if line.assignment.person_id == person_id]
    own.sort(key=lambda line: line.ends_on, reverse=True)
    return PersonWork(
        tasks=tuple(own),
        commitments=tuple(commitments.list_lines_of(session, [person_id], on)),
        soon_days=settings.load_branch(session).task_soon_days,
    )
