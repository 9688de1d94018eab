"""Following up what was handed out: progress told, done, looked at, corrected."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.data.members.attached_files import delete_file, keep_papers, list_files_of
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.tasks import assignments, progress
from ccb_desktop.domain.attached_files import FileOwner, NewPaper
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.tasks.assignments import Assignment, Progress
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.progress import (
    Inspected,
    ProgressReport,
    StepLine,
    check_inspected,
    check_report,
    check_steps,
    step_of,
)


def list_steps(store: Store, assignment_id: int) -> list[StepLine]:
    """The steps of one assignment, undated ones first."""
    with store.reading() as session:
        return progress.list_step_lines(session, assignment_id)


def load_line(store: Store, assignment_id: int) -> TaskLine:
    """One assignment with all that is told of it now.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        known = assignments.load_assignment(session, assignment_id)
        found = assignments.list_lines(session, date.today())
        return next(line for line in found if line.id == known.id)


def report_progress(
    store: Store,
    assignment_ids: Sequence[int],
    report: ProgressReport,
    papers: Sequence[NewPaper] = (),
    form_id: str | None = None,
) -> Change:
    """Tell the same of one or several assignments, as one act.

    Args:
        store: The books.
        assignment_ids: Of which.
        report: What is told.
        papers: Evidence; it is attached to the step of each.
        form_id: See `Store.writing`.

    Raises:
        Invalid: By field: nothing is told, a day to come, a result below nothing.
        NotFound: One is not there any more.
    """
    check_report(report, date.today())
    _check_chosen(assignment_ids)
    if papers and report.amount is None and not report.note.strip():
        report = replace(report, note=papers[0].title)
    with store.writing(_told(report, len(assignment_ids)), form_id) as session:
        before = progress.list_steps(session, assignment_ids)
        for assignment_id in assignment_ids:
            known = assignments.load_assignment(session, assignment_id)
            _add_step(session, report, known, before.get(assignment_id, []), papers)
            if report.done:
                done = replace(known, done_on=known.done_on or report.reported_on)
                assignments.save_assignment(session, done)
    return session.change


def reopen(store: Store, assignment_ids: Sequence[int]) -> Change:
    """Say that assignments are not done after all; their steps stay."""
    _check_chosen(assignment_ids)
    with store.writing(f"Bỏ dấu hoàn thành {_counted(len(assignment_ids))}") as session:
        for assignment_id in assignment_ids:
            known = assignments.load_assignment(session, assignment_id)
            assignments.save_assignment(session, replace(known, done_on=None))
    return session.change


def correct_step(store: Store, step: Progress, form_id: str | None = None) -> Change:
    """Correct what was told.

    Raises:
        Invalid: By field: nothing is told, a day to come, a result below nothing.
        NotFound: It is not there any more.
    """
    if step.reported_on is not None:
        told = ProgressReport(reported_on=step.reported_on, amount=step.amount, note=step.note)
        check_report(told, date.today())
    with store.writing("Sửa tiến độ", form_id) as session:
        known = progress.load_step(session, step.id or 0)
        kept = replace(step, assignment_id=known.assignment_id, note=step.note.strip())
        assignments.save_progress(session, kept)
        _check_sum(session, known.assignment_id)
    return session.change


def remove_steps(store: Store, step_ids: Sequence[int]) -> Change:
    """Take out what was told, with its evidence; undo brings both back.

    Raises:
        Invalid: What stays would be below nothing.
        NotFound: One is not there any more.
    """
    with store.writing(f"Bỏ {len(step_ids)} lần báo tiến độ") as session:
        owners = {progress.load_step(session, one).assignment_id for one in step_ids}
        for step_id in step_ids:
            for file in list_files_of(session, FileOwner(progress_id=step_id)):
                delete_file(session, file.id or 0)
            assignments.delete_progress(session, step_id)
        for assignment_id in owners:
            _check_sum(session, assignment_id)
    return session.change


def note_inspected(
    store: Store, assignment_ids: Sequence[int], found: Inspected, form_id: str | None = None
) -> Change:
    """Keep who looked whether assignments were done as told, and what he found.

    Raises:
        Invalid: By field: `checked_by`, `checked_on`.
        NotFound: One is not there any more.
    """
    check_inspected(found, date.today())
    _check_chosen(assignment_ids)
    with store.writing(f"Ghi kiểm tra {_counted(len(assignment_ids))}", form_id) as session:
        for assignment_id in assignment_ids:
            known = assignments.load_assignment(session, assignment_id)
            checked = replace(
                known,
                checked_by=found.checked_by.strip(),
                checked_on=found.checked_on,
                check_note=found.check_note.strip(),
            )
            assignments.save_assignment(session, checked)
    return session.change


def _add_step(
    session: Session,
    report: ProgressReport,
    assignment: Assignment,
    before: Sequence[Progress],
    papers: Sequence[NewPaper],
) -> None:
    step = step_of(report, assignment, before)
    if step is None:
        return
    check_steps([*before, step])
    step_id = assignments.save_progress(session, step)
    keep_papers(session, FileOwner(progress_id=step_id), papers)


def _check_sum(session: Session, assignment_id: int) -> None:
    check_steps(progress.list_steps(session, [assignment_id]).get(assignment_id, []))


def _check_chosen(assignment_ids: Sequence[int]) -> None:
    if not assignment_ids:
        raise Invalid({"": "Chưa chọn việc nào. Chọn ít nhất một việc trong danh sách."})


def _counted(count: int) -> str:
    return "1 việc" if count == 1 else f"{number(count)} việc"


def _told(report: ProgressReport, count: int) -> str:
    act = "Ghi hoàn thành" if report.done else "Ghi tiến độ"
    return f"{act} {_counted(count)}"
