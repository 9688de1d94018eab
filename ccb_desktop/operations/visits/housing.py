"""Help for houses: entered with its payment, followed up, handed over, voided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.data.members import households, lists, people
from ccb_desktop.data.members.attached_files import delete_file, list_files_of
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import housing
from ccb_desktop.domain.attached_files import FileOwner
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.visits.housing import (
    HousingPayment,
    HousingSupport,
    check_housing,
    payment_voucher,
)
from ccb_desktop.domain.visits.housing_lines import HouseInNeed, HousingLine, houses_in_need
from ccb_desktop.domain.visits.labels import HOUSING_DEED
from ccb_desktop.operations.funds.posting import post_vouchers, reverse_vouchers

_FIXED = ("head_name", "person_id", "unit_id", "branch_dong")
# What stands on the payment as well, and is changed with it only.


def list_lines(store: Store, on: date) -> list[HousingLine]:
    """Every house with its names as they are on a day, the newest entry first."""
    with store.reading() as session:
        return housing.list_lines(session, on)


def list_in_need(store: Store, on: date) -> list[HouseInNeed]:
    """The dilapidated houses of members for which nothing is done yet."""
    with store.reading() as session:
        members = lists.list_members(session, on)
        return houses_in_need(members, housing.list_housing(session), on)


def household_of(store: Store, support: HousingSupport) -> Household | None:
    """The household of the roster whose house it is, where it is known."""
    with store.reading() as session:
        return _household(session, support)


def _household(session: Session, support: HousingSupport) -> Household | None:
    if support.person_id is None:
        return None
    home = people.load_person(session, support.person_id).household_id
    return None if home is None else households.load_household(session, home)


def save_housing(
    store: Store,
    support: HousingSupport,
    payment: HousingPayment | None = None,
    form_id: str | None = None,
) -> Change:
    """Enter help for a house, or correct it, as one act with the payment of the branch's money.

    Args:
        store: The books.
        support: With an id to correct one; what a payment says stays as it was paid.
        payment: Where the money is to be booked now; `None` where it did not pass a fund, or
            was paid before.
        form_id: See `Store.writing`.

    Raises:
        Invalid: By field, and as `post_vouchers`.
        Conflict: It is paid or voided already.
        Locked: The day of payment lies in a locked month or year.
        NotFound: It is not there any more.
    """
    check_housing(support, date.today())
    if payment is not None and not support.branch_dong:
        raise Invalid({"branch_dong": "Ghi số tiền Hội chi, hoặc bỏ chọn quỹ."})
    with store.writing(f"Ghi hỗ trợ nhà ở: {support.head_name.strip()}", form_id) as session:
        kept = _merged(session, support, payment)
        if payment is not None:
            voucher = payment_voucher(kept, payment, HOUSING_DEED[kept.kind])
            (posted,) = post_vouchers(session, [voucher])
            kept = replace(kept, fund_id=payment.fund_id, voucher_id=posted.id)
        housing.save_housing(session, kept)
    return session.change


def _merged(
    session: Session, support: HousingSupport, payment: HousingPayment | None
) -> HousingSupport:
    """The support as it may be kept: what concerns money comes from the books alone."""
    tidy = replace(
        support,
        head_name=support.head_name.strip(),
        fund_id=None,
        voucher_id=None,
        voided_on=None,
    )
    if support.id is None:
        return tidy
    before = housing.load_housing(session, support.id)
    _check_counts(before)
    if not before.is_paid:
        return tidy
    if payment is not None or any(getattr(before, one) != getattr(tidy, one) for one in _FIXED):
        raise Conflict(
            f"Tiền hỗ trợ nhà của {before.head_name} đã có phiếu chi nên chủ hộ, chi hội và số "
            "tiền Hội chi không sửa được. Sổ không đổi. Nếu ghi sai, hãy hủy phiếu chi kèm lý "
            "do rồi ghi lại."
        )
    return replace(tidy, fund_id=before.fund_id, voucher_id=before.voucher_id)


def _check_counts(support: HousingSupport) -> None:
    if not support.counts:
        raise Conflict(
            f"Hỗ trợ nhà của {support.head_name} đã hủy nên không sửa được. Sổ không đổi. "
            "Hãy chọn “Ghi lại cho đúng” để lập khoản mới."
        )


def hand_over(
    store: Store,
    housing_id: int,
    on: date,
    cost_dong: int,
    house_state: str = "",
    form_id: str | None = None,
) -> Change:
    """Note that a house was given to its family.

    Args:
        store: The books.
        housing_id: The house.
        on: The day of handing over.
        cost_dong: What the house cost in the end.
        house_state: Code of HOUSE that the household has from this year on; empty leaves it.
        form_id: See `Store.writing`.

    Raises:
        Invalid: By field: `handed_over_on`, `cost_dong`.
        Conflict: It is voided.
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        before = housing.load_housing(session, housing_id)
    _check_counts(before)
    after = replace(before, handed_over_on=on, cost_dong=cost_dong)
    check_housing(after, date.today())
    with store.writing(f"Bàn giao nhà: {before.head_name}", form_id) as session:
        housing.save_housing(session, after)
        home = _household(session, after) if house_state else None
        if home is not None and home.id is not None:
            households.save_years(session, home.id, _with_state(home, on.year, house_state))
    return session.change


def _with_state(home: Household, year: int, house_state: str) -> list[HouseholdYear]:
    """The findings of a household with another state of its house in one year."""
    found = next((one for one in home.years if one.year == year), HouseholdYear(year=year))
    others = [one for one in home.years if one.year != year]
    return [*others, replace(found, house_state=house_state)]


def remove_housing(store: Store, housing_ids: Sequence[int]) -> Change:
    """Take out houses that were not paid through the cash book, with what is attached.

    Raises:
        Conflict: A payment stands behind one of them.
        NotFound: One is not there any more.
    """
    with store.writing(f"Bỏ {len(housing_ids)} khoản hỗ trợ nhà ở") as session:
        for housing_id in housing_ids:
            support = housing.load_housing(session, housing_id)
            if support.voucher_id is not None:
                raise Conflict(
                    f"Hỗ trợ nhà của {support.head_name} đã có phiếu chi nên không bỏ được. "
                    "Sổ không đổi. Nếu ghi sai, hãy hủy phiếu chi kèm lý do."
                )
            for file in list_files_of(session, FileOwner(housing_id=housing_id)):
                delete_file(session, file.id or 0)
            housing.delete_housing(session, housing_id)
    return session.change


def void_housing(store: Store, housing_id: int, reason: str, form_id: str | None = None) -> Change:
    """Void the payment for a house; it counts until today.

    Raises:
        Conflict: There is no payment behind it, or it is voided already.
        Invalid, Locked: As `operations.funds.posting.reverse_vouchers`.
        NotFound: It is not there any more.
    """
    if not reason.strip():
        raise Invalid({"reason": "Ghi lý do hủy phiếu."})
    with store.reading() as session:
        support = housing.load_housing(session, housing_id)
    if support.voucher_id is None:
        raise Conflict("Khoản này không có phiếu chi. Sổ không đổi. Cứ sửa hoặc bỏ.")
    with store.writing(
        f"Hủy phiếu chi nhà ở của {support.head_name}: {reason.strip()}", form_id
    ) as session:
        reverse_vouchers(session, [support.voucher_id], reason)
    return session.change


def copy_for_correction(support: HousingSupport) -> HousingSupport:
    """A new house with the words of a voided one, for the right one to be written."""
    sources = tuple(replace(one, id=None) for one in support.sources)
    return replace(support, id=None, sources=sources, fund_id=None, voucher_id=None, voided_on=None)
