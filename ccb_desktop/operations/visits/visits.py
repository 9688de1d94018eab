"""The visit book: what is listed, recorded with or without a payment, corrected, voided."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ccb_desktop.data.funds import funds
from ccb_desktop.data.store import Session, Store
from ccb_desktop.data.visits import visits
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.funds.vouchers import Voucher
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.visits.lines import VisitLine
from ccb_desktop.domain.visits.payments import check_level, payment_for
from ccb_desktop.domain.visits.visits import Occasion, Visit, check_visit
from ccb_desktop.operations.funds.posting import post_vouchers, reverse_vouchers


def list_visits(store: Store, from_on: date, to_on: date) -> list[VisitLine]:
    """The visits that were made or voided on some days, the latest first."""
    with store.reading() as session:
        return visits.list_visits(session, from_on, to_on)


def latest_day(store: Store) -> date | None:
    """The day of the latest visit; `None` where there is none."""
    with store.reading() as session:
        return visits.latest_day(session)


def list_visits_of(store: Store, person_id: int) -> list[VisitLine]:
    """Every visit to one person, the latest first."""
    with store.reading() as session:
        return visits.list_visits_of(session, person_id)


def load_visit(store: Store, visit_id: int) -> Visit:
    """One visit.

    Raises:
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        return visits.load_visit(session, visit_id)


def record_visit(
    store: Store, visit: Visit, form_id: str | None = None
) -> tuple[Change, Visit, Voucher | None]:
    """Record a new visit, as one act with its payment where its money comes out of a fund.

    Args:
        store: The books.
        visit: Its money passes the cash book where it names a fund.
        form_id: See `Store.writing`.

    Returns:
        The change, the visit with its id, and the payment as posted.

    Raises:
        Invalid: By field; also a fund of the other level, and as `post_vouchers`.
        Locked: The day lies in a locked month or year.
    """
    check_visit(visit, date.today())
    with store.writing(_label("Ghi thăm hỏi", visit), form_id) as session:
        kept, payment = add_visit(session, _tidy(visit))
    return session.change, kept, payment


def add_visit(session: Session, visit: Visit) -> tuple[Visit, Voucher | None]:
    """Enter a visit within an act that does more; its payment is posted with it.

    Raises:
        As `record_visit`.
    """
    payment = None
    if visit.fund_id is not None and visit.amount_dong:
        check_level(funds.load_fund(session, visit.fund_id), visit.paid_by)
        name = visits.occasion_names(session).get(visit.occasion, visit.occasion)
        (payment,) = post_vouchers(session, [payment_for(visit, visit.fund_id, name)])
        visit = replace(visit, voucher_id=payment.id)
    return replace(visit, id=visits.save_visit(session, visit)), payment


def correct_visit(store: Store, visit: Visit, form_id: str | None = None) -> Change:
    """Correct a visit whose money did not pass the cash book.

    Raises:
        Invalid: By field.
        Conflict: It has a payment, and is changed only by voiding that.
        NotFound: It is not there any more.
    """
    check_visit(visit, date.today())
    with store.writing(_label("Sửa thăm hỏi", visit), form_id) as session:
        _check_no_payment(visits.load_visit(session, visit.id or 0))
        visits.save_visit(session, replace(_tidy(visit), fund_id=None, voucher_id=None))
    return session.change


def remove_visits(store: Store, visit_ids: Sequence[int]) -> Change:
    """Take out visits whose money did not pass the cash book.

    Raises:
        Conflict: One has a payment.
        NotFound: One is not there any more.
    """
    with store.writing(f"Bỏ {len(visit_ids)} lần thăm hỏi") as session:
        for visit_id in visit_ids:
            _check_no_payment(visits.load_visit(session, visit_id))
            visits.delete_visit(session, visit_id)
    return session.change


def sharing_payment(store: Store, visit_id: int) -> list[Visit]:
    """The visits that are voided together with one, because one payment paid them all.

    Raises:
        Conflict: It has no payment, or is voided already.
        NotFound: It is not there any more.
    """
    with store.reading() as session:
        return _paid_together(session, visit_id)


def void_visit(store: Store, visit_id: int, reason: str, form_id: str | None = None) -> Change:
    """Void the payment of a visit, and with it every visit that it paid.

    Raises:
        Conflict, NotFound: As `sharing_payment`.
        Invalid, Locked: As `operations.funds.posting.reverse_vouchers`.
    """
    if not reason.strip():
        raise Invalid({"reason": "Ghi lý do hủy phiếu."})
    with store.writing(f"Hủy phiếu chi thăm hỏi: {reason.strip()}", form_id) as session:
        together = _paid_together(session, visit_id)
        reverse_vouchers(session, [together[0].voucher_id or 0], reason)
    return session.change


def _paid_together(session: Session, visit_id: int) -> list[Visit]:
    visit = visits.load_visit(session, visit_id)
    if visit.voucher_id is None:
        raise Conflict(
            "Lần thăm hỏi này không có phiếu chi nên không cần hủy phiếu. Sổ không đổi. "
            "Nếu ghi sai, hãy sửa hoặc bỏ lần thăm hỏi ấy."
        )
    if visit.voided_on is not None:
        raise Conflict(f"Lần thăm hỏi này đã hủy ngày {visit.voided_on:%d/%m/%Y}. Sổ không đổi.")
    return visits.visits_of_vouchers(session, [visit.voucher_id])


def _check_no_payment(visit: Visit) -> None:
    if visit.voucher_id is not None:
        raise Conflict(
            f"Lần thăm hỏi {visit.recipient} đã có phiếu chi nên không sửa, không bỏ được. "
            "Sổ không đổi. Nếu ghi sai, hãy hủy phiếu chi kèm lý do rồi ghi lại."
        )


def _tidy(visit: Visit) -> Visit:
    """A fund stands only beside money; a theme only with a reunion."""
    return replace(
        visit,
        recipient=visit.recipient.strip(),
        theme=visit.theme.strip() if visit.occasion == Occasion.REUNION else "",
        goods=visit.goods.strip(),
        visitors=visit.visitors.strip(),
        fund_id=visit.fund_id if visit.amount_dong else None,
    )


def _label(act: str, visit: Visit) -> str:
    given = f", {format_dong(visit.amount_dong)} đồng" if visit.amount_dong else ""
    return f"{act} {visit.recipient.strip()}{given}"
