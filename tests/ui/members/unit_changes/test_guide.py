"""A window that works for long: how far it is, and stopping it."""

import threading

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.unit_changes.plans import Plan, PlanLine
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.broadcast import Broadcast
from ccb_desktop.ui.kit.drafts import Drafts
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.page import Desk
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.kit.window_state import WindowState
from ccb_desktop.ui.members.unit_changes.guide import Guide
from tests.ui.hands import button, click, no_box, settle, show


class Slow(Guide):
    """Writes until it is stopped."""

    def __init__(self, parent, desk):
        super().__init__(parent, desk, "Việc lâu", "Việc gì", "Ghi vào sổ")
        self.began = threading.Event()
        self.form = Form()
        self.form.add([TextField("what", "Việc")])
        self.begin(self.form)

    def order(self):
        return None

    def plan(self, order, report):
        if self.form.field("what").value() == "không":
            return Plan(label="Việc lâu", told=("Không có gì để làm.",), warnings=(), lines=())
        lines = (PlanLine(id=1, tells="Việc", who="Chi hội 1", before="", after="khác"),)
        return Plan(label="Việc lâu", told=("Sẽ làm.",), warnings=(), lines=lines)

    def write(self, order, report):
        while True:
            report(1200, 5000, "")
            self.began.set()


@pytest.fixture
def guide(qt_app, tmp_path):
    background = Background()
    desk = Desk(Broadcast(), background, WindowState(None), Drafts(tmp_path))
    parent = show(QWidget())
    made = show(Slow(parent, desk))
    yield made
    background.stop_all()
    assert background.wait()
    settle()


def wait_until(true):
    for _ in range(500):
        if true():
            return
        QTest.qWait(10)
    raise AssertionError("waited for five seconds")


def test_where_there_is_nothing_to_do_nothing_can_be_done(guide):
    guide.form.field("what").set_value("không")
    click(button(guide, "Tiếp tục"))
    wait_until(lambda: guide._next.text() == "Ghi vào sổ" and guide._leave.text() == "Bỏ")
    assert not guide._next.isEnabled()
    assert guide._back.isEnabled()


def test_it_tells_how_far_it_is_and_stops_where_the_officer_says(guide):
    click(button(guide, "Tiếp tục"))
    wait_until(lambda: guide._next.text() == "Ghi vào sổ" and guide._next.isEnabled())
    click(button(guide, "Ghi vào sổ"))
    wait_until(guide.began.is_set)
    wait_until(lambda: "1.200 / 5.000" in guide._heading.text())
    assert not guide._next.isEnabled()
    click(button(guide, "Dừng"))
    wait_until(lambda: guide._leave.text() == "Bỏ")
    assert guide.isVisible()
    assert guide._next.isEnabled()
    assert "Xem trước rồi ghi" in guide._heading.text()
    assert no_box()
