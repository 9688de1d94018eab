"""The sample branch in a data folder of its own, made once by a test file and then copied."""

import shutil
from datetime import date
from pathlib import Path

from ccb_desktop.domain.exchange.sheet_kinds import READABLE_NOW
from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.paths import DataFolder

SAMPLES = Path(__file__).resolve().parents[2] / "shared" / "samples" / "an-lac"


def make_sample_branch(branch_template, place, without=frozenset()):
    """A branch just begun that took in the sample workbook, but for some kinds of sheets."""
    folder = DataFolder(place / "so")
    shutil.copytree(branch_template.root, folder.root)
    with open_branch(folder) as store:
        sources = import_workbook.read_files([SAMPLES / "so-lieu-an-lac.xlsx"])
        workbooks = import_workbook.understand_files(store, sources)
        kept = READABLE_NOW - without
        import_workbook.run_import(store, workbooks, date(2025, 12, 31), kinds=kept)
    return folder
