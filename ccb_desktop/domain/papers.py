"""What a paper of the Hội says, before Word or Excel: plain values of its head, body and foot."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from ccb_desktop.domain.branch import Branch, NumberStyle
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import normalise, search_key
from ccb_desktop.domain.printing import long_date, number, roman, short_date

NO_FIGURE = "…"
"""Printed where a figure cannot be computed, never 0."""

MASK_SIGN = "•"
PRACTICE = "SỐ LIỆU THỰC HÀNH - người và số liệu trong tệp này không có thật"
"""Stands on every paper of the practice branch."""

Cell = str | int | Decimal | date | PartialDate | None
"""One cell of a table; a text stands as it is in a column of any kind."""

Row = tuple[Cell, ...]


class BoldRow(tuple[Cell, ...]):
    """A row that stands out, such as what a fund took in before the parts of it."""

    __slots__ = ()


class SumRow(BoldRow):
    """A bold row of sums between other rows, such as what came and went in a month."""

    __slots__ = ()


class Align(StrEnum):
    """Where the text of a column stands."""

    LEFT = "LEFT"
    CENTER = "CENTER"
    RIGHT = "RIGHT"


class CellKind(StrEnum):
    """What a column holds, which decides how it is printed and what Excel keeps."""

    TEXT = "TEXT"
    NUMBER = "NUMBER"
    """A count or measure: `1.862`, `0,35`."""
    PLAIN = "PLAIN"
    """A number without marks between thousands: a year, an order."""
    MONEY = "MONEY"
    """Whole đồng."""
    PERCENT = "PERCENT"
    """Per cent: 99.3 is printed `99,30 %`."""
    DATE = "DATE"
    """A day, or a partial date, which Excel keeps as a real date where it is complete."""


_ALIGN_OF_KIND = {
    CellKind.TEXT: Align.LEFT,
    CellKind.PLAIN: Align.CENTER,
    CellKind.DATE: Align.CENTER,
}


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a table on paper.

    Attributes:
        label: Its heading; columns of one `group` standing side by side share a heading
            above their own.
        width: In millimetres, what its text needs in letters of 12 points; a table is
            stretched to the page, or shrunk to it together with its letters.
        align: By the kind when not given.
    """

    label: str
    width: float
    kind: CellKind = CellKind.TEXT
    align: Align | None = None
    group: str = ""

    @property
    def stands(self) -> Align:
        """Where its cells stand."""
        return self.align or _ALIGN_OF_KIND.get(self.kind, Align.RIGHT)


@dataclass(frozen=True, slots=True)
class Band:
    """A row across the whole table that heads the rows under it, such as a chi hội."""

    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTable:
    """One table.

    Attributes:
        rows: Rows of as many cells as there are columns, some bold, and bands between them.
        totals: Bold rows at its end.
        title: Stands over it, where the paper has several tables.
        note: Stands under it, in small italics; several lines may be told.
        new_page: Whether it begins a page of a Word file.
    """

    columns: tuple[Column, ...]
    rows: Sequence[Row | Band]
    totals: tuple[Row, ...] = ()
    title: str = ""
    note: str = ""
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (`I. …`), 2 (`1. …`) or 3 (`a) …`), with its number."""

    level: int
    text: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body; each line of it is printed as a paragraph of its own."""

    text: str
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class BarChart:
    """A chart of standing bars, each with its name and whole number; the title says the unit."""

    title: str
    bars: tuple[tuple[str, int], ...]


Block = Heading | Paragraph | PaperTable | BarChart


@dataclass(frozen=True, slots=True)
class Signature:
    """One block of signatures.

    Attributes:
        lines: Authority and title, in the order of lines: `TM. BAN CHẤP HÀNH`, `CHỦ TỊCH`.
        name: Who signs, printed under the room for the signature.
        hint: In small italics under the title: `(Ký, ghi rõ họ tên)`.
    """

    lines: tuple[str, ...]
    name: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Letterhead:
    """The head of a paper (Decree 30/2020, annex I).

    Attributes:
        number: Number and symbol as printed, `05/BC-CCB`; empty for a list, which has none.
        practice: The figures are those of a practice branch, which the paper must say.
        head_parent, head_issuer: The names as they stand in the head, in lines the branch has
            chosen; empty where they stand there as elsewhere.
    """

    parent: str
    issuer: str
    place: str
    on: date
    number: str = ""
    practice: bool = False
    head_parent: str = ""
    head_issuer: str = ""

    @property
    def parent_in_head(self) -> str:
        """The superior body as the head names it, its lines if the branch has chosen them."""
        return self.head_parent or self.parent

    @property
    def issuer_in_head(self) -> str:
        """The issuer likewise."""
        return self.head_issuer or self.issuer

    @property
    def place_and_date(self) -> str:
        """`Thanh Khê, ngày 05 tháng 02 năm 2026`."""
        return f"{self.place}, {long_date(self.on)}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPaper:
    """A book or a list.

    Attributes:
        title: In capitals on the paper: `DANH SÁCH HỘI VIÊN`.
        subtitle: The day or period it holds for.
        signatures: From left to right.
        apart: Whether each table is a paper of its own, with head, title and signatures.
    """

    letterhead: Letterhead
    title: str
    subtitle: str
    tables: tuple[PaperTable, ...]
    signatures: tuple[Signature, ...] = ()
    landscape: bool = True
    apart: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """One annex: a landscape page of the report and a sheet of the annex workbook.

    Attributes:
        sheet: Name of the sheet, at most 31 characters: `I. Chỉ tiêu`.
        title: What it is about, in small letters.
        legend: What its signs mean and what it lacks.
        notes: Stand under its tables.
    """

    number: int
    sheet: str
    title: str
    tables: tuple[PaperTable, ...]
    legend: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def titles(self) -> tuple[str, str]:
        """`Phụ lục II` over the title in capitals, as the decree has them."""
        return f"Phụ lục {roman(self.number)}", self.title.upper()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportPaper:
    """A periodic report.

    Attributes:
        kind: `BÁO CÁO`.
        subject: What it is about, under the kind.
        addressees: After `Kính gửi:`; one stands on the line, several each on its own.
        body: Headings, paragraphs and tables in order.
        recipients: Lines of `Nơi nhận`, without their dashes: `Như trên`, `Lưu: VT`.
        subtitle: Period and cut-off, said over the tables of the annexes.
    """

    letterhead: Letterhead
    kind: str
    subject: str
    addressees: tuple[str, ...]
    body: tuple[Block, ...]
    signature: Signature
    recipients: tuple[str, ...]
    annexes: tuple[Annex, ...] = ()
    subtitle: str = ""

    @property
    def belonging(self) -> str:
        """Over each annex: `(Kèm theo Báo cáo số 05/BC-CCB ngày … của Hội CCB …)`."""
        head = self.letterhead
        number = f" số {head.number}" if head.number else ""
        kind, dated = self.kind.capitalize(), long_date(head.on)
        return f"(Kèm theo {kind}{number} {dated} của {head.issuer})"


def letterhead_of(
    branch: Branch, on: date, *, symbol: str = "", number: int | None = None
) -> Letterhead:
    """The head of a paper of the branch.

    Args:
        branch: Who issues it.
        on: Its date.
        symbol: Sign of its kind, `BC` or `NQ`; empty for a paper without a number.
        number: Number in the register; when there is none yet, room is left for it.
    """
    return Letterhead(
        parent=branch.parent,
        issuer=branch.name,
        place=branch.place,
        on=on,
        number=document_number(symbol, number, branch.number_style) if symbol else "",
        practice=branch.practice,
        head_parent=_in_lines(branch.head_parent),
        head_issuer=_in_lines(branch.head_issuer),
    )


def _in_lines(name: str) -> str:
    """A name in the lines that its strokes part: `Hội Cựu chiến binh / phường An Lạc`."""
    return "\n".join(line.strip() for line in name.split("/") if line.strip())


def document_number(symbol: str, number: int | None, style: NumberStyle) -> str:
    """`05/BC-CCB` or `05-BC/CCB`; below 10 with a zero, without number a gap for the pen."""
    written = "      " if number is None else f"{number:02}"
    if style is NumberStyle.HYPHEN:
        return f"{written}-{symbol}/CCB"
    return f"{written}/{symbol}-CCB"


def page_numbers(numbers: Sequence[int | None], count: int) -> list[int | None]:
    """The number of each page, none where no more are given."""
    return [*numbers, *[None] * count][:count]


def board_signature(branch: Branch) -> Signature:
    """Who signs for the board: the chairman, or another in his place."""
    title = branch.signer_title.upper()
    for_whom = (f"KT. {title.removeprefix('PHÓ ')}",) if title.startswith("PHÓ ") else ()
    return Signature(("TM. BAN CHẤP HÀNH", *for_whom, title), branch.signer_name)


def list_signatures(branch: Branch) -> tuple[Signature, Signature]:
    """Who signs a book or list: he who drew it up, and the board."""
    return Signature(("NGƯỜI LẬP BIỂU",), hint="(Ký, ghi rõ họ tên)"), board_signature(branch)


def cell_text(cell: Cell, kind: CellKind = CellKind.TEXT) -> str:
    """A cell as it is printed in Word and on the command line."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return cell
    if isinstance(cell, date):
        return short_date(cell)
    if isinstance(cell, PartialDate):
        return str(cell)
    if kind is CellKind.PLAIN:
        return str(cell)
    if kind is CellKind.PERCENT:
        return f"{number(cell, decimals=2)} %"
    return number(cell)


def column_groups(columns: Sequence[Column]) -> list[tuple[int, int]]:
    """Runs of columns under one shared heading: their first and last places.

    A column without a group is a run of its own.
    """
    runs: list[tuple[int, int]] = []
    for place, column in enumerate(columns):
        if runs and column.group and columns[place - 1].group == column.group:
            runs[-1] = (runs[-1][0], place)
        else:
            runs.append((place, place))
    return runs


def row_texts(table: PaperTable) -> Iterator[tuple[str, ...]]:
    """The rows as they are printed, without bands, sums and totals."""
    kinds = [column.kind for column in table.columns]
    for row in table.rows:
        if not isinstance(row, Band | SumRow):
            yield tuple(map(cell_text, row, kinds))


def mask(secret: str) -> str:
    """A CCCD or phone number that must not leave the branch whole: `0010•••••123`."""
    if len(secret) < 8:
        return MASK_SIGN * len(secret)
    return f"{secret[:4]}{MASK_SIGN * (len(secret) - 7)}{secret[-3:]}"


def file_name(kind: str, branch: Branch, on: date, ending: str) -> str:
    """A name in ASCII without spaces: `DS-hoi-vien_Phuong-An-Lac_2026-06-30.xlsx`.

    Args:
        kind: What it is: `DS hội viên`, `BC 6T 2026`.
        branch: Whose paper it is; leading words for the Hội are left out.
        on: Its day.
        ending: `xlsx` or `docx`.
    """
    place = without_marks(branch.name)
    for words in ("hoi cuu chien binh ", "hoi ccb "):
        if place.lower().startswith(words):
            place = place[len(words) :]
    return f"{_joined(without_marks(kind))}_{_joined(place[:1].upper() + place[1:])}_{on}.{ending}"


def without_marks(text: str) -> str:
    """The text without marks, its capitals kept."""
    bare = ((sign, search_key(sign)) for sign in normalise(text))
    return "".join(key.upper() if sign.isupper() else key or " " for sign, key in bare)


def _joined(text: str) -> str:
    """Its letters and digits, with hyphens for everything between."""
    return re.sub(r"[^A-Za-z0-9]+", "-", text).strip("-")
