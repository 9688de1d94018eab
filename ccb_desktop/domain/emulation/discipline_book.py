"""The book of discipline: its lines, until when a decision can be complained of, expulsion."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.domain.charter import charter_on
from ccb_desktop.domain.emulation.awards import Discipline, DisciplineForm
from ccb_desktop.domain.emulation.labels import DISCIPLINE_FORM
from ccb_desktop.domain.holidays import WorkCalendar
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class DisciplineLine:
    """A measure of discipline as the book shows it.

    Attributes:
        unit_id, unit_name: Where the member stood on the day.
        complain_by_on: The last day on which he may complain (rule 8).
        answer_days: Within how many days the base level answers.
    """

    discipline: Discipline
    full_name: str
    born_on: PartialDate | None = None
    unit_id: int | None = None
    unit_name: str = ""
    complain_by_on: date
    answer_days: int

    def may_complain(self, on: date) -> bool:
        """Whether a complaint is still in time on a day."""
        return self.discipline.decided_on <= on <= self.complain_by_on

    def state_on(self, on: date) -> str:
        """`còn hạn khiếu nại đến 05/06/2026`, `hết hiệu lực 01/01/2026`, `còn hiệu lực`."""
        one = self.discipline
        if one.ended_on is not None and one.ended_on <= on:
            return f"✓ Hết hiệu lực {short_date(one.ended_on)}"
        if self.may_complain(on):
            return f"⚠ Còn hạn khiếu nại đến {short_date(self.complain_by_on)}"
        return "■ Đã khai trừ" if one.form is DisciplineForm.EXPULSION else "● Còn hiệu lực"


def complaint_term(decided_on: date, calendar: WorkCalendar) -> tuple[date, int]:
    """The last day to complain of a decision, and the days to answer (rule 8)."""
    days, answer_days = charter_on(decided_on).complaint_days
    return calendar.working_day_after(decided_on, days), answer_days


def told_complaint(decided_on: date, calendar: WorkCalendar) -> str:
    """What to tell whoever is disciplined, in one sentence."""
    last, answer_days = complaint_term(decided_on, calendar)
    days, _answer = charter_on(decided_on).complaint_days
    return (
        f"Người bị kỷ luật được khiếu nại trong {days} ngày làm việc, đến hết ngày "
        f"{short_date(last)}; Hội cơ sở trả lời trong {answer_days} ngày từ ngày nhận đơn."
    )


def is_in_force(discipline: Discipline, on: date) -> bool:
    """Whether a measure weighs on somebody on a day."""
    if discipline.decided_on > on:
        return False
    return discipline.ended_on is None or discipline.ended_on > on


def told(discipline: Discipline) -> str:
    """`Khiển trách (Quyết định 02/QĐ-CCB ngày 05/03/2026)`."""
    parts = ("Quyết định", discipline.decision_no, "ngày", short_date(discipline.decided_on))
    decision = " ".join(part for part in parts if part)
    return f"{DISCIPLINE_FORM[discipline.form]} ({decision})"


# --- Expulsion ----------------------------------------------------------------------------------


def expulsion_of(
    discipline: Discipline, events: Iterable[MembershipEvent]
) -> MembershipEvent | None:
    """The event of a membership that belongs to an expulsion; nothing where none does."""
    if discipline.form is not DisciplineForm.EXPULSION:
        return None
    decided = PartialDate.of(discipline.decided_on)
    expelled = [one for one in events if one.kind is EventKind.EXPELLED]
    return next(
        (one for one in expelled if decided in (one.happened_on, one.decision_on)),
        None,
    )


def expelled(
    discipline: Discipline, membership_id: int, known: MembershipEvent | None
) -> MembershipEvent:
    """The event that an expulsion leads to: a new one, or the known one with what is told now."""
    event = known or MembershipEvent(
        membership_id=membership_id,
        kind=EventKind.EXPELLED,
        happened_on=PartialDate.of(discipline.decided_on),
    )
    return replace(
        event,
        happened_on=PartialDate.of(discipline.decided_on),
        decision_on=PartialDate.of(discipline.decided_on),
        decision_no=discipline.decision_no,
        reason=discipline.reason,
    )
