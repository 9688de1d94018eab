"""The houses in memory while an import is worked out, and back with what it adds and changes."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import HousingSourceRow, HousingSupportRow
from ccb_desktop.domain.imports.shelf import Shelf
from ccb_desktop.domain.visits.housing import HousingSource, HousingSupport


def load_houses(session: Session) -> list[HousingSupport]:
    """Every house with the money of others for it, in the order of entering."""
    house, source = HousingSupportRow, HousingSourceRow
    of_others = select(source.__table__).order_by(source.id)
    sources = rows.list_by_owner(session, HousingSource, of_others, "housing_id")
    houses = select(house.__table__).order_by(house.id)
    return rows.list_with_parts(session, HousingSupport, houses, sources=sources)


def write_houses(session: Session, houses: Shelf[HousingSupport]) -> None:
    """Write the houses that are new, under the ids they were given, and those that changed."""
    new = [rows.columns_of(house, HousingSupportRow) for house in houses.new]
    rows.insert_many(session, HousingSupportRow, new)
    for house in houses.changed:
        rows.save(session, HousingSupportRow, house)
    for house in (*houses.new, *houses.changed):
        rows.save_parts(session, HousingSourceRow, "housing_id", house.id or 0, house.sources)
