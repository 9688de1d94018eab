"""Sheets of equal pieces to be cut out or peeled off: cards, labels."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from ccb_desktop.documents.layout import PAGE_MM, lines_needed
from ccb_desktop.documents.word.markup import letters, paragraph, run, twips
from ccb_desktop.documents.word.package import WordFile, write_word
from ccb_desktop.domain.member_papers.cards import CardLine, CutCard, CutSheet

_INSET_MM = 3.0
_PHOTO_MM = (20, 30)
_SMALLEST = 8.5
_SLACK_MM = 2  # for the paragraph that Word wants behind a table
_FOOTER_MM = 5
_FIXED = '<w:tblLayout w:type="fixed"/>'
_NO_MARGINS = (
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
)
_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_GAP = '<w:spacing w:before="0" w:after="0" w:line="100" w:lineRule="exact"/>'
_TIGHT = '<w:spacing w:before="0" w:after="0"/>'


def write_cut_sheet(
    cards: Sequence[CutCard],
    sheet: CutSheet,
    title: str,
    author: str,
    target: Path,
    *,
    practice: bool,
) -> Path:
    """Write the pieces row by row, read the file back, and put it in place.

    Args:
        cards: What stands on each; at least one.
        sheet: How they lie.
        title: Title of the file.
        author: The issuing Hội.
        target: The file to write; its absolute path is given.
        practice: Whether every sheet says that the figures are for practice.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    body = f"{_table(cards, sheet)}{paragraph('', more=_TINY)}{_section(sheet)}"
    return write_word(WordFile(body, title, author, practice), target)


def _table(cards: Sequence[CutCard], sheet: CutSheet) -> str:
    widths = list(_widths(sheet))
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    rows = (
        _row(cards[start : start + sheet.columns], sheet)
        for start in range(0, len(cards), sheet.columns)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(map(twips, widths))}" w:type="dxa"/>{_FIXED}'
        f"{_NO_MARGINS}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _widths(sheet: CutSheet) -> Iterator[float]:
    """The columns of the table: pieces, and the gaps between them."""
    for place in range(sheet.columns):
        if place and sheet.gap:
            yield sheet.gap
        yield sheet.width


def _row(cards: Sequence[CutCard], sheet: CutSheet) -> str:
    cells: list[str] = []
    for place in range(sheet.columns):
        if place and sheet.gap:
            cells.append(_cell(sheet.gap, paragraph("", more=_TINY)))
        there = place < len(cards)
        content = _content(cards[place], sheet) if there else paragraph("", more=_TINY)
        cells.append(_cell(sheet.width, content, framed=sheet.framed and there))
    height = f'<w:trHeight w:val="{twips(sheet.height)}" w:hRule="exact"/>'
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"


def _cell(width: float, content: str, *, framed: bool = False) -> str:
    sides = ("top", "left", "bottom", "right")
    line = "".join(
        f'<w:{side} w:val="dotted" w:sz="4" w:space="0" w:color="808080"/>' for side in sides
    )
    borders = f"<w:tcBorders>{line}</w:tcBorders>" if framed else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{twips(width)}" w:type="dxa"/>{borders}'
        f'<w:vAlign w:val="center"/></w:tcPr>{content}</w:tc>'
    )


def _content(card: CutCard, sheet: CutSheet) -> str:
    room = sheet.width - 2 * _INSET_MM
    head = "".join(_line(line, room) for line in card.head)
    if not card.photo:
        return head + "".join(_line(line, room) for line in card.body)
    beside = room - _PHOTO_MM[0] - _INSET_MM
    text = "".join(_line(line, beside, inset=False) for line in card.body)
    return (
        f"{head}{paragraph('', more=_GAP)}{_beside_photo(text, beside)}{paragraph('', more=_TINY)}"
    )


def _beside_photo(text: str, width: float) -> str:
    photo_width, photo_height = map(twips, _PHOTO_MM)
    gap = twips(_INSET_MM)
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>'
        for side in ("top", "left", "bottom", "right")
    )
    hint = paragraph(run("Ảnh 2 × 3", letters(size=8)), more=f'{_TIGHT}<w:jc w:val="center"/>')
    cells = (
        (photo_width, f"<w:tcBorders>{sides}</w:tcBorders>", hint),
        (gap, "", paragraph("", more=_TINY)),
        (twips(width), "", text),
    )
    inside = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{wide}" w:type="dxa"/>{borders}<w:vAlign w:val="center"/>'
        f"</w:tcPr>{content}</w:tc>"
        for wide, borders, content in cells
    )
    grid = "".join(f'<w:gridCol w:w="{wide}"/>' for wide, _, _ in cells)
    height = f'<w:trHeight w:val="{photo_height}" w:hRule="exact"/>'
    total = sum(wide for wide, _, _ in cells)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{total}" w:type="dxa"/>'
        f'<w:tblInd w:w="{gap}" w:type="dxa"/>{_FIXED}{_NO_MARGINS}</w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>"
        f"<w:tr><w:trPr>{height}</w:trPr>{inside}</w:tr></w:tbl>"
    )


def _line(line: CardLine, room: float, *, inset: bool = True) -> str:
    side = twips(_INSET_MM) if inset else 0
    indent = f'<w:ind w:left="{side}" w:right="{side}"/>'
    look = letters(bold=line.bold, size=_fitting(line, room))
    return paragraph(run(line.text, look), align=line.align, more=_TIGHT + indent)


def _fitting(line: CardLine, room: float) -> float:
    """The size at which the line stays one line; a long address may take two."""
    size = line.size
    while size > _SMALLEST and lines_needed(line.text, room, size, bold=line.bold) > 1:
        size -= 0.5
    return size


def _section(sheet: CutSheet) -> str:
    width, height = PAGE_MM
    bottom = height - sheet.top - sheet.rows * sheet.height - _SLACK_MM
    right = width - sheet.left - sum(_widths(sheet))
    margins = {"top": sheet.top, "right": max(right, 0), "bottom": bottom, "left": sheet.left}
    measured = " ".join(f'w:{side}="{twips(mm)}"' for side, mm in margins.items())
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"/>'
        f'<w:pgMar {measured} w:header="0" w:footer="{twips(_FOOTER_MM)}" w:gutter="0"/>'
        "</w:sectPr>"
    )
