"""Houses that an import adds or changes, written with the money of others for them."""

from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import HousingSourceRow, HousingSupportRow
from ccb_desktop.data.visits.housing import save_housing
from ccb_desktop.domain.imports.shelf import Shelf
from ccb_desktop.domain.visits.housing import HousingSupport


def write_houses(session: Session, houses: Shelf[HousingSupport]) -> None:
    """Write the houses that are new, under the ids they were given, and those that changed."""
    new = [rows.columns_of(house, HousingSupportRow) for house in houses.new]
    rows.insert_many(session, HousingSupportRow, new)
    for house in houses.new:
        for source in house.sources:
            rows.save(session, HousingSourceRow, source, housing_id=house.id)
    for house in houses.changed:
        save_housing(session, house)
