"""The sheet of donors for the notice board, in large letters."""

from collections.abc import Iterator
from pathlib import Path

from ccb_desktop.documents.layout import room_mm
from ccb_desktop.documents.word.head import foot, letterhead
from ccb_desktop.documents.word.markup import letters, paragraph, run, twips
from ccb_desktop.documents.word.package import WordFile, section, write_word
from ccb_desktop.documents.word.styles import GRID, TITLE
from ccb_desktop.domain.fund_papers.donor_board import BoardGroup, BoardPaper
from ccb_desktop.domain.papers import Align

_TITLE_SIZES = (30, 22)
_ROW_SIZE = 18
_GROUP_SIZE = 18
_WIDTHS = (0.11, 0.5, 0.39)  # of the room: number, name, what was given
_ROOM_IN_ROW = '<w:spacing w:before="60" w:after="60"/>'
_SHADE = '<w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>'
_WHOLE = "<w:trPr><w:cantSplit/></w:trPr>"
_REPEATED = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
_HEADS = ("STT", "Ông, bà, đơn vị", "Đã ủng hộ")


def write_donor_board(paper: BoardPaper, target: Path) -> Path:
    """Write the sheet upright on A4, read it back, and put it in place; gives its path.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    room = room_mm(landscape=False)
    body = [
        letterhead(paper.letterhead, room),
        *_title(paper),
        _table(paper, room),
        _line(paper.total, _ROW_SIZE, bold=True, align=Align.LEFT, above=120),
        foot(paper.signature, (), room),
        section(landscape=False),
    ]
    head = paper.letterhead
    return write_word(
        WordFile("".join(body), " ".join(paper.title), head.issuer, head.practice), target
    )


def _title(paper: BoardPaper) -> Iterator[str]:
    above = 240
    for line, size in zip(paper.title, _TITLE_SIZES, strict=True):
        more = f'<w:spacing w:before="{above}" w:after="0"/>'
        yield paragraph(run(line, letters(bold=True, size=size)), TITLE, more=more, keep=True)
        above = 60
    yield _line(paper.subtitle, 16, italic=True, above=60, below=160)


def _line(
    text: str,
    size: float,
    *,
    bold: bool = False,
    italic: bool = False,
    align: Align = Align.CENTER,
    above: int = 0,
    below: int = 0,
) -> str:
    spacing = f'<w:spacing w:before="{above}" w:after="{below}"/>'
    look = letters(bold=bold, italic=italic, size=size)
    return paragraph(run(text, look), more=spacing, align=align, keep=True)


def _table(paper: BoardPaper, room: float) -> str:
    widths = [twips(room * part) for part in _WIDTHS]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = [_row(widths, _HEADS, _REPEATED, bold=True, centred=True)]
    for group in paper.groups:
        rows += _group(group, widths)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{GRID}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _group(group: BoardGroup, widths: list[int]) -> Iterator[str]:
    label = run(group.label, letters(bold=True, size=_GROUP_SIZE))
    band = paragraph(label, more=_ROOM_IN_ROW, align=Align.LEFT, keep=True)
    yield (
        f'<w:tr>{_WHOLE}<w:tc><w:tcPr><w:tcW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{len(widths)}"/>{_SHADE}</w:tcPr>{band}</w:tc></w:tr>'
    )
    for row in group.rows:
        yield _row(widths, row, _WHOLE)


def _row(
    widths: list[int],
    texts: tuple[str, str, str],
    properties: str,
    *,
    bold: bool = False,
    centred: bool = False,
) -> str:
    look = letters(bold=bold, size=_ROW_SIZE)
    cells = []
    for place, (width, text) in enumerate(zip(widths, texts, strict=True)):
        align = Align.CENTER if centred or place == 0 else Align.LEFT
        said = paragraph(run(text, look), more=_ROOM_IN_ROW, align=align, keep=bold)
        cells.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
            f'<w:vAlign w:val="center"/></w:tcPr>{said}</w:tc>'
        )
    return f"<w:tr>{properties}{''.join(cells)}</w:tr>"
