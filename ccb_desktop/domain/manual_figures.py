"""Figures typed in by hand, for books that the program does not keep (`exchange.md`, 12)."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ManualFigure:
    """One figure of exactly one period.

    Attributes:
        indicator: Code of the indicator.
        value: As typed: `131`, or `1494/1504` for a share.
    """

    id: int | None = None
    indicator: str
    from_on: date
    to_on: date
    value: str
    source_note: str = ""
