"""Commitments by hand: signed by whole chi hội, judged, printed."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from ccb_desktop.domain.tasks.commitments import Kept
from ccb_desktop.operations.tasks import commitments
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.tasks.commitments.tab import CommitmentsTab
from tests.ui.hands import button, click, press, settle, type_text
from tests.word_files import word_text

YEAR = date.today().year
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def tab(page):
    page.show_place(Place("tasks", filters={"tab": "commitments"}))
    page.refresh()
    settle()
    return page.findChild(CommitmentsTab)


def choose(tab, group, act):
    click(button(tab, group))
    menu = next(one for one in tab.findChildren(QMenu) if one.isVisible())
    next(one for one in menu.actions() if one.text() == act).trigger()
    menu.close()
    settle()


def test_a_chi_hoi_signs_is_judged_and_printed(tab, store, tmp_path):
    click(button(tab.table.view, "Ghi theo chi hội"))
    form = next(one for one in tab.findChildren(FormDialog) if one.isVisible())
    form.form.field("unit_names").set_value(["Chi hội 1"])
    type_text(form.form.field("content").box, "Sinh hoạt đều")
    press(form, Qt.Key.Key_S, CONTROL)
    lines = tab.table.seen_lines()
    assert len(lines) > 3
    assert {line.unit_name for line in lines} == {"Chi hội 1"}
    tab.table.choose_ids([line.commitment.id for line in lines[:2]])
    choose(tab, "Đánh giá cuối năm", "Thực hiện tốt")
    kept = [line.commitment.kept for line in commitments.list_commitments(store, YEAR)]
    assert kept.count(Kept.KEPT) == 2
    choose(tab, "In", "Bản đăng ký, những dòng chọn")
    out = tmp_path / "dang-ky.docx"
    tab.findChild(QFileDialog).fileSelected.emit(str(out))
    settle()
    assert word_text(out).count("BẢN ĐĂNG KÝ THI ĐUA") == 2
