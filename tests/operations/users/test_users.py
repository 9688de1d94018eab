"""Users sign in, do what is their duty, are changed, let go, and locked out of nothing by us."""

from dataclasses import replace

import pytest

from ccb_desktop.data.store import WritingSession
from ccb_desktop.domain.errors import Conflict, DiskFull, Forbidden, Invalid, NotSignedIn
from ccb_desktop.domain.users.recovery_code import new_code
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.operations.backups import back_up_here
from ccb_desktop.operations.branch import open_branch, save_branch, take_seat, user_of
from ccb_desktop.operations.checking import check
from ccb_desktop.operations.protection import encrypt, take_encryption_off
from ccb_desktop.operations.undo import list_actions, undo
from ccb_desktop.operations.users import users
from ccb_desktop.operations.users.signing_in import names_of, sign_in, sign_in_by_code
from tests.books import add_member, add_unit
from tests.conftest import BRANCH
from tests.ledger import open_fund
from tests.office import CHAIRMAN, CLERK, CODE, PASSWORD, TREASURER, seat_officers, signed


@pytest.fixture
def seated(data_folder):
    with open_branch(data_folder) as store:
        seat_officers(store, CLERK, TREASURER)
    return data_folder


def test_without_users_nobody_is_asked(data_folder):
    assert names_of(data_folder) == []
    with open_branch(data_folder) as store:
        assert store.user is None
        add_unit(store)


def test_with_users_the_books_open_only_for_them(seated):
    assert names_of(seated) == [CHAIRMAN.name, CLERK.name, TREASURER.name]
    with pytest.raises(NotSignedIn):
        open_branch(seated)
    with open_branch(seated, signed(seated, CLERK)) as store:
        assert store.user.name == CLERK.name


def test_each_does_what_is_his_duty_and_the_history_tells_who(seated):
    with open_branch(seated, signed(seated, CLERK)) as store:
        unit = add_unit(store)
        add_member(store, "Trần Văn An", unit)
        with pytest.raises(Forbidden, match="việc của Thủ quỹ"):
            open_fund(store, "Quỹ nghĩa tình", cash=100_000)
        assert list_actions(store)[0].done_by == CLERK.name
        take_seat(store, signed(seated, TREASURER))
        open_fund(store, "Quỹ nghĩa tình", cash=100_000)
        with pytest.raises(Forbidden):
            add_member(store, "Lê Văn Bình", unit)
        with pytest.raises(Forbidden):
            save_branch(store, replace(BRANCH, place="An Thái"))
        assert list_actions(store)[0].done_by == TREASURER.name


def test_only_the_chairman_changes_users(seated):
    other = User(name="Người xem", roles=frozenset({Role.READER}))
    before = seated.key_ring.read_bytes()
    with open_branch(seated, signed(seated, CLERK)) as store:
        clerk = store.user
        for act in (
            lambda: users.add_user(store, other, "một câu nào đó", "một câu nào đó"),
            lambda: users.save_user(store, replace(clerk, roles=frozenset(Role))),
            lambda: users.set_password(store, clerk, "một câu nào đó", "một câu nào đó"),
            lambda: users.new_recovery_code(store, new_code()),
            lambda: users.end_users(store),
        ):
            with pytest.raises(Forbidden):
                act()
        assert len(users.list_users(store)) == 3
    assert seated.key_ring.read_bytes() == before


def test_a_user_is_renamed_let_go_and_taken_back(seated):
    with open_branch(seated, signed(seated)) as store:
        clerk = next(one for one in users.list_users(store) if one.name == CLERK.name)
        users.save_user(store, replace(clerk, name="Văn phòng Hội"))
        assert sign_in(seated, "van phong hoi", PASSWORD[CLERK.name]).user_id == clerk.id
        users.save_user(store, replace(clerk, retired=True))
        with pytest.raises(NotSignedIn):
            sign_in(seated, "Văn phòng Hội", PASSWORD[CLERK.name])
        users.save_user(store, clerk)
        users.set_password(store, clerk, "câu mới của tôi", "câu mới của tôi")
        assert sign_in(seated, CLERK.name, "câu mới của tôi").user_id == clerk.id


def test_a_chairman_always_stays(seated):
    with open_branch(seated, signed(seated)) as store, pytest.raises(Invalid):
        users.save_user(store, replace(store.user, roles=frozenset({Role.CLERK})))


def test_each_changes_his_own_password(seated):
    with open_branch(seated, signed(seated, TREASURER)) as store:
        with pytest.raises(Invalid) as refused:
            users.change_own_password(store, "sai rồi", "câu mới của tôi", "câu mới của tôi")
        assert set(refused.value.fields) == {"old"}
        word = PASSWORD[TREASURER.name]
        for _ in range(2):
            with pytest.raises(Invalid, match="chưa đúng"):
                users.change_own_password(store, "sai rồi", "câu mới của tôi", "câu mới của tôi")
        with pytest.raises(Invalid, match="Đã gõ sai 3 lần"):
            users.change_own_password(store, word, "câu mới của tôi", "câu mới của tôi")
        store.folder.wrong_tries.unlink()
        users.change_own_password(store, word, "câu mới của tôi", "câu mới của tôi")
    with pytest.raises(NotSignedIn):
        signed(seated, TREASURER)
    assert sign_in(seated, TREASURER.name, "câu mới của tôi")


def test_the_printed_code_gives_a_new_password(seated):
    found = sign_in_by_code(seated, CODE.lower())
    with open_branch(seated, found) as store:
        chairman = users.list_users(store)[0]
        users.set_password_by_code(store, found, chairman, "câu mới của tôi", "câu mới của tôi")
        assert store.user == chairman
        fresh = new_code()
        users.new_recovery_code(store, fresh)
    with pytest.raises(NotSignedIn):
        sign_in_by_code(seated, CODE)
    assert sign_in(seated, CHAIRMAN.name, "câu mới của tôi")
    assert sign_in_by_code(seated, fresh)


def test_acts_on_users_are_not_undone(seated):
    with open_branch(seated, signed(seated)) as store:
        for action in list_actions(store):
            if "users" in action.kinds:
                with pytest.raises(Conflict, match="Người dùng"):
                    undo(store, action.id)


def test_the_history_tells_who_gave_whom_another_password_and_never_which(seated):
    word, code = "một câu mới tinh", new_code()
    with open_branch(seated, signed(seated)) as store:
        clerk = users.list_users(store)[1]
        done = [
            users.set_password(store, clerk, word, word),
            users.change_own_password(store, PASSWORD[CHAIRMAN.name], word, word),
            users.new_recovery_code(store, code),
        ]
        encrypt(store)
        take_encryption_off(store)
        told = list_actions(store)[:5]
        assert [(one.label, one.done_by) for one in reversed(told)] == [
            (f"Đặt lại mật khẩu: {CLERK.name}", CHAIRMAN.name),
            (f"Đổi mật khẩu của mình: {CHAIRMAN.name}", CHAIRMAN.name),
            ("Lập mã khôi phục mới, mã cũ thôi dùng", CHAIRMAN.name),
            ("Mã hóa sổ", CHAIRMAN.name),
            ("Bỏ mã hóa sổ", CHAIRMAN.name),
        ]
        assert [one.action_id for one in done] == [one.id for one in reversed(told)][:3]
        for one in told:
            assert not one.can_be_undone
            assert "Người dùng" in one.why_not
            with pytest.raises(Conflict, match="Người dùng"):
                undo(store, one.id)
        assert check(store, deep=True)["findings"] == []
        with store.raw_reading() as connection:
            lines = connection.execute("SELECT before, after FROM record_changes").fetchall()
        written = str([*lines, *(one.label for one in list_actions(store))])
    assert not [secret for secret in (word, code, code.replace("-", "")) if secret in written]


def test_the_code_on_paper_leaves_its_line_too(seated):
    found = sign_in_by_code(seated, CODE)
    with open_branch(seated, found) as store:
        users.set_password_by_code(store, found, users.list_users(store)[1], *["câu khác hẳn"] * 2)
        assert list_actions(store)[0].label.endswith(f"bằng mã khôi phục: {CLERK.name}")


def test_the_branch_can_do_without_users_again(seated):
    with open_branch(seated, signed(seated)) as store:
        users.end_users(store)
        assert store.user is None
        add_unit(store)
    assert not seated.key_ring.exists()
    with open_branch(seated) as store:
        seat_officers(store)
    with open_branch(seated, signed(seated)) as store:
        assert store.user.name == CHAIRMAN.name


@pytest.mark.parametrize("has_second", [True, False])
def test_a_ring_that_is_gone_comes_back_from_among_the_backups(seated, has_second):
    with open_branch(seated, signed(seated)) as store:
        back_up_here(store)
    for spoilt in (None, b"", b"{}"):
        seated.key_ring.unlink()
        if not has_second:
            seated.second_key_ring.unlink(missing_ok=True)
        if spoilt is not None:
            seated.key_ring.write_bytes(spoilt)
        with pytest.raises(NotSignedIn):
            open_branch(seated)
        with open_branch(seated, signed(seated)) as store:
            assert store.user.name == CHAIRMAN.name
        assert names_of(seated)


def test_keys_left_over_with_the_backups_lock_nobody_out(seated):
    """Once there are no users, their ring in older backups asks nobody for a password."""
    with open_branch(seated, signed(seated)) as store:
        encrypt(store)
        save_branch(store, replace(BRANCH, place="An Thái"))
        back_up_here(store)
        take_encryption_off(store)
        users.end_users(store)
    assert names_of(seated) == []
    open_branch(seated).close()


def test_whoever_has_left_gets_nothing_by_an_old_ring(seated):
    old = seated.key_ring.read_bytes()
    with open_branch(seated, signed(seated)) as store:
        clerk = next(u for u in users.list_users(store) if u.name == CLERK.name)
        users.save_user(store, replace(clerk, retired=True))
        with pytest.raises(Conflict, match="thôi dùng"):
            users.set_password(
                store, replace(clerk, retired=True), "một câu khác hẳn", "một câu khác hẳn"
            )
    seated.key_ring.write_bytes(old)
    with pytest.raises(NotSignedIn):
        user_of(seated, signed(seated, CLERK))


def test_what_fails_at_the_commit_leaves_the_passwords_as_they_were(seated, monkeypatch):
    def fails(_session):
        raise DiskFull("Ổ đĩa đã đầy.")

    with open_branch(seated, signed(seated)) as store:
        clerk = next(u for u in users.list_users(store) if u.name == CLERK.name)
        with monkeypatch.context() as patch:
            patch.setattr(WritingSession, "commit", fails)
            with pytest.raises(DiskFull):
                users.save_user(store, replace(clerk, retired=True))
    with open_branch(seated, signed(seated, CLERK)) as store:
        assert store.user == clerk
