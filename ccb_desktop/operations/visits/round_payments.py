"""Paying gift rounds: one payment and a visit for each, absentees, late comers, voiding."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import rounds
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.visits.payments import round_payment, round_visit
from ccb_desktop.domain.visits.round_lists import (
    ListedRecipient,
    check_day,
    matched,
    standing_twice,
)
from ccb_desktop.domain.visits.rounds import GiftRound, Handed, RoundRecipient
from ccb_desktop.domain.visits.visits import Visit, check_visit, is_unknown_member
from ccb_desktop.operations.funds.posting import post_vouchers, reverse_vouchers

RETURNED = "Hoàn tiền quà vắng mặt"
"""What the receipt says by which an absentee's money comes back to its fund."""

_RETURNED_AS = "Khác"


def pay_round(
    store: Store,
    round_id: int,
    on: date,
    line_ids: Collection[int] | None = None,
    form_id: str | None = None,
) -> tuple[Change, Voucher | None]:
    """Pay everybody on the list who is not absent: one payment, one visit for each, one act.

    Where the round names no fund, or gives goods only, the visits stand without a payment.

    Args:
        store: The books.
        round_id: The round.
        on: The day on which the gifts were handed out.
        line_ids: Pay only these, absentees who came later among them.
        form_id: See `Store.writing`.

    Returns:
        The change, and the payment as posted.

    Raises:
        Invalid: The day is to come (field `on`); the fund holds too little, as `post_vouchers`.
        Conflict: Nobody is left to be paid, somebody would be paid twice, or a member on the
            list is not of the roster.
        Locked: The month is locked.
        NotFound: The round is not there any more.
    """
    check_day(on, date.today())
    title = _title(store, round_id)
    with store.writing(f"Chi quà đợt {title}", form_id) as session:
        one = rounds.load_round(session, round_id)
        due = [it.line for it in _listed(session, round_id) if _is_due(it, line_ids)]
        if not due:
            raise Conflict("Không còn ai chưa nhận quà trong danh sách này. Sổ không đổi.")
        _check_list(due)
        visits = [round_visit(one, line, on) for line in due]
        for visit in visits:
            check_visit(visit, date.today())
        payment = round_payment(one, due, on)
        if payment is not None:
            (payment,) = post_vouchers(session, [payment])
        voucher_id = payment.id if payment is not None else None
        rounds.insert_visits(session, [replace(it, voucher_id=voucher_id) for it in visits])
        rounds.set_handed(session, _ids(due), Handed.RECEIVED)
        _mark_paid(session, one, on, voucher_id)
    return session.change, payment


def _check_list(due: Sequence[RoundRecipient]) -> None:
    """See that each is known and gets one gift; joined records may wait twice after voiding."""
    unknown = [
        line.recipient for line in due if is_unknown_member(line.recipient_kind, line.person_id)
    ]
    if unknown:
        raise Conflict(
            f"Ghi là hội viên mà không có trong danh sách hội viên: {', '.join(unknown)}. Chưa chi "
            "ai, sổ không đổi. Sửa dòng ấy: chọn đúng người hoặc đổi loại đối tượng, rồi chi lại."
        )
    again = standing_twice(map(ListedRecipient, due))
    if again:
        names = ", ".join(dict.fromkeys(one.line.recipient for one in again))
        raise Conflict(
            f"Có người đứng hai dòng trong danh sách: {names}. Chưa chi ai, sổ không đổi. "
            "Bớt dòng thừa rồi chi lại."
        )


def _is_due(one: ListedRecipient, line_ids: Collection[int] | None) -> bool:
    if line_ids is None:
        return one.handed is Handed.LISTED
    return one.line.id in line_ids and one.handed is not Handed.RECEIVED


def _mark_paid(session: Session, one: GiftRound, on: date, voucher_id: int | None) -> None:
    """The first payment is that of the round; a later one only adds to it."""
    standing = [it for it in rounds.list_visits(session, one.id) if it.voided_on is None]
    if one.paid_on is None or all(it.voucher_id == voucher_id for it in standing):
        rounds.save_round(session, replace(one, paid_on=on, voucher_id=voucher_id))


# --- Absentees ---------------------------------------------------------------------------------


def mark_absent(
    store: Store, round_id: int, line_ids: Collection[int], on: date, form_id: str | None = None
) -> tuple[Change, list[Voucher]]:
    """Mark people as absent; the money of those who were paid comes back by one receipt.

    Their visits count until that day and are taken off on it.

    Args:
        store: The books.
        round_id: The round.
        line_ids: Whose gifts were not handed out.
        on: The day on which money comes back.
        form_id: See `Store.writing`.

    Returns:
        The change, and the receipts as posted; none where nobody was paid.

    Raises:
        Invalid: The day is to come or lies before the payment (field `on`).
        Conflict: Nobody is chosen, or all are marked already.
        Locked: The month is locked.
        NotFound: The round is not there any more.
    """
    check_day(on, date.today())
    title = _title(store, round_id)
    with store.writing(f"Ghi vắng mặt, đợt {title}", form_id) as session:
        one = rounds.load_round(session, round_id)
        chosen = [
            it
            for it in _listed(session, round_id)
            if it.line.id in line_ids and it.handed is not Handed.ABSENT
        ]
        if not chosen:
            raise Conflict("Chưa chọn ai chưa ghi vắng mặt. Danh sách không đổi.")
        posted = _take_back(session, one, [it.visit for it in chosen if it.visit], on)
        rounds.set_handed(session, _ids(it.line for it in chosen), Handed.ABSENT)
    return session.change, posted


def _take_back(
    session: Session, one: GiftRound, visits: Sequence[Visit], on: date
) -> list[Voucher]:
    """Take visits off; what was paid through the book comes back to where it was."""
    if any(visit.visited_on > on for visit in visits):
        raise Invalid({"on": "Ngày hoàn tiền đứng trước ngày chi quà."})
    by_account: defaultdict[tuple[int, MoneyPlace], list[Visit]] = defaultdict(list)
    booked = [visit for visit in visits if visit.voucher_id is not None]
    for visit in booked:
        if visit.fund_id is not None and visit.amount_dong:
            by_account[visit.fund_id, visit.place].append(visit)
    receipts = [_receipt(one, fund_id, of, on) for (fund_id, _place), of in by_account.items()]
    posted = post_vouchers(session, receipts) if receipts else []
    receipt_of = {
        visit.id: receipt.id
        for of, receipt in zip(by_account.values(), posted, strict=True)
        for visit in of
    }
    rounds.save_visits(
        session,
        [
            replace(visit, voided_on=on, returned_voucher_id=receipt_of.get(visit.id))
            for visit in booked
        ],
    )
    rounds.delete_visits(session, [it.id or 0 for it in visits if it.voucher_id is None])
    return posted


def _receipt(one: GiftRound, fund_id: int, of: Sequence[Visit], on: date) -> Voucher:
    alone = of[0] if len(of) == 1 else None
    names = ", ".join(visit.recipient for visit in of[:3])
    more = f" và {len(of) - 3} người nữa" if len(of) > 3 else ""
    return Voucher(
        kind=VoucherKind.RECEIPT,
        issued_on=on,
        fund_id=fund_id,
        place=of[0].place,
        amount_dong=sum(visit.amount_dong for visit in of),
        payer=alone.recipient if alone else f"{len(of)} người vắng mặt",
        content=f"{RETURNED}: {one.title} ({names}{more})",
        category=_RETURNED_AS,
        unit_id=alone.unit_id if alone else None,
        person_id=alone.person_id if alone else None,
    )


def mark_present(store: Store, round_id: int, line_ids: Collection[int]) -> Change:
    """Take back that people were absent; they wait for their gifts again.

    Raises:
        Conflict: None of them is marked as absent.
        NotFound: The round is not there any more.
    """
    title = _title(store, round_id)
    with store.writing(f"Bỏ ghi vắng mặt, đợt {title}") as session:
        absent = [
            it.line
            for it in _listed(session, round_id)
            if it.line.id in line_ids and it.handed is Handed.ABSENT
        ]
        if not absent:
            raise Conflict("Những người đang chọn không ghi vắng mặt. Danh sách không đổi.")
        rounds.set_handed(session, _ids(absent), Handed.LISTED)
    return session.change


# --- Taking a round back -----------------------------------------------------------------------


def void_round(store: Store, round_id: int, reason: str, form_id: str | None = None) -> Change:
    """Void everything a round paid: its payments are reversed, its visits marked.

    Raises:
        Invalid: There is no reason (field `reason`).
        Conflict: Nothing of it stands.
        Locked: This month is locked.
        NotFound: The round is not there any more.
    """
    if not reason.strip():
        raise Invalid({"reason": "Ghi lý do hủy."})
    title = _title(store, round_id)
    with store.writing(f"Hủy chi đợt {title}: {reason.strip()}", form_id) as session:
        paid = [it for it in _listed(session, round_id) if it.visit is not None]
        if not paid:
            raise Conflict("Đợt này chưa chi, hoặc phiếu chi đã hủy rồi. Sổ không đổi.")
        visits = [it.visit for it in paid if it.visit is not None]
        payments = sorted({it.voucher_id for it in visits if it.voucher_id is not None})
        if payments:
            reverse_vouchers(session, payments, reason)
        rounds.delete_visits(session, [it.id or 0 for it in visits if it.voucher_id is None])
        rounds.set_handed(session, _ids(it.line for it in paid), Handed.LISTED)
    return session.change


def _title(store: Store, round_id: int) -> str:
    with store.reading() as session:
        return rounds.load_round(session, round_id).title


def _listed(session: Session, round_id: int) -> list[ListedRecipient]:
    return matched(rounds.list_recipients(session, round_id), rounds.list_visits(session, round_id))


def _ids(lines: Iterable[RoundRecipient]) -> list[int]:
    return [line.id for line in lines if line.id is not None]
