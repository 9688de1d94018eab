"""Books that were restored say so in their own history, and the officer hears it once."""

import pytest

from ccb_desktop.domain.changes import Beside
from ccb_desktop.domain.errors import Conflict, Forbidden
from ccb_desktop.operations import backups, damage
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.checking import check
from ccb_desktop.operations.starting import look_at_start
from ccb_desktop.operations.undo import list_actions, undo
from ccb_desktop.operations.users.signing_in import sign_in_by_code
from tests.books import add_unit
from tests.office import CHAIRMAN, CLERK, CODE, seat_officers, signed


@pytest.fixture
def seated(data_folder):
    """Books with users and two backups, of which the older lacks an act."""
    with open_branch(data_folder) as store:
        seat_officers(store, CLERK)
        backups.back_up_here(store)
    with open_branch(data_folder, signed(data_folder, CLERK)) as store:
        add_unit(store)
        backups.back_up_here(store)
    return data_folder


def newest_and_older(folder):
    newest, older, *_rest = backups.list_backups(folder)
    return newest.path, older.path


def told(folder, who=CHAIRMAN):
    """The newest act of the books as they are opened now, and what the officer hears, twice."""
    with open_branch(folder, signed(folder, who)) as store:
        action = list_actions(store)[0]
        return action, look_at_start(store).restored, look_at_start(store).restored


def test_a_restore_is_an_act_of_the_books_that_came_back(seated):
    _newest, older = newest_and_older(seated)
    with open_branch(seated, signed(seated)) as store:
        user, keys = store.user, store.keys
    backups.restore(seated, older, keys, by=user)
    action, heard, again = told(seated, CLERK)
    assert Beside.RESTORE in action.kinds
    assert action.label.startswith("Phục hồi bản sao lưu lúc ")
    assert action.label.endswith(f"người phục hồi: {CHAIRMAN.name}")
    assert "Trước khi phục hồi" in action.why_not
    assert heard.startswith("Đã phục hồi")
    assert again == ""
    with open_branch(seated, signed(seated)) as store:
        assert [one.label for one in list_actions(store)].count(action.label) == 1
        assert check(store, deep=True)["findings"] == []
        with pytest.raises(Conflict, match="không hoàn tác"):
            undo(store, action.id)


@pytest.mark.parametrize("spoil", [lambda file: file.unlink(), lambda file: file.write_bytes(b"")])
def test_when_the_books_are_gone_who_signed_in_is_told(seated, spoil):
    newest, _older = newest_and_older(seated)
    spoil(seated.store)
    damage.restore(seated, newest, signed(seated, CLERK))
    action, heard, _again = told(seated)
    assert action.label.endswith(f"người phục hồi: {CLERK.name}")
    assert ("thay sổ bị hỏng" in action.label) is ("không bị xóa" in heard)


def test_an_older_backup_is_the_chairmans_to_choose(seated):
    newest, older = newest_and_older(seated)
    seated.store.unlink()
    with pytest.raises(Forbidden, match="Chủ tịch"):
        damage.restore(seated, older, signed(seated, CLERK))
    assert not seated.store.exists()
    damage.restore(seated, older, signed(seated))
    assert told(seated)[0].label.endswith(CHAIRMAN.name)
    seated.store.unlink()
    damage.restore(seated, newest, sign_in_by_code(seated, CODE))
    assert "người có mã khôi phục" in told(seated)[0].label


def test_what_cannot_be_entered_now_is_entered_at_the_next_opening(data_folder, monkeypatch):
    with open_branch(data_folder) as store:
        file = backups.back_up_here(store).path
    backups.restore(data_folder, file)
    notes = data_folder.backup_notes.read_bytes()
    with open_branch(data_folder) as store:
        assert Beside.RESTORE in list_actions(store)[0].kinds
    data_folder.backup_notes.write_bytes(notes[: len(notes) // 2])
    with open_branch(data_folder) as store:
        assert look_at_start(store).restored == ""
