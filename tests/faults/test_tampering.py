"""D3, D4: statements against the history, and changes behind the program's back."""

import random
import shutil

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from ccb_desktop.data import seals
from ccb_desktop.data.engine import connection_to
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.personal_data.erasing import erase
from ccb_desktop.paths import DataFolder
from tests.books import add_event, add_member
from tests.faults import work


@pytest.fixture(scope="module")
def long_history(worked_template, tmp_path_factory):
    """The bytes of a store with a history of some length."""
    folder = DataFolder(tmp_path_factory.mktemp("history") / "branch")
    shutil.copytree(worked_template.root, folder.root)
    with open_branch(folder) as store:
        work.go_on(store, random.Random(29), told=lambda _form: None, acts=30)
        add_member(store, "Đỗ Văn Rời")
        [(person_id, held)] = _last_member(store)
        add_event(store, held, EventKind.RESIGNED, "1/2/2026")
        erase(store, person_id, "1/QĐ", "theo đơn")
        add_member(store, "Đỗ Văn Sau")
    return folder.store.read_bytes()


def _last_member(store):
    with store.raw_reading() as connection:
        query = "SELECT person_id, id FROM memberships ORDER BY id DESC LIMIT 1"
        return connection.execute(query).fetchall()


@pytest.fixture
def history(long_history, tmp_path):
    """A raw connection to a copy of it."""
    copy = tmp_path / "history.ccb"
    copy.write_bytes(long_history)
    with connection_to(copy) as connection:
        connection.execute("PRAGMA foreign_keys=OFF")
        yield connection


STATEMENTS = (
    "UPDATE {table} SET {column}={value} WHERE id={id}",
    "UPDATE OR REPLACE {table} SET id={other} WHERE id={id}",
    "UPDATE OR IGNORE {table} SET id=id+100000 WHERE id={id}",
    "DELETE FROM {table} WHERE id={id}",
    "DELETE FROM {table} WHERE id>={id}",
    "REPLACE INTO {table} SELECT * FROM {table} WHERE id={id}",
    "INSERT OR REPLACE INTO {table} SELECT * FROM {table} WHERE id={id}",
    "INSERT INTO {table} SELECT * FROM {table} WHERE id={id} ON CONFLICT DO UPDATE SET id=id",
    "INSERT INTO {table} SELECT * FROM {table} WHERE id={id} ON CONFLICT (id) DO UPDATE "
    "SET {column}={value}",
)
EMPTYING = (
    "UPDATE record_changes SET \"before\"=NULL, \"after\"='{{}}', salt='', erased_hash='{hash}' "
    "WHERE id={id}",
    "UPDATE record_changes SET erased_hash='{hash}' WHERE id={id}",
    "UPDATE actions SET label='khác', salt='', label_hash='{hash}' WHERE id={id}",
    "UPDATE erasures SET lines='[{id}]'",
    "DELETE FROM erasures",
    "REPLACE INTO erasures SELECT * FROM erasures",
    "UPDATE OR REPLACE erasures SET person_id={id}",
)
COLUMNS = {
    "actions": ("label", "done_at", "done_by", "form_id", "kinds", "undoes", "chain_hash"),
    "record_changes": ("action_id", "kind", "record_id", '"before"', '"after"', "erased_hash"),
}


def test_no_statement_changes_the_history(history, times, tally):
    dice, tries = random.Random(31), times(200, 4000)
    ids = {t: [i for (i,) in history.execute(f"SELECT id FROM {t}")] for t in COLUMNS}
    before = {t: history.execute(f"SELECT * FROM {t}").fetchall() for t in COLUMNS}
    for _ in range(tries):
        table = dice.choice(list(COLUMNS))
        row, other = dice.sample(ids[table], 2)
        history.execute(f"PRAGMA recursive_triggers={dice.randrange(2)}")
        statement = dice.choice(STATEMENTS).format(
            table=table, column=dice.choice(COLUMNS[table]), value="'9'", id=row, other=other
        )
        with pytest.raises(sqlcipher.DatabaseError, match="never changed"):
            history.execute(statement)
    for statement in EMPTYING:
        told = statement.format(hash="0" * 64, id=dice.choice(ids["record_changes"][:40]))
        with pytest.raises(sqlcipher.DatabaseError, match="never changed"):
            history.execute(told)
    assert {t: history.execute(f"SELECT * FROM {t}").fetchall() for t in COLUMNS} == before
    tally("D3", "UPDATE, DELETE, REPLACE, upsert on the history", tries, "refused 100%")


def change_a_line(connection, dice, last):
    column = dice.choice(("kind", "record_id", '"before"', '"after"'))
    line = dice.choice(connection.execute("SELECT id FROM record_changes").fetchall())[0]
    connection.execute(f"UPDATE record_changes SET {column}='khác' WHERE id=?", (line,))


def take_an_act_out(connection, dice, last):
    _take_out(connection, f"={dice.randrange(2, last)}")


def put_an_act_in(connection, dice, last):
    """A new act with a seal of its own that fits, somewhere in the middle."""
    act = dice.randrange(2, last)
    for table, column in (("record_changes", "action_id"), ("actions", "id")):
        connection.execute(f"UPDATE {table} SET {column}=-1-{column} WHERE {column}>=?", (act,))
        connection.execute(f"UPDATE {table} SET {column}=-{column} WHERE {column}<0")
    connection.execute(
        "INSERT INTO actions (id, label, done_at, done_by, kinds, chain_hash) "
        "VALUES (?, 'thêm vào', '2026-01-01 00:00:00.000000', '', '', '')",
        (act,),
    )
    _seal_again(connection, act, act)


def cut_the_tail_off(connection, dice, last):
    _take_out(connection, f">={dice.randrange(2, last + 1)}")


def write_it_all_anew(connection, dice, last):
    """What somebody with the key and much skill would do: change it and seal everything again."""
    act = dice.randrange(1, last + 1)
    connection.execute("UPDATE actions SET label='khác' WHERE id=?", (act,))
    _seal_again(connection, act, last)


def empty_a_line(connection, dice, last):
    """As an erasure would, with the right hash, in the name of nobody."""
    _empty(connection, dice)


def empty_a_line_for_a_false_erasure(connection, dice, last):
    """With a record of it that the history has never seen."""
    line = _empty(connection, dice)
    connection.execute(
        "INSERT INTO erasures (person_id, erased_on, decision_no, reason, lines, labels, seals) "
        f"VALUES ({-dice.randrange(1, 99)}, '2026-01-01', '9', '9', '[{line}]', '{{}}', '{{}}')"
    )


def add_to_an_erasure(connection, dice, last):
    """A line more in the record of a true one, in the table and in the history."""
    line = _empty(connection, dice)
    [(lines,)] = connection.execute("SELECT lines FROM erasures").fetchall()
    more = f"{lines[:-1]}, {line}]"
    connection.execute("UPDATE erasures SET lines=?", (more,))
    connection.execute(
        'UPDATE record_changes SET "after"=replace("after", ?, ?) WHERE kind=\'erasures\'',
        (lines, more),
    )


def tell_an_emptied_line_otherwise(connection, dice, last):
    side = dice.choice(('"before"', '"after"'))
    connection.execute(
        f"UPDATE record_changes SET {side}='{{\"note\": 1}}' WHERE erased_hash != ''"
    )


def take_a_name_out_of_an_act(connection, dice, last):
    act, salt, label = connection.execute(
        "SELECT id, salt, label FROM actions WHERE label_hash IS NULL AND id<? "
        "ORDER BY id DESC LIMIT 1 OFFSET ?",
        (last, dice.randrange(9)),
    ).fetchone()
    kept = seals.commitment(salt, label)
    connection.execute(
        "UPDATE actions SET label='khác', salt='', label_hash=? WHERE id=?", (kept, act)
    )


def _empty(connection, dice):
    query = 'SELECT id, salt, "before", "after" FROM record_changes WHERE erased_hash IS NULL'
    line, *said = dice.choice(connection.execute(query).fetchall())
    connection.execute(
        'UPDATE record_changes SET "before"=iif("before" IS NULL, NULL, \'{}\'), '
        "\"after\"=iif(\"after\" IS NULL, NULL, '{}'), salt='', erased_hash=? WHERE id=?",
        (seals.commitment(*said), line),
    )
    return line


def _take_out(connection, which):
    connection.execute(f"DELETE FROM record_changes WHERE action_id{which}")
    connection.execute(f"DELETE FROM actions WHERE id{which}")


def _seal_again(connection, first, last):
    for act in range(first, last + 1):
        before = connection.execute(
            "SELECT chain_hash FROM actions WHERE id<? ORDER BY id DESC LIMIT 1", (act,)
        ).fetchone()
        found = connection.execute(f"{seals._ACTS} WHERE id=?", (act,)).fetchone()
        lines = connection.execute(f"{seals._LINES} WHERE action_id=? ORDER BY id", (act,))
        previous = before[0] if before else ""
        seal = seals._hash(previous, seals._Act._make(found), map(seals._Line._make, lines))
        connection.execute("UPDATE actions SET chain_hash=? WHERE id=?", (seal, act))


KINDS = (
    *(change_a_line, take_an_act_out, put_an_act_in, cut_the_tail_off, write_it_all_anew),
    *(empty_a_line, empty_a_line_for_a_false_erasure, add_to_an_erasure),
    *(tell_an_emptied_line_otherwise, take_a_name_out_of_an_act),
)
SEEN_ONLY_BY_THE_ANCHOR = (cut_the_tail_off, write_it_all_anew)


@pytest.mark.parametrize("tamper", KINDS, ids=lambda kind: kind.__name__)
def test_tampering_is_found_with_the_anchor_noted_elsewhere(history, times, tally, tamper):
    dice, tries = random.Random(37), times(10, 100)
    anchor = history.execute("SELECT id, chain_hash FROM actions ORDER BY id DESC").fetchone()
    assert seals.broken_links(history) == []
    assert seals.holds(history, *anchor)
    unseen = 0
    for _ in range(tries):
        history.execute("BEGIN")
        for (name,) in history.execute(
            "SELECT name FROM sqlite_master WHERE type='trigger'"
        ).fetchall():
            history.execute(f"DROP TRIGGER {name}")
        tamper(history, dice, anchor[0])
        broken = seals.broken_links(history)
        if tamper in SEEN_ONLY_BY_THE_ANCHOR:
            unseen += broken == []  # a line emptied by no erasure is seen without it
            assert broken != [] or not seals.holds(history, *anchor)
        else:
            assert broken != []
        history.execute("ROLLBACK")
    assert bool(unseen) == (tamper in SEEN_ONLY_BY_THE_ANCHOR)
    what = tamper.__name__.replace("_", " ")
    tally("D4", f"tampering: {what}, with the anchor of a manifest", tries, "found 100%")
