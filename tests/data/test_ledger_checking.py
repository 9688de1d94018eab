"""Planted faults of the ledger: each is found, and named in the officer's words."""

import shutil
from datetime import date

import pytest

from ccb_desktop.data import ledger_checking
from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.tables import (
    ContributionRow,
    DuesHandInRow,
    HousingSupportRow,
    LoanRow,
    RepaymentRow,
    VisitRow,
)
from ccb_desktop.domain.errors import Damaged
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations import checking
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.paths import DataFolder
from tests.ledger import a_voucher, open_fund, pay, receive

DAY = "'2026-03-15'"


@pytest.fixture(scope="module")
def books(branch_template, tmp_path_factory):
    """A store with money in it, its guards taken away; every test rolls its faults back."""
    folder = DataFolder(tmp_path_factory.mktemp("ledger") / "branch")
    shutil.copytree(branch_template.root, folder.root)
    with open_branch(folder) as store:
        first, second = open_fund(store, cash=1000, bank=500), open_fund(store, "Chân quỹ")
        for _ in range(3):
            receive(store, first, 100)
        wrong = receive(store, first, 60)
        pay(store, first, 120)
        goes = {"to_fund_id": second, "to_place": MoneyPlace.BANK}
        vouchers.post_voucher(store, a_voucher(first, 200, VoucherKind.TRANSFER, **goes))
        vouchers.void_voucher(store, wrong.id, "ghi nhầm", date(2026, 4, 1))
        with store.raw_reading() as connection:
            guards = connection.execute(
                "SELECT name FROM sqlite_master WHERE type='trigger'"
            ).fetchall()
    with connection_to(folder.store) as connection:
        for (name,) in guards:
            connection.execute(f"DROP TRIGGER {name}")
    return folder.store


@pytest.fixture
def tampered(books):
    """Everything that is found after statements, which are then rolled back."""

    def found(*statements):
        with connection_to(books) as connection:
            connection.execute("PRAGMA foreign_keys=OFF")
            connection.execute("BEGIN")
            for statement in statements:
                connection.execute(statement)
            findings = [
                *ledger_checking.gap_findings(connection),
                *ledger_checking.month_findings(connection),
                *ledger_checking.book_findings(connection),
                *ledger_checking.deep_findings(connection),
            ]
            connection.execute("ROLLBACK")
        return " ".join(findings)

    return found


def test_sound_books_have_no_finding(tampered):
    assert tampered() == ""


RECEIPT = "(SELECT id FROM vouchers WHERE kind='RECEIPT' AND number=1)"

FAULTS = {
    "Số phiếu PT năm 2026 không liền nhau: có 3 phiếu, số lớn nhất 4.": (
        "DELETE FROM vouchers WHERE kind='RECEIPT' AND number=2"
    ),
    "Tổng từng tháng của quỹ không khớp sổ cái ở 1 chỗ, đầu tiên là tháng 3/2026 của Quỹ Hội": (
        "UPDATE fund_months SET amount_dong=amount_dong+1 WHERE month=3 AND fund_id=1"
    ),
    "Quỹ Hội, tiền mặt: cộng các phiếu được 980 đồng (8 dòng), sổ cái ghi 985 đồng (8 dòng).": (
        f"UPDATE ledger_entries SET amount_dong=105 WHERE voucher_id={RECEIPT}"
    ),
    "Quỹ Hội, tiền mặt âm trong 2 ngày có phiếu, từ ngày 15/03/2026": (
        f"UPDATE ledger_entries SET amount_dong=-5000 WHERE voucher_id={RECEIPT}"
    ),
    "Phiếu hủy không khớp phiếu bị hủy: PH-2026-0001": (
        "UPDATE vouchers SET amount_dong=61 WHERE kind='REVERSAL'"
    ),
    "Sổ cái không đúng với phiếu: PT-2026-0001": (
        f"UPDATE ledger_entries SET happened_on='2026-03-16' WHERE voucher_id={RECEIPT}"
    ),
    "Sổ cái không đúng với phiếu: phiếu mã 999": (
        "INSERT INTO ledger_entries (voucher_id, fund_id, place, happened_on, amount_dong) "
        f"VALUES (999, 1, 'CASH', {DAY}, 0)"
    ),
    "Sổ cái không đúng với phiếu: CQ-2026-0001": (
        "UPDATE vouchers SET to_place='CASH' WHERE kind='TRANSFER'"
    ),
    "1 phiếu có số hoặc năm của số không đúng": (
        "UPDATE vouchers SET posted_at=NULL WHERE kind='PAYMENT'"
    ),
}


@pytest.mark.parametrize("finding", FAULTS)
def test_a_fault_is_found(tampered, finding):
    assert finding in tampered(FAULTS[finding])


def behind(table, **values):
    """A statement that puts a record behind voucher 1 of receipts or payments."""
    columns = {
        column.name: "''" if column.type.python_type is str else "0"
        for column in table.__table__.columns
        if not column.nullable and column.name != "id"
    }
    columns |= {name: str(value) for name, value in values.items()}
    into, given = ", ".join(columns), ", ".join(columns.values())
    return f"INSERT INTO {table.__tablename__} ({into}) VALUES ({given})"


PAYMENT = "(SELECT id FROM vouchers WHERE kind='PAYMENT')"
AGREEING = [
    behind(LoanRow, voucher_id=PAYMENT, principal_dong=120, lent_on=DAY, place="'CASH'"),
    behind(RepaymentRow, voucher_id=RECEIPT, principal_dong=90, interest_dong=10, paid_on=DAY),
    behind(ContributionRow, voucher_id=RECEIPT, amount_dong=40, given_on=DAY),
    behind(ContributionRow, voucher_id=RECEIPT, amount_dong=60, given_on=DAY),
    behind(DuesHandInRow, voucher_id=RECEIPT, amount_dong=140, handed_on=DAY),
    behind(VisitRow, voucher_id=PAYMENT, amount_dong=120, visited_on=DAY),
    behind(HousingSupportRow, voucher_id=PAYMENT, branch_dong=120),
]


def test_records_that_agree_with_their_vouchers_are_sound(tampered):
    assert tampered(*AGREEING[:4], *AGREEING[5:]) == ""
    said = tampered(AGREEING[4])
    assert said == "Danh sách nộp hội phí không khớp số tiền nộp: PT-2026-0001."


@pytest.mark.parametrize(
    ("record", "change", "finding"),
    [
        (0, "loans SET principal_dong=121", "khoản vay không khớp với phiếu: PC-2026-0001"),
        (1, "repayments SET interest_dong=11", "lần trả vốn không khớp với phiếu: PT-2026-0001"),
        (2, "contributions SET amount_dong=101", "khoản ủng hộ không khớp với phiếu"),
        (4, "dues_hand_ins SET amount_dong=99", "lần nộp hội phí không khớp với phiếu"),
        (0, "loans SET voided_on='2026-04-01'", "Việc hủy phiếu không khớp"),
        (5, "visits SET voided_on='2026-04-01'", "Việc hủy phiếu không khớp"),
        (6, "housing_supports SET voided_on='2026-04-01'", "Việc hủy phiếu không khớp"),
    ],
)
def test_records_that_do_not_agree_are_found(tampered, record, change, finding):
    assert finding in tampered(AGREEING[record], f"UPDATE {change}")


def test_what_an_earlier_program_took_out_from_behind_a_voided_voucher_is_found(tampered):
    """Its receipt counted until it was voided; of a record that was never there nothing is said."""
    receipt = "(SELECT voids_id FROM vouchers WHERE kind='REVERSAL')"
    told = (
        "INSERT INTO record_changes (action_id, kind, record_id, after) SELECT action_id, "
        f"'dues_hand_ins', 1, json_object('voucher_id', {receipt}) FROM record_changes "
        f"WHERE kind='vouchers' AND record_id={receipt}"
    )
    assert "chỉ bị hủy mấy ngày sau" in tampered(told)
    there = behind(DuesHandInRow, voucher_id=receipt, amount_dong=60, voided_on="'2026-04-01'")
    assert "chỉ bị hủy mấy ngày sau" not in tampered(told, there)


def test_money_in_a_closed_fund_is_found(tampered):
    said = tampered("UPDATE funds SET closed_on='2026-12-31'")
    assert "dù quỹ đã đóng" in said


def test_a_loan_that_is_owed_to_a_closed_fund_is_found(tampered):
    of_a_fund = "UPDATE loans SET fund_id=(SELECT fund_id FROM vouchers WHERE kind='PAYMENT')"
    closed = "UPDATE funds SET closed_on='2026-12-31'"
    given_up = "UPDATE loans SET written_off_dong="
    said = "Quỹ đã đóng mà còn khoản vay chưa thu về: PC-2026-0001."
    assert said not in tampered(AGREEING[0], of_a_fund, closed, f"{given_up}120")
    assert said in tampered(AGREEING[0], of_a_fund, closed, f"{given_up}119")


def test_the_check_tells_of_the_ledger(store):
    fund_id = open_fund(store, cash=100)
    receive(store, fund_id, 50)
    found = checking.check(store)
    assert (found["ok"], found["ledger"], found["vouchers_gapless"]) == (
        True,
        {"funds": 1, "balanced": True},
        True,
    )
    with connection_to(store.path) as connection:
        connection.execute("UPDATE fund_months SET amount_dong=7")
        connection.execute("DROP TRIGGER posted_vouchers_stay")
        connection.execute("UPDATE vouchers SET number=9 WHERE kind='RECEIPT'")
    found = checking.check(store)
    assert (found["ok"], found["ledger"]["balanced"], found["vouchers_gapless"]) == (
        False,
        False,
        False,
    )


def test_a_store_whose_sums_do_not_fit_is_not_opened(data_folder):
    with open_branch(data_folder) as store:
        open_fund(store, cash=100)
    with connection_to(data_folder.store) as connection:
        connection.execute("UPDATE fund_months SET amount_dong=7")
    with pytest.raises(Damaged, match="tháng 1/2026 của Quỹ Hội"):
        open_branch(data_folder)
