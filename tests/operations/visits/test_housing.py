"""Houses on a real store: paid, followed up, handed over, voided, taken out, undone."""

from dataclasses import replace
from datetime import date

import pytest

from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.errors import Conflict, Invalid, NotFound
from ccb_desktop.domain.members.households import Household, HouseholdYear, state_in
from ccb_desktop.domain.visits.housing import (
    HousingKind,
    HousingPayment,
    HousingSource,
    HousingSupport,
)
from ccb_desktop.operations import checking
from ccb_desktop.operations.funds.voucher_lists import list_vouchers
from ccb_desktop.operations.members import people
from ccb_desktop.operations.members.attached_files import attach_paper, list_papers
from ccb_desktop.operations.undo import undo
from ccb_desktop.operations.visits import housing
from tests.books import add_member, contents
from tests.ledger import held, open_fund

TODAY = date.today()
PAID_ON = date(2026, 3, 2)
HOUSE = HousingSupport(
    head_name="Nguyễn Văn An",
    person_id=1,
    unit_id=1,
    kind=HousingKind.NEW,
    started_on=PAID_ON,
    cost_dong=90_000_000,
    branch_dong=20_000_000,
    sources=(HousingSource(source="Quỹ Vì người nghèo", amount_dong=60_000_000),),
)


@pytest.fixture
def fund(store):
    """A fund with money, and a member who lives in a dilapidated house."""
    add_member(store)
    home = Household(
        head_name="Nguyễn Văn An",
        years=(HouseholdYear(year=2025, poverty="POOR", house_state="DILAPIDATED"),),
    )
    people.save_household(store, home, 1)
    return open_fund(store, cash=50_000_000)


def the_line(store):
    (line,) = housing.list_lines(store, TODAY)
    return line


def test_a_house_is_paid_in_one_act_and_undone_by_a_reversal(store, fund):
    change = housing.save_housing(store, HOUSE, HousingPayment(fund, PAID_ON))
    line = the_line(store)
    assert (line.payment, line.fund_name) == ("PC-2026-0001", "Quỹ Hội")
    assert (line.unit_name, line.support.lacking_dong) == ("Chi hội 1", 10_000_000)
    assert held(store, fund) == (30_000_000, 0)
    (voucher,) = [one.voucher for one in list_vouchers(store, PAID_ON, PAID_ON)]
    assert (voucher.person_id, voucher.category) == (1, "Hỗ trợ nhà ở")
    assert "xây mới nhà ở cho gia đình Nguyễn Văn An" in voucher.content
    undo(store, change.action_id)
    assert housing.list_lines(store, TODAY) == []
    assert held(store, fund) == (50_000_000, 0)


def test_nothing_is_kept_when_the_fund_lacks_the_money(store, fund):
    before = contents(store)
    with pytest.raises(Invalid):
        housing.save_housing(
            store, replace(HOUSE, branch_dong=60_000_000), HousingPayment(fund, PAID_ON)
        )
    with pytest.raises(Invalid) as refused:
        housing.save_housing(store, replace(HOUSE, branch_dong=0), HousingPayment(fund, PAID_ON))
    assert "branch_dong" in refused.value.fields
    assert contents(store) == before


def test_money_without_a_fund_is_corrected_freely_and_paid_later(store, fund):
    housing.save_housing(store, HOUSE)
    kept = the_line(store).support
    assert (kept.voucher_id, held(store, fund)) == (None, (50_000_000, 0))
    more = (*kept.sources, HousingSource(source="Dòng họ", amount_dong=10_000_000))
    housing.save_housing(store, replace(kept, head_name="Trần Bình", sources=more))
    kept = the_line(store).support
    assert (kept.head_name, kept.lacking_dong) == ("Trần Bình", 0)
    housing.save_housing(store, kept, HousingPayment(fund, PAID_ON))
    assert held(store, fund) == (30_000_000, 0)


def test_what_is_paid_is_followed_up_but_its_money_stands(store, fund):
    housing.save_housing(store, HOUSE, HousingPayment(fund, PAID_ON))
    kept = the_line(store).support
    housing.save_housing(store, replace(kept, cost_dong=80_000_000, fund_id=None))
    after = the_line(store).support
    assert (after.cost_dong, after.voucher_id, after.fund_id) == (80_000_000, kept.voucher_id, fund)
    for wrong in ({"branch_dong": 1}, {"head_name": "Lê Chi"}):
        with pytest.raises(Conflict):
            housing.save_housing(store, replace(kept, **wrong))
    with pytest.raises(Conflict):
        housing.save_housing(store, kept, HousingPayment(fund, PAID_ON))
    with pytest.raises(Conflict):
        housing.remove_housing(store, [kept.id])


def test_handing_over_tells_the_household_how_it_lives_now(store, fund):
    assert [one.head_name for one in housing.list_in_need(store, TODAY)] == ["Nguyễn Văn An"]
    housing.save_housing(store, HOUSE)
    assert housing.list_in_need(store, TODAY) == []
    kept = the_line(store).support
    change = housing.hand_over(store, kept.id, date(2026, 5, 3), 95_000_000, "SOLID")
    after = the_line(store).support
    assert (after.handed_over_on, after.cost_dong) == (date(2026, 5, 3), 95_000_000)
    home = housing.household_of(store, after)
    assert state_in(home.years, 2026).house_state == "SOLID"
    assert state_in(home.years, 2026).poverty == "POOR"
    undo(store, change.action_id)
    assert state_in(housing.household_of(store, kept).years, 2026).house_state == "DILAPIDATED"
    assert the_line(store).support == kept


def test_voiding_gives_the_money_back_and_leaves_the_house_marked(store, fund):
    housing.save_housing(store, HOUSE, HousingPayment(fund, PAID_ON))
    kept = the_line(store).support
    with pytest.raises(Invalid):
        housing.void_housing(store, kept.id, " ")
    housing.void_housing(store, kept.id, "Ghi nhầm quỹ")
    assert the_line(store).support.voided_on == TODAY
    assert held(store, fund) == (50_000_000, 0)
    for late in (
        lambda: housing.save_housing(store, kept),
        lambda: housing.hand_over(store, kept.id, TODAY, 0),
        lambda: housing.void_housing(store, kept.id, "Ghi trùng"),
    ):
        with pytest.raises(Conflict):
            late()


def test_a_house_paid_later_and_voided_stays_marked_whatever_is_undone(store, fund):
    first = housing.save_housing(store, HOUSE)
    payment = HousingPayment(fund, PAID_ON)
    paid = housing.save_housing(store, the_line(store).support, payment)
    housing.void_housing(store, the_line(store).support.id, "Ghi nhầm quỹ")
    voided = the_line(store).support
    for change in (paid, first):
        with pytest.raises(Conflict):
            undo(store, change.action_id)
    assert the_line(store).support == voided
    assert checking.check(store, deep=True)["findings"] == []


def test_pictures_belong_to_the_house_and_go_and_come_with_it(store, fund, tmp_path):
    housing.save_housing(store, HOUSE)
    kept, owner = the_line(store).support, FileOwner(housing_id=the_line(store).support.id)
    picture = tmp_path / "truoc.jpg"
    picture.write_bytes(b"\xff\xd8\xff picture")
    change = attach_paper(store, owner, picture, "Ảnh trước khi làm")
    assert change.label == "Lưu giấy tờ “Ảnh trước khi làm”: nhà của Nguyễn Văn An"
    assert [file.title for file in list_papers(store, owner)] == ["Ảnh trước khi làm"]
    assert list_papers(store, FileOwner(person_id=1)) == []
    assert the_line(store).pictures == 1
    gone = housing.remove_housing(store, [kept.id])
    assert list_papers(store, owner) == []
    with pytest.raises(Conflict):
        housing.void_housing(store, undone(store, gone, kept).id, "Ghi trùng")
    assert the_line(store).pictures == 1
    with pytest.raises(NotFound):
        housing.remove_housing(store, [99])


def undone(store, change, support):
    undo(store, change.action_id)
    assert the_line(store).support == support
    return support
