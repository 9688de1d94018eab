"""What cells hold beyond their values, and the styles by which it is known."""

import re
from dataclasses import dataclass, field

from ccb_desktop.domain.exchange.source import ErrorValue

MONTH_AND_YEAR = 17
"""The number of Excel's own date format `mmm-yy`."""


@dataclass(slots=True)
class SheetDetails:
    """What single cells of a sheet hold beyond their values; (row number, column) → it."""

    fonts: dict[tuple[int, int], str] = field(default_factory=dict)
    errors: dict[tuple[int, int], ErrorValue] = field(default_factory=dict)
    month_or_year: dict[tuple[int, int], str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Styles:
    """The cell styles that matter: style number → old font, or precision of its dates."""

    fonts: dict[int, str] = field(default_factory=dict)
    month_or_year: dict[int, str] = field(default_factory=dict)

    @property
    def matter(self) -> bool:
        """Whether cells have to be looked at for their style."""
        return bool(self.fonts or self.month_or_year)


_QUOTED = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')


def date_precision(code: str) -> str:
    """`month` or `year` for a date format that shows no day, else empty."""
    shown = _QUOTED.sub("", code.split(";")[0]).lower()
    if "y" not in shown or "d" in shown or "h" in shown or "s" in shown:
        return ""
    return "month" if "m" in shown else "year"
