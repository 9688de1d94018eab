"""Set up a branch and change its settings and code lists."""

import contextlib
from collections.abc import Callable
from dataclasses import replace

from ccb_desktop.data import opening, settings
from ccb_desktop.data.members.bulk import take_off_tag
from ccb_desktop.data.store import Store as Store  # windows and commands name it from here
from ccb_desktop.data.users import users
from ccb_desktop.data.users.key_ring import NO_RING, StoreKeys
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import TAG, Code, free_code, starting_codes
from ccb_desktop.domain.errors import Conflict, Invalid, NotSignedIn, ReadOnly, UserError
from ccb_desktop.domain.register.numbering import first_year_of
from ccb_desktop.domain.users.users import User
from ccb_desktop.operations import backups
from ccb_desktop.operations.holidays import add_announced_in
from ccb_desktop.operations.left_overs import clear_up
from ccb_desktop.operations.restore_notes import enter_restore
from ccb_desktop.operations.users import ring_files
from ccb_desktop.operations.users.signing_in import SignedIn
from ccb_desktop.operations.visits.commemorative import add_starting_days_in
from ccb_desktop.operations.without_keys import keys_lost
from ccb_desktop.paths import DataFolder


def start_branch(
    folder: DataFolder, branch: Branch, fill: Callable[[Store], None] | None = None
) -> Store:
    """Make the books of a new branch in an empty folder and open them.

    Args:
        folder: Where no books are yet.
        branch: Whose books they are.
        fill: Writes what the books shall hold from the start; when it fails there are none.

    Raises:
        Conflict: The folder holds a store already.
        Invalid: The branch has no name.
    """
    check_branch(branch)

    def write_branch(store: Store) -> None:
        with store.writing("Lập sổ của Hội") as session:
            settings.save_branch(session, branch)
            for code in starting_codes():
                settings.save_code(session, code)
            add_announced_in(session)
            add_starting_days_in(session)
        if fill is not None:
            fill(store)

    return opening.create_store(folder, write_branch)


def open_branch(
    folder: DataFolder, signed: SignedIn | None = None, *, leave_large_unchecked: bool = False
) -> Store:
    """Open the books in a folder; see `data.opening.open_store` for what can go wrong.

    Args:
        folder: Where they lie.
        signed: Who opens them, where the branch has users.
        leave_large_unchecked: A large store is not read whole at once; the window, which
            asks for this, has `operations.checking.check_opened` done by its worker.

    Raises:
        NotSignedIn: They open for a user only, and nobody signed in.
        KeysLost: As `take_seat`.
    """
    clear_up(folder)
    store = opening.open_store(
        folder,
        backups.back_up_before_upgrade,
        _keys(folder, signed),
        leave_large_unchecked=leave_large_unchecked,
    )
    seated = _seated(store, signed)
    enter_restore(seated)
    return seated


def view_branch(folder: DataFolder, signed: SignedIn | None = None) -> Store:
    """Open the books for reading where they cannot be written to, or are newer than we."""
    return _seated(opening.open_for_viewing(folder, _keys(folder, signed)), signed)


def read_branch(
    folder: DataFolder, signed: SignedIn | None = None, *, leave_large_unchecked: bool = False
) -> Store:
    """Open the books for a look or a paper; where the folder is read-only they are viewed.

    Raises:
        As `open_branch`, except `ReadOnly`.
    """
    with contextlib.suppress(ReadOnly):
        return open_branch(folder, signed, leave_large_unchecked=leave_large_unchecked)
    return view_branch(folder, signed)


def user_of(folder: DataFolder, signed: SignedIn | None) -> User | None:
    """Whoever signed in, as the books know him; nobody where they cannot be read any more.

    Raises:
        NotSignedIn: The books have users, and this is none of them any more.
    """
    try:
        with read_branch(folder, signed) as store:
            return store.user
    except NotSignedIn:
        raise
    except UserError:
        return None


def _keys(folder: DataFolder, signed: SignedIn | None) -> StoreKeys:
    if signed is not None:
        return signed.keys
    if ring_files.is_encrypted(folder):
        raise NotSignedIn(_SIGN_IN)
    return NO_RING


def _seated(store: Store, signed: SignedIn | None) -> Store:
    """Let whoever signed in take his seat; a store that he must not open is closed again."""
    try:
        take_seat(store, signed)
    except BaseException:
        store.close()
        raise
    return store


def take_seat(store: Store, signed: SignedIn | None) -> None:
    """Let somebody who signed in be the one at work in open books.

    Raises:
        NotSignedIn: The books have users, and this is none of them any more.
        KeysLost: They have users, and the keys that were given are of other books, or none of
            theirs are left; see `operations.without_keys` for the ways on.
    """
    with store.reading() as session:
        active = {user.id: user for user in users.list_users(session) if not user.retired}
        ring_id = users.ring_of_books(session)
    if not active:
        store.user, store.keys = None, store.keys if store.keys.name else NO_RING
    elif signed is None:
        if store.keys.ring is None and ring_files.read_ring(store.folder) is None:
            raise keys_lost([user.name for user in active.values()])
        raise NotSignedIn(_SIGN_IN)
    elif signed.keys.ring is None or ring_id not in ("", signed.keys.ring.id):
        raise keys_lost([user.name for user in active.values()])
    elif signed.by_code:
        store.user = None
    elif signed.user_id in active:
        store.user = active[signed.user_id]
    else:
        raise NotSignedIn(
            "Người dùng này đã thôi làm việc với sổ nên không mở được nữa. Số liệu vẫn nguyên. "
            "Nhờ Chủ tịch đăng nhập và cấp lại mật khẩu."
        )


_SIGN_IN = (
    "Sổ này mở bằng tên và mật khẩu của người dùng. Số liệu vẫn an toàn. Hãy đăng nhập rồi mở lại."
)


def has_branch(folder: DataFolder) -> bool:
    """Whether the folder holds the books of a branch, or held them: nothing new may begin."""
    return opening.has_store(folder)


def load_branch(store: Store) -> Branch:
    """The branch with its choices."""
    with store.reading() as session:
        return settings.load_branch(session)


def save_branch(store: Store, branch: Branch) -> Change:
    """Keep the branch and its choices.

    Raises:
        Invalid: The branch has no name.
    """
    check_branch(branch)
    with store.writing("Sửa thông tin của Hội") as session:
        settings.save_branch(session, branch)
    return session.change


def check_branch(branch: Branch) -> None:
    """See that papers can name the branch, and number documents as it has chosen.

    Raises:
        Invalid: A name is missing; fields `name`, `parent`, `place`, or `term` where documents
            are numbered by it.
    """
    sentences = {
        "name": "Ghi tên của Hội, ví dụ: Hội CCB phường An Lạc.",
        "parent": "Ghi tên Hội cấp trên, như in ở góc trái văn bản.",
        "place": "Ghi địa danh để in trước ngày tháng trên văn bản, ví dụ: An Lạc.",
    }
    empty = {name: s for name, s in sentences.items() if not getattr(branch, name).strip()}
    if branch.number_by_term and first_year_of(branch.term) is None:
        empty["term"] = "Ghi nhiệm kỳ, ví dụ 2025-2030, vì văn bản đánh số theo nhiệm kỳ."
    if empty:
        raise Invalid(empty)


def list_codes(store: Store, list_name: str | None = None) -> list[Code]:
    """The entries of one code list, or of all."""
    with store.reading() as session:
        return settings.list_codes(session, list_name)


def save_code(store: Store, code: Code, form_id: str | None = None) -> Change:
    """Add, rename, retire or bring back an entry of a code list.

    A new entry gets a code of its own; records keep it when the label changes.

    Raises:
        Invalid: The label is empty or stands in the list already.
    """
    label = code.label.strip()
    with store.writing(f"Sửa danh mục: {label}", form_id) as session:
        others = [c for c in settings.list_codes(session, code.list_name) if c.id != code.id]
        if not label or any(other.label.casefold() == label.casefold() for other in others):
            raise Invalid({"label": "Tên mục còn trống hoặc đã có trong danh mục."})
        if code.id is None:
            place = max((other.position for other in others), default=-1) + 1
            code = replace(code, code=code.code or free_code(label, others), position=place)
        settings.save_code(session, replace(code, label=label))
    return session.change


def remove_code(store: Store, code: Code) -> Change:
    """Remove an entry that the officer had added; a tag is taken off whoever bears it.

    Raises:
        Conflict: The entry came with the program, or a visit or a death keeps it; it can
            only be retired.
    """
    if code.built_in:
        raise Conflict("Mục này có sẵn trong chương trình, chỉ có thể thôi dùng, không xóa được.")
    with store.writing(f"Xóa khỏi danh mục: {code.label}") as session:
        if settings.is_code_kept(session, code.list_name, code.code):
            raise Conflict(
                f"Đã có sổ ghi “{code.label}” nên không xóa mục này được. Danh mục không đổi. "
                "Chọn “Thôi dùng” để từ nay không hiện ra nữa; sổ cũ vẫn giữ nguyên."
            )
        if code.id is not None:
            settings.delete_code(session, code.id)
        if code.list_name == TAG:
            take_off_tag(session, code.code)
    return session.change
