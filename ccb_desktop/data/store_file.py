"""What a store file says of itself, and whether it is whole: page by page, row by row."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ccb_desktop.data import ledger_checking, seals
from ccb_desktop.data.engine import APPLICATION_ID, OPEN_KEY, Mode, connection_to
from ccb_desktop.data.tables import HISTORY
from ccb_desktop.domain.errors import Damaged

_STRUCTURE_CHECKED_UP_TO = 32 * 1024 * 1024
# Every page carries a checksum, so damage is noticed without it; what it adds are faults of
# the database library itself, and on a large store it takes as long as all other checks.

_NOT_OURS = (
    "Tệp {name} bị hỏng hoặc không phải tệp số liệu của chương trình này. "
    "Chương trình không ghi gì vào tệp. Hãy phục hồi từ bản sao lưu gần nhất."
)


@dataclass(frozen=True, slots=True)
class StoreFacts:
    """What a manifest says of a store.

    Attributes:
        store_id: Seal of its first act; empty while there is none.
        action_id: The last act; 0 while there is none.
        chain_hash: Seal of the last act.
    """

    schema: int
    store_id: str
    branch: str
    action_id: int
    chain_hash: str


def schema_of(path: Path, key: str = OPEN_KEY, mode: Mode = "rw") -> int:
    """The schema number written in a store file.

    Raises:
        Damaged: The file is no store of this program, or cannot be read.
        ReadOnly, DiskFault: The system does not let it be read.
    """
    try:
        with connection_to(path, key, mode) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            schema = schema_number(connection)
    except Damaged as error:
        raise Damaged(_NOT_OURS.format(name=path.name)) from error
    if application != APPLICATION_ID:
        raise Damaged(_NOT_OURS.format(name=path.name))
    return schema


def schema_number(connection: Any) -> int:
    """The number of the schema in which an open store is written."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def read_facts(path: Path, key: str = OPEN_KEY) -> StoreFacts:
    """What a store file says of itself, without any check.

    Raises:
        Damaged: It cannot be read.
    """
    with connection_to(path, key) as connection:
        return facts_of(connection)


def facts_of(connection: Any) -> StoreFacts:
    """What a store says of itself, whichever schema it has."""
    sealed = "SELECT id, chain_hash FROM actions WHERE chain_hash != '' ORDER BY id {} LIMIT 1"
    first = connection.execute(sealed.format("ASC")).fetchone() or (0, "")
    last = connection.execute(sealed.format("DESC")).fetchone() or (0, "")
    named = connection.execute("SELECT value FROM settings WHERE key='name'").fetchone()
    branch = json.loads(named[0]) if named else ""
    return StoreFacts(schema_number(connection), first[1], branch, int(last[0]), last[1])


def verify_file(path: Path, key: str = OPEN_KEY, mode: Mode = "ro") -> StoreFacts:
    """Make all checks of opening on a file that nobody writes to, and read what it is.

    Raises:
        Damaged: It is not ours, or something in it is not as it was written.
        ReadOnly, DiskFault: The system does not let it be read.
    """
    try:
        with connection_to(path, key, mode) as connection:
            faults = list(faults_of(connection, path.name))
            if not faults:
                return facts_of(connection)
    except Damaged as error:
        raise Damaged(_NOT_OURS.format(name=path.name)) from error
    raise Damaged(" ".join(faults))


def faults_of(connection: Any, name: str) -> Iterator[str]:
    """What opening looks for: foreign file, damaged pages, broken references, sums and seal."""
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        yield _NOT_OURS.format(name=name)
        return
    damaged = damaged_pages(connection)
    if damaged:
        yield damage_sentence(name, damaged)
        return
    broken = sum(1 for _ in broken_references(connection))
    if broken:
        yield orphans_sentence(broken)
    if ledger_checking.keeps_money(connection):
        yield from ledger_checking.month_findings(connection)
        yield from ledger_checking.gap_findings(connection)
    if not seals.is_last_act_sealed(connection):
        yield "Nhật ký ở việc ghi sau cùng không khớp với dấu niêm của nó."


def damaged_pages(connection: Any, *, deep: bool = False) -> list[str]:
    """What the checksums of the pages and the structure of the file say against it."""
    faults = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
    if faults:
        return faults
    if deep:
        said = connection.execute("PRAGMA integrity_check").fetchall()
    elif _size_of(connection) <= _STRUCTURE_CHECKED_UP_TO:
        said = connection.execute("PRAGMA quick_check").fetchall()
    else:
        return []
    return [row[0] for row in said if row[0] != "ok"]


def broken_references(connection: Any, *, deep: bool = False) -> Iterator[tuple[str, int]]:
    """Table and row of every reference that leads nowhere; deep looks at the history too."""
    tables = connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall()
    for (table,) in tables:
        if deep or table not in HISTORY:
            for row in connection.execute(f"PRAGMA foreign_key_check({table})"):
                yield row[0], row[1]


def damage_sentence(name: str, faults: Sequence[str]) -> str:
    """Damaged pages, in the officer's words."""
    return f"Tệp {name} bị hỏng ở {len(faults)} chỗ."


def orphans_sentence(count: int) -> str:
    """Broken references, in the officer's words."""
    return f"Có {count} dòng trỏ đến hồ sơ không còn trong sổ."


def _size_of(connection: Any) -> int:
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    size = connection.execute("PRAGMA page_size").fetchone()[0]  # SQLCipher answers with a text
    return int(pages) * int(size)
