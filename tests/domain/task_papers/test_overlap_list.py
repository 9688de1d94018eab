"""The list of overlaps says exactly those that an independent search finds in the sample."""

from datetime import date
from itertools import combinations
from pathlib import Path

import openpyxl
import pytest

from ccb_desktop.operations import import_workbook, papers
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.tasks import overlaps

SAMPLE = Path(__file__).resolve().parents[4] / "shared/samples/an-lac/so-lieu-an-lac.xlsx"
ON = date(2026, 6, 30)
MOVED = {"CH2": "PHỐ  an bình", "CH4": "Phố An Bình"}  # unit → where it is sent as well


@pytest.fixture
def sheets(tmp_path):
    """Opens the sample with nothing but units and tasks, some of them sent elsewhere."""

    def opened(moved):
        book = openpyxl.load_workbook(SAMPLE)
        for name in set(book.sheetnames) - {"Đơn vị", "Nhiệm vụ"}:
            del book[name]
        told = []
        for row in book["Nhiệm vụ"].iter_rows(min_row=2):
            if row[5].value and row[3].value in moved:
                row[5].value = moved[row[3].value]
            told.append([cell.value for cell in row])
        book.save(tmp_path / "giao-viec.xlsx")
        return tmp_path / "giao-viec.xlsx", told

    return opened


def pairs(told):
    """Year, both units, item and period of every overlap, worked out from the sheet alone."""
    known = [
        (row[0], row[2].lower(), " ".join(row[5].lower().split()), row[3][2:], row[8])
        for row in told
        if row[5]
    ]
    return sorted(
        (first[0], *sorted((first[3], second[3])), first[1], first[4])
        for first, second in combinations(known, 2)
        if first[:3] == second[:3] and first[3] != second[3] and first[4] == second[4]
    )


@pytest.mark.parametrize(("moved", "count"), [({}, 0), (MOVED, 27)])
def test_exactly_the_overlaps_of_the_sample_are_found(store, sheets, moved, count):
    file, told = sheets(moved)
    workbooks = import_workbook.understand_files(store, import_workbook.read_files([file]))
    import_workbook.run_import(store, workbooks, date(2025, 12, 31))
    rows = papers.list_rows(store, ListOrder(name="overlaps", on=ON)).tables[0].rows
    found = sorted(
        (row[1], *sorted((row[2][-1], row[3][-1])), row[4].lower(), row[6]) for row in rows
    )
    assert found == pairs(told)
    assert len(found) == count


def test_what_was_decided_is_not_listed(store, sheets):
    file, _told = sheets(MOVED)
    workbooks = import_workbook.understand_files(store, import_workbook.read_files([file]))
    import_workbook.run_import(store, workbooks, date(2025, 12, 31))
    found = overlaps.list_overlaps(store, 2025)
    overlaps.settle(store, found, "Hai chi hội cùng làm", ON)
    rows = papers.list_rows(store, ListOrder(name="overlaps", on=ON)).tables[0].rows
    assert {row[1] for row in rows} == {2026}
