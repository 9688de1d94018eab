"""The diagnostic file from the window: asked where, written by the worker, told."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QWidget

from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.diagnostics import FILE_NAME, write_diagnostics
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit import messages
from ccb_desktop.ui.kit.file_dialogs import choose_target
from ccb_desktop.ui.kit.look import Look
from ccb_desktop.ui.kit.open_file import open_with_pc
from ccb_desktop.ui.kit.page import Desk

TEXT_OUT = "Tệp chữ (*.txt)"


def choose_and_diagnose(
    parent: QWidget | None,
    desk: Desk,
    folder: DataFolder,
    store: Callable[[], Store | None] = lambda: None,
    look: Look | None = None,
) -> None:
    """Ask for a file and write it; `store` gives the open books, if there are any by then."""

    def write(out: Path) -> None:
        window = _window(look)
        desk.background.run(
            lambda _progress: write_diagnostics(folder, out, store(), window),
            lambda written: _told(parent, written),
            label="Đang ghi tệp chẩn đoán",
            owner=parent,
        )

    choose_target(parent, "Ghi tệp chẩn đoán vào đâu", FILE_NAME, TEXT_OUT, write)


def _window(look: Look | None) -> dict[str, object]:
    screen = QApplication.primaryScreen()
    size, whole = screen.size(), screen.availableSize()
    told: dict[str, object] = {
        "qt": qVersion(),
        "platform": QApplication.platformName(),
        "screen": f"{size.width()}x{size.height()}",
        "room": f"{whole.width()}x{whole.height()}",
        "scale": screen.devicePixelRatio(),
    }
    return told if look is None else {**told, "text": look.percent, "theme": look.theme.id}


def _told(parent: QWidget | None, written: Path) -> None:
    owner = parent or QApplication.activeWindow()
    acts = [("Mở ra xem", lambda: open_with_pc(owner, written))] if owner is not None else []
    messages.ask(
        owner,
        "Đã ghi tệp chẩn đoán.\nTrong tệp không có tên, số giấy tờ hay số điện thoại của ai. Gửi "
        f"tệp này cho người hỗ trợ:\n{written}",
        acts or [("Đã hiểu", lambda: None)],
        stay="Đóng",
        drawing="check",
    )
