"""Gifts on a real store: booked or not, corrected, voided, undone."""

from datetime import date, timedelta

import pytest

from ccb_desktop.domain.errors import Conflict, Invalid, Locked
from ccb_desktop.domain.funds.campaigns import Campaign, Contribution, DonorKind
from ccb_desktop.domain.funds.gift_receipts import Receipts
from ccb_desktop.operations import checking
from ccb_desktop.operations.funds import campaigns, contributions, locks, vouchers
from ccb_desktop.operations.funds.voucher_lists import list_vouchers
from ccb_desktop.operations.undo import undo
from tests.books import add_unit
from tests.ledger import a_voucher, held, open_fund, pay, receive

TODAY = date.today()
NAME = "Đền ơn đáp nghĩa 2026"


@pytest.fixture
def campaign(store):
    campaigns.save_campaign(store, Campaign(name=NAME))
    return campaigns.list_campaigns(store)[0].id


def a_gift(campaign, donor="Trần Văn An", amount=100_000, **more):
    values = {"campaign_id": campaign, "given_on": date(2026, 3, 5), **more}
    return Contribution(donor=donor, amount_dong=amount, **values)


def gifts_of(store, campaign):
    return sorted(campaigns.open_campaign(store, campaign, TODAY).gifts, key=lambda gift: gift.id)


def total(store, campaign, on=TODAY):
    return campaigns.open_campaign(store, campaign, on).progress.whole.total_dong


def test_a_list_of_members_gets_one_receipt_and_outsiders_their_own(store, campaign):
    unit, fund = add_unit(store), open_fund(store)
    booked = {"through_book": True, "fund_id": fund}
    gifts = [
        a_gift(campaign, unit_id=unit, **booked),
        a_gift(campaign, "Lê Bình", 50_000, unit_id=unit, **booked),
        a_gift(campaign, "Công ty C", 900_000, donor_kind=DonorKind.OUTSIDER, **booked),
        a_gift(campaign, "Phạm Dũng", 70_000),
        a_gift(campaign, "Võ Em", 0, goods="gạo", goods_value_dong=30_000, **booked),
    ]
    _change, posted = contributions.give(store, gifts)
    sums = [(voucher.number_text, voucher.amount_dong) for voucher in posted]
    assert sums == [("PT-2026-0001", 150_000), ("PT-2026-0002", 900_000)]
    assert posted[0].payer == "Chi hội 1 (2 người)"
    assert held(store, fund) == (1_050_000, 0)
    kept = gifts_of(store, campaign)
    assert [gift.voucher_id for gift in kept] == [posted[0].id] * 2 + [posted[1].id, None, None]
    assert [gift.fund_id for gift in kept] == [fund, fund, fund, None, None]
    assert total(store, campaign) == 1_150_000
    file = campaigns.open_campaign(store, campaign, TODAY)
    assert file.receipts[posted[1].id] == "PT-2026-0002"


def test_money_through_the_book_needs_a_fund(store, campaign):
    with pytest.raises(Invalid) as refused:
        contributions.give(store, [a_gift(campaign, through_book=True)])
    assert "fund_id" in refused.value.fields
    assert gifts_of(store, campaign) == []


def test_one_wrong_line_leaves_everything_out(store, campaign):
    fund = open_fund(store)
    gifts = [a_gift(campaign, through_book=True, fund_id=fund), a_gift(campaign, " ")]
    with pytest.raises(Invalid):
        contributions.give(store, gifts)
    assert (held(store, fund), gifts_of(store, campaign)) == ((0, 0), [])


def test_statistics_are_corrected_and_taken_out_what_has_a_receipt_is_not(store, campaign):
    fund = open_fund(store)
    booked = a_gift(campaign, "Lê Bình", through_book=True, fund_id=fund)
    contributions.give(store, [a_gift(campaign), booked], Receipts.EACH)
    free, kept = gifts_of(store, campaign)
    contributions.save_contribution(store, a_gift(campaign, amount=250_000, id=free.id))
    assert total(store, campaign) == 350_000
    with pytest.raises(Conflict, match="phiếu thu"):
        contributions.save_contribution(store, kept)
    with pytest.raises(Conflict):
        contributions.remove_contributions(store, [free.id, kept.id])
    change = contributions.remove_contributions(store, [free.id])
    assert total(store, campaign) == 100_000
    undo(store, change.action_id)
    assert total(store, campaign) == 350_000


def test_a_locked_month_keeps_statistics_as_they_are(store, campaign):
    contributions.give(store, [a_gift(campaign)])
    (gift,) = gifts_of(store, campaign)
    locks.lock_period(store, 2026, 3)
    moved = a_gift(campaign, id=gift.id, given_on=date(2026, 4, 1))
    for act in (
        lambda: contributions.save_contribution(store, moved),
        lambda: contributions.remove_contributions(store, [gift.id]),
        lambda: contributions.give(store, [a_gift(campaign)]),
    ):
        with pytest.raises(Locked):
            act()
    assert gifts_of(store, campaign) == [gift]


def test_voiding_takes_all_that_stands_on_the_receipt(store, campaign):
    unit, fund = add_unit(store), open_fund(store)
    more = {"unit_id": unit, "through_book": True, "fund_id": fund}
    contributions.give(store, [a_gift(campaign, **more), a_gift(campaign, "Bình", **more)])
    first, second = gifts_of(store, campaign)
    along = contributions.sharing_receipts(store, [first.id])
    assert [gift.id for gift in along] == [first.id, second.id]
    with pytest.raises(Invalid):
        contributions.void_contributions(store, [first.id], " ")
    contributions.void_contributions(store, [first.id], "Ghi nhầm đợt")
    assert (held(store, fund), total(store, campaign)) == ((0, 0), 0)
    assert total(store, campaign, TODAY - timedelta(days=1)) == 200_000
    with pytest.raises(Conflict):
        contributions.void_contributions(store, [second.id], "Lần nữa")


def test_undoing_a_gift_reverses_its_receipt_and_takes_the_gift_out(store, campaign):
    fund = open_fund(store)
    gift = a_gift(campaign, through_book=True, fund_id=fund)
    change, _posted = contributions.give(store, [gift])
    undo(store, change.action_id)
    assert (held(store, fund), gifts_of(store, campaign)) == ((0, 0), [])


def test_a_receipt_that_names_a_campaign_gives_to_it_and_a_payment_spends_it(store, campaign):
    fund = open_fund(store)
    receipt = receive(store, fund, 500_000, payer="Công ty C", campaign_id=campaign)
    spent = pay(store, fund, 200_000, campaign_id=campaign)
    file = campaigns.open_campaign(store, campaign, TODAY)
    assert [(gift.donor, gift.voucher_id) for gift in file.gifts] == [("Công ty C", receipt.id)]
    assert (file.progress.whole.total_dong, file.spent_dong) == (500_000, 200_000)
    vouchers.void_voucher(store, spent.id, "Ghi nhầm")
    vouchers.void_voucher(store, receipt.id, "Ghi nhầm")
    file = campaigns.open_campaign(store, campaign, TODAY)
    assert (file.progress.whole.total_dong, file.spent_dong) == (0, 0)


def test_drafts_give_when_they_are_posted_and_no_more_when_that_is_undone(store, campaign):
    fund = open_fund(store)
    vouchers.save_draft(store, a_voucher(fund, 90, campaign_id=campaign, payer="An"))
    assert gifts_of(store, campaign) == []
    draft = next(line.voucher for line in list_vouchers(store, TODAY, TODAY) if line.is_draft)
    change, _posted = vouchers.post_drafts(store, [draft.id])
    assert total(store, campaign) == 90
    undo(store, change.action_id)
    assert gifts_of(store, campaign) == []


def test_a_gift_voided_by_hand_stays_beside_its_receipt_when_all_are_undone(store, campaign):
    fund = open_fund(store)
    booked = {"through_book": True, "fund_id": fund, "donor_kind": DonorKind.OUTSIDER}
    gifts = [a_gift(campaign, "Công ty A", 70_000, **booked), a_gift(campaign, "Bà B", **booked)]
    change, receipts = contributions.give(store, gifts)
    vouchers.void_voucher(store, receipts[0].id, "Thu nhầm", date(2026, 4, 2))
    undo(store, change.action_id)
    for day, amount in ((date(2026, 4, 1), 70_000), (date(2026, 4, 2), 0)):
        assert (held(store, fund, day)[0], total(store, campaign, day)) == (amount, amount)
    assert [gift.donor for gift in gifts_of(store, campaign)] == ["Công ty A"]
    assert checking.check(store, deep=True)["findings"] == []
