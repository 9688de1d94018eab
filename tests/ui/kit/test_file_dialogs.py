"""Asking for files begins where the officer chose last."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit import file_dialogs
from tests.ui import hands


def test_the_next_question_begins_in_the_folder_of_the_last_answer(qt_app, tmp_path):
    page = hands.show(QWidget())
    (tmp_path / "ds.csv").write_text("a")
    got = []
    dialog = file_dialogs.choose_files(page, "Chọn", file_dialogs.EXCEL_IN, got.extend)
    dialog.filesSelected.emit([str(tmp_path / "ds.csv")])
    dialog.close()
    assert got == [tmp_path / "ds.csv"]
    for again in (
        file_dialogs.choose_files(page, "Chọn", file_dialogs.EXCEL_IN, got.extend),
        file_dialogs.choose_target(page, "Ghi", "a.xlsx", file_dialogs.EXCEL_OUT, got.append),
        file_dialogs.choose_folder(page, "Thư mục", got.append),
    ):
        assert Path(again.directory().absolutePath()) == tmp_path
        again.close()
    file_dialogs._last_folder.clear()


def test_the_first_question_begins_in_the_documents(qt_app):
    page = hands.show(QWidget())
    dialog = file_dialogs.choose_files(page, "Chọn", file_dialogs.EXCEL_IN, print)
    assert Path(dialog.directory().absolutePath()) != Path.cwd()
    dialog.close()


def test_large_letters_get_a_wider_question(qt_app):
    page = hands.show(QWidget())
    page.setStyleSheet("* { font-size: 18pt; }")
    dialog = file_dialogs.choose_target(page, "Ghi", "a.docx", file_dialogs.WORD_OUT, print)
    letter, screen = dialog.fontMetrics().height(), dialog.screen().availableSize()
    assert dialog.width() >= min(letter * 36, int(screen.width() * 0.9))
    dialog.close()
