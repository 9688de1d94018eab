"""Commitments by hand: signed by whole chi hội, judged, printed."""

from datetime import date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from ccb_desktop.domain.tasks.commitments import Kept, Pledge
from ccb_desktop.operations.tasks import commitments
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.drafts import Draft
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
    return page.tab(CommitmentsTab)


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


def form_of(tab):
    settle()
    return next(one for one in tab.findChildren(FormDialog) if one.isVisible())


def test_one_is_led_to_corrected_signed_and_taken_out(tab, store, tmp_path):
    commitments.pledge(store, Pledge(year=YEAR - 1, person_ids=(5, 6), content="Sinh hoạt đều"))
    wanted = commitments.list_commitments(store, YEAR - 1)[0].commitment.id
    tab.show_place(Place("tasks", wanted, {"tab": "commitments", "year": YEAR - 1}))
    settle()
    (line,) = tab.table.chosen()
    assert (tab.year, line.commitment.id) == (YEAR - 1, wanted)
    tab.table.view.setFocus()
    press(tab.table.view, Qt.Key.Key_Return)
    form = form_of(tab)
    type_text(form.form.field("note").line, "Làm tốt")
    press(form, Qt.Key.Key_S, CONTROL)
    click(button(tab, "Ghi ngày ký"))
    press(form_of(tab), Qt.Key.Key_S, CONTROL)
    kept = commitments.load_line(store, wanted).commitment
    assert (kept.note, kept.signed_on) == ("Làm tốt", date.today())
    choose(tab, "In", "Danh sách đăng ký, Word")
    out = tmp_path / "danh-sach.docx"
    tab.findChild(QFileDialog).fileSelected.emit(str(out))
    settle()
    assert f"Năm {YEAR - 1}" in word_text(out)
    tab.window().activateWindow()
    tab.table.choose_ids([wanted])
    tab.table.view.setFocus()
    settle()
    press(tab.table.view, Qt.Key.Key_Delete)
    assert len(commitments.list_commitments(store, YEAR - 1)) == 1


def test_a_new_one_asks_for_somebody_of_the_roster_and_goes_on_after_a_crash(tab, store):
    draft = Draft(
        form_id="f1",
        title="Đăng ký thi đua",
        page="tasks",
        kind="commitment",
        subject=None,
        typed={"person": ["Trần Văn Bình 5", 5], "content": "Trồng cây"},
        kept_at=datetime.now().astimezone(),
    )
    tab.show_place(Place("tasks", filters={"draft": draft}))
    press(form_of(tab), Qt.Key.Key_S, CONTROL)
    (line,) = commitments.list_commitments(store, YEAR)
    assert (line.commitment.person_id, line.commitment.content) == (5, "Trồng cây")
    tab.table.view.setFocus()
    click(button(tab, "Ghi một người"))
    form = form_of(tab)
    type_text(form.form.field("person").line, "Nguyễn Văn Lạ")
    type_text(form.form.field("content").box, "Trồng cây")
    press(form, Qt.Key.Key_S, CONTROL)
    assert form.form.field("person").shown_problem
