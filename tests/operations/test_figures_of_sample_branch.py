"""The sample branch gives the figures that were counted for it by hand."""

import json
from datetime import date
from pathlib import Path

import pytest

from ccb_desktop.domain.figures.registry import INDICATOR, Book
from ccb_desktop.operations import figures, import_workbook

SAMPLE = Path(__file__).resolve().parents[3] / "shared" / "samples" / "an-lac"
MONEY = {Book.DUES, Book.FUNDS, Book.LOANS, Book.POLICY_BANK, Book.CAMPAIGNS}
WELFARE = {Book.VISITS, Book.HOUSING}
WORK = {Book.ACTIVITIES, Book.TASKS, Book.GRADINGS, Book.AWARDS}
PERIODS = {
    "2025": (date(2025, 1, 1), date(2025, 12, 31)),
    "2026-H1": (date(2026, 1, 1), date(2026, 6, 30)),
}


@pytest.fixture
def sample(store):
    sources = import_workbook.read_files([SAMPLE / "so-lieu-an-lac.xlsx"])
    workbooks = import_workbook.understand_files(store, sources)
    import_workbook.run_import(store, workbooks, date(2025, 12, 31))
    return store


@pytest.mark.parametrize("name", PERIODS)
def test_it_gives_the_expected_figures(sample, name):
    wanted = json.loads((SAMPLE / f"figures-{name}.json").read_text(encoding="utf-8"))
    found = figures.as_json(figures.figures_for(sample, *PERIODS[name]))["figures"]
    assert wanted.keys() == INDICATOR.keys()
    assert found == wanted


@pytest.mark.parametrize("name", PERIODS)
def test_its_units_make_up_the_branch(sample, name):
    whole = figures.figures_for(sample, *PERIODS[name])
    codes = [f"CH{number}" for number in range(1, 7)]
    parts = [figures.figures_for(sample, *PERIODS[name], unit_code=code) for code in codes]
    summed = (
        *("members_opening", "members_admitted", "members_deceased", "members_closing"),
        *("members_party", "members_exempt", "members_age_80_plus", "chi_hoi_count"),
        *("dues_collected", "loans_disbursed", "loans_outstanding", "fund_base_chi_hoi"),
        *("visits_members_care", "funerals", "longevity_gifts", "visits_paid_by_chi_hoi"),
        *("poor_households_helped", "enlistment_gifts_amount", "housing_support_amount"),
        "unit_meetings",
    )
    for code in summed:
        assert sum(part[code] for part in parts) == whole[code]
    assert all(part.identity.holds for part in (whole, *parts))


def test_money_has_the_records_behind_it(sample):
    money = [code for code, one in INDICATOR.items() if one.book in MONEY and code != "dues_due"]
    days = PERIODS["2025"]
    found = figures.figures_for(sample, *days, indicators=money, with_records=True)
    assert {code for code in money if not found.by_code[code].records} == set()
    kinds = {code: {one.kind for one in found.by_code[code].records} for code in money}
    assert kinds["dues_collected"] == {"person"}
    assert kinds["fund_base_total"] == {"fund"}
    assert kinds["loans_overdue"] == {"loan"}
    assert kinds["policy_bank_groups"] == {"bank_loan"}
    assert kinds["contributions_off_book"] == {"contribution"}


def test_welfare_has_the_records_behind_it(sample):
    welfare = [code for code, one in INDICATOR.items() if one.book in WELFARE]
    days = PERIODS["2025"]
    found = figures.figures_for(sample, *days, indicators=welfare, with_records=True)
    assert {code for code in welfare if not found.by_code[code].records} == set()
    assert len(found.by_code["visits_total"].records) == found["visits_total"]
    told = [one.label for one in found.by_code["funerals"].records]
    assert len(told) > found["funerals"]  # one funeral that both levels visited
    assert {one.kind for one in found.by_code["housing_supported"].records} == {"house"}


def test_work_has_the_records_behind_it(sample):
    work = [code for code, one in INDICATOR.items() if one.book in WORK]
    found = figures.figures_for(sample, *PERIODS["2025"], indicators=work, with_records=True)
    assert {code for code in work if not found.by_code[code].records} == set()
    assert len(found.by_code["tasks_overdue"].records) == found["tasks_overdue"]
    assert len(found.by_code["exemplary_members"].records) == 110
    assert {one.kind for one in found.by_code["units_excellent"].records} == {"unit"}
    assert {one.kind for one in found.by_code["awards_by_form"].records} == {"award"}
    assert {one.kind for one in found.by_code["unit_meetings"].records} == {"activity"}


def test_years_reported_before_stand_beside_what_the_books_say(sample):
    found = figures.figures_for(sample, date(2024, 1, 1), date(2024, 12, 31))
    closing = found.by_code["members_closing"]
    assert (closing.value, closing.entered) == (122, 122)
    assert [figure.indicator.code for figure in found.differing()] == [
        "members_admitted",
        "members_deceased",
    ]
    assert found["visits_total"] == 152
    assert found["fund_base_total"] == 96_400_000
