"""Frozen reports: frozen at the desk, written again, compared, noted."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.operations import frozen_reports
from ccb_desktop.operations.activities import activities
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.names_dialog import NamesDialog
from ccb_desktop.ui.kit.paper_view import PaperDialog
from ccb_desktop.ui.reports.desk.tab import DeskTab
from ccb_desktop.ui.reports.frozen.differences_dialog import DifferencesDialog
from ccb_desktop.ui.reports.frozen.tab import FrozenTab
from ccb_desktop.ui.reports.page import ReportsPage
from tests.ui import hands, pictures

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qt_app, store, tmp_path):
    page = hands.in_office_window(ReportsPage(hands.make_desk(tmp_path / "drafts"), store), store)
    page.desk.broadcast.wanted.connect(page.show_place)
    desk = page.tab(DeskTab)
    desk._choice.choose(ReportKind.YEAR, "2025")
    hands.settle()
    return page


def shown(parent, kind):
    return next(one for one in parent.findChildren(kind) if one.isVisible())


def freeze(page, note=""):
    hands.click(hands.button(page, "Chốt báo cáo…"))
    dialog = shown(page, FormDialog)
    hands.type_text(dialog.form.field("note").box, note)
    hands.press(dialog, Qt.Key.Key_S, CONTROL)
    hands.settle()
    return hands.open_box()


def test_a_report_is_frozen_at_the_desk_and_seen_in_its_list(page):
    box = freeze(page, "Bản gửi")
    assert "Đã chốt báo cáo" in box.text()
    hands.click(hands.button(box, "Xem báo cáo đã chốt"))
    hands.settle()
    tab = page.tab(FrozenTab)
    [line] = tab.table.chosen()
    assert (line.report.period, line.report.note, line.sent) == ("2025", "Bản gửi", 0)
    assert line.symbol == "01/BC-CCB"
    hands.press(tab.table.view, Qt.Key.Key_Return)
    assert shown(tab, PaperDialog).paper.sheets.place == 1


def test_a_frozen_report_is_sent_from_its_list_or_as_soon_as_it_is_frozen(page):
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    hands.click(hands.button(freeze(page), "Gửi…"))
    page.show_place(Place("reports", wanted[0].record_id, {"tab": "frozen"}))
    hands.settle()
    tab = page.tab(FrozenTab)
    hands.click(hands.button(tab, "Gửi…"))
    of = {"kind": ReportKind.YEAR, "period": "2025"}
    sent = Place("exchange", wanted[0].record_id, {"tab": "sending", "act": "send", **of})
    assert wanted == [sent, sent]


def test_the_first_number_is_asked_for_where_the_register_has_none(page, store):
    hands.click(hands.button(page, "Chốt báo cáo…"))
    dialog = shown(page, FormDialog)
    dialog.form.set_values({"numbered": False})
    hands.press(dialog, Qt.Key.Key_S, CONTROL)
    hands.settle()
    hands.click(hands.button(hands.open_box(), "Xem báo cáo đã chốt"))
    hands.settle()
    tab = page.tab(FrozenTab)
    hands.act(tab, "Lấy số văn bản")
    dialog = shown(tab, FormDialog)
    dialog.form.field("number").set_value(17)
    hands.press(dialog, Qt.Key.Key_S, CONTROL)
    hands.settle()
    assert [line.symbol for line in frozen_reports.list_frozen(store)] == ["17/BC-CCB"]


def test_words_typed_a_moment_ago_are_frozen_too(page, store):
    desk = page.tab(DeskTab)
    desk._tabs.setCurrentIndex(1)
    hands.settle()
    hands.type_text(desk._texts._views["IV"].field.box, "Đề nghị mở lớp.")
    hands.click(hands.button(freeze(page), "Đóng"))
    [line] = frozen_reports.list_frozen(store)
    content = frozen_reports.load_content(store, line.report.id)
    assert content.texts["IV"] == "Đề nghị mở lớp."


def test_a_file_that_is_no_word_file_is_told_before_anything_is_done(page, store, tmp_path):
    (tmp_path / "a.docx").write_text("chữ")
    hands.click(hands.button(page, "Chốt báo cáo…"))
    dialog = shown(page, FormDialog)
    dialog.form.field("edited").add([tmp_path / "a.docx"])
    hands.press(dialog, Qt.Key.Key_S, CONTROL)
    assert "không phải là tệp Word" in hands.open_box().text()
    assert dialog.isVisible()
    assert frozen_reports.list_frozen(store) == []


def test_it_is_written_again_where_the_officer_says(page, tmp_path, monkeypatch):
    hands.click(hands.button(freeze(page), "Xem báo cáo đã chốt"))
    hands.settle()
    tab = page.tab(FrozenTab)
    asked = []
    monkeypatch.setattr(
        "ccb_desktop.ui.reports.writing.choose_folder",
        lambda _parent, _title, then: asked.append(then),
    )
    hands.click(hands.button(tab, "Ghi lại ra thư mục"))
    asked[0](tmp_path / "ra")
    hands.click(hands.button(hands.open_box(), "Đóng"))
    assert len(list((tmp_path / "ra").iterdir())) == 2
    asked[0](tmp_path / "ra")
    assert "đã có báo cáo" in hands.open_box().text()


def test_it_is_compared_with_the_books_of_now(page, store, look):
    hands.click(hands.button(freeze(page), "Xem báo cáo đã chốt"))
    meeting = Activity(held_on=date(2025, 3, 1), kind="UNIT_MEETING", name="Sinh hoạt")
    page.desk.broadcast.send(activities.save_activity(store, meeting))
    hands.settle()
    tab = page.tab(FrozenTab)
    hands.click(hands.button(tab, "So với sổ bây giờ"))
    dialog = shown(tab, DifferencesDialog)
    one = next(one for one in dialog.table.seen_lines() if one.code == "unit_meetings")
    assert (one.earlier, one.later) == ("…", "1")
    dialog.table.choose_ids(["unit_meetings"])
    hands.press(dialog.table.view, Qt.Key.Key_Return)
    names = shown(dialog, NamesDialog)
    assert [line.detail for line in names.table.seen_lines()] == ["Thêm"]
    names.close()
    pictures.take(dialog, look, "differences", sizes=(150,), size=(1280, 700))
    assert pictures.cut_off(dialog) == []


def test_two_of_one_period_are_compared_and_others_are_not(page):
    hands.click(hands.button(freeze(page), "Đóng"))
    hands.click(hands.button(freeze(page), "Đóng"))
    page.tab(DeskTab)._choice.choose(ReportKind.YEAR, "2024")
    hands.settle()
    hands.click(hands.button(freeze(page), "Xem báo cáo đã chốt"))
    tab = page.tab(FrozenTab)
    hands.settle()
    button = hands.button(tab, "So hai bản")
    tab.table.choose_ids([1, 3])
    hands.settle()
    assert not button.isEnabled()
    tab.table.choose_ids([1, 2])
    hands.settle()
    hands.click(button)
    assert shown(tab, DifferencesDialog).table.seen_lines() == []


def test_its_note_is_written_and_freezing_undone(page, store):
    hands.click(hands.button(freeze(page), "Xem báo cáo đã chốt"))
    hands.settle()
    tab = page.tab(FrozenTab)
    hands.act(tab, "Ghi chú")
    dialog = shown(tab, FormDialog)
    hands.type_text(dialog.form.field("note").box, "Đã nộp")
    hands.press(dialog, Qt.Key.Key_S, CONTROL)
    assert tab.table.seen_lines()[0].report.note == "Đã nộp"
    for _ in range(2):
        page.undo_bar.undo_last()
        hands.settle()
    assert frozen_reports.list_frozen(store) == []
    page.show_place(Place("reports", filters={"tab": "frozen"}))
    assert tab.table.seen_lines() == []
