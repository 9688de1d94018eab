"""Reads and writes users."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.engine import OPEN_KEY, connection_to
from ccb_desktop.data.tables import UserRow
from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.users.users import Role, User

RING = "khoa-"
"""Before the id of a key ring, as the act that made the first user bears it: so the sealed
history knows to which ring its users belong, and none of other books is taken for it."""

_BEGUN = f"SELECT form_id FROM actions WHERE form_id LIKE '{RING}%' ORDER BY id DESC LIMIT 1"


def list_users(session: Session) -> list[User]:
    """All users in the order in which they came, the retired ones included."""
    return [_user(row) for row in session.scalars(select(UserRow).order_by(UserRow.id))]


def save_user(session: Session, user: User) -> int:
    """Insert or overwrite one user; gives the id."""
    return rows.save(session, UserRow, user)


@dataclass(frozen=True, slots=True)
class UsersOfFile:
    """Who signs in to a store file, as the file itself says.

    Attributes:
        names: Of those who have not left.
        ring_id: Of the key ring that was made with the first of them; empty where not known.
        active: The same by their ids.
    """

    names: list[str]
    ring_id: str = ""
    active: Mapping[int, User] = field(default_factory=dict)


def users_of_open_store(path: Path) -> UsersOfFile | None:
    """Who signs in to a store file that is not encrypted.

    Returns:
        `None` where the file is encrypted, or cannot be read now.
    """
    return users_in(path, OPEN_KEY)


def users_in(path: Path, key: str) -> UsersOfFile | None:
    """Who signs in to a store file, a backup perhaps of an older program, by its key.

    Returns:
        `None` where the key is another one, or the file cannot be read now.
    """
    try:
        with connection_to(path, key, "ro") as connection:
            return _users_in(connection)
    except (UserError, OSError):
        return None


def _users_in(connection: Any) -> UsersOfFile | None:
    """Stores of older programs know no users; an emptied file is no store, and says nothing."""
    query = "SELECT name FROM sqlite_master WHERE type='table'"
    tables = {name for (name,) in connection.execute(query)}
    if "actions" not in tables:
        return None
    if "users" not in tables:
        return UsersOfFile([])
    read = "SELECT id, name, roles FROM users WHERE NOT retired ORDER BY id"
    known = {
        own: User(id=own, name=name, roles=frozenset(map(Role, filter(None, roles.split(";")))))
        for own, name, roles in connection.execute(read)
    }
    begun = connection.execute(_BEGUN).fetchone()
    ring_id = begun[0].removeprefix(RING) if begun is not None else ""
    return UsersOfFile([user.name for user in known.values()], ring_id, known)


def ring_of_books(session: Session) -> str:
    """Id of the key ring that was made with the first user; empty where there was none."""
    begun = session.execute(text(_BEGUN)).scalar()
    return "" if begun is None else str(begun).removeprefix(RING)


def _user(row: UserRow) -> User:
    return rows.value_of(User, row, roles=frozenset(Role(code) for code in row.roles))
