"""Reads and writes users."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import UserRow
from ccb_desktop.domain.users.users import Role, User


def list_users(session: Session) -> list[User]:
    """All users in the order in which they came, the retired ones included."""
    return [_user(row) for row in session.scalars(select(UserRow).order_by(UserRow.id))]


def load_user(session: Session, user_id: int) -> User:
    """One user.

    Raises:
        NotFound: There is none of this id.
    """
    return _user(session.get_one(UserRow, user_id))


def save_user(session: Session, user: User) -> int:
    """Insert or overwrite one user; gives the id."""
    return rows.save(session, UserRow, user)


def _user(row: UserRow) -> User:
    return rows.value_of(User, row, roles=frozenset(Role(code) for code in row.roles))
