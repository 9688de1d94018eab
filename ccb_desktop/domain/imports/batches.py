"""Imports of the past, and the columns an officer matched by hand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from ccb_desktop.domain.imports.outcome import ImportResult, Outcome
from ccb_desktop.domain.printing import number


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


def batch_of(
    files: Sequence[tuple[str, str]], result: ImportResult, action_id: int, posted: int
) -> ImportBatch:
    """What is noted of an import.

    Args:
        files: Name and hash of each.
        result: What it did.
        action_id: The act that wrote it.
        posted: How many vouchers it posted.
    """
    return ImportBatch(
        file_name=", ".join(name for name, _sha256 in files),
        sha256=", ".join(sha256 for _name, sha256 in files),
        imported_at=datetime.now().replace(microsecond=0),
        summary=rows_told(result) + (f"; ghi sổ {number(posted)} phiếu" if posted else ""),
        action_id=action_id,
    )


def rows_told(result: ImportResult) -> str:
    """What became of the rows of an import: `2.015 dòng mới, …`."""
    told = {
        Outcome.CREATED: "mới",
        Outcome.CHANGED: "thay đổi",
        Outcome.UNCHANGED: "giữ nguyên",
        Outcome.SKIPPED: "bỏ qua",
    }
    return ", ".join(
        f"{number(sum(sheet.count(one) for sheet in result.sheets))} dòng {word}"
        for one, word in told.items()
    )
