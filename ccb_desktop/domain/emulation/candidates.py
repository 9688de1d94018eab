"""Who may be put forward, with what speaks for him and against him beside his name."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.charter import charter_on
from ccb_desktop.domain.emulation.award_book import MEDAL
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient
from ccb_desktop.domain.emulation.runs import latest_run, longest_run
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import number

YEARS_SHOWN = 5
"""How many of the last years are told of gradings and awards, the present one included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A member or a unit with the evidence beside it.

    Attributes:
        name: In full; `sort_key` orders it.
        unit_id, unit_name: Where a member stands; the unit itself.
        joined_on: When he came into the Hội.
        posts: What he holds in the Hội.
        grades: Year → what was found of him or it: code and label.
        best: The code that makes a run: of members exemplary, of units excellent.
        settled: Whether the grading of the year is known.
        awards: His or its awards, in the order of their days.
        medal_year: Of his Kỷ niệm chương.
        discipline: What weighs on him, in words.
        nominated: The forms he is put forward for in the year.
    """

    kind: AwardRecipient = AwardRecipient.MEMBER
    person_id: int | None = None
    name: str
    sort_key: str
    unit_id: int | None = None
    unit_name: str = ""
    born_on: PartialDate | None = None
    card_no: str = ""
    joined_on: PartialDate | None = None
    posts: str = ""
    on: date
    grades: dict[int, tuple[str, str]]
    best: str
    settled: bool
    awards: tuple[Award, ...] = ()
    medal_year: int | None = None
    discipline: str = ""
    nominated: frozenset[str] = frozenset()

    @property
    def key(self) -> tuple[str, int]:
        """What tells candidates apart."""
        return self.kind.value, (self.person_id or self.unit_id or 0)

    @property
    def best_years(self) -> frozenset[int]:
        """The years in which the best was found."""
        return frozenset(year for year, (code, _label) in self.grades.items() if code == self.best)

    @property
    def run(self) -> int:
        """How many of them run up to the last year (rule 21)."""
        return latest_run(self.best_years, self.on.year, is_settled=self.settled)

    @property
    def longest(self) -> tuple[int, int] | None:
        """First and last year of the longest run ever."""
        return longest_run(self.best_years)

    @property
    def years_in(self) -> int | None:
        """Full years in the Hội on the day; None where it is not known since when."""
        return None if self.joined_on is None else full_years(self.joined_on, self.on)

    @property
    def last_award_year(self) -> int | None:
        """Of the latest award."""
        return max((one.awarded_on.year for one in self.awards), default=None)

    @property
    def told_grades(self) -> str:
        """`2023 CCB gương mẫu; 2024 Đạt`, of the last years."""
        since = self.on.year - YEARS_SHOWN + 1
        return "; ".join(
            f"{year} {label}"
            for year, (_code, label) in sorted(self.grades.items())
            if year >= since
        )

    @property
    def told_awards(self) -> str:
        """`Giấy khen (UBND phường, 2025)`, of the last years, the latest first."""
        since = self.on.year - YEARS_SHOWN + 1
        return "; ".join(
            f"{one.form} ({one.giver}, {one.awarded_on.year})"
            for one in reversed(self.awards)
            if one.awarded_on.year >= since
        )


def full_years(since: PartialDate, on: date) -> int:
    """Years that are over between a day known in part and another, never less than none."""
    first = since.first_day
    return max(0, on.year - first.year - ((on.month, on.day) < (first.month, first.day)))


def medal_years_on(branch: Branch, on: date) -> int:
    """After how many years in the Hội somebody is put forward for the Kỷ niệm chương."""
    return branch.medal_years or charter_on(on).medal_years


def waits_for_medal(candidate: Candidate, years: int) -> bool:
    """Whether somebody has been in the Hội long enough and has no Kỷ niệm chương yet."""
    has_years = candidate.years_in is not None and candidate.years_in >= years
    return has_years and candidate.medal_year is None


def usual_reason(candidate: Candidate, form: str) -> str:
    """What can be said for somebody out of the books, as the beginning of a reason."""
    parts = []
    if candidate.run:
        what = candidate.grades[max(candidate.best_years)][1]
        last = max(candidate.best_years)
        parts.append(
            f"{what} {number(candidate.run)} năm liền đến {last}"
            if candidate.run > 1
            else f"{what} năm {last}"
        )
    years = candidate.years_in
    if years and form == MEDAL:
        parts.insert(0, f"{number(years)} năm trong Hội")
    if candidate.posts:
        parts.append(candidate.posts)
    return "; ".join(parts)


def reached_thresholds(value: int | None, thresholds: Collection[int]) -> frozenset[int]:
    """Those of some thresholds that a number has reached, as a filter asks for them."""
    return frozenset(one for one in thresholds if value is not None and value >= one)


def unrewarded_for(candidate: Candidate, spans: Sequence[int]) -> frozenset[int]:
    """For how many of some numbers of years, the present one included, he had no award."""
    last = candidate.last_award_year
    return frozenset(one for one in spans if last is None or last <= candidate.on.year - one)
