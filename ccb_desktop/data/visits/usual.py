"""Usual amounts in the store."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import UsualAmountRow
from ccb_desktop.domain.visits.rounds import UsualAmount


def list_usual_amounts(session: Session) -> list[UsualAmount]:
    """Every usual amount, by occasion, the newest first."""
    usual = UsualAmountRow
    query = select(usual.__table__).order_by(usual.occasion, usual.from_on.desc(), usual.id)
    return rows.list_values(session, UsualAmount, query)


def save_usual_amount(session: Session, amount: UsualAmount) -> int:
    """Insert or overwrite a usual amount; gives the id."""
    return rows.save(session, UsualAmountRow, amount)


def delete_usual_amount(session: Session, amount_id: int) -> None:
    """Take out a usual amount."""
    rows.delete_one(session, UsualAmountRow, amount_id)
