"""The one window, driven as an officer drives it."""

import threading
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Damaged
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Broadcast, Place
from ccb_desktop.ui.kit.drafts import Drafts
from ccb_desktop.ui.kit.page import Desk, Page
from ccb_desktop.ui.kit.search_box import Hit
from ccb_desktop.ui.kit.window_state import WindowState
from ccb_desktop.ui.main_window import MainWindow, PageSpec
from tests.ui import pictures
from tests.ui.hands import (
    button,
    click,
    no_box,
    open_box,
    press,
    settle,
    show,
    type_text,
    wait_until,
)

CONTROL = Qt.KeyboardModifier.ControlModifier
LABELS = {
    "home": "Trang chủ",
    "members": "Hội viên",
    "units": "Đơn vị",
    "funds": "Quỹ Hội",
    "visits": "Thăm hỏi",
    "tasks": "Nhiệm vụ",
    "activities": "Hoạt động",
    "emulation": "Thi đua",
    "reports": "Báo cáo",
    "exchange": "Gửi – nhận",
    "settings": "Cài đặt",
}


class Sheet(Page):
    """A page that notes what happens to it."""

    def __init__(self, desk, title, kinds):
        super().__init__(desk, title, f"Trang {title} để thử")
        self.kinds = frozenset(kinds)
        self.reads = 0
        self.places = []
        self.error = None
        self.add_main_button("Thêm mới", lambda: None, icon="add")
        self.add_main_button("Đưa danh sách Excel vào", lambda: None, icon="import")

    def refresh(self):
        self.reads += 1
        if self.error is not None:
            raise self.error

    def show_place(self, place):
        self.places.append(place)


class Program:
    """A window with all that it needs, and what happened to it."""

    def __init__(self, look, folder):
        self.built = []
        self.gone_to = []
        self.undone = []
        (folder / "help").mkdir(exist_ok=True)
        (folder / "help" / "members.md").write_text("# Sổ hội viên\n\nCách thêm.", "utf-8")
        self.desk = Desk(
            Broadcast(), Background(), WindowState(folder / "nho.json"), Drafts(folder / "nhap")
        )
        specs = [PageSpec(id_, label, id_, self.builder(id_)) for id_, label in LABELS.items()]
        self.window = MainWindow(
            "CCB Desktop",
            specs,
            self.desk,
            look,
            undo=self.undo,
            search=self.search,
            help_folder=folder / "help",
        )
        self.window.tell_branch("Hội CCB phường An Lạc")
        self.window.bottom.tell_user("Nguyễn Thị Bình, văn thư")
        self.window.bottom.tell_backup(datetime.now().astimezone() - timedelta(hours=2, minutes=5))

    def builder(self, id_):
        def build():
            self.built.append(id_)
            return Sheet(self.desk, LABELS[id_], {id_})

        return build

    def undo(self, action_id):
        self.undone.append(action_id)
        return Change(action_id + 100, "Hoàn tác", frozenset({"members"}))

    def search(self, typed):
        names = ("Nguyễn Văn An", "Nguyễn Văn Anh")
        return [
            Hit("Hội viên", name, "1952", lambda n=name: self.gone_to.append(n)) for name in names
        ]


@pytest.fixture
def program(qt_app, look, tmp_path):
    made = Program(look, tmp_path)
    show(made.window, 1366, 768)
    yield made
    made.desk.background.stop_all()
    made.desk.background.wait()
    settle()


def test_only_the_page_that_is_seen_is_built(program):
    assert program.built == ["home"]
    press(program.window, Qt.Key.Key_2, CONTROL)
    press(program.window, Qt.Key.Key_1, CONTROL)
    press(program.window, Qt.Key.Key_2, CONTROL)
    assert program.built == ["home", "members"]
    assert program.window.shown_page == "members"


def test_pages_are_chosen_by_mouse_and_by_arrow_keys(program):
    side = program.window.side
    click(side._buttons["reports"])
    assert program.window.shown_page == "reports"
    side._buttons["reports"].setFocus()
    press(side._buttons["reports"], Qt.Key.Key_Down)
    assert program.window.shown_page == "exchange"
    assert side._buttons["exchange"].isChecked()
    assert side._buttons["exchange"].hasFocus()
    press(side._buttons["exchange"], Qt.Key.Key_Up)
    assert program.window.shown_page == "reports"


def test_a_page_reads_again_when_its_kind_has_changed_and_it_is_seen(program):
    home, window = program.window.page("home"), program.window
    assert home.reads == 1
    program.desk.broadcast.send(Change(1, "Sửa", frozenset({"home"})))
    program.desk.broadcast.send(Change(2, "Sửa", frozenset({"members"})))
    assert home.reads == 2
    window.show_page("members")
    program.desk.broadcast.send(Change(3, "Sửa", frozenset({"home"})))
    assert home.reads == 2
    window.show_page("home")
    assert home.reads == 3
    window.show_page("members")
    window.show_page("home")
    assert home.reads == 3


def test_a_page_that_cannot_read_says_why(program):
    page = program.window.page("members")
    page.error = Damaged("Sổ bị hỏng.")
    page.refresh_soon()
    assert open_box().text() == "Sổ bị hỏng."
    click(button(open_box(), "Đã hiểu"))


def test_pages_lead_to_each_other(program):
    place = Place("members", 12)
    program.desk.broadcast.go_to(place)
    assert program.window.shown_page == "members"
    assert program.window.page("members").places == [place]
    program.desk.broadcast.go_to(Place("not there"))
    assert program.window.shown_page == "members"


def test_the_search_box_finds_people_pages_and_help(program):
    window = program.window
    press(window, Qt.Key.Key_K, CONTROL)
    assert window.search.hasFocus()
    type_text(window.search, "hội")
    window.search.search_now()
    hits = window.search.list
    shown = [hits.item(row).text() for row in range(hits.count())]
    assert shown[:2] == ["Trang", "Hội viên"]
    assert "Nguyễn Văn An   ·   1952" in shown
    assert shown[-2:] == ["Sổ tay hướng dẫn", "Sổ hội viên"]
    press(window.search, Qt.Key.Key_Return)
    assert window.shown_page == "members"
    assert not hits.isVisible()


def test_arrows_choose_a_hit_and_pass_over_headings(program):
    window = program.window
    window.search.setFocus()
    type_text(window.search, "an")
    window.search.search_now()
    press(window.search, Qt.Key.Key_Down)
    press(window.search, Qt.Key.Key_Up)
    press(window.search, Qt.Key.Key_Down)
    press(window.search, Qt.Key.Key_Return)
    assert program.gone_to == ["Nguyễn Văn Anh"]


def test_a_hit_can_be_clicked_and_esc_closes_the_hits(program):
    window = program.window
    window.search.setFocus()
    type_text(window.search, "ng")
    QTest.qWait(120)
    hits = window.search.list
    assert hits.isVisible()
    place = hits.visualItemRect(hits.item(1)).center()
    QTest.mouseClick(hits.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert program.gone_to == ["Nguyễn Văn An"]
    type_text(window.search, "ng")
    window.search.search_now()
    press(window.search, Qt.Key.Key_Escape)
    assert (hits.isVisible(), window.search.text()) == (False, "")


def test_f1_opens_the_handbook_at_the_page(program):
    program.window.show_page("members")
    press(program.window, Qt.Key.Key_F1)
    assert program.window.help.isVisible()
    assert "Cách thêm" in program.window.help.text.toPlainText()


def test_ctrl_z_undoes_and_ctrl_y_does_again(program):
    program.desk.broadcast.send(Change(7, "Sửa hội viên An", frozenset({"members"})))
    for key in (Qt.Key.Key_Z, Qt.Key.Key_Y):
        press(program.window, key, CONTROL)
        assert program.desk.background.wait()
        settle()
    assert program.undone == [7, 107]


def test_ctrl_z_tells_where_older_acts_are_undone(program):
    press(program.window, Qt.Key.Key_Z, CONTROL)
    bar = program.window.undo_bar
    assert bar.isVisible()
    assert "Cài đặt, thẻ Việc vừa làm" in bar.accessibleName()
    assert program.undone == []


def test_the_offer_to_undo_covers_nothing(program):
    bar = program.window.undo_bar
    for percent in pictures.SIZES:
        program.window.menus._look.set_percent(percent)
        program.desk.broadcast.send(Change(1, "Sửa hội viên " + "rất dài " * 30, frozenset({"a"})))
        settle()
        assert bar.isVisible()
        page = program.window.page("home")
        low = page.mapTo(program.window, page.rect().bottomLeft()).y()
        assert low < bar.mapTo(program.window, bar.rect().topLeft()).y()
        assert pictures.cut_off(bar) == []


def test_every_menu_line_shows_its_shortcut(program):
    lines = {
        action.text(): action.shortcut().toString()
        for menu in program.window.menus._menus.values()
        for action in menu.actions()
    }
    assert lines["Hội viên"] == "Ctrl+2"
    assert lines["Hoàn tác việc vừa làm"] == "Ctrl+Z"
    assert lines["Hướng dẫn trang này"] == "F1"
    program.window.menus.add("Sổ sách", "Sao lưu ngay", lambda: None, "Ctrl+B")
    titles = [action.text() for action in program.window.menus.bar.actions()]
    assert titles == ["&Trang", "&Sửa", "&Xem", "Sổ sách", "Trợ &giúp"]


def test_text_size_and_theme_are_chosen_in_the_menu(program, look):
    window = program.window
    press(window, Qt.Key.Key_Plus, CONTROL)
    assert look.percent == 125
    press(window, Qt.Key.Key_Minus, CONTROL)
    assert look.percent == 100
    menus = [a.menu() for a in window.menus._menus["Xem"].actions() if a.menu()]
    {a.text(): a for a in menus[0].actions()}["150 %"].trigger()
    {a.text(): a for a in menus[1].actions()}["Tương phản cao"].trigger()
    assert (look.percent, look.theme.id) == (150, "high_contrast")
    assert [a.text() for m in menus for a in m.actions() if a.isChecked()] == [
        "150 %",
        "Tương phản cao",
    ]


def test_the_foot_tells_branch_user_and_age_of_the_backup(program):
    bottom = program.window.bottom
    assert bottom._branch.text() == "Hội CCB phường An Lạc"
    assert bottom._backup.text() == "Sao lưu: 2 giờ trước"
    bottom.tell_backup(datetime.now().astimezone() - timedelta(days=9))
    assert bottom._backup.text() == "Sao lưu: 9 ngày trước, nên sao lưu ngay"
    bottom.tell_backup(None)
    assert bottom._backup.text() == "Chưa sao lưu lần nào"


def long_job(go):
    def work(progress):
        for row in range(1, 20_001):
            progress.report(row, 20_000, "đang đọc")
            if row == 5000:
                assert go.wait(5)
        return "xong"

    return work


def test_a_running_job_is_shown_and_can_be_stopped(program):
    go, stopped = threading.Event(), []
    bottom = program.window.bottom
    program.desk.background.run(long_job(go), on_error=stopped.append, label="Đưa danh sách vào")
    wait_until(lambda: "/ 20.000" in bottom._doing.text())
    assert bottom._doing.text().startswith("Đưa danh sách vào · ")
    assert bottom._bar.maximum() == 20_000
    click(bottom.stop_button)
    assert bottom._doing.text() == "Đang dừng…"
    go.set()
    wait_until(lambda: stopped)
    assert not bottom._job.isVisible()


def test_closing_during_a_job_asks_and_can_wait(program):
    go, results, left = threading.Event(), [], []
    program.window.leaving.connect(lambda: left.append(True))
    program.desk.background.run(long_job(go), results.append)
    program.window.close()
    assert program.window.isVisible()
    click(button(open_box(), "Chờ làm xong"))
    go.set()
    wait_until(lambda: results)
    assert (results, left) == (["xong"], [])
    program.window.close()
    assert left == [True]


def test_the_question_goes_when_the_job_is_done_before_it_is_answered(program):
    go, results = threading.Event(), []
    program.desk.background.run(long_job(go), results.append)
    program.window.close()
    assert "đang làm dở" in open_box().text()
    go.set()
    wait_until(lambda: results)
    assert no_box()
    assert program.window.isVisible()


def test_closing_during_a_job_can_stop_it_and_leave(program):
    go, left = threading.Event(), []
    program.window.leaving.connect(lambda: left.append(True))
    program.desk.background.run(long_job(go), on_error=lambda _error: None)
    program.window.close()
    click(button(open_box(), "Dừng rồi thoát"))
    go.set()
    wait_until(lambda: left)
    assert not program.window.isVisible()
    assert no_box()


def test_place_and_size_are_remembered(program, look, tmp_path):
    program.window.resize(780, 640)  # the screen of the tests is small
    settle()
    program.window.close()
    again = Program(look, tmp_path)
    assert (again.window.width(), again.window.height()) == (780, 640)


@pytest.mark.parametrize("theme", ["light", "high_contrast"])
def test_nothing_is_cut_off_on_an_office_screen(program, look, theme):
    look.set_theme(theme)
    program.window.show_page("members")
    program.desk.broadcast.send(Change(1, "Sửa hội viên Nguyễn Văn An", frozenset()))
    for percent in (100, 125, 150):
        look.set_percent(percent)
        program.window.resize(1366, 768)
        settle()
        assert (program.window.width(), program.window.height()) == (1366, 768)
        assert pictures.cut_off(program.window) == []
        assert pictures.nameless(program.window) == []
    pictures.take(program.window, look, f"window-{theme}")


def test_a_menu_opens_by_alt_and_its_letter(program):
    bar = program.window.menus.bar
    QTest.keyClick(program.window, Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    settle()
    assert bar.activeAction() is not None
    assert bar.activeAction().text() == "&Xem"
    bar.activeAction().menu().close()
