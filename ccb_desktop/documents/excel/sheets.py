"""Puts workbooks of printed sheets in place."""

import io
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from ccb_desktop.documents.excel.look import Look
from ccb_desktop.documents.excel.sheet_layout import SheetForm, SheetLayout
from ccb_desktop.documents.excel.streamed import Stream, streamed_bytes, write_streamed
from ccb_desktop.documents.xml_text import clean

_LONGEST_NAME = 31


def write_sheets(forms: Sequence[SheetForm], title: str, target: Path) -> Path:
    """Put a workbook of these sheets in place; errors as `safe_write.replacing`."""
    return write_streamed(*_laid_out(forms, title), target)


def sheets_bytes(forms: Sequence[SheetForm], title: str, made_at: datetime) -> bytes:
    """The same workbook as bytes, told to be made at a moment with its time zone."""
    return streamed_bytes(*_laid_out(forms, title, made_at))


def _laid_out(
    forms: Sequence[SheetForm], title: str, made_at: datetime | None = None
) -> tuple[io.BytesIO, dict[str, Stream]]:
    letterhead = next((form.letterhead for form in forms if form.letterhead), None)
    look = Look(title, letterhead.issuer if letterhead else "", made_at)
    names = sheet_names([form.name for form in forms])
    streams: dict[str, Stream] = {}
    for place, (form, name) in enumerate(zip(forms, names, strict=True), 1):
        stream = SheetLayout(look, name, form).lay_out()
        if stream is not None:
            streams[f"xl/worksheets/sheet{place}.xml"] = stream
    look.book.close()
    return look.content, streams


def sheet_names(wanted: Sequence[str]) -> list[str]:
    """Names that Excel accepts, no two alike."""
    names: list[str] = []
    for name in wanted:
        plain = "".join(" " if sign in "[]:*?/\\" else sign for sign in clean(name))
        plain = _cut(" ".join(plain.split())).strip("' ") or "Danh sách"
        free, number = plain, 1
        while free.casefold() in {other.casefold() for other in names} | {"history"}:
            number += 1
            free = f"{plain[: _LONGEST_NAME - len(str(number)) - 3]} ({number})"
        names.append(free)
    return names


def _cut(name: str) -> str:
    """What Excel takes of a name, in whole words where they end in time."""
    if len(name) <= _LONGEST_NAME:
        return name
    words = name[: _LONGEST_NAME + 1].rpartition(" ")[0]
    return words.rstrip(" .,:;-") or name[:_LONGEST_NAME]
