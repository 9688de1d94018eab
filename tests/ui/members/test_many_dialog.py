"""What is done to many is done by the worker; the window waits for it and stays live."""

import threading

import pytest
from shiboken6 import isValid

from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.form import Form
from ccb_desktop.ui.kit.text_fields import TextField
from ccb_desktop.ui.members.many_dialog import ManyDialog, Outlook
from tests.ui import hands

CHANGE = Change(action_id=1, label="Sửa Tổ dân phố của 2 người", kinds=frozenset({"persons"}))


class Slow(ManyDialog):
    """Saves when it is let."""

    def __init__(self, background, error=None):
        self.go = threading.Event()
        self._error = error
        form = Form()
        form.add([TextField("name", "Tên")])
        super().__init__(
            None, "Sửa", form, background, intro="Đang chọn 2 người.", save_label="Sửa"
        )

    def _outlook(self, values):
        return Outlook("Sẽ sửa 2 người", act="Sửa 2 người")

    def _act(self, values, form_id):
        def work():
            assert self.go.wait(5)
            if self._error:
                raise self._error
            return CHANGE

        return work


@pytest.fixture
def background(qt_app):
    made = Background()
    yield made
    assert made.wait()
    hands.settle()


def opened(background, error=None):
    dialog = Slow(background, error)
    dialog.open()
    return dialog


def test_the_window_waits_and_cannot_be_left_until_all_are_saved(background):
    dialog, told = opened(background), []
    dialog.saved.connect(told.append)
    assert dialog.save()
    assert not dialog.save()
    assert dialog.save_button.text() == "Đang ghi…"
    assert not dialog.isEnabled()
    dialog.reject()
    dialog.close()
    assert dialog.isVisible()
    assert told == []
    dialog.go.set()
    hands.wait_until(lambda: not isValid(dialog))
    assert told == [CHANGE]


def test_what_hinders_it_is_told_and_the_window_stays_with_everything_in_it(background):
    dialog = opened(background, Conflict("Hồ sơ vừa được sửa ở chỗ khác."))
    assert dialog.save()
    dialog.go.set()
    hands.wait_until(dialog.isEnabled)
    assert dialog.isVisible()
    assert dialog.save_button.text() == "Sửa 2 người"
    assert "chỗ khác" in hands.open_box().text()
    hands.open_box().accept()
