"""Gift rounds in the store: their lists, and the visits that they made."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import exists, select, update
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import GiftRoundRow, PersonRow, RoundRecipientRow, VisitRow, VoucherRow
from ccb_desktop.domain.funds.vouchers import VoucherKind, number_text
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.visits.round_lists import matched, standing_twice
from ccb_desktop.domain.visits.rounds import GiftRound, Handed, RoundRecipient
from ccb_desktop.domain.visits.visits import Visit

_AT_ONCE = 500


def list_rounds(session: Session) -> list[GiftRound]:
    """Every round, the newest first."""
    query = select(GiftRoundRow.__table__).order_by(
        GiftRoundRow.planned_on.desc(), GiftRoundRow.id.desc()
    )
    return rows.list_values(session, GiftRound, query)


def load_round(session: Session, round_id: int) -> GiftRound:
    """One round.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Đợt tặng quà này không còn trong sổ. Hãy mở lại danh sách đợt."
    return rows.load_value(session, GiftRoundRow, GiftRound, round_id, gone)


def save_round(session: Session, gift_round: GiftRound) -> int:
    """Insert or overwrite a round; gives the id."""
    return rows.save(session, GiftRoundRow, gift_round)


def delete_round(session: Session, round_id: int) -> None:
    """Take out a round that made no visits, with its list."""
    for line in list_recipients(session, round_id):
        rows.delete_one(session, RoundRecipientRow, line.id or 0)
    rows.delete_one(session, GiftRoundRow, round_id)


def has_visits(session: Session, round_id: int) -> bool:
    """Whether a round ever made a visit that the books keep."""
    return bool(session.scalar(select(exists().where(VisitRow.round_id == round_id))))


def list_recipients(session: Session, round_id: int | None = None) -> list[RoundRecipient]:
    """The list of one round in the order of entering, or the lists of all."""
    line = RoundRecipientRow
    query = select(line.__table__).order_by(line.id)
    if round_id is not None:
        query = query.where(line.round_id == round_id)
    return rows.list_values(session, RoundRecipient, query)


def insert_recipients(session: Session, lines: Sequence[RoundRecipient]) -> None:
    """Put people on a list."""
    ids = rows.free_ids(session, RoundRecipientRow, len(lines))
    rows.insert_many(
        session,
        RoundRecipientRow,
        [
            rows.columns_of(line, RoundRecipientRow, id=own)
            for own, line in zip(ids, lines, strict=True)
        ],
    )


def save_recipient(session: Session, line: RoundRecipient) -> int:
    """Insert or overwrite a line of a list; gives the id."""
    return rows.save(session, RoundRecipientRow, line)


def delete_recipients(session: Session, line_ids: Iterable[int]) -> None:
    """Take people off a list."""
    for line_id in line_ids:
        rows.delete_one(session, RoundRecipientRow, line_id)


def drop_second_lines(session: Session, person_id: int) -> None:
    """Leave one line of each list for a person who was joined of two; gifts received stay all."""
    line, visit = RoundRecipientRow, VisitRow
    of_person = select(line.__table__).where(line.person_id == person_id).order_by(line.id)
    given = select(visit.__table__).where(visit.person_id == person_id, visit.round_id.is_not(None))
    by_round: defaultdict[int, list[RoundRecipient]] = defaultdict(list)
    for one in rows.list_values(session, RoundRecipient, of_person):
        by_round[one.round_id].append(one)
    visits = rows.list_values(session, Visit, given)
    for round_id, lines in by_round.items():
        listed = matched(lines, [one for one in visits if one.round_id == round_id])
        delete_recipients(session, [one.line.id or 0 for one in standing_twice(listed)])


def set_handed(session: Session, line_ids: Sequence[int], handed: Handed) -> None:
    """Write what became of some gifts."""
    line = RoundRecipientRow
    for start in range(0, len(line_ids), _AT_ONCE):
        some = line_ids[start : start + _AT_ONCE]
        session.execute(update(line).where(line.id.in_(some)).values(handed=handed))
    session.expire_all()


# --- Visits of a round -------------------------------------------------------------------------


def list_visits(session: Session, round_id: int | None = None) -> list[Visit]:
    """The visits that one round made, or all rounds did; voided ones among them."""
    visit = VisitRow
    wanted = visit.round_id.is_not(None) if round_id is None else visit.round_id == round_id
    query = select(visit.__table__).where(wanted).order_by(visit.id)
    return rows.list_values(session, Visit, query)


def insert_visits(session: Session, visits: Sequence[Visit]) -> None:
    """Enter many visits at once."""
    ids = rows.free_ids(session, VisitRow, len(visits))
    rows.insert_many(
        session,
        VisitRow,
        [
            rows.columns_of(one, VisitRow, id=own, recipient_key=search_key(one.recipient))
            for own, one in zip(ids, visits, strict=True)
        ],
    )


def save_visits(session: Session, visits: Iterable[Visit]) -> None:
    """Write visits over as they are now."""
    for one in visits:
        rows.save(session, VisitRow, one, recipient_key=search_key(one.recipient))


def delete_visits(session: Session, visit_ids: Iterable[int]) -> None:
    """Take out visits without a voucher."""
    for visit_id in visit_ids:
        rows.delete_one(session, VisitRow, visit_id)


def payment_numbers(session: Session, round_ids: Sequence[int]) -> Mapping[int, str]:
    """Payment or returning receipt behind a visit of some rounds → its number in print."""
    visit, voucher = VisitRow, VoucherRow
    found: dict[int, str] = {}
    for column in (visit.voucher_id, visit.returned_voucher_id):
        behind = select(column).where(visit.round_id.in_(round_ids), column.is_not(None))
        query = select(voucher.id, voucher.kind, voucher.issued_on, voucher.number).where(
            voucher.id.in_(behind)
        )
        for own, kind, issued_on, number in session.execute(query):
            found[own] = number_text(VoucherKind(kind), issued_on.year, number or 0)
    return found


def birth_days(session: Session, round_id: int) -> dict[int, PartialDate]:
    """Person on a list → when he was born, as far as it is known."""
    person, line = PersonRow, RoundRecipientRow
    query = (
        select(person.id, person.born_on)
        .join(line, line.person_id == person.id)
        .where(line.round_id == round_id, person.born_on.is_not(None))
    )
    return {own: born_on for own, born_on in session.execute(query) if born_on is not None}
