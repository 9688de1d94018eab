"""Houses built or mended with the help of the Hội (xóa nhà tạm, dột nát)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.money import MOST_DONG

HOUSING_CATEGORY = "Hỗ trợ nhà ở"
"""Category of the payment for a house, as it stands in the list VOUCHER_CATEGORY."""


class HousingKind(StrEnum):
    """What is done to a house."""

    NEW = "NEW"
    REPAIR = "REPAIR"


class HousingStage(StrEnum):
    """How far a house has come."""

    PLANNED = "PLANNED"
    STARTED = "STARTED"
    HANDED_OVER = "HANDED_OVER"
    VOIDED = "VOIDED"


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingSource:
    """Money for a house that is not the branch's own."""

    id: int | None = None
    source: str
    amount_dong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingSupport:
    """Help for the house of one family.

    Attributes:
        head_name: Head of the household.
        branch_dong: What the branch gives; counted when the house is handed over (meaning 16).
        voucher_id: The payment, where it passed the cash book.
        sources: What others give.
    """

    id: int | None = None
    head_name: str
    person_id: int | None = None
    unit_id: int | None = None
    kind: HousingKind | None = None
    started_on: date | None = None
    handed_over_on: date | None = None
    cost_dong: int = 0
    branch_dong: int = 0
    fund_id: int | None = None
    voucher_id: int | None = None
    sources: tuple[HousingSource, ...] = ()
    voided_on: date | None = None
    note: str = ""

    @property
    def counts(self) -> bool:
        """Whether it still counts."""
        return self.voided_on is None

    @property
    def is_paid(self) -> bool:
        """Whether a payment for it stands in the cash book."""
        return self.voucher_id is not None and self.counts

    @property
    def sources_dong(self) -> int:
        """What others give, together."""
        return sum(one.amount_dong for one in self.sources)

    @property
    def raised_dong(self) -> int:
        """What there is for the house from everybody."""
        return self.branch_dong + self.sources_dong

    @property
    def lacking_dong(self) -> int:
        """What the cost is above all that is given; 0 while the cost is not known."""
        return max(0, self.cost_dong - self.raised_dong)

    def times_in(self, from_on: date, to_on: date) -> int:
        """By how much it changes the count of houses handed over in a period.

        1 on its day; −1 on the day of voiding, so that what was reported before stays true;
        0 otherwise. All sums of houses are counted by it.
        """
        done, voided_on = self.handed_over_on, self.voided_on
        if done is None:
            return 0
        taken_off = voided_on is not None and from_on <= max(voided_on, done) <= to_on
        return int(from_on <= done <= to_on) - int(taken_off)

    def stage(self, on: date) -> HousingStage:
        """How far it has come at the end of a day."""
        if self.voided_on is not None and self.voided_on <= on:
            return HousingStage.VOIDED
        if self.handed_over_on is not None and self.handed_over_on <= on:
            return HousingStage.HANDED_OVER
        if self.started_on is not None and self.started_on <= on:
            return HousingStage.STARTED
        return HousingStage.PLANNED


@dataclass(frozen=True, slots=True)
class HousingPayment:
    """From which fund the branch's money for a house is paid, and when."""

    fund_id: int
    paid_on: date
    place: MoneyPlace = MoneyPlace.CASH


@dataclass(frozen=True, slots=True, kw_only=True)
class HousingSums:
    """Houses of a period; money of the branch and of others is told apart.

    Attributes:
        new, repaired: Houses handed over in it; those of unknown kind are in neither.
        handed_over: All that were handed over in it, less those handed over before and voided
            in it; likewise every other sum.
        taken_off: Those handed over before and voided in it.
        under_way: Begun and not handed over at its end.
    """

    handed_over: int = 0
    new: int = 0
    repaired: int = 0
    under_way: int = 0
    taken_off: int = 0
    branch_dong: int = 0
    sources_dong: int = 0

    @property
    def taken_off_told(self) -> str:
        """What is said behind the count where houses of an earlier period were voided."""
        if not self.taken_off:
            return ""
        return f" (đã trừ {self.taken_off} nhà bàn giao kỳ trước, nay hủy phiếu)"


def housing_sums(supports: Iterable[HousingSupport], from_on: date, to_on: date) -> HousingSums:
    """What was handed over in a period, and what was being built at its end."""
    standing, counted = [], []
    for one in supports:
        counted.append((one, one.times_in(from_on, to_on)))
        standing.append(one.stage(to_on))

    def of_kind(kind: HousingKind) -> int:
        return sum(times for one, times in counted if one.kind is kind)

    return HousingSums(
        handed_over=sum(times for _one, times in counted),
        new=of_kind(HousingKind.NEW),
        repaired=of_kind(HousingKind.REPAIR),
        under_way=standing.count(HousingStage.STARTED),
        taken_off=sum(times < 0 for _one, times in counted),
        branch_dong=sum(one.branch_dong * times for one, times in counted),
        sources_dong=sum(one.sources_dong * times for one, times in counted),
    )


def check_housing(support: HousingSupport, today: date) -> None:
    """See that the help for a house can be kept.

    Raises:
        Invalid: By field: `head_name`, `cost_dong`, `branch_dong`, `sources`, `started_on`,
            `handed_over_on`.
    """
    faults: dict[str, str] = {}
    if not support.head_name.strip():
        faults["head_name"] = "Ghi tên chủ hộ được hỗ trợ."
    for name in ("cost_dong", "branch_dong"):
        if not 0 <= getattr(support, name) <= MOST_DONG:
            faults[name] = "Số tiền không hợp lệ."
    for one in support.sources:
        if not one.source.strip() or not 0 < one.amount_dong <= MOST_DONG:
            faults["sources"] = "Mỗi nguồn ghi tên và số tiền lớn hơn 0."
    faults |= _faults_of_days(support, today)
    if faults:
        raise Invalid(faults)


def _faults_of_days(support: HousingSupport, today: date) -> dict[str, str]:
    begun, done = support.started_on, support.handed_over_on
    faults = {}
    for name, day in (("started_on", begun), ("handed_over_on", done)):
        if day is not None and day > today:
            faults[name] = f"Ngày {day:%d/%m/%Y} chưa tới. Để trống cho đến khi làm thật."
    if begun is not None and done is not None and done < begun:
        faults["handed_over_on"] = f"Ngày bàn giao đứng trước ngày khởi công {begun:%d/%m/%Y}."
    return faults


def payment_voucher(support: HousingSupport, payment: HousingPayment, done: str) -> Voucher:
    """The payment of the branch's money for a house.

    Args:
        support: For which.
        payment: From which fund, and when.
        done: What is done to the house, in words: `xây mới nhà ở`.
    """
    return Voucher(
        kind=VoucherKind.PAYMENT,
        issued_on=payment.paid_on,
        fund_id=payment.fund_id,
        place=payment.place,
        amount_dong=support.branch_dong,
        payer=support.head_name.strip(),
        content=f"Hỗ trợ {done} cho gia đình {support.head_name.strip()}",
        category=HOUSING_CATEGORY,
        unit_id=support.unit_id,
        person_id=support.person_id,
    )
