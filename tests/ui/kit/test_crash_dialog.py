"""A fault of the program: noted without personal data, told calmly."""

import sys
import threading

import pytest

from ccb_desktop.domain.errors import Locked
from ccb_desktop.ui.kit import crash_dialog
from tests.ui.hands import settle


@pytest.fixture
def told(tmp_path, qt_app, monkeypatch):
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    heard = []
    hook = crash_dialog.install(tmp_path, heard.append)
    yield heard
    del hook


def fail():
    secret = "Nguyễn Văn An"  # noqa: F841 (must not reach the note)
    raise ValueError("số CCCD 048052000123 của Nguyễn Văn An")


def raised():
    try:
        fail()
    except ValueError:
        return sys.exc_info()
    raise AssertionError


def test_the_note_says_where_but_not_who(told, tmp_path):
    sys.excepthook(*raised())
    (file,) = tmp_path.glob("truc-trac-*.txt")
    note = file.read_text("utf-8")
    assert "builtins.ValueError" in note
    assert "test_crash_dialog.py" in note and "fail" in note
    assert "Nguyễn" not in note and "048052" not in note
    assert file.name in told[0]
    assert "Những gì đã lưu vẫn nguyên" in told[0]


def test_the_note_tells_what_the_error_came_from(tmp_path):
    try:
        try:
            fail()
        except ValueError as first:
            raise KeyError("Nguyễn Văn An") from first
    except KeyError as error:
        note = crash_dialog.note(tmp_path, error).read_text("utf-8")
    assert note.index("builtins.KeyError") < note.index("builtins.ValueError")
    assert "Nguyễn" not in note


def test_a_fault_in_another_thread_is_told_too(told):
    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    settle()
    assert len(told) == 1


def test_what_an_officer_can_mend_is_no_crash(told, tmp_path):
    error = Locked("Sổ đang mở ở máy khác.")
    sys.excepthook(Locked, error, None)
    assert told == [error]
    assert list(tmp_path.iterdir()) == []


def test_old_notes_are_removed(tmp_path):
    for number in range(30):
        (tmp_path / f"truc-trac-2020-{number:02}.txt").write_text("x", "utf-8")
    crash_dialog.note(tmp_path, ValueError())
    assert len(list(tmp_path.iterdir())) == 20


def test_a_disk_that_refuses_is_no_second_fault(told, tmp_path):
    (tmp_path / "file").write_text("x", "utf-8")
    assert crash_dialog.note(tmp_path / "file", ValueError()) is None


def test_the_box_itself(qt_app, tmp_path, monkeypatch):
    from tests.ui.hands import open_box

    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    hook = crash_dialog.install(tmp_path)
    sys.excepthook(*raised())
    assert "trục trặc" in open_box().text()
    del hook
