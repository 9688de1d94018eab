"""Ask for files and folders without stopping the window.

Public: `choose_files(parent, title, kinds, then)`, `choose_target(parent, title, name, kinds,
then)`, `choose_folder(parent, title, then)`; `EXCEL_IN`, `BROUGHT`, `EXCEL_OUT`, `WORD_OUT`,
`PDF_OUT`. What is to happen with the choice is handed in; nothing happens when none is made.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

EXCEL_IN = "Tệp Excel hoặc CSV (*.xlsx *.xlsm *.xls *.ods *.csv)"
BROUGHT = "Danh sách, gói, báo cáo (*.xlsx *.xlsm *.xls *.ods *.csv *.zip *.json *.docx)"
EXCEL_OUT = "Tệp Excel (*.xlsx)"
WORD_OUT = "Tệp Word (*.docx)"
PDF_OUT = "Tệp PDF (*.pdf)"

_OF_SCREEN = 0.95
_last_folder: list[str] = []  # where the officer chose last, as long as the program runs


def choose_files(
    parent: QWidget | None, title: str, kinds: str, then: Callable[[list[Path]], object]
) -> QFileDialog:
    """Ask for one or several files to read."""
    dialog = QFileDialog(parent, title, _folder(), kinds)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    dialog.filesSelected.connect(lambda names: _remember(Path(names[0]).parent))
    dialog.filesSelected.connect(lambda names: then([Path(name) for name in names]))
    return _open(dialog)


def choose_target(
    parent: QWidget | None, title: str, name: str, kinds: str, then: Callable[[Path], object]
) -> QFileDialog:
    """Ask where a file is to be written; an existing one is asked about."""
    dialog = QFileDialog(parent, title, str(Path(_folder()) / name), kinds)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setDefaultSuffix(Path(name).suffix.lstrip("."))
    dialog.fileSelected.connect(lambda chosen: _remember(Path(chosen).parent))
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    return _open(dialog)


def choose_folder(
    parent: QWidget | None, title: str, then: Callable[[Path], object]
) -> QFileDialog:
    """Ask for a folder."""
    dialog = QFileDialog(parent, title, _folder())
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.fileSelected.connect(lambda chosen: _remember(Path(chosen)))
    dialog.fileSelected.connect(lambda chosen: then(Path(chosen)))
    return _open(dialog)


def _open(dialog: QFileDialog) -> QFileDialog:
    """Open it wide enough for names and places in large letters; Windows has its own size."""
    letter = dialog.fontMetrics().height()
    room = dialog.screen().availableSize() * _OF_SCREEN
    dialog.resize(QSize(letter * 36, letter * 20).boundedTo(room))
    dialog.open()
    return dialog


def _folder() -> str:
    """Where the officer chose last, else his documents: never the folder of the program."""
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return _last_folder[-1] if _last_folder else documents


def _remember(folder: Path) -> None:
    _last_folder[:] = [str(folder)]
