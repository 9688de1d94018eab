"""Writing reports into a folder of the officer's choice, asking before a file is written over."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.reports.frozen import FrozenReport
from ccb_desktop.operations import frozen_reports
from ccb_desktop.operations.branch import Store
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.file_dialogs import choose_folder
from ccb_desktop.ui.kit.open_file import tell_written
from ccb_desktop.ui.kit.page import Desk


def write_again(parent: QWidget, desk: Desk, store: Store, report_id: int) -> None:
    """Ask for a folder, and write a frozen report there as it was frozen."""

    def write_to(folder: Path) -> None:
        _write_to(parent, desk, store, report_id, folder)

    choose_folder(parent, "Ghi báo cáo đã chốt vào thư mục nào", write_to)


def _write_to(parent: QWidget, desk: Desk, store: Store, report_id: int, folder: Path) -> None:
    """Write there; another file of the name may have been worked on, so ask first."""
    report = frozen_reports.load_frozen(store, report_id)
    there = [name for name in (report.word_name, report.excel_name) if (folder / name).exists()]

    def write() -> None:
        desk.background.run(
            lambda _progress: frozen_reports.write_frozen(store, report_id, folder),
            lambda paths: tell_written(parent, paths),
            label="Đang ghi báo cáo đã chốt",
            owner=parent,
        )

    ask_before_writing_over(parent, there, write)


def sending_of(report: FrozenReport) -> Place:
    """Where a frozen report is handed up: the steps of a sending, with it chosen."""
    of: dict[str, object] = {"kind": report.report_kind, "period": report.period}
    return Place("exchange", report.id, {"tab": "sending", "act": "send", **of})


def ask_before_writing_over(parent: QWidget, there: list[str], write: Callable[[], object]) -> None:
    """Write at once where nothing stands in the way, else ask first.

    Args:
        parent: The window it concerns.
        there: Names of files that would be written over.
        write: Does it.
    """
    if not there:
        write()
        return
    messages.ask(
        parent,
        "Thư mục này đã có báo cáo của kỳ này.\n"
        + "\n".join(there)
        + "\nGhi đè thì mất những chỗ đã sửa tay trong tệp cũ.",
        [("Ghi đè", write)],
    )
