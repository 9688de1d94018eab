"""Numbers of documents: runs by year or by term, the next number, what stands against one.

Within a run a number is given once and none is left out; only below the number with which
the register was begun here may numbers be missing, for those were given before, on paper.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.branch import Branch, NumberStyle
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.units import Term
from ccb_desktop.domain.papers import document_number
from ccb_desktop.domain.register.documents import OTHER_KIND, Direction

_TERM = "NK"
_LONGEST_SIGN = 6
_YEAR = re.compile("(19|20)[0-9]{2}")
MOST = 99_999
"""The largest number that is believed."""


class Numbered(NamedTuple):
    """A number that was given."""

    series: str
    number: int
    year: int
    """Of the date of the document."""


@dataclass(frozen=True, slots=True)
class NextNumber:
    """The number that a document would get.

    Attributes:
        symbol: As it is printed: `05/BC-CCB`.
        begins: No number of the kind is known in the run; the officer may begin at another.
    """

    number: int
    symbol: str
    series: str
    begins: bool


def series_of(branch: Branch, terms: Iterable[Term], on: date) -> str:
    """The run to which the number of a document of a day belongs: `2026`, or `NK2025`.

    A term is called by the year in which it began, which stays when its end becomes known.
    """
    if branch.number_by_term:
        begun = [term.from_on.first_day for term in terms if term.from_on.first_day <= on]
        first = first_year_of(branch.term)
        if first is not None and first <= on.year:
            begun.append(date(first, 1, 1))
        if begun:
            return f"{_TERM}{max(begun).year}"
    return str(on.year)


def first_year_of(term: str) -> int | None:
    """The year in which a term began, `2025-2030`, where it is written so."""
    found = _YEAR.match(term.strip())
    return int(found[0]) if found else None


def series_name(series: str) -> str:
    """`năm 2026`, `nhiệm kỳ từ năm 2025`."""
    if _is_term(series):
        return f"nhiệm kỳ từ năm {series.removeprefix(_TERM)}"
    return f"năm {series}"


def _is_term(series: str) -> bool:
    return series.startswith(_TERM)


def numbers_beside(taken: Iterable[Numbered], series: str, year: int) -> set[int]:
    """The numbers that a new one must not repeat and has to follow.

    Those of its run; and where the branch has changed between numbering by year and by term,
    those that documents of the same year have from the other way, so that no symbol stands
    twice in one year.
    """
    return {
        one.number
        for one in taken
        if one.series == series
        or (one.year == year and _is_term(one.series) is not _is_term(series))
    }


def following(numbers: Collection[int]) -> int:
    """The number after the last."""
    return max(numbers, default=0) + 1


def is_last(number: int, numbers: Collection[int]) -> bool:
    """Whether no higher number was given, so that this one may be given back."""
    return number == max(numbers, default=0)


def fits_in(number: int, others: Collection[int]) -> bool:
    """Whether a number stands beside others without repeating one or leaving a gap."""
    return number not in others and (not others or number <= following(others))


def check_typed(number: int, taken: Collection[int], series: str) -> None:
    """See that a number typed by hand may be given.

    Raises:
        Invalid: It is given already, or numbers would be left out; field `number`.
    """
    if not 1 <= number <= MOST:
        raise Invalid({"number": f"Số văn bản phải từ 1 đến {MOST}."})
    if number in taken:
        raise Invalid(
            {
                "number": f"Số {number:02} của {series_name(series)} đã cấp cho văn bản khác. "
                f"Số tiếp theo là {following(taken):02}."
            }
        )
    if not fits_in(number, taken):
        raise Invalid(
            {
                "number": f"Số tiếp theo của {series_name(series)} là {following(taken):02}; "
                "không được bỏ cách số. Hãy ghi các văn bản còn thiếu trước."
            }
        )


def sign_of(kind: str) -> str:
    """The sign of a kind of documents: `BC`; of a kind the branch added, its first letters."""
    if kind == OTHER_KIND:
        return ""
    if " " not in kind and len(kind) <= _LONGEST_SIGN:
        return kind
    return "".join(word[0] for word in kind.split() if word[0].isalnum()).upper()[:_LONGEST_SIGN]


def symbol_of(direction: Direction, kind: str, number: int, style: NumberStyle) -> str:
    """Number and sign as printed on a document that goes out; one that came has its own."""
    if direction is Direction.IN:
        return ""
    sign = sign_of(kind)
    return document_number(sign, number, style) if sign else f"{number:02}/CCB"
