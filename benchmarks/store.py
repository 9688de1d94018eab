"""The store: bulk writing with history, the first page in Vietnamese order, verified backups."""

import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from benchmarks.made_data import ON, Place
from benchmarks.measure import Turn, compare, timed
from benchmarks.results import Result
from ccb_desktop.data import rows
from ccb_desktop.data.engine import connect, set_pragmas
from ccb_desktop.data.tables import PersonRow
from ccb_desktop.domain.members.people import Person, keys_of
from ccb_desktop.domain.practice.branch import make_practice_branch
from ccb_desktop.operations.backups import back_up
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.members.people import list_members

_WRITE_GOAL, _PAGE_GOAL, _BACKUP_GOAL, _GROWTH_GOAL = 3, 4, 5, 11
_ROWS_ON_A_PAGE = 40


# --- Bulk writing ---------------------------------------------------------------------------


def bulk_writing(place: Place) -> Iterator[Result]:
    """People written by one statement, each with his line of history, as one act."""
    count = place.sizes.list_rows
    columns = _people(count)
    tenth = columns[: count // 10]
    turns = min(place.sizes.turns, 3)
    found = compare(_executemany(place, columns), _with_history(place, columns), turns)
    growth = compare(_with_history(place, tenth), _with_history(place, columns), turns)
    case = f"bulk writing of {count:,} people with history"
    floor = "executemany without history"
    yield Result(case, floor, found.floor, found.ours, _WRITE_GOAL, found.memory_mb)
    yield Result(
        f"{case}: ten times the rows",
        f"writing {len(tenth):,} people",
        growth.floor,
        growth.ours,
        _GROWTH_GOAL,
    )


def _people(count: int) -> list[rows.Columns]:
    """Columns of people with all that a real branch knows of them, of no household."""
    made = list(make_practice_branch(min(count, 2_800), 1).books.people.by_id.values())
    return [_columns(made[number % len(made)], number) for number in range(count)]


def _columns(person: Person, number: int) -> rows.Columns:
    own = {"id": number + 1, "citizen_id": f"{number:012}", "household_id": None}
    return rows.columns_of(person, PersonRow, **keys_of(person), **own)


def _with_history(place: Place, columns: list[rows.Columns]) -> Turn:
    def turn() -> float:
        with closing(open_branch(place.fresh_branch())) as store:

            def write() -> None:
                with store.writing("Ghi nhiều hồ sơ") as session:
                    rows.insert_many(session, PersonRow, columns)

            return timed(write)

    return turn


def _executemany(place: Place, columns: list[rows.Columns]) -> Turn:
    """The same rows, ready as the driver wants them, under the same settings of the file."""
    names = tuple(columns[0])
    places = ", ".join("?" * len(names))
    statement = f"INSERT INTO persons ({', '.join(names)}) VALUES ({places})"
    ready = _as_stored(place, columns)

    def turn() -> float:
        with closing(connect(place.fresh_branch().store)) as connection:
            set_pragmas(connection)

            def write() -> None:
                connection.execute("BEGIN IMMEDIATE")
                connection.executemany(statement, ready)
                connection.execute("COMMIT")

            return timed(write)

    return turn


def _as_stored(place: Place, columns: list[rows.Columns]) -> list[tuple[Any, ...]]:
    """The rows as the store keeps them, read back from one that holds them."""
    folder = place.fresh_branch()
    with closing(open_branch(folder)) as store, store.writing("Ghi nhiều hồ sơ") as session:
        rows.insert_many(session, PersonRow, columns)
    with closing(connect(folder.store)) as connection:
        found = connection.execute(f"SELECT {', '.join(columns[0])} FROM persons ORDER BY id")
        return [tuple(row) for row in found]


# --- Reading in order -----------------------------------------------------------------------


def first_page(place: Place) -> Iterator[Result]:
    """The top of the roster in Vietnamese order, as the page shows it before all is read."""
    count = place.sizes.many
    folder = place.practice_branch(count)
    query = f"SELECT id, full_name FROM persons ORDER BY sort_key LIMIT {_ROWS_ON_A_PAGE}"
    with (
        closing(open_branch(folder, leave_large_unchecked=True)) as store,
        closing(connect(folder.store, mode="ro")) as connection,
    ):
        set_pragmas(connection)

        def least() -> object:
            return connection.execute(query).fetchall()

        def ours() -> object:
            return list_members(store, ON, _ROWS_ON_A_PAGE)

        turns = place.sizes.turns
        found = compare(lambda: timed(least), lambda: timed(ours), turns)
    yield Result(
        f"first page in Vietnamese order, {count:,} people",
        "one page by the index",
        found.floor,
        found.ours,
        _PAGE_GOAL,
        found.memory_mb,
    )


# --- Backup ---------------------------------------------------------------------------------


def backup(place: Place) -> Iterator[Result]:
    """A backup into another folder: copied, every page checked, read back, in place."""
    folder = place.practice_branch(place.sizes.many)
    target = place.root / "copies"
    size = folder.store.stat().st_size / 1_000_000
    with closing(open_branch(folder, leave_large_unchecked=True)) as store:

        def ours() -> float:
            _empty(target)
            return timed(lambda: back_up(store, target))

        found = compare(_copy(folder.store, target), ours, min(place.sizes.turns, 3))
    _empty(target)
    case = f"backup of {size:.0f} MB, verified"
    floor = "copy and flush"
    yield Result(case, floor, found.floor, found.ours, _BACKUP_GOAL, found.memory_mb)


def _copy(source: Path, target: Path) -> Turn:
    def copy() -> None:
        with source.open("rb") as read, (target / "copy").open("wb") as written:
            shutil.copyfileobj(read, written, 1024 * 1024)
            written.flush()
            os.fsync(written.fileno())

    def turn() -> float:
        _empty(target)
        return timed(copy)

    return turn


def _empty(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
