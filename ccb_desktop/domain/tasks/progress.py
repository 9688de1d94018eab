"""What is told of work that was handed out: how far it got, that it is done, what a check found."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.tasks.assignments import Assignment, Progress, result_by


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgressReport:
    """What an officer tells at once of one or several assignments.

    Attributes:
        reported_on: The day of it; the day on which they were done, where they are.
        amount: What was added to the result of each.
        up_to_target: Instead of an amount: what each still lacks to its target is added.
        done: Whether they are done with it.
        note: What was done.
    """

    reported_on: date
    amount: Decimal | None = None
    up_to_target: bool = False
    done: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Inspected:
    """Who looked whether assignments were done as told, when, and what he found."""

    checked_by: str
    checked_on: date
    check_note: str = ""


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step of progress as a list shows it.

    Attributes:
        papers: How many pieces of evidence are attached to it.
    """

    step: Progress
    papers: int = 0


def check_report(report: ProgressReport, today: date) -> None:
    """See that something is told, and of a day that has come.

    Raises:
        Invalid: By field: `reported_on`, `amount`.
    """
    faults = _future("reported_on", report.reported_on, today)
    is_empty = report.amount is None and not report.note.strip()
    if is_empty and not (report.done or report.up_to_target):
        faults["amount"] = "Ghi kết quả đạt thêm, việc đã làm, hoặc chọn đã hoàn thành."
    elif report.amount == 0:
        faults["amount"] = "Kết quả thêm bằng 0 thì để trống, chỉ ghi việc đã làm."
    if faults:
        raise Invalid(faults)


def check_inspected(found: Inspected, today: date) -> None:
    """See that a check has a name and a day that has come.

    Raises:
        Invalid: By field: `checked_by`, `checked_on`.
    """
    faults = _future("checked_on", found.checked_on, today)
    if not found.checked_by.strip():
        faults["checked_by"] = "Ghi người kiểm tra."
    if faults:
        raise Invalid(faults)


def check_steps(steps: Sequence[Progress]) -> None:
    """See that all steps of an assignment together do not fall below nothing.

    Raises:
        Invalid: Under `amount`, with the sum.
    """
    whole = sum((step.amount for step in steps if step.amount is not None), Decimal())
    if whole < 0:
        told = f"Kết quả sẽ còn {number(whole)}, nhỏ hơn 0. Ghi lại số đạt thêm."
        raise Invalid({"amount": told})


def step_of(
    report: ProgressReport, assignment: Assignment, before: Sequence[Progress]
) -> Progress | None:
    """The step that a report adds to an assignment; none where it only says that it is done.

    Args:
        report: What is told.
        assignment: Of what.
        before: The steps that it has.
    """
    amount = lacking(assignment, before) if report.up_to_target else report.amount
    note = report.note.strip()
    if amount is None and not note:
        return None
    return Progress(
        assignment_id=assignment.id or 0,
        reported_on=report.reported_on,
        amount=amount,
        note=note,
    )


def lacking(assignment: Assignment, steps: Sequence[Progress]) -> Decimal | None:
    """What the result lacks to its target; nothing where there is no target or no lack."""
    if assignment.target is None:
        return None
    lack = assignment.target - (result_by(steps, date.max) or Decimal())
    return lack if lack > 0 else None


def _future(field: str, day: date, today: date) -> dict[str, str]:
    if day <= today:
        return {}
    return {field: f"Ngày {short_date(day)} chưa tới. Ghi ngày đã qua hoặc hôm nay."}
