"""Cells that hold one or several of given choices."""

import re

from ccb_desktop.domain.exchange.choices import CodeLists, codes_by_wording, labels_of_choices
from ccb_desktop.domain.exchange.fields import Field
from ccb_desktop.domain.exchange.source import CellValue, as_text
from ccb_desktop.domain.exchange.text_cells import CellTrouble, Reader, Several, read_text
from ccb_desktop.domain.people_names import fold

_YES = frozenset({"co", "x", "1", "dat", "true", "v", "yes"})
_NO = frozenset({"khong", "0", "khong dat", "chua dat", "chua", "false", "k", "no"})
_YES_SIGNS = frozenset("✓✔√+")


def read_yes_no(value: CellValue) -> bool | None:
    """Có or không; a tick is có."""
    text = read_text(value)
    if text is None:
        return None
    folded = fold(text)
    if text in _YES_SIGNS or folded in _YES:
        return True
    if folded in _NO:
        return False
    raise CellTrouble(f"“{text}”: ô này chỉ ghi Có hoặc Không.")


def choice_reader(field: Field, code_lists: CodeLists | None) -> Reader:
    """The reader of a field that holds one code."""
    codes = codes_by_wording(field.choices, code_lists)

    def read(value: CellValue) -> object:
        text = read_text(value)
        if text is None:
            return None
        code = codes.get(fold(text))
        if code is None:
            raise CellTrouble(_unknown_choice(text, field, code_lists))
        return code

    return read


def _unknown_choice(text: str, field: Field, code_lists: CodeLists | None) -> str:
    offered = ", ".join(labels_of_choices(field.choices, code_lists).values())
    return f"“{text}” không có trong danh mục. Được ghi: {offered}."


_BETWEEN_CODES = re.compile(r"\s*[;\n]\s*")
_MAYBE_BETWEEN_CODES = re.compile(r"\s*(?:[,+]|\bvà\b|\s[-–]\s)\s*")
_GRADE = re.compile(r"(?:\b(?:hạng|loại)\s*)?\b([1-4])\s*/\s*4\b", re.IGNORECASE)
_RATE = re.compile(r"\(?\s*\b(\d{1,3})\s*%\s*\)?")


def codes_reader(field: Field, code_lists: CodeLists | None) -> Reader:
    """Several codes; of policies also the class and the rate that stand beside them."""
    codes = codes_by_wording(field.choices, code_lists)

    def split(text: str) -> list[str]:
        parts: list[str] = []
        for part in _BETWEEN_CODES.split(text):
            known = fold(part) in codes
            parts += [part] if known else _MAYBE_BETWEEN_CODES.split(part)
        return [part for part in parts if part.strip()]

    def read(value: CellValue) -> object:
        raw = as_text(value)
        if read_text(value) is None:
            return None
        grade, rate = _GRADE.search(raw), _RATE.search(raw)
        parts = split(_RATE.sub(" ", _GRADE.sub(" ", raw)))
        unknown = [part.strip() for part in parts if fold(part) not in codes]
        if unknown or not parts:
            raise CellTrouble(_unknown_choice("; ".join(unknown) or raw, field, code_lists))
        found = frozenset(codes[fold(part)] for part in parts)
        if field.choices != "POLICY":
            return found
        beside = {"policy_grade": f"{grade[1]}/4" if grade else None}
        beside_rate = {"policy_rate": int(rate[1]) if rate else None}
        extra = {name: got for name, got in (beside | beside_rate).items() if got}
        return Several({field.name: found, **extra}) if extra else found

    return read
