"""What can be done with many people at once, from the list in which they were chosen."""

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.operations import member_cards
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.members.bulk import load_candidates, load_subjects
from ccb_desktop.ui.kit.columns import Act
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.members.bulk_edit_dialog import BulkEditDialog
from ccb_desktop.ui.members.bulk_event_dialog import BulkEventDialog
from ccb_desktop.ui.members.words import RosterWords, load_words

GROUP = "Nhiều người"


class ManyActs:
    """Every window belongs to the page; reading goes on beside it."""

    def __init__(self, page: QWidget, desk: Desk, store: Store) -> None:
        self._page = page
        self._desk = desk
        self._store = store

    def acts(self, choose_all: Callable[[], object]) -> list[Act[Any]]:
        """The acts of a list whose lines have a `person_id`; `choose_all` chooses all seen."""
        return [
            Act(
                "Chọn tất cả đang thấy (Ctrl+A)",
                lambda _: choose_all(),
                needs="none",
                group=GROUP,
                reads=True,
            ),
            Act("Sửa một mục", lambda lines: self.edit(lines), needs="some", group=GROUP),
            Act("Gắn, bỏ nhãn", lambda lines: self.edit(lines, "tags"), needs="some", group=GROUP),
            Act("In thẻ", partial(self._print, "cards"), needs="some", group=GROUP, reads=True),
            Act(
                "In nhãn địa chỉ",
                partial(self._print, "labels"),
                needs="some",
                group=GROUP,
                reads=True,
            ),
        ]

    def edit(self, lines: Sequence[Any], field: str = "") -> None:
        """Set one field of these people."""
        people = _people(lines)
        self._desk.background.run(
            lambda _progress: (load_subjects(self._store, people), self._words()),
            lambda read: self._open(BulkEditDialog, *read, field),
            label="Đang đọc hồ sơ",
            owner=self._page,
        )

    def record(self, kind: EventKind, lines: Sequence[Any]) -> None:
        """Record one decision for these people."""
        people = _people(lines)
        self._desk.background.run(
            lambda _progress: (load_candidates(self._store, people), self._words()),
            lambda read: self._open(BulkEventDialog, *read, kind),
            label="Đang đọc hồ sơ",
            owner=self._page,
        )

    def _words(self) -> Any:
        return load_words(self._store, date.today())

    def _open(
        self,
        window: Callable[..., FormDialog],
        people: Sequence[Any],
        words: RosterWords,
        what: str,
    ) -> None:
        """Open a window of its kind for some people; `what` is the field, or the event."""
        background = self._desk.background
        dialog = window(self._page, self._store, words, people, what, background)
        dialog.saved.connect(self._desk.broadcast.send)
        dialog.open()

    def _print(self, what: str, lines: Sequence[Any]) -> None:
        people, sheet = _people(lines), member_cards.SHEETS[what]

        def write(out: Path) -> None:
            self._desk.background.run(
                lambda _progress: sheet.write(self._store, people, out),
                lambda written: tell_written(self._page, [written]),
                label=f"Đang ghi {sheet.label}",
                owner=self._page,
            )

        choose_target(self._page, f"Ghi {sheet.label} vào đâu", sheet.file_name, WORD_OUT, write)


def _people(lines: Sequence[Any]) -> list[int]:
    return [line.person_id for line in lines]
