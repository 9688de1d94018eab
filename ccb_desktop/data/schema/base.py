"""The base of all mapped classes, and how their values are kept in columns."""

import enum
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Date, DateTime, Enum, Integer, LargeBinary, MetaData
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from ccb_desktop.data.column_types import (
    CodeSet,
    PartialDateText,
    PlainText,
    QuantityText,
    TaskPeriodText,
)
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.tasks.periods import TaskPeriod


class Row(DeclarativeBase):
    """Base of all mapped classes; texts are never null, numbers and dates may be."""

    metadata = MetaData()
    type_annotation_map = {  # noqa: RUF012 (SQLAlchemy's own name and form)
        str: PlainText,
        date: Date,
        datetime: DateTime,
        PartialDate: PartialDateText,
        Decimal: QuantityText,
        TaskPeriod: TaskPeriodText,
        frozenset[str]: CodeSet,
        bytes: LargeBinary,
        enum.Enum: Enum(enum.Enum, native_enum=False, create_constraint=False),
    }
    __table_args__: Any = {"sqlite_autoincrement": True}  # noqa: RUF012 (SQLAlchemy's form)

    id: Mapped[int] = mapped_column(Integer, primary_key=True, autoincrement=True)
