"""Other programs on the same store: children that work, wait and are killed."""

import multiprocessing
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from multiprocessing.connection import Connection

_FORK = multiprocessing.get_context("fork")
PATIENCE_SECONDS = 30


class Child:
    """A process of its own; what it says arrives line by line."""

    def __init__(self, work: Callable[..., object], *given: object) -> None:
        self._here, there = _FORK.Pipe(duplex=True)
        self._process = _FORK.Process(target=_run, args=(work, there, given), daemon=True)
        self._process.start()
        there.close()

    def hear(self) -> object:
        """The next thing it says."""
        assert self._here.poll(PATIENCE_SECONDS), "the child says nothing"
        return self._here.recv()

    def say(self, what: object) -> None:
        """Tell it something."""
        self._here.send(what)

    def kill(self) -> None:
        """kill -9."""
        self._process.kill()
        self._process.join()

    def heard_to_the_end(self) -> list[object]:
        """Everything it has said and nobody has heard yet."""
        heard = []
        try:
            while True:
                heard.append(self._here.recv())
        except EOFError:
            return heard

    def end(self) -> None:
        """Wait until it has done its work."""
        self._process.join(PATIENCE_SECONDS)
        assert self._process.exitcode == 0


def _run(work: Callable[..., object], there: Connection, given: tuple[object, ...]) -> None:
    work(there, *given)
    there.close()


@contextmanager
def working(work: Callable[..., object], *given: object) -> Iterator[Child]:
    """A child that is killed at the end of the block at the latest."""
    child = Child(work, *given)
    try:
        yield child
    finally:
        child.kill()


def killed_after(
    seconds: float, work: Callable[..., object], *given: object, words: int = 1
) -> list[object]:
    """Let a child work until so many words and some time more, kill it; all that it said."""
    with working(work, *given) as child:
        heard = [child.hear() for _ in range(words)]
        time.sleep(seconds)
        child.kill()
        return [*heard, *child.heard_to_the_end()]
