"""Values that are typed: days, periods, numbers, words; wrong ones are wrong usage."""

import argparse
import os
import re
from datetime import date
from pathlib import Path

from ccb_desktop.domain.fund_papers.anchors import read_anchor
from ccb_desktop.domain.partial_dates import parse_day
from ccb_desktop.domain.periods import Period, PeriodKind

_MOST = 2**63 - 1  # the store keeps no greater number


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


def term(text: str) -> str:
    """A term of the branch, `2025-2030`; empty while it is not known."""
    if not text:
        return text
    try:
        found = Period.parse(text)
    except ValueError:
        found = None
    if found is None or found.kind is not PeriodKind.TERM:
        raise argparse.ArgumentTypeError(f"“{text}” không phải là nhiệm kỳ. Ghi như 2025-2030.")
    return f"{found.from_on.year}-{found.to_on.year}"


def year(text: str) -> int:
    """A year of this time, from 1900 to 2100."""
    if not re.fullmatch("19[0-9]{2}|20[0-9]{2}|2100", text):
        raise argparse.ArgumentTypeError(f"“{text}” không phải là một năm. Ghi như 2026.")
    return int(text)


def number(text: str) -> int:
    """A whole number."""
    try:
        found = int(text)
    except ValueError:
        found = _MOST + 1
    if abs(found) > _MOST:
        raise argparse.ArgumentTypeError(f"“{text}” không phải là một số nguyên dùng được.")
    return found


def words(text: str) -> str:
    """Words in UTF-8, whatever the system believes its own letters to be."""
    try:
        return os.fsencode(text).decode()
    except UnicodeError as error:
        raise argparse.ArgumentTypeError("có chữ không đọc được, không phải UTF-8.") from error


def folder(text: str) -> Path:
    """A folder; not the one that an empty word would mean."""
    if not text.strip():
        raise argparse.ArgumentTypeError("tên thư mục còn trống.")
    return Path(text)


def target(text: str) -> Path:
    """A file or folder to be written; not the one that an empty word would mean."""
    if not text.strip():
        raise argparse.ArgumentTypeError("chưa ghi tên tệp hoặc thư mục.")
    return Path(text)


def printed_seal(text: str) -> tuple[int, str]:
    """Number and seal from the foot of a printed cash book, `12 90ab 12cd 34ef 56ab`."""
    try:
        return read_anchor(words(text))
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error)) from error
