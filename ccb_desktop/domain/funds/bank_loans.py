"""Statistics of the policy bank's savings-and-loan groups: the latest of each, and their sums."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.loans import BankLoanCount
from ccb_desktop.domain.people_names import search_key


@dataclass(frozen=True, slots=True, kw_only=True)
class BankLoanSums:
    """The groups together, each by its latest count."""

    groups: int
    households: int
    balance_dong: int
    overdue_dong: int


def check_count(count: BankLoanCount, today: date) -> None:
    """See that a count makes sense.

    Raises:
        Invalid: By field: `group_name`, `counted_on`, `households`, `balance_dong`,
            `overdue_dong`.
    """
    faults: dict[str, str] = {}
    if not count.group_name.strip():
        faults["group_name"] = "Ghi tên tổ tiết kiệm và vay vốn."
    if count.counted_on > today:
        faults["counted_on"] = "Ngày này chưa tới. Ghi ngày của số liệu thật."
    if count.households < 0:
        faults["households"] = "Số hộ không được âm."
    if count.balance_dong < 0:
        faults["balance_dong"] = "Dư nợ không được âm."
    if not 0 <= count.overdue_dong <= max(0, count.balance_dong):
        faults["overdue_dong"] = "Nợ quá hạn không lớn hơn dư nợ."
    if faults:
        raise Invalid(faults)


def latest_by_group(counts: Iterable[BankLoanCount], on: date) -> list[BankLoanCount]:
    """The last count of each group on or before a day, by name of the group."""
    latest: dict[str, BankLoanCount] = {}
    for count in sorted(counts, key=lambda one: one.counted_on):
        if count.counted_on <= on:
            latest[search_key(count.group_name)] = count
    return [latest[key] for key in sorted(latest)]


def bank_sums(counts: Iterable[BankLoanCount], on: date) -> BankLoanSums:
    """What the latest counts on or before a day add up to; groups that have ended count none.

    A group counted with neither households nor balance has ended.
    """
    latest = [one for one in latest_by_group(counts, on) if one.households or one.balance_dong]
    return BankLoanSums(
        groups=len(latest),
        households=sum(one.households for one in latest),
        balance_dong=sum(one.balance_dong for one in latest),
        overdue_dong=sum(one.overdue_dong for one in latest),
    )


def sums_by_day(counts: Iterable[BankLoanCount]) -> list[tuple[date, BankLoanSums]]:
    """The sums on each day on which something was counted, in the order of days."""
    all_counts = list(counts)
    days = sorted({count.counted_on for count in all_counts})
    return [(day, bank_sums(all_counts, day)) for day in days]
