"""What the books of money put into the sheets of the data workbook when it is written filled."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.imports.told_vouchers import has_sheet, told_by_receipts, told_vouchers
from ccb_desktop.domain.people_names import search_key

Values = dict[str, object]
"""Field → value, in the form of `exchange.typed_rows`."""

_BRANCH = "Hội"


@dataclass(frozen=True, slots=True)
class MoneySource:
    """The books, and by what units are named for certain."""

    books: Books
    unit_texts: Mapping[int | None, str]

    def fund(self, fund_id: int | None) -> str | None:
        """The name of a fund."""
        return self.books.money.funds[fund_id].name if fund_id is not None else None

    def identity(self, person_id: int) -> Values:
        """What tells for certain who a person is."""
        person = self.books.people[person_id]
        membership = self.books.hoi_membership(person)
        card_no = membership.card_no if membership else ""
        return {"full_name": person.full_name, "born_on": person.born_on, "card_no": card_no}


def money_rows(kind: str, source: MoneySource) -> Iterable[Values] | None:
    """The rows of one sheet; `None` where it tells of something else than money."""
    fill = _FILL.get(kind)
    return None if fill is None else fill(source)


def _attributes(value: object, *names: str) -> Values:
    return {name: getattr(value, name) for name in names}


def _funds(source: MoneySource) -> Iterable[Values]:
    money = source.books.money
    for fund in money.funds.by_id.values():
        yield {
            **_attributes(fund, "purpose", "opened_on"),
            "fund": fund.name,
            "level": _BRANCH if fund.unit_id is None else source.unit_texts.get(fund.unit_id),
            "opening_cash_dong": money.opening_dong(fund, MoneyPlace.CASH),
            "opening_bank_dong": money.opening_dong(fund, MoneyPlace.BANK),
        }


def _vouchers(source: MoneySource) -> Iterable[Values]:
    names = ("issued_on", "kind", "content", "payer", "amount_dong", "old_number", "note")
    campaigns = source.books.money.campaigns.by_id
    for voucher in told_vouchers(source.books.money.stored):
        campaign = campaigns.get(voucher.campaign_id or 0)
        yield {
            **_attributes(voucher, *names),
            "fund": source.fund(voucher.fund_id),
            "unit": source.unit_texts.get(voucher.unit_id),
            "campaign": campaign.name if campaign else None,
            "money_place": voucher.place,
        }


def _dues(source: MoneySource) -> Iterable[Values]:
    money = source.books.money
    for payment in money.dues_payments.by_id.values():
        if payment.voided_on is None:
            handed = payment.hand_in_id
            fund_id = money.hand_ins[handed].fund_id if handed is not None else None
            yield {
                **_attributes(payment, "year", "amount_dong", "paid_on"),
                **source.identity(payment.person_id),
                "unit": source.unit_texts.get(payment.unit_id),
                "fund": source.fund(fund_id),
            }


def _contributions(source: MoneySource) -> Iterable[Values]:
    money = source.books.money
    by_receipts = told_by_receipts(money.stored)
    names = ("given_on", "donor", "donor_kind", "goods", "through_book")
    for given in money.contributions.by_id.values():
        if given.voided_on is None and given.voucher_id not in by_receipts:
            booked = given.voucher_id is not None
            yield {
                **_attributes(given, *names),
                "campaign": money.campaigns[given.campaign_id].name,
                "unit": source.unit_texts.get(given.unit_id),
                "amount_dong": given.amount_dong or None,
                "goods_value_dong": given.goods_value_dong or None,
                "fund": source.fund(given.fund_id) if booked else None,
            }


def _campaign_targets(source: MoneySource) -> Iterable[Values]:
    money = source.books.money
    for target in money.targets.by_id.values():
        yield {
            "campaign": money.campaigns[target.campaign_id].name,
            "unit": source.unit_texts.get(target.unit_id),
            "target_dong": target.target_dong,
        }


def _loans(source: MoneySource) -> Iterable[Values]:
    for loan in source.books.money.loans.by_id.values():
        if has_sheet(loan) and loan.person_id is not None:
            rate = loan.rate_thousandths
            yield {
                **_attributes(loan, "principal_dong", "lent_on", "due_on", "purpose"),
                **source.identity(loan.person_id),
                "loan_code": loan.code,
                "unit": source.unit_texts.get(loan.unit_id),
                "fund": source.fund(loan.fund_id),
                "rate_per_month": rate / 1000 if rate % 1000 else rate // 1000,
            }


def _repayments(source: MoneySource) -> Iterable[Values]:
    money = source.books.money
    for repayment in money.repayments.by_id.values():
        loan = money.loans[repayment.loan_id]
        if repayment.voided_on is None and has_sheet(loan):
            yield {
                **_attributes(repayment, "paid_on", "principal_dong"),
                "loan_code": loan.code,
                "interest_dong": repayment.interest_dong or None,
            }


def _bank_loans(source: MoneySource) -> Iterable[Values]:
    names = ("counted_on", "households", "balance_dong", "overdue_dong")
    counts = source.books.money.bank_loan_counts.by_id.values()
    return ({**_attributes(one, *names), "group": one.group_name} for one in counts)


_FILL: Mapping[str, Callable[[MoneySource], Iterable[Values]]] = {
    "funds": _funds,
    "vouchers": _vouchers,
    "dues": _dues,
    "contributions": _contributions,
    "campaign_targets": _campaign_targets,
    "loans": _loans,
    "repayments": _repayments,
    "bank_loans": _bank_loans,
}


def offered_names(field: str, source: MoneySource) -> tuple[str, ...]:
    """What the drop-down of a column about money offers; nothing for free texts."""
    money = source.books.money
    if field == "fund":
        return tuple(
            fund.name
            for fund in sorted(money.funds.by_id.values(), key=lambda one: one.unit_id or 0)
            if fund.closed_on is None
        )
    if field == "campaign":
        names = (campaign.name for campaign in money.campaigns.by_id.values())
        return tuple(sorted(names, key=search_key))
    if field == "loan_code":
        return tuple(loan.code for loan in money.loans.by_id.values() if loan.voided_on is None)
    return ()
