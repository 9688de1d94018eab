"""What an import did, in the JSON form of the command line (`command-line.md`)."""

from typing import Any

from ccb_desktop.domain.exchange.typed_rows import Conversion
from ccb_desktop.domain.imports.outcome import ImportResult, Outcome, SheetResult


def as_json(batch: int | None, result: ImportResult, *, dry_run: bool) -> dict[str, Any]:
    """The whole import as one JSON object; `batch` is null where nothing was written."""
    return {
        "batch": batch,
        "dry_run": dry_run,
        "sheets": [_sheet(sheet) for sheet in result.sheets],
        "ignored_sheets": [sheet.source.name for sheet in result.ignored],
    }


def _sheet(sheet: SheetResult) -> dict[str, Any]:
    return {
        "sheet": sheet.sheet.source.name,
        "kind": sheet.sheet.kind,
        "rows": len(sheet.rows),
        "created": sheet.count(Outcome.CREATED),
        "changed": sheet.count(Outcome.CHANGED),
        "unchanged": sheet.count(Outcome.UNCHANGED),
        "skipped": sheet.count(Outcome.SKIPPED),
        "problems": [
            {"row": p.row, "column": p.column, "value": p.value, "message": p.message}
            for p in sheet.problems
        ],
        "duplicates": [
            {"row": d.row, "person": d.person, "same_as_row": d.same_as_row}
            | ({"same_as": d.same_as} if d.same_as_row is None else {})
            for d in sheet.duplicates
        ],
        "converted": [
            {"row": c.row, "from": c.encoding, "before": c.before, "after": c.after}
            for c in _one_each_row(sheet)
        ],
    }


def _one_each_row(sheet: SheetResult) -> list[Conversion]:
    """The conversion by which a row is known best: its name, else the first cell of it."""
    chosen: dict[int, Conversion] = {}
    for conversion in sheet.converted:
        if conversion.row not in chosen or conversion.field == "full_name":
            chosen[conversion.row] = conversion
    return [chosen[row] for row in sorted(chosen)]
