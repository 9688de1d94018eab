"""Starting the program: until nothing changes on the window any more, and what memory it takes."""

import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import NamedTuple

from benchmarks.made_data import Place
from benchmarks.opened_window import BARE
from benchmarks.results import Result

_SCREEN = {"QT_QPA_PLATFORM": "offscreen"}
_FLOOR = "bare PySide6 table window"


class Start(NamedTuple):
    """One start of a window: seconds from the call of the process on."""

    seen: float
    settled: float
    memory_mb: float


def start_once(wanted: str) -> Start:
    """Start a window in a process of its own and wait until it has settled."""
    began = time.monotonic()
    ended = subprocess.run(
        [sys.executable, "-m", "benchmarks.opened_window", wanted],
        env={**os.environ, **_SCREEN},
        stdout=subprocess.PIPE,
        check=True,
    )
    told = json.loads(ended.stdout)
    return Start(told["seen_at"] - began, told["settled_at"] - began, told["memory_mb"])


def _medians(starts: list[Start]) -> Start:
    return Start(*(statistics.median(numbers) for numbers in zip(*starts, strict=True)))


def starts(place: Place) -> Iterator[Result]:
    """Bare window, real branch and the largest one in turn."""
    sizes = place.sizes
    wanted = {
        "bare": BARE,
        "roster": str(place.practice_branch(sizes.roster).root),
        "many": str(place.practice_branch(sizes.many).root),
    }
    taken: dict[str, list[Start]] = {name: [] for name in wanted}
    for turn in range(sizes.turns):
        for name, argument in wanted.items():
            if turn == 0 or name != "many":
                taken[name].append(start_once(argument))
    bare, roster, many = (_medians(taken[name]) for name in wanted)
    few, lots = f"{sizes.roster:,} people", f"{sizes.many:,} people"
    yield Result(f"start until the window is seen, {few}", _FLOOR, bare.settled, roster.seen, 2)
    yield Result(f"start to settled window, {few}", _FLOOR, bare.settled, roster.settled, 2)
    before = f"start with {few}"
    yield Result(f"start until the window is seen, {lots}", before, roster.seen, many.seen, 1.3)
    yield Result(f"start to settled window, {lots}", before, roster.settled, many.settled, 1.3)
    yield Result(
        f"memory after start, {few}", _FLOOR, bare.memory_mb, roster.memory_mb, 2, unit="MB"
    )
    yield Result(
        f"memory after start, {lots}", _FLOOR, bare.memory_mb, many.memory_mb, 6, unit="MB"
    )
