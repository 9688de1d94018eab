"""Years running in which something was reached (rule 21)."""

from collections.abc import Collection


def run_ending(years: Collection[int], last: int) -> int:
    """How many years running, the last of them included, are among some years.

    Args:
        years: The years in which it was reached.
        last: The year with which the run must end.
    """
    length = 0
    while last - length in years:
        length += 1
    return length
