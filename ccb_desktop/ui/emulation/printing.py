"""Papers of a year, from a tab into a file that the officer names."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.emulation.papers import suggested_name
from ccb_desktop.ui.kit.file_dialogs import EXCEL_OUT, WORD_OUT, choose_target
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk

WORD, EXCEL = "docx", "xlsx"
_KINDS = {WORD: WORD_OUT, EXCEL: EXCEL_OUT}


def print_as(
    tab: QWidget,
    desk: Desk,
    store: Store,
    what: str,
    ending: str,
    write: Callable[[Path], Path],
) -> None:
    """Ask for a file, write a paper into it in the background, and offer to open it.

    Args:
        tab: What it belongs to.
        desk: Where it is written.
        store: The books.
        what: What it is, as the beginning of its name.
        ending: `WORD` or `EXCEL`.
        write: Writes it.
    """
    choose_target(
        tab,
        f"Ghi {what} vào đâu",
        suggested_name(store, what, date.today(), ending),
        _KINDS[ending],
        lambda out: desk.background.run(
            lambda _progress: write(out),
            lambda written: tell_written(tab, [written]),
            label=f"Đang ghi {what}",
            owner=tab,
        ),
    )
