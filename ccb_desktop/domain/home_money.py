"""What the first page shows of money: what funds hold, and what waits for the treasurer."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ccb_desktop.domain.funds import loan_state
from ccb_desktop.domain.funds.dues_arrears import UnitArrears
from ccb_desktop.domain.funds.funds import Fund
from ccb_desktop.domain.funds.ledger import PeriodLock, lock_on
from ccb_desktop.domain.funds.loans import LoanFile
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.waiting import Waiting

COUNTED_WITHIN_DAYS = 92
"""The cash of a fund is counted once in a quarter."""

_PAGE = "funds"
_UNITS_AT_MOST = 8


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """What the funds of the branch held at the end of a month, or today."""

    year: int
    month: int
    held_dong: int

    @property
    def label(self) -> str:
        """`3/2026`."""
        return f"{self.month}/{self.year}"


@dataclass(frozen=True, slots=True)
class UnitLack:
    """What the members of a chi hội lack of their dues."""

    unit_id: int | None
    unit_name: str
    behind: int
    lacking_dong: int


@dataclass(frozen=True, slots=True, kw_only=True)
class MoneyOverview:
    """The money of the first page; the two levels stand apart (rule 18).

    Attributes:
        branch_dong: What the funds of the branch hold, cash and bank.
        chi_hoi_dong: What the funds of the chi hội hold.
        months: The last months, today last.
        lacks: The chi hội that lack dues, those that lack most first.
    """

    branch_dong: int
    chi_hoi_dong: int
    months: tuple[MonthEnd, ...] = ()
    lacks: tuple[UnitLack, ...] = ()
    waiting: tuple[Waiting, ...] = ()


# --- What waits -------------------------------------------------------------------------------


def drafts_waiting(drafts: int) -> tuple[Waiting, ...]:
    """Vouchers that are written and not in the book yet."""
    place: dict[str, object] = {"tab": "vouchers", "state": "drafts"}
    told = "phiếu thu, chi còn là bản nháp, chưa ghi sổ"
    return (Waiting(told, drafts, page=_PAGE, filters=place),) if drafts else ()


def unlocked_waiting(
    months: Iterable[tuple[int, int]], locks: Sequence[PeriodLock], today: date
) -> tuple[Waiting, ...]:
    """Months that are over, have vouchers and are not locked (rule 24).

    Args:
        months: Year and month of every month with vouchers.
        locks: What is locked.
        today: The day.
    """
    over = sorted(month for month in months if month < (today.year, today.month))
    unlocked = [month for month in over if lock_on(locks, date(*month, 1)) is None]
    if not unlocked:
        return ()
    year, month = unlocked[0]
    told = f"tháng đã hết mà sổ quỹ chưa khóa, sớm nhất là tháng {month}/{year}"
    return (Waiting(told, len(unlocked), page=_PAGE, filters={"tab": "cash_book"}),)


def uncounted_waiting(
    funds: Iterable[Fund], cash: Mapping[int, int], counted: Mapping[int, date], today: date
) -> tuple[Waiting, ...]:
    """Funds with cash that nobody has counted for a quarter.

    Args:
        funds: All of them.
        cash: Fund → its cash today.
        counted: Fund → the day of its last count.
        today: The day.
    """
    since = today - timedelta(days=COUNTED_WITHIN_DAYS)
    late = [
        fund
        for fund in funds
        if cash.get(fund.id or 0, 0) and counted.get(fund.id or 0, fund.opened_on) < since
    ]
    told = "quỹ có tiền mặt quá ba tháng chưa kiểm kê"
    place: dict[str, object] = {"tab": "funds"}
    return (Waiting(told, len(late), page=_PAGE, filters=place),) if late else ()


def loans_waiting(files: Iterable[LoanFile], today: date) -> tuple[Waiting, ...]:
    """Loans whose last day has passed, and those of which a part falls due soon."""
    overdue = [dong for file in files if (dong := loan_state.overdue_dong(file, today))]
    soon = sum(
        loan_state.standing(file, today) is loan_state.LoanStanding.DUE_SOON for file in files
    )
    found = []
    if overdue:
        told = f"khoản vay đã quá hạn, còn nợ {number(sum(overdue))} đồng"
        found.append(_loans(told, len(overdue), "overdue"))
    if soon:
        told = f"khoản vay có kỳ trả trong {loan_state.DUE_SOON_DAYS} ngày tới"
        found.append(_loans(told, soon, "soon"))
    return tuple(found)


def _loans(told: str, count: int, show: str) -> Waiting:
    return Waiting(told, count, page=_PAGE, filters={"tab": "loans", "show": show})


def arrears_waiting(lacks: Sequence[UnitLack]) -> tuple[Waiting, ...]:
    """Members who lack dues of any year."""
    behind = sum(one.behind for one in lacks)
    if not behind:
        return ()
    told = f"hội viên còn thiếu hội phí, cộng {number(sum(o.lacking_dong for o in lacks))} đồng"
    return (Waiting(told, behind, page=_PAGE, filters={"tab": "dues", "view": "arrears"}),)


# --- Pictures ---------------------------------------------------------------------------------


def unit_lacks(
    units: Iterable[UnitArrears], names: Mapping[int | None, str]
) -> tuple[UnitLack, ...]:
    """The units whose members lack something, those that lack most first."""
    found = [
        UnitLack(one.unit_id, names.get(one.unit_id, ""), one.behind, one.lacking_dong)
        for one in units
        if one.lacking_dong
    ]
    return tuple(sorted(found, key=lambda one: -one.lacking_dong))


def shown_lacks(lacks: Sequence[UnitLack]) -> Sequence[UnitLack]:
    """Those for which a picture has room."""
    return lacks[:_UNITS_AT_MOST]


def lacks_message(lacks: Sequence[UnitLack]) -> str:
    """What the picture of arrears says."""
    total = sum(one.lacking_dong for one in lacks)
    most = lacks[0].unit_name or "người chưa ghi chi hội"
    return f"Hội phí còn thiếu {number(total)} đồng: nhiều nhất là {most}"


def months_message(months: Sequence[MonthEnd]) -> str:
    """What the picture of the funds says."""
    now, before = months[-1], months[0]
    change = now.held_dong - before.held_dong
    told = f"Tồn quỹ cấp Hội: hiện có {number(now.held_dong)} đồng"
    if not change or now == before:
        return told
    way = "tăng" if change > 0 else "giảm"
    return f"{told}, {way} {number(abs(change))} từ cuối tháng {before.label}"
