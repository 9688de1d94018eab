"""Vouchers in the store: drafts kept, posted ones given their numbers and their entries."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import delete, exists, func, select, update
from sqlalchemy.orm import Session, aliased

from ccb_desktop.data import rows
from ccb_desktop.data.tables import LedgerEntryRow, RecordChangeRow, VoucherRow
from ccb_desktop.domain.funds.ledger import Account, Entry, entries_of
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind, VoucherNumber

_AT_ONCE = 500

_ADD_TO_MONTH = """
    INSERT INTO fund_months (fund_id, place, year, month, amount_dong) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (fund_id, place, year, month)
        DO UPDATE SET amount_dong = amount_dong + excluded.amount_dong
"""


def load_voucher(session: Session, voucher_id: int) -> Voucher:
    """One voucher.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Phiếu này không còn trong sổ. Hãy mở lại danh sách phiếu."
    return rows.load_value(session, VoucherRow, Voucher, voucher_id, gone)


def load_vouchers(session: Session, voucher_ids: Sequence[int]) -> list[Voucher]:
    """Some vouchers, in the order in which they were entered."""
    found: list[Voucher] = []
    for start in range(0, len(voucher_ids), _AT_ONCE):
        some = voucher_ids[start : start + _AT_ONCE]
        query = select(VoucherRow.__table__).where(VoucherRow.id.in_(some)).order_by(VoucherRow.id)
        found += rows.list_values(session, Voucher, query)
    return found


def find_number(session: Session, number: VoucherNumber) -> Voucher | None:
    """The voucher of a number."""
    query = select(VoucherRow).where(
        VoucherRow.kind == number.kind,
        VoucherRow.number_year == number.year,
        VoucherRow.number == number.number,
    )
    row = session.scalar(query)
    return None if row is None else rows.value_of(Voucher, row)


def reversal_of(session: Session, voucher_id: int) -> Voucher | None:
    """The voucher that took another one back."""
    row = session.scalar(select(VoucherRow).where(VoucherRow.voids_id == voucher_id))
    return None if row is None else rows.value_of(Voucher, row)


def save_draft(session: Session, voucher: Voucher) -> int:
    """Insert or overwrite a draft; gives the id."""
    return rows.save(session, VoucherRow, voucher, number_year=None)


def delete_draft(session: Session, voucher_id: int) -> None:
    """Throw a draft away; the store refuses it for a posted one."""
    session.execute(delete(VoucherRow).where(VoucherRow.id == voucher_id))
    session.expire_all()


def post(session: Session, vouchers: Sequence[Voucher], posted_at: datetime) -> list[Voucher]:
    """Post vouchers in their order: the next numbers of their kinds, and their entries.

    Whether they may be posted is for the caller to see; `operations.funds.posting` does.

    Args:
        session: A writing session.
        vouchers: New ones, and drafts with their ids.
        posted_at: The moment.

    Returns:
        The vouchers as posted, in the same order.
    """
    posted = _numbered(session, vouchers, posted_at)
    drafts = [one for one, before in zip(posted, vouchers, strict=True) if before.id is not None]
    new = [one for one, before in zip(posted, vouchers, strict=True) if before.id is None]
    for draft in drafts:
        rows.save(session, VoucherRow, draft, number_year=draft.issued_on.year)
    columns = [rows.columns_of(one, VoucherRow, number_year=one.issued_on.year) for one in new]
    rows.insert_many(session, VoucherRow, columns)
    _enter(session, posted)
    return posted


def _numbered(session: Session, vouchers: Sequence[Voucher], posted_at: datetime) -> list[Voucher]:
    new = sum(voucher.id is None for voucher in vouchers)
    ids = iter(rows.free_ids(session, VoucherRow, new))
    last: Counter[tuple[VoucherKind, int]] = Counter()
    for series in {(voucher.kind, voucher.issued_on.year) for voucher in vouchers}:
        last[series] = _last_number(session, *series)
    posted: list[Voucher] = []
    for voucher in vouchers:
        series = (voucher.kind, voucher.issued_on.year)
        last[series] += 1
        own = voucher.id if voucher.id is not None else next(ids)
        posted.append(replace(voucher, id=own, number=last[series], posted_at=posted_at))
    return posted


def _last_number(session: Session, kind: VoucherKind, year: int) -> int:
    query = select(func.max(VoucherRow.number)).where(
        VoucherRow.kind == kind, VoucherRow.number_year == year
    )
    return session.scalar(query) or 0


def _enter(session: Session, posted: Sequence[Voucher]) -> None:
    """Write the entries of vouchers and add them to the sums of their months."""
    voided_ids = [voucher.voids_id for voucher in posted if voucher.voids_id is not None]
    voided = {one.id: one for one in load_vouchers(session, voided_ids)}
    entered = [
        (voucher.id, entry)
        for voucher in posted
        for entry in entries_of(voucher, voided.get(voucher.voids_id))
    ]
    columns = [
        {
            "voucher_id": voucher_id,
            "fund_id": entry.account.fund_id,
            "place": entry.account.place,
            "happened_on": entry.happened_on,
            "amount_dong": entry.amount_dong,
        }
        for voucher_id, entry in entered
    ]
    rows.insert_many(session, LedgerEntryRow, columns)
    months = sums_by_month(entry for _voucher_id, entry in entered)
    bound = [
        (fund_id, place.name, *month, amount)
        for ((fund_id, place), *month), amount in months.items()
    ]
    if bound:
        rows.raw(session).exec_driver_sql(_ADD_TO_MONTH, bound)


def sums_by_month(entries: Iterable[Entry]) -> dict[tuple[Account, int, int], int]:
    """Account, year and month → the sum of some entries."""
    sums: defaultdict[tuple[Account, int, int], int] = defaultdict(int)
    for entry in entries:
        sums[entry.account, entry.happened_on.year, entry.happened_on.month] += entry.amount_dong
    return dict(sums)


def forget(session: Session, column: str, ids: Sequence[int]) -> None:
    """Let no voucher be linked to records that go; its words stay as they were posted.

    Args:
        session: A writing session.
        column: `person_id`, `unit_id` or `campaign_id`.
        ids: The records.
    """
    link = VoucherRow.__table__.columns[column]
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        session.execute(update(VoucherRow).where(link.in_(some)).values({column: None}))
    session.expire_all()


def voided_ids(session: Session, voucher_ids: Sequence[int]) -> set[int]:
    """Those of some vouchers that were voided."""
    found: set[int] = set()
    for start in range(0, len(voucher_ids), _AT_ONCE):
        some = voucher_ids[start : start + _AT_ONCE]
        query = select(VoucherRow.voids_id).where(VoucherRow.voids_id.in_(some))
        found.update(voided for voided in session.scalars(query) if voided is not None)
    return found


def count_standing_of(session: Session, action_id: int) -> int:
    """How many vouchers an act posted that were not voided since."""
    change, reversal = RecordChangeRow, aliased(VoucherRow)
    posted = select(change.record_id).where(
        change.action_id == action_id, change.kind == "vouchers", change.before.is_(None)
    )
    voided = exists().where(reversal.voids_id == VoucherRow.id)
    query = select(func.count()).where(
        VoucherRow.id.in_(posted), VoucherRow.posted_at.is_not(None), ~voided
    )
    return session.scalar(query) or 0
