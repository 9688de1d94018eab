"""The books of money in memory while an import is worked out, and what it wants to book."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple, TypeVar

from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.funds.campaigns import Campaign, CampaignTarget
from ccb_desktop.domain.funds.dues import DuesHandIn, DuesPayment
from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.ledger import Account
from ccb_desktop.domain.funds.loans import BankLoanCount, Loan, Repayment
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.imports.money_signatures import signatures_of
from ccb_desktop.domain.imports.outcome import SheetResult
from ccb_desktop.domain.imports.shelf import Shelf
from ccb_desktop.domain.imports.stored_money import StoredMoney
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.visits.housing import HousingSupport
from ccb_desktop.domain.visits.visits import Visit

Record = TypeVar("Record")


class Said(NamedTuple):
    """Where the same was said before: a file of this import, or the books."""

    file: int | None
    text: str = ""


@dataclass(slots=True)
class Booking:
    """One voucher that an import wants to post.

    Attributes:
        stand_in: By which records behind it name it until it is posted; below 0.
        voucher: Without number.
        result: The sheet, and
        row: the row that it comes from; `None` where many rows make one voucher.
        loan_id: The loan that it pays out or back.
        repayment_id: The repayment behind it.
        visit_id: The visit that it pays.
        refused: Whether it cannot be posted; then its row gives nothing.
    """

    stand_in: int
    voucher: Voucher
    result: SheetResult | None = None
    row: TypedRow | None = None
    loan_id: int | None = None
    repayment_id: int | None = None
    visit_id: int | None = None
    refused: bool = False


class MoneyBooks:
    """Everything of money that an import reads or writes."""

    def __init__(self, stored: StoredMoney | None = None) -> None:
        stored = stored or StoredMoney()
        ids = stored.next_ids
        self.stored = stored
        self.funds = Shelf(stored.funds, ids["funds"])
        self.campaigns = Shelf(stored.campaigns, ids["campaigns"])
        self.targets = Shelf(stored.targets, ids["campaign_targets"])
        self.contributions = Shelf(stored.contributions, ids["contributions"])
        self.hand_ins = Shelf(stored.hand_ins, ids["dues_hand_ins"])
        self.dues_payments = Shelf(stored.dues_payments, ids["dues_payments"])
        self.loans = Shelf(stored.loans, ids["loans"])
        self.repayments = Shelf(stored.repayments, ids["repayments"])
        self.bank_loan_counts = Shelf(stored.bank_loan_counts, ids["bank_loan_counts"])
        self.visits = Shelf(stored.visits, ids["visits"])
        self.houses = Shelf(stored.houses, ids["housing_supports"])
        self.bookings: list[Booking] = []
        self.said = {key: Said(None, text) for key, text in signatures_of(stored).items()}
        self._collecting: dict[Hashable, tuple[int, set[int]]] = {}
        self._index()

    def _index(self) -> None:
        self._fund_by_name = {search_key(one.name): one.id for one in self.funds.by_id.values()}
        self._campaign_by_name = {
            search_key(one.name): one.id for one in self.campaigns.by_id.values()
        }
        self._target_of = {
            (one.campaign_id, one.unit_id): one.id for one in self.targets.by_id.values()
        }
        self._count_of = {
            (one.counted_on, search_key(one.group_name)): one.id
            for one in self.bank_loan_counts.by_id.values()
        }
        self._loan_by_code: dict[str, int | None] = {}
        for loan in sorted(self.loans.by_id.values(), key=lambda one: one.voided_on is None):
            self._loan_by_code[search_key(loan.code)] = loan.id
        self._openings: dict[Account, int] = {}
        for voucher in self.stored.vouchers:
            if voucher.kind is VoucherKind.OPENING and voucher.id not in self.stored.voided_ids:
                account = Account(voucher.fund_id, voucher.place)
                held = self._openings.get(account, 0)
                self._openings[account] = held + voucher.amount_dong
        self._repaid: defaultdict[int, int] = defaultdict(int)
        for repayment in self.repayments.by_id.values():
            if repayment.voided_on is None:
                self._repaid[repayment.loan_id] += repayment.principal_dong

    # Finding

    def fund_named(self, name: str) -> Fund | None:
        """The fund of a name, read without marks and capitals."""
        return _found(self.funds, self._fund_by_name.get(search_key(name)))

    def campaign_named(self, name: str) -> Campaign | None:
        """The campaign of a name."""
        return _found(self.campaigns, self._campaign_by_name.get(search_key(name)))

    def target_of(self, campaign_id: int, unit_id: int) -> CampaignTarget | None:
        """What a unit is to bring in."""
        return _found(self.targets, self._target_of.get((campaign_id, unit_id)))

    def count_of(self, counted_on: date, group_name: str) -> BankLoanCount | None:
        """What a group of the policy bank stood at on a day."""
        return _found(
            self.bank_loan_counts, self._count_of.get((counted_on, search_key(group_name)))
        )

    def loan_of_code(self, code: str) -> Loan | None:
        """The loan of a code, one that stands before one that was voided."""
        return _found(self.loans, self._loan_by_code.get(search_key(code)))

    def outstanding_dong(self, loan: Loan) -> int:
        """What of a loan has not come back and was not written off."""
        return loan.principal_dong - self._repaid[loan.id or 0] - loan.written_off_dong

    def opening_dong(self, fund: Fund, place: MoneyPlace) -> int | None:
        """What a fund held in a place on its first day; `None` where no voucher says so."""
        return self._openings.get(Account(fund.id or 0, place))

    # Writing

    def add_fund(self, fund: Fund) -> Fund:
        """Take in a new fund."""
        added = self.funds.add(fund)
        self._fund_by_name[search_key(added.name)] = added.id
        return added

    def add_campaign(self, name: str) -> Campaign:
        """Make a campaign known only by its name."""
        added = self.campaigns.add(Campaign(name=name))
        self._campaign_by_name[search_key(name)] = added.id
        return added

    def remove_campaign(self, campaign: Campaign) -> None:
        """Take back a campaign that was new."""
        self.campaigns.remove(campaign.id or 0)
        del self._campaign_by_name[search_key(campaign.name)]

    def add_target(self, target: CampaignTarget) -> CampaignTarget:
        """Take in a new target."""
        added = self.targets.add(target)
        self._target_of[added.campaign_id, added.unit_id] = added.id
        return added

    def add_count(self, count: BankLoanCount) -> BankLoanCount:
        """Take in a new count of a group."""
        added = self.bank_loan_counts.add(count)
        self._count_of[added.counted_on, search_key(added.group_name)] = added.id
        return added

    def add_loan(self, loan: Loan, booking: Booking) -> Loan:
        """Take in a new loan with the payment that is booked for it."""
        added = self.loans.add(replace(loan, voucher_id=booking.stand_in))
        self._loan_by_code[search_key(added.code)] = added.id
        booking.loan_id = added.id
        return added

    def add_repayment(self, repayment: Repayment, booking: Booking) -> Repayment:
        """Take in a new repayment with the receipt that is booked for it."""
        added = self.repayments.add(replace(repayment, voucher_id=booking.stand_in))
        self._repaid[added.loan_id] += added.principal_dong
        booking.loan_id, booking.repayment_id = added.loan_id, added.id
        return added

    def add_visit(self, visit: Visit, booking: Booking) -> Visit:
        """Take in a new visit with the payment that is booked for it."""
        added = self.visits.add(replace(visit, voucher_id=booking.stand_in))
        booking.visit_id = added.id
        return added

    def houses_of(self, head_name: str) -> list[HousingSupport]:
        """The houses of a head of household; those whose payment was voided come last."""
        key = search_key(head_name)
        found = [one for one in self.houses.by_id.values() if search_key(one.head_name) == key]
        return sorted(found, key=lambda one: one.voided_on is not None)

    def refuse(self, booking: Booking) -> None:
        """Let a booking, and the loan, repayment or visit behind it, give nothing."""
        booking.refused = True
        if booking.visit_id is not None:
            self.visits.remove(booking.visit_id)
        if booking.repayment_id is not None:
            self.repayments.remove(booking.repayment_id)
        elif booking.loan_id is not None:
            self.loans.remove(booking.loan_id)

    def add_dues(self, payment: DuesPayment, handing_in: tuple[DuesHandIn, Voucher] | None) -> None:
        """Take in what a member paid; rows of one handing in stand behind one receipt.

        Args:
            payment: What he paid.
            handing_in: With what it was handed in, and the receipt as if his payment were its
                first; `None` where it did not pass a cash book.
        """
        if handing_in is None:
            self.dues_payments.add(payment)
            return
        hand_in, receipt = handing_in
        key = (hand_in.unit_id, hand_in.year, hand_in.handed_on, hand_in.fund_id)
        if key not in self._collecting:
            booking = self.book(receipt)
            first = self.hand_ins.add(replace(hand_in, voucher_id=booking.stand_in, amount_dong=0))
            self._collecting[key] = (first.id or 0, set())
        hand_in_id, people = self._collecting[key]
        people.add(payment.person_id)
        known = self.hand_ins[hand_in_id]
        whole = known.amount_dong + payment.amount_dong
        self.hand_ins.put(replace(known, amount_dong=whole))
        booking = self.booking_of(known.voucher_id)
        content = f"{receipt.content} ({len(people)} người)"
        booking.voucher = replace(booking.voucher, amount_dong=whole, content=content)
        self.dues_payments.add(replace(payment, hand_in_id=known.id))

    def book(
        self, voucher: Voucher, result: SheetResult | None = None, row: TypedRow | None = None
    ) -> Booking:
        """Note a voucher that has to be posted; records behind it name it by a stand-in."""
        booking = Booking(-len(self.bookings) - 1, voucher, result, row)
        self.bookings.append(booking)
        return booking

    def booking_of(self, stand_in: int) -> Booking:
        """The booking that a stand-in means."""
        return self.bookings[-stand_in - 1]

    def to_post(self) -> list[Booking]:
        """What has to be posted, in the order of days; openings come first."""
        wanted = [one for one in self.bookings if not one.refused]
        return sorted(
            wanted,
            key=lambda one: (one.voucher.issued_on, one.voucher.kind is not VoucherKind.OPENING),
        )


def _found(shelf: Shelf[Record], record_id: int | None) -> Record | None:
    return None if record_id is None else shelf.by_id.get(record_id)


def with_vouchers(records: Iterable[Any], posted: Mapping[int, int]) -> list[Any]:
    """Records with the ids of the vouchers that were posted in the place of stand-ins."""
    return [
        replace(record, voucher_id=posted[record.voucher_id])
        if record.voucher_id is not None and record.voucher_id < 0
        else record
        for record in records
    ]
