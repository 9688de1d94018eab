"""Whom the Hội has in mind: the sick, families, the dead and their days."""

from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.partial_dates import PartialDate


@dataclass(frozen=True, slots=True, kw_only=True)
class Illness:
    """A time for which somebody is ill; open while `to_on` is not known."""

    id: int | None = None
    person_id: int
    from_on: date
    to_on: date | None = None
    what: str = ""
    hospital: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Relative:
    """One of a person's family.

    Attributes:
        person_id: Whose relative it is.
        relation: Vợ, chồng, con, cha, mẹ …
        died_on: Day of death, as far as it is known.
        lunar_death_day: Day and month by the lunar calendar, `15/7`.
        is_martyr: Liệt sĩ.
    """

    id: int | None = None
    person_id: int
    full_name: str
    relation: str
    born_on: PartialDate | None = None
    died_on: PartialDate | None = None
    lunar_death_day: str = ""
    is_martyr: bool = False
    phone: str = ""
    address: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathCase:
    """What is done when somebody dies, step by step; every part can wait.

    Attributes:
        visit_id: The visit of condolence.
        committee: Ban tang lễ.
        held_where: Where and when the funeral is held, as it stands in the notice.
        papers: Codes of the papers of the *mai táng phí* file that are there.
        papers_sent_on: When that file was handed in.
        card_returned_on: When the card came back.
        closed_on: When nothing of it is open any more.
    """

    id: int | None = None
    person_id: int
    visit_id: int | None = None
    committee: str = ""
    held_where: str = ""
    papers: frozenset[str] = frozenset()
    papers_sent_on: date | None = None
    card_returned_on: date | None = None
    closed_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommemorativeDay:
    """A day of the year on which the Hội remembers or gives.

    Attributes:
        lunar: Whether day and month are of the lunar calendar.
        usually: What is usually done.
        occasion: The occasion of the visits made on it.
    """

    id: int | None = None
    name: str
    day: int
    month: int
    lunar: bool = False
    occasion: str = ""
    usually: str = ""
