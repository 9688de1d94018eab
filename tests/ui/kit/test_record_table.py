"""The one list: real keys, real clicks, selection by identity."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel

from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Broadcast
from ccb_desktop.ui.kit.columns import Act, Column
from ccb_desktop.ui.kit.drafts import Drafts
from ccb_desktop.ui.kit.empty_note import EmptyText
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.record_table import RecordTable
from ccb_desktop.ui.kit.window_state import WindowState
from tests.ui.hands import button, click, compose_text, press, settle, show, type_text
from tests.ui.kit.test_row_order import Line
from tests.ui.pictures import SIZES, cut_off, nameless

NAMES = ["Nguyễn Văn An", "Trần Thị Hoa", "Hoàng Văn Út", "Lê Đức Hòa", "Nguyễn Thị Ánh"]
LINES = [Line(i, name, 1950 + i) for i, name in enumerate(NAMES, start=1)]
COLUMNS = [
    Column("name", "Họ và tên", lambda line: line.name, lambda line: sort_key(line.name), width=24),
    Column(
        "born",
        "Năm sinh",
        lambda line: str(line.born),
        lambda line: line.born,
        align="right",
        total=lambda lines: str(sum(line.born for line in lines)),
    ),
    Column("id", "Số", lambda line: str(line.id), shown=False),
]


class Done:
    """What was done, by whichever way."""

    def __init__(self):
        self.acts = []

    def note(self, name):
        return lambda lines: self.acts.append((name, [line.id for line in lines]))


@pytest.fixture
def done():
    return Done()


@pytest.fixture
def table(qt_app, done):
    made = RecordTable(
        "people",
        COLUMNS,
        id_of=lambda line: line.id,
        acts=[
            Act("Thêm", done.note("add"), needs="none", shortcut="Ctrl+N"),
            Act("Mở hồ sơ", done.note("open"), main=True, icon="edit"),
            Act("Xóa", done.note("delete"), needs="some", shortcut="Delete"),
            Act("Từ trần", done.note("die"), group="Biến động"),
        ],
        noun="hội viên",
        empty=EmptyText("Chưa có hội viên nào", "Đưa danh sách vào trước.", "Đưa vào", settle),
        on_export=lambda seen: done.acts.append(("export", seen)),
    )
    made.set_lines(LINES)
    return show(made)


def seen_names(table):
    return [row[0] for row in table.seen().rows]


def count_text(table):
    return table._count.text()


def test_the_model_obeys_the_rules_of_qt(table):
    tester = QAbstractItemModelTester(
        table.model, QAbstractItemModelTester.FailureReportingMode.Fatal
    )
    table.filters.search.setText("ng")
    table.sort_by("name", descending=True)
    table.set_lines(LINES[:2])
    table.set_lines([])
    assert tester.model() is table.model


def test_typing_filters_and_counts(table):
    type_text(table.filters.search, "nguyễ")
    assert seen_names(table) == ["Nguyễn Văn An", "Nguyễn Thị Ánh"]
    assert count_text(table) == "2 / 5 hội viên"
    table.filters.search.clear()
    assert count_text(table) == "5 hội viên"


def test_an_input_method_may_compose_the_letters(table):
    compose_text(table.filters.search, ["h", "ho", "hò", "hòa"])
    assert seen_names(table) == ["Hoàng Văn Út", "Lê Đức Hòa"]


def test_the_choice_is_kept_by_identity(table):
    table.choose_ids({2, 4})
    table.sort_by("name", descending=True)
    assert {line.id for line in table.chosen()} == {2, 4}
    table.set_lines([Line(9, "Bùi Văn Cao", 1949), *LINES])
    assert {line.id for line in table.chosen()} == {2, 4}
    assert "đang chọn 2" in count_text(table)


def test_rows_out_of_sight_are_not_chosen_but_come_back(table):
    table.choose_ids({3})
    table.filters.search.setText("nguyen")
    assert table.chosen() == []
    table.filters.search.clear()
    assert [line.id for line in table.chosen()] == [3]


def test_a_record_that_is_gone_is_chosen_no_more(table):
    table.choose_ids({1, 2})
    table.set_lines(LINES[1:])
    assert [line.id for line in table.chosen()] == [2]


def test_arrows_enter_and_ctrl_a(table, done):
    table.view.setFocus()
    press(table.view, Qt.Key.Key_Down)
    press(table.view, Qt.Key.Key_Down)
    press(table.view, Qt.Key.Key_Return)
    assert done.acts == [("open", [3])]
    press(table.view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(table.view, Qt.Key.Key_Delete)
    assert done.acts[-1] == ("delete", [1, 2, 3, 4, 5])


def test_something_new_is_begun_from_anywhere_and_a_row_removed_only_in_the_list(table, done):
    table.choose_ids({3})
    search = table.filters.search
    search.setFocus()
    press(search, Qt.Key.Key_Delete)
    press(search, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert done.acts == [("add", [3])]


def test_down_leads_from_the_search_box_into_the_list(table, done):
    table.filters.search.setFocus()
    type_text(table.filters.search, "út")
    press(table.filters.search, Qt.Key.Key_Down)
    assert table.view.hasFocus()
    press(table.view, Qt.Key.Key_Return)
    assert done.acts == [("open", [3])]


def test_a_double_click_does_the_main_act(table, done):
    place = table.view.visualRect(table.model.index(1, 0)).center()
    QTest.mouseClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(table.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert done.acts == [("open", [2])]


def test_buttons_follow_the_choice(table, done):
    table.choose_ids(set())
    assert not button(table, "Mở hồ sơ").isEnabled()
    assert "Chọn một dòng" in button(table, "Mở hồ sơ").toolTip()
    table.choose_ids({1, 2})
    assert not button(table, "Mở hồ sơ").isEnabled()
    click(button(table, "Xóa"))
    click(button(table, "Thêm"))
    assert done.acts == [("delete", [1, 2]), ("add", [1, 2])]


def test_the_button_of_a_group_keeps_the_keyboard_when_lines_are_read_again(table):
    table.choose_ids({1})
    opener = button(table, "Biến động")
    opener.setFocus()
    table.set_lines(LINES)
    assert opener.hasFocus()


def test_every_act_is_in_the_context_menu_too(table, done):
    table.choose_ids({4})
    menu = table._acts.context_menu()
    labels = [action.text() for action in menu.actions()]
    assert labels == ["Thêm", "Mở hồ sơ", "Xóa", "Biến động"]
    menu.actions()[1].trigger()
    assert done.acts == [("open", [4])]
    menu.actions()[3].menu().actions()[0].trigger()
    assert done.acts[-1] == ("die", [4])


def test_a_click_on_a_head_sorts_and_a_second_one_turns_round(table):
    head = table.view.horizontalHeader()
    for expected in (["Nguyễn Văn An", "Nguyễn Thị Ánh"], ["Hoàng Văn Út", "Lê Đức Hòa"]):
        QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
        assert seen_names(table)[:2] == expected


def test_filters_narrow_and_one_button_shows_all(table):
    table.add_choice("Năm", [(None, "Tất cả"), (1952, "1952")], lambda line: line.born)
    table.filters.choose("Năm", 1952)
    table.filters.search.setText("tran")
    assert seen_names(table) == ["Trần Thị Hoa"]
    click(button(table, "Xem tất cả"))
    assert len(seen_names(table)) == 5


def test_a_filter_fits_a_collection_too(table):
    kinds = {1: ("A", "B"), 2: ("B",)}
    table.add_choice("Diện", [(None, ""), ("A", "A")], lambda line: kinds.get(line.id, ()))
    table.filters.choose("Diện", "A")
    assert seen_names(table) == ["Nguyễn Văn An"]


def test_totals_stand_for_what_is_seen(table):
    assert "9765" in table._totals.accessibleName()
    table.filters.search.setText("tran")
    assert "1952" in table._totals.accessibleName()


def test_an_empty_list_says_why_and_what_to_do(table):
    table.set_lines([])
    settle()
    assert button(table, "Đưa vào").isVisible()
    table.set_lines(LINES)
    table.filters.search.setText("không ai cả")
    settle()
    click(table._note._button)
    assert len(seen_names(table)) == 5


def test_export_and_copy_give_what_is_seen(table, done):
    table.filters.search.setText("tran")
    click(button(table, "Xuất ra Excel"))
    seen = done.acts[0][1]
    assert (seen.headers, seen.rows) == (["Họ và tên", "Năm sinh"], [["Trần Thị Hoa", "1952"]])
    assert seen.aligns == ["left", "right"]
    table.choose_ids({2})
    table.view.setFocus()
    press(table.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QApplication.clipboard().text() == "Trần Thị Hoa\t1952"


def test_columns_are_chosen_and_remembered(qt_app):
    state = WindowState(None)

    def made():
        table = RecordTable("people", COLUMNS, id_of=lambda line: line.id, state=state)
        table.set_lines(LINES)
        return show(table)

    first = made()
    first.columns._fill_menu()
    actions = {action.text(): action for action in first.columns._menu.actions()}
    actions["Số"].trigger()
    actions["Họ và tên"].trigger()
    first.view.horizontalHeader().moveSection(2, 0)
    first.columns.sort("born", descending=True)
    first.columns._keep()
    first.close()

    again = made()
    assert again.seen().headers == ["Số", "Năm sinh"]
    assert [row[1] for row in again.seen().rows][:2] == ["1955", "1954"]


def test_the_last_column_cannot_be_hidden(table):
    for place in (0, 1, 2):
        table.columns._set_shown(place, False)
    assert len(table.seen().headers) == 1


def test_everything_has_a_name_for_the_screen_reader(table):
    assert table.view.accessibleName() == "Danh sách hội viên"
    assert nameless(table) == []


def test_names_are_never_read_as_markup(table):
    table.set_lines([Line(1, "<h1>An</h1>", 1950), Line(2, "Bình & Cao", 1951)])
    tips = [table.model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole) for row in (0, 1)]
    assert tips == ["<qt>&lt;h1&gt;An&lt;/h1&gt;</qt>", "Bình & Cao"]


def test_rows_grow_with_the_text(table, look):
    before = table.view.rowHeight(0)
    look.set_percent(150)
    settle()
    assert before >= 38
    assert table.view.rowHeight(0) >= 1.4 * before


@pytest.mark.parametrize("percent", SIZES)
def test_a_low_window_never_cuts_off_why_a_list_is_empty(qt_app, look, percent):
    advice = "Bấm nút dưới đây rồi chọn các tệp mà chi hội gửi. " * 3
    made = RecordTable(
        "empty",
        COLUMNS,
        id_of=lambda line: line.id,
        empty=EmptyText("Chưa nhập tệp nào", advice, "Nhập từ Excel", settle),
    )
    look.set_percent(percent)
    show(made, 500, 100)
    assert cut_off(made) == []
    assert made._note.rect().contains(made._note._button.geometry())
    made.set_lines(LINES)
    settle()
    made.resize(500, 100)
    settle()
    row = made.view.verticalHeader().defaultSectionSize()
    assert made.view.height() < 6 * row


def test_a_list_that_is_still_being_read_does_not_say_it_is_empty(qt_app, tmp_path):
    work = Background()
    page = Page(Desk(Broadcast(), work, WindowState(None), Drafts(tmp_path)), "Sổ", "Để thử")
    table = RecordTable(
        "funds", COLUMNS, id_of=lambda line: line.id, empty=EmptyText("Chưa có quỹ nào", "")
    )
    page.body.addWidget(table)
    go_on = threading.Event()
    show(page)
    assert shown_note(table) == "Chưa có quỹ nào"
    work.run(lambda _progress: go_on.wait(10), lambda _done: table.set_lines([]), owner=page)
    assert shown_note(table) == "Đang đọc sổ…"
    go_on.set()
    while work.is_busy:
        settle()
    assert shown_note(table) == "Chưa có quỹ nào"


def shown_note(table):
    return next(text.text() for text in table._note.findChildren(QLabel) if text.isVisible())


def test_the_bar_that_scrolls_the_rows_cuts_no_column_off(table):
    head, view = table.view.horizontalHeader(), table.view
    head.setStretchLastSection(False)
    for at in (0, 1):
        head.resizeSection(at, view.viewport().width() // 2)
    before = head.sectionSize(0) + head.sectionSize(1)
    table.resize(table.width() - 12, table.height())
    settle()
    assert head.sectionSize(0) + head.sectionSize(1) == view.viewport().width() < before
    table.resize(table.width() - 300, table.height())
    settle()
    assert head.length() > view.viewport().width()
