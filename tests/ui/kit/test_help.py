"""The handbook inside the program."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QListWidget

from ccb_desktop.ui.kit.help_pages import find, handbook
from ccb_desktop.ui.kit.help_window import HelpWindow
from tests.ui.hands import press, settle, show, type_text


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "01-home.md").write_text("# Trang chủ\n\nViệc hôm nay.", "utf-8")
    (tmp_path / "02-members.md").write_text(
        "# Hội viên\n\nSổ danh sách. Xem [Trang chủ](01-home.md).", "utf-8"
    )
    (tmp_path / "03-funds.md").write_text("# Quỹ Hội\n\nThu hội phí của hội viên.", "utf-8")
    return tmp_path


@pytest.fixture
def window(qt_app, folder):
    return show(HelpWindow(folder))


def titles(window):
    contents = window.findChild(QListWidget)
    return [contents.item(row).text() for row in range(contents.count())]


def test_pages_stand_in_the_order_of_the_book(folder):
    assert [(page.id, page.title) for page in handbook(folder)] == [
        ("home", "Trang chủ"),
        ("members", "Hội viên"),
        ("funds", "Quỹ Hội"),
    ]


def test_titles_are_found_before_texts(folder):
    assert [page.id for page in find(handbook(folder), "hoi vien")] == ["members", "funds"]


def test_beginnings_of_words_mean_people_and_find_no_page(folder):
    assert find(handbook(folder), "s d s") == []
    assert [page.id for page in find(handbook(folder), "thu ho")] == ["funds"]


def test_it_opens_at_the_page_that_is_asked_for(window):
    window.show_page("funds")
    assert "Thu hội phí" in window.text.toPlainText()
    window.show_page("unknown")
    assert "Việc hôm nay" in window.text.toPlainText()


def test_long_titles_and_pictures_need_no_scrolling_sideways(qt_app, folder, look):
    (folder / "04-long.md").write_text("# Gộp, tách đơn vị, nhập phường cũ, đổi địa chỉ", "utf-8")
    opened = HelpWindow(folder)
    opened.show_page("home")
    look.set_percent(150)
    settle()
    room = opened.screen().availableSize()
    assert opened.width() <= room.width()
    assert opened.text.viewport().width() >= 700
    long = opened.contents.visualItemRect(opened.contents.item(3))
    assert long.width() <= opened.contents.viewport().width() + 1


def test_search_narrows_the_contents(window):
    type_text(window.search, "hội phí")
    assert titles(window) == ["Quỹ Hội"]
    assert "Thu hội phí" in window.text.toPlainText()


def test_a_link_leads_to_another_page(window):
    window.show_page("members")
    window.text.anchorClicked.emit(QUrl("01-home.md"))
    assert "Việc hôm nay" in window.text.toPlainText()
    window.text.anchorClicked.emit(QUrl("https://example.org/elsewhere"))
    assert "Việc hôm nay" in window.text.toPlainText()


def test_esc_closes_it(window):
    press(window, Qt.Key.Key_Escape)
    assert window.isHidden()


def test_an_empty_handbook_opens(qt_app, tmp_path):
    window = HelpWindow(tmp_path)
    window.show_page("home")
    assert titles(window) == []
