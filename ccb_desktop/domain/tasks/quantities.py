"""Amounts of what is counted, as officers type them: `4`, `1.200`, `0,5`."""

import re
from decimal import Decimal

from ccb_desktop.domain.printing import number

_TYPED = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d{1,12})(?:,\d{1,3})?", re.ASCII)


def read_quantity(text: str) -> Decimal | None:
    """The amount that was typed, with points between thousands and a decimal comma.

    Returns:
        `None` where it is none.
    """
    plain = text.replace(" ", "")
    if _TYPED.fullmatch(plain) is None:
        return None
    return Decimal(plain.replace(".", "").replace(",", "."))


def told_quantity(value: Decimal | None, measure: str) -> str:
    """So much of something, or nothing: `12 buổi`."""
    return f"{number(value)} {measure}".strip() if value is not None else ""
