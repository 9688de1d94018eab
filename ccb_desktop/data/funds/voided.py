"""What stands behind vouchers when they are voided: it is kept, and counts until that day."""

from collections import defaultdict
from collections.abc import Iterable, Sequence, Set
from datetime import date

from sqlalchemy import or_, select, update
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import (
    CampaignRow,
    ContributionRow,
    DuesHandInRow,
    DuesPaymentRow,
    HousingSourceRow,
    HousingSupportRow,
    LoanRow,
    PersonRow,
    RepaymentRow,
    VisitRow,
    VoucherRow,
)
from ccb_desktop.domain.errors import Conflict

_BEHIND = (ContributionRow, LoanRow, RepaymentRow, VisitRow, HousingSupportRow)
"""What stands behind vouchers, besides what was handed in."""

_KEPT = (VisitRow, HousingSupportRow, ContributionRow, DuesHandInRow)
"""What stays beside a voucher that was voided days after it was posted."""


def with_companions(session: Session, voucher_ids: Sequence[int]) -> list[int]:
    """The vouchers with those that were posted for the same thing."""
    wanted, found = set(voucher_ids), set(voucher_ids)
    hand_in = DuesHandInRow
    query = select(hand_in.voucher_id, hand_in.share_voucher_id).where(
        hand_in.share_voucher_id.is_not(None)
    )
    for pair in session.execute(query):
        if not wanted.isdisjoint(pair):
            found.update(voucher_id for voucher_id in pair if voucher_id is not None)
    visit = VisitRow
    returned = select(visit.returned_voucher_id).where(
        visit.voucher_id.in_(wanted), visit.returned_voucher_id.is_not(None)
    )
    found.update(own for own in session.scalars(returned) if own is not None)
    return sorted(found)


def check_nothing_depends(session: Session, voucher_ids: Sequence[int], on: date) -> None:
    """See that no loan is voided whose repayments stand on that day, unless they go with it.

    Raises:
        Conflict: With the loan; or as `check_gifts_stay_returned`.
    """
    check_gifts_stay_returned(session, voucher_ids)
    query = (
        select(LoanRow.code)
        .join(RepaymentRow, RepaymentRow.loan_id == LoanRow.id)
        .where(
            LoanRow.voucher_id.in_(voucher_ids),
            or_(RepaymentRow.voided_on.is_(None), RepaymentRow.voided_on > on),
            RepaymentRow.voucher_id.not_in(voucher_ids),
        )
    )
    code = session.scalar(query.limit(1))
    if code is not None:
        raise Conflict(
            f"Khoản vay {code} đã có lần trả. Sổ không đổi. Hủy các phiếu thu trả vốn của khoản "
            "vay ấy trước, rồi hủy phiếu cho vay, không sớm hơn ngày hủy các phiếu thu."
        )


def check_gifts_stay_returned(session: Session, voucher_ids: Sequence[int]) -> None:
    """See that no receipt is voided alone by which gifts of absentees came back to the fund.

    Raises:
        Conflict: Its payment stands.
    """
    visit = VisitRow
    query = select(visit.recipient).where(
        visit.returned_voucher_id.in_(voucher_ids), visit.voucher_id.not_in(voucher_ids)
    )
    name = session.scalar(query.limit(1))
    if name is not None:
        raise Conflict(
            f"Phiếu này hoàn tiền quà của {name} vắng mặt về quỹ. Sổ không đổi. Nếu người ấy "
            "nhận quà sau, vào Thăm hỏi, thẻ Đợt tặng quà, mở đợt ấy rồi chi bù; nếu cả đợt "
            "ghi nhầm thì hủy phiếu chi của đợt."
        )


def behind(session: Session, voucher_ids: Sequence[int]) -> set[tuple[str, int]]:
    """The records that stand behind some vouchers: table and id."""
    hand_in, paid = DuesHandInRow, DuesPaymentRow
    queries = {
        table.__tablename__: select(table.id).where(table.voucher_id.in_(voucher_ids))
        for table in (hand_in, *_BEHIND)
    }
    queries[paid.__tablename__] = (
        select(paid.id)
        .join(hand_in, hand_in.id == paid.hand_in_id)
        .where(hand_in.voucher_id.in_(voucher_ids))
    )
    return {(name, own) for name, query in queries.items() for own in session.scalars(query)}


def kept_with(session: Session, voucher_ids: Sequence[int]) -> set[tuple[str, int]]:
    """What stays beside some voided vouchers: table and id.

    What counted for some days before it was voided stays as long as the voucher does, so that
    cash book and the books of dues, gifts and visits tell the same of these days; so does a
    visit whose money came back by one of the receipts.
    """
    visit, house, source = VisitRow, HousingSupportRow, HousingSourceRow
    hand_in, dues = DuesHandInRow, DuesPaymentRow
    paid = VoucherRow.__table__
    queries = {
        table.__tablename__: select(table.id)
        .join(paid, paid.c.id == table.voucher_id)
        .where(paid.c.id.in_(voucher_ids), table.voided_on > paid.c.issued_on)
        for table in _KEPT
    }
    queries[source.__tablename__] = select(source.id).where(
        source.housing_id.in_(queries[house.__tablename__])
    )
    queries[dues.__tablename__] = select(dues.id).where(
        dues.hand_in_id.in_(queries[hand_in.__tablename__])
    )
    found = {(name, own) for name, query in queries.items() for own in session.scalars(query)}
    returned = select(visit.id).where(visit.returned_voucher_id.in_(voucher_ids))
    return found | {(visit.__tablename__, own) for own in session.scalars(returned)}


def grounds_of(session: Session, kept: Set[tuple[str, int]]) -> set[tuple[str, int]]:
    """What dues and gifts that stay cannot be without: who paid, and the campaign."""
    found = set()
    for table, column, ground in (
        (DuesPaymentRow, DuesPaymentRow.person_id, PersonRow),
        (ContributionRow, ContributionRow.campaign_id, CampaignRow),
    ):
        ids = [own for name, own in kept if name == table.__tablename__]
        query = select(column).where(table.id.in_(ids)).distinct()
        found |= {(ground.__tablename__, own) for own in session.scalars(query)}
    return found


def forget(session: Session, kept: Set[tuple[str, int]], gone: Set[tuple[str, int]]) -> None:
    """Let records that stay be linked to nothing that goes; their words stay."""
    for table in (*_KEPT, DuesPaymentRow, CampaignRow, PersonRow):
        ids = [own for name, own in kept if name == table.__tablename__]
        links = table.__table__.foreign_keys
        for row in session.scalars(select(table).where(table.id.in_(ids))):
            for link in links:
                column = link.parent.name
                if (link.column.table.name, getattr(row, column)) in gone:
                    setattr(row, column, None)
    session.flush()


def check_none_lent(session: Session, voucher_ids: Sequence[int]) -> None:
    """See that no loan or repayment counted for some days before its voucher was voided.

    Raises:
        Conflict: One did; taken out whole, what is owed would not fit the cash of these days.
    """
    for table, day in ((LoanRow, LoanRow.lent_on), (RepaymentRow, RepaymentRow.paid_on)):
        query = select(table.voucher_id).where(
            table.voucher_id.in_(voucher_ids), table.voided_on > day
        )
        if session.scalar(query.limit(1)) is not None:
            raise Conflict(
                "Trong lần ghi này có phiếu cho vay hoặc thu nợ đã hủy sau ngày ghi, nên không "
                "hoàn tác cả lần được. Sổ không đổi. Phiếu nào còn sai thì hủy riêng phiếu ấy."
            )


def unmark(session: Session, records: Iterable[tuple[str, int]]) -> None:
    """Let records be as they were before their vouchers were voided, so that they can go."""
    ids_of: defaultdict[str, list[int]] = defaultdict(list)
    for name, own in records:
        ids_of[name].append(own)
    for table in (DuesHandInRow, DuesPaymentRow, *_BEHIND):
        ids = ids_of[table.__tablename__]
        session.execute(update(table).where(table.id.in_(ids)).values(voided_on=None))
    session.flush()
    session.expire_all()


def mark_again(session: Session) -> None:
    """Mark visits that came back although their payment is voided, as gifts without money may."""
    visit, reversal = VisitRow, VoucherRow.__table__
    voided_on = (
        select(reversal.c.issued_on)
        .where(reversal.c.voids_id == visit.voucher_id)
        .scalar_subquery()
    )
    query = update(visit).where(visit.voided_on.is_(None), voided_on.is_not(None))
    session.execute(query.values(voided_on=voided_on))
    session.expire_all()


def mark(session: Session, voucher_id: int, voided_on: date) -> None:
    """Mark what stood behind a voucher as voided on a day; what was voided before stays so."""
    hand_ins = session.scalars(
        select(DuesHandInRow).where(DuesHandInRow.voucher_id == voucher_id)
    ).all()
    for hand_in in hand_ins:
        hand_in.voided_on = voided_on
        session.execute(
            update(DuesPaymentRow)
            .where(DuesPaymentRow.hand_in_id == hand_in.id)
            .values(voided_on=voided_on)
        )
    for table in _BEHIND:
        session.execute(
            update(table)
            .where(table.voucher_id == voucher_id, table.voided_on.is_(None))
            .values(voided_on=voided_on)
        )
    session.flush()
    session.expire_all()
