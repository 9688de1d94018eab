"""The one worker: results, errors, progress, stopping."""

import threading

import pytest
from PySide6.QtCore import QObject

from ccb_desktop.domain.errors import DiskFull, Stopped
from ccb_desktop.ui.kit.background import Background, Progress
from tests.ui.hands import button, click, no_box, open_box, settle, wait_until


class Heard:
    """Everything a page hears of its job, and in which thread."""

    def __init__(self):
        self.results = []
        self.errors = []
        self.threads = set()

    def done(self, result):
        self.threads.add(threading.current_thread())
        self.results.append(result)

    def error(self, error):
        self.threads.add(threading.current_thread())
        self.errors.append(error)


@pytest.fixture
def background(qt_app):
    made = Background()
    yield made
    made.stop_all()
    assert made.wait()
    settle()


def test_the_result_comes_back_into_the_windows_thread(background):
    heard, worker = Heard(), []

    def work(progress):
        worker.append(threading.current_thread())
        return 42

    background.run(work, heard.done)
    wait_until(lambda: heard.results)
    assert heard.results == [42]
    assert heard.threads == {threading.main_thread()}
    assert worker != [threading.main_thread()]
    assert not background.is_busy


def test_jobs_wait_for_each_other(background):
    heard = Heard()
    for number in range(3):
        background.run(lambda _progress, number=number: number, heard.done)
    wait_until(lambda: len(heard.results) == 3)
    assert heard.results == [0, 1, 2]


def test_an_error_is_always_delivered(background):
    heard = Heard()

    def work(progress):
        raise DiskFull("USB đã đầy.")

    background.run(work, heard.done, heard.error)
    wait_until(lambda: heard.errors)
    assert (heard.results, [str(e) for e in heard.errors]) == ([], ["USB đã đầy."])


def test_an_error_nobody_asked_for_is_told(background):
    def work(progress):
        raise DiskFull("USB đã đầy.\nXóa bớt tệp.")

    background.run(work)
    wait_until(lambda: not no_box())
    assert open_box().text() == "USB đã đầy."
    click(button(open_box(), "Đã hiểu"))


def test_a_bug_in_a_job_reaches_the_crash_hook_and_the_next_job_runs(background, monkeypatch):
    caught, heard = [], Heard()
    monkeypatch.setattr("sys.excepthook", lambda kind, *_rest: caught.append(kind))

    def work(progress):
        raise ZeroDivisionError

    background.run(work, heard.done, heard.error)
    background.run(lambda _progress: 1, heard.done)
    wait_until(lambda: heard.results)
    assert (caught, heard.results) == ([ZeroDivisionError], [1])
    assert [type(error) for error in heard.errors] == [Stopped]


def endless(begun):
    def work(progress):
        done = 0
        while True:
            begun.set()
            done += 1
            progress.report(done, 0)

    return work


def test_stopping_ends_the_job_without_a_box_and_the_next_one_begins(background):
    heard, begun = Heard(), threading.Event()
    background.run(endless(begun), heard.done)
    background.run(lambda _progress: "next", heard.done)
    wait_until(begun.is_set)
    background.stop()
    assert background.is_stopping
    wait_until(lambda: heard.results)
    assert heard.results == ["next"]
    assert no_box()


def test_stopping_all_tells_those_that_wait_too(background):
    heard, begun = Heard(), threading.Event()
    background.run(endless(begun), heard.done, heard.error)
    background.run(lambda _progress: "never", heard.done, heard.error)
    wait_until(begun.is_set)
    background.stop_all()
    wait_until(lambda: len(heard.errors) == 2)
    assert all(isinstance(error, Stopped) for error in heard.errors)
    assert heard.results == []


def test_progress_is_told_in_the_windows_thread(background):
    told, threads = [], set()

    class Listener(QObject):
        def hear(self, standing):
            threads.add(threading.current_thread())
            told.append(standing)

    listener = Listener()
    background.moved.connect(listener.hear)
    heard = Heard()

    def work(progress):
        for row in range(1, 1001):
            progress.report(row, 1000, f"dòng {row}")

    background.run(work, heard.done, label="Đưa danh sách vào")
    wait_until(lambda: heard.results)
    assert threads == {threading.main_thread()}
    assert (told[-1].done, told[-1].total, told[-1].label) == (1000, 1000, "Đưa danh sách vào")
    assert len(told) < 200  # the window is not drowned in reports


def test_the_time_left_is_guessed_after_two_seconds(monkeypatch):
    clock = [100.0]
    monkeypatch.setattr("ccb_desktop.ui.kit.background.time.monotonic", lambda: clock[0])
    told = []
    progress = Progress(told.append, "Sao lưu")
    clock[0] = 101.0
    progress.report(10, 100)
    clock[0] = 103.0
    progress.report(30, 100)
    assert [standing.seconds_left for standing in told] == [None, pytest.approx(7.0)]


def test_nobody_is_told_when_the_page_is_gone(qt_app):
    background, heard = Background(), Heard()
    owner = QObject()
    go = threading.Event()
    background.run(lambda _progress: go.wait(5), heard.done, owner=owner)
    from shiboken6 import delete

    delete(owner)
    go.set()
    wait_until(lambda: not background.is_busy)
    assert heard.results == []


def test_in_tests_a_job_can_be_done_at_once(qt_app):
    heard = Heard()
    Background(at_once=True).run(lambda progress: progress.report(1, 1) or "xong", heard.done)
    assert heard.results == ["xong"]
