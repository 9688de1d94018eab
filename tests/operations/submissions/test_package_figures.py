"""What a branch says in figures is what the books say once its list was taken in."""

from datetime import date
from pathlib import Path

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.orders import Destination, PackageOrder
from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.branch import start_branch
from ccb_desktop.operations.submissions.package_figures import (
    held_against,
    parts_of_books,
    records_behind,
)
from ccb_desktop.operations.submissions.recognising import recognise
from ccb_desktop.operations.submissions.sending import send
from ccb_desktop.paths import DataFolder
from tests.packages import manifest_of

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "samples" / "an-lac"
AS_OF = date(2025, 12, 31)


def take_in(store, sources, **more):
    books = import_workbook.understand_files(store, sources)
    return import_workbook.run_import(store, books, AS_OF, **more)


def test_another_branch_takes_in_what_the_first_has_and_its_figures(store, tmp_path):
    folder = DataFolder(tmp_path / "x")
    branch = Branch(name="Hội CCB phường An Lạc", parent="Hội CCB tỉnh", place="An Lạc")
    period = Period.parse("2026-H1")
    with start_branch(folder, branch) as first:
        take_in(first, import_workbook.read_files([SAMPLE / "so-lieu-an-lac.xlsx"]))
        order = PackageOrder(kind=ReportKind.HALF_YEAR, period=period, data=True)
        place = Destination(folder=tmp_path / "usb", packed=True)
        (path,) = send(first, order, place, lambda *_: None).written.files
        assert "chính Hội ta" in recognise(first, path, lambda *_: None).told
    arrival = recognise(store, path, lambda *_: None)
    take_in(store, list(arrival.sources), arrivals=[arrival])
    whole = parts_of_books(store, arrival.manifest)[0]
    assert whole.name == "Cả Hội"  # as large; the units of the ward of that name are fewer
    lines = held_against(store, arrival.manifest, whole).lines
    assert len(lines) > 80
    assert {line.told for line in lines} == {"Khớp"}
    names = records_behind(store, arrival.manifest, whole, "members_closing")
    assert len(names) == arrival.manifest.figures["members_closing"] == 128


def test_the_part_that_bears_the_name_of_the_sender_comes_first(store):
    take_in(store, import_workbook.read_files([SAMPLE / "so-lieu-an-lac.xlsx"]))
    for sender, first in (("Chi hội 3", "Chi hội 3"), ("Chi hội 33", "Cả Hội")):
        assert parts_of_books(store, manifest_of(branch=sender))[0].name == first
