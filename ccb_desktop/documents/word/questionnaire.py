"""Questionnaires as Word documents: known entries on grey, white boxes for the pen."""

from collections.abc import Sequence
from pathlib import Path

from ccb_desktop.documents.layout import fit, room_mm
from ccb_desktop.documents.word.blocks import note
from ccb_desktop.documents.word.forms import NEW_PAGE
from ccb_desktop.documents.word.head import letterhead, subtitle, title
from ccb_desktop.documents.word.markup import letters, paragraph, run, twips
from ccb_desktop.documents.word.package import WordFile, section, write_word
from ccb_desktop.documents.word.styles import GRID, table_text
from ccb_desktop.documents.word.tables import bare_table
from ccb_desktop.domain.member_papers.questionnaire import (
    Answer,
    PersonQuestions,
    Questionnaire,
    UnitQuestions,
)
from ccb_desktop.domain.papers import Align, Column, Letterhead

TITLE = "PHIẾU BỔ SUNG HỒ SƠ HỘI VIÊN"

_ROW_MM = 11  # high enough to write in by hand
_KNOWN_ROW_MM = 6
_KNOWN = '<w:shd w:val="clear" w:color="auto" w:fill="EDEDED"/>'
_HEAD = '<w:shd w:val="clear" w:color="auto" w:fill="D9D9D9"/>'
_MIDDLE = '<w:vAlign w:val="center"/>'
_DATED = "…………, ngày ….. tháng ….. năm 20…"
_ROOM_TO_SIGN = '<w:spacing w:before="0" w:after="1100"/>'
_ENTRIES = (Column("Mục", 55), Column("Trong sổ, hoặc ghi vào đây", 110))
_PEN = {UnitQuestions: ("NGƯỜI GHI", "CHI HỘI TRƯỞNG"), PersonQuestions: ("", "NGƯỜI KHAI")}


def write_questionnaire(paper: Questionnaire, target: Path) -> Path:
    """Write the sheets, each on pages of its own, read the file back, and put it in place.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    landscape = any(isinstance(sheet, UnitQuestions) for sheet in paper.sheets)
    room = room_mm(landscape=landscape)
    pages = [_sheet(paper.letterhead, sheet, room) for sheet in paper.sheets]
    body = NEW_PAGE.join(pages) + section(landscape=landscape)
    head = paper.letterhead
    return write_word(WordFile(body, TITLE, head.issuer, head.practice), target)


def _sheet(head: Letterhead, sheet: UnitQuestions | PersonQuestions, room: float) -> str:
    above = letterhead(head, room) + title([TITLE], room)
    if isinstance(sheet, UnitQuestions):
        content = subtitle(sheet.name) + _table(sheet.columns, sheet.rows, room)
    else:
        content = subtitle(f"{sheet.name} - {sheet.unit_name}")
        content += _table(_ENTRIES, sheet.entries, room) + _doubts(sheet.doubts)
    return above + content + note(sheet.note, keep=True) + _foot(*_PEN[type(sheet)], room)


def _table(columns: Sequence[Column], rows: Sequence[Sequence[Answer]], room: float) -> str:
    fitted = fit(columns, room)
    widths, style = [twips(mm) for mm in fitted.widths_mm], table_text(fitted.font_size)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    bold = letters(bold=True)
    labels = [
        _cell(width, paragraph(run(c.label, bold), style, align=Align.CENTER), _HEAD)
        for width, c in zip(widths, columns, strict=True)
    ]
    lines = [
        _row(
            "".join(
                _cell(width, paragraph(run(text or ""), style), "" if text is None else _KNOWN)
                for width, text in zip(widths, row, strict=True)
            ),
            _ROW_MM if None in row else _KNOWN_ROW_MM,
        )
        for row in rows
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(''.join(labels), _ROW_MM, '<w:tblHeader/>')}"
        f"{''.join(lines)}</w:tbl>"
    )


def _row(cells: str, height_mm: float, more: str = "") -> str:
    height = f'<w:trHeight w:val="{twips(height_mm)}" w:hRule="atLeast"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{more}</w:trPr>{cells}</w:tr>"


def _cell(width: int, content: str, shade: str) -> str:
    look = f'<w:tcW w:w="{width}" w:type="dxa"/>{shade}{_MIDDLE}'
    return f"<w:tc><w:tcPr>{look}</w:tcPr>{content}</w:tc>"


def _doubts(doubts: Sequence[str]) -> str:
    """What the member is asked to look at again."""
    if not doubts:
        return ""
    spacing = '<w:spacing w:before="120" w:after="40"/>'
    lines = [paragraph(run("Xin xem lại:", letters(bold=True, size=13)), more=spacing, keep=True)]
    lines += [paragraph(run(f"- {doubt}", letters(size=13)), keep=True) for doubt in doubts]
    return "".join(lines)


def _foot(left: str, right: str, room: float) -> str:
    """Who has filled it in, with room for date and name."""
    half = room / 2
    dated = paragraph(run(_DATED, letters(italic=True, size=13)), align=Align.CENTER, keep=True)
    rows = [[paragraph("", keep=True), dated], [_signs(left), _signs(right)]]
    return bare_table((half, half), rows)


def _signs(who: str) -> str:
    if not who:
        return paragraph("", keep=True)
    name = paragraph(run(who, letters(bold=True, size=13)), align=Align.CENTER, keep=True)
    hint = run("(Ký, ghi rõ họ tên)", letters(italic=True, size=12))
    below = paragraph(hint, align=Align.CENTER, keep=True)
    return name + below + paragraph("", more=_ROOM_TO_SIGN)
