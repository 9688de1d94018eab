"""Ratings of units in the store."""

from collections.abc import Iterable, Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import UnitRatingRow, UnitRow
from ccb_desktop.domain.emulation.grading import Rating, UnitRating
from ccb_desktop.domain.members.units import UnitKind


def list_ratings(session: Session, year: int) -> list[UnitRating]:
    """What units came to in a year."""
    query = select(UnitRatingRow.__table__).where(UnitRatingRow.year == year)
    return rows.list_values(session, UnitRating, query.order_by(UnitRatingRow.id))


def save_ratings(session: Session, ratings: Iterable[UnitRating]) -> None:
    """Insert ratings without an id, and write the others over the rows they have."""
    for rating in ratings:
        rows.save(session, UnitRatingRow, rating)


def delete_ratings(session: Session, rating_ids: Sequence[int]) -> None:
    """Take ratings out."""
    session.execute(delete(UnitRatingRow).where(UnitRatingRow.id.in_(rating_ids)))
    session.expire_all()


def counts_by_year(session: Session) -> dict[int, dict[Rating, int]]:
    """Year → rating → how many chi hội came to it; only chi hội count (meaning 22)."""
    rating = UnitRatingRow
    query = (
        select(rating.year, rating.rating, func.count())
        .join(UnitRow, UnitRow.id == rating.unit_id)
        .where(UnitRow.kind == UnitKind.CHI_HOI)
        .group_by(rating.year, rating.rating)
        .order_by(rating.year)
    )
    found: dict[int, dict[Rating, int]] = {}
    for year, one, count in session.execute(query):
        found.setdefault(year, {})[one] = count
    return found
