"""Papers as JSON and back, so that one can be written again long after it was made."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from ccb_desktop.domain.papers import (
    Align,
    Annex,
    Band,
    BarChart,
    BoldRow,
    CellKind,
    Column,
    Heading,
    Letterhead,
    PaperTable,
    Paragraph,
    ReportPaper,
    Signature,
    SumRow,
)
from ccb_desktop.domain.partial_dates import PartialDate

_KIND = "is"
_OF = "of"
_PARTS: tuple[type[Any], ...] = (
    *(
        Annex,
        Band,
        BarChart,
        Column,
        Heading,
        Letterhead,
        PaperTable,
        Paragraph,
        ReportPaper,
        Signature,
    ),
)
_PART = {part.__name__: part for part in _PARTS}
_READ: Mapping[str, Callable[[Any], Any]] = {
    "Decimal": Decimal,
    "date": date.fromisoformat,
    "PartialDate": PartialDate.from_iso,
    "Align": Align,
    "CellKind": CellKind,
    "BoldRow": lambda cells: BoldRow(map(from_json, cells)),
    "SumRow": lambda cells: SumRow(map(from_json, cells)),
}


def as_json(value: Any) -> Any:
    """A paper, or a part of one, as values that JSON knows.

    Raises:
        TypeError: It holds something no paper is made of.
    """
    if isinstance(value, Align | CellKind):
        return {_KIND: type(value).__name__, _OF: value.value}
    if value is None or isinstance(value, str | int | float):
        return value
    if isinstance(value, BoldRow):
        return {_KIND: type(value).__name__, _OF: [as_json(cell) for cell in value]}
    if isinstance(value, tuple | list):
        return [as_json(one) for one in value]
    if isinstance(value, Decimal):
        return {_KIND: "Decimal", _OF: str(value)}
    if isinstance(value, PartialDate):
        return {_KIND: "PartialDate", _OF: value.iso}
    if isinstance(value, date):
        return {_KIND: "date", _OF: value.isoformat()}
    if is_dataclass(value) and type(value).__name__ in _PART:
        told = {one.name: as_json(getattr(value, one.name)) for one in fields(value)}
        return {_KIND: type(value).__name__, **told}
    raise TypeError(type(value).__name__)


def from_json(kept: Any) -> Any:
    """What `as_json` made, as it was; lists come back as tuples.

    Raises:
        ValueError, KeyError, TypeError: It is nothing that `as_json` makes.
    """
    if isinstance(kept, list):
        return tuple(map(from_json, kept))
    if not isinstance(kept, dict):
        return kept
    kind = kept[_KIND]
    if kind in _READ:
        return _READ[kind](kept[_OF])
    return _PART[kind](**{name: from_json(one) for name, one in kept.items() if name != _KIND})
