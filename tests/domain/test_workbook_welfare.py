"""Visits and houses written out and brought back: here and into an empty branch."""

from datetime import date

import pytest

from ccb_desktop.domain.exchange.sheet_kinds import WELFARE_KINDS
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.domain.visits.housing import HousingKind, HousingPayment, HousingSource
from ccb_desktop.domain.visits.housing import HousingSupport as House
from ccb_desktop.domain.visits.visits import Occasion, RecipientKind, Visit
from ccb_desktop.operations import figures, import_workbook, papers
from ccb_desktop.operations.branch import start_branch
from ccb_desktop.operations.visits import housing, visits
from ccb_desktop.paths import DataFolder
from tests.books import add_member
from tests.conftest import BRANCH
from tests.ledger import held, open_fund

DAY = date(2026, 3, 5)


def record(store, recipient, amount, **more):
    values = {"visited_on": DAY, "occasion": Occasion.SICK, **more}
    visits.record_visit(store, Visit(recipient=recipient, amount_dong=amount, **values))


def take(store, file):
    workbooks = import_workbook.understand_files(store, import_workbook.read_files([file]))
    return import_workbook.run_import(store, workbooks, date(2026, 6, 30))


def welfare(store):
    found = figures.as_json(figures.figures_for(store, date(2026, 1, 1), date.today()))["figures"]
    return {code: found[code] for code in found if code.startswith(("visits", "housing", "fun"))}


@pytest.fixture
def filled_in(store):
    """Visits paid in cash, by bank, not at all and voided; a house paid for and one begun."""
    fund = open_fund(store, cash=5_000, bank=5_000)
    add_member(store, "Trần Văn Bình")
    record(store, "Trần Văn Bình", 100, person_id=1, fund_id=fund)
    record(store, "Trần Văn Bình", 20, person_id=1, fund_id=fund, place=MoneyPlace.BANK)
    relative = {"recipient_kind": RecipientKind.RELATIVE, "occasion": Occasion.FUNERAL}
    record(store, "Lê Thị Năm", 30, **relative)
    record(store, "Lê Thị Năm", 40, fund_id=fund, **relative)
    visits.void_visit(store, 4, "Ghi nhầm")
    sources = (HousingSource(source="Quỹ khác", amount_dong=7),)
    done = {"kind": HousingKind.NEW, "handed_over_on": date(2026, 4, 1), "sources": sources}
    house = House(head_name="Trần Văn Bình", person_id=1, branch_dong=500, **done)
    housing.save_housing(store, house, HousingPayment(fund, DAY))
    housing.save_housing(store, House(head_name="Lê Sáu", started_on=DAY))
    return fund


def test_brought_back_it_changes_nothing(store, filled_in, tmp_path):
    file = papers.write_template(store, [], True, tmp_path / "so-lieu.xlsx")
    before = welfare(store), held(store, filled_in)
    done = take(store, file)
    assert done.result.problems == 0
    of_welfare = [sheet for sheet in done.result.sheets if sheet.sheet.kind in WELFARE_KINDS]
    assert len(of_welfare) == 2
    for outcome in (Outcome.CREATED, Outcome.CHANGED):
        assert [sheet.count(outcome) for sheet in of_welfare] == [0, 0]
    assert (welfare(store), held(store, filled_in)) == before


def test_an_empty_branch_has_the_same_visits_houses_and_money(store, filled_in, tmp_path):
    file = papers.write_template(store, [], True, tmp_path / "so-lieu.xlsx")
    with start_branch(DataFolder(tmp_path / "new"), BRANCH) as new:
        done = take(new, file)
        assert not done.result.problems
        made = {s.sheet.kind: s.count(Outcome.CREATED) for s in done.result.sheets}
        assert (made["visits"], made["housing"]) == (3, 2)
        assert welfare(new) == welfare(store)
        assert held(new, 1) == held(store, filled_in)
        lines = housing.list_lines(new, date.today())
        assert sorted(line.support.sources_dong for line in lines) == [0, 7]
