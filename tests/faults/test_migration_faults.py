"""F1, F2: stores of every released schema, and kills in the midst of migrating."""

import random
import shutil
import time
from collections import Counter

import pytest

from ccb_desktop.data.engine import connection_to
from ccb_desktop.data.migrations import steps
from ccb_desktop.operations import backups, checking
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.paths import DataFolder
from tests.books import add_member, contents, contents_of, names_on_roll
from tests.faults.processes import killed_after
from tests.old_stores.build import store_of_schema

MORE_STEPS = tuple(
    (
        f"CREATE TABLE added_{number} (id INTEGER PRIMARY KEY, note TEXT)",
        f"INSERT INTO added_{number} (note) SELECT a.full_name || hex(zeroblob(300)) "
        "FROM persons a, persons b, persons c",
        f"UPDATE added_{number} SET note = note || '{number}'",
        f"ALTER TABLE persons ADD COLUMN more_{number} TEXT",
        f"UPDATE persons SET more_{number} = full_name",
    )
    for number in range(3)
)

NOW = steps.LATEST


@pytest.fixture
def newer_program(monkeypatch):
    """A program with three more steps than ours."""
    monkeypatch.setattr(steps, "STEPS", (*steps.STEPS, *MORE_STEPS))
    monkeypatch.setattr(steps, "LATEST", len(steps.STEPS))


def migrate(there, folder):
    there.send("begun")
    open_branch(folder).close()
    there.send("done")


def without_history(rows):
    return {table: found for table, found in rows.items() if table != "sqlite_sequence"}


def test_a_kill_in_a_migration_leaves_a_whole_schema(fresh_folder, times, tally, newer_program):
    dice, tries, seen = random.Random(23), times(20, 240), Counter()
    golden_folder = fresh_folder()
    old = golden_folder.store.read_bytes()
    begun = time.monotonic()
    open_branch(golden_folder).close()
    whole = time.monotonic() - begun  # how long this machine takes, so that kills fall into it
    with connection_to(golden_folder.store) as connection:
        golden = contents_of(connection)
    folder = golden_folder
    for number in range(tries):
        if number % 20 == 0:
            shutil.rmtree(folder.backups)
        folder.journal.unlink(missing_ok=True)
        folder.store.write_bytes(old)
        said = killed_after(dice.random() * whole * 1.2, migrate, folder)
        with connection_to(folder.store) as connection:
            schema = connection.execute("PRAGMA user_version").fetchone()[0]
            tables = {name for name in contents_of(connection) if name.startswith("added_")}
        assert tables == {f"added_{step}" for step in range(schema - NOW)}
        seen[schema] += 1
        with open_branch(folder) as store:
            assert contents(store) == golden
        assert "done" not in said or schema == steps.LATEST
    assert len(seen) > 1  # the kills fall into the migrating
    spread = ", ".join(f"{count} at schema {schema}" for schema, count in sorted(seen.items()))
    tally("F2", "kill −9 while migrating over three steps", tries, f"half migrated 0 ({spread})")


@pytest.mark.parametrize("schema", range(1, steps.LATEST + 1))
def test_a_store_of_every_released_schema_migrates(schema, tmp_path, tally):
    folder = DataFolder(tmp_path / "branch")
    folder.root.mkdir()
    shutil.copy(store_of_schema(schema), folder.store)
    with open_branch(folder) as store:
        assert checking.check(store, deep=True)["ok"]
        assert names_on_roll(store) == sorted(f"Trần Văn Bình {n}" for n in range(1, 13))
        add_member(store, "Sau khi nâng cấp")
    assert bool(backups.list_backups(folder)) is (schema < steps.LATEST)
    tally("F1", f"store of schema {schema}", 1, "equal to what it held; sound; written to")
