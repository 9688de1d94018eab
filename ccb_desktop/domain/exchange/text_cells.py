"""Cells of text: plain texts, names, units, citizen IDs and phones."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from unicodedata import is_normalized

from ccb_desktop.domain.exchange.source import CellValue, as_text
from ccb_desktop.domain.exchange.unit_names import tidy_unit
from ccb_desktop.domain.people_names import normalise, proper_case
from ccb_desktop.domain.usable_text import UNUSABLE


class CellTrouble(ValueError):  # noqa: N818 (it is what the officer reads, not a failure)
    """A cell that cannot be understood; `str()` is a Vietnamese sentence for the officer."""


@dataclass(frozen=True, slots=True)
class Several:
    """What one cell says about more than one field: field → value."""

    values: Mapping[str, object]


Reader = Callable[[CellValue], object]
"""A cell that is not blank → its value, or `None` when it says nothing; may raise."""


_NO_NAME = re.compile(r"[^\w\s'’‘\u02bc.,()/\-–\u0300-\u036f]|[0-9_]")


def read_text(value: CellValue) -> str | None:
    """Any text in normal form; dates and numbers as they are written."""
    text = as_text(value)
    if text.isprintable() and is_normalized("NFC", text) and " ".join(text.split()) == text:
        return text or None  # nearly every cell; signs that cannot be seen are not printable
    if UNUSABLE.search(text):
        raise CellTrouble("Ô có ký tự lạ không dùng được. Gõ lại ô này trong tệp.")
    return normalise(text) or None


def read_name(value: CellValue) -> str | None:
    """A person's name in proper case."""
    text = read_text(value)
    if text is None:
        return None
    if _NO_NAME.search(text) or not any(sign.isalpha() for sign in text):
        raise CellTrouble(f"“{text}” không giống họ tên người.")
    return proper_case(text)


def read_unit(value: CellValue) -> str | None:
    """The name or code of a unit, out of capitals."""
    text = read_text(value)
    return tidy_unit(text) if text else None


_ID_SIGNS = re.compile(r"[\s.\-'’]+")
_WHOLE_PHONE = re.compile(r"0[0-9]{9,10}", re.ASCII)
_BETWEEN_PHONES = re.compile(r"\s*(?:[/;,\n]|\bhoặc\b|\s[-–]\s)\s*")


def read_citizen_id(value: CellValue) -> str | None:
    """CCCD of 12 digits, its leading zeros restored, or CMND of 9 (`exchange.md`, meaning 6)."""
    digits = _ID_SIGNS.sub("", as_text(value))
    if not digits:
        return None
    if digits.isascii() and digits.isdigit() and len(digits) in (9, 10, 11, 12):
        return digits if len(digits) == 9 else digits.zfill(12)
    raise CellTrouble(f"“{as_text(value)}”: CCCD phải có 12 chữ số, CMND phải có 9 chữ số.")


def read_phone(value: CellValue) -> str | None:
    """A phone number with its leading zero; several stand with `; ` between them."""
    text = read_text(value)
    if text is None or _WHOLE_PHONE.fullmatch(text):
        return text
    numbers = [_one_phone(part) for part in _BETWEEN_PHONES.split(text) if part]
    if not numbers or None in numbers:
        raise CellTrouble(f"“{text}” không phải là số điện thoại.")
    return "; ".join(number for number in numbers if number)


def _one_phone(text: str) -> str | None:
    digits = re.sub(r"[\s.\-'’()]+", "", text)
    digits = re.sub(r"^\+?84(?=\d{9,10}$)", "0", digits)
    if re.fullmatch(r"[1-9][0-9]{8}|2[0-9]{9}", digits):
        digits = "0" + digits
    return digits if _WHOLE_PHONE.fullmatch(digits) else None
