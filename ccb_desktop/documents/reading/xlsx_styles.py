"""Where a packed workbook keeps its sheets, and which of its styles matter on reading."""

import zipfile
from io import BytesIO
from xml.etree import ElementTree

from ccb_desktop.documents.reading.sheet_details import (
    MONTH_AND_YEAR,
    Styles,
    date_precision,
)
from ccb_desktop.domain.legacy_fonts import code_of_font

_MOST_BYTES = 16 * 1024 * 1024  # of a part that is read as a tree


def sheet_parts(package: zipfile.ZipFile) -> dict[str, str]:
    """Name of each sheet → its part, as the workbook says."""
    names = {name.lower(): name for name in package.namelist()}
    targets = {}
    rels = names.get("xl/_rels/workbook.xml.rels")
    for relation in _xml(package, rels) if rels else ():
        target = relation.get("Target", "")
        path = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        targets[relation.get("Id", "")] = names.get(path.lower(), "")
    found = {}
    for element in _xml(package, names["xl/workbook.xml"]).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            ids = [value for key, value in element.items() if key.endswith("}id")]
            found[element.get("name", "")] = targets.get(ids[0] if ids else "", "")
    return {name: part for name, part in found.items() if part}


def _xml(package: zipfile.ZipFile, part: str) -> ElementTree.Element:
    """A small part as a tree; the gate has seen to it that there is no DTD."""
    if package.getinfo(part).file_size > _MOST_BYTES:
        return ElementTree.Element("none")
    return ElementTree.parse(BytesIO(package.read(part))).getroot()


def read_styles(package: zipfile.ZipFile) -> Styles:
    """The styles of a workbook."""
    part = next((name for name in package.namelist() if name.lower() == "xl/styles.xml"), "")
    if not part:
        return Styles()
    root = _xml(package, part)
    fonts = [
        next((child.get("val", "") for child in font if _tag(child) == "name"), "")
        for group in root
        if _tag(group) == "fonts"
        for font in group
    ]
    formats = {
        int(entry.get("numFmtId", 0)): date_precision(entry.get("formatCode", ""))
        for entry in root.iter()
        if _tag(entry) == "numFmt"
    } | {MONTH_AND_YEAR: "month"}
    styles = Styles()
    cell_styles = [style for group in root if _tag(group) == "cellXfs" for style in group]
    for number, style in enumerate(cell_styles):
        font = int(style.get("fontId", 0))
        if font < len(fonts) and code_of_font(fonts[font]) != "UNICODE":
            styles.fonts[number] = fonts[font]
        precision = formats.get(int(style.get("numFmtId", 0)), "")
        if precision:
            styles.month_or_year[number] = precision
    return styles


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
