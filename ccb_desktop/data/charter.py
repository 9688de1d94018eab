"""The charter watch in the store: holidays, reports of the exempt, rules switched off."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import CharterSwitchRow, ExemptionReportRow, HolidayRow
from ccb_desktop.domain.charter_watch.reports import ExemptionReport
from ccb_desktop.domain.charter_watch.watch import Switch
from ccb_desktop.domain.holidays import Holiday, WorkCalendar


def list_holidays(session: Session) -> list[Holiday]:
    """The holidays beside those of fixed date, by day."""
    query = select(HolidayRow).order_by(HolidayRow.day_on)
    return [rows.value_of(Holiday, row) for row in session.scalars(query)]


def load_calendar(session: Session) -> WorkCalendar:
    """Which days are working days."""
    return WorkCalendar(frozenset(session.scalars(select(HolidayRow.day_on))))


def save_holiday(session: Session, holiday: Holiday) -> int:
    """Insert or overwrite a holiday; gives the id."""
    return rows.save(session, HolidayRow, holiday)


def delete_holiday(session: Session, holiday_id: int) -> None:
    """Delete a holiday."""
    rows.delete_one(session, HolidayRow, holiday_id)


def list_switches(session: Session) -> dict[str, Switch]:
    """The rules that are switched off, by rule."""
    found = (rows.value_of(Switch, row) for row in session.scalars(select(CharterSwitchRow)))
    return {switch.rule: switch for switch in found}


def save_switch(session: Session, switch: Switch) -> int:
    """Switch a rule off, or correct the reason; gives the id."""
    return rows.save(session, CharterSwitchRow, switch)


def delete_switch(session: Session, switch_id: int) -> None:
    """Let a rule watch again."""
    rows.delete_one(session, CharterSwitchRow, switch_id)


def list_reports(
    session: Session, membership_ids: Iterable[int] | None = None
) -> list[ExemptionReport]:
    """The reports of some memberships, or of all, by day."""
    query = select(ExemptionReportRow.__table__).order_by(
        ExemptionReportRow.reported_on, ExemptionReportRow.id
    )
    if membership_ids is not None:
        query = query.where(ExemptionReportRow.membership_id.in_(list(membership_ids)))
    return rows.list_values(session, ExemptionReport, query)


def save_report(session: Session, report: ExemptionReport) -> int:
    """Insert or overwrite a report; gives the id."""
    return rows.save(session, ExemptionReportRow, report)


def delete_reports(session: Session, membership_id: int) -> None:
    """Delete every report of a membership that is about to go."""
    rows.save_parts(session, ExemptionReportRow, "membership_id", membership_id, ())
