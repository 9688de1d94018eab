"""The paragraphs of a part of a Word file as somebody sees them: their text, and where they are."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ccb_desktop.documents.word.package import BODY_PART

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PARAGRAPH, _TEXT, _ROW, _CELL, _TABLE = (f"{_W}{name}" for name in ("p", "t", "tr", "tc", "tbl"))
_BOX = f"{_W}txbxContent"


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph with words.

    Attributes:
        place: `đoạn 3`, `bảng 2, dòng 1, cột 3`, `đầu trang`; paragraphs without words are
            not counted.
        text: Its words, however they are formatted.
        row_text: The words of the row of a table in which it stands; `None` outside tables.
    """

    place: str
    text: str
    row_text: str | None


def lines_of(name: str, content: bytes) -> Iterator[Line]:
    """The paragraphs of a part of a Word file that have words, in their order.

    Args:
        name: Of the part, `word/document.xml` or a header or footer.
        content: Its XML, well-formed.
    """
    from lxml import etree  # noqa: PLC0415 (heavy, wanted only for templates)

    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    root = etree.fromstring(content, parser)
    tables = {table: number for number, table in enumerate(root.iter(_TABLE), 1)}
    counted = 0
    for paragraph in root.iter(_PARAGRAPH):
        text = _text(paragraph)
        if not text.strip():
            continue
        row = next(paragraph.iterancestors(_ROW), None)
        if row is None:
            counted += 1
        words = "".join(node.text or "" for node in row.iter(_TEXT)) if row is not None else None
        yield Line(_place(name, paragraph, row, tables, counted), text, words)


def _text(paragraph: Any) -> str:
    """The words of a paragraph without those of a box that is anchored in it."""
    own = (
        node for node in paragraph.iter(_TEXT) if next(node.iterancestors(_PARAGRAPH)) is paragraph
    )
    return "".join(node.text or "" for node in own)


def _place(name: str, paragraph: Any, row: Any, tables: dict[Any, int], counted: int) -> str:
    where = [] if name == BODY_PART else ["đầu trang" if "header" in name else "chân trang"]
    if next(paragraph.iterancestors(_BOX), None) is not None:
        where.append("trong khung chữ")
    if row is not None:
        table, cell = next(row.iterancestors(_TABLE)), next(paragraph.iterancestors(_CELL))
        rows, cells = list(table.iter(_ROW)), list(row.iter(_CELL))
        where.append(f"bảng {tables[table]}")
        where.append(f"dòng {rows.index(row) + 1}, cột {cells.index(cell) + 1}")
    elif not where:
        where.append(f"đoạn {counted}")
    return ", ".join(where)
