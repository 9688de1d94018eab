"""Signing in: by name and password, or by the printed recovery code; wrong ones wait."""

import contextlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from ccb_desktop.data.users.key_ring import RECOVERY, KeyRing, opened
from ccb_desktop.data.users.key_ring import StoreKeys as StoreKeys  # windows name it from here
from ccb_desktop.documents.safe_write import write_bytes
from ccb_desktop.domain.errors import NotSignedIn, UserError
from ccb_desktop.domain.people_names import fold
from ccb_desktop.domain.users.passwords import WrongTries
from ccb_desktop.domain.users.recovery_code import read_code
from ccb_desktop.operations.users import ring_files
from ccb_desktop.paths import DataFolder


@dataclass(frozen=True, slots=True)
class SignedIn:
    """Whoever has shown that he may open the books.

    Attributes:
        user_id: Id of the user; 0 where the printed code was given.
        keys: By which the store opens.
    """

    user_id: int
    keys: StoreKeys

    @property
    def by_code(self) -> bool:
        """Whether the printed code was given, so that nobody has his seat yet."""
        return self.user_id == RECOVERY


def names_of(folder: DataFolder) -> list[str]:
    """The names by which one may sign in; none where the branch has no users.

    Raises:
        Damaged: The key ring is damaged, and no backup bears another.
    """
    ring = ring_files.read_ring(folder)
    return [] if ring is None else [slot.name for slot in ring.user_slots]


def sign_in(folder: DataFolder, name: str, password: str, now: datetime | None = None) -> SignedIn:
    """Open the key ring of a folder with a password.

    Raises:
        NotSignedIn: Name or password are wrong, or wrong ones were given too often just now.
        Damaged: The key ring is damaged, and no backup bears another.
    """
    ring = _ring_of(folder)
    owner = _owner_named(ring, name)
    if owner is None:
        raise NotSignedIn(f"Không có người dùng tên “{name}”. Chọn tên trong danh sách.")
    return _try(folder, ring, owner, password, now or datetime.now())


def seconds_to_wait(folder: DataFolder, name: str, now: datetime | None = None) -> int:
    """How long the next try for a name has to wait after wrong ones.

    Args:
        folder: Where the books lie.
        name: Of a user; empty for the printed code.
        now: The moment of the try.

    Raises:
        Damaged: As `names_of`.
    """
    ring = ring_files.read_ring(folder)
    owner = _owner_named(ring, name) if ring is not None and name else RECOVERY
    wrong = _wrong_tries(folder).get(str(owner or RECOVERY), WrongTries())
    return ceil(wrong.wait(now or datetime.now()).total_seconds())


def sign_in_by_code(folder: DataFolder, typed: str, now: datetime | None = None) -> SignedIn:
    """Open the key ring with the printed code; a new password is due then.

    Raises:
        Invalid: The code is mistyped; field `code`.
        NotSignedIn: It is another code, or wrong ones were given too often just now.
    """
    code = read_code(typed)
    return _try(folder, _ring_of(folder), RECOVERY, code, now or datetime.now())


def sign_in_to_file(
    folder: DataFolder, ring: KeyRing, name: str, secret: str, now: datetime | None = None
) -> StoreKeys:
    """Open the key ring of a backup: by a name and password of then, or by the code of then.

    Args:
        folder: Where wrong tries are counted, for the ring of each backup apart.
        ring: As it lies with the backup.
        name: Of a user; empty for the printed code.
        secret: Password or code.
        now: The moment of the try.

    Raises:
        Invalid: The code is mistyped; field `code`.
        NotSignedIn: They do not fit, or wrong ones were given too often just now.
    """
    owner = _owner_or_code(ring, name)
    typed = secret if name else read_code(secret)
    wrong = "Tên, mật khẩu hoặc mã không mở được bản sao lưu này. Thử lại."
    return _opened(folder, _counted(ring, owner), wrong, lambda: opened(ring, owner, typed), now)


def seconds_to_wait_for_file(
    folder: DataFolder, ring: KeyRing, name: str, now: datetime | None = None
) -> int:
    """As `seconds_to_wait`, for the key ring of a backup."""
    wrong = _wrong_tries(folder).get(_counted(ring, _owner_or_code(ring, name)), WrongTries())
    return ceil(wrong.wait(now or datetime.now()).total_seconds())


def check_own_password(
    folder: DataFolder, ring: KeyRing, owner: int, password: str, now: datetime | None = None
) -> None:
    """See that whoever is at work knows his password; wrong ones count as at signing in.

    Raises:
        NotSignedIn: It is wrong, or wrong ones were given too often just now.
    """
    wrong = "Mật khẩu đang dùng chưa đúng."
    _opened(folder, str(owner), wrong, lambda: opened(ring, owner, password), now)


def _owner_or_code(ring: KeyRing, name: str) -> int:
    return (_owner_named(ring, name) if name else None) or RECOVERY


def _counted(ring: KeyRing, owner: int) -> str:
    """Under which name wrong tries of a backup are counted."""
    return f"{ring.id}:{owner}"


def _owner_named(ring: KeyRing, name: str) -> int | None:
    """The user of a name, however it is written."""
    return next((one.owner for one in ring.user_slots if fold(one.name) == fold(name)), None)


def _ring_of(folder: DataFolder) -> KeyRing:
    ring = ring_files.read_ring(folder)
    if ring is None:
        raise NotSignedIn("Sổ này chưa có người dùng nên mở không cần mật khẩu.")
    return ring


def _try(folder: DataFolder, ring: KeyRing, owner: int, secret: str, now: datetime) -> SignedIn:
    what = "Mã khôi phục" if owner == RECOVERY else "Mật khẩu"
    wrong = f"{what} chưa đúng. Xem phím Caps Lock, bộ gõ tiếng Việt rồi gõ lại."
    keys = _opened(folder, str(owner), wrong, lambda: opened(ring, owner, secret), now)
    if not folder.key_ring.exists():
        with contextlib.suppress(UserError):
            ring_files.write_ring(folder, ring)
    return SignedIn(owner, ring_files.settled(folder, keys))


def _opened(
    folder: DataFolder,
    counted: str,
    told: str,
    opening: Callable[[], StoreKeys | None],
    now: datetime | None,
) -> StoreKeys:
    """What a secret opens, when it is not to be waited; a wrong one is counted and told."""
    now = now or datetime.now()
    tries = _wrong_tries(folder)
    wrong = tries.get(counted, WrongTries())
    if wrong.last_at > now:  # the clock was put back: the wait is counted from now on
        wrong = WrongTries(wrong.count, now)
        _note(folder, tries | {counted: wrong})
    wait = wrong.wait(now)
    if wait:
        seconds = round(wait.total_seconds()) or 1
        raise NotSignedIn(f"Đã gõ sai {wrong.count} lần. Chờ {seconds} giây rồi thử lại.")
    keys = opening()
    if keys is None:
        _note(folder, tries | {counted: WrongTries(wrong.count + 1, now)})
        raise NotSignedIn(told)
    if wrong.count:
        _note(folder, {name: one for name, one in tries.items() if name != counted})
    return keys


def _wrong_tries(folder: DataFolder) -> dict[str, WrongTries]:
    try:
        said = json.loads(folder.wrong_tries.read_text("utf-8"))
        return {
            str(owner): WrongTries(int(count), datetime.fromisoformat(last_at).replace(tzinfo=None))
            for owner, (count, last_at) in said.items()
        }
    except (OSError, ValueError, TypeError, AttributeError, OverflowError):
        return {}


def _note(folder: DataFolder, tries: dict[str, WrongTries]) -> None:
    said = {owner: (one.count, one.last_at.isoformat()) for owner, one in tries.items()}
    with contextlib.suppress(UserError, OSError):  # a folder that is read-only keeps no count
        write_bytes(folder.wrong_tries, json.dumps(said).encode())
