"""Every figure of a half-year report, counted from the books."""

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

from benchmarks.made_data import ON, Place
from benchmarks.measure import Turn, compare, timed
from benchmarks.results import Result
from ccb_desktop.data.engine import connect, set_pragmas
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.figures import figures_for

_FROM = date(2026, 1, 1)
_GOAL, _GROWTH_GOAL, _MOST_SECONDS = 10, 11, 0.5
_ROWS_OF_THE_PERIOD = """
    SELECT s.membership_id, s.from_on, s.to_on, s.status, s.unit_id, s.sub_unit_id, p.full_name,
           p.sex, p.born_on, p.ethnicity, p.periods, p.party_joined_on, p.household_id
    FROM standings s JOIN memberships m ON m.id = s.membership_id
    JOIN persons p ON p.id = m.person_id
    WHERE s.from_on <= ? AND (s.to_on IS NULL OR s.to_on >= ?)
"""


def half_year(place: Place) -> Iterator[Result]:
    """All figures at once, as the report asks for them."""
    members = place.sizes.roster
    folder = place.practice_branch(members)
    found = compare(_one_pass(folder.store), _figures(place, members), place.sizes.turns)
    growth = compare(
        _figures(place, members), _figures(place, members * 10), min(place.sizes.turns, 3)
    )
    case = f"every figure of a half-year report, {members:,} members"
    yield Result(
        case,
        "one pass over the rows of the period",
        found.floor,
        found.ours,
        _GOAL,
        found.memory_mb,
        most=_MOST_SECONDS,
    )
    yield Result(
        f"{case}: ten times the rows",
        f"with {members:,} members",
        growth.floor,
        growth.ours,
        _GROWTH_GOAL,
    )


def _figures(place: Place, members: int) -> Turn:
    def turn() -> float:
        folder = place.practice_branch(members)
        with closing(open_branch(folder, leave_large_unchecked=True)) as store:
            return timed(lambda: figures_for(store, _FROM, ON))

    return turn


def _one_pass(path: Path) -> Turn:
    def turn() -> float:
        with closing(connect(path, mode="ro")) as connection:
            set_pragmas(connection)
            return timed(lambda: _pass_over(connection))

    return turn


def _pass_over(connection: Any) -> int:
    """Count who is there, which nothing that counts can do without."""
    found = connection.execute(_ROWS_OF_THE_PERIOD, (ON.isoformat(), _FROM.isoformat()))
    return sum(1 for _row in found)
