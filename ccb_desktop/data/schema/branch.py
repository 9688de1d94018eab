"""The branch's own choices: settings, code lists, saved views, charter, holidays."""

from datetime import date

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row


class SettingRow(Row):
    """One setting of the branch, kept as JSON text."""

    __tablename__ = "settings"
    key: Mapped[str] = mapped_column(unique=True)
    value: Mapped[str]


class CodeRow(Row):
    """One entry of a code list."""

    __tablename__ = "codes"
    __table_args__ = (UniqueConstraint("list_name", "code"), {"sqlite_autoincrement": True})
    list_name: Mapped[str]
    code: Mapped[str]
    label: Mapped[str]
    position: Mapped[int]
    retired: Mapped[bool]
    built_in: Mapped[bool]


class SavedViewRow(Row):
    """A filter or a set of columns of one list, kept under a name; content is JSON."""

    __tablename__ = "saved_views"
    __table_args__ = (
        UniqueConstraint("list_name", "kind", "name"),
        {"sqlite_autoincrement": True},
    )
    list_name: Mapped[str]
    kind: Mapped[str]
    name: Mapped[str]
    content: Mapped[str]


class OwnFieldRow(Row):
    """A field that the branch added to the file of a person."""

    __tablename__ = "own_fields"
    label: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    choices: Mapped[str]
    position: Mapped[int]
    retired: Mapped[bool]


class OwnValueRow(Row):
    """What a field of the branch's own says of a person."""

    __tablename__ = "own_values"
    __table_args__ = (UniqueConstraint("person_id", "field_id"), {"sqlite_autoincrement": True})
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"))
    field_id: Mapped[int] = mapped_column(ForeignKey("own_fields.id"), index=True)
    value: Mapped[str]


class CharterSwitchRow(Row):
    """A rule of the charter watch that the branch has switched off, and why."""

    __tablename__ = "charter_switches"
    rule: Mapped[str] = mapped_column(unique=True)
    reason: Mapped[str]
    off_since: Mapped[date]


class HolidayRow(Row):
    """A public holiday: no working day."""

    __tablename__ = "holidays"
    day_on: Mapped[date] = mapped_column(unique=True)
    name: Mapped[str]
