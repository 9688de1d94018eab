"""The list of migrations and how they are run: each one transaction, all of it or nothing."""

from pathlib import Path
from typing import Any

from ccb_desktop.data.engine import connection_to, set_pragmas
from ccb_desktop.data.migrations import (
    m0001_first_books,
    m0002_roster_in_depth,
    m0003_ledger,
    m0004_welfare,
    m0005_work,
    m0006_papers,
    m0007_safety,
)
from ccb_desktop.data.tables import Row
from ccb_desktop.domain.errors import Damaged

STEPS: tuple[tuple[str, ...], ...] = (
    m0001_first_books.STATEMENTS,
    m0002_roster_in_depth.STATEMENTS,
    m0003_ledger.STATEMENTS,
    m0004_welfare.STATEMENTS,
    m0005_work.STATEMENTS,
    m0006_papers.STATEMENTS,
    m0007_safety.STATEMENTS,
)
LATEST = len(STEPS)


def make_empty(path: Path, key: str, application_id: int) -> None:
    """Turn an empty file into an empty store of the latest schema."""
    with connection_to(path, key) as connection:
        set_pragmas(connection)
        connection.execute(f"PRAGMA application_id={application_id}")
        _run(connection, 0)


def bring_up_to_date(path: Path, schema: int, key: str) -> None:
    """Run the steps that a store lacks; a verified backup of it was made before.

    Raises:
        Damaged: A step would leave broken references; the store is as it was before it.
        DiskFull, DiskFault, ReadOnly: It could not be written; the same.
    """
    with connection_to(path, key) as connection:
        set_pragmas(connection)
        # A step may drop a table and make it anew; the references are checked at its end.
        connection.execute("PRAGMA foreign_keys=OFF")
        _run(connection, schema)


def can_be_read(path: Path, key: str) -> bool:
    """Whether a store of another schema has every table and column that this program reads."""
    with connection_to(path, key, mode="ro") as connection:
        for table in Row.metadata.tables.values():
            info = connection.execute(f"PRAGMA table_info({table.name})").fetchall()
            if not {column.name for column in table.columns} <= {row[1] for row in info}:
                return False
    return True


def _run(connection: Any, schema: int) -> None:
    """A connection that is closed in the midst of a step takes the step back."""
    for number, statements in enumerate(STEPS[schema:], start=schema + 1):
        connection.execute("BEGIN IMMEDIATE")
        for statement in statements:
            connection.execute(statement)
        if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
            raise Damaged(
                "Không nâng cấp được số liệu vì có dòng trỏ đến hồ sơ không còn trong sổ. "
                "Số liệu vẫn nguyên như trước. Hãy phục hồi từ bản sao lưu gần nhất."
            )
        connection.execute(f"PRAGMA user_version={number}")
        connection.execute("COMMIT")
