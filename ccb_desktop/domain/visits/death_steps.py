"""What one saving writes of a death: its event, visits of condolence, papers and family."""

from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.visits.care import DeathCase, Relative
from ccb_desktop.domain.visits.deaths import DeathFile, honoured, is_lunar_day
from ccb_desktop.domain.visits.payments import category_of
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, RecipientKind, Visit


@dataclass(frozen=True, slots=True, kw_only=True)
class Condolence:
    """One visit of condolence that is about to be recorded, by one of both levels.

    Attributes:
        fund_id: Whose money is paid out; `None` where it does not pass the cash book.
    """

    paid_by: PaidBy
    visited_on: date
    amount_dong: int = 0
    goods: str = ""
    goods_value_dong: int = 0
    fund_id: int | None = None
    place: MoneyPlace = MoneyPlace.CASH
    visitors: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeathSteps:
    """What one saving writes of a death, all of it one act.

    Attributes:
        case: Committee, place, papers, card, end; with its id where it is resumed.
        died_on: The day as far as it is known.
        decision_no, decision_on: Of the event of the membership.
        lunar_death_day: `15/7`.
        condolences: New visits only; those that were recorded stay as they are.
        relatives: All of them, as they are to stand.
        ended_posts: Ids of the posts that end on the day of death.
        household_head: Who is head of the household now; empty leaves it.
    """

    case: DeathCase
    died_on: PartialDate
    decision_no: str = ""
    decision_on: PartialDate | None = None
    lunar_death_day: str = ""
    burial_place: str = ""
    condolences: tuple[Condolence, ...] = ()
    relatives: tuple[Relative, ...] = ()
    ended_posts: tuple[int, ...] = ()
    household_head: str = ""


def check_steps(steps: DeathSteps, today: date) -> None:
    """See that what is written of a death can be kept.

    Raises:
        Invalid: By field: `died_on`, `lunar_death_day`, `papers_sent_on`, `card_returned_on`,
            `closed_on`; of a visit by `condolence_field`.
    """
    faults: dict[str, str] = {}
    if steps.died_on.first_day > today:
        faults["died_on"] = f"Ngày {steps.died_on} chưa tới. Xem lại ngày mất."
    if steps.lunar_death_day and not is_lunar_day(steps.lunar_death_day):
        faults["lunar_death_day"] = "Ghi ngày và tháng âm lịch, ví dụ 15/7."
    for name in ("papers_sent_on", "card_returned_on", "closed_on"):
        day = getattr(steps.case, name)
        if day is not None and day > today:
            faults[name] = f"Ngày {short_date(day)} chưa tới."
        elif day is not None and day < steps.died_on.first_day:
            faults[name] = f"Ngày {short_date(day)} trước ngày mất ({steps.died_on})."
    for visit in steps.condolences:
        faults |= _visit_faults(visit, steps.died_on, today)
    if faults:
        raise Invalid(faults)


def _visit_faults(visit: Condolence, died_on: PartialDate, today: date) -> dict[str, str]:
    faults: dict[str, str] = {}
    on = condolence_field(visit.paid_by, "visited_on")
    if visit.visited_on > today:
        faults[on] = f"Ngày {short_date(visit.visited_on)} chưa tới. Ghi ngày đã viếng."
    elif visit.visited_on < died_on.first_day:
        faults[on] = f"Ngày {short_date(visit.visited_on)} trước ngày mất ({died_on})."
    if visit.fund_id is not None and not visit.amount_dong:
        faults[condolence_field(visit.paid_by, "amount_dong")] = "Ghi số tiền chi từ quỹ."
    return faults


def condolence_field(level: PaidBy, name: str) -> str:
    """How a field of a visit is called, where both levels stand in one form."""
    return f"{level.value.lower()}_{name}"


def visit_of(condolence: Condolence, file: DeathFile) -> Visit:
    """The visit that a condolence becomes, yet without its payment."""
    return Visit(
        visited_on=condolence.visited_on,
        occasion=Occasion.FUNERAL,
        recipient_kind=RecipientKind.MEMBER if file.membership else RecipientKind.OTHER,
        recipient=file.person.full_name,
        person_id=file.person.id,
        unit_id=file.unit_id,
        paid_by=condolence.paid_by,
        amount_dong=condolence.amount_dong,
        goods=condolence.goods.strip(),
        goods_value_dong=condolence.goods_value_dong,
        fund_id=condolence.fund_id,
        place=condolence.place,
        visitors=condolence.visitors.strip(),
    )


def payment_of(visit: Visit, file: DeathFile) -> Voucher:
    """The payment for a visit of condolence; its fund is known."""
    name = honoured(file)
    return Voucher(
        kind=VoucherKind.PAYMENT,
        issued_on=visit.visited_on,
        fund_id=visit.fund_id or 0,
        place=visit.place,
        amount_dong=visit.amount_dong,
        payer=f"Gia đình {name}",
        address=file.person.address,
        content=f"Phúng viếng {name}",
        category=category_of(visit.occasion),
        unit_id=file.unit_id,
        person_id=file.person.id,
    )


def death_event(file: DeathFile, steps: DeathSteps) -> MembershipEvent | None:
    """The event of the membership, new or corrected; `None` for one who is no member."""
    if file.membership is None or not (file.is_member or file.event):
        return None
    known = file.event or MembershipEvent(kind=EventKind.DECEASED, happened_on=steps.died_on)
    return replace(
        known,
        membership_id=file.membership.id,
        happened_on=steps.died_on,
        decision_no=steps.decision_no.strip(),
        decision_on=steps.decision_on,
    )
