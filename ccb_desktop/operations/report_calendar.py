"""The calendar of reports: entered by the branch, and what it finds due on a day."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from ccb_desktop.data import register, report_duties
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.people_names import normalise
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.reports.calendar import (
    KINDS,
    START,
    DueReport,
    check_duty,
    due_reports,
    reports_waiting,
)
from ccb_desktop.domain.reports.duties import ReportDuty
from ccb_desktop.domain.waiting import Waiting

ANSWER_SOON = timedelta(days=7)
"""So long before the last day a document that came in is said to wait."""


def load_duties(store: Store) -> list[ReportDuty]:
    """The calendar: what the branch has entered, or what is usual."""
    with store.reading() as session:
        return duties_in(session)


def duties_in(session: Session) -> list[ReportDuty]:
    """As `load_duties`, within a session, the shortest periods first."""
    found = report_duties.list_duties(session) or list(START)
    return sorted(found, key=lambda one: KINDS.index(one.report_kind))


def save_duties(store: Store, duties: Sequence[ReportDuty], form_id: str | None = None) -> Change:
    """Keep the calendar, one duty for each kind; a kind without one is not reported on.

    Raises:
        Invalid: A duty makes no sense.
    """
    for duty in duties:
        check_duty(duty)
    with store.writing("Sửa lịch nộp báo cáo", form_id) as session:
        known = {one.report_kind: one for one in report_duties.list_duties(session)}
        wanted = {one.report_kind: one for one in duties}
        for kind in KINDS:
            if kind in wanted:
                recipient = normalise(wanted[kind].recipient)
                own = known[kind].id if kind in known else None
                kept = replace(wanted[kind], id=own, recipient=recipient)
                report_duties.save_duty(session, kept)
            elif kind in known:
                report_duties.save_duty(session, replace(known[kind], retired=True))
            else:
                report_duties.save_duty(session, ReportDuty(report_kind=kind, day=1, retired=True))
    return session.change


def load_due(store: Store, today: date) -> list[DueReport]:
    """The reports that are due on a day or late."""
    with store.reading() as session:
        return due_in(session, today)


def due_in(session: Session, today: date) -> list[DueReport]:
    """As `load_due`, within a session."""
    frozen = report_duties.list_frozen_periods(session)
    sent = report_duties.list_sent_periods(session)
    return due_reports(duties_in(session), frozen, sent, today)


def papers_waiting_in(session: Session, today: date) -> tuple[Waiting, ...]:
    """What the first page says of reports that are due and of documents to be answered."""
    return (*reports_waiting(due_in(session, today), today), *_answers_waiting(session, today))


def _answers_waiting(session: Session, today: date) -> tuple[Waiting, ...]:
    waiting = register.list_waiting(session, today + ANSWER_SOON)
    if not waiting:
        return ()
    late = sum(one.due_on is not None and one.due_on < today for one in waiting)
    told = "văn bản đến phải trả lời trong 7 ngày tới"
    if late:
        told = f"văn bản đến phải trả lời, {number(late)} văn bản đã quá hạn"
    place: dict[str, object] = {"tab": "register", "show": "waiting"}
    return (Waiting(told, len(waiting), page="reports", filters=place),)
