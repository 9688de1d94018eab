"""Keep the public holidays that are entered by hand."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.data import charter
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.holidays import (
    Holiday,
    WorkCalendar,
    announced_holidays,
    check_holiday,
    run_of,
)
from ccb_desktop.domain.printing import short_date


def list_holidays(store: Store) -> list[Holiday]:
    """The holidays beside those of fixed date, by day."""
    with store.reading() as session:
        return charter.list_holidays(session)


def load_calendar(store: Store) -> WorkCalendar:
    """Which days are working days."""
    with store.reading() as session:
        return charter.load_calendar(session)


def save_holiday(store: Store, holiday: Holiday, form_id: str | None = None) -> Change:
    """Add a holiday, or correct one that has an id.

    Raises:
        Invalid: It has no name, or its day is a holiday already; `name`, `day_on`.
    """
    with store.writing(f"Ghi ngày nghỉ lễ: {holiday.name}", form_id) as session:
        check_holiday(holiday, charter.list_holidays(session))
        charter.save_holiday(session, holiday)
    return session.change


def save_run(
    store: Store, name: str, first_on: date, last_on: date, form_id: str | None = None
) -> Change:
    """Add the weekdays from one day to another as holidays of one name.

    Raises:
        Invalid: The days run backwards, are too many, hold no weekday, or one of them is a
            holiday already; `name`, `first_on`, `last_on`.
    """
    days = run_of(first_on, last_on)
    with store.writing(f"Ghi ngày nghỉ lễ: {name}", form_id) as session:
        known = charter.list_holidays(session)
        for day in days:
            holiday = Holiday(day_on=day, name=name)
            try:
                check_holiday(holiday, known)
            except Invalid as invalid:
                faults = dict(invalid.fields)
                if "day_on" in faults:
                    faults["first_on"] = f"{short_date(day)}: {faults.pop('day_on')}"
                raise Invalid(faults) from invalid
            charter.save_holiday(session, holiday)
    return session.change


def remove_holidays(store: Store, holidays: Sequence[Holiday]) -> Change:
    """Take holidays out."""
    whom = holidays[0].name if len(holidays) == 1 else f"{len(holidays)} ngày"
    with store.writing(f"Bỏ ngày nghỉ lễ: {whom}") as session:
        for holiday in holidays:
            charter.delete_holiday(session, holiday.id or 0)
    return session.change


def add_announced(store: Store) -> Change:
    """Add the days off that the program brings along, as far as they are not there yet."""
    with store.writing("Ghi các ngày nghỉ lễ đã công bố") as session:
        add_announced_in(session)
    return session.change


def add_announced_in(session: Session) -> None:
    """As `add_announced`, within a block that writes more."""
    known = {holiday.day_on for holiday in charter.list_holidays(session)}
    for holiday in announced_holidays():
        if holiday.day_on not in known:
            charter.save_holiday(session, holiday)
