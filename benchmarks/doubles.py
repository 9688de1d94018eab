"""Looking through the whole books for people entered twice."""

from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing

from rapidfuzz import process
from rapidfuzz.distance import OSA

from benchmarks.made_data import ON, Place
from benchmarks.measure import Turn, compare, timed
from benchmarks.results import Result
from ccb_desktop.data.members.doubles import list_known_people
from ccb_desktop.domain.people_names import fold
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.doubles import list_candidates

_GOAL, _MOST_SECONDS = 5, 2.0


def doubles(place: Place) -> Iterator[Result]:
    """The tab Ghi trùng on books of two wards."""
    members = round(place.sizes.roster * 3 / 2)
    folder = place.practice_branch(members)
    with closing(open_branch(folder, leave_large_unchecked=True)) as store:
        with store.reading() as session:
            people = list_known_people(session, ON)
        by_year: dict[int, list[str]] = defaultdict(list)
        for person in people:
            by_year[person.born_on.year if person.born_on else 0].append(fold(person.full_name))
        found = compare(
            _bare_library(by_year),
            lambda: timed(lambda: list_candidates(store, ON)),
            place.sizes.turns,
        )
    yield Result(
        f"people entered twice among {len(people):,}",
        "rapidfuzz on the names of each year of birth and the next",
        found.floor,
        found.ours,
        _GOAL,
        found.memory_mb,
        most=_MOST_SECONDS,
    )


def _bare_library(by_year: dict[int, list[str]]) -> Turn:
    def extract() -> int:
        near = 0
        for year, names in by_year.items():
            others = [*names, *by_year.get(year + 1, ())]
            for name in names:
                found = process.extract(
                    name, others, scorer=OSA.distance, score_cutoff=2, limit=None
                )
                near += len(found)
        return near

    return lambda: timed(extract)
