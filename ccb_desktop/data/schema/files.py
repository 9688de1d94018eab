"""Photos and papers attached to people, and the bytes they hold."""

from datetime import date

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row


class AttachedFileRow(Row):
    """A photo or a paper of one record that `FileOwner` names.

    Its bytes lie in `file_contents` under their hash.
    """

    __tablename__ = "attached_files"
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    voucher_id: Mapped[int | None] = mapped_column(ForeignKey("vouchers.id"), index=True)
    housing_id: Mapped[int | None] = mapped_column(ForeignKey("housing_supports.id"), index=True)
    progress_id: Mapped[int | None] = mapped_column(ForeignKey("progress_steps.id"), index=True)
    activity_id: Mapped[int | None] = mapped_column(ForeignKey("activities.id"), index=True)
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"), index=True)
    kind: Mapped[str]
    title: Mapped[str]
    file_name: Mapped[str]
    sha256: Mapped[str]
    size_bytes: Mapped[int]
    added_on: Mapped[date]
    note: Mapped[str]


class FileContentRow(Row):
    """The bytes of attached files, once each; never changed, so undo finds them again."""

    __tablename__ = "file_contents"
    sha256: Mapped[str] = mapped_column(unique=True)
    content: Mapped[bytes]
