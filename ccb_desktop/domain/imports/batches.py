"""Imports of the past, and the columns an officer matched by hand."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """One import that was written; undone whole by undoing its act."""

    id: int | None = None
    file_name: str
    sha256: str
    imported_at: datetime
    summary: str
    action_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RememberedColumns:
    """How the columns of sheets with the same header row were matched by hand.

    Attributes:
        shape_key: Tells sheets of the same header row.
        columns: Column, counted from 0 → field; `None` leaves the column out.
    """

    shape_key: str
    kind: str
    columns: Mapping[int, str | None]
