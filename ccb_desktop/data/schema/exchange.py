"""What leaves and what comes: documents, frozen reports, submissions, the superior's forms."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row
from ccb_desktop.domain.register.documents import Direction, DocumentState
from ccb_desktop.domain.submissions.submissions import Way


class DocumentRow(Row):
    """One document that went out or came in."""

    __tablename__ = "documents"
    __table_args__ = (
        UniqueConstraint("direction", "kind", "series", "number"),
        {"sqlite_autoincrement": True},
    )
    direction: Mapped[Direction]
    kind: Mapped[str]
    series: Mapped[str]
    number: Mapped[int | None]
    symbol: Mapped[str]
    issued_on: Mapped[date | None]
    arrived_on: Mapped[date | None]
    issuer: Mapped[str]
    recipients: Mapped[str]
    subject: Mapped[str]
    signer: Mapped[str]
    state: Mapped[DocumentState]
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    answers_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"))
    reason: Mapped[str]
    note: Mapped[str]


class FrozenReportRow(Row):
    """One frozen report; content and files lie in `file_contents`."""

    __tablename__ = "frozen_reports"
    report_kind: Mapped[str]
    period: Mapped[str] = mapped_column(index=True)
    from_on: Mapped[date]
    to_on: Mapped[date]
    cut_off: Mapped[date]
    frozen_at: Mapped[datetime]
    subject: Mapped[str]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"))
    content_sha256: Mapped[str]
    word_name: Mapped[str]
    word_sha256: Mapped[str]
    excel_name: Mapped[str]
    excel_sha256: Mapped[str]
    note: Mapped[str]


class ReportDutyRow(Row):
    """A report that is due again and again."""

    __tablename__ = "report_duties"
    report_kind: Mapped[str]
    month_offset: Mapped[int]
    day: Mapped[int]
    recipient: Mapped[str]
    retired: Mapped[bool]


class SubmissionRow(Row):
    """One package that left the branch."""

    __tablename__ = "submissions"
    sent_at: Mapped[datetime]
    period: Mapped[str] = mapped_column(index=True)
    frozen_report_id: Mapped[int | None] = mapped_column(ForeignKey("frozen_reports.id"))
    way: Mapped[Way]
    place: Mapped[str]
    recipient: Mapped[str]
    encrypted: Mapped[bool]
    masked: Mapped[bool]
    manifest: Mapped[str]
    content_sha256: Mapped[str]
    chain_number: Mapped[int]
    chain_hash: Mapped[str]
    acknowledged_on: Mapped[date | None]
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"))
    note: Mapped[str]


class PackageSignerRow(Row):
    """A branch known by the key with which it signs."""

    __tablename__ = "package_signers"
    public_key: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    first_seen_on: Mapped[date]
    trusted: Mapped[bool]


class SigningKeyRow(Row):
    """The key with which this branch signs; no part of the history, so no undo loses it."""

    __tablename__ = "signing_keys"
    public_key: Mapped[str] = mapped_column(unique=True)
    seed: Mapped[bytes]
    made_at: Mapped[datetime]


class ReceivedPackageRow(Row):
    """One package or filled workbook that came from somebody."""

    __tablename__ = "received_packages"
    received_at: Mapped[datetime]
    file_name: Mapped[str]
    sha256: Mapped[str]
    sender: Mapped[str]
    period: Mapped[str]
    signer_id: Mapped[int | None] = mapped_column(ForeignKey("package_signers.id"))
    manifest: Mapped[str]
    summary: Mapped[str]
    batch_id: Mapped[int | None] = mapped_column(ForeignKey("import_batches.id"))
    note: Mapped[str]


class SuperiorFormRow(Row):
    """A form that the superior sent; its bytes lie in `file_contents`."""

    __tablename__ = "superior_forms"
    title: Mapped[str]
    sender: Mapped[str]
    file_name: Mapped[str]
    ending: Mapped[str]
    content_sha256: Mapped[str]
    added_on: Mapped[date]
    retired: Mapped[bool]
    note: Mapped[str]


class FormBlankRow(Row):
    """One blank of a form."""

    __tablename__ = "form_blanks"
    __table_args__ = (UniqueConstraint("form_id", "place"), {"sqlite_autoincrement": True})
    form_id: Mapped[int] = mapped_column(ForeignKey("superior_forms.id"))
    place: Mapped[str]
    label: Mapped[str]
    tie: Mapped[str]


class FormFillingRow(Row):
    """How a form was filled for one period."""

    __tablename__ = "form_fillings"
    form_id: Mapped[int] = mapped_column(ForeignKey("superior_forms.id"), index=True)
    period: Mapped[str]
    cut_off: Mapped[date]
    filled_at: Mapped[datetime]
    typed: Mapped[str]
    file_name: Mapped[str]
    content_sha256: Mapped[str]
    document_id: Mapped[int | None] = mapped_column(ForeignKey("documents.id"))
    masked: Mapped[bool] = mapped_column(server_default=text("0"))


class OwnTemplateRow(Row):
    """A Word template as the branch has changed it; its bytes lie in `file_contents`."""

    __tablename__ = "own_templates"
    name: Mapped[str] = mapped_column(unique=True)
    content_sha256: Mapped[str]
    changed_at: Mapped[datetime]
    in_use: Mapped[bool]
