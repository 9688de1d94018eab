"""Printing the whole file of a person from his form."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QRadioButton

from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.members import person_print
from tests.documents.word.parts import part, texts
from tests.ui.hands import button, click, open_box, settle
from tests.ui.members.officer import CTRL, open_file, write

NAME = "Nguyễn Văn An"


@pytest.fixture
def targets(monkeypatch, tmp_path):
    """Where the file was written to, as if the officer had taken the name that is offered."""
    chosen = []

    def choose(_parent, _title, name, _kinds, then):
        chosen.append(tmp_path / name)
        then(chosen[-1])

    monkeypatch.setattr(person_print, "choose_target", choose)
    return chosen


def test_the_file_is_written_and_offered_to_be_opened(page, targets):
    form = open_file(page, NAME, "Thông tin chung")
    write(form, "phone", "0912000111")
    QTest.keyClick(form, Qt.Key.Key_S, CTRL)
    form = open_file(page, NAME, "Đảng")
    for way in ("Không", "Có"):
        QTest.keyClick(form, Qt.Key.Key_P, CTRL)
        settle()
        [asked] = [one for one in form.findChildren(FormDialog) if one.isVisible()]
        field = asked.form.field("masked")
        assert field.value() is True
        [choice] = [one for one in field.findChildren(QRadioButton) if one.text() == way]
        if not choice.isChecked():
            click(choice)
        click(button(asked, "Tiếp tục"))
        settle()
        assert "đọc lại thấy đúng" in open_box().text()
        open_box().reject()
        settle()
        form.activateWindow()
        settle()
        said = texts(part(targets[-1]))
        assert "NGUYỄN VĂN AN" in said
        assert ("0912000111" in said) is (way == "Không")
        assert ("0912•••111" in said) is (way == "Có")
    assert targets[0].name.startswith("Ho-so-Nguyen-Van-An_Phuong-Ben-Thu_")


def test_who_took_his_consent_back_is_named_before_his_file_leaves(page, store, targets):
    form = open_file(page, NAME, "Thông tin chung")
    write(form, "consent_withdrawn_on", "5/6/2026")
    QTest.keyClick(form, Qt.Key.Key_S, CTRL)
    form = open_file(page, NAME, "Đảng")
    QTest.keyClick(form, Qt.Key.Key_P, CTRL)
    settle()
    assert open_box().text() == "Có người đã rút đồng ý."
    assert NAME in open_box().informativeText()
    click(button(open_box(), "Thôi, không ghi"))
    assert targets == []
    form.activateWindow()
    settle()
    QTest.keyClick(form, Qt.Key.Key_P, CTRL)
    settle()
    click(button(open_box(), "Vẫn ghi"))
    [asked] = [one for one in form.findChildren(FormDialog) if one.isVisible()]
    click(button(asked, "Tiếp tục"))
    settle()
    assert len(targets) == 1


def test_what_is_only_typed_must_be_saved_before(page, targets):
    form = open_file(page, NAME, "Thông tin chung")
    write(form, "phone", "0912 000 111")
    click(button(form, "In hồ sơ"))
    assert "chưa được lưu" in open_box().text()
    assert targets == []
