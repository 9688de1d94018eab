"""Cultural families of a year: which households are assessed, and what it comes to."""

from collections.abc import Iterable
from typing import NamedTuple


class FamilyLine(NamedTuple):
    """A household in which members of the Hội live at the end of the year.

    Attributes:
        unit_id: The chi hội of a member in it, else the one that keeps it.
        members: How many they are.
        is_cultural: What was found in the year; None while it is not assessed.
        was_cultural: What was found in the year before.
    """

    household_id: int
    head_name: str
    sort_key: str
    address: str
    unit_id: int | None
    unit_name: str
    members: int
    is_cultural: bool | None
    was_cultural: bool | None


def cultural_share(findings: Iterable[bool | None]) -> tuple[int, int]:
    """Cultural families, households assessed (rule 22)."""
    assessed = [one for one in findings if one is not None]
    return sum(assessed), len(assessed)
