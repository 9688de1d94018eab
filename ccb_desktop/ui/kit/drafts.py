"""What stands in open forms, kept on disk until they are saved or left.

Public: `Draft`, `Drafts(folder, seal, unseal)` with `keep(draft)`, `drop(form_id)`,
`left_over()`. One program holds a store at a time, so every draft found at the start was left
by a crash and is offered again.
"""

import contextlib
import json
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

NOWHERE = ""
"""Page of a draft whose form only its own page could open, in the midst of something: what was
typed is shown, to be copied."""

Turn = Callable[[bytes], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """One form that was not saved.

    Attributes:
        form_id: The id the form was given when it opened; saving twice is noticed by it.
        page: The page that can open the form again, or `NOWHERE`: then `typed` has the
            labels of the fields and what stood in them, as text.
        kind: Which of its forms, as `member`.
        title: Title of the dialog.
        subject: The record it was about, if any.
        typed: What stood in the fields.
        kept_at: When it was kept last.
    """

    form_id: str
    page: str
    kind: str
    title: str
    subject: int | None
    typed: dict[str, Any]
    kept_at: datetime


class Drafts:
    """The folder of drafts."""

    def __init__(
        self, folder: Path, *, seal: Turn = lambda raw: raw, unseal: Turn = lambda raw: raw
    ) -> None:
        """Use a folder, which is made when the first draft is kept.

        Args:
            folder: `DataFolder.drafts`.
            seal: Makes what is written unreadable to others, where the store is protected.
            unseal: The way back; raises ValueError where it is not ours.
        """
        self._folder = folder
        self._seal = seal
        self._unseal = unseal

    def keep(self, draft: Draft) -> None:
        """Write a draft in the place of the former one of the same form.

        Where the disk refuses, the form itself still holds everything.
        """
        raw = json.dumps(asdict(draft) | {"kept_at": draft.kept_at.isoformat()}).encode()
        with contextlib.suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            beside = self._file(draft.form_id).with_suffix(".tmp")
            beside.write_bytes(self._seal(raw))
            beside.replace(self._file(draft.form_id))

    def drop(self, form_id: str) -> None:
        """Forget the draft of a form that was saved or left."""
        with contextlib.suppress(OSError):
            self._file(form_id).unlink(missing_ok=True)

    def left_over(self) -> list[Draft]:
        """The drafts that lie there, the newest first; what cannot be read is passed over."""
        found = [self._read(file) for file in self._folder.glob("*.json")]
        drafts = [draft for draft in found if draft is not None]
        return sorted(drafts, key=lambda draft: draft.kept_at, reverse=True)

    def _file(self, form_id: str) -> Path:
        return self._folder / f"{form_id}.json"

    def _read(self, file: Path) -> Draft | None:
        try:
            raw = json.loads(self._unseal(file.read_bytes()))
            return Draft(**raw | {"kept_at": datetime.fromisoformat(raw["kept_at"])})
        except (OSError, ValueError, TypeError, KeyError):
            return None
