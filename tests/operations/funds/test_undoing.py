"""Imports undone after one of their vouchers was voided by hand: the books agree of every day."""

from datetime import date
from pathlib import Path

import pytest

from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.operations import checking, import_workbook
from ccb_desktop.operations.figures import figures_for
from ccb_desktop.operations.funds import funds, hand_ins, loans, vouchers
from ccb_desktop.operations.members import people
from ccb_desktop.operations.personal_data import erasing
from ccb_desktop.operations.visits import visits
from tests.ledger import held, receive

SAMPLE = Path(__file__).resolve().parents[4] / "shared" / "samples" / "an-lac"
TODAY = date.today()
FILE = SAMPLE / "so-lieu-an-lac.xlsx"


def take(store):
    workbooks = import_workbook.understand_files(store, import_workbook.read_files([FILE]))
    return import_workbook.run_import(store, workbooks, date(2025, 12, 31))


def test_dues_voided_by_hand_stay_beside_their_receipt_when_their_import_is_undone(store):
    done = take(store)
    between = date(2026, 6, 30)
    listed = len(people.list_members(store, between))
    line = hand_ins.list_hand_ins(store, 2026)[0]
    (paid,) = hand_ins.list_payments(store, line.hand_in.id)
    vouchers.void_voucher(store, line.hand_in.voucher_id, "Thu nhầm")
    import_workbook.undo_import(store, done.batch)
    assert [one.total_dong for one in funds.list_balances(store, TODAY)] == [0] * 17
    (kept,) = hand_ins.list_hand_ins(store, 2026)
    assert (kept.number, kept.hand_in.voided_on) == (line.number, TODAY)
    assert held(store, line.hand_in.fund_id, between)[0] == paid.amount_dong
    assert collected(store, between) == paid.amount_dong
    assert collected(store, TODAY) == 0
    assert not people.list_members(store, between)
    assert [one.person_id for one in erasing.list_departed(store)] == [paid.person_id]
    assert checking.check(store, deep=True)["findings"] == []
    assert skipped(take(store)) == 1  # what was voided is not taken again unasked
    assert len(people.list_members(store, between)) == listed
    assert collected(store, between) > paid.amount_dong
    assert checking.check(store, deep=True)["findings"] == []


def collected(store, to_on):
    """Dues that came in up to a day, less those voided."""
    return figures_for(store, date(2026, 1, 1), to_on, indicators=("dues_collected",))[
        "dues_collected"
    ]


def test_a_visit_voided_by_hand_stays_beside_its_voucher_when_its_import_is_undone(store):
    done = take(store)
    lines = visits.list_visits(store, date(2025, 1, 1), date(2025, 1, 31))
    visit = next(one.visit for one in lines if one.visit.voucher_id and one.visit.person_id)
    receive(store, visit.fund_id, 9_000_000, issued_on=date(2025, 1, 2))
    visits.void_visit(store, visit.id, "Ghi nhầm")
    import_workbook.undo_import(store, done.batch)
    (line,) = visits.list_visits(store, date(2025, 1, 1), date(2025, 12, 31))
    assert (line.visit.recipient, line.visit.person_id) == (visit.recipient, None)
    assert held(store, visit.fund_id, visit.visited_on)[0] == 9_000_000 - visit.amount_dong


def test_an_import_whose_repayment_counted_for_some_days_is_not_undone(store):
    done = take(store)
    file = next(one for one in loans.list_loans(store) if one.repayments)
    loans.void_repayment(store, file.loan.id, file.repayments[-1].id, "Thu nhầm")
    before = loans.list_loans(store), people.list_members(store, TODAY)
    with pytest.raises(Conflict, match="hủy sau ngày ghi"):
        import_workbook.undo_import(store, done.batch)
    assert (loans.list_loans(store), people.list_members(store, TODAY)) == before


def skipped(done):
    return sum(sheet.count(Outcome.SKIPPED) for sheet in done.result.sheets)
