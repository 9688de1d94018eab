"""Frozen reports compared with each other and with the books of now."""

import shutil
from datetime import date

import openpyxl
import pytest

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.differences import Cause
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.operations import frozen_reports, report_differences, reports
from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.frozen_reports import FreezeOrder
from ccb_desktop.operations.funds.funds import list_funds
from ccb_desktop.operations.members.people import list_members
from ccb_desktop.paths import DataFolder
from tests.books import add_event
from tests.ledger import receive
from tests.sample_branch import make_sample_branch
from tests.word_files import word_text

HALF = Period.parse("2026-H1")
ORDER = FreezeOrder(kind=ReportKind.HALF_YEAR, period=HALF)


@pytest.fixture(scope="module")
def an_lac(branch_template, tmp_path_factory):
    """The sample branch; only ever copied."""
    return make_sample_branch(branch_template, tmp_path_factory.mktemp("an-lac"))


@pytest.fixture
def sample(an_lac, tmp_path):
    shutil.copytree(an_lac.root, tmp_path / "so")
    with open_branch(DataFolder(tmp_path / "so")) as store:
        yield store


def freeze(store):
    return frozen_reports.freeze_report(store, ORDER)[1]


def of_code(found, code):
    return next(one for one in found.figures if one.code == code)


def test_books_that_have_not_changed_do_not_differ(sample):
    found = report_differences.compare_reports(sample, freeze(sample))
    assert (found.figures, found.notes) == ((), ())


def test_a_death_and_a_receipt_are_told_with_their_records(sample, tmp_path):
    first = freeze(sample)
    somebody = list_members(sample, date(2026, 6, 1))[0]
    add_event(sample, somebody.membership_id, EventKind.DECEASED, "1/6/2026")
    fund = next(one for one in list_funds(sample) if one.purpose == "BASE")
    receive(sample, fund.id, 100_000, issued_on=date(2026, 6, 2))
    meeting = Activity(held_on=date(2026, 3, 1), kind="UNIT_MEETING", name="Sinh hoạt")
    activities.save_activity(sample, meeting)
    reports.save_report_text(sample, "half-year", HALF, "IV", "Lời mới.")
    second = freeze(sample)
    found = report_differences.compare_reports(sample, second, first)
    dead, base = of_code(found, "members_deceased"), of_code(found, "fund_base_total")
    assert [(one.cause, one.record.label) for one in dead.causes] == [
        (Cause.CAME, somebody.full_name)
    ]
    assert base.change == 100_000
    [came] = [one for one in base.causes if one.cause is Cause.CAME]
    assert "+100.000 đồng" in came.record.label
    assert of_code(found, "members_closing").change == -1
    assert of_code(found, "unit_meetings").change == 1
    assert found.notes == ("Lời của Hội khác nhau ở: IV. KIẾN NGHỊ, ĐỀ XUẤT.",)
    told = word_text(report_differences.write_differences(sample, found, tmp_path / "a.docx"))
    assert f"Thêm: {somebody.full_name}" in told
    book = openpyxl.load_workbook(
        report_differences.write_differences(sample, found, tmp_path / "a.xlsx")
    )
    cells = [str(cell) for row in book.active.values for cell in row if cell]
    assert "+100.000" in cells


def test_a_report_is_compared_with_the_books_of_now(sample):
    first = freeze(sample)
    somebody = list_members(sample, date(2026, 6, 1))[0]
    add_event(sample, somebody.membership_id, EventKind.DECEASED, "1/6/2026")
    found = report_differences.compare_reports(sample, first)
    assert of_code(found, "members_deceased").change == 1
    assert "bản chốt lúc" in found.earlier
    assert "sổ sách bây giờ" in found.later
