"""Undo over confirm: said after every act, reachable by keyboard."""

import threading

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from ccb_desktop.domain.changes import Change, UndoEffect
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Broadcast
from ccb_desktop.ui.kit.undo_bar import UndoBar
from tests.ui.hands import button, click, open_box, show, wait_until

PEOPLE = frozenset({"person"})


class History:
    """Plays acts back, each as an act of its own."""

    def __init__(self):
        self.played = []
        self.error = None

    def undo(self, action_id):
        if self.error is not None:
            raise self.error
        self.played.append(action_id)
        what = "Làm lại" if 100 < action_id < 200 else "Hoàn tác"
        return Change(100 + action_id, f"{what}: việc {action_id % 100}", PEOPLE)


@pytest.fixture
def window(qt_app):
    return show(QWidget(), 900, 500)


@pytest.fixture
def history():
    return History()


@pytest.fixture
def broadcast():
    return Broadcast()


@pytest.fixture
def bar(window, broadcast, history):
    return UndoBar(window, broadcast, Background(at_once=True), history.undo)


def said(bar):
    return bar.findChild(QLabel).text()


def test_an_act_is_said_and_can_be_undone_by_a_click(bar, broadcast, history):
    assert bar.isHidden()
    broadcast.send(Change(5, "Sửa hội viên Nguyễn Văn An", PEOPLE))
    assert bar.isVisible()
    assert said(bar) == "Đã sửa hội viên Nguyễn Văn An"
    click(button(bar, "Hoàn tác"))
    assert history.played == [5]
    assert said(bar) == "Đã hoàn tác: việc 5"


def test_everybody_hears_of_the_undoing(bar, broadcast):
    heard = []
    broadcast.send(Change(5, "Sửa", PEOPLE))
    broadcast.changed.connect(heard.append)
    bar.undo_last()
    assert [change.action_id for change in heard] == [105]


def test_undoing_goes_back_step_by_step_and_forward_again(bar, broadcast, history):
    for number in (1, 2):
        broadcast.send(Change(number, f"Việc {number}", PEOPLE))
    bar.undo_last()
    bar.undo_last()
    assert history.played == [2, 1]
    assert not bar.can_undo
    bar.undo_last()
    assert history.played == [2, 1]
    bar.redo_last()
    assert history.played == [2, 1, 101]
    assert said(bar) == "Đã làm lại: việc 1"
    assert bar.can_undo
    bar.undo_last()
    assert history.played[-1] == 201
    assert said(bar) == "Đã hoàn tác: việc 1"


def test_while_the_worker_plays_back_the_window_lives_and_nothing_is_played_twice(
    window, broadcast, history
):
    go_on = threading.Event()

    def undo(action_id):
        go_on.wait(5)
        return history.undo(action_id)

    bar = UndoBar(window, broadcast, Background(), undo)
    broadcast.send(Change(1, "Việc", PEOPLE))
    bar.undo_last()
    assert not bar.can_undo and not button(bar, "Hoàn tác").isEnabled()
    bar.undo_last()
    broadcast.send(Change(2, "Việc khác", PEOPLE))
    go_on.set()
    wait_until(lambda: bar.can_undo)
    assert history.played == [1]
    assert said(bar) == "Đã hoàn tác: việc 1"
    bar.undo_last()
    wait_until(lambda: len(history.played) == 2)
    assert history.played == [1, 2]


def test_a_new_act_ends_redoing(bar, broadcast):
    broadcast.send(Change(1, "Việc", PEOPLE))
    bar.undo_last()
    assert bar.can_redo
    broadcast.send(Change(2, "Việc khác", PEOPLE))
    assert not bar.can_redo


def test_what_cannot_be_undone_is_told_and_stays(bar, broadcast, history):
    broadcast.send(Change(1, "Việc", PEOPLE))
    history.error = Conflict("Hội viên đã được sửa sau đó.")
    bar.undo_last()
    assert open_box().text() == "Hội viên đã được sửa sau đó."
    assert bar.can_undo


def test_an_act_that_changed_nothing_is_not_said(bar, broadcast):
    broadcast.send(Change(0, "Không đổi gì", frozenset()))
    assert bar.isHidden()


def test_it_goes_away_by_itself(bar, broadcast):
    broadcast.send(Change(1, "Việc", PEOPLE))
    bar._away.timeout.emit()
    assert bar.isHidden()
    assert bar.can_undo


def test_of_money_it_is_said_what_undoing_does_and_nothing_is_done_again(
    window, broadcast, history
):
    effects = {5: UndoEffect.REVERSES, 6: UndoEffect.FINAL}
    bar = UndoBar(
        window,
        broadcast,
        Background(at_once=True),
        history.undo,
        lambda change: effects[change.action_id],
    )
    broadcast.send(Change(5, "Thu 500 đồng", PEOPLE))
    assert said(bar) == "Đã thu 500 đồng. Hoàn tác thì ghi phiếu hủy."
    bar.undo_last()
    assert said(bar) == "Đã ghi phiếu hủy cho: Thu 500 đồng"
    assert not bar.can_redo
    broadcast.send(Change(6, "Hủy phiếu", PEOPLE))
    assert not bar.can_undo


def test_several_acts_undone_at_once_are_told_by_their_number(bar, broadcast):
    for number in (1, 2):
        broadcast.send(Change(number, f"Hoàn tác: việc {number}", PEOPLE))
    broadcast.told.emit("Đã hoàn tác 2 việc.")
    assert said(bar) == "Đã hoàn tác 2 việc."
    assert bar._undo_button.isHidden()
    assert bar.can_undo
