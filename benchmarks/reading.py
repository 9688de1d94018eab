"""Lists that somebody brings: read and understood, and imported whole."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.made_data import ON, Place
from benchmarks.measure import Turn, compare, timed
from benchmarks.results import Result
from ccb_desktop.operations.branch import Store, open_branch
from ccb_desktop.operations.import_workbook import read_files, run_import, understand_files

_FLOOR = "calamine alone"
_PREVIEW_GOAL, _IMPORT_GOAL, _GROWTH_GOAL = 3, 4, 11


def preview(place: Place) -> Iterator[Result]:
    """A list read until the officer sees what the program makes of its columns and rows."""
    rows = place.sizes.list_rows
    with closing(open_branch(place.fresh_branch())) as store:
        path, tenth = place.roster_workbook(rows), place.roster_workbook(rows // 10)
        found = compare(_calamine(path), _preview(store, path), place.sizes.turns)
        growth = compare(_preview(store, tenth), _preview(store, path), place.sizes.turns)
    case = f"preview of a workbook, {rows:,} × 30"
    yield Result(case, _FLOOR, found.floor, found.ours, _PREVIEW_GOAL, found.memory_mb)
    yield Result(
        f"{case}: ten times the rows",
        f"preview of {rows // 10:,} rows",
        growth.floor,
        growth.ours,
        _GROWTH_GOAL,
    )


def _calamine(path: Path) -> Turn:
    import python_calamine  # noqa: PLC0415 (a heavy library, for this case only)

    def read() -> object:
        return python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_index(0).to_python()

    return lambda: timed(read)


def _preview(store: Store, path: Path) -> Turn:
    return lambda: timed(lambda: understand_files(store, read_files([path])))


def whole_import(place: Place) -> Iterator[Result]:
    """Read, check, match, back up, write with history, in one act on a branch just begun."""
    rows = place.sizes.many
    path, tenth = place.roster_workbook(rows), place.roster_workbook(rows // 10)
    found = compare(_calamine(path), _import(place, path), 1)
    case = f"whole import, {rows:,} × 30"
    yield Result(case, _FLOOR, found.floor, found.ours, _IMPORT_GOAL, found.memory_mb)
    before = _import(place, tenth)()
    yield Result(
        f"{case}: ten times the rows",
        f"import of {rows // 10:,} rows",
        before,
        found.ours,
        _GROWTH_GOAL,
    )


def _import(place: Place, path: Path) -> Turn:
    def turn() -> float:
        with closing(open_branch(place.fresh_branch())) as store:
            return timed(lambda: _import_once(store, path))

    return turn


def _import_once(store: Store, path: Path) -> None:
    done = run_import(store, understand_files(store, read_files([path])), ON)
    if done.result.problems or done.batch is None:
        raise RuntimeError(f"{done.result.problems} rows were not understood")
