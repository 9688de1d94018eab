"""Attendance sheets and minutes, from the window into Word files."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.activity_papers.meeting_minutes import LABEL
from ccb_desktop.operations.activities import roll_papers
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk

Write = Callable[[Store, Sequence[int], Path], Path]


def write_sheets(tab: QWidget, desk: Desk, store: Store, activity_ids: Sequence[int]) -> None:
    """Ask for a Word file, and write the attendance sheets of meetings in the background."""
    _write(tab, desk, store, activity_ids, roll_papers.SHEET_LABEL, roll_papers.write_sheets)


def write_minutes(tab: QWidget, desk: Desk, store: Store, activity_ids: Sequence[int]) -> None:
    """Ask for a Word file, and write the minutes of meetings in the background."""
    _write(tab, desk, store, activity_ids, LABEL, roll_papers.write_minutes)


def _write(
    tab: QWidget, desk: Desk, store: Store, activity_ids: Sequence[int], what: str, write: Write
) -> None:
    def put(out: Path) -> None:
        desk.background.run(
            lambda _progress: write(store, activity_ids, out),
            lambda written: tell_written(tab, [written]),
            label=f"Đang ghi {what.lower()}",
            owner=tab,
        )

    name = roll_papers.suggested_name(store, what, date.today())
    choose_target(tab, "Ghi giấy tờ vào đâu", name, WORD_OUT, put)
