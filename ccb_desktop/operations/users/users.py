"""Users of the branch: the first one, more of them, their roles and passwords, and none again."""

import contextlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from ccb_desktop.data.store import Store, WritingSession
from ccb_desktop.data.users import users
from ccb_desktop.data.users.key_ring import (
    OPEN,
    RECOVERY,
    StoreKeys,
    new_ring,
    renamed,
    with_slot,
    without_slot,
)
from ccb_desktop.domain.changes import Beside, Change
from ccb_desktop.domain.errors import Conflict, Invalid, NotSignedIn, UserError
from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.users.duties import Duty, check_duty
from ccb_desktop.domain.users.passwords import check_password
from ccb_desktop.domain.users.recovery_code import read_code
from ccb_desktop.domain.users.users import User, check_user
from ccb_desktop.operations.users import ring_files
from ccb_desktop.operations.users.signing_in import SignedIn, check_own_password

Turn = Callable[[StoreKeys], StoreKeys]


def list_users(store: Store) -> list[User]:
    """All users, the retired ones included; none where one unnamed officer does all."""
    with store.reading() as session:
        return users.list_users(session)


def begin_users(store: Store, first: User, password: str, again: str, code: str) -> Change:
    """Give a branch its first user, who must be chairman, and the printed recovery code.

    From now on the books open by name and password only, and `first` is at work. They are not
    encrypted by that.

    Args:
        store: The open store.
        first: The first user.
        password: His password.
        again: The same, typed a second time.
        code: The recovery code, as it was printed and typed back.

    Raises:
        Invalid: Fields `name`, `roles`, `password`, `again`, `code`.
        Conflict: There are users already.
    """
    check_user(first, [])
    check_password(password, again, first.name)
    printed = read_code(code)
    ring = new_ring()
    mark = f"{users.RING}{_ring_id(ring)}"
    with store.writing(f"Lập người dùng đầu tiên: {first.name}", mark) as session:
        earlier = users.list_users(session)
        if store.keys.ring is not None and not all(one.retired for one in earlier):
            raise Conflict("Sổ này đã có người dùng. Không lập người đầu tiên lần nữa.")
        back = next((one.id for one in earlier if fold(one.name) == fold(first.name)), None)
        for lost in earlier:  # whose keys are gone: nobody can sign in as them
            users.save_user(session, replace(lost, retired=True))
        user = replace(first, id=users.save_user(session, replace(first, id=back)))
        keys = with_slot(ring, RECOVERY, "", printed)
        keys = with_slot(keys, user.id or 0, user.name, password)
        _write(store, keys)
    store.keys, store.user = keys, user
    return session.change


def add_user(store: Store, user: User, password: str, again: str) -> Change:
    """Let one more officer sign in.

    Raises:
        Invalid: Fields `name`, `roles`, `password`, `again`.
        Forbidden: Only the chairman may.
    """
    check_password(password, again, user.name)

    def write(session: WritingSession) -> Turn:
        check_user(user, users.list_users(session))
        own = users.save_user(session, user)
        return lambda keys: with_slot(keys, own, user.name, password)

    return _change(store, f"Thêm người dùng: {user.name}", write)


def save_user(store: Store, user: User) -> Change:
    """Change a user's name or roles, let him go, or take him back.

    Whoever has left opens nothing more; taken back he needs a new password.

    Raises:
        Invalid: Fields `name`, `roles`; nobody else would be chairman.
        Forbidden: Only the chairman may.
    """
    own = user.id or 0

    def write(session: WritingSession) -> Turn:
        others = [one for one in users.list_users(session) if one.id != user.id]
        check_user(user, others)
        users.save_user(session, user)
        if user.retired:
            return lambda keys: without_slot(keys, own)
        return lambda keys: renamed(keys, own, user.name)

    change = _change(store, f"Sửa người dùng: {user.name}", write)
    if store.user is not None and store.user.id == user.id:
        store.user = user
    return change


def set_password(store: Store, user: User, password: str, again: str) -> Change:
    """Give a user another password, as when he has forgotten his own; the history says whose.

    Raises:
        Invalid: Fields `password`, `again`.
        Forbidden: Only the chairman may.
        Conflict: He has left; he is taken back first.
    """
    check_duty(store.user, Duty.USERS)
    if user.retired:
        raise Conflict(
            f"{user.name} đã thôi dùng chương trình nên không cấp mật khẩu. Sổ không đổi. "
            "Cho người ấy dùng lại trước, rồi cấp mật khẩu."
        )
    check_password(password, again, user.name)
    keys = with_slot(store.keys, user.id or 0, user.name, password)
    return _write_keys(store, keys, f"Đặt lại mật khẩu: {user.name}")


def change_own_password(store: Store, old: str, password: str, again: str) -> Change:
    """Give whoever is at work another password.

    Raises:
        Invalid: Fields `old`, also where wrong ones were given too often; `password`, `again`.
        Conflict: The branch has no users.
    """
    user = store.user
    if user is None or user.id is None or store.keys.ring is None:
        raise Conflict("Sổ này chưa có người dùng nên chưa có mật khẩu.")
    try:
        check_own_password(store.folder, store.keys.ring, user.id, old)
    except NotSignedIn as error:
        raise Invalid({"old": str(error)}) from error
    check_password(password, again, user.name)
    keys = with_slot(store.keys, user.id, user.name, password)
    return _write_keys(store, keys, f"Đổi mật khẩu của mình: {user.name}")


def set_password_by_code(
    store: Store, signed: SignedIn, user: User, password: str, again: str
) -> Change:
    """Give a user a new password after the printed code has opened the books; he is at work then.

    Raises:
        Invalid: Fields `password`, `again`.
    """
    if not signed.by_code or user.retired:
        raise Conflict("Chỉ đặt lại mật khẩu bằng mã khôi phục cho người đang làm việc.")
    check_password(password, again, user.name)
    keys = with_slot(store.keys, user.id or 0, user.name, password)
    change = _write_keys(store, keys, f"Đặt lại mật khẩu bằng mã khôi phục: {user.name}")
    store.user = user
    return change


def new_recovery_code(store: Store, code: str) -> Change:
    """Let another printed code open the books; the old one opens nothing more.

    Raises:
        Invalid: Field `code`; it was not typed back right.
        Forbidden: Only the chairman may.
    """
    check_duty(store.user, Duty.USERS)
    keys = with_slot(store.keys, RECOVERY, "", read_code(code))
    return _write_keys(store, keys, "Lập mã khôi phục mới, mã cũ thôi dùng")


def end_users(store: Store) -> Change:
    """Do without users again: the books open without a password, and one officer does all.

    Raises:
        Conflict: The books are encrypted; that is taken off first.
        Forbidden: Only the chairman may.
    """
    check_duty(store.user, Duty.USERS)
    if store.keys.name != OPEN:
        raise Conflict("Sổ đang được mã hóa. Bỏ mã hóa trước, rồi mới thôi dùng mật khẩu.")
    with store.writing("Thôi dùng người dùng và mật khẩu") as session:
        for user in users.list_users(session):
            users.save_user(session, replace(user, retired=True))
    store.keys, store.user = StoreKeys(), None
    ring_files.settle(store.folder, store.keys)
    return session.change


def _change(store: Store, label: str, write: Callable[[WritingSession], Turn]) -> Change:
    """Change users and key ring together; when either fails both are as before."""
    before = store.keys.ring
    with _ring_as_before(store), store.writing(label) as session:
        keys = write(session)(store.keys)
        check_duty(store.user, Duty.USERS)
        _write(store, keys)
    if before is not None:
        store.keys = keys
    return session.change


def _write_keys(store: Store, keys: StoreKeys, label: str) -> Change:
    """Change the key ring; the history says what was done and never the secret."""
    with _ring_as_before(store), store.writing(label, beside=Beside.KEYS) as session:
        _write(store, keys)
    store.keys = keys
    return session.change


@contextmanager
def _ring_as_before(store: Store) -> Iterator[None]:
    """When the block fails, as at the commit on a full disk, the passwords of before hold."""
    try:
        yield
    except BaseException:
        before = store.keys.ring
        with contextlib.suppress(UserError):
            if before is not None and ring_files.read_ring(store.folder) != before:
                ring_files.write_ring(store.folder, before)
        raise


def _ring_id(keys: StoreKeys) -> str:
    return "" if keys.ring is None else keys.ring.id


def _write(store: Store, keys: StoreKeys) -> None:
    if keys.ring is not None:
        ring_files.write_ring(store.folder, keys.ring)
