"""Marks the cells of a form: yellow where something is missing, grey where the books have it."""

from collections.abc import Iterator, Sequence
from typing import Any

from ccb_desktop.documents.excel.cells import letters_of
from ccb_desktop.documents.excel.look import Look
from ccb_desktop.domain.exchange.fields import Field

_YELLOW, _GREY = "#FFF2A8", "#E4E4E4"
_AREAS_AT_ONCE = 400  # what one rule holds; a longer one would be a very long text


def mark_missing(
    page: Any, look: Look, fields: Sequence[Field], missing: Sequence[frozenset[str]]
) -> None:
    """Colour the empty cells of columns that somebody lacks; a filled one loses its colour.

    Args:
        page: The sheet, whose rows begin below one row of headers.
        look: Of its workbook.
        fields: Its columns.
        missing: For each row, the fields to be filled in.
    """
    yellow, grey = look.colour(_YELLOW), look.colour(_GREY)
    for place, field in enumerate(fields):
        wanted = [field.name in names for names in missing]
        if any(wanted):
            _colour(page, letters_of(place), wanted, yellow)
            _colour(page, letters_of(place), [not want for want in wanted], grey)


def _colour(page: Any, letters: str, wanted: Sequence[bool], style: Any) -> None:
    areas = list(_areas(letters, wanted))
    for start in range(0, len(areas), _AREAS_AT_ONCE):
        some = areas[start : start + _AREAS_AT_ONCE]
        rule = {"type": "blanks", "format": style, "multi_range": " ".join(some)}
        page.conditional_format(some[0], rule)


def _areas(letters: str, wanted: Sequence[bool]) -> Iterator[str]:
    """Runs of wanted rows in one column, as Excel names them: `F2:F9`."""
    first: int | None = None
    for row, want in enumerate((*wanted, False), 2):
        if want and first is None:
            first = row
        elif not want and first is not None:
            yield f"{letters}{first}:{letters}{row - 1}"
            first = None
