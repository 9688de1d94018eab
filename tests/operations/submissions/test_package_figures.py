"""What a branch says in figures is what the books say once its list was taken in."""

import json
from datetime import date
from functools import partial
from pathlib import Path

from ccb_desktop.domain.branch import Branch
from ccb_desktop.operations import import_workbook, papers
from ccb_desktop.operations.branch import start_branch
from ccb_desktop.operations.figures import as_json, figures_for
from ccb_desktop.operations.submissions.package_figures import (
    held_against,
    parts_of_books,
    records_behind,
)
from ccb_desktop.operations.submissions.recognising import recognise
from ccb_desktop.paths import DataFolder
from tests import came

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "samples" / "an-lac"
AS_OF = date(2025, 12, 31)


def take_in(store, sources, **more):
    books = import_workbook.understand_files(store, sources)
    return import_workbook.run_import(store, books, AS_OF, **more)


def test_another_branch_takes_in_what_the_first_has_and_its_figures(store, tmp_path):
    folder = DataFolder(tmp_path / "x")
    branch = Branch(name="Hội CCB phường An Lạc", parent="Hội CCB tỉnh", place="An Lạc")
    with start_branch(folder, branch) as first:
        take_in(first, import_workbook.read_files([SAMPLE / "so-lieu-an-lac.xlsx"]))
        kinds = ["units", "members", "club_members", "events", "posts"]
        workbook = papers.write_template(first, kinds, True, tmp_path / "So-lieu.xlsx")
        sent = as_json(figures_for(first, date(2026, 1, 1), date(2026, 6, 5)))["figures"]
    path = came.with_data(tmp_path / "goi.zip", workbook, figures=json.loads(json.dumps(sent)))
    seen = partial(recognise, store, progress=lambda *_: None)
    arrival = seen(path)
    take_in(store, list(arrival.sources), arrivals=[arrival])
    parts = parts_of_books(store, "Hội CCB phường An Lạc")
    assert parts[0].name == "Các đơn vị của An Lạc"
    whole = next(part for part in parts if not part.units)
    lines = {one.indicator.code: one for one in held_against(store, arrival.manifest, whole).lines}
    for code in ("members_opening", "members_closing", "members_died", "chi_hoi_count"):
        if code in lines:
            assert not lines[code].differs, lines[code]
    assert lines["members_closing"].theirs == lines["members_closing"].ours
    names = records_behind(store, arrival.manifest, whole, "members_closing")
    assert str(len(names)) == lines["members_closing"].ours


def test_the_part_that_bears_the_name_of_the_sender_comes_first(store):
    take_in(store, import_workbook.read_files([SAMPLE / "so-lieu-an-lac.xlsx"]))
    parts = parts_of_books(store, "Chi hội 3")
    assert parts[0].name == "Chi hội 3"
    assert parts_of_books(store, "Chi hội 33")[0].name == "Cả Hội"
