"""To which unit work, gradings and awards belong when one unit's figures are asked for."""

from collections.abc import Callable
from datetime import date

from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.members.memberships import standing_on

Belongs = Callable[[int | None, int | None, date], bool]
"""Unit, person and day of a record → whether it belongs to what is asked."""


def belonging(books: Books, query: FigureQuery) -> Belongs:
    """Tells what belongs to the unit asked for; to the branch belongs everything.

    A record that names a person but no unit belongs where he stood on its day.
    """
    if query.unit is None:
        return lambda _unit_id, _person_id, _day: True
    asked = frozenset(unit.id for unit in books.roster.units if query.covers(unit))
    courses = {one.person_id: one.course for one in books.roster.members}

    def belongs(unit_id: int | None, person_id: int | None, day: date) -> bool:
        if unit_id is not None or person_id is None:
            return unit_id in asked
        standing = standing_on(courses.get(person_id, ()), day)
        return standing is not None and not asked.isdisjoint(
            (standing.unit_id, standing.sub_unit_id)
        )

    return belongs
