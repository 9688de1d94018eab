"""Pieces of WordprocessingML as text: runs, paragraphs, and what stands in them."""

from ccb_desktop.documents.xml_text import escape
from ccb_desktop.domain.papers import Align

TWIPS_PER_MM = 1440 / 25.4

_JUSTIFIED = {Align.LEFT: "left", Align.CENTER: "center", Align.RIGHT: "right"}


def twips(mm: float) -> int:
    """Millimetres in the measure of Word, twentieths of a point."""
    return round(mm * TWIPS_PER_MM)


def run(text: str, properties: str = "") -> str:
    """A run of text; line breaks and tabs in it are kept.

    Args:
        text: Anything; signs that XML forbids are left out.
        properties: Elements of `w:rPr`, as `bold` gives them.
    """
    inside = escape(text)
    if "\n" in inside:
        inside = inside.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    if "\t" in inside:
        inside = inside.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    look = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{inside}</w:t></w:r>'


def letters(*, bold: bool = False, italic: bool = False, size: float | None = None) -> str:
    """Elements of `w:rPr`; the size is in points."""
    parts = "<w:b/><w:bCs/>" if bold else ""
    parts += "<w:i/><w:iCs/>" if italic else ""
    if size is not None:
        parts += f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>'
    return parts


def paragraph(
    runs: str, style: str = "", *, align: Align | None = None, more: str = "", keep: bool = False
) -> str:
    """A paragraph.

    Args:
        runs: Its runs as `run` gives them.
        style: Id of its style.
        align: Where its text stands, when not as the style says.
        more: Further elements of `w:pPr` that stand between `w:keepLines` and `w:jc`.
        keep: Whether it stays on the page of the next paragraph.
    """
    look = f'<w:pStyle w:val="{style}"/>' if style else ""
    look += "<w:keepNext/>" if keep else ""
    look += more
    look += f'<w:jc w:val="{_JUSTIFIED[align]}"/>' if align else ""
    return f"<w:p><w:pPr>{look}</w:pPr>{runs}</w:p>"


def line_under(width_mm: float, length_mm: float, *, keep: bool = False) -> str:
    """A short line, centred in a width: the thin line under a title."""
    side = twips(max(width_mm - length_mm, 0) / 2)
    border = '<w:pBdr><w:top w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
    spacing = '<w:spacing w:before="20" w:after="0" w:line="120" w:lineRule="exact"/>'
    indent = f'<w:ind w:left="{side}" w:right="{side}" w:firstLine="0"/>'
    return paragraph("", more=border + spacing + indent, keep=keep)
