"""How wide the columns of a table come out on a page, and how large its letters can be."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from ccb_desktop.domain.papers import Column

PAGE_MM = (210, 297)
MARGINS_MM = {"top": 20, "bottom": 20, "left": 30, "right": 15}
"""Decree 30/2020, annex I, as `reports.md` sets them."""

_LARGEST, _SMALLEST = 12, 9  # points


@dataclass(frozen=True, slots=True)
class Fitted:
    """Columns fitted to a page: their widths in millimetres, size of letters in points."""

    widths_mm: tuple[float, ...]
    font_size: int


def room_mm(*, landscape: bool) -> float:
    """Width between the margins of an A4 page."""
    return PAGE_MM[1 if landscape else 0] - MARGINS_MM["left"] - MARGINS_MM["right"]


def fit(columns: Sequence[Column], room: float, narrowest: float = 0.0) -> Fitted:
    """Stretch or shrink the columns together to the room; tight ones get smaller letters.

    Args:
        columns: At least one.
        room: Millimetres between the margins.
        narrowest: Least part of its own width to which a column may shrink; for sheets
            that may be wider than a page.
    """
    factor = room / sum(column.width for column in columns)
    size = min(max(int(_LARGEST * factor + 0.2), _SMALLEST), _LARGEST)
    used = max(factor, narrowest)
    return Fitted(tuple(column.width * used for column in columns), size)


# How wide the signs of Times New Roman are, in thousandths of the size of letters; marks do
# not widen a letter, and what is not named is as wide as a figure.
_REGULAR = {
    250: " .,", 278: "ijlt/:;", 333: "fr-()I", 389: "sJ", 444: "acez", 556: "FPS", 611: "ELTZ",
    667: "BCR", 722: "wADGHKNOQUVXY", 778: "m", 833: "%", 889: "M", 944: "W",
}  # fmt: skip
_BOLD = {
    250: " .,", 278: "il/", 333: "fjt-():;", 389: "sI", 444: "cezr", 556: "bdhknpquS",
    611: "FP", 667: "BELTZ", 722: "wACDNRUVXY", 778: "GHKOQ", 833: "m", 944: "M", 1000: "W%",
}  # fmt: skip
_FIGURE = 500
_SURE_LETTER = 0.52
_BEFORE_PLACE = re.compile(r" (?=(?:PHƯỜNG|XÃ|THỊ TRẤN|ĐẶC KHU|QUẬN|HUYỆN|THÀNH PHỐ|TỈNH|KHỐI)\b)")
_MM_PER_POINT = 25.4 / 72


def text_mm(text: str, font_size: float, *, bold: bool = False) -> float:
    """About how long a text in Times New Roman comes out, in millimetres."""
    thousandths = sum(map(_WIDTHS[bold].__getitem__, text))
    return thousandths / 1000 * font_size * _MM_PER_POINT


class _Widths(dict[str, int]):
    """The widths of a font; those of letters with marks are found when first met."""

    def __missing__(self, sign: str) -> int:
        letter = unicodedata.normalize("NFD", sign)[0].replace("Đ", "D")
        self[sign] = width = self.get(letter, _FIGURE)
        return width


_WIDTHS = tuple(
    _Widths((sign, width) for width, signs in font.items() for sign in signs)
    for font in (_REGULAR, _BOLD)
)


def name_in_lines(name: str, width_mm: float, font_size: float, *, bold: bool = False) -> str:
    """The name of a body in capitals, broken before its place when one line is too short for it.

    `HỘI CỰU CHIẾN BINH PHƯỜNG AN LẠC` gives two lines, the second `PHƯỜNG AN LẠC`; lines that
    somebody has chosen stay.
    """
    if "\n" in name or text_mm(name, font_size, bold=bold) <= width_mm:
        return name
    return _BEFORE_PLACE.sub("\n", name, count=1)


def subject_in_lines(subject: str, width_mm: float, font_size: float) -> str:
    """What a document is about, broken after its comma when one line is too short for it."""
    if text_mm(subject, font_size, bold=True) <= width_mm:
        return subject
    return subject.replace(", ", ",\n", 1)


@lru_cache(maxsize=8192)
def lines_needed(text: str, width_mm: float, font_size: float, *, bold: bool = False) -> int:
    """How many lines a text takes in a column, words kept whole where they fit."""
    return sum(_lines_of(part, width_mm, font_size, bold=bold) for part in text.split("\n"))


def _lines_of(text: str, width_mm: float, font_size: float, *, bold: bool) -> int:
    lines, used = 1, 0.0
    for word in text.split():
        length = text_mm(word, font_size, bold=bold)
        space = text_mm(" ", font_size) if used else 0.0
        if used and used + space + length > width_mm:
            lines, used, space = lines + 1, 0.0, 0.0
        lines += int(length / width_mm) if length > width_mm else 0
        used += space + length
    return lines


def surely_fits(width_mm: float, font_size: float) -> int:
    """How many letters of a usual text fit in one line of a column."""
    return int(width_mm / (_SURE_LETTER * font_size * _MM_PER_POINT))
