"""The tab Đến hạn thăm in the window: seen, narrowed, led on from, written, set."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from ccb_desktop.data import rows
from ccb_desktop.data.tables import IllnessRow
from ccb_desktop.domain.visits.care import Illness
from ccb_desktop.domain.visits.due import DueKind
from ccb_desktop.operations.branch import load_branch
from ccb_desktop.operations.visits import commemorative
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.visits.due.days_dialog import DaysDialog
from ccb_desktop.ui.visits.due.tab import KIND, DueTab
from tests.ui import hands, pictures


@pytest.fixture
def tab(page, store):
    with store.writing("Ghi") as session:
        ill = Illness(person_id=5, from_on=date.today() - timedelta(days=40), what="Tai biến")
        rows.save(session, IllnessRow, ill)
    page.show_place(Place("visits", filters={"tab": "due", "kind": "SICK", "days": 7}))
    page.refresh()
    hands.settle()
    return page.findChild(DueTab)


def form_of(parent):
    hands.settle()
    return next(form for form in parent.findChildren(FormDialog) if form.isVisible())


def test_the_first_page_leads_to_the_group_and_on_to_the_visit_book(tab, desk):
    assert tab.table.filters.chosen(KIND) == DueKind.SICK
    (sick,) = tab.table.seen_lines()
    assert "Tai biến" in sick.why
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    tab.table.choose_ids({sick.key})
    hands.press(tab.table.view, Qt.Key.Key_Return)
    (place,) = wanted
    assert (place.page, place.filters["tab"]) == ("visits", "visits")
    assert place.filters["write"].person_id == 5


def test_the_seen_rows_are_written_as_a_route(tab, tmp_path, monkeypatch):
    out = tmp_path / "lich.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_rest, **_more: (str(out), ""))
    tab._route(tab.table.seen_lines())
    hands.settle()
    assert out.exists() or tab.findChildren(QFileDialog)


def test_the_days_for_the_sick_are_kept(tab, store):
    hands.click(hands.button(tab, "Hạn thăm người ốm…"))
    form = form_of(tab)
    field = form.form.field("sick_visit_days").line
    field.selectAll()
    hands.type_text(field, "45")
    hands.click(hands.button(form, "Lưu"))
    assert load_branch(store).sick_visit_days == 45


def test_a_day_of_the_branch_is_added_and_told(tab, store):
    hands.click(hands.button(tab, "Ngày kỷ niệm…"))
    dialog = tab.findChild(DaysDialog)
    hands.click(hands.button(dialog, "Thêm ngày"))
    form = form_of(dialog)
    soon = date.today() + timedelta(days=1)
    for name, text in (("name", "Ngày đơn vị"), ("day", str(soon.day)), ("month", str(soon.month))):
        hands.type_text(form.form.field(name).line, text)
    hands.click(hands.button(form, "Lưu"))
    assert dialog.table.seen_lines()[0].day.name == "Ngày đơn vị"
    assert "Ngày đơn vị" in tab._days.text()
    assert len(commemorative.list_commemorative_days(store)) == 7


def test_pictures_of_the_tab(tab, look):
    pictures.take(tab.window(), look, "due-visits")
    assert pictures.cut_off(tab) == []
    assert pictures.nameless(tab) == []
