"""What an import of money tells: likely repeats, and what becomes of them."""

from datetime import date

import openpyxl
import pytest

from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.operations.import_report import as_json
from tests import ledger
from tests.domain.imports.importing import CASH_ROWS

ROW = ("5/3/2026", "Thu", "Quỹ Hội", "Ủng hộ", "Ông Bảy", "", "", 900, "", "", "")
OTHER = ("6/3/2026", "Thu", "Quỹ Hội", "Ủng hộ", "Ông Bảy", "", "", 800, "", "", "")


@pytest.fixture
def fund(store):
    """A fund of the branch."""
    return ledger.open_fund(store)


@pytest.fixture
def write(tmp_path):
    """Writes rows of *Thu chi* into a new file."""

    def write_rows(name, *rows):
        workbook = openpyxl.Workbook()
        workbook.active.title = "Thu chi"
        for row in (CASH_ROWS, *rows):
            workbook.active.append(row)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return write_rows


def bring(store, *files, take_repeats=False):
    """Bring files in; gives what is said of their sheets."""
    workbooks = import_workbook.understand_files(store, import_workbook.read_files(files))
    repeats = import_workbook.every_sheet(workbooks) if take_repeats else frozenset()
    done = import_workbook.run_import(store, workbooks, date(2026, 6, 30), repeats=repeats)
    return as_json(done.batch, done.result, dry_run=False)["sheets"]


def counts(said):
    return [tuple(one[k] for k in ("created", "unchanged", "skipped")) for one in said]


def test_a_row_of_an_earlier_file_is_told_and_skipped(store, fund, write):
    bring(store, write("thang-3.xlsx", ROW, ROW))
    (said,) = bring(store, write("quy-1.xlsx", ROW, OTHER))
    assert counts([said]) == [(1, 0, 1)]
    assert said["duplicates"] == [
        {"row": 2, "person": "Ủng hộ", "same_as_row": None, "same_as": "phiếu PT-2026-0002"}
    ]
    assert ledger.held(store, fund) == (900 + 900 + 800, 0)


def test_it_is_taken_where_the_officer_says_so(store, fund, write):
    bring(store, write("thang-3.xlsx", ROW))
    (said,) = bring(store, write("quy-1.xlsx", ROW, OTHER), take_repeats=True)
    assert counts([said]) == [(2, 0, 0)]
    assert len(said["duplicates"]) == 1
    assert ledger.held(store, fund) == (900 + 900 + 800, 0)


def test_two_files_of_one_import_are_held_against_each_other(store, fund, write):
    said = bring(store, write("a.xlsx", ROW), write("b.xlsx", ROW, OTHER))
    assert counts(said) == [(1, 0, 0), (1, 0, 1)]
    assert said[1]["duplicates"][0]["same_as"] == "tệp a.xlsx, dòng 2"


def test_what_an_officer_wrote_by_hand_counts_too(store, fund, write):
    more = {"issued_on": date(2026, 3, 5), "content": "Ủng  hộ", "payer": "ông bảy"}
    ledger.receive(store, fund, 900, **more)
    (said,) = bring(store, write("a.xlsx", ROW))
    assert counts([said]) == [(0, 0, 1)]


def test_a_voided_voucher_does_not_come_back_with_its_file(store, fund, write):
    file = write("a.xlsx", ROW, OTHER)
    bring(store, file)
    voucher = vouchers.voucher_of_number(store, "PT-2026-0001")
    vouchers.void_voucher(store, voucher.id, "Thu nhầm", date(2026, 3, 9))
    (said,) = bring(store, file)
    assert counts([said]) == [(0, 2, 0)]
    assert ledger.held(store, fund) == (800, 0)


def test_the_same_file_is_unchanged_and_comes_in_again_once_undone(store, fund, write):
    file = write("a.xlsx", ROW, ROW)
    bring(store, file)
    assert counts(bring(store, file, take_repeats=True)) == [(0, 2, 0)]
    (batch,) = import_workbook.list_batches(store)
    assert import_workbook.count_booked(store, batch.id) == 2
    import_workbook.undo_import(store, batch.id)
    assert ledger.held(store, fund, date(2026, 3, 5)) == (0, 0)
    assert counts(bring(store, file)) == [(2, 0, 0)]
    assert ledger.held(store, fund, date(2026, 3, 5)) == (1800, 0)
