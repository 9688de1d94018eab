"""A written file is opened by the PC; where the PC cannot, it is told."""

from PySide6.QtCore import QObject, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from ccb_desktop.ui.kit import open_file
from tests.ui import hands
from tests.ui.pictures import cut_off


class Opener(QObject):
    """Stands for the programs of the PC."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @Slot(QUrl)
    def open(self, url):
        self.opened.append(url.toLocalFile())


def test_a_written_file_is_opened_from_its_box(qt_app, tmp_path):
    opener = Opener()
    QDesktopServices.setUrlHandler("file", opener, "open")
    page = hands.show(QWidget())
    open_file.tell_written(page, [tmp_path / "bao-cao.docx"])
    hands.click(hands.button(hands.open_box(), "Mở tệp Word"))
    QDesktopServices.unsetUrlHandler("file")
    assert opener.opened == [str(tmp_path / "bao-cao.docx")]
    assert hands.no_box()


def test_a_pc_without_a_program_for_it_is_told(qt_app, tmp_path, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda _url: False)
    page = hands.show(QWidget())
    open_file.tell_written(page, [tmp_path / "bao-cao.docx"])
    hands.click(hands.button(hands.open_box(), "Mở tệp Word"))
    box = hands.open_box()
    assert "không mở được bao-cao.docx" in box.text()
    assert str(tmp_path) in box.informativeText()


def test_its_buttons_are_read_to_their_end_whatever_the_file_is_called(qt_app, look, tmp_path):
    page = hands.show(QWidget())
    for percent in (100, 150):
        look.set_percent(percent)
        open_file.tell_written(page, [tmp_path / f"BC-6TC-2026_{'Phuong-' * 5}.docx"])
        box = hands.open_box()
        assert cut_off(box) == []
        box.close()
        hands.settle()
