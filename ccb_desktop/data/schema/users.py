"""Who signs in; passwords and keys never lie in the store."""

from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.column_types import CodeSet
from ccb_desktop.data.schema.base import Row


class UserRow(Row):
    """One officer who signs in."""

    __tablename__ = "users"
    name: Mapped[str]
    roles: Mapped[frozenset[str]] = mapped_column(CodeSet)
    retired: Mapped[bool]
