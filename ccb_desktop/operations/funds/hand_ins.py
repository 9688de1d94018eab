"""What a chi hội hands in at once: one receipt, the chi hội's own share, the list behind it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data.funds import dues, funds, vouchers
from ccb_desktop.data.members.units import list_units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.dues import DuesHandIn, DuesPayment
from ccb_desktop.domain.funds.dues_split import DUES_CATEGORY, Split, split_dues, sums_of
from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.money import format_dong
from ccb_desktop.operations.funds.posting import post_vouchers


@dataclass(frozen=True, slots=True, kw_only=True)
class HandInForm:
    """What an officer says when a chi hội hands dues in.

    Attributes:
        unit_id: Who hands in; `None` for members without a chi hội.
        fund_id: The fund that takes the money.
        payer: Who brought it; the unit when empty.
        share_stays: Whether the chi hội keeps its share by the rate, and hands in the rest.
    """

    unit_id: int | None
    year: int
    handed_on: date
    fund_id: int
    place: MoneyPlace = MoneyPlace.CASH
    payer: str = ""
    note: str = ""
    share_stays: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class HandInPlan:
    """What handing in will do.

    Attributes:
        split: The whole sum by who keeps it.
        received_dong: What comes into the fund that takes the money.
        share_fund: The chi hội's own fund of dues, which takes its share by a receipt of its
            own; without one the share that stays is in no book here.
    """

    split: Split
    received_dong: int
    share_fund: Fund | None

    @property
    def stays_dong(self) -> int:
        """What stays with the chi hội."""
        return self.split.total_dong - self.received_dong


@dataclass(frozen=True, slots=True, kw_only=True)
class HandInLine:
    """A handing in, as it is listed.

    Attributes:
        number: Of its receipt, `PT-2026-0001`.
    """

    hand_in: DuesHandIn
    number: str
    people: int
    unit_name: str


def plan_hand_in(store: Store, form: HandInForm, payments: Sequence[DuesPayment]) -> HandInPlan:
    """What handing in will do, without doing it."""
    with store.reading() as session:
        return _plan(session, form, payments)


def hand_in_dues(
    store: Store, form: HandInForm, payments: Sequence[DuesPayment], form_id: str | None = None
) -> tuple[Change, Voucher]:
    """Post what a chi hội hands in, with the list of who paid; gives the receipt.

    The fund that is named takes what comes in. Where the chi hội keeps its share, and has a
    fund of dues of its own, that fund takes the share by a second receipt; where it has none,
    the share stays with the chi hội and is in no cash book here.

    Raises:
        Invalid: By field; nobody paid, or nothing would come in.
        Locked: The month or year is locked.
    """
    total = sum(payment.amount_dong for payment in payments)
    with store.reading() as session:
        name = unit_name(session, form.unit_id, form.handed_on)
    label = f"Thu hội phí năm {form.year} của {name}: {format_dong(total)} đồng"
    with store.writing(label, form_id) as session:
        receipt = post_hand_in(session, form, payments)
    return session.change, receipt


def post_hand_in(session: Session, form: HandInForm, payments: Sequence[DuesPayment]) -> Voucher:
    """As `hand_in_dues`, within an act that does more."""
    if not payments:
        raise Invalid({"payments": "Chưa đánh dấu ai nộp hội phí."})
    plan = _plan(session, form, payments)
    if plan.received_dong <= 0:
        raise Invalid(
            {
                "share_stays": "Theo tỷ lệ, chi hội giữ lại toàn bộ nên không có tiền vào quỹ này. "
                "Chọn chi hội nộp cả phần giữ lại, hoặc chọn quỹ hội phí của chi hội."
            }
        )
    posted = post_vouchers(session, _receipts(session, form, payments, plan))
    hand_in_id = dues.save_hand_in(
        session,
        DuesHandIn(
            unit_id=form.unit_id,
            year=form.year,
            handed_on=form.handed_on,
            fund_id=form.fund_id,
            place=form.place,
            amount_dong=plan.split.total_dong,
            voucher_id=posted[0].id or 0,
            share_voucher_id=posted[1].id if len(posted) > 1 else None,
        ),
    )
    dues.insert_payments(
        session,
        [
            replace(one, id=None, paid_on=form.handed_on, hand_in_id=hand_in_id, voided_on=None)
            for one in payments
        ],
    )
    return posted[0]


def list_hand_ins(store: Store, year: int, unit_id: int | None = None) -> list[HandInLine]:
    """What was handed in for a year, the latest first; those voided too."""
    with store.reading() as session:
        found = dues.list_hand_ins(session, year, unit_id)
        receipts = vouchers.load_vouchers(session, [one.voucher_id for one in found])
        numbers = {receipt.id: receipt.number_text for receipt in receipts}
        people = dues.count_payers(session, [one.id or 0 for one in found])
        return [
            HandInLine(
                hand_in=one,
                number=numbers.get(one.voucher_id, ""),
                people=people.get(one.id or 0, 0),
                unit_name=unit_name(session, one.unit_id, one.handed_on),
            )
            for one in found
        ]


def list_payments(store: Store, hand_in_id: int) -> list[DuesPayment]:
    """Who paid with a handing in; of a voided one, what may be entered anew."""
    with store.reading() as session:
        return dues.list_payments(session, hand_in_id=hand_in_id)


def unit_name(session: Session, unit_id: int | None, on: date) -> str:
    """The name of who hands in."""
    units = (unit for unit in list_units(session) if unit.id == unit_id)
    return next((unit.name_on(on) for unit in units), "Hội viên chưa có chi hội")


def _plan(session: Session, form: HandInForm, payments: Sequence[DuesPayment]) -> HandInPlan:
    split = split_dues(sums_of(payments), dues.load_rules(session))
    own = next(
        (
            fund
            for fund in funds.list_funds(session)
            if fund.purpose is FundPurpose.DUES
            and fund.unit_id is not None
            and fund.unit_id == form.unit_id
            and fund.is_open_on(form.handed_on)
        ),
        None,
    )
    into_own = own is not None and own.id == form.fund_id
    stays = split.chi_hoi_dong if form.share_stays and not into_own else 0
    return HandInPlan(
        split=split,
        received_dong=split.total_dong - stays,
        share_fund=own if stays else None,
    )


def _receipts(
    session: Session, form: HandInForm, payments: Sequence[DuesPayment], plan: HandInPlan
) -> list[Voucher]:
    name = unit_name(session, form.unit_id, form.handed_on)
    people = len({payment.person_id for payment in payments})
    who = f"{name} nộp hội phí năm {form.year} ({people} người"
    if plan.stays_dong:
        total, stays = format_dong(plan.split.total_dong), format_dong(plan.stays_dong)
        who += f", thu {total} đồng, chi hội giữ lại {stays} đồng"
    receipt = Voucher(
        kind=VoucherKind.RECEIPT,
        issued_on=form.handed_on,
        fund_id=form.fund_id,
        place=form.place,
        amount_dong=plan.received_dong,
        payer=form.payer.strip() or name,
        content=f"{who})",
        category=DUES_CATEGORY,
        unit_id=form.unit_id,
        note=form.note.strip(),
    )
    if plan.share_fund is None:
        return [receipt]
    share = replace(
        receipt,
        fund_id=plan.share_fund.id or 0,
        place=MoneyPlace.CASH,
        amount_dong=plan.stays_dong,
        content=f"Phần hội phí năm {form.year} chi hội giữ lại ({people} người)",
    )
    return [receipt, share]
