"""Head and foot of a paper: issuer and nation, title, signatures, recipients."""

from collections.abc import Sequence

from ccb_desktop.documents.layout import name_in_lines, text_mm
from ccb_desktop.documents.official_words import MOTTO, NATION
from ccb_desktop.documents.word.markup import letters, line_under, paragraph, run, twips
from ccb_desktop.documents.word.styles import TITLE
from ccb_desktop.documents.word.tables import bare_table
from ccb_desktop.domain.papers import Align, Letterhead, Signature

LEFT_PART = 0.41
"""Of the width between the margins: the issuer's half of the head."""

TITLE_SIZE = 14
_NATION_SIZE, _MOTTO_SIZE = 12, 13
_MOTTO_MM = 56  # its length in 13 points bold
_ROOM_TO_SIGN = '<w:spacing w:before="0" w:after="1300"/>'  # 65 points
_ABOVE_TITLE = '<w:spacing w:before="240" w:after="0"/>'


def letterhead(head: Letterhead, room_mm: float) -> str:
    """Parent and issuer at the left, nation and motto at the right, each over its line."""
    left, right = room_mm * LEFT_PART, room_mm * (1 - LEFT_PART)
    parent, issuer = head_names(head.parent_in_head, head.issuer_in_head, left)
    longest = max(text_mm(line, _NATION_SIZE, bold=True) for line in issuer.split("\n"))
    left_cell = (
        _centred(parent, letters(size=_NATION_SIZE))
        + _centred(issuer, letters(bold=True, size=_NATION_SIZE))
        + line_under(left, min(longest, left) * 0.4)
    )
    right_cell = (
        _centred(NATION, letters(bold=True, size=_NATION_SIZE))
        + _centred(MOTTO, letters(bold=True, size=_MOTTO_SIZE))
        + line_under(right, _MOTTO_MM)
    )
    rows = [[left_cell, right_cell]]
    if head.number:
        number = _centred(f"Số: {head.number}", letters(size=13))
        rows.append([number, place_and_date(head)])
    return bare_table((left, right), rows)


def head_names(parent: str, issuer: str, width_mm: float) -> tuple[str, str]:
    """Parent and issuer in capitals, in lines that fit."""
    return (
        name_in_lines(parent.upper(), width_mm, _NATION_SIZE),
        name_in_lines(issuer.upper(), width_mm, _NATION_SIZE, bold=True),
    )


def place_and_date(head: Letterhead) -> str:
    """`An Lạc, ngày 05 tháng 6 năm 2026`, centred in italics."""
    return _centred(head.place_and_date, letters(italic=True, size=13))


def title(
    lines: Sequence[str], room_mm: float, *, under: bool = False, new_page: bool = False
) -> str:
    """The lines of a title.

    Args:
        lines: From the kind of paper to its subject.
        room_mm: Width between the margins.
        under: Whether the short line of a document stands under them.
        new_page: Whether they begin a page.
    """
    look = letters(bold=True, size=TITLE_SIZE)
    first = ("<w:pageBreakBefore/>" if new_page else "") + _ABOVE_TITLE
    written = "".join(
        paragraph(run(line, look), TITLE, more="" if place else first, keep=True)
        for place, line in enumerate(lines)
    )
    longest = max(text_mm(line, TITLE_SIZE, bold=True) for line in lines[-1].split("\n"))
    length = min(longest, room_mm) * 0.4
    return written + (line_under(room_mm, length, keep=True) if under else "")


def subtitle(text: str) -> str:
    """The day or period under a title, centred in italics."""
    look = letters(italic=True, size=13)
    after = '<w:spacing w:before="60" w:after="120"/>'
    return paragraph(run(text, look), more=after, align=Align.CENTER, keep=True)


def addressees(names: Sequence[str]) -> str:
    """`Kính gửi: …`, or the addressees under it, each on a line."""
    above = '<w:spacing w:before="120" w:after="120"/>'
    if len(names) == 1:
        return paragraph(run(f"Kính gửi: {names[0]}"), more=above, align=Align.CENTER)
    lines = [paragraph(run("Kính gửi:"), more=_indent(30), keep=True)]
    for place, name in enumerate(names, 1):
        end = "." if place == len(names) else ";"
        lines.append(paragraph(run(f"- {name}{end}"), more=_indent(52), keep=place < len(names)))
    return "".join(lines)


def _indent(mm: float) -> str:
    return f'<w:spacing w:before="0" w:after="60"/><w:ind w:left="{twips(mm)}"/>'


def foot(signature: Signature, recipients: Sequence[str], room_mm: float) -> str:
    """`Nơi nhận` at the left, the signature at the right, never parted by a page."""
    listed = paragraph(run("Nơi nhận:", letters(bold=True, italic=True, size=12)), keep=True)
    for place, name in enumerate(recipients, 1):
        end = "." if place == len(recipients) else ";"
        listed += paragraph(run(f"- {name}{end}", letters(size=11)), keep=True)
    cells = [listed if recipients else paragraph(""), _signature(signature)]
    return _space() + bare_table((room_mm / 2, room_mm / 2), [cells])


def list_foot(head: Letterhead, signatures: Sequence[Signature], room_mm: float) -> str:
    """Place and date over the last signature of a list, the signatures side by side."""
    if not signatures:
        return ""
    count = max(len(signatures), 2)
    widths = [room_mm / count] * count
    gap = [paragraph("")] * (count - len(signatures))
    dated = [paragraph("", keep=True)] * (count - 1) + [place_and_date(head)]
    signed = [*gap, *map(_signature, signatures)]
    return _space() + bare_table(widths, [dated, signed])


def signs(who: Sequence[tuple[str, str]], room_mm: float, *, size: float, room_pt: float) -> str:
    """Many who sign, side by side in small letters.

    Args:
        who: Titles, and the names of those who are known, from left to right.
        room_mm: Width for all of them.
        size: Of the letters, in points.
        room_pt: Height for the pen, in points.
    """
    look, tight = letters(bold=True, size=size), '<w:spacing w:before="0" w:after="0"/>'
    for_pen = f'<w:spacing w:before="0" w:after="{round(room_pt * 20)}"/>'

    def centred(text: str, look: str) -> str:
        return paragraph(run(text, look), more=tight, align=Align.CENTER, keep=True)

    hint = centred("(Ký, họ tên)", letters(italic=True, size=size - 1))
    rows = [
        [centred(title, look) for title, _name in who],
        [hint + paragraph("", more=for_pen, keep=True)] * len(who),
        [paragraph(run(name, look), more=tight, align=Align.CENTER) for _title, name in who],
    ]
    return bare_table([room_mm / len(who)] * len(who), rows)


def _signature(signature: Signature) -> str:
    look = letters(bold=True, size=14)
    lines = [_centred(line, look) for line in signature.lines]
    if signature.hint:
        lines.append(_centred(signature.hint, letters(italic=True, size=12)))
    room = paragraph("", more=_ROOM_TO_SIGN, keep=True)
    return "".join(lines) + room + paragraph(run(signature.name, look), align=Align.CENTER)


def _centred(text: str, look: str) -> str:
    return paragraph(run(text, look), align=Align.CENTER, keep=True)


def _space() -> str:
    """What keeps two tables from growing together."""
    return paragraph(
        "", more='<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>', keep=True
    )
