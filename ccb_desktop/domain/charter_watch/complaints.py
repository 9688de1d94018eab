"""Rule 8: who was disciplined may still complain."""

from collections.abc import Iterator

from ccb_desktop.domain.charter import Charter
from ccb_desktop.domain.charter_watch.findings import (
    Finding,
    Rule,
    Urgency,
    WatchBooks,
    decided_on,
    decision_of,
    of_member,
)
from ccb_desktop.domain.emulation.awards import DisciplineForm
from ccb_desktop.domain.emulation.discipline_book import told
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.partial_dates import PartialDate


def _find(books: WatchBooks) -> Iterator[Finding]:
    days, answer_days = books.charter.complaint_days
    for member in books.members:
        event = member.latest(EventKind.EXPELLED)
        if event is None or decided_on(event) > books.on:
            continue
        last = books.calendar.working_day_after(decided_on(event), days)
        if books.on <= last:
            yield of_member(
                COMPLAINT,
                member,
                event,
                evidence=f"Khai trừ: {decision_of(event).lower()}; còn trong hạn khiếu nại",
                since=event.decision_on or event.happened_on,
                due_on=last,
                urgency=Urgency.DUE,
                advice=f"Nếu có đơn khiếu nại, trả lời trong {answer_days} ngày",
            )

    yield from _milder(books, answer_days)


def _milder(books: WatchBooks, answer_days: int) -> Iterator[Finding]:
    """Those who were disciplined and stayed in the Hội, each by what was decided last."""
    latest = {
        line.discipline.person_id: line
        for line in sorted(books.disciplines, key=lambda one: one.discipline.decided_on)
        if line.may_complain(books.on) and line.discipline.form is not DisciplineForm.EXPULSION
    }
    for person_id, line in latest.items():
        yield Finding(
            rule=COMPLAINT.id,
            name=line.full_name,
            person_id=person_id,
            unit_id=line.unit_id,
            unit_name=line.unit_name,
            evidence=f"{told(line.discipline)}; còn trong hạn khiếu nại",
            since=PartialDate.of(line.discipline.decided_on),
            due_on=line.complain_by_on,
            urgency=Urgency.DUE,
            advice=f"Nếu có đơn khiếu nại, trả lời trong {answer_days} ngày",
        )


def _says(charter: Charter) -> str:
    days, answer_days = charter.complaint_days
    return (
        f"Người bị kỷ luật được khiếu nại trong {days} ngày làm việc; cấp cơ sở trả lời trong "
        f"{answer_days} ngày (mục XII)."
    )


COMPLAINT = Rule(
    id="complaint",
    number=8,
    label="Khiếu nại kỷ luật",
    says=_says,
    find=_find,
    overdue="người bị kỷ luật còn trong hạn khiếu nại",
    waiting="người bị kỷ luật còn trong hạn khiếu nại",
    in_working_days=True,
)
