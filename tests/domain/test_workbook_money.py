"""The workbook filled with money, brought back where it comes from and into an empty branch."""

from datetime import date

import openpyxl
import pytest

from ccb_desktop.documents.excel.template import LISTS_SHEET
from ccb_desktop.domain.exchange.sheet_kinds import MONEY_KINDS
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.operations import import_workbook, papers
from ccb_desktop.operations.branch import start_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.funds import funds, locks, vouchers
from ccb_desktop.paths import DataFolder
from tests import ledger
from tests.conftest import BRANCH

DAYS = (date(2024, 6, 30), date(2025, 12, 31), date(2026, 6, 3), date(2026, 6, 30))


def take(store, file):
    workbooks = import_workbook.understand_files(store, import_workbook.read_files([file]))
    return import_workbook.run_import(store, workbooks, date(2026, 6, 30))


def held(store):
    found = [(day, one) for day in DAYS for one in funds.list_balances(store, day)]
    return {(day, one.fund.name): dict(one.by_place) for day, one in found}


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """The practice branch, with vouchers of every kind, and its filled workbook."""
    root = tmp_path_factory.mktemp("practice")
    with make_demo_branch(DataFolder(root / "branch"), members=60) as store:
        first, second = (one.id for one in funds.list_funds(store)[:2])
        day = date(2026, 6, 2)
        ledger.pay(store, first, 20_000, issued_on=day, content="=1+1  có  cách")
        mistaken = ledger.receive(store, first, 90_000, issued_on=day)
        vouchers.void_voucher(store, mistaken.id, "Ghi nhầm", date(2026, 6, 5))
        there = {"to_fund_id": second, "to_place": MoneyPlace.BANK}
        moved = ledger.a_voucher(first, 5_000, VoucherKind.TRANSFER, issued_on=day, **there)
        vouchers.post_voucher(store, moved)
        yield store, papers.write_template(store, [], True, root / "so-lieu.xlsx")


def test_brought_back_it_changes_nothing_also_where_months_are_locked(practice):
    store, file = practice
    assert locks.list_locks(store)
    before = held(store)
    done = take(store, file)
    assert done.batch is None
    assert not done.result.problems
    assert held(store) == before


def test_in_an_empty_branch_every_fund_holds_the_same_on_every_day(practice, tmp_path):
    store, file = practice
    with start_branch(DataFolder(tmp_path / "new"), BRANCH) as new:
        done = take(new, file)
        assert not done.result.problems
        made = {s.sheet.kind: s.count(Outcome.CREATED) for s in done.result.sheets}
        assert all(made[kind] for kind in MONEY_KINDS)
        expected = held(store)
        eve = [key for key in expected if key[0] == date(2026, 6, 3)]
        mistaken = [key for key in eve if held(new)[key] != expected[key]]
        assert len(mistaken) == 1  # the voided receipt, which stood in the book for three days
        assert {key: one for key, one in held(new).items() if key not in mistaken} == {
            key: one for key, one in expected.items() if key not in mistaken
        }


def test_the_empty_form_offers_funds_and_campaigns(practice, tmp_path):
    store, _file = practice
    file = papers.write_template(store, ["contributions", "loans"], False, tmp_path / "mau.xlsx")
    workbook = openpyxl.load_workbook(file)
    lists = [
        [cell.value for cell in column if cell.value] for column in workbook[LISTS_SHEET].columns
    ]
    offered = {name for column in lists for name in column}
    assert {one.name for one in funds.list_funds(store)} <= offered
    assert "Xây nhà tình nghĩa 2026" in offered
    assert [rule.type for rule in workbook["Vận động"].data_validations.dataValidation]
