"""Each trouble of disk, medium or file comes out as its own sentence; bugs stay bugs."""

import errno
import os
import shutil

import pytest
import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from ccb_desktop.data.engine import OPEN_KEY, connect, connection_to
from ccb_desktop.data.store_errors import as_user_error, telling, telling_of_files
from ccb_desktop.domain.errors import (
    Damaged,
    DiskFault,
    DiskFull,
    Locked,
    ReadOnly,
    UserError,
)
from tests.books import add_unit


def provoke(statement, path, key=OPEN_KEY, mode="rw"):
    """What the driver really says."""
    with pytest.raises(sqlcipher.DatabaseError) as raised:
        connection = connect(path, key, mode)
        try:
            connection.execute(statement)
        finally:
            connection.close()
    return raised.value


def test_a_full_disk(store):
    with connection_to(store.path) as connection:
        pages = connection.execute("PRAGMA page_count").fetchone()[0]
        connection.execute(f"PRAGMA max_page_count={pages}")
        with pytest.raises(sqlcipher.DatabaseError) as raised:
            connection.execute("CREATE TABLE big AS SELECT zeroblob(100000)")
    assert isinstance(as_user_error(raised.value), DiskFull)


def test_a_file_opened_for_reading(store):
    said = provoke("CREATE TABLE x (y)", store.path, mode="ro")
    assert isinstance(as_user_error(said), ReadOnly)


def test_a_file_that_cannot_be_opened(tmp_path):
    said = provoke("SELECT 1", tmp_path / "nothing.ccb")
    assert isinstance(as_user_error(said), ReadOnly)


def test_a_store_that_somebody_writes_to(store):
    with connection_to(store.path) as other:
        other.execute("BEGIN EXCLUSIVE")
        with connection_to(store.path) as connection:
            connection.execute("PRAGMA busy_timeout=1")
            with pytest.raises(sqlcipher.DatabaseError) as raised:
                connection.execute("BEGIN IMMEDIATE")
    assert isinstance(as_user_error(raised.value), Locked)


def test_a_damaged_page(store, tmp_path):
    page = 4096
    spoilt = bytearray(store.path.read_bytes())
    for start in range(2 * page, len(spoilt), page):
        spoilt[start + 100] ^= 1
    (tmp_path / "spoilt.ccb").write_bytes(spoilt)
    said = provoke("SELECT * FROM persons", tmp_path / "spoilt.ccb")
    assert isinstance(as_user_error(said), Damaged)


def test_another_key(store):
    said = provoke("SELECT * FROM persons", store.path, key="11" * 32)
    assert isinstance(as_user_error(said), Damaged)


def test_a_disk_that_fails_says_so_whatever_wraps_the_error():
    said = sqlcipher.OperationalError("disk I/O error")
    assert isinstance(as_user_error(said), DiskFault)
    assert isinstance(as_user_error(OperationalError("COMMIT", None, said)), DiskFault)


def test_a_bug_stays_what_it_is(store):
    said = provoke("SELECT * FROM no_such_table", store.path)
    assert as_user_error(said) is said
    with pytest.raises(sqlcipher.DatabaseError) as raised, telling():
        raise said
    assert raised.value is said
    with pytest.raises(OperationalError), store.reading() as session:
        session.execute(text("SELECT * FROM no_such_table"))


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFull),
        (errno.EFBIG, DiskFull),
        (errno.EACCES, ReadOnly),
        (errno.EROFS, ReadOnly),
        (errno.EIO, DiskFault),
    ],
)
def test_what_the_system_says_of_files(number, kind):
    with pytest.raises(kind), telling_of_files():
        raise OSError(number, os.strerror(number))


def test_what_the_system_says_of_a_bug_stays():
    with pytest.raises(IsADirectoryError), telling_of_files():
        raise OSError(errno.EISDIR, "is a folder")


def test_every_sentence_says_what_is_safe_and_what_to_do():
    for said in (
        "database or disk is full",
        "disk i/o error",
        "attempt to write a readonly database",
        "database is locked",
        "database disk image is malformed",
    ):
        error = as_user_error(sqlcipher.OperationalError(said))
        assert isinstance(error, UserError)
        assert str(error).count(".") >= 3, said


def test_a_trouble_while_writing_leaves_the_books_as_they_were(store, data_folder, tmp_path):
    add_unit(store)
    with pytest.raises(DiskFull), store.writing("Quá đầy") as session:
        pages = session.execute(text("PRAGMA page_count")).scalar_one()
        session.execute(text(f"PRAGMA max_page_count={pages}"))
        session.execute(
            text("INSERT INTO settings (key, value) VALUES ('x', hex(zeroblob(100000)))")
        )
    copy = shutil.copy(store.path, tmp_path)
    with connection_to(tmp_path / copy) as connection:
        assert connection.execute("SELECT count(*) FROM settings WHERE key='x'").fetchone()[0] == 0
