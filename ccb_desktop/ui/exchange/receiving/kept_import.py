"""What was chosen in an import, as a draft that outlives a crash keeps it.

Files are known again by their hash: what was chosen of a file that was changed since is dropped.
"""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import Any

from ccb_desktop.domain.exchange.typed_rows import SheetMapping
from ccb_desktop.domain.imports.choices import SheetChoice
from ccb_desktop.ui.exchange.receiving.import_draft import ImportDraft, SheetKey
from ccb_desktop.ui.kit.drafts import Draft

KIND = "import"
"""The kind of these drafts."""


def kept(draft: ImportDraft) -> Draft:
    """The draft of an import whose files were read."""
    files = ", ".join(one.path.name for one in draft.arrivals)
    return Draft(
        form_id=draft.form_id,
        page="exchange",
        kind=KIND,
        title=f"Nhập từ Excel: {files}",
        subject=None,
        typed={
            "files": [str(one.path) for one in draft.arrivals],
            "as_of": draft.as_of.isoformat(),
            "sheets": [_typed(draft, key) for key in _keys(draft)],
        },
        kept_at=datetime.now().astimezone(),
    )


def files_of(typed: Mapping[str, Any]) -> list[Path]:
    """The files of an import that was kept, where they still are."""
    return [path for one in typed.get("files", ()) if (path := Path(one)).exists()]


def day_of(typed: Mapping[str, Any]) -> date:
    """Of which day its lists are."""
    return date.fromisoformat(typed["as_of"])


def restore(draft: ImportDraft, typed: Mapping[str, Any]) -> None:
    """Choose again what was chosen of the files that are the same."""
    paths = {source.sha256: source.path for source in draft.sources}
    for one in typed.get("sheets", ()):
        if one["sha256"] in paths:
            _restore_sheet(draft, (paths[one["sha256"]], one["sheet"]), one)


def _keys(draft: ImportDraft) -> list[SheetKey]:
    chosen = {*draft.mappings, *draft.left_out, *draft.repeats, *draft.choices}
    return sorted(chosen)


def _typed(draft: ImportDraft, key: SheetKey) -> dict[str, Any]:
    hashes = {source.path: source.sha256 for source in draft.sources}
    mapping, choice = draft.mappings.get(key), draft.choices.get(key, SheetChoice())
    return {
        "sha256": hashes.get(key[0], ""),
        "sheet": key[1],
        "mapping": None if mapping is None else asdict(mapping),
        "left_out": key in draft.left_out,
        "repeats": key in draft.repeats,
        "left": sorted(choice.left),
        "kept": {str(row): sorted(cells) for row, cells in choice.kept.items()},
    }


def _restore_sheet(draft: ImportDraft, key: SheetKey, one: Mapping[str, Any]) -> None:
    mapping = one["mapping"]
    if mapping is not None:
        columns = {int(place): name for place, name in mapping["columns"].items()}
        draft.mappings[key] = SheetMapping(**{**mapping, "columns": columns})
    if one["left_out"]:
        draft.left_out.add(key)
    if one["repeats"]:
        draft.repeats.add(key)
    fields = {int(row): frozenset(cells) for row, cells in one["kept"].items()}
    choice = SheetChoice(left=frozenset(one["left"]), kept=fields)
    if not choice.is_empty():
        draft.choices = {**draft.choices, key: choice}
