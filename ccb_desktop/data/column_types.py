"""How domain values are kept in columns of the store."""

from collections.abc import Iterable
from decimal import Decimal
from functools import lru_cache

from sqlalchemy import Text
from sqlalchemy.engine.interfaces import Dialect
from sqlalchemy.types import TypeDecorator

from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.tasks.periods import TaskPeriod, period_of_code
from ccb_desktop.domain.usable_text import usable

# A roster holds far fewer days than dates; each is read once, and kept once.
_partial_date = lru_cache(maxsize=65_536)(PartialDate.from_iso)


@lru_cache(maxsize=4096)
def _code_set(text: str) -> frozenset[str]:
    return frozenset(code for code in text.split(";") if code)


class PlainText(TypeDecorator[str]):
    """A text without the signs that no text holds (`domain.usable_text`)."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        """To the store."""
        return None if value is None else usable(value)


class PartialDateText(TypeDecorator[PartialDate]):
    """A partial date as `1952`, `1952-05` or `1952-05-19`: sorts as text, loses nothing."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        """To the store."""
        return None if value is None else value.iso

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:
        """From the store."""
        return None if value is None else _partial_date(value)


class CodeSet(TypeDecorator[frozenset[str]]):
    """A set of codes as `A;B`, sorted, so that equal sets are equal texts."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Iterable[str] | None, dialect: Dialect) -> str:
        """To the store."""
        return ";".join(sorted(value or ()))

    def process_result_value(self, value: str | None, dialect: Dialect) -> frozenset[str]:
        """From the store."""
        return _code_set(value or "")


class QuantityText(TypeDecorator[Decimal]):
    """A quantity as the digits it was written with, without idle zeros: `1.5`, never `1.4999`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """To the store."""
        return None if value is None else f"{value.normalize():f}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """From the store."""
        return None if value is None else Decimal(value)


class TaskPeriodText(TypeDecorator[TaskPeriod]):
    """A part of the year as its code: `Q3`."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: TaskPeriod | None, dialect: Dialect) -> str | None:
        """To the store."""
        return None if value is None else value.code

    def process_result_value(self, value: str | None, dialect: Dialect) -> TaskPeriod | None:
        """From the store."""
        return None if value is None else period_of_code(value)
