"""What changed in the roster between two days, and since when the last report has counted."""

from datetime import date, timedelta

from ccb_desktop.data.members import lists
from ccb_desktop.data.report_texts import list_periods
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.member_papers.changes_list import RosterChanges, changes_list
from ccb_desktop.domain.member_papers.named_changes import named_changes
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.member_papers.roster_changes import changes_by_unit
from ccb_desktop.domain.papers import ListPaper
from ccb_desktop.domain.periods import Period, PeriodProblem


def read_changes(store: Store, from_on: date, to_on: date) -> RosterChanges:
    """What changed from the eve of the first day to the end of the last.

    Raises:
        Invalid: The last day stands before the first; field `to_on`.
    """
    if to_on < from_on:
        raise Invalid({"to_on": "Ngày sau đứng trước ngày đầu."})
    with store.reading() as session:
        return changes_in(session, from_on, to_on)


def changes_in(session: Session, from_on: date, to_on: date) -> RosterChanges:
    """As `read_changes`, within one reading."""
    opening = lists.list_members(session, from_on - timedelta(days=1))
    closing = lists.list_members(session, to_on)
    until = lists.list_movements(session, None, to_on)
    of_period = [line for line in until if line.happened_on.first_day >= from_on]
    return RosterChanges(
        units=changes_by_unit(opening, closing, of_period),
        named=named_changes(opening, closing, until, from_on, to_on),
    )


def changes_paper(session: Session, source: ListSource) -> ListPaper:
    """The list `changes`."""
    order = source.order
    return changes_list(source, changes_in(session, order.begins_on, order.on))


def after_last_report(store: Store, today: date) -> date | None:
    """The day after the last report that is over and that somebody wrote; None without one."""
    with store.reading() as session:
        codes = list_periods(session)
    ends = [period.to_on for code in codes if (period := _period(code)) and period.to_on < today]
    return max(ends) + timedelta(days=1) if ends else None


def _period(code: str) -> Period | None:
    try:
        return Period.parse(code)
    except PeriodProblem:
        return None
