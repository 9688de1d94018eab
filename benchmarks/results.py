"""What a case has shown, as a line of the table and as the page of the documentation."""

import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.metadata import version
from pathlib import Path

import psutil

HEADS = ("case", "floor", "floor took", "we took", "ratio", "goal", "memory")
MISSED = "missed"
PAGE_HEADS = ("part", *HEADS, "on", "load")
_PAGE = """# Benchmarks: what the program takes, against the least that could be done

Written by `python -m benchmarks`; nothing on this page is typed by hand. Every goal is a ratio
to a floor measured in the same run: the bare library, or the raw store, doing the least that
could be done. Times are medians, the two sides taken in turn; each part runs in a process of
its own, and memory is the most that process used, in MB. All people are fictional. The words
*ten times the rows* compare the program with itself. `python -m benchmarks start keys` runs these
parts alone, and changes their lines alone. The load is that of the quarter of an hour before,
where 1 to 2 is the benchmarks alone; a busy machine is worse to whatever uses several processes
or waits for the disk.
"""
_WHERE = "Measured with {}."


@dataclass(frozen=True, slots=True)
class Result:
    """One line.

    Attributes:
        case: What was done.
        floor: What the least is that could be done.
        floor_took: In the unit.
        we_took: In the unit.
        goal: How many times the floor it may take.
        memory_mb: The most that the process used; `None` where it says nothing.
        unit: `s`, or `MB` where the case is about memory.
        most: The most that any single turn may take, in the unit.
        worst: What the slowest turn took, where `most` bounds it.
    """

    case: str
    floor: str
    floor_took: float
    we_took: float
    goal: float
    memory_mb: float | None = None
    unit: str = "s"
    most: float | None = None
    worst: float | None = None

    @property
    def ratio(self) -> float:
        """How many times the floor it took."""
        return self.we_took / self.floor_took

    @property
    def is_met(self) -> bool:
        """Whether it kept within the goal, and within the bound on a single turn."""
        slowest = self.we_took if self.worst is None else self.worst
        return self.ratio <= self.goal and (self.most is None or slowest <= self.most)

    def cells(self) -> tuple[str, ...]:
        """As they stand in the table, below `HEADS`."""
        return (
            self.case,
            self.floor,
            amount(self.floor_took, self.unit),
            amount(self.we_took, self.unit) + self._worst(),
            f"{self.ratio:.2f}",
            self._goal() + ("" if self.is_met else f", {MISSED}"),
            "" if self.memory_mb is None else f"{self.memory_mb:.0f}",
        )

    def _worst(self) -> str:
        return "" if self.worst is None else f", worst {amount(self.worst, self.unit)}"

    def _goal(self) -> str:
        most = "" if self.most is None else f", {amount(self.most, self.unit)}"
        return f"≤ {self.goal:g}{most}"


def amount(number: float, unit: str) -> str:
    """Seconds and megabytes with three figures that say something: `2.41 s`, `8.30 ms`."""
    if unit == "s" and number < 1:
        number, unit = number * 1000, "ms"
    places = 2 if number < 10 else 1 if number < 100 else 0
    return f"{number:.{places}f} {unit}"


def plain_table(rows: Sequence[Sequence[str]]) -> str:
    """Heads and rows in columns for the terminal."""
    lines = [HEADS, *rows]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEADS))]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def machine() -> str:
    """Where it was measured; nothing by which one machine could be told from another."""
    return (
        f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}, "
        f"PySide6 {version('PySide6-Essentials')}"
    )


def load() -> str:
    """How much went on in the last quarter of an hour, which the reader has to know."""
    return f"{psutil.getloadavg()[2]:.1f}"


Lines = Mapping[str, Sequence[Sequence[str]]]
"""Part → its lines as they stand on the page, below `PAGE_HEADS`."""


def write_page(page: Path, results: Mapping[str, Iterable[Result]], order: Sequence[str]) -> None:
    """Write the lines of some parts; those of other parts stay, if this machine measured them.

    Args:
        page: The page, which may be there already.
        results: Part → what it has shown just now.
        order: Every part there is, in the order of the page; others are dropped.
    """
    when = (f"{date.today():%d/%m/%Y}", load())
    lines = dict(_kept(page))
    lines |= {
        part: [(part, *one.cells(), *when) for one in found] for part, found in results.items()
    }
    rows = [line for part in order for line in lines.get(part, ())]
    heads = [PAGE_HEADS, ("---",) * len(PAGE_HEADS)]
    table = "\n".join(f"| {' | '.join(line)} |" for line in (*heads, *rows))
    text = f"{_PAGE}\n{_WHERE.format(machine())}\n\n{table}\n\n{missed_line(rows)}\n"
    page.write_text(text, encoding="utf-8")


def missed_line(rows: Iterable[Sequence[str]]) -> str:
    """The last line of the page: which goals were missed."""
    missed = [row[1] for row in rows if row[6].endswith(f", {MISSED}")]
    return f"Goals missed: {'; '.join(missed)}." if missed else "Every goal is met."


def _kept(page: Path) -> Lines:
    text = page.read_text("utf-8") if page.exists() else ""
    if _WHERE.format(machine()) not in text:
        return {}  # a ratio of another machine would stand beside those of this one
    found: dict[str, list[Sequence[str]]] = {}
    for line in text.splitlines():
        cells = tuple(cell.strip() for cell in line.strip("|").split("|"))
        if line.startswith("| ") and len(cells) == len(PAGE_HEADS) and cells != PAGE_HEADS:
            found.setdefault(cells[0], []).append(cells)
    found.pop("---", None)
    return found
