"""Long work off the window's thread: one worker, progress in rows, stop, errors delivered.

    desk.background.run(
        lambda progress: import_roster(store, file, progress),   # in the worker
        on_done=self._imported,                                  # back in the window's thread
        on_error=self._not_imported,                             # UserError; left out: told
        label="Đưa danh sách vào",
        owner=self,
    )

The job gets a `Progress` and calls `progress.report(done, total, text)` now and then; this
raises `Stopped` when the officer pressed `Dừng`, and the job lets it through. Jobs wait for
each other. In tests `Background(at_once=True)` does each job before `run` returns.
"""

import gc
import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from ccb_desktop.domain.errors import Stopped, UserError
from ccb_desktop.ui.kit import messages

R = TypeVar("R")

_EVERY = 0.05  # seconds between two reports that reach the window
_LEFT_AFTER = 2.0  # seconds until the time left can be guessed
_STOPPED = "Đã dừng theo yêu cầu. Số liệu trong máy vẫn như trước khi làm."
_FAILED = "Chương trình có lỗi nên việc này đã dừng. Số liệu trong máy vẫn như trước khi làm."


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the running job is.

    Attributes:
        label: What is being done.
        done: Rows done.
        total: Rows in all; 0 where nobody knows.
        text: What is in hand just now.
        seconds_left: A guess after two seconds of work; None before.
    """

    label: str
    done: int = 0
    total: int = 0
    text: str = ""
    seconds_left: float | None = None


class Progress:
    """What a job reports to; safe to use from the worker's thread."""

    def __init__(self, tell: Callable[[Standing], None], label: str) -> None:
        self._tell = tell
        self._label = label
        self._stop = threading.Event()
        self._began = time.monotonic()
        self._told = 0.0

    def report(self, done: int, total: int = 0, text: str = "") -> None:
        """Tell how far the job is.

        Args:
            done: Rows done.
            total: Rows in all, 0 where nobody knows.
            text: What is in hand just now.

        Raises:
            Stopped: The officer wants the job to stop.
        """
        if self._stop.is_set():
            raise Stopped(_STOPPED)
        now = time.monotonic()
        if now - self._told >= _EVERY or done == total > 0:
            self._told = now
            self._tell(Standing(self._label, done, total, text, self._left(now, done, total)))

    def stop(self) -> None:
        """Let the next report raise `Stopped`."""
        self._stop.set()

    @property
    def is_stopping(self) -> bool:
        """Whether the job was told to stop."""
        return self._stop.is_set()

    def _left(self, now: float, done: int, total: int) -> float | None:
        spent = now - self._began
        if spent < _LEFT_AFTER or not 0 < done <= total:
            return None
        return spent * (total - done) / done


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[Progress], Any]
    on_done: Callable[[Any], object]
    on_error: Callable[[UserError], object]
    label: str
    owner: QObject | None

    def is_wanted(self) -> bool:
        """Whether there is still somebody to hear the result."""
        return self.owner is None or isValid(self.owner)


class Background(QObject):
    """The one worker."""

    started = Signal(object)
    """A job has begun; carries its first `Standing`."""

    moved = Signal(object)
    """The running job is further on; carries its `Standing`."""

    ended = Signal()
    """No job is running any more."""

    asked = Signal()
    """Another job waits for its turn."""

    _reported = Signal(object)
    _finished = Signal(object, object, object)

    def __init__(self, *, at_once: bool = False) -> None:
        """Start with nothing to do.

        Args:
            at_once: Do each job before `run` returns, for tests.
        """
        super().__init__()
        self._at_once = at_once
        self._waiting: deque[_Job] = deque()
        self._running: _Job | None = None
        self._progress: Progress | None = None
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(1)
        # Bound slots are run in the window's thread, whoever calls them.
        self._reported.connect(self._pass_on)
        self._finished.connect(self._deliver)

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self._progress is not None

    @property
    def is_stopping(self) -> bool:
        """Whether the running job was told to stop."""
        return self._progress is not None and self._progress.is_stopping

    def works_for(self, widget: QObject) -> bool:
        """Whether something is being read, or waits to be, for a widget or what it stands in."""
        jobs = () if self._at_once else (*self._waiting, self._running)
        owners = [job.owner for job in jobs if job is not None and job.owner is not None]
        part: QObject | None = widget
        while part is not None and not any(owner is part for owner in owners):
            part = part.parent()
        return part is not None

    def run(
        self,
        work: Callable[[Progress], R],
        on_done: Callable[[R], object] = lambda _result: None,
        on_error: Callable[[UserError], object] | None = None,
        *,
        label: str = "Đang làm",
        owner: QObject | None = None,
    ) -> None:
        """Do a job in the worker.

        Args:
            work: The job; must not touch any widget.
            on_done: Gets the result, in the window's thread.
            on_error: Gets the `UserError` that ended the job, `Stopped` too; by itself it is
                told in a box. Anything else is a bug: it goes to the crash dialog, and the job
                counts as stopped.
            label: What is being done, as the bottom bar shows it.
            owner: Whose job it is; when it is gone, nobody is told.
        """
        self._waiting.append(_Job(work, on_done, on_error or _tell, label, owner))
        self.asked.emit()
        self._start_next()

    def stop(self) -> None:
        """Ask the running job to stop; those that wait come next."""
        if self._progress is not None:
            self._progress.stop()

    def stop_all(self) -> None:
        """Ask the running job to stop, and tell those that wait that they will not be done."""
        waiting, self._waiting = self._waiting, deque()
        for job in waiting:
            if job.is_wanted():
                job.on_error(Stopped(_STOPPED))
        self.stop()

    def wait(self, milliseconds: int = 10_000) -> bool:
        """Wait for the running job; tells whether it came to its end."""
        return self._pool.waitForDone(milliseconds)

    def _start_next(self) -> None:
        if self._progress is not None or not self._waiting:
            return
        job = self._running = self._waiting.popleft()
        self._progress = progress = Progress(self._reported.emit, job.label)
        self.started.emit(Standing(job.label))
        if self._at_once:
            self._work(job, progress)
        else:
            gc.freeze()  # else the worker would collect closed dialogs, in the wrong thread
            self._pool.start(lambda: self._work(job, progress))

    def _work(self, job: _Job, progress: Progress) -> None:
        """In the worker: do it, and let the window know whatever comes of it."""
        try:
            result = job.work(progress)
        except BaseException as error:  # every failure must reach the window
            self._finished.emit(job, None, error)
        else:
            self._finished.emit(job, result, None)

    def _pass_on(self, standing: Standing) -> None:
        if self._progress is not None:
            self.moved.emit(standing)

    def _deliver(self, job: _Job, result: Any, error: BaseException | None) -> None:
        """In the window's thread: hand over the result or the error, then go on."""
        if not self._at_once:
            gc.unfreeze()
        self._progress = self._running = None
        self.ended.emit()
        try:
            if error is None and job.is_wanted():
                job.on_done(result)
            elif isinstance(error, UserError) and job.is_wanted():
                job.on_error(error)
            elif error is not None and not isinstance(error, UserError):
                if job.is_wanted():
                    job.on_error(Stopped(_FAILED))  # what was shut meanwhile opens again
                raise error
        finally:
            self._start_next()


def _tell(error: UserError) -> None:
    """The usual way to hear of an error; stopping needs no box, it was asked for."""
    if not isinstance(error, Stopped):
        messages.tell(QApplication.activeWindow(), error)
