"""Writes `docs/reliability.md` from what a full run of the fault tests has shown."""

import platform
import re
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
COLUMNS = "| test | what was done | tries | shown | on | with |\n|---|---|---|---|---|---|\n"
LINE = re.compile(r"\| (?P<test>[A-Z]\d+\w?) \| (?P<what>.+?) \| .+ \|")


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
    """Write the lines of this run; lines of tests that were not in it stay as they were."""
    lines = {}
    if page.exists():
        for line in page.read_text("utf-8").splitlines():
            found = LINE.fullmatch(line)
            if found:
                lines[found["test"], found["what"]] = line
    lines |= {(row.test, row.what): row.line() for row in rows}
    table = "\n".join(lines[key] for key in sorted(lines))
    page.write_text(f"{HEAD}\n{COLUMNS}{table}\n", "utf-8")
