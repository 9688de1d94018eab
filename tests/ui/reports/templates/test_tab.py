"""The tab Mẫu Word: templates as they stand, changed in Word, refused, put back."""

import shutil

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from ccb_desktop.operations import word_templates
from ccb_desktop.ui.kit.paper_view import PaperDialog
from ccb_desktop.ui.reports.templates import tab as module
from ccb_desktop.ui.reports.templates.fields_dialog import FieldsDialog
from ccb_desktop.ui.reports.templates.tab import TemplatesTab
from tests.ui import hands, pictures

NAME = "giay-gioi-thieu.docx"


@pytest.fixture
def opened(monkeypatch):
    """What the PC was asked to open."""
    found = []
    monkeypatch.setattr(module, "open_with_pc", lambda _parent, path: found.append(path))
    return found


@pytest.fixture
def tab(qt_app, look, store, opened, tmp_path):
    """The tab with the letter of introduction chosen."""
    found = TemplatesTab(hands.make_desk(tmp_path / "drafts"), store)
    hands.show(found, 1180, 700)
    found.refresh()
    found.table.choose_ids({NAME})
    return found


def state(tab):
    return next(one for one in tab.table.seen_lines() if one.template.name == NAME).told


def save_in_word(path, line):
    document = Document(str(path))
    document.add_paragraph(line)
    document.save(str(path))


def come_back(tab):
    """The officer comes back from Word."""
    QGuiApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
    tab.table.choose_ids({NAME})
    hands.settle()


def choose(tab, act):
    """Choose from the menu of the button that changes the template."""
    menu = hands.button(tab, "Đổi mẫu").menu()
    next(one for one in menu.actions() if one.text() == act).trigger()


def test_a_change_in_word_is_seen_checked_and_taken_back(tab, opened, store, look):
    assert state(tab) == "Mẫu của chương trình"
    hands.press(tab.table.view, Qt.Key.Key_Return)
    (path,) = opened
    assert path == store.folder.templates / NAME
    save_in_word(path, "{{ ho_ten }}")
    come_back(tab)
    assert state(tab) == "Mẫu riêng có chỗ sai: 1 chỗ"
    assert "có phải full_name" in tab._wrong.text()
    assert pictures.cut_off(tab) == []
    choose(tab, "Về mẫu của chương trình")
    tab.refresh()
    assert state(tab) == "Mẫu của chương trình (mẫu riêng để bên cạnh)"
    assert not tab._wrong.isVisible()


def test_the_example_is_seen_as_pages(tab):
    hands.click(hands.button(tab, "Xem thử"))
    (dialog,) = tab.findChildren(PaperDialog)
    hands.wait_until(lambda: dialog.paper.sheets.isVisible())
    assert "Giấy giới thiệu sinh hoạt" in dialog.windowTitle()
    dialog.reject()


def test_a_field_is_copied_for_word(tab, store, look):
    dialog = FieldsDialog(tab, tab.desk, store, tab.table.chosen()[0].template)
    dialog.open()
    dialog.table.choose_ids({("full_name", False)})
    hands.press(dialog.table.view, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "{{ full_name }}"
    assert "Ctrl+V" in dialog._told.text()
    dialog.reject()


def test_what_is_brought_is_taken_in(tab, store, monkeypatch, tmp_path):
    brought = tmp_path / "mau.docx"
    shutil.copyfile(word_templates.shipped(NAME), brought)
    save_in_word(brought, "Của tỉnh")
    monkeypatch.setattr(
        module, "choose_files", lambda _parent, _title, _kinds, then: then([brought])
    )
    choose(tab, "Đưa mẫu khác vào…")
    tab.refresh()
    assert state(tab).startswith("Mẫu riêng của Hội, sửa ngày")
