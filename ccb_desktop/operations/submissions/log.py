"""The log of what was handed up: looked at, acknowledged, and what is offered for a new one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data import superior_forms
from ccb_desktop.data.store import Store
from ccb_desktop.data.submissions import sent
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.member_papers.order import LIST_NAMES
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.reports.frozen import FrozenLine
from ccb_desktop.domain.submissions.lines import SubmissionLine, overdue_ids
from ccb_desktop.domain.submissions.manifest import FileRole
from ccb_desktop.operations.frozen_reports import list_frozen

OFFERED_LISTS: Sequence[str] = (
    *("roster", "new-members", "movement-book", "units", "awards", "cash-book", "disclosure"),
    *("loans", "visits", "housing", "tasks", "activities", "donors", "nominations"),
)
"""The lists that usually go along with a report."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Log:
    """Everything that was sent.

    Attributes:
        lines: The latest first.
        overdue: Ids of those that nobody has acknowledged in time.
    """

    lines: list[SubmissionLine]
    overdue: frozenset[int]


def read_log(store: Store, today: date) -> Log:
    """Everything that was sent, and what waits for its acknowledgement for too long."""
    with store.reading() as session:
        lines = sent.list_submissions(session)
    return Log(lines=lines, overdue=overdue_ids(lines, today))


def acknowledge(
    store: Store,
    submission_id: int,
    on: date | None,
    answer_id: int | None,
    note: str = "",
    form_id: str | None = None,
) -> Change:
    """Keep when the superior said that a sending came, and with which document he answered.

    Args:
        store: The books.
        submission_id: Which sending.
        on: The day; `None` takes the acknowledgement back.
        answer_id: The answer, a document of the register that came in.
        note: What else is to be known of it.
        form_id: Of the form in which it was entered.

    Raises:
        Invalid: The day lies before the sending; field `acknowledged_on`.
        NotFound: The sending is not there any more.
    """
    with store.reading() as session:
        now = sent.load_submission(session, submission_id)
    if on is not None and on < now.sent_at.date():
        day = short_date(now.sent_at.date())
        raise Invalid({"acknowledged_on": f"Gói này gửi ngày {day}; ngày nhận không thể trước đó."})
    name = Period.parse(now.period).name
    with store.writing(f"Ghi xác nhận đã nhận báo cáo {name}", form_id) as session:
        sent.save_submission(
            session, replace(now, acknowledged_on=on, answer_id=answer_id, note=note.strip())
        )
    return session.change


def offered_reports(store: Store) -> list[FrozenLine]:
    """The frozen reports, the latest first."""
    return list_frozen(store)


def offered_fillings(store: Store, period: str) -> list[tuple[int, str]]:
    """The filled forms of the superior of a period, the latest filling of each."""
    with store.reading() as session:
        lines = superior_forms.list_lines(session)
        found = []
        for line in lines:
            fillings = superior_forms.list_fillings(session, line.form.id or 0)
            own = next((one for one in fillings if one.period == period), None)
            if own is not None:
                found.append((own.id or 0, line.form.title))
    return found


def lists_in(line: SubmissionLine) -> tuple[str, ...]:
    """The lists that went along with a sending, by their names, where they are still made."""
    manifest = line.manifest
    titles = {one.title for one in manifest.files if one.role is FileRole.LIST} if manifest else ()
    return tuple(name for name, title in LIST_NAMES.items() if title in titles)
