"""The tab Đến hạn thăm in the window: seen, narrowed, led on from, written, set."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMenu

from ccb_desktop.data import rows
from ccb_desktop.data.tables import IllnessRow
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.care import Illness
from ccb_desktop.domain.visits.due import DueKind
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.operations.branch import load_branch
from ccb_desktop.operations.members.people import load_person_file, save_person
from ccb_desktop.operations.visits import commemorative
from ccb_desktop.operations.visits.rounds import list_lines, open_round
from ccb_desktop.operations.visits.usual import save_usual_amount
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.visits.due.days_dialog import DaysDialog
from ccb_desktop.ui.visits.due.tab import KIND, DueTab
from ccb_desktop.ui.visits.rounds.tab import RoundsTab
from tests.ui import hands, pictures


@pytest.fixture
def tab(page, store):
    with store.writing("Ghi") as session:
        ill = Illness(person_id=5, from_on=date.today() - timedelta(days=40), what="Tai biến")
        rows.save(session, IllnessRow, ill)
    page.show_place(Place("visits", filters={"tab": "due", "kind": "SICK", "span": "week"}))
    page.refresh()
    hands.settle()
    return page.tab(DueTab)


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


def printed(tab, act, out):
    """Choose an act of the button In, and name the file; gives its Word file, opened."""
    hands.click(hands.button(tab.table, "In"))
    menu = next(box for box in tab.table.findChildren(QMenu) if box.isVisible())
    next(one for one in menu.actions() if one.text() == act).trigger()
    menu.close()
    hands.settle()
    if (asked := tab.findChild(FormDialog)) is not None:
        hands.click(hands.button(asked, "Tiếp tục"))  # numbers stay masked
    tab.findChild(QFileDialog).fileSelected.emit(str(out))
    hands.settle()
    return Document(out)


def test_the_seen_rows_are_written_as_a_route_by_street_group(tab, store, tmp_path):
    for person_id, group in ((5, "Tổ 10"), (6, "Tổ 2"), (7, "")):
        person = load_person_file(store, person_id).person
        save_person(store, replace(person, street_group=group, phone=f"09051112{person_id}"))
    with store.writing("Ghi") as session:
        for person_id in (6, 7):
            ill = Illness(person_id=person_id, from_on=date.today(), what="Gãy chân")
            rows.save(session, IllnessRow, ill)
    tab.refresh()
    hands.settle()
    paper = printed(tab, "Lịch đi thăm, cả danh sách đang xem", tmp_path / "lich.docx")
    table = next(one for one in paper.tables if one.cell(0, 0).text == "STT")
    cells = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    groups = [row[0] for row in cells if row[0] == row[1]]
    assert groups == ["Tổ 2 (1)", "Tổ 10 (1)", "Chưa ghi tổ dân phố (1)"]
    stops = [row for row in cells if row[0] != row[1]]
    assert [row[0] for row in stops] == ["1", "2", "3"]
    assert [row[3] for row in stops] == ["0905••126", "0905••125", "0905••127"]
    assert "Tai biến" in stops[1][5] and "Gãy chân" in stops[0][5]
    assert "Tổng cộng: 3 nơi đến thăm." in [one.text for one in paper.paragraphs]
    hands.click(hands.button(hands.open_box(), "Đóng"))


def test_those_chosen_get_a_round_with_what_is_usual(tab, page, desk, store):
    gift = UsualAmount(occasion="SICK", amount_dong=500_000, from_on=date(2020, 1, 1))
    desk.broadcast.send(save_usual_amount(store, gift))
    desk.broadcast.wanted.connect(page.show_place)
    page.refresh()
    hands.settle()
    (sick,) = tab.table.seen_lines()
    tab.table.choose_ids({sick.key})
    hands.click(hands.button(tab.table, "Lập đợt tặng quà"))
    form = form_of(page)
    assert form.form.field("occasion").value() == "SICK"
    assert form.form.field("title").value().startswith("Thăm hội viên ốm đau tháng")
    assert "1 người, theo mức chi thường lệ: 500.000 đồng" in form._intro.text()
    field = form.form.field("amount_dong").line
    hands.type_text(field, "300000")
    assert "1 người, theo mức ghi ở dưới: 300.000 đồng" in form._intro.text()
    field.clear()
    form.form.field("occasion").set_value("HARDSHIP")
    form.form.changed.emit()
    assert "1 người. Dịp này chưa có mức chi thường lệ" in form._intro.text()
    form.form.field("occasion").set_value("SICK")
    hands.press(form, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    hands.settle()
    (line,) = list_lines(store)
    (listed,) = open_round(store, line.round.id, date.today()).listed
    assert (listed.line.person_id, listed.line.amount_dong) == (5, 500_000)
    assert "Tai biến" in listed.line.why
    assert page.tab(RoundsTab).view.isVisible()


def test_cards_are_printed_of_those_seen_who_reach_a_great_age(tab, page, store, tmp_path):
    tab._print_cards(tab.table.seen_lines())
    hands.click(hands.button(hands.open_box(), "Đã hiểu"))
    page.show_place(Place("visits", filters={"tab": "due", "kind": "LONGEVITY", "span": "month"}))
    assert tab._span.currentText().startswith("Tháng này")
    person = load_person_file(store, 5).person
    year = date.today().year
    save_person(store, replace(person, born_on=PartialDate(year - 80)))
    tab.refresh()
    hands.settle()
    people = {one.person_id for one in tab.table.seen_lines()}
    assert 5 in people
    card = printed(tab, "Thẻ mừng thọ, cả danh sách đang xem", tmp_path / "the.docx")
    cells = [row.cells[-1] for table in card.tables for row in table.rows]
    said = [one.text for cell in cells for one in cell.paragraphs]
    assert "thọ 80 tuổi" in said
    assert sum(text.startswith("thọ ") for text in said) == len(people)
    hands.click(hands.button(hands.open_box(), "Đóng"))


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
