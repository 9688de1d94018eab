"""Connections to a store file: key, pragmas and explicit transactions (`data-safety.md`)."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Literal

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.pool import QueuePool

from ccb_desktop.data.store_errors import telling

APPLICATION_ID = 0x43434231
"""Written into every store: "CCB1"."""

OPEN_KEY = "4363622d4465736b746f702d6f70656e2d73746f72652d6b65792d7631000000"
"""The published raw key of an open (not encrypted by secret) store.

It gives every page its checksum without any secrecy: nobody can be locked out.
"""

SAFE = (
    "PRAGMA cipher_memory_security=OFF",
    "PRAGMA journal_mode=TRUNCATE",
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    "PRAGMA recursive_triggers=ON",
    "PRAGMA secure_delete=ON",
    "PRAGMA temp_store=MEMORY",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cache_spill=OFF",
    "PRAGMA cache_size=-65536",
    "PRAGMA busy_timeout=10000",
)
"""The settings of every connection by which the program works.

cache_spill=OFF: readers go on while a long import fills its pages; they wait for the commit.
"""


Mode = Literal["rw", "ro"]
"""Read and write, or read only: then not a byte of the file or its folder changes."""


def connect(path: Path, key: str = OPEN_KEY, mode: Mode = "rw") -> Any:
    """A raw connection to an existing store file, never making one by itself."""
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection = sqlcipher.connect(uri, uri=True, isolation_level=None, check_same_thread=False)
    # Damage is told by errors; SQLCipher would also write about it to the terminal.
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute(f"PRAGMA key=\"x'{key}'\"")
    return connection


@contextmanager
def connection_to(path: Path, key: str = OPEN_KEY, mode: Mode = "rw") -> Iterator[Any]:
    """A raw connection that is closed after the block; troubles as the officer's errors."""
    with telling(), closing(connect(path, key, mode)) as connection:
        yield connection


def set_pragmas(connection: Any) -> None:
    """Give a raw connection the safe settings under which a store is written."""
    for pragma in SAFE:
        connection.execute(pragma)


def make_engine(path: Path, key: str = OPEN_KEY, mode: Mode = "rw") -> Engine:
    """An engine whose blocks begin as its `writes` option says, never by themselves."""

    def creator() -> Any:
        connection = connect(path, key, mode)
        set_pragmas(connection)
        return connection

    engine = create_engine(
        "sqlite://", creator=creator, module=sqlcipher, poolclass=QueuePool, pool_size=3
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
