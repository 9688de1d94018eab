"""The list of migrations and how they are run: each one transaction, a snapshot before."""

from pathlib import Path
from typing import Any

from ccb_desktop.data.engine import connect
from ccb_desktop.data.migrations import m0001_first_books
from ccb_desktop.data.snapshot import write_snapshot

STEPS: tuple[tuple[str, ...], ...] = (m0001_first_books.STATEMENTS,)
LATEST = len(STEPS)


def make_empty(path: Path, key: str, application_id: int) -> None:
    """Turn an empty file into an empty store of the latest schema."""
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA synchronous=EXTRA")
        connection.execute(f"PRAGMA application_id={application_id}")
        _run(connection, 0)
    finally:
        connection.close()


def bring_up_to_date(path: Path, schema: int, backups: Path) -> None:
    """Run the steps a store lacks, after a verified snapshot of it as it is.

    Raises:
        Damaged: The snapshot did not verify; the store is untouched.
    """
    write_snapshot(path, backups / f"truoc-nang-cap-{schema:04}.ccbk")
    connection = connect(path)
    try:
        connection.execute("PRAGMA journal_mode=TRUNCATE")
        connection.execute("PRAGMA synchronous=EXTRA")
        _run(connection, schema)
    finally:
        connection.close()


def _run(connection: Any, schema: int) -> None:
    for number, statements in enumerate(STEPS[schema:], start=schema + 1):
        connection.execute("BEGIN IMMEDIATE")
        for statement in statements:
            connection.execute(statement)
        connection.execute(f"PRAGMA user_version={number}")
        connection.execute("COMMIT")
