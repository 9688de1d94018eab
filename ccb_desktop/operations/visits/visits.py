"""The visit book: what is listed, recorded with or without a payment, corrected, voided."""

from datetime import date

from ccb_desktop.data.store import Store
from ccb_desktop.data.visits import visits
from ccb_desktop.domain.visits.lines import VisitLine


def list_visits(store: Store, from_on: date, to_on: date) -> list[VisitLine]:
    """The visits that were made or voided on some days, the latest first."""
    with store.reading() as session:
        return visits.list_visits(session, from_on, to_on)
