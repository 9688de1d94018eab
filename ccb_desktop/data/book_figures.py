"""What tells two states of the books apart: figures, the last act both have, what came after."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from ccb_desktop.data.funds.balances import balances_on, fund_total
from ccb_desktop.data.funds.funds import list_funds
from ccb_desktop.data.roster_counts import count_members
from ccb_desktop.data.tables import ActionRow, PersonRow, RecordChangeRow, VoucherRow
from ccb_desktop.domain.book_figures import BookFigures
from ccb_desktop.domain.going_back import LaterAct


def load_book_figures(session: Session, on: date) -> BookFigures:
    """The figures of the books on a day."""
    balances = balances_on(session, on)
    newest = session.scalar(select(ActionRow).order_by(ActionRow.id.desc()).limit(1))
    posted = select(func.count()).where(VoucherRow.posted_at.is_not(None))
    return BookFigures(
        members=count_members(session, [on])[0],
        people=session.scalar(select(func.count(PersonRow.id))) or 0,
        vouchers=session.scalar(posted) or 0,
        funds=tuple(
            (fund.name, fund_total(balances, fund.id or 0)) for fund in list_funds(session)
        ),
        last_act=newest.label if newest is not None else "",
        last_at=newest.done_at if newest is not None else None,
    )


def last_common_act(one: Session, other: Session) -> int:
    """The last act that two stores have alike; 0 where they are books of two branches."""
    seals = select(ActionRow.id, ActionRow.chain_hash).order_by(ActionRow.id.desc())
    known = {row[0]: row[1] for row in other.execute(seals)}
    for action_id, seal in one.execute(seals):
        if seal and known.get(action_id) == seal:
            return int(action_id)
    return 0


def count_acts_after(session: Session, action_id: int) -> int:
    """How many acts there are after one."""
    return session.scalar(select(func.count(ActionRow.id)).where(ActionRow.id > action_id)) or 0


def list_acts_after(session: Session, action_id: int, most: int) -> list[LaterAct]:
    """The acts after one, newest first."""
    query = (
        select(ActionRow.id, ActionRow.label, ActionRow.done_at, ActionRow.done_by)
        .where(ActionRow.id > action_id)
        .order_by(ActionRow.id.desc())
        .limit(most)
    )
    return [LaterAct(*row) for row in session.execute(query)]


def vouchers_posted_after(session: Session, action_id: int) -> list[int]:
    """The vouchers that were entered after an act and are posted now."""
    entered = select(RecordChangeRow.record_id).where(
        RecordChangeRow.action_id > action_id,
        RecordChangeRow.kind == "vouchers",
        RecordChangeRow.before.is_(None),
    )
    posted = select(VoucherRow.id).where(VoucherRow.posted_at.is_not(None))
    return list(session.scalars(posted.where(VoucherRow.id.in_(entered)).order_by(VoucherRow.id)))


def seals_before(session: Session, action_id: int) -> list[tuple[int, str]]:
    """Number and seal of every act before one."""
    query = select(ActionRow.id, ActionRow.chain_hash).where(ActionRow.id < action_id)
    return [(row[0], row[1]) for row in session.execute(query)]
