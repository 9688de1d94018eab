"""The tab Lịch sử by key and mouse: a field and a whole file put back, refusals told."""

from dataclasses import replace

import pytest

from ccb_desktop.operations.members.people import load_person_file, save_person
from ccb_desktop.ui.members.history_list import HistoryList
from tests.ui import pictures
from tests.ui.hands import button, click, open_box, settle
from tests.ui.members.officer import click_row, list_on, open_file, seen

ACT = "Đưa mục này về như trước"
ALL = "Đưa cả hồ sơ về trước việc này"


def person(store):
    return load_person_file(store, 1).person


@pytest.fixture
def history(page, store, desk):
    before = person(store)
    desk.broadcast.send(save_person(store, replace(before, phone="0123", address="Số 9")))
    form = open_file(page, before.full_name, "Lịch sử")
    settle()
    made = list_on(form, HistoryList)
    made.form = form
    made.was = before
    return made


def row_of(history, what):
    return seen(history, 2).index(what)


def test_a_field_is_put_back_and_the_form_shows_it(history, store):
    click_row(history, row_of(history, "Điện thoại"))
    click(button(history, ACT))
    assert person(store).phone == history.was.phone
    assert person(store).address == "Số 9"
    assert history.form.form.values()["phone"] == history.was.phone
    assert seen(history, 1)[0].startswith("Đưa về như trước: Điện thoại")


def test_the_whole_file_is_put_back_and_undone_from_the_bar(history, store, page):
    click_row(history, row_of(history, "Điện thoại"))
    click(button(history, ALL))
    assert person(store) == history.was
    history.form.reject()
    settle()
    click(button(page.undo_bar, "Hoàn tác"))
    assert person(store).phone == "0123"


def test_what_cannot_be_put_back_says_why(history, store):
    click_row(history, row_of(history, "Thêm: Hồ sơ"))
    click(button(history, ACT))
    assert "Không bỏ cả hồ sơ" in open_box().text()
    assert person(store).phone == "0123"


def test_pictures(history, look):
    for percent in pictures.SIZES:
        pictures.take(history.form, look, "person-history", sizes=(percent,), size=(1180, 700))
        look.set_percent(percent)
        settle()
        assert pictures.cut_off(history.form) == []
        look.set_percent(100)
