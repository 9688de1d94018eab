"""Write money, welfare and work of the practice branch into its books, posted as vouchers are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Any

from ccb_desktop.data.funds import funds, vouchers
from ccb_desktop.data.many import add_many
from ccb_desktop.data.store import Session
from ccb_desktop.data.visits import housing
from ccb_desktop.domain.practice.money.book import PracticeMoney
from ccb_desktop.domain.practice.welfare.book import PracticeWelfare
from ccb_desktop.domain.practice.work.book import PracticeWork
from ccb_desktop.operations.funds.posting import post_vouchers, reverse_vouchers


def write_money(
    session: Session, money: PracticeMoney, welfare: PracticeWelfare, work: PracticeWork
) -> None:
    """Post everything within one act, and lock what is over.

    Args:
        session: A writing session of books that hold no money yet.
        money: What was made.
        welfare: What it was spent on.
        work: Tasks, activities and emulation, some of which it paid for.
    """
    add_many(session, money.funds)
    add_many(session, money.campaigns)
    order = money.order_of_posting()
    posted = post_vouchers(session, [money.vouchers[place] for place in order])
    ids = {place: one.id or 0 for place, one in zip(order, posted, strict=True)}
    add_many(session, money.dues_rates)
    add_many(session, money.dues_exemptions)
    add_many(session, _booked(money.hand_ins, ids))
    add_many(session, money.dues_payments)
    add_many(session, money.targets)
    add_many(session, _booked(money.contributions, ids))
    add_many(session, _booked(money.loans, ids))
    add_many(session, _booked(money.repayments, ids))
    add_many(session, money.bank_loan_counts)
    _write_welfare(session, welfare, ids)
    _write_work(session, work, ids)
    for voiding in money.voidings:
        reverse_vouchers(session, [ids[voiding.voucher]], voiding.reason, voiding.voided_on)
    for draft in money.drafts:
        vouchers.save_draft(session, draft)
    for count in money.cash_counts:
        funds.save_cash_count(session, count)
    for lock in money.locks:
        funds.save_lock(session, lock)


def _write_welfare(session: Session, welfare: PracticeWelfare, ids: dict[int, int]) -> None:
    add_many(session, welfare.usual)
    add_many(session, _booked(welfare.rounds, ids))
    add_many(session, welfare.recipients)
    add_many(session, _booked(welfare.visits, ids))
    for support in _booked(welfare.houses, ids):
        housing.save_housing(session, support)
    add_many(session, welfare.illnesses)
    add_many(session, welfare.relatives)
    add_many(session, welfare.deaths)


def _write_work(session: Session, work: PracticeWork, ids: dict[int, int]) -> None:
    """What others point to comes first."""
    for records in work.shelves():
        is_booked = records is work.activities
        add_many(session, _booked(records, ids) if is_booked else records)


def _booked(made: Iterable[Any], ids: dict[int, int]) -> Sequence[Any]:
    """Records with the ids of their vouchers in place of places in the list."""
    found = []
    for record in made:
        changed = {"voucher_id": _id_of(record.voucher_id, ids)}
        if hasattr(record, "share_voucher_id"):
            changed["share_voucher_id"] = _id_of(record.share_voucher_id, ids)
        found.append(replace(record, **changed))
    return found


def _id_of(place: int | None, ids: dict[int, int]) -> int | None:
    return None if place is None else ids[place]
