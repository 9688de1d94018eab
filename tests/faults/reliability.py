"""Writes `docs/reliability.md` from what a full run of the fault tests has shown."""

import platform
import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import sqlcipher3.dbapi2 as sqlcipher

HEAD = """# Reliability: what was tried, and what it showed

Written by `pytest tests/faults --full`; nothing on this page is typed by hand. The tests and
what each must show are listed in the test catalogue of the data-safety decisions; the short
form of each runs with every check of the project. "Told" is what the program told the officer
was kept. All data are fictional.
"""
SUMS = {
    "the program killed": ("A1", "B1", "B2", "F2"),
    "the power cut": ("A2",),
    "the disk failing, full, read-only, or a file held": ("A4", "A5", "A6", "B3"),
    "stores and backups damaged": ("C1", "C2", "C3"),
    "changes behind the program's back": ("D3", "D4"),
    "a second program on the same store": ("E1",),
    "hostile, altered, messy, odd input": ("G1", "G2", "G3", "G4", "H1"),
    "keys, names and rights tried": ("K1", "K2", "K3"),
    "days of an office lived through": ("S1",),
}
"""What of the catalogue belongs together, for the sums at the head of the page."""

SUMS_HEAD = """Only a test that passed writes its line, and none passes that has lost anything:
that is the last column here.

| what was tried | how often | vouchers and people lost |
|---|---|---|
"""
COLUMNS = "| test | what was done | tries | shown | on | with |\n|---|---|---|---|---|---|\n"
LINE = re.compile(r"\| (?P<test>[A-Z]\d+\w?) \| (?P<what>.+?) \| (?P<tries>[\d,]+) \| .+ \|")


class Row(NamedTuple):
    """One line of the page."""

    test: str
    what: str
    tries: int
    shown: str

    def line(self) -> str:
        """As it stands in the table."""
        number = f"{self.tries:,}"
        return (
            f"| {self.test} | {self.what} | {number} | {self.shown} | {date.today()} | {place()} |"
        )


def place() -> str:
    """Where it was tried."""
    cipher = sqlcipher.connect(":memory:").execute("PRAGMA cipher_version").fetchone()[0]
    return f"{platform.system()}, Python {platform.python_version()}, SQLCipher {cipher.split()[0]}"


def write_page(page: Path, rows: Iterable[Row]) -> None:
    """Write the lines of this run; lines of tests that were not in it stay as they were.

    Parts of one test, which may have run at the same time, are summed up in one line.
    """
    lines = {}
    if page.exists():
        for line in page.read_text("utf-8").splitlines():
            found = LINE.fullmatch(line)
            if found:
                lines[found["test"], found["what"]] = line
    whole: dict[tuple[str, str], Row] = {}
    for row in rows:
        before = whole.get(row[:2])
        whole[row[:2]] = row if before is None else row._replace(tries=before.tries + row.tries)
    lines |= {key: row.line() for key, row in whole.items()}
    ordered = [lines[key] for key in sorted(lines)]
    table = "\n".join(ordered)
    page.write_text(f"{HEAD}\n{sums(ordered)}\n{COLUMNS}{table}\n", "utf-8")


def sums(lines: Iterable[str]) -> str:
    """How often each kind of trouble was tried in all."""
    tries: Counter[str] = Counter()
    for line in lines:
        if found := LINE.fullmatch(line):
            tries[found["test"]] += int(found["tries"].replace(",", ""))
    counted = {what: sum(tries[test] for test in tests) for what, tests in SUMS.items()}
    return SUMS_HEAD + "".join(f"| {what} | {n:,} | 0 |\n" for what, n in counted.items() if n)
