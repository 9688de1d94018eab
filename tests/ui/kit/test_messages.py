"""Boxes that tell and ask, without stopping the program."""

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QDialogButtonBox, QFileDialog, QLabel

from ccb_desktop.domain.errors import DiskFull
from ccb_desktop.ui.kit import messages, qt_words
from ccb_desktop.ui.kit.qt_words import QtWords, speak_vietnamese
from tests.ui.hands import button, click, no_box, open_box, press, settle
from tests.ui.pictures import cut_off


def test_an_error_is_told_in_its_own_words(qt_app):
    messages.tell(None, DiskFull("USB đã đầy.\nSố liệu vẫn nguyên. Cắm USB khác."))
    box = open_box()
    assert (box.text(), box.informativeText()) == (
        "USB đã đầy.",
        "Số liệu vẫn nguyên. Cắm USB khác.",
    )
    assert box.textFormat() == Qt.TextFormat.PlainText
    press(box, Qt.Key.Key_Escape)
    assert no_box()


def test_the_button_says_the_act(qt_app):
    done = []
    messages.ask_before(None, "Khóa năm 2026?", "Khóa năm 2026", lambda: done.append("locked"))
    click(button(open_box(), "Khóa năm 2026"))
    settle()
    assert done == ["locked"]
    assert no_box()


def test_enter_and_esc_leave_what_cannot_be_undone(qt_app):
    done = []
    for key in (Qt.Key.Key_Escape, Qt.Key.Key_Return):
        messages.ask_before(None, "Khóa năm 2026?", "Khóa năm 2026", lambda: done.append("locked"))
        press(open_box(), key)
        assert no_box()
    assert done == []


def test_enter_does_the_first_act_of_a_harmless_question(qt_app):
    done = []
    messages.ask(None, "Lưu?", [("Lưu", lambda: done.append("saved"))])
    press(open_box(), Qt.Key.Key_Return)
    assert done == ["saved"]


def test_qt_speaks_vietnamese(qt_app):
    speak_vietnamese(qt_app)
    box = QDialogButtonBox(
        QDialogButtonBox.StandardButton.Save
        | QDialogButtonBox.StandardButton.Cancel
        | QDialogButtonBox.StandardButton.Yes
        | QDialogButtonBox.StandardButton.No
    )
    assert {made.text() for made in box.buttons()} == {"Lưu", "Thôi", "Có", "Không"}
    assert QCoreApplication.translate("anything", "No such text") == "No such text"
    for words in qt_app.findChildren(QtWords):
        qt_app.removeTranslator(words)


def test_no_english_word_is_left_in_the_choice_of_a_file(qt_app):
    speak_vietnamese(qt_app)
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    labels = [made.text() for made in dialog.findChildren(QLabel)]
    buttons = [made.text() for made in dialog.findChildren(QAbstractButton)]
    known = set(qt_words._WORDS.values())
    assert [text for text in labels + buttons if text and text not in known] == []
    for words in qt_app.findChildren(QtWords):
        qt_app.removeTranslator(words)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_a_long_sentence_is_read_to_its_end(qt_app, look, percent):
    look.set_percent(percent)
    messages.tell(None, "Không đọc được “anh.xlsx”: đây là tệp ảnh đổi tên. Sổ vẫn như cũ. " * 2)
    # Qt wraps only words that ask for more than half a screen; the style's least width does.
    assert cut_off(open_box()) == []


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("acts", [["Lưu", "Bỏ"], ["Lấy bản sao lưu ấy", "Dùng số liệu đang mở"]])
def test_every_button_is_read_whole_and_stands_in_the_box(qt_app, look, percent, acts):
    look.set_percent(percent)
    done = []
    question = "Trong máy có bản sao lưu mới hơn.\nBản ấy lúc 14:05 có 12 việc mà sổ này không có."
    box = messages.ask(
        None, question, [(act, lambda act=act: done.append(act)) for act in acts], stay="Để sau"
    )
    settle()
    assert cut_off(box) == []
    for made in box.buttons():
        assert box.rect().contains(made.rect().translated(made.mapTo(box, QPoint())))
    click(button(box, acts[1]))
    assert done == [acts[1]]
