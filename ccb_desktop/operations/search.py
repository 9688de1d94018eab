"""Everything that the search box finds in the books: people, then units."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.data.members import lists, units
from ccb_desktop.data.store import Store
from ccb_desktop.domain.labels import STATUS
from ccb_desktop.domain.members.memberships import IN_HOI
from ccb_desktop.domain.people_names import Query, match_key, matches

_MOST = 12


class FoundKind(StrEnum):
    """What was found."""

    PERSON = "PERSON"
    UNIT = "UNIT"


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that fits what was typed.

    Attributes:
        detail: What tells it apart from others of the name.
    """

    kind: FoundKind
    id: int
    title: str
    detail: str


class SearchIndex:
    """Names prepared once, so that each key typed is answered at once."""

    def __init__(self, store: Store, today: date) -> None:
        """Read the names of the books as they stand today."""
        with store.reading() as session:
            members = lists.list_members(session, today)
            clubs = lists.list_club_members(session)
            self._units = units.list_units(session)
        seen = {line.person_id for line in members}
        self._people = [
            (line.person_id, line.full_name, f"{line.unit_name}, {_born(line.born_on)}{state}")
            for line in members
            for state in [f", {STATUS[line.status]}" if line.status not in IN_HOI else ""]
        ] + [
            (line.person_id, line.full_name, f"{line.unit_name}, {_born(line.born_on)}")
            for line in clubs
            if line.person_id not in seen
        ]
        self._names = [name for _id, name, _detail in self._people]
        self._keys = [match_key(name) for name in self._names]

    def find(self, typed: str) -> list[Found]:
        """The first people and units that fit, in Vietnamese order."""
        if not typed.strip():
            return []
        places = Query(typed).select(self._keys, self._names)[:_MOST]
        people = [Found(FoundKind.PERSON, *self._people[place]) for place in places]
        units_found = [
            Found(FoundKind.UNIT, unit.id or 0, unit.name, unit.code)
            for unit in self._units
            if matches(typed, unit.name)
        ]
        return people + units_found[:_MOST]


def _born(born_on: object) -> str:
    return f"sinh {born_on}" if born_on is not None else "chưa ghi ngày sinh"
