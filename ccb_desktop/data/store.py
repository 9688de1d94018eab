"""The store: one file with all books of a branch, opened by one program at a time."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from sqlalchemy import Connection, Engine
from sqlalchemy.orm import Session as Session

from ccb_desktop.data import history
from ccb_desktop.data.engine import connection_to, make_engine
from ccb_desktop.data.file_owners import with_owners
from ccb_desktop.data.store_errors import telling
from ccb_desktop.data.store_lock import StoreLock
from ccb_desktop.data.users.key_ring import NO_RING, StoreKeys
from ccb_desktop.domain.changes import Beside, Change
from ccb_desktop.domain.errors import ReadOnly
from ccb_desktop.domain.users.duties import check_kinds
from ccb_desktop.domain.users.users import User
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
    """An open store; made by `data.opening`, closed by leaving it.

    Attributes:
        folder: Where it lies.
        keys: By which it is open.
        user: Who is at work; nobody while the branch has no users.
        view_only: It can be read and nothing else.
    """

    def __init__(
        self, folder: DataFolder, lock: StoreLock | None, keys: StoreKeys = NO_RING
    ) -> None:
        """Take over a store; without a lock it is only viewed, and not a byte changes."""
        self.folder = folder
        self.keys = keys
        self.user: User | None = None
        self.view_only = lock is None
        self._lock = lock
        self._engine = self._make_engine()

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
        """The engine, for the checks of this floor."""
        return self._engine

    @contextmanager
    def raw_reading(self) -> Iterator[Any]:
        """A raw connection in one unchanging state of the books, for checks and backups."""
        with connection_to(self.path, self.keys.present, mode="ro") as connection:
            connection.execute("BEGIN")
            yield connection

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that sees one unchanging state of the books."""
        with telling(), self._engine.connect() as connection, Session(connection) as s:
            yield s

    @contextmanager
    def writing(
        self, label: str, form_id: str | None = None, *, beside: Beside | None = None
    ) -> Iterator[WritingSession]:
        """One act: all of it is kept or nothing.

        Args:
            label: What the officer does, as "Việc vừa làm" shows it.
            form_id: Made when the form was opened; the same form is never saved twice.
            beside: What it changes beside the records; it leaves its line in the history even
                if no record is changed.

        Raises:
            AlreadyDone: The form was saved before.
            Forbidden: It is the duty of another officer.
            DiskFull, DiskFault, ReadOnly, Damaged: The store could not be written; it is as
                before.
        """
        self.see_that_it_is_written()
        with telling(), self._connect_for_writing() as connection:
            _record_writes_of(connection)
            session = WritingSession(connection)
            try:
                session.action_id = history.begin_action(session, label, self._officer, form_id)
                yield session
                session.change = history.finish_action(session, session.action_id, beside)
                self._check_duties(session)
                session.commit()
                connection.commit()
            except BaseException:
                _roll_back(connection)
                raise
            finally:
                session.close()

    def see_that_it_is_written(self) -> None:
        """See that this program may write to the store and to the keys beside it.

        Raises:
            ReadOnly: It is only viewed; another program may have it.
        """
        if self.view_only:
            raise ReadOnly(
                "Số liệu đang mở chỉ để xem nên không ghi được. Số liệu vẫn nguyên. "
                "Chép số liệu vào máy này rồi mở lại để ghi."
            )

    def close(self) -> None:
        """Close the file and let other programs have it."""
        self._engine.dispose()
        if self._lock is not None:
            self._lock.release()

    def take_keys(self, keys: StoreKeys, put_in_place: Callable[[], object]) -> None:
        """Let another file take the place of the store's, which these keys open.

        The lock is held all the while; no act may be in progress. When it fails the old file
        is in its place, and stays open by the old keys.
        """
        self._engine.dispose()
        put_in_place()
        self.keys = keys
        self._engine = self._make_engine()

    @property
    def _officer(self) -> str:
        return self.user.name if self.user is not None else ""

    def _check_duties(self, session: WritingSession) -> None:
        if self.user is not None and session.change.kinds:
            act, kinds = session.action_id, session.change.kinds
            only_voids = history.only_voids(session, act)
            check_kinds(self.user, with_owners(session, act, kinds), only_voids=only_voids)

    def _make_engine(self) -> Engine:
        return make_engine(self.path, self.keys.present, "ro" if self.view_only else "rw")

    def _connect_for_writing(self) -> Connection:
        return self._engine.connect().execution_options(writes=True)


def _roll_back(connection: Connection) -> None:
    """End what was begun, also where the commit itself failed and left it open."""
    raw = connection.connection.dbapi_connection
    if raw is not None and raw.in_transaction:
        raw.rollback()


def _record_writes_of(connection: Connection) -> None:
    """Give a connection its triggers once, before its first act; those that only read need none."""
    if "records" not in connection.info:
        history.install_triggers(connection.connection.dbapi_connection)
        connection.info["records"] = True
