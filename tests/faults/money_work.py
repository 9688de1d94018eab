"""Work of the treasurer, each paper bearing the name of the form it was entered in."""

from collections import Counter
from datetime import date

from ccb_desktop.domain.funds.campaigns import Contribution, DonorKind
from ccb_desktop.domain.funds.dues import DuesPayment
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.loans import Loan
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.operations.funds import contributions, hand_ins, loans, vouchers
from tests.faults import ledger_model as model


def receive(store, form, dice):
    vouchers.post_voucher(store, _voucher(VoucherKind.RECEIPT, form, dice), form)


def pay(store, form, dice):
    vouchers.post_voucher(store, _voucher(VoucherKind.PAYMENT, form, dice), form)


def transfer(store, form, dice):
    to = {"to_fund_id": dice.choice((1, 3)), "to_place": MoneyPlace.BANK}
    vouchers.post_voucher(store, _voucher(VoucherKind.TRANSFER, form, dice, **to), form)


def _voucher(kind, form, dice, **more):
    return Voucher(
        kind=kind,
        issued_on=_day(dice),
        fund_id=dice.choice((1, 2)),
        amount_dong=1000 * dice.randrange(1, 90),
        content=f"Phiếu {form}",
        note="x" * dice.randrange(800),
        **more,
    )


def hand_in(store, form, dice):
    """Dues of a chi hội: two receipts, a list, and the record that holds them together."""
    on = _day(dice)
    paid = [
        DuesPayment(person_id=own, year=2026, amount_dong=30_000, paid_on=on, unit_id=1)
        for own in range(1, dice.randrange(2, 6))
    ]
    handed = hand_ins.HandInForm(
        unit_id=1, year=2026, handed_on=on, fund_id=dice.choice((1, 2)), note=f"Phiếu {form}"
    )
    hand_ins.hand_in_dues(store, handed, paid, form)


def give(store, form, dice):
    gift = Contribution(
        campaign_id=1,
        given_on=_day(dice),
        donor="Cửa hàng Bến Chùa",
        donor_kind=DonorKind.OUTSIDER,
        amount_dong=1000 * dice.randrange(1, 500),
        through_book=True,
        fund_id=dice.choice((1, 2)),
        note=f"Phiếu {form}",
    )
    contributions.give(store, [gift], form_id=form)


def lend(store, form, dice):
    loan = Loan(
        code=f"V-{form}",
        borrower="Người vay",
        person_id=1,
        fund_id=2,
        principal_dong=1000 * dice.randrange(1, 60),
        lent_on=_day(dice),
        purpose=f"Phiếu {form}",
        voucher_id=0,
    )
    loans.lend(store, loan, form)


def repay(store, form, dice):
    """Of a loan that stands, if there is one; else one is given."""
    standing = [file.loan for file in loans.list_loans(store) if file.loan.voided_on is None]
    if not standing:
        return lend(store, form, dice)
    paid = loans.Paid(
        paid_on=date(2026, 6, 30), principal_dong=dice.randrange(1, 9_000), interest_dong=500
    )
    return loans.repay(store, dice.choice(standing).id, paid, form)


def void(store, form, dice):
    with store.raw_reading() as connection:
        ids = list(model.read_posted(connection))
    vouchers.void_voucher(store, dice.choice(ids), f"Phiếu {form}", None, form)


def _day(dice):
    return date(2026, dice.randrange(1, 7), dice.randrange(1, 29))


ACTS = {
    "thu": receive,
    "chi": pay,
    "chuyen": transfer,
    "hoi-phi": hand_in,
    "ung-ho": give,
    "vay": lend,
    "tra": repay,
    "huy": void,
}
"""By what their forms begin with."""

_PAPERS = {"thu": 1, "chi": 1, "chuyen": 1, "hoi-phi": 2, "ung-ho": 1, "vay": 1}
"""How many vouchers such a form posts, each of which bears its name."""


def assert_whole(store):
    """No voucher by halves: entries, sums of months, numbers and records follow from them all."""
    with store.raw_reading() as connection:
        posted = model.read_posted(connection)
        model.assert_gapless(posted)
        moved = model.moved(posted)
        assert not model.is_ever_short(moved)
        model.assert_records_agree(connection, posted)
        entered, months = Counter(), Counter()
        query = "SELECT fund_id, place, happened_on, amount_dong FROM ledger_entries"
        for fund, place, on, amount in connection.execute(query):
            entered[(fund, place), date.fromisoformat(on)] += amount
            months[fund, place, int(on[:4]), int(on[5:7])] += amount
        assert entered == Counter(
            {(account, on): sum_ for account, days in moved.items() for on, sum_ in days.items()}
        )
        query = "SELECT fund_id, place, year, month, amount_dong FROM fund_months"
        assert months == Counter({tuple(row[:4]): row[4] for row in connection.execute(query)})
        _assert_once(connection)


def _assert_once(connection):
    """Every form of money that was kept has posted its vouchers, once, whatever came later."""
    query = """SELECT content || note FROM vouchers
        WHERE posted_at IS NOT NULL AND kind != 'REVERSAL'"""
    told = Counter(
        words.split("Phiếu ")[1].split()[0].rstrip("x")
        for (words,) in connection.execute(query)
        if "Phiếu " in words
    )
    query = "SELECT form_id, label FROM actions WHERE form_id IS NOT NULL"
    for form, label in connection.execute(query):
        papers = _PAPERS.get(form.rsplit("-", 1)[0])
        if papers:
            assert told.get(form) == papers, f"{label}: {told.get(form)} vouchers of {form}"
