"""Slips of vouchers as a Word file, two on each page, to be signed and cut apart."""

from collections.abc import Sequence
from pathlib import Path

from ccb_desktop.documents.layout import PAGE_MM, lines_needed, name_in_lines
from ccb_desktop.documents.word.head import signs
from ccb_desktop.documents.word.markup import letters, paragraph, run, twips
from ccb_desktop.documents.word.package import WordFile, write_word
from ccb_desktop.documents.word.tables import bare_table
from ccb_desktop.domain.fund_papers.voucher_slips import Field, VoucherSlip
from ccb_desktop.domain.papers import Align

_SIDE_MM, _TOP_MM = 20, 9
_HALF_MM = 138
_ROOM_MM = PAGE_MM[0] - 2 * _SIDE_MM
_HEAD = (0.3, 0.4, 0.3)
_SIZES = (13, 12, 11, 10, 9)
_MOST_LINES = {13: 9, 12: 11, 11: 13, 10: 15}
_LINE = '<w:spacing w:before="30" w:after="0" w:line="250" w:lineRule="auto"/>'
_TIGHT = '<w:spacing w:before="0" w:after="0"/>'
_TINY = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
_ABOVE = '<w:spacing w:before="120" w:after="0"/>'
_RED = '<w:color w:val="C00000"/>'
_BOX = "".join(
    f'<w:{side} w:val="single" w:sz="12" w:space="1" w:color="C00000"/>'
    for side in ("top", "left", "bottom", "right")
)
_CUT = '<w:pBdr><w:top w:val="dashed" w:sz="4" w:space="0" w:color="808080"/></w:pBdr>'
_GAP = '<w:spacing w:before="0" w:after="0" w:line="{}" w:lineRule="exact"/>'


def write_voucher_slips(
    slips: Sequence[VoucherSlip], title: str, author: str, target: Path, *, practice: bool
) -> Path:
    """Write slips in their order, read the file back, and put it in place; gives its path.

    Args:
        slips: At least one.
        title: Title of the file.
        author: The issuing Hội.
        target: The file to write.
        practice: Whether each page says that the figures are for practice.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `safe_write.replacing`.
    """
    rows = "".join(_half(slip, upper=place % 2 == 0) for place, slip in enumerate(slips))
    width = twips(_ROOM_MM)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        f'</w:tblCellMar></w:tblPr><w:tblGrid><w:gridCol w:w="{width}"/></w:tblGrid>{rows}</w:tbl>'
    )
    body = table + paragraph("", more=_TINY) + _section()
    return write_word(WordFile(body, title, author, practice), target)


def _half(slip: VoucherSlip, *, upper: bool) -> str:
    """One slip in its half of a page; whatever it says, it gets no higher."""
    height = f'<w:trHeight w:val="{twips(_HALF_MM)}" w:hRule="exact"/>'
    return (
        f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr><w:tc><w:tcPr>"
        f'<w:tcW w:w="{twips(_ROOM_MM)}" w:type="dxa"/></w:tcPr>'
        f"{_content(slip, upper=upper)}</w:tc></w:tr>"
    )


def _content(slip: VoucherSlip, *, upper: bool) -> str:
    """What stands on a slip; the lower one begins with the line where they are cut apart."""
    size = _size_of(slip)
    lines = "".join(_field(field, size) for field in slip.fields)
    foot = paragraph(run(slip.received, letters(size=11)), more=_ABOVE) if slip.received else ""
    above = paragraph("", more=("" if upper else _CUT) + _GAP.format(200))
    gap, small = paragraph("", more=_GAP.format(160)), paragraph("", more=_TINY)
    signed = signs(slip.signs, _ROOM_MM, size=11, room_pt=45)
    return f"{above}{_head(slip)}{small}{lines}{gap}{signed}{foot}{small}"


def _size_of(slip: VoucherSlip) -> int:
    """The largest letters in which the fields leave room for the signatures."""
    for size in _SIZES[:-1]:
        needed = sum(lines_needed(" ".join(field), _ROOM_MM, size) for field in slip.fields)
        if needed <= _MOST_LINES[size]:
            return size
    return _SIZES[-1]


def _field(field: Field, size: float) -> str:
    label, value = field
    bold = label in ("Số tiền:", "Viết bằng chữ:")
    runs = run(f"{label} ", letters(size=size)) + run(value, letters(bold=bold, size=size))
    return paragraph(runs, more=_LINE)


def _head(slip: VoucherSlip) -> str:
    left, middle, right = (_ROOM_MM * part for part in _HEAD)
    parent = name_in_lines(slip.parent.upper(), left, 10)
    issuer = name_in_lines(slip.issuer.upper(), left, 10, bold=True)
    issuing = (
        _centred(parent, letters(size=10))
        + _centred(issuer, letters(bold=True, size=10))
        + _centred(f"Địa chỉ: {slip.address}", letters(size=10))
    )
    titled = (
        _centred(slip.title, letters(bold=True, size=16), _ABOVE)
        + _centred(slip.dated, letters(italic=True, size=12))
        + _stamp(slip, middle)
    )
    lines = [slip.form_no, f"Số: {slip.number}", "Nợ: ……………", "Có: ……………"]
    numbered = "".join(
        paragraph(run(line, letters(bold=line.startswith("Số"), size=11)), more=_indent(6))
        for line in lines
        if line
    )
    return bare_table((left, middle, right), [[issuing, titled, numbered]])


def _stamp(slip: VoucherSlip, width: float) -> str:
    if not slip.stamp:
        return ""
    side = twips(width * 0.18)
    frame = f'<w:pBdr>{_BOX}</w:pBdr>{_TIGHT}<w:ind w:left="{side}" w:right="{side}"/>'
    stamp = run(slip.stamp, f"<w:b/><w:bCs/>{_RED}{letters(size=15)}")
    words = run(slip.stamp_words, _RED + letters(size=10))
    return paragraph(stamp, more=frame, align=Align.CENTER) + paragraph(
        words, more=_TIGHT, align=Align.CENTER
    )


def _indent(mm: float) -> str:
    return f'{_TIGHT}<w:ind w:left="{twips(mm)}"/>'


def _centred(text: str, look: str, more: str = _TIGHT) -> str:
    return paragraph(run(text, look), more=more, align=Align.CENTER)


def _section() -> str:
    width, height = PAGE_MM
    margins = {"top": _TOP_MM, "right": _SIDE_MM, "bottom": 8, "left": _SIDE_MM}
    measured = " ".join(f'w:{side}="{twips(mm)}"' for side, mm in margins.items())
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="footer"/>'
        f'<w:pgSz w:w="{twips(width)}" w:h="{twips(height)}"/>'
        f'<w:pgMar {measured} w:header="0" w:footer="{twips(3)}" w:gutter="0"/></w:sectPr>'
    )
