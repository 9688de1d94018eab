"""The history: one line per act, one per changed record."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row


class ActionRow(Row):
    """History: one committed act; `chain_hash` seals it together with all before it."""

    __tablename__ = "actions"
    label: Mapped[str]
    done_at: Mapped[datetime]
    done_by: Mapped[str]
    form_id: Mapped[str | None] = mapped_column(unique=True)
    kinds: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("actions.id"))
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("actions.id"))
    chain_hash: Mapped[str]


class RecordChangeRow(Row):
    """History: one record before and after an act, as JSON of the columns concerned."""

    __tablename__ = "record_changes"
    __table_args__ = (
        Index("ix_record_changes_record", "kind", "record_id"),
        {"sqlite_autoincrement": True},
    )
    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"), index=True)
    kind: Mapped[str]
    record_id: Mapped[int]
    before: Mapped[str | None]
    after: Mapped[str | None]
