"""The minutes of handing over, from the window into a Word file."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.visit_papers.house_minutes import LABEL
from ccb_desktop.domain.visits.housing_lines import HousingLine
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.visits.housing_papers import suggested_name, write_minutes
from ccb_desktop.ui.kit.file_dialogs import WORD_OUT, choose_target
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk


def print_minutes(tab: QWidget, desk: Desk, store: Store, chosen: Sequence[HousingLine]) -> None:
    """Ask for a Word file, and write the minutes of the chosen houses in the background."""
    ids = [line.support.id or 0 for line in chosen]

    def write(out: Path) -> None:
        desk.background.run(
            lambda _progress: write_minutes(store, ids, out),
            lambda written: tell_written(tab, [written]),
            label=f"Đang ghi {LABEL.lower()}",
            owner=tab,
        )

    choose_target(tab, "Ghi giấy tờ vào đâu", suggested_name(store, date.today()), WORD_OUT, write)
