"""Imported work in a real store: written as one batch, undone whole, added to by later lists."""

from datetime import date
from decimal import Decimal

import openpyxl
import pytest
from sqlalchemy import text

from ccb_desktop.data.tables import HISTORY, Row
from ccb_desktop.data.work_shelves import load_work_books
from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.tasks.progress import ProgressReport
from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.activities import activities, payments
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.operations.tasks import progress
from tests.ledger import open_fund

PLAN = [
    "Năm",
    "Nhiệm vụ trọng tâm",
    "Việc",
    "Đơn vị thực hiện",
    "Chỉ tiêu",
    "Đơn vị tính",
    "Kết quả",
]
A_TASK = (2025, "Giữ gìn an ninh", "Tuần tra", "Chi hội 1", 4, "buổi", 1)


def everything(store):
    """Every row of every table that an import writes."""
    with store.reading() as session:
        return {
            table: session.execute(text(f"SELECT * FROM {table} ORDER BY id")).all()
            for table in Row.metadata.tables
            if table not in HISTORY
        }


@pytest.fixture
def take(store, tmp_path):
    """Imports one row under a header; gives what became of the rows, and the batch."""

    def taken(header, row, name="danh-sach.xlsx"):
        workbook = openpyxl.Workbook()
        workbook.active.append(header)
        workbook.active.append(row)
        workbook.save(tmp_path / name)
        files = import_workbook.read_files([tmp_path / name])
        understood = import_workbook.understand_files(store, files)
        return import_workbook.run_import(store, understood, date(2025, 12, 31))

    return taken


def test_new_entries_of_lists_come_with_the_import_and_go_with_it(store, take):
    header = ("Ngày", "Đối tượng", "Tên", "Hình thức", "Cấp khen")
    row = ("6/12/2025", "Hội", "Hội CCB phường", "Thư khen", "Quận ủy")
    before = everything(store)
    done = take(header, row)
    added = set(everything(store)["codes"]) - set(before["codes"])
    assert {code.label for code in added} == {"Thư khen", "Quận ủy"}
    assert take(header, row).batch is None
    import_workbook.undo_import(store, done.batch)
    assert everything(store) == before


def test_a_plan_is_not_undone_under_progress_told_since(store, take):
    done = take(PLAN, A_TASK)
    (one,) = everything(store)["assignments"]
    told = ProgressReport(reported_on=date(2025, 6, 1), amount=Decimal(2))
    progress.report_progress(store, [one.id], told)
    before = everything(store)
    with pytest.raises(Conflict):
        import_workbook.undo_import(store, done.batch)
    assert everything(store) == before
    again = take(PLAN, (*A_TASK[:-1], 4), "lan-hai.xlsx")
    assert again.batch is not None
    assert [step.amount for step in everything(store)["progress_steps"]] == ["1", "2", "1"]


def test_an_activity_is_paid_while_its_payment_stands(store):
    fund = open_fund(store, cash=5_000_000)
    meeting = Activity(
        held_on=date(2026, 3, 5), kind=ActivityKind.CONFERENCE, name="Hội nghị", cost_dong=900_000
    )
    activities.save_activity(store, meeting)
    _change, posted = payments.pay_activity(store, 1, fund_id=fund, payee="Lê Bình")
    with store.reading() as session:
        assert load_work_books(session).paid == {1}
    vouchers.void_voucher(store, posted.id, "Ghi nhầm quỹ", date(2026, 3, 9))
    with store.reading() as session:
        assert load_work_books(session).paid == frozenset()
