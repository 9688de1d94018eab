"""Figures typed by hand, texts of reports, imports."""

from datetime import date, datetime

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row


class ManualFigureRow(Row):
    """A figure typed in by hand for exactly one period."""

    __tablename__ = "manual_figures"
    __table_args__ = (
        UniqueConstraint("indicator", "from_on", "to_on"),
        {"sqlite_autoincrement": True},
    )
    indicator: Mapped[str]
    from_on: Mapped[date]
    to_on: Mapped[date]
    value: Mapped[str]
    source_note: Mapped[str]


class ReportTextRow(Row):
    """The officer's own text in one section of one report."""

    __tablename__ = "report_texts"
    __table_args__ = (
        UniqueConstraint("report_kind", "period", "section"),
        {"sqlite_autoincrement": True},
    )
    report_kind: Mapped[str]
    period: Mapped[str]
    section: Mapped[str]
    text: Mapped[str]


class ImportBatchRow(Row):
    """One import: which file brought what, and by which act of the history."""

    __tablename__ = "import_batches"
    file_name: Mapped[str]
    sha256: Mapped[str]
    imported_at: Mapped[datetime]
    summary: Mapped[str]
    action_id: Mapped[int] = mapped_column(ForeignKey("actions.id"))


class ImportMappingRow(Row):
    """The columns an officer matched by hand, remembered for files of that shape."""

    __tablename__ = "import_mappings"
    shape_key: Mapped[str] = mapped_column(unique=True)
    kind: Mapped[str]
    columns: Mapped[str]
