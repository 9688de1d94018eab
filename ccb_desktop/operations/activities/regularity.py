"""How regularly units and the board meet, as the tab and the papers show it."""

from datetime import date

from ccb_desktop.data.activities import meetings
from ccb_desktop.data.activities.activities import holder_names
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.activities.regularity import UnitYear, last_meetings, year_of_meetings


def meetings_of_year(store: Store, year: int, today: date) -> list[UnitYear]:
    """The board, then every chi hội and phân hội: months, rate, and whether it is too rare."""
    with store.reading() as session:
        return meetings_of_year_in(session, year, today)


def meetings_of_year_in(session: Session, year: int, today: date) -> list[UnitYear]:
    """As `meetings_of_year`, within a block that reads more."""
    on = min(today, date(year, 12, 31))
    units, names = list_units(session), holder_names(session, on)
    return year_of_meetings(
        year,
        on,
        [(unit, names.get(unit.id, "")) for unit in units],
        meetings.list_meetings(session, date(year, 1, 1), on),
        last_meetings(meetings.last_met_on(session, on), units),
        meetings.load_roll(session),
    )
