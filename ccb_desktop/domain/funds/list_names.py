"""The books and lists of money by name."""

from collections.abc import Mapping

MONEY_LISTS: Mapping[str, str] = {
    "cash-book": "Sổ 5: Sổ quỹ",
}
"""Name on the command line → what officers call it."""
