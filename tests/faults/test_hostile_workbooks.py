"""G1: workbooks that mean harm, through the real gate: refused or rightly read, within bounds."""

import os
import subprocess
import threading
import time
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from ccb_desktop.documents.reading import workbook
from ccb_desktop.domain.submissions.arrivals import Came
from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.submissions.recognising import recognise
from tests.books import contents, names_on_roll
from tests.documents.reading import packages
from tests.documents.reading.packages import HEADER, PEOPLE, row, sheet
from tests.documents.reading.test_gate_hostile_files import REFUSED

MOST_MEGABYTES = 300
MOST_SECONDS = 10
EVERY_DAY = (
    "entities that laugh",
    "an entity from outside",
    "four milliard texts announced",
    "a name that climbs out",
    "one cell that stands for a million",
    "an encrypted workbook",
)
"""Of those refused; the gate's own tests try all of them every day, without measuring."""

OLD_LIST = Path(workbook.__file__).parents[3] / "tests/documents/reading/lists/nhieu-kieu.xls"
AN = ["Nguyễn Văn An"]


def _linked():
    rels = (
        '<Relationships><Relationship Id="rId1" Target="http://192.0.2.1/a.xlsx"'
        ' TargetMode="External"/></Relationships>'
    )
    return packages.workbook(
        **{
            "xl/externalLinks/externalLink1.xml": "<externalLink/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": rels,
        }
    )


def _merged():
    ranges = "".join(f'<mergeCell ref="A{n}:D{n + 5}"/>' for n in range(10, 100_010))
    return packages.workbook(sheet(after=f'<mergeCells count="100000">{ranges}</mergeCells>'))


def _formatted():
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(3, 300_000))
    return packages.workbook(sheet(PEOPLE + blank))


def _claiming(claim):
    return packages.workbook(sheet(before=f'<dimension ref="{claim}"/>'))


READ = {
    "a macro": ("a.xlsm", lambda: packages.workbook(**{"xl/vbaProject.bin": b"Sub A()" * 50}), AN),
    "a link to elsewhere": ("a.xlsx", _linked, AN),
    "a hundred thousand merged ranges": ("a.xlsx", _merged, AN),
    "a sheet formatted to its end": ("a.xlsx", _formatted, AN),
    "a million rows claimed": ("a.xlsx", lambda: _claiming("A1:XFD1048576"), AN),
    "one row claimed": ("a.xlsx", lambda: _claiming("A1:B1"), AN),
    "an .xlsx that calls itself .xls": ("a.xls", packages.workbook, AN),
    "a formula for a name": (
        "a.xlsx",
        lambda: packages.workbook(
            sheet(PEOPLE + row(3, 2, "=cmd|' /C calc'!A0", 1950, "Chi hội 1"))
        ),
        AN,
    ),
    "a text that would close its element": (
        "a.xlsx",
        lambda: packages.workbook(
            sheet(HEADER + row(2, 1, "Nguyễn &lt;/t&gt; Văn An", 1952, "Chi hội 1"))
        ),
        None,
    ),
}
"""What, name of the file, its bytes, and who is in the books afterwards (`None`: anybody)."""


class Measured(subprocess.Popen):
    """The reading process; afterwards the seconds it worked and the most memory it held."""

    worst_megabytes = 0.0
    worst_seconds = 0.0

    def __init__(self, *given, **more):
        super().__init__(*given, **more)
        threading.Thread(target=self._watch, daemon=True).start()

    def _watch(self):
        status = Path(f"/proc/{self.pid}/status")
        with suppress(OSError, StopIteration, ValueError):
            while True:
                held = next(x for x in status.read_text().splitlines() if x.startswith("VmHWM"))
                Measured.worst_megabytes = max(
                    Measured.worst_megabytes, int(held.split()[1]) / 1024
                )
                time.sleep(0.002)

    def poll(self):
        return self.returncode

    def wait(self, timeout=None):
        if self.returncode is None:
            _, status, used = os.wait4(self.pid, 0)
            self.returncode = os.waitstatus_to_exitcode(status)
            seconds = used.ru_utime + used.ru_stime
            Measured.worst_seconds = max(Measured.worst_seconds, seconds)
        return self.returncode


@pytest.fixture
def measured(monkeypatch):
    """The reading process is measured."""
    monkeypatch.setattr(workbook.subprocess, "Popen", Measured)
    Measured.worst_megabytes = Measured.worst_seconds = 0.0
    return Measured


def tell(tally, what, tries, measured, shown):
    assert 0 < measured.worst_megabytes <= MOST_MEGABYTES
    assert measured.worst_seconds <= MOST_SECONDS
    most = f"at most {measured.worst_megabytes:.0f} MB and {measured.worst_seconds:.1f} s of work"
    tally("G1", what, tries, f"{shown}; {most}")


def test_hostile_workbooks_are_refused_within_bounds(
    fresh_folder, tmp_path, times, tally, measured
):
    wanted = times(EVERY_DAY, tuple(REFUSED))
    with open_branch(fresh_folder()) as store:
        before = contents(store)
        for what in wanted:
            name, content, _ = REFUSED[what]
            (tmp_path / name).write_bytes(content)
            arrival = recognise(store, tmp_path / name, lambda *_: None)
            assert (arrival.came, arrival.sources) == (Came.REFUSED, ()), what
            assert "Traceback" not in arrival.told and arrival.told.endswith(".")
        assert contents(store) == before
    shown = "all refused in a sentence; books unchanged"
    tell(tally, "hostile workbooks: bombs, DTD, far cells, names", len(wanted), measured, shown)


def test_odd_workbooks_are_rightly_imported_within_bounds(
    fresh_folder, tmp_path, times, tally, measured
):
    wanted = times(("a macro", "a million rows claimed", "a formula for a name"), tuple(READ))
    for what in wanted:
        name, make, people = READ[what]
        (tmp_path / name).write_bytes(make())
        with open_branch(fresh_folder()) as store:
            before = set(names_on_roll(store))
            sources = import_workbook.read_files([tmp_path / name])
            books = import_workbook.understand_files(store, sources)
            import_workbook.run_import(store, books, date(2025, 12, 31))
            new = sorted(set(names_on_roll(store)) - before)
            assert people is None or new == people, what
    shown = "rightly imported; nothing run, nothing fetched"
    tell(tally, "odd workbooks: macros, links, merges, false claims", len(wanted), measured, shown)


def test_a_renamed_old_workbook_is_read_for_what_it_is(tmp_path, tally, measured):
    (tmp_path / "a.xlsx").write_bytes(OLD_LIST.read_bytes())
    [source] = import_workbook.read_files([tmp_path / "a.xlsx"])
    [known] = import_workbook.read_files([OLD_LIST])
    assert [one.rows for one in source.sheets] == [one.rows for one in known.sheets]
    tell(tally, "an .xls renamed .xlsx", 1, measured, "read as what it is")
