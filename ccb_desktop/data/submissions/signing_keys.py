"""The key with which the branch signs, in the store."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import SigningKeyRow


def load_seed(session: Session) -> bytes | None:
    """The secret of the branch's own key; nothing before it first signed."""
    seed = session.scalar(select(SigningKeyRow.seed).order_by(SigningKeyRow.id.desc()).limit(1))
    return None if seed is None else bytes(seed)


def keep_seed(session: Session, public_key: str, seed: bytes) -> None:
    """Keep the branch's own key for ever."""
    made_at = datetime.now().replace(microsecond=0)
    session.add(SigningKeyRow(public_key=public_key, seed=seed, made_at=made_at))
    session.flush()


def is_own_key(session: Session, public_key: str) -> bool:
    """Whether this branch signs, or has signed, with a key."""
    query = select(SigningKeyRow.id).where(SigningKeyRow.public_key == public_key)
    return session.scalar(query) is not None
