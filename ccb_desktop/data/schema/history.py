"""The history: one line per act, one per changed record."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row


class ActionRow(Row):
    """History: one committed act; `chain_hash` seals it together with all before it.

    `label_hash` stays where a name was taken out of the label; `salt` goes with the name.
    """

    __tablename__ = "actions"
    label: Mapped[str]
    done_at: Mapped[datetime]
    done_by: Mapped[str]
    form_id: Mapped[str | None] = mapped_column(unique=True)
    kinds: Mapped[str]
    undoes: Mapped[int | None] = mapped_column(ForeignKey("actions.id"))
    undone_by: Mapped[int | None] = mapped_column(ForeignKey("actions.id"))
    chain_hash: Mapped[str]
    seal_form: Mapped[int] = mapped_column(server_default=text("1"))
    salt: Mapped[str] = mapped_column(server_default="")
    label_hash: Mapped[str | None]


class RecordChangeRow(Row):
    """History: one record before and after an act, as JSON of the columns concerned.

    `erased_hash` stays where an erasure emptied both; `salt` goes with what they said.
    """

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
    salt: Mapped[str] = mapped_column(server_default="")
    erased_hash: Mapped[str | None]
