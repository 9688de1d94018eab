"""What an officer does all day: the books opened, one member corrected, searched, listed."""

import os
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from itertools import count
from typing import Any

from benchmarks.made_data import ON, Place
from benchmarks.measure import Turn, compare, timed
from benchmarks.results import Result
from ccb_desktop.data.engine import connect, set_pragmas
from ccb_desktop.operations.branch import Store, open_branch
from ccb_desktop.operations.members.people import list_members, load_person_file, save_person
from ccb_desktop.operations.search import SearchIndex
from ccb_desktop.paths import DataFolder

_OPEN_GOAL, _SAVE_GOAL, _SEARCH_GOAL, _LIST_GOAL, _GROWTH_GOAL = 5, 4, 4, 10, 11
_PAGE_BYTES = 4096
_TYPED = "nguyen v b"
_FOUND = (
    "SELECT count(*) FROM persons WHERE name_key LIKE '%nguyen v%'",
    "SELECT count(*) FROM vouchers WHERE payer || content LIKE '%nguyen v%'",
    "SELECT count(*) FROM documents WHERE subject LIKE '%nguyen v%'",
    "SELECT count(*) FROM activities WHERE name LIKE '%nguyen v%'",
)
_ROSTER = """
    SELECT p.*, m.card_no, m.joined_on, s.status, s.unit_id FROM standings s
    JOIN memberships m ON m.id = s.membership_id JOIN persons p ON p.id = m.person_id
    WHERE s.from_on <= ? AND (s.to_on IS NULL OR s.to_on > ?) ORDER BY p.sort_key
"""


def opening(place: Place) -> Iterator[Result]:
    """The books opened with every check of opening, and closed."""
    members = place.sizes.roster
    folder, tenth = place.practice_branch(members), place.practice_branch(members // 10)
    found = compare(pages_checked(folder), _opened(folder), place.sizes.turns)
    growth = compare(_opened(tenth), _opened(folder), place.sizes.turns)
    case = f"books opened and checked, {members:,} members"
    floor = "each page's checksum"
    yield Result(case, floor, found.floor, found.ours, _OPEN_GOAL, found.memory_mb)
    yield Result(
        f"{case}: ten times the rows",
        f"with {members // 10:,} members",
        growth.floor,
        growth.ours,
        _GROWTH_GOAL,
    )


def _opened(folder: DataFolder) -> Turn:
    return lambda: timed(lambda: open_branch(folder).close())


def pages_checked(folder: DataFolder) -> Turn:
    """Every page of a store read once, and held against its checksum."""

    def check() -> object:
        with closing(connect(folder.store, mode="ro")) as connection:
            set_pragmas(connection)
            return connection.execute("PRAGMA cipher_integrity_check").fetchall()

    return lambda: timed(check)


def daily(place: Place) -> Iterator[Result]:
    """One form saved, one key typed into the search box, the whole roster listed."""
    members = place.sizes.roster
    folder, turns = place.copied(place.practice_branch(members)), place.sizes.turns
    with (
        closing(open_branch(folder)) as store,
        closing(connect(folder.store, mode="ro")) as connection,
    ):
        set_pragmas(connection)
        saved = compare(page_flushed(folder), _corrected(store), turns)
        index = SearchIndex(store, ON)
        searched = compare(_searched(connection), lambda: timed(lambda: index.find(_TYPED)), turns)
        listed = compare(
            _asked(connection, _ROSTER, ON.isoformat(), ON.isoformat()),
            lambda: timed(lambda: list_members(store, ON)),
            turns,
        )
    for case, floor, found, goal in (
        ("one member corrected", "4 KB written and flushed", saved, _SAVE_GOAL),
        ("one key in the search box", "LIKE over everything searched", searched, _SEARCH_GOAL),
        ("the roster as of a day", "its rows, in the order of names", listed, _LIST_GOAL),
    ):
        yield Result(
            f"{case}, {members:,} members", floor, found.floor, found.ours, goal, found.memory_mb
        )


def _corrected(store: Store) -> Turn:
    person = load_person_file(store, list_members(store, ON, 1)[0].person_id).person
    numbers = count(1)

    def correct() -> None:
        save_person(store, replace(person, phone=f"09{next(numbers):08}"))

    return lambda: timed(correct)


def _searched(connection: Any) -> Turn:
    return lambda: timed(lambda: [connection.execute(one).fetchall() for one in _FOUND])


def _asked(connection: Any, statement: str, *bound: object) -> Turn:
    return lambda: timed(lambda: connection.execute(statement, bound).fetchall())


def page_flushed(folder: DataFolder, times: int = 1) -> Turn:
    """The least that keeps anything: one page written so often, each time flushed; per page."""

    def write() -> None:
        with (folder.root / "page").open("wb", buffering=0) as page:
            for _ in range(times):
                page.write(bytes(_PAGE_BYTES))
                os.fsync(page.fileno())

    return lambda: timed(write) / times
