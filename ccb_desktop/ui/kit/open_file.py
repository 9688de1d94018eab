"""Open a written file or its folder with the programs of the PC.

Public: `open_with_pc(parent, path)`, `tell_written(parent, paths, sentence)`.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit import messages

_OPEN = {".docx": "Mở tệp Word", ".xlsx": "Mở tệp Excel"}


def open_with_pc(parent: QWidget, path: Path) -> None:
    """Let the PC open a file or folder as a double click on it would; tell where it cannot."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
        messages.tell(
            parent,
            f"Máy này không mở được {path.name}.\n"
            "Có thể máy chưa có Word, Excel hoặc LibreOffice. Tệp đã ghi vẫn nguyên, chép sang "
            f"máy khác mở được. Tệp ở đây:\n{path}",
        )


def tell_written(parent: QWidget, paths: Sequence[Path]) -> None:
    """Say that files were written, read back and found right, and offer to open them."""
    names = "\n".join(path.name for path in paths)
    first, folder = paths[0], paths[0].parent
    messages.ask(
        parent,
        f"Đã ghi xong, đọc lại thấy đúng.\n{names}\nTrong thư mục {folder}",
        [
            (_OPEN.get(first.suffix.lower(), "Mở tệp"), lambda: open_with_pc(parent, first)),
            ("Mở thư mục", lambda: open_with_pc(parent, folder)),
        ],
        stay="Đóng",
        drawing="check",
    )
