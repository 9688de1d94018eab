"""Cards of members and labels for letters: what stands on each, cut out of one A4 sheet."""

from collections.abc import Iterable
from dataclasses import dataclass

from ccb_desktop.domain.member_papers.member_sheet import (
    MemberFile,
    SheetSource,
    Texts,
    member_sheet,
)
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.papers import Align, board_signature, letterhead_of

_BLANK = "…" * 8  # to be filled in by pen


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of text; `size` in points is what it has where it fits."""

    text: str
    size: float
    bold: bool = False
    align: Align = Align.LEFT


@dataclass(frozen=True, slots=True)
class CutCard:
    """One piece that is cut out.

    Attributes:
        head: Lines across the whole width.
        body: Lines below, beside the frame for the photo where there is one.
        photo: Whether room is left for a photo of 2 × 3 cm.
    """

    head: tuple[CardLine, ...] = ()
    body: tuple[CardLine, ...] = ()
    photo: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CutSheet:
    """How the pieces lie on the sheet; all measures in millimetres.

    Attributes:
        gap: Between two columns.
        framed: Whether lines to cut along are printed; bought labels are cut already.
    """

    columns: int
    rows: int
    width: float
    height: float
    top: float
    left: float
    gap: float = 0.0
    framed: bool = True


CARDS = CutSheet(columns=2, rows=5, width=90, height=54, top=11, left=15)
"""Ten to a sheet, of the size of a bank card."""

LABELS = CutSheet(
    columns=3, rows=7, width=63.5, height=38.1, top=15.1, left=7.2, gap=2.5, framed=False
)
"""Twenty-one to a sheet, as sheets of labels 63,5 × 38,1 mm are sold."""


def member_cards(source: SheetSource, files: Iterable[MemberFile]) -> list[CutCard]:
    """The cards of some members, in the order given."""
    return [_member_card(source, member_sheet(source, file).fields) for file in files]


def _member_card(source: SheetSource, said: Texts) -> CutCard:
    head = letterhead_of(source.branch, source.on)
    title = "THẺ HỘI VIÊN (THỰC HÀNH)" if head.practice else "THẺ HỘI VIÊN"
    place = " – ".join(text for text in (said["unit"], said["sub_unit"]) if text)
    told = (
        ("Ngày sinh: ", said["born_on"]),
        ("Ngày vào Hội: ", said["joined_on"]),
        ("", place),
        ("Số thẻ: ", said["card_no"]),
        ("Ngày cấp: ", said["card_issued_on"]),
    )
    lines = [CardLine(said["full_name_capitals"], 12, bold=True)]
    lines += [CardLine(f"{what}{text or _BLANK}", 10) for what, text in told if what or text]
    lines.append(CardLine(board_signature(source.branch).lines[-1], 9, True, Align.CENTER))
    return CutCard(
        head=(
            CardLine(head.parent.upper(), 8, align=Align.CENTER),
            CardLine(head.issuer.upper(), 9, bold=True, align=Align.CENTER),
            CardLine(title, 12, bold=True, align=Align.CENTER),
        ),
        body=tuple(lines),
        photo=True,
    )


def address_labels(source: SheetSource, files: Iterable[MemberFile]) -> list[CutCard]:
    """Labels for letters to some people, in the order given."""
    return [_label(file, member_sheet(source, file).fields) for file in files]


def _label(file: MemberFile, said: Texts) -> CutCard:
    polite = {Sex.MALE: "Ông", Sex.FEMALE: "Bà"}
    to = polite[file.person.sex] if file.person.sex else "Ông/Bà"
    place = ", ".join(text for text in (said["sub_unit"], said["unit"]) if text)
    home = ", ".join(text for text in (said["address"], said["street_group"]) if text)
    lines = [
        CardLine(f"Kính gửi: {to}", 10),
        CardLine(file.person.full_name, 13, bold=True),
        CardLine(home, 11),
        CardLine(place, 10),
    ]
    return CutCard(body=tuple(line for line in lines if line.text))
