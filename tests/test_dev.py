"""The commands: every step is run, the practice branch is whole, and a window is really seen."""

import re
import sys
from pathlib import Path

import pytest

import dev


def test_all_steps_are_run_and_a_failure_is_kept(capsys):
    done = []
    steps = {
        "first": lambda: done.append("first") or 1,
        "second": lambda: done.append("second") or 0,
    }
    assert dev.run_steps(steps) == 1
    assert done == ["first", "second"]
    table = capsys.readouterr().out.split("All checks")[1]
    assert re.search(r"FAILED +first", table)
    assert re.search(r"ok +second", table)


def test_steps_that_are_content_give_zero():
    assert dev.run_steps({"only": lambda: 0}) == 0


def test_the_practice_branch_is_made_whole_or_not_at_all(tmp_path, monkeypatch):
    outcome = 1

    def make(command, more=None, silent=False):
        folder = Path(command[-1])
        folder.mkdir()
        (folder / "book").write_text("half", encoding="utf-8")
        return outcome

    monkeypatch.setattr(dev, "call", make)
    monkeypatch.setattr(dev, "PRACTICE_BRANCH", tmp_path / "practice-branch")
    with pytest.raises(dev.CannotGoOn):
        dev.make_practice_branch(Path(sys.executable))
    assert not dev.PRACTICE_BRANCH.exists()
    outcome = 0
    dev.make_practice_branch(Path(sys.executable))
    assert [file.name for file in dev.PRACTICE_BRANCH.iterdir()] == ["book"]


@pytest.mark.screen
def test_a_window_that_does_not_come_is_noticed(tmp_path):
    ends_at_once = [sys.executable, "-c", ""]
    picture = tmp_path / "picture.png"
    assert dev.picture_of_window(ends_at_once, Path(sys.executable), picture) == 1
    assert not picture.exists()


@pytest.mark.screen
def test_a_window_that_comes_is_photographed(tmp_path):
    """Where there is no screen, Xvfb gives one and ends with the picture."""
    window = (
        "from PySide6.QtWidgets import *; a = QApplication([]); w = QLabel('Xin chào'); "
        "w.setStyleSheet('background: white; color: navy; font-size: 60pt'); w.show(); a.exec()"
    )
    picture = tmp_path / "picture.png"
    shown = [sys.executable, "-c", window]
    assert dev.picture_of_window(shown, Path(sys.executable), picture) == 0
    assert picture.read_bytes().startswith(b"\x89PNG")
