"""Units (chi hội, phân hội, CLB), terms of office and posts."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.partial_dates import PartialDate


class UnitKind(StrEnum):
    """Loại đơn vị."""

    BRANCH = "BRANCH"
    CHI_HOI = "CHI_HOI"
    PHAN_HOI = "PHAN_HOI"
    CLUB = "CLUB"


class PostScope(StrEnum):
    """Phạm vi of a post: where the officer serves."""

    HOI = "HOI"
    PARTY = "PARTY"
    GOVERNMENT = "GOVERNMENT"
    FRONT = "FRONT"
    MASS_ORG = "MASS_ORG"
    STREET_GROUP = "STREET_GROUP"


@dataclass(frozen=True, slots=True)
class UnitName:
    """A name a unit bore from a day on; the first has no day."""

    name: str
    from_on: PartialDate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One unit with its names through time.

    Attributes:
        code: Short code, unique, such as `CH1`.
        names: In order of time; at least one.
        parent_id: The chi hội of a phân hội; `None` directly under the branch.
        brought_in_on: Since when it is of this branch, where a merged ward brought it; it was
            founded before, and is in no figure of the days between.
        ended_on: Last day on which it stood.
        successor_id: The unit that took its members when it ended.
    """

    id: int | None = None
    code: str
    kind: UnitKind
    names: tuple[UnitName, ...]
    parent_id: int | None = None
    former_ward: str = ""
    founded_on: PartialDate | None = None
    brought_in_on: PartialDate | None = None
    ended_on: PartialDate | None = None
    successor_id: int | None = None
    contact_name: str = ""
    contact_phone: str = ""
    note: str = ""

    @property
    def name(self) -> str:
        """The present name."""
        return self.names[-1].name

    def name_on(self, day: date) -> str:
        """The name it bore on a day; the first name for days before any."""
        borne = [n.name for n in self.names if n.from_on is None or n.from_on.first_day <= day]
        return borne[-1] if borne else self.names[0].name

    @property
    def founded_here_on(self) -> PartialDate | None:
        """When this branch founded it; `None` where that is not known or another one did."""
        return None if self.brought_in_on is not None else self.founded_on

    def stands_on(self, day: date) -> bool:
        """Whether it is in being, as a unit of this branch, on a day (bounds inclusive)."""
        since = self.brought_in_on or self.founded_on
        begun = since is None or since.first_day <= day
        return begun and (self.ended_on is None or day <= self.ended_on.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """One office held by a person (chức danh).

    Attributes:
        organisation: The body in which it is held, when it is not the Hội's.
        elected: Elected (`True`), appointed (`False`) or unknown.
    """

    id: int | None = None
    person_id: int | None = None
    title: str
    scope: PostScope = PostScope.HOI
    organisation: str = ""
    unit_id: int | None = None
    from_on: PartialDate | None = None
    to_on: PartialDate | None = None
    elected: bool | None = None
    note: str = ""

    def held_on(self, day: date) -> bool:
        """Whether it is held on a day (bounds inclusive)."""
        begun = self.from_on is None or self.from_on.first_day <= day
        return begun and (self.to_on is None or day <= self.to_on.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term of the branch's board (nhiệm kỳ); `number` is Roman."""

    id: int | None = None
    number: str
    from_on: PartialDate
    to_on: PartialDate | None = None


def natural_order(code: str) -> list[tuple[int, str]]:
    """Sorts codes and names of units with their numbers as numbers: `CH2` before `CH10`."""
    parts = re.split(r"([0-9]+)", code)
    return [(int(part), "") if part.isdigit() else (-1, part) for part in parts if part]
