"""To whom work is handed: the units in being in a year, and who answers for each."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.charter_watch.unit_heads import HEAD_TITLES, leads_unit
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind
from ccb_desktop.domain.people_names import fold

ALL_UNITS = {UnitKind.CHI_HOI: "Tất cả chi hội", UnitKind.CLUB: "Tất cả CLB"}
"""What a line of a plan says instead of a unit that is handed to all of a kind."""

_WRITTEN = {
    **{fold(text): kind for kind, text in ALL_UNITS.items()},
    "tat ca cac chi hoi": UnitKind.CHI_HOI,
    "cac chi hoi": UnitKind.CHI_HOI,
    "tat ca cac clb": UnitKind.CLUB,
    "cac clb": UnitKind.CLUB,
    "tat ca clb cqn": UnitKind.CLUB,
    "tat ca cac clb cqn": UnitKind.CLUB,
    "tat ca cau lac bo": UnitKind.CLUB,
    "tat ca cac cau lac bo": UnitKind.CLUB,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Receiver:
    """A unit or a member to whom work can be handed.

    Attributes:
        unit: `None` where it is a member alone.
        person_id: The member; `None` where it is a unit.
        name: What it is called in the year of the plan.
        responsible: Who answers for it.
        place: Where it was to work last.
    """

    unit: Unit | None = None
    person_id: int | None = None
    name: str
    responsible: str = ""
    place: str = ""

    @property
    def key(self) -> tuple[int | None, int | None]:
        """Unit and member, by which it is known."""
        return (self.unit.id if self.unit else None), self.person_id

    def is_there(self, first_on: date, last_on: date) -> bool:
        """Whether it is in being on some day of a span; a member always is."""
        return self.unit is None or stands_within(self.unit, first_on, last_on)


def all_of_kind(text: str) -> UnitKind | None:
    """The kind of units that a line is handed to as a whole: `Tất cả chi hội`.

    Returns:
        `None` where it names no such group.
    """
    return _WRITTEN.get(fold(text))


def stands_within(unit: Unit, first_on: date, last_on: date) -> bool:
    """Whether a unit is in being on at least one day of a span (bounds inclusive)."""
    since = unit.brought_in_on or unit.founded_on
    begun = since is None or since.first_day <= last_on
    return begun and (unit.ended_on is None or unit.ended_on.last_day >= first_on)


def units_of_year(units: Iterable[Unit], kind: UnitKind, year: int) -> list[Unit]:
    """The units of a kind that are in being on some day of a year (meaning 18)."""
    first_on, last_on = date(year, 1, 1), date(year, 12, 31)
    return [one for one in units if one.kind is kind and stands_within(one, first_on, last_on)]


def responsible_of(
    unit: Unit,
    posts: Sequence[Post],
    names: Mapping[int, str],
    sub_units: Mapping[int, int | None],
    on: date,
) -> str:
    """Who answers for a unit on a day: he who holds its first post, else its contact.

    Args:
        unit: Whose head is asked for.
        posts: All posts.
        names: Person → name.
        sub_units: Person → the phân hội he is of.
        on: The day.
    """
    title = HEAD_TITLES.get(unit.kind)
    for post in posts:
        person_id = post.person_id or 0
        is_head = title is not None and fold(post.title) == fold(title)
        if (
            is_head
            and post.scope is PostScope.HOI
            and post.held_on(on)
            and leads_unit(post, unit, sub_units.get(person_id))
        ):
            return names.get(person_id, unit.contact_name)
    return unit.contact_name
