"""Where a loan stands on a day: what is outstanding, overdue, late; and the sums of many loans.

What was voided counts from its own day until the day before it was voided.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

from ccb_desktop.domain.funds.loan_terms import (
    Instalment,
    interest_dong,
    principal_parts,
    schedule,
)
from ccb_desktop.domain.funds.loans import LoanFile, Repayment
from ccb_desktop.domain.people_names import search_key

DUE_SOON_DAYS = 30
"""So long before a part of a loan falls due it is told."""


class LoanStanding(StrEnum):
    """Where a loan stands on a day, the gravest first."""

    VOIDED = "VOIDED"
    NOT_YET = "NOT_YET"
    OVERDUE = "OVERDUE"
    LATE = "LATE"
    """A part that had fallen due has not come, while the last day has not passed."""
    DUE_SOON = "DUE_SOON"
    RUNNING = "RUNNING"
    WRITTEN_OFF = "WRITTEN_OFF"
    PAID_OFF = "PAID_OFF"


@dataclass(frozen=True, slots=True, kw_only=True)
class LoanSums:
    """Sums over loans on a day, in đồng."""

    principal_dong: int
    repaid_dong: int
    interest_dong: int
    written_off_dong: int
    outstanding_dong: int
    overdue_dong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NextPart:
    """The part of a loan that is to come next.

    Attributes:
        lacking_dong: What of the principal up to and with this part has not come yet.
    """

    due_on: date
    lacking_dong: int


@dataclass(frozen=True, slots=True)
class PartState:
    """A part of the schedule on a day.

    Attributes:
        lacking_dong: What of its principal has not come.
    """

    part: Instalment
    lacking_dong: int
    is_late: bool


def is_lent(file: LoanFile, on: date) -> bool:
    """Whether the loan counts on a day: it was given by then, and its payment not voided."""
    loan = file.loan
    return loan.lent_on <= on and (loan.voided_on is None or on < loan.voided_on)


def standing_repayments(file: LoanFile, on: date) -> Iterator[Repayment]:
    """The repayments that count on a day."""
    for paid in file.repayments:
        if paid.paid_on <= on and (paid.voided_on is None or on < paid.voided_on):
            yield paid


def repaid_dong(file: LoanFile, on: date) -> int:
    """The principal that has come back by a day."""
    return sum(paid.principal_dong for paid in standing_repayments(file, on))


def interest_paid_dong(file: LoanFile, on: date) -> int:
    """The interest that has come in by a day."""
    return sum(paid.interest_dong for paid in standing_repayments(file, on))


def written_off_dong(file: LoanFile, on: date) -> int:
    """The principal given up by a day."""
    given_up = file.loan.written_off_on
    return file.loan.written_off_dong if given_up is not None and given_up <= on else 0


def outstanding_dong(file: LoanFile, on: date) -> int:
    """The principal that is still owed at the end of a day; 0 before it was lent."""
    if not is_lent(file, on):
        return 0
    return file.loan.principal_dong - repaid_dong(file, on) - written_off_dong(file, on)


def due_on(file: LoanFile, on: date) -> date | None:
    """The last day for paying back, as it was agreed by a day."""
    agreed = [one for one in file.extensions if one.extended_on <= on]
    return agreed[-1].due_on if agreed else file.loan.due_on


def days_overdue(file: LoanFile, on: date) -> int:
    """For how many days principal has been owed past the last day (meaning 14); else 0."""
    last = due_on(file, on)
    if last is None or last >= on or not outstanding_dong(file, on):
        return 0
    return (on - last).days


def overdue_dong(file: LoanFile, on: date) -> int:
    """What is still owed of a loan whose last day has passed; else 0."""
    return outstanding_dong(file, on) if days_overdue(file, on) else 0


def next_part(file: LoanFile, on: date) -> NextPart | None:
    """The first part that has not come whole; `None` where nothing is owed or no day agreed.

    What came too early counts for the next parts; what was given up is no longer asked for.
    """
    if not outstanding_dong(file, on):
        return None
    covered = repaid_dong(file, on) + written_off_dong(file, on)
    planned = 0
    for day, part in principal_parts(file.loan, due_on(file, on)):
        planned += part
        if planned > covered:
            return NextPart(due_on=day, lacking_dong=planned - covered)
    return None


def part_states(file: LoanFile, on: date) -> list[PartState]:
    """Each part of the schedule on a day, with what of it has not come.

    What came too early counts for the next parts; what was given up is no longer asked for.
    """
    left = repaid_dong(file, on) + written_off_dong(file, on)
    found = []
    for part in schedule(file.loan, due_on(file, on)):
        covered = min(left, part.principal_dong)
        left -= covered
        lacking = part.principal_dong - covered
        found.append(PartState(part, lacking, is_late=bool(lacking) and part.due_on < on))
    return found


def late_dong(file: LoanFile, on: date) -> int:
    """The principal of parts that fell due before a day and have not come."""
    if not outstanding_dong(file, on):
        return 0
    parts = principal_parts(file.loan, due_on(file, on))
    planned = sum(part for day, part in parts if day < on)
    return max(0, planned - repaid_dong(file, on) - written_off_dong(file, on))


def interest_accrued_dong(file: LoanFile, on: date) -> int:
    """The interest that has grown up to a day, on what was owed each day, paid or not."""
    if not is_lent(file, on):
        return 0
    loan = file.loan
    days = {paid.paid_on for paid in standing_repayments(file, on)}
    if loan.written_off_on is not None and loan.written_off_on <= on:
        days.add(loan.written_off_on)
    bounds = sorted({loan.lent_on, *days, on})
    owed = [(from_on, to_on, _owed(file, from_on, on)) for from_on, to_on in pairwise(bounds)]
    return interest_dong(loan, owed)


def _owed(file: LoanFile, day: date, known_on: date) -> int:
    """The principal owed from a day on, by what counts on another day."""
    paid = sum(p.principal_dong for p in standing_repayments(file, known_on) if p.paid_on <= day)
    return file.loan.principal_dong - paid - written_off_dong(file, day)


def interest_due_dong(file: LoanFile, on: date) -> int:
    """The interest that has grown up to a day and has not been paid."""
    if not file.loan.rate_thousandths:
        return 0
    return max(0, interest_accrued_dong(file, on) - interest_paid_dong(file, on))


def is_due_soon(file: LoanFile, on: date, days: int = DUE_SOON_DAYS) -> bool:
    """Whether a part falls due from a day on within so many days."""
    part = next_part(file, on)
    return part is not None and on <= part.due_on <= on + timedelta(days=days)


def standing(file: LoanFile, on: date, soon_days: int = DUE_SOON_DAYS) -> LoanStanding:
    """Where a loan stands at the end of a day."""
    loan = file.loan
    if loan.voided_on is not None and loan.voided_on <= on:
        return LoanStanding.VOIDED
    if on < loan.lent_on:
        return LoanStanding.NOT_YET
    if not outstanding_dong(file, on):
        gave_up = written_off_dong(file, on) > 0
        return LoanStanding.WRITTEN_OFF if gave_up else LoanStanding.PAID_OFF
    if days_overdue(file, on):
        return LoanStanding.OVERDUE
    if late_dong(file, on):
        return LoanStanding.LATE
    return LoanStanding.DUE_SOON if is_due_soon(file, on, soon_days) else LoanStanding.RUNNING


# --- Many loans ------------------------------------------------------------------------------


def sums(files: Iterable[LoanFile], on: date) -> LoanSums:
    """What some loans add up to on a day; those not lent, or voided by then, are left out."""
    lent = [file for file in files if is_lent(file, on)]
    return LoanSums(
        principal_dong=sum(file.loan.principal_dong for file in lent),
        repaid_dong=sum(repaid_dong(file, on) for file in lent),
        interest_dong=sum(interest_paid_dong(file, on) for file in lent),
        written_off_dong=sum(written_off_dong(file, on) for file in lent),
        outstanding_dong=sum(outstanding_dong(file, on) for file in lent),
        overdue_dong=sum(overdue_dong(file, on) for file in lent),
    )


def outstanding_by_fund(files: Iterable[LoanFile], on: date) -> dict[int, int]:
    """Fund → what is owed to it on a day; funds to which nothing is owed are left out."""
    found: defaultdict[int, int] = defaultdict(int)
    for file in files:
        owed = outstanding_dong(file, on)
        if owed:
            found[file.loan.fund_id] += owed
    return dict(found)


def borrower_key(file: LoanFile) -> tuple[object, ...]:
    """By what two loans are of one borrower: the person, else the name in his unit."""
    loan = file.loan
    if loan.person_id is not None:
        return ("person", loan.person_id)
    return ("name", search_key(loan.borrower), loan.unit_id)


def disbursed_dong(
    files: Iterable[LoanFile], from_on: date, to_on: date, *, interest_free: bool = False
) -> int:
    """The principal lent from a day to a day; what was voided is taken off on its day.

    Args:
        files: The loans.
        from_on: First day.
        to_on: Last day.
        interest_free: Whether only loans without interest count.
    """
    total = 0
    for loan in (file.loan for file in files):
        if interest_free and loan.rate_thousandths:
            continue
        voided = loan.voided_on is not None and from_on <= loan.voided_on <= to_on
        lent = from_on <= loan.lent_on <= to_on
        total += loan.principal_dong * (int(lent) - int(voided))
    return total
