"""A list of names and amounts, copied from Excel or Zalo, laid over the grid of dues."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ccb_desktop.domain.funds.dues_sheet import DuesLine
from ccb_desktop.domain.money import AmountProblem, parse_amount
from ccb_desktop.domain.people_names import search_key

_YEAR = re.compile(r"(?:\d{1,2}[/.-]){0,2}((?:19|20)\d\d)")
_ORDER = re.compile(r"\d{1,3}[.)]?")


@dataclass(frozen=True, slots=True)
class PastedRow:
    """One row of what was pasted.

    Attributes:
        person_id: The member it is about; `None` where it fits none, or several.
        amount_dong: What he pays; `None` where the row says no amount: all that he lacks.
        problem: Why it is left out; empty where it is taken.
    """

    text: str
    person_id: int | None = None
    amount_dong: int | None = None
    problem: str = ""


def read_pasted(text: str, lines: Sequence[DuesLine]) -> list[PastedRow]:
    """What each row of a pasted text says; blank rows are passed over.

    A row holds a name, and beside it, if anything, an order, a year or day of birth and an
    amount, in cells as Excel copies them.
    """
    by_key: dict[str, list[DuesLine]] = {}
    for line in lines:
        by_key.setdefault(search_key(line.full_name), []).append(line)
    return [_row(row, by_key) for row in text.splitlines() if row.strip()]


def _row(row: str, by_key: Mapping[str, Sequence[DuesLine]]) -> PastedRow:
    cells = [cell.strip() for cell in row.split("\t") if cell.strip()]
    shown = " · ".join(cells)
    place = next((i for i, cell in enumerate(cells) if search_key(cell) in by_key), None)
    if place is None:
        return PastedRow(shown, problem="Không có ai tên như vậy trong bảng này")
    found = by_key[search_key(cells[place])]
    years = [int(year[1]) for cell in cells if (year := _YEAR.fullmatch(cell))]
    if len(found) > 1:
        found = [line for line in found if line.born_on and line.born_on.year in years]
    if len(found) != 1:
        return PastedRow(shown, problem="Có nhiều người trùng tên; đánh dấu bằng tay")
    line, amounts = found[0], list(_amounts(cells[place + 1 :]))
    amount = amounts[-1] if amounts else None
    if amount is None and not line.lacking_dong:
        return PastedRow(shown, problem="Đã nộp đủ từ trước")
    return PastedRow(shown, line.person_id, amount)


def _amounts(cells: Sequence[str]) -> Iterator[int]:
    """The amounts among the cells behind a name: neither orders nor years of birth."""
    for cell in cells:
        if _ORDER.fullmatch(cell) or _YEAR.fullmatch(cell):
            continue
        try:
            amount = parse_amount(cell)
        except AmountProblem:
            continue
        if amount > 0:
            yield amount
