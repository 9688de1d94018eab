"""Open a written file or its folder with the programs of the PC.

Public: `open_with_pc(path)`, `tell_written(parent, paths, sentence)`.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit import messages


def open_with_pc(path: Path) -> None:
    """Let the PC open a file or folder as a double click on it would."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def tell_written(parent: QWidget, paths: Sequence[Path]) -> None:
    """Say that files were written, read back and found right, and offer to open them."""
    names = "\n".join(path.name for path in paths)
    acts = [(f"Mở {path.name}", lambda path=path: open_with_pc(path)) for path in paths[:1]]
    folder = paths[0].parent
    messages.ask(
        parent,
        f"Đã ghi xong, đọc lại thấy đúng.\n{names}\nTrong thư mục {folder}",
        [*acts, ("Mở thư mục", lambda: open_with_pc(folder))],
        stay="Đóng",
    )
