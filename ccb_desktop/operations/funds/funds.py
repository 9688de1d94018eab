"""Funds themselves: opened with what they hold, corrected, closed; what each holds on a day."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from ccb_desktop.data.funds import balances, funds, loans
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.funds import Fund, MoneyPlace, check_fund
from ccb_desktop.domain.funds.ledger import Account
from ccb_desktop.domain.funds.loan_state import outstanding_by_fund
from ccb_desktop.domain.funds.openings import opening_vouchers
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.operations.funds.posting import post_vouchers


@dataclass(frozen=True, slots=True)
class FundBalance:
    """A fund with what it holds on a day, by place."""

    fund: Fund
    by_place: Mapping[MoneyPlace, int]

    @property
    def total_dong(self) -> int:
        """All places together."""
        return sum(self.by_place.values())


def list_funds(store: Store) -> list[Fund]:
    """Every fund, those of the branch first."""
    with store.reading() as session:
        return funds.list_funds(session)


def list_balances(store: Store, on: date) -> list[FundBalance]:
    """Every fund opened by a day, with what it holds at its end."""
    with store.reading() as session:
        held = balances.balances_on(session, on)
        return [
            FundBalance(
                fund, {place: held.get(Account(fund.id or 0, place), 0) for place in MoneyPlace}
            )
            for fund in funds.list_funds(session)
            if fund.opened_on <= on
        ]


def open_fund(
    store: Store, fund: Fund, opening: Mapping[MoneyPlace, int], form_id: str | None = None
) -> Change:
    """Open a fund, with an opening voucher for each place that holds something.

    Raises:
        Invalid: By field; another fund has the name, or an opening cannot be booked.
        Locked: The month of opening is locked.
    """
    check_fund(fund)
    with store.writing(f"Mở quỹ {fund.name}", form_id) as session:
        check_name(session, fund)
        fund_id = funds.save_fund(session, fund)
        post_vouchers(session, opening_vouchers(replace(fund, id=fund_id), opening))
    return session.change


def save_fund(store: Store, fund: Fund, form_id: str | None = None) -> Change:
    """Correct what is known of a fund, or close it; what it holds is not touched.

    Raises:
        Invalid: By field; also where it is closed while it holds something, or would be opened
            after its first voucher.
    """
    check_fund(fund)
    with store.writing(f"Sửa quỹ {fund.name}", form_id) as session:
        check_name(session, fund)
        check_life(session, fund)
        funds.save_fund(session, fund)
    return session.change


def remove_fund(store: Store, fund_id: int) -> Change:
    """Take out a fund that nothing was ever booked in.

    Raises:
        Conflict: Vouchers tell of it.
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        fund = funds.load_fund(session, fund_id)
    with store.writing(f"Bỏ quỹ {fund.name}") as session:
        if funds.is_booked(session, fund_id):
            raise Conflict(
                f"{fund.name} đã có phiếu nên không bỏ được. Sổ không đổi. "
                "Quỹ không dùng nữa thì chuyển hết tiền đi rồi ghi ngày đóng quỹ."
            )
        funds.delete_fund(session, fund_id)
    return session.change


def check_name(session: Session, fund: Fund) -> None:
    """See that no other fund has the name.

    Raises:
        Invalid: Field `name`.
    """
    wanted = search_key(fund.name)
    for other in funds.list_funds(session):
        if other.id != fund.id and search_key(other.name) == wanted:
            raise Invalid({"name": f"Đã có quỹ tên {other.name}. Đặt tên khác."})


def check_life(session: Session, fund: Fund) -> None:
    """See that nothing is booked before a fund was opened or after it was closed empty.

    Raises:
        Invalid: By field: `opened_on` or `closed_on`.
    """
    _check_first(session, fund)
    if fund.closed_on is not None:
        _check_empty(session, fund)


def _check_first(session: Session, fund: Fund) -> None:
    first = balances.first_moved_on(session, fund.id or 0)
    if first is not None and first < fund.opened_on:
        raise Invalid(
            {
                "opened_on": f"Quỹ đã có phiếu từ ngày {first:%d/%m/%Y}. "
                "Ngày mở quỹ phải từ ngày ấy về trước."
            }
        )


def _check_empty(session: Session, fund: Fund) -> None:
    for place in MoneyPlace:
        account = Account(fund.id or 0, place)
        days = balances.balances_from(session, account, fund.closed_on or fund.opened_on)
        held = next((day for day in days if day.balance_dong), None)
        if held is not None or len(days) > 1:
            left = format_dong(held.balance_dong) if held else "0"
            raise Invalid(
                {
                    "closed_on": f"Đến ngày ấy quỹ còn {left} đồng hoặc còn phiếu ghi sau. "
                    "Chuyển hết tiền sang quỹ khác rồi đóng quỹ."
                }
            )
    owed = outstanding_by_fund(loans.list_loans(session), fund.closed_on or fund.opened_on)
    if lent := owed.get(fund.id or 0):
        raise Invalid(
            {
                "closed_on": f"Quỹ còn cho vay {format_dong(lent)} đồng chưa thu về. "
                "Thu hết nợ hoặc xóa nợ theo quyết định rồi đóng quỹ."
            }
        )
