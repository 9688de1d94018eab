"""Reading and writing blocks: one act is kept whole or not at all, and once."""

import threading

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from ccb_desktop.data.engine import connection_to, set_pragmas
from ccb_desktop.data.tables import ActionRow, SettingRow
from ccb_desktop.domain.errors import AlreadyDone
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations.undo import list_actions
from tests.books import add_member, add_unit, contents, names_on_roll


def a_setting(key, value="1"):
    return SettingRow(key=key, value=value)


def test_a_block_is_kept_and_says_what_it_changed(store):
    with store.writing("Đặt một điều") as session:
        session.add(a_setting("one"))
        session.add(a_setting("two"))
    newest = list_actions(store)[0]
    assert session.change.label == newest.label == "Đặt một điều"
    assert session.change.action_id == newest.id
    assert session.change.kinds == {"settings"}
    assert newest.changes == 2


def test_a_block_that_fails_leaves_nothing(store):
    before = contents(store)
    with pytest.raises(ZeroDivisionError), store.writing("Hỏng giữa chừng") as session:
        session.add(a_setting("one"))
        session.flush()
        raise ZeroDivisionError
    assert contents(store) == before
    with store.writing("Lại được") as session:
        session.add(a_setting("one"))
    assert session.change.kinds == {"settings"}


def test_a_commit_that_fails_leaves_the_store_fit_for_work(store):
    before = contents(store)
    with pytest.raises(IntegrityError), store.writing("Trỏ vào chỗ không có") as session:
        session.execute(text("PRAGMA defer_foreign_keys=ON"))
        session.execute(
            text("INSERT INTO unit_names (unit_id, name, name_key) VALUES (99, '', '')")
        )
    assert contents(store) == before
    with store.writing("Lại được") as session:
        session.add(a_setting("one"))
    assert session.change.kinds == {"settings"}


def test_a_block_that_changes_nothing_is_no_act(store):
    before = list_actions(store)
    with store.writing("Không đổi gì") as session:
        session.scalars(select(SettingRow)).all()
    assert session.change.action_id == 0
    assert session.change.kinds == frozenset()
    assert list_actions(store) == before


def test_writing_a_value_that_stands_already_is_no_act(store):
    with store.writing("Ghi") as session:
        session.add(a_setting("one"))
    with store.writing("Ghi lại y như cũ") as session:
        row = session.scalars(select(SettingRow).where(SettingRow.key == "one")).one()
        row.value = "2"
        session.flush()
        row.value = "1"
    assert session.change.action_id > 0  # both steps are in the history
    with store.writing("Không sửa") as session:
        session.scalars(select(SettingRow).where(SettingRow.key == "one")).one().value = "1"
    assert session.change.action_id == 0


def test_the_same_form_is_saved_once(store):
    add_member(store, form_id="form-1")
    with pytest.raises(AlreadyDone, match="đã ghi lúc"):
        add_member(store, form_id="form-1")
    assert names_on_roll(store) == ["Nguyễn Văn An"]


def test_a_form_that_failed_can_be_saved_after_all(store):
    with pytest.raises(ZeroDivisionError), store.writing("Hỏng", form_id="form-1") as session:
        session.add(a_setting("one"))
        session.flush()
        raise ZeroDivisionError
    add_member(store, form_id="form-1")
    assert names_on_roll(store) == ["Nguyễn Văn An"]


def test_who_did_it_is_written_down(store):
    store.user = User(name="Thư ký", roles=frozenset({Role.CLERK}))
    add_unit(store)
    assert list_actions(store)[0].done_by == "Thư ký"


def test_readers_go_on_while_a_long_act_is_written(filled):
    before = names_on_roll(filled)
    seen = []
    with filled.writing("Nhập dài") as session:
        session.add_all([a_setting(f"key {number}", "x" * 2000) for number in range(3000)])
        session.flush()
        reader = threading.Thread(target=lambda: seen.append(names_on_roll(filled)))
        reader.start()
        reader.join(timeout=10)
        assert seen == [before]
    with filled.reading() as session:
        assert len(session.scalars(select(SettingRow)).all()) > 3000


def test_a_reading_block_sees_one_state_and_the_writer_waits_for_it(store):
    writer = threading.Thread(target=add_unit, args=(store,))
    with store.reading() as session:
        before = session.scalars(select(ActionRow.id)).all()
        writer.start()
        writer.join(timeout=0.3)
        assert session.scalars(select(ActionRow.id)).all() == before
    writer.join()
    assert list_actions(store)[0].label.startswith("Ghi đơn vị")


def test_two_writers_follow_each_other(store):
    add_unit(store)
    names = [f"Người thứ {number}" for number in range(8)]
    writers = [threading.Thread(target=add_member, args=(store, name)) for name in names]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert names_on_roll(store) == sorted(names)
    with store.raw_reading() as connection:
        assert connection.execute("SELECT count(*) FROM actions").fetchone()[0] == 2 + len(names)


def test_every_connection_is_safe(store):
    wanted = {
        "journal_mode": "truncate",
        "synchronous": 3,
        "foreign_keys": 1,
        "recursive_triggers": 1,
        "secure_delete": 1,
        "temp_store": 2,
        "trusted_schema": 0,
    }
    with connection_to(store.path) as connection:
        set_pragmas(connection)
        found = {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted}
    assert found == wanted
    with store.reading() as session:
        found = {name: session.scalar(text(f"PRAGMA {name}")) for name in wanted}
    assert found == wanted
    with store.writing("Đọc cài đặt") as session:
        found = {name: session.scalar(text(f"PRAGMA {name}")) for name in wanted}
    assert found == wanted


def test_nothing_readable_stands_in_the_file(store):
    add_member(store, "Trương Định Quang")
    assert "Trương Định Quang".encode() not in store.path.read_bytes()
