"""What is typed after the name of the program decides between the window and a subcommand."""

import os
import subprocess
import sys

import pytest

import dev
from ccb_desktop import __main__, app
from ccb_desktop.cli import run as cli
from ccb_desktop.operations import backups
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.paths import DataFolder, default_data_folder

LEAVES_AT_ONCE = """
import sys
from PySide6.QtCore import QTimer
from ccb_desktop import __main__, app
begin = app.Program.begin
def leave(program):
    if program._store is None or program.desk.background.is_busy:
        QTimer.singleShot(50, lambda: leave(program))
    else:
        program.window.close()
def begin_and_leave(program):
    begin(program)
    leave(program)
app.Program.begin = begin_and_leave
sys.argv = ["ccb-desktop", "--data-dir", sys.argv[1]]
sys.exit(__main__.main())
"""


@pytest.fixture
def main(monkeypatch):
    """Runs the program with some words; gives what was opened or run."""
    begun = []
    monkeypatch.setattr(app, "open_window", lambda folder: begun.append(folder) or 0)
    monkeypatch.setattr(cli, "run", lambda argv: begun.append(argv) or 0)

    def run(*words):
        begun.clear()
        monkeypatch.setattr(sys, "argv", ["ccb-desktop", *words])
        assert __main__.main() == 0
        return begun[0]

    return run


def test_without_words_the_window_opens_on_the_usual_folder(main):
    assert main() == default_data_folder()


def test_with_a_folder_alone_the_window_opens_on_it(main, tmp_path):
    folder = DataFolder(tmp_path.resolve())
    assert main("--data-dir", str(tmp_path)) == folder
    assert main(f"--data-dir={tmp_path}") == folder


@pytest.mark.parametrize(
    "words",
    [
        ["check"],
        ["check", "--data-dir", "x"],
        ["--data-dir", "x", "check"],
        ["--data-dir"],
        ["--data-dir", ""],
        ["--data-dir="],
        ["--data-dir", "--json"],
        ["--help"],
    ],
)
def test_everything_else_is_for_the_command_line(main, words):
    assert main(*words) == words


def test_without_a_screen_a_sentence_is_said(monkeypatch, capsys):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(sys, "argv", ["ccb-desktop"])
    monkeypatch.setattr(app, "open_window", lambda _folder: pytest.fail("Qt would abort"))
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert __main__.main() == 1
    printed = capsys.readouterr()
    assert printed.err.startswith("Không tìm thấy màn hình")
    assert printed.out == ""


def test_closing_the_window_ends_the_program_with_a_backup(data_folder):
    words = [sys.executable, "-c", LEAVES_AT_ONCE, str(data_folder.root)]
    offscreen = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(words, cwd=dev.ROOT, env=offscreen, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    assert len(backups.list_backups(data_folder)) == 1
    with open_branch(data_folder) as store:
        assert not store.view_only
