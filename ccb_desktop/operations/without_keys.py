"""Books that have users and lie there without their key ring: refused, and the ways on.

Books that are not encrypted must never be locked out (`data-safety.md`): whoever copied only
the store from a broken PC keeps his ten years. But whoever deletes the ring, or puts that of
other books there, shall not come in as if there had never been users. So they open again in
one way only: with an act in the sealed history that names everybody who was let go. From then
on no old password opens them, also if the ring is put back; it cannot pass unseen.
"""

from dataclasses import replace

from ccb_desktop.data import backup as copies
from ccb_desktop.data import opening
from ccb_desktop.data.store import Store
from ccb_desktop.data.users import users
from ccb_desktop.data.users.key_ring import NO_RING, from_json
from ccb_desktop.domain.changes import Beside
from ccb_desktop.domain.errors import Damaged, KeysLost, NotFound, NotSignedIn
from ccb_desktop.operations import backups, second_place
from ccb_desktop.operations.users import ring_files
from ccb_desktop.paths import DataFolder


def see_that_keys_are_there(folder: DataFolder) -> None:
    """See that books which can be read, and have users, lie with the keys of these.

    Raises:
        KeysLost: They do not.
    """
    known = users.users_of_open_store(folder.store)
    if known is not None and known.names and ring_files.read_ring(folder) is None:
        raise keys_lost(known.names)


def keys_lost(names: list[str]) -> KeysLost:
    """The refusal, with the names of those whose keys are gone."""
    return KeysLost(
        f"Sổ này có người dùng ({', '.join(names)}) nhưng tệp khóa khoa.json của họ không còn, "
        "hoặc là tệp khóa của sổ khác, nên không đăng nhập được. Số liệu vẫn nguyên. Mở chương "
        "trình để tìm lại tệp khóa trong các bản sao lưu, hoặc mở lại sổ và lập người dùng mới."
    )


def look_for_ring(folder: DataFolder) -> None:
    """Look for the key ring: beside the store, in the second place, on sticks; put it back.

    Raises:
        NotFound: None of these books lies there.
    """
    if ring_files.read_ring(folder) is not None:  # somebody has put it there by hand
        return
    for place in second_place.known_places(folder):
        for backup in copies.list_backups(place):
            if backup.ring is not None and _take(folder, backup.ring):
                return
    raise NotFound(
        "Không thấy tệp khóa của sổ này ở nơi sao lưu nào đang cắm vào máy. Số liệu vẫn nguyên. "
        "Cắm USB sao lưu khác rồi tìm lại, hoặc chép khoa.json trở lại thư mục số liệu."
    )


def _take(folder: DataFolder, said: object) -> bool:
    known = users.users_of_open_store(folder.store)
    try:
        ring = from_json(said)
    except Damaged:
        return False
    if known is None or not known.ring_id or ring.id != known.ring_id:
        return False
    ring_files.write_ring(folder, replace(ring, present="", coming=None))
    return True


def open_anew(folder: DataFolder) -> Store:
    """Open books whose keys are lost for one unnamed officer; all users are let go by that.

    The history tells it, in an act that cannot be undone.

    Raises:
        NotSignedIn: Their keys are there; nothing was changed.
        Otherwise as `operations.branch.open_branch`.
    """
    store = opening.open_store(folder, backups.back_up_before_upgrade, NO_RING)
    try:
        if ring_files.read_ring(folder) is not None:
            raise NotSignedIn(
                "Tệp khóa của sổ này vẫn còn nên sổ mở bằng mật khẩu. Số liệu vẫn nguyên. Hãy "
                "đăng nhập."
            )
        _let_all_go(store)
    except BaseException:
        store.close()
        raise
    return store


def _let_all_go(store: Store) -> None:
    with store.reading() as session:
        active = [one for one in users.list_users(session) if not one.retired]
    names = ", ".join(one.name for one in active)
    label = f"Mở lại sổ không cần mật khẩu vì mất tệp khóa; thôi dùng: {names}"
    with store.writing(label, beside=Beside.KEYS) as session:
        for one in active:
            users.save_user(session, replace(one, retired=True))
