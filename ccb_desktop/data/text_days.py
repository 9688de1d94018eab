"""Partial dates inside statements: the store keeps them as text, `1952` or `1952-05-19`."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Text, func, type_coerce
from sqlalchemy.orm import InstrumentedAttribute


def first_day(column: InstrumentedAttribute[Any]) -> ColumnElement[str]:
    """The first day a partial date can be, as text that sorts; nothing where it is unknown."""
    return func.substr(type_coerce(column, Text).concat("-01-01"), 1, 10)


def is_past(column: InstrumentedAttribute[Any], on: date) -> ColumnElement[bool]:
    """Whether a day is known and has come by another."""
    return func.coalesce(first_day(column), "9999") <= on.isoformat()
