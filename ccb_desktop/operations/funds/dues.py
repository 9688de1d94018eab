"""Dues as officers work with them: rates, exemptions, the grid of a unit, arrears."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data.funds import dues, funds
from ccb_desktop.data.funds.dues_books import load_payers
from ccb_desktop.data.members.lists import unit_names
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.dues import DuesExemption, DuesPayment, DuesRate
from ccb_desktop.domain.funds.dues_arrears import (
    MemberArrears,
    YearOfDues,
    list_arrears,
    years_of_dues,
)
from ccb_desktop.domain.funds.dues_exemptions import check_exemption
from ccb_desktop.domain.funds.dues_rules import DuesRules
from ccb_desktop.domain.funds.dues_sheet import DuesSheet, dues_sheet
from ccb_desktop.domain.funds.dues_split import HandOver, check_rate, split_dues
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.printing import short_date
from ccb_desktop.operations.funds.posting import check_unlocked

_AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class Arrears:
    """How all members stand with their dues on a day.

    Attributes:
        members: In Vietnamese order, also those who lack nothing.
        unit_names: Unit → its name on the day.
        has_rates: Whether any rate is known; without one nothing is owed.
    """

    on: date
    members: tuple[MemberArrears, ...]
    unit_names: dict[int | None, str]
    has_rates: bool

    @property
    def behind(self) -> list[MemberArrears]:
        """Those who lack something."""
        return [member for member in self.members if member.lacking_dong]


@dataclass(frozen=True, slots=True)
class OutsidePayment:
    """Dues that did not pass a cash book, as they are listed."""

    payment: DuesPayment
    full_name: str
    unit_name: str


# --- Rates and exemptions -----------------------------------------------------------------------


def load_rules(store: Store) -> DuesRules:
    """The rates and exemptions of the branch."""
    with store.reading() as session:
        return dues.load_rules(session)


def save_rate(store: Store, rate: DuesRate, form_id: str | None = None) -> Change:
    """Enter or correct what members owe from a month on, and who keeps how much of it.

    It moves what is owed, never what was paid.

    Raises:
        Invalid: By field; another rate begins on the same day.
    """
    check_rate(rate)
    label = f"Ghi mức hội phí từ {short_date(rate.from_on)}: {format_dong(rate.amount_dong)} đồng"
    with store.writing(label, form_id) as session:
        for other in dues.list_rates(session):
            if other.id != rate.id and other.from_on == rate.from_on:
                raise Invalid({"from_on": "Đã có mức hội phí từ ngày ấy. Sửa mức đó."})
        dues.save_rate(session, rate)
    return session.change


def remove_rate(store: Store, rate: DuesRate) -> Change:
    """Take a rate out; the one before it holds on."""
    with store.writing(f"Bỏ mức hội phí từ {short_date(rate.from_on)}") as session:
        dues.delete_rate(session, rate.id or 0)
    return session.change


def save_exemption(store: Store, exemption: DuesExemption, form_id: str | None = None) -> Change:
    """Let a person, everybody of a status, or everybody from an age on, owe nothing.

    Raises:
        Invalid: By field.
    """
    check_exemption(exemption)
    with store.writing("Ghi miễn hội phí", form_id) as session:
        dues.save_exemption(session, replace(exemption, reason=exemption.reason.strip()))
    return session.change


def remove_exemptions(store: Store, exemptions: Sequence[DuesExemption]) -> Change:
    """Let some owe dues again, as if they had never been exempt."""
    with store.writing(f"Bỏ {len(exemptions)} dòng miễn hội phí") as session:
        for exemption in exemptions:
            dues.delete_exemption(session, exemption.id or 0)
    return session.change


# --- The grid -----------------------------------------------------------------------------------


def load_sheet(store: Store, unit_id: int | None, year: int, on: date | None = None) -> DuesSheet:
    """The dues of one unit and year, with what was paid by a day (today when not given)."""
    with store.reading() as session:
        return sheet_in(session, unit_id, year, on or date.today())


def sheet_in(session: Session, unit_id: int | None, year: int, on: date) -> DuesSheet:
    """As `load_sheet`, within a block that reads more."""
    payers = load_payers(session, unit_id=unit_id)
    few = unit_id is not None and len(payers) <= _AT_ONCE
    paid = dues.paid_in_year(
        session, year, on, [payer.person_id for payer in payers] if few else None
    )
    return dues_sheet(payers, dues.load_rules(session), paid, unit_id, year)


def list_outside_book(store: Store, year: int) -> list[OutsidePayment]:
    """What was paid for a year without passing a cash book, the latest first."""
    with store.reading() as session:
        names = unit_names(session, date.today())
        return [
            OutsidePayment(payment, name, names.get(payment.unit_id, ""))
            for payment, name in dues.list_outside_book(session, year)
        ]


def record_payments(
    store: Store, payments: Sequence[DuesPayment], form_id: str | None = None
) -> Change:
    """Enter dues that did not pass a cash book, as those of years before the program.

    Raises:
        Invalid: There is nothing to enter, or a day lies in the future.
        Locked: A day lies in a locked month.
    """
    if not payments:
        raise Invalid({"payments": "Chưa đánh dấu ai nộp hội phí."})
    total = sum(payment.amount_dong for payment in payments)
    label = f"Ghi hội phí không qua sổ quỹ: {format_dong(total)} đồng"
    with store.writing(label, form_id) as session:
        locks = funds.list_locks(session)
        for day in {payment.paid_on for payment in payments}:
            if day > date.today():
                raise Invalid({"handed_on": f"Ngày {short_date(day)} chưa tới."})
            check_unlocked(locks, day)
        dues.insert_payments(session, payments)
    return session.change


def remove_payments(store: Store, payment_ids: Sequence[int]) -> Change:
    """Take out dues that did not pass a cash book.

    Raises:
        Conflict: One came with a handing in; its voucher can be voided.
        Locked: A day lies in a locked month.
    """
    with store.writing("Bỏ hội phí ghi ngoài sổ quỹ") as session:
        locks = funds.list_locks(session)
        for payment in dues.load_payments(session, payment_ids):
            if payment.hand_in_id is not None:
                raise Conflict(
                    "Khoản hội phí này đã vào sổ quỹ. Sổ không đổi. "
                    "Muốn sửa thì hủy phiếu thu của lần nộp ấy rồi ghi lại."
                )
            check_unlocked(locks, payment.paid_on)
        dues.delete_payments(session, payment_ids)
    return session.change


# --- Arrears ------------------------------------------------------------------------------------


def load_arrears(store: Store, on: date) -> Arrears:
    """How every member of the Hội on a day stands with the dues of all years."""
    with store.reading() as session:
        return arrears_in(session, on)


def arrears_in(session: Session, on: date) -> Arrears:
    """As `load_arrears`, within a block that reads more."""
    rules = dues.load_rules(session)
    paid = dues.paid_by_year(session, on)
    return Arrears(
        on=on,
        members=tuple(list_arrears(load_payers(session), rules, paid, on)),
        unit_names=unit_names(session, on),
        has_rates=bool(rules.rates),
    )


def arrears_of_person_in(session: Session, person_id: int, on: date) -> tuple[YearOfDues, ...]:
    """What one person owed and paid by a day, year by year, the oldest first."""
    rules = dues.load_rules(session)
    paid = dues.paid_by_year(session, on, person_id).get(person_id, {})
    for payer in load_payers(session, person_id=person_id):
        return years_of_dues(payer, rules, paid, on)
    return tuple(YearOfDues(year, 0, amount) for year, amount in sorted(paid.items()))


# --- Handing over -------------------------------------------------------------------------------


def load_hand_over(store: Store, from_on: date, to_on: date) -> HandOver:
    """What goes to the upper level of the dues collected in a period.

    Raises:
        Invalid: The period ends before it begins; field `to_on`.
    """
    if to_on < from_on:
        raise Invalid({"to_on": "Ngày cuối kỳ đứng trước ngày đầu kỳ."})
    with store.reading() as session:
        rules = dues.load_rules(session)
        outside = dues.collected_sums(session, from_on, to_on, through_book=False)
        return HandOver(
            from_on=from_on,
            to_on=to_on,
            collected=split_dues(dues.collected_sums(session, from_on, to_on), rules),
            outside_dong=sum(one.amount_dong for one in outside),
            paid_up_dong=dues.paid_up(session, from_on, to_on),
        )
