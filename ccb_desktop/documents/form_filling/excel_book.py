"""The sheets of an Excel form as its XML has them: cells, texts, formats, merged cells."""

import posixpath
import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ccb_desktop.documents.form_filling.parts import FormPackage
from ccb_desktop.domain.errors import BadFile

if TYPE_CHECKING:
    from lxml.etree import _Element

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}"
WORKBOOK = "xl/workbook.xml"

_CELL = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_STRANGE = "tệp Excel kiểu lạ. Hãy mở bằng Excel, chọn Lưu thành, kiểu Excel (.xlsx), rồi đưa lại."
_DATE_FORMATS = frozenset({*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)})
_PERCENT_FORMATS = frozenset({9, 10})
_FRAMES = ("left", "right", "top", "bottom")


@dataclass(frozen=True, slots=True)
class CellLook:
    """What the format of a cell says.

    Attributes:
        framed: Whether a line is drawn at one of its sides.
    """

    is_date: bool = False
    is_percent: bool = False
    framed: bool = False
    bold: bool = False
    align: str = ""


def column_number(letters: str) -> int:
    """`A` is 1."""
    found = 0
    for letter in letters:
        found = found * 26 + ord(letter) - 64
    return found


def column_letters(number: int) -> str:
    """1 is `A`."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def cell_place(reference: str) -> tuple[int, int]:
    """Row and column of `B7`.

    Raises:
        BadFile: It is no such thing.
    """
    found = _CELL.fullmatch(reference)
    if found is None:
        raise BadFile(_STRANGE)
    return int(found[2]), column_number(found[1])


def reference_of(row: int, column: int) -> str:
    """`B7` of row 7 and column 2."""
    return f"{column_letters(column)}{row}"


def area_of(text: str) -> tuple[int, int, int, int]:
    """First row, first column, last row, last column of `B7:D9` or `B7`."""
    first, _, last = text.replace("$", "").partition(":")
    return (*cell_place(first), *cell_place(last or first))


class FormBook:
    """An Excel form."""

    def __init__(self, package: FormPackage) -> None:
        """Look at its workbook.

        Raises:
            BadFile: It is no usual Excel file.
        """
        self.package = package
        self.workbook = package.root(WORKBOOK)
        if self.workbook.tag != f"{S}workbook":
            raise BadFile(_STRANGE)
        self.parts = self._parts()
        """Name of each sheet that is seen → its part."""

    def _parts(self) -> dict[str, str]:
        targets = relations(self.package, WORKBOOK)
        found = {}
        for sheet in self.workbook.iter(f"{S}sheet"):
            part = targets.get(sheet.get(f"{_R}id") or "", ("", ""))[0]
            if part in self.package and sheet.get("state", "visible") == "visible":
                found[sheet.get("name") or ""] = part
        return {name: part for name, part in found.items() if "/worksheets/" in part}

    @cached_property
    def all_sheet_parts(self) -> list[str]:
        """The parts of all sheets, hidden ones too."""
        names = self.package.names
        return [one for one in names if re.fullmatch(r"xl/worksheets/[^/]+\.xml", one)]

    @cached_property
    def shared(self) -> list["_Element"]:
        """The texts that cells share."""
        name = "xl/sharedStrings.xml"
        return list(self.package.root(name).findall(f"{S}si")) if name in self.package else []

    @cached_property
    def looks(self) -> list[CellLook]:
        """What each format says, by its number."""
        name = "xl/styles.xml"
        return _looks(self.package.root(name)) if name in self.package else []

    def look(self, cell: "_Element | None") -> CellLook:
        """What the format of a cell says."""
        number = int(cell.get("s") or 0) if cell is not None else 0
        return self.looks[number] if number < len(self.looks) else CellLook()

    def text(self, cell: "_Element") -> str:
        """What stands in a cell, as it is stored."""
        kind, value = cell.get("t") or "n", cell.findtext(f"{S}v") or ""
        if kind == "inlineStr":
            return plain_text(cell.find(f"{S}is"))
        if kind != "s":
            return value
        number = int(value) if value.isdecimal() else -1
        return plain_text(self.shared[number]) if 0 <= number < len(self.shared) else ""


def plain_text(element: "_Element | None") -> str:
    """The text of a shared or inline string, without what tells how to read it aloud."""
    return "".join(one.text or "" for one in text_elements(element))


def text_elements(element: "_Element | None") -> list["_Element"]:
    """Its `t` elements, in order."""
    if element is None:
        return []
    return [*element.findall(f"{S}t"), *element.findall(f"{S}r/{S}t")]


def relations(package: FormPackage, part: str) -> dict[str, tuple[str, str]]:
    """Id → the part it leads to and the kind of the relation."""
    folder, name = posixpath.split(part)
    of_part = f"{folder}/_rels/{name}.rels"
    if of_part not in package:
        return {}
    found = {}
    for one in package.root(of_part).iter(f"{_REL}Relationship"):
        target = one.get("Target") or ""
        whole = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        inside = one.get("TargetMode") != "External"
        kind = (one.get("Type") or "").rpartition("/")[2]
        found[one.get("Id") or ""] = (whole if inside else "", kind)
    return found


def _looks(styles: "_Element") -> list[CellLook]:
    formats = {
        int(one.get("numFmtId") or 0): one.get("formatCode") or ""
        for one in styles.iter(f"{S}numFmt")
    }
    fonts = [one.find(f"{S}b") is not None for one in styles.findall(f"{S}fonts/{S}font")]
    frames = [_is_framed(one) for one in styles.findall(f"{S}borders/{S}border")]
    return [_look(one, formats, fonts, frames) for one in styles.findall(f"{S}cellXfs/{S}xf")]


def _look(
    style: "_Element", formats: dict[int, str], fonts: list[bool], frames: list[bool]
) -> CellLook:
    number, font, border = (int(style.get(n) or 0) for n in ("numFmtId", "fontId", "borderId"))
    code = re.sub(r'"[^"]*"|\\.|\[[^\]]*\]', "", formats.get(number, "")).lower()
    align = style.find(f"{S}alignment")
    return CellLook(
        is_date=number in _DATE_FORMATS or ("y" in code and "d" in code),
        is_percent=number in _PERCENT_FORMATS or "%" in code,
        framed=frames[border] if border < len(frames) else False,
        bold=fonts[font] if font < len(fonts) else False,
        align=(align.get("horizontal") or "") if align is not None else "",
    )


def _is_framed(border: "_Element") -> bool:
    sides = (border.find(f"{S}{side}") for side in _FRAMES)
    return any(side is not None and side.get("style") for side in sides)
