"""What the sheet *Thu chi* tells when it is written filled, so that balances come out the same.

What stands behind other sheets is told there. A sheet that cannot say in which place, or in
which funds, money of its rows lies is made good by rows here: money that goes out of one place
and comes into the other.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.ledger import Account, Entry, entries_of
from ccb_desktop.domain.funds.loans import Loan
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.imports.stored_money import StoredMoney
from ccb_desktop.domain.visits.visits import Visit

_AS_THEY_ARE = (VoucherKind.RECEIPT, VoucherKind.PAYMENT)


def has_sheet(loan: Loan) -> bool:
    """Whether *Vay vốn* can tell of a loan: it stands, and its borrower is of the roster."""
    return loan.voided_on is None and loan.person_id is not None


def told_by_receipts(stored: StoredMoney) -> set[int | None]:
    """The receipts of gifts that *Thu chi* tells of: *Vận động* would lose what they say.

    A receipt of several gifts, or of one with goods, is told of by *Vận động* all the same.
    """
    gifts = Counter(given.voucher_id for given in stored.contributions)
    plain = {
        given.voucher_id
        for given in stored.contributions
        if gifts[given.voucher_id] == 1 and not (given.goods or given.goods_value_dong)
    }
    return {
        receipt.id
        for receipt in stored.vouchers
        if receipt.id in plain
        and (receipt.place is MoneyPlace.BANK or receipt.old_number or receipt.note)
    }


def told_vouchers(stored: StoredMoney) -> list[Voucher]:
    """The receipts and payments that the sheet *Thu chi* holds, in the order of their days."""
    standing = {one.id: one for one in stored.vouchers if one.id not in stored.voided_ids}
    elsewhere = dict(_told_elsewhere(stored, standing))
    found: list[Voucher] = []
    for voucher in standing.values():
        if voucher.id in elsewhere:
            found += _made_good(voucher, entries_of(voucher), elsewhere[voucher.id])
        elif voucher.kind in _AS_THEY_ARE:
            found.append(voucher)
        elif voucher.kind is VoucherKind.TRANSFER:
            found += _made_good(voucher, entries_of(voucher), ())
    return sorted(found, key=lambda one: one.issued_on)


def _told_elsewhere(
    stored: StoredMoney, standing: dict[int | None, Voucher]
) -> Iterator[tuple[int | None, list[Entry]]]:
    """The vouchers behind other sheets, with the entries that these sheets make of them."""
    paid: Counter[int | None] = Counter()
    for payment in stored.dues_payments:
        if payment.voided_on is None:
            paid[payment.hand_in_id] += payment.amount_dong
    for hand_in in stored.hand_ins:
        cash = Account(hand_in.fund_id, MoneyPlace.CASH)
        yield hand_in.voucher_id, [Entry(cash, hand_in.handed_on, paid[hand_in.id])]
        if hand_in.share_voucher_id is not None:
            yield hand_in.share_voucher_id, []
    for voucher_id, visits in _visits_paid(stored).items():
        yield voucher_id, [_paid_in_cash(visit) for visit in visits]
    by_receipts = told_by_receipts(stored)
    for given in stored.contributions:
        receipt = standing.get(given.voucher_id)
        if receipt is not None and receipt.id not in by_receipts:
            yield receipt.id, [_in_cash(receipt)]
    loans = {loan.id: loan for loan in stored.loans if has_sheet(loan)}
    behind = [loan.voucher_id for loan in loans.values()]
    behind += [one.voucher_id for one in stored.repayments if one.loan_id in loans]
    for voucher_id in behind:
        if voucher_id in standing:
            yield voucher_id, [_in_cash(standing[voucher_id])]


def _visits_paid(stored: StoredMoney) -> Mapping[int | None, Sequence[Visit]]:
    """Voucher → the visits that it pays, of those that stand."""
    found: defaultdict[int | None, list[Visit]] = defaultdict(list)
    for visit in stored.visits:
        if visit.voucher_id is not None and visit.voided_on is None:
            found[visit.voucher_id].append(visit)
    return found


def _paid_in_cash(visit: Visit) -> Entry:
    account = Account(visit.fund_id or 0, MoneyPlace.CASH)
    return Entry(account, visit.visited_on, -visit.amount_dong)


def _in_cash(voucher: Voucher) -> Entry:
    return entries_of(replace(voucher, place=MoneyPlace.CASH))[0]


def _made_good(
    voucher: Voucher, actual: Iterable[Entry], told: Iterable[Entry]
) -> Iterator[Voucher]:
    """Receipts and payments by which what another sheet tells becomes what is in the book."""
    sums: defaultdict[tuple[Account, date], int] = defaultdict(int)
    for entry in actual:
        sums[entry.account, entry.happened_on] += entry.amount_dong
    for entry in told:
        sums[entry.account, entry.happened_on] -= entry.amount_dong
    for (account, day), amount in sums.items():
        if amount:
            yield replace(
                voucher,
                kind=VoucherKind.RECEIPT if amount > 0 else VoucherKind.PAYMENT,
                issued_on=day,
                fund_id=account.fund_id,
                place=account.place,
                to_fund_id=None,
                to_place=None,
                amount_dong=abs(amount),
                campaign_id=None,
                old_number=voucher.number_text,
            )
