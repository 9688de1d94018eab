"""The reading process: told of, stopped, kept within bounds, and never believed blindly."""

import io
import pickle
import sys
from pathlib import Path

import psutil
import pytest

from ccb_desktop import __main__
from ccb_desktop.documents.reading import child, workbook
from ccb_desktop.documents.reading.gate import FileKind
from ccb_desktop.documents.reading.workbook import read_workbook
from ccb_desktop.domain.errors import BadFile, Stopped
from tests.documents.reading.packages import HEADER, row, sheet
from tests.documents.reading.packages import workbook as made_workbook


@pytest.fixture
def long_list(tmp_path):
    rows = "".join(row(n, n, "Lê Văn Bình", 1950, "Chi hội 1") for n in range(2, 20_000))
    path = tmp_path / "dai.xlsx"
    path.write_bytes(made_workbook(sheet(HEADER + rows)))
    return path


def children():
    return psutil.Process().children(recursive=True)


def test_progress_is_told_in_words_and_grows(long_list):
    told = []
    read_workbook(long_list, lambda part, words: told.append((part, words)))
    assert [part for part, _ in told] == sorted(part for part, _ in told)
    assert told[0] == (0, "Đang mở tệp")
    assert any("trang DS" in words for _, words in told)
    assert children() == []


def test_stopping_ends_the_process_at_once(long_list):
    def stop(part, _words):
        if part > 0 or children():
            raise Stopped("Đã dừng.")

    with pytest.raises(Stopped):
        read_workbook(long_list, stop)
    assert children() == []


def program(monkeypatch, code):
    """Lets a little program stand for the reading process."""
    monkeypatch.setattr(workbook, "_program", lambda: [sys.executable, "-c", code])


def test_a_process_that_hangs_is_ended(long_list, monkeypatch):
    program(monkeypatch, "import time; time.sleep(60)")
    monkeypatch.setattr(child, "BASE_SECONDS", 0.2)
    with pytest.raises(BadFile, match="quá nhiều thời gian"):
        read_workbook(long_list)
    assert children() == []


def test_a_process_that_swallows_memory_is_ended(long_list, monkeypatch):
    program(monkeypatch, "import time; held = b'x' * (64 << 20); time.sleep(60)")
    monkeypatch.setattr(workbook, "_MEMORY_AT_FIRST", 40 << 20)
    with pytest.raises(BadFile, match="quá nhiều bộ nhớ"):
        read_workbook(long_list)
    assert children() == []


@pytest.mark.parametrize("code", ["raise SystemExit(3)", "import os; os.abort()", "print('x')"])
def test_a_process_that_dies_is_a_file_that_cannot_be_read(long_list, monkeypatch, code):
    program(monkeypatch, code)
    with pytest.raises(BadFile, match=r"dai\.xlsx"):
        read_workbook(long_list)


def test_nothing_in_an_answer_is_ever_run(long_list, monkeypatch, tmp_path):
    class Evil:
        def __reduce__(self):
            return (Path.touch, (tmp_path / "harm",))

    body = pickle.dumps(("0", [Evil()]))
    message = child.HEAD.pack(child.DONE, len(body)) + body
    code = f"import sys; sys.stdin.buffer.read(); sys.stdout.buffer.write({message!r})"
    program(monkeypatch, code)
    with pytest.raises(BadFile, match="bị hỏng"):
        read_workbook(long_list)
    assert not (tmp_path / "harm").exists()


def test_the_built_program_hands_over_to_the_reading_process(monkeypatch):
    assert __main__.READING_PROCESS == child.FLAG
    handed_over = []
    monkeypatch.setattr(child, "main", lambda: handed_over.append(sys.argv) or sys.exit(0))
    monkeypatch.setattr(sys, "argv", ["ccb-desktop", child.FLAG, "danh-sach.xlsx"])
    with pytest.raises(SystemExit):
        __main__.main()
    assert handed_over


def test_the_built_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert workbook._program() == [sys.executable]
    monkeypatch.delattr(sys, "frozen")
    assert workbook._program()[1:] == ["-m", child.__name__]


def test_what_a_file_may_need_grows_with_it_up_to_a_bound():
    small = child.memory_needed(FileKind.XLSX, 5_000)
    assert small < 200 << 20
    assert child.memory_needed(FileKind.XLSX, 20 << 20) > small
    assert child.memory_needed(FileKind.CSV, 60 << 20) == child.memory_needed(FileKind.XLS, 10**10)
    assert child.seconds_needed(0) == child.BASE_SECONDS


def messages(sent):
    """The messages in an answer."""
    sent.seek(0)
    found = []
    while head := sent.read(child.HEAD.size):
        kind, size = child.HEAD.unpack(head)
        found.append((kind, sent.read(size)))
    return found


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.xlsx", made_workbook()),
        ("a.csv", "Họ tên,Năm sinh\nAn,1952\n".encode()),
    ],
)
def test_an_answer_tells_bounds_then_progress_then_the_sheets(name, content, monkeypatch):
    monkeypatch.setattr(child, "_limit_memory", lambda extra: None)
    sink = io.BytesIO()
    child.answer(content, Path(name).suffix, sink)
    kinds = [kind for kind, _ in messages(sink)]
    assert kinds[0] == child.BOUND
    assert kinds[-1] == child.DONE
    assert set(kinds[1:-1]) <= {child.TOLD}


def test_a_refusal_and_a_want_of_memory_are_answers_too(monkeypatch):
    sink = io.BytesIO()
    child.answer(b"", ".xlsx", sink)
    assert messages(sink)[0][0] == child.REFUSED

    def no_memory(*_):
        raise MemoryError

    monkeypatch.setattr(child, "_limit_memory", lambda extra: None)
    monkeypatch.setattr(child, "read_sheets", no_memory)
    sink = io.BytesIO()
    child.answer(made_workbook(), ".xlsx", sink)
    assert messages(sink)[-1] == (child.NO_MEMORY, b"")
