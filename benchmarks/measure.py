"""Fair measuring: both sides in turn, the median of several turns, the memory of a process."""

import gc
import statistics
import sys
import time
from collections.abc import Callable
from typing import NamedTuple

import psutil

Turn = Callable[[], float]
"""Does it once; gives the seconds (or megabytes) that count, without what was prepared."""

_MEGABYTE = 1024 * 1024


class Compared(NamedTuple):
    """Medians of both sides, and what the process used at most when we had done it once."""

    floor: float
    ours: float
    memory_mb: float


def timed(action: Callable[[], object]) -> float:
    """The seconds an action takes."""
    gc.collect()
    began = time.perf_counter()
    result = action()
    took = time.perf_counter() - began
    del result
    return took


def compare(floor: Turn, ours: Turn, turns: int) -> Compared:
    """Take both sides in turn, ours first, so that the memory is ours alone."""
    we_took, floor_took, memory = [ours()], [], most_memory_mb()
    for turn in range(turns):
        floor_took.append(floor())
        if turn:
            we_took.append(ours())
    return Compared(statistics.median(floor_took), statistics.median(we_took), memory)


def most_memory_mb() -> float:
    """The most that this process has used until now, in MB."""
    if sys.platform == "win32":
        return float(psutil.Process().memory_info().peak_wset / _MEGABYTE)
    import resource  # noqa: PLC0415 (not there on Windows)

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def memory_now_mb() -> float:
    """What this process uses just now, in MB."""
    return float(psutil.Process().memory_info().rss / _MEGABYTE)
