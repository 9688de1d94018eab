"""The store: one file with all books of a branch, opened by one program at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine, event
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session as Session

from ccb_desktop.data import history
from ccb_desktop.data.engine import APPLICATION_ID, connect, make_engine
from ccb_desktop.data.store_errors import as_user_error
from ccb_desktop.data.store_lock import StoreLock
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Damaged
from ccb_desktop.paths import DataFolder


class WritingSession(Session):
    """A session whose block is one transaction, one history entry and one undo step.

    Attributes:
        action_id: The act under which everything is recorded.
        change: What was changed; known once the block has ended.
    """

    action_id: int
    change: Change


class Store:
    """An open store; made by `data.opening`, closed by leaving it."""

    def __init__(self, folder: DataFolder, lock: StoreLock) -> None:
        self.folder = folder
        self.officer = ""
        self._lock = lock
        self._engine = make_engine(folder.store)
        event.listen(self._engine, "connect", _prepare)

    def __enter__(self) -> Self:
        """The open store."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Close it."""
        self.close()

    @property
    def path(self) -> Path:
        """The store file."""
        return self.folder.store

    @property
    def engine(self) -> Engine:
        """The engine, for the checks and the backup of this floor."""
        return self._engine

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one unchanging state of the books."""
        with self._translating(), self._engine.connect() as connection, Session(connection) as s:
            yield s

    @contextmanager
    def writing(self, label: str, form_id: str | None = None) -> Iterator[WritingSession]:
        """One act: all of it is kept or nothing.

        Args:
            label: What the officer does, as "Việc vừa làm" shows it.
            form_id: Made when the form was opened; the same form is never saved twice.

        Raises:
            AlreadyDone: The form was saved before.
            DiskFull, ReadOnly, Damaged: The store could not be written; it is as before.
        """
        with self._translating(), self._connect_for_writing() as connection:
            session = WritingSession(connection)
            try:
                session.action_id = history.begin_action(session, label, self.officer, form_id)
                yield session
                session.change = history.finish_action(session, session.action_id)
                session.commit()
                connection.commit()
            finally:
                session.close()

    def close(self) -> None:
        """Close the file and let other programs have it."""
        self._engine.dispose()
        self._lock.release()

    def _connect_for_writing(self) -> Connection:
        return self._engine.connect().execution_options(writes=True)

    @contextmanager
    def _translating(self) -> Iterator[None]:
        try:
            yield
        except DatabaseError as error:
            raise as_user_error(error) from error


def _prepare(connection: Any, _record: Any) -> None:
    history.install_triggers(connection)


def schema_of(path: Path) -> int:
    """The schema number written in a store file.

    Raises:
        Damaged: The file is no store of this program, or cannot be read.
    """
    try:
        connection = connect(path)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
        finally:
            connection.close()
    except Exception as error:
        raise Damaged(
            f"Không đọc được tệp số liệu {path.name}: tệp bị hỏng hoặc không phải của "
            "chương trình này. Chương trình chưa ghi gì vào tệp. "
            "Hãy phục hồi từ bản sao lưu gần nhất."
        ) from error
    if application != APPLICATION_ID:
        raise Damaged(f"{path.name} không phải tệp số liệu của chương trình này.")
    return int(version)
