"""Values that are typed: days, periods, kinds; wrong ones are wrong usage."""

import argparse
from datetime import date

from ccb_desktop.domain.partial_dates import parse_day
from ccb_desktop.domain.periods import Period


def day(text: str) -> date:
    """A day, `2026-06-05` or `05/06/2026`."""
    try:
        return parse_day(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error


def period(text: str) -> Period:
    """A period, `2026-03`, `2026-Q2`, `2026-H1`, `2026`, `2025/2030`, or two days."""
    try:
        return Period.parse(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
