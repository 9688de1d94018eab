"""Keep the days on which the Hội remembers or gives."""

from collections.abc import Sequence
from dataclasses import replace

from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import commemorative
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.visits.care import CommemorativeDay
from ccb_desktop.domain.visits.commemorative import check_commemorative_day, starting_days


def list_commemorative_days(store: Store) -> list[CommemorativeDay]:
    """All of them."""
    with store.reading() as session:
        return commemorative.list_days(session)


def save_commemorative_day(
    store: Store, day: CommemorativeDay, form_id: str | None = None
) -> Change:
    """Add a day, or correct one that has an id.

    Raises:
        Invalid: As `check_commemorative_day`.
    """
    day = replace(day, name=day.name.strip(), usually=day.usually.strip())
    with store.writing(f"Ghi ngày kỷ niệm: {day.name}", form_id) as session:
        check_commemorative_day(day, commemorative.list_days(session))
        commemorative.save_day(session, day)
    return session.change


def remove_commemorative_days(store: Store, days: Sequence[CommemorativeDay]) -> Change:
    """Take days out."""
    whom = days[0].name if len(days) == 1 else f"{len(days)} ngày"
    with store.writing(f"Bỏ ngày kỷ niệm: {whom}") as session:
        for day in days:
            commemorative.delete_day(session, day.id or 0)
    return session.change


def add_starting_days_in(session: Session) -> None:
    """The days of every branch, into books that begin."""
    for day in starting_days():
        commemorative.save_day(session, day)
