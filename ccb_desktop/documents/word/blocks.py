"""The body of a paper: headings, paragraphs and tables in their order."""

from collections.abc import Iterator, Sequence

from ccb_desktop.documents.word.charts import chart_paragraph
from ccb_desktop.documents.word.markup import letters, paragraph, run
from ccb_desktop.documents.word.styles import BODY, HEADINGS
from ccb_desktop.documents.word.tables import table_pieces
from ccb_desktop.domain.papers import BarChart, Block, Heading, PaperTable, Paragraph

_TABLE_TITLE_SIZE = 13


def blocks(content: Sequence[Block], room_mm: float, *, signed: bool = False) -> str:
    """Blocks of the body as Word writes them.

    Args:
        content: In order.
        room_mm: Width between the margins.
        signed: Whether the last one stays on the page of the signature that follows.
    """
    last, charts = len(content) - 1, charts_of(content)
    return "".join(
        chart_paragraph(block, charts.index(block) + 1, room_mm)
        if isinstance(block, BarChart)
        else _block(block, room_mm, signed=signed and place == last)
        for place, block in enumerate(content)
    )


def charts_of(content: Sequence[Block]) -> list[BarChart]:
    """The charts of a body, in the order in which its blocks number them."""
    return list(dict.fromkeys(block for block in content if isinstance(block, BarChart)))


def _block(block: Heading | Paragraph | PaperTable, room_mm: float, *, signed: bool) -> str:
    match block:
        case Heading(level=level, text=text):
            return paragraph(run(text), HEADINGS[level])
        case Paragraph(text=text, bold=bold, italic=italic):
            look = letters(bold=bold, italic=italic)
            lines = (run(line.replace(" %", "\u00a0%"), look) for line in text.splitlines())
            return "".join(paragraph(line, BODY, keep=signed) for line in lines)
        case PaperTable():
            return titled_table(block, room_mm, signed=signed)


def titled_table(paper_table: PaperTable, room_mm: float, *, signed: bool = False) -> str:
    """A table under its title and over its note, apart from what follows.

    `signed` keeps its end on the page of the signatures that follow.
    """
    return "".join(titled_pieces(paper_table, room_mm, signed=signed))


def titled_pieces(
    paper_table: PaperTable, room_mm: float, *, signed: bool = False
) -> Iterator[str]:
    """The same piece by piece, for a table of any length."""
    if paper_table.title:
        look = letters(bold=True, size=_TABLE_TITLE_SIZE)
        above = "<w:pageBreakBefore/>" if paper_table.new_page else ""
        above += '<w:spacing w:before="120" w:after="60"/>'
        yield paragraph(run(paper_table.title, look), more=above, keep=True)
    yield from table_pieces(paper_table, room_mm, signed=signed)
    yield note(paper_table.note, keep=signed)


def note(text: str, *, keep: bool = False) -> str:
    """A sentence under a table, or without one the gap below it; `keep` as in `paragraph`."""
    spacing = '<w:spacing w:before="60" w:after="60"/>'
    words = run(text, letters(italic=True, size=12)) if text else ""
    return paragraph(words, more=spacing, keep=keep)
