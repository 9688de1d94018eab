"""Lets somebody stop what a raw connection is reading, however long its statements are."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from ccb_desktop.domain.errors import Stopped

_EVERY = 20_000  # steps of the database between two questions


@contextmanager
def stoppable(connection: Any, ask: Callable[[], object]) -> Iterator[None]:
    """Within the block `ask` is called again and again; where it raises `Stopped`, so it ends.

    Raises:
        Stopped: As `ask` raised it.
    """
    asked: list[Stopped] = []

    def look() -> int:
        try:
            ask()
        except Stopped as stopped:
            asked.append(stopped)
        return len(asked)

    connection.set_progress_handler(look, _EVERY)
    try:
        yield
    except sqlcipher.OperationalError:
        if asked:
            raise asked[0] from None
        raise
    finally:
        connection.set_progress_handler(None, 0)
