"""By what checklists that leave are known again when they come back."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import ActionRow


def mark_of_books(session: Session) -> str:
    """Tells these books from those of other branches: the seal of their first act.

    It stays the same in every backup and on every machine; empty while nothing was done yet.
    """
    action = ActionRow
    query = select(action.chain_hash).where(action.chain_hash != "").order_by(action.id).limit(1)
    return session.scalar(query) or ""
