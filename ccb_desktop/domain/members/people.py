"""A person (hồ sơ): who he is, his service, Party, policy; memberships stand apart."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key, sort_key

USUAL_ETHNICITY = "Kinh"
"""What is offered for somebody new, and meant where nothing is written."""


class Sex(StrEnum):
    """Giới tính."""

    MALE = "MALE"
    FEMALE = "FEMALE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """One policy a person falls under (diện chính sách), dated.

    Attributes:
        kind: Code of the list `POLICY`, such as `THUONG_BINH`.
        grade: Class of a wounded soldier, `1/4` to `4/4`.
        rate_percent: Rate of wound or illness in percent.
        from_on: Since when; a policy without a date always held.
        to_on: Last day on which it held.
    """

    id: int | None = None
    kind: str
    grade: str = ""
    rate_percent: int | None = None
    from_on: PartialDate | None = None
    to_on: PartialDate | None = None
    note: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether the person falls under it on that day."""
        begun = self.from_on is None or self.from_on.first_day <= day
        return begun and (self.to_on is None or day <= self.to_on.last_day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Everything the branch knows of one person, apart from memberships and posts.

    Codes are entries of the code lists (`domain.code_lists`); texts are Unicode NFC.

    Attributes:
        household_id: The household he lives in.
        lunar_death_day: Day and month of the Vietnamese lunar calendar, `15/7`.
        periods: Codes of the list `PERIOD` in which he served.
        theatres: Battlefields, as written.
        party_badge: Years of the highest Party badge, 30 to 80.
        insurance_entitled: Whether health insurance is his by policy; `None` unknown.
        medal_year: Year of the Kỷ niệm chương of the Hội (once per person, rule 12).
        tags: Codes of the list `TAG`, by which the branch marks people for its own ends.
        sort_by_first_word: Sorted by the first word of the name, for names of minority
            peoples such as `Y Nô Rcăm`.
    """

    id: int | None = None
    full_name: str
    other_name: str = ""
    sex: Sex | None = None
    born_on: PartialDate | None = None
    citizen_id: str = ""
    citizen_id_issued_on: PartialDate | None = None
    phone: str = ""
    home_town: str = ""
    address: str = ""
    street_group: str = ""
    old_address: str = ""
    ethnicity: str = ""
    religion: str = ""
    education: str = ""
    qualification: str = ""
    political_theory: str = ""
    occupation: str = ""
    health_note: str = ""
    consent_on: PartialDate | None = None
    consent_paper: str = ""
    consent_withdrawn_on: PartialDate | None = None
    consent_withdrawn_reason: str = ""
    consent_note: str = ""
    died_on: PartialDate | None = None
    lunar_death_day: str = ""
    burial_place: str = ""
    note: str = ""
    sort_by_first_word: bool = False
    household_id: int | None = None

    enlisted_on: PartialDate | None = None
    discharged_on: PartialDate | None = None
    rank: str = ""
    military_post: str = ""
    military_unit: str = ""
    training: str = ""
    periods: frozenset[str] = frozenset()
    theatres: str = ""

    party_joined_on: PartialDate | None = None
    party_official_on: PartialDate | None = None
    party_cell: str = ""
    party_badge: int | None = None

    insurance_no: str = ""
    insurance_entitled: bool | None = None
    medal_year: int | None = None
    commendations: str = ""
    tags: frozenset[str] = frozenset()
    policies: tuple[Policy, ...] = ()


@dataclass(frozen=True, slots=True)
class AgeRule:
    """How age is reckoned (rule 15): a setting of the branch."""

    code: str = "YEAR_DIFFERENCE"

    def age(self, born_on: PartialDate, day: date) -> int:
        """Age in years on a day.

        `COMPLETED_YEARS` counts birthdays, taking the last possible day of a partial
        date; `TUOI_MU` is the year difference plus one.
        """
        years = day.year - born_on.year
        if self.code == "TUOI_MU":
            return years + 1
        if self.code == "COMPLETED_YEARS":
            last = born_on.last_day
            return years - ((day.month, day.day) < (last.month, last.day))
        return years

    def age_in(self, born_on: PartialDate | None, year: int) -> int | None:
        """The age that the birthday of a year brings; none where no birth is known."""
        return None if born_on is None else self.age(born_on, date(year, 12, 31))


LONGEVITY_AGES = (70, 75, 80, 85, 90, 95)


def is_longevity_age(age: int) -> bool:
    """Whether the Hội wishes long life at this age: 70, 75 … 100 and every year above."""
    return age in LONGEVITY_AGES or age >= 100


def keys_of(person: Person) -> dict[str, str]:
    """The prepared keys kept beside a person's name."""
    return {
        "name_key": search_key(person.full_name),
        "sort_key": sort_key(person.full_name, by_first_word=person.sort_by_first_word),
    }
