"""Years running in which something was reached (rule 21)."""

from collections.abc import Collection, Mapping
from typing import NamedTuple

from ccb_desktop.domain.emulation.awards import AwardRecipient
from ccb_desktop.domain.people_names import sort_key


def run_ending(years: Collection[int], last: int) -> int:
    """How many years running, the last of them included, are among some years.

    Args:
        years: The years in which it was reached.
        last: The year with which the run must end.
    """
    length = 0
    while last - length in years:
        length += 1
    return length


def latest_run(years: Collection[int], on_year: int, *, is_settled: bool) -> int:
    """How many years running end in the last year for which it is known.

    Args:
        years: The years in which it was reached.
        on_year: The year that is looked from.
        is_settled: Whether it is known of that year already; else the one before counts as well,
            so that nobody's run breaks off while the year is not over.
    """
    run = run_ending(years, on_year)
    return run if run or is_settled else run_ending(years, on_year - 1)


def longest_run(years: Collection[int]) -> tuple[int, int] | None:
    """First and last year of the longest run, the latest of several alike; None of no years."""
    found: tuple[int, int] | None = None
    for year in sorted(years):
        if year + 1 in years:
            continue
        length = run_ending(years, year)
        if found is None or length >= found[1] - found[0] + 1:
            found = year - length + 1, year
    return found


class RunLine(NamedTuple):
    """Years running of one person or unit in one thing.

    Attributes:
        what: `CCB gương mẫu`, `Giấy khen`.
        years: How many run up to the last year.
        longest: First and last year of the longest run ever.
    """

    kind: AwardRecipient
    name: str
    unit_name: str
    what: str
    years: int
    longest: tuple[int, int]

    @property
    def longest_length(self) -> int:
        """Of how many years the longest run is."""
        return self.longest[1] - self.longest[0] + 1


Subject = tuple[AwardRecipient, int, str, str, str]
"""Kind, id, name, unit and what was reached."""


def runs_of(
    reached: Mapping[Subject, Collection[int]], settled: Collection[str], on_year: int
) -> list[RunLine]:
    """The runs of at least two years, those that go on longest first.

    Args:
        reached: Who reached what in which years.
        settled: What is known of the year already.
        on_year: The year that is looked from.
    """
    found = []
    for (kind, _own, name, unit_name, what), years in reached.items():
        past = {year for year in years if year <= on_year}
        longest = longest_run(past)
        if longest is None or longest[1] == longest[0]:
            continue
        run = latest_run(past, on_year, is_settled=what in settled)
        found.append(RunLine(kind, name, unit_name, what, run, longest))
    return sorted(
        found,
        key=lambda o: (
            -o.years,
            -o.longest_length,
            tuple(AwardRecipient).index(o.kind),
            sort_key(o.name),
        ),
    )
