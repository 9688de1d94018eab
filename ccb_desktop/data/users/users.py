"""Reads and writes users."""

from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.engine import OPEN_KEY, connection_to
from ccb_desktop.data.tables import UserRow
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.users.users import Role, User


def list_users(session: Session) -> list[User]:
    """All users in the order in which they came, the retired ones included."""
    return [_user(row) for row in session.scalars(select(UserRow).order_by(UserRow.id))]


def save_user(session: Session, user: User) -> int:
    """Insert or overwrite one user; gives the id."""
    return rows.save(session, UserRow, user)


def open_store_has_users(path: Path) -> bool | None:
    """Whether somebody signs in to a store file that is not encrypted.

    Returns:
        `None` where the file is encrypted, or cannot be read now.
    """
    try:
        with connection_to(path, OPEN_KEY, "ro") as connection:
            return _has_users(connection)
    except (UserError, OSError):
        return None


def _has_users(connection: Any) -> bool:
    """Stores of older programs know no users."""
    tables = "SELECT 1 FROM sqlite_master WHERE type='table' AND name='users'"
    if connection.execute(tables).fetchone() is None:
        return False
    active = connection.execute("SELECT 1 FROM users WHERE NOT retired LIMIT 1").fetchone()
    return active is not None


def _user(row: UserRow) -> User:
    return rows.value_of(User, row, roles=frozenset(Role(code) for code in row.roles))
