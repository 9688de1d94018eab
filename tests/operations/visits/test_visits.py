"""Visits on a real store: with and without a payment, corrected, voided, undone."""

from datetime import date, timedelta

import pytest

from ccb_desktop.domain.errors import AlreadyDone, Conflict, Invalid
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, RecipientKind, Visit
from ccb_desktop.operations.funds import vouchers
from ccb_desktop.operations.funds.voucher_lists import list_vouchers
from ccb_desktop.operations.undo import undo
from ccb_desktop.operations.visits import visits
from tests.books import add_unit
from tests.ledger import held, open_fund

TODAY = date.today()
DAY = date(2026, 3, 5)


def a_visit(recipient="Trần Văn An", amount=300_000, **more):
    values = {"visited_on": DAY, "occasion": Occasion.SICK.value, **more}
    if "person_id" not in values:
        values.setdefault("recipient_kind", RecipientKind.RELATIVE)
    return Visit(recipient=recipient, amount_dong=amount, **values)


def listed(store, from_on=date(2026, 1, 1), to_on=TODAY):
    return visits.list_visits(store, from_on, to_on)


def test_a_visit_is_paid_in_one_act_and_undone_in_one(store):
    fund = open_fund(store, cash=1_000_000)
    change, kept, payment = visits.record_visit(store, a_visit(fund_id=fund))
    assert (payment.number_text, payment.category) == ("PC-2026-0001", "Thăm hỏi, tặng quà")
    assert payment.content == "Thăm hỏi, tặng quà: Trần Văn An (Ốm đau)"
    assert held(store, fund) == (700_000, 0)
    (line,) = listed(store)
    assert (line.visit, line.payment) == (kept, "PC-2026-0001")
    assert line.occasion_name == "Ốm đau"
    undo(store, change.action_id)
    assert held(store, fund) == (1_000_000, 0)
    assert listed(store) == []


def test_one_form_pays_once(store):
    fund = open_fund(store, cash=1_000_000)
    visits.record_visit(store, a_visit(fund_id=fund), "form-1")
    with pytest.raises(AlreadyDone):
        visits.record_visit(store, a_visit(fund_id=fund), "form-1")
    assert held(store, fund) == (700_000, 0)


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"recipient": " "}, "recipient"),
        ({"recipient_kind": RecipientKind.MEMBER}, "recipient"),
        ({"visited_on": TODAY + timedelta(1)}, "visited_on"),
        ({"occasion": Occasion.REUNION.value}, "theme"),
        ({"paid_by": PaidBy.CHI_HOI}, "fund_id"),
        ({"amount_dong": 1_000_001}, "amount_dong"),
    ],
)
def test_what_cannot_be_kept_leaves_nothing_behind(store, changed, field):
    fund = open_fund(store, cash=1_000_000)
    values = {"recipient": "Lê Bình", "amount_dong": 100, "fund_id": fund, **changed}
    visit = a_visit(values.pop("recipient"), values.pop("amount_dong"), **values)
    with pytest.raises(Invalid) as told:
        visits.record_visit(store, visit)
    assert field in told.value.fields
    assert listed(store) == []
    assert held(store, fund) == (1_000_000, 0)


def test_money_of_a_unit_comes_out_of_its_own_fund(store):
    fund = open_fund(store, "Quỹ chi hội", cash=500_000, unit_id=add_unit(store))
    visits.record_visit(store, a_visit(fund_id=fund, paid_by=PaidBy.CHI_HOI))
    assert held(store, fund) == (200_000, 0)


def test_a_visit_without_a_payment_is_corrected_and_taken_out(store):
    _change, kept, payment = visits.record_visit(store, a_visit(goods="sữa"))
    assert payment is None
    visits.correct_visit(store, a_visit("Trần Văn Ân", 0, id=kept.id, goods="gạo"))
    (line,) = listed(store)
    assert (line.visit.recipient, line.visit.goods) == ("Trần Văn Ân", "gạo")
    visits.remove_visits(store, [kept.id])
    assert listed(store) == []


def test_a_paid_visit_changes_only_by_voiding(store):
    fund = open_fund(store, cash=1_000_000)
    _change, kept, payment = visits.record_visit(store, a_visit(fund_id=fund))
    with pytest.raises(Conflict):
        visits.correct_visit(store, a_visit(id=kept.id, amount=1))
    with pytest.raises(Conflict):
        visits.remove_visits(store, [kept.id])
    with pytest.raises(Invalid):
        visits.void_visit(store, kept.id, " ")
    assert visits.sharing_payment(store, kept.id) == [kept]
    visits.void_visit(store, kept.id, "Ghi nhầm người")
    assert held(store, fund, TODAY) == (1_000_000, 0)
    assert visits.load_visit(store, kept.id).voided_on == TODAY
    with pytest.raises(Conflict):
        visits.void_visit(store, kept.id, "Lần nữa")
    line = next(one for one in list_vouchers(store, DAY, DAY) if one.voucher.id == payment.id)
    assert line.voided_by


def test_voiding_the_payment_on_the_page_of_funds_takes_the_visit_along(store):
    fund = open_fund(store, cash=1_000_000)
    _change, kept, payment = visits.record_visit(store, a_visit(fund_id=fund))
    vouchers.void_voucher(store, payment.id, "Ghi trùng", date(2026, 4, 1))
    (line,) = listed(store)
    assert line.visit.id == kept.id
    assert line.sign_in(date(2026, 3, 1), date(2026, 3, 31)) == 1
    assert line.sign_in(date(2026, 4, 1), date(2026, 4, 30)) == -1


def test_visits_of_one_person_are_found(filled):
    _change, kept, _payment = visits.record_visit(filled, a_visit(person_id=1))
    visits.record_visit(filled, a_visit("Người ngoài"))
    assert [line.visit for line in visits.list_visits_of(filled, 1)] == [kept]
