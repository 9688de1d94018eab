"""The command line as other programs call it: streams that end, no locale, a stop half-way."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from ccb_desktop import __main__
from ccb_desktop.cli import run as cli
from ccb_desktop.operations.branch import has_branch
from ccb_desktop.paths import DataFolder

ROOT = Path(__file__).resolve().parents[2]
FULL = Path("/dev/full")  # a file with room for nothing
WITHOUT_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


@pytest.fixture
def ccb(data_folder):
    """Starts a subcommand in a process of its own."""

    def start(*words, **more):
        command = [sys.executable, "-m", "ccb_desktop", "--data-dir", str(data_folder.root)]
        environment = os.environ | more.pop("env", {})
        return subprocess.Popen([*command, *words], cwd=ROOT, env=environment, **more)

    return start


def test_a_reader_that_has_enough_is_no_trouble(ccb):
    reading, writing = os.pipe()
    os.close(reading)
    running = ccb("list", "units", stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert running.communicate()[1] == b""
    assert running.returncode == 0


@pytest.mark.skipif(not FULL.exists(), reason="there is no such file")
def test_a_result_that_finds_no_room_is_told(ccb):
    with FULL.open("wb") as full:
        running = ccb("list", "units", stdout=full, stderr=subprocess.PIPE)
        said = running.communicate()[1].decode()
    assert running.returncode == 1
    assert "không ghi được kết quả" in said
    assert "Traceback" not in said


def test_a_windowed_program_has_no_streams(data_folder, monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    assert cli.run(["check", "--data-dir", str(data_folder.root)]) == 0
    assert cli.run(["check", "--data-dir", str(data_folder.root / "none")]) == 1


def test_without_a_locale_vietnamese_goes_in_and_comes_out(ccb, tmp_path):
    file = tmp_path / "Danh sách Ẩn.xlsx"
    words = ("list", "units", "--filter", "Chi hội Ẩn", "--out", str(file))
    running = ccb(*words, env=WITHOUT_LOCALE, stderr=subprocess.PIPE)
    assert running.communicate()[1] == b""
    assert (running.returncode, file.exists()) == (0, True)
    words = ("figures", "--from", "1/1/2025", "--to", "2/1/2025", "--unit", "Chi hội Ẩn")
    running = ccb(*words, env=WITHOUT_LOCALE, stderr=subprocess.PIPE)
    assert "Không có đơn vị mang mã Chi hội Ẩn" in running.communicate()[1].decode()
    assert running.returncode == 1


@pytest.mark.skipif(os.name == "nt", reason="words are never bytes there")
def test_words_that_are_no_utf8_are_wrong_usage(ccb):
    running = ccb("list", "roster", "--filter", os.fsdecode(b"\xff"), stderr=subprocess.PIPE)
    assert "UTF-8" in running.communicate()[1].decode()
    assert running.returncode == 2


def test_ctrl_c_leaves_nothing_behind(tmp_path, monkeypatch, capsys):
    folder = DataFolder(tmp_path / "dang-do")

    def stop_now(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr("ccb_desktop.operations.demo_branch.write_books", stop_now)
    monkeypatch.setattr(sys, "argv", ["ccb-desktop", "demo", "--data-dir", str(folder.root)])
    assert __main__.main() == 1
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.startswith("Đã dừng theo yêu cầu.")
    assert not has_branch(folder)


def _hear_ctrl_c():
    """Undo what a shell does to programs that it starts in the background."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="Windows sends no such signal to one program")
def test_ctrl_c_from_the_keyboard_is_told(ccb, tmp_path):
    words = ("demo", "--members", "1500", "--data-dir", str(tmp_path / "lon"))
    running = ccb(*words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=_hear_ctrl_c)
    while not (tmp_path / "lon" / "dang-mo.lock").exists():
        assert running.poll() is None
    running.send_signal(signal.SIGINT)
    out, said = running.communicate()
    assert (running.returncode, out) == (1, b"")
    assert said.decode().startswith("Đã dừng theo yêu cầu.")
    assert not has_branch(DataFolder(tmp_path / "lon"))
