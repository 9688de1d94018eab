"""Puts a finished, checked file or folder in place of the old one: whole or not at all."""

import contextlib
import errno
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from ccb_desktop.domain.errors import (
    DiskFull,
    FileInUse,
    Invalid,
    NotFound,
    ReadOnly,
    UserError,
)
from ccb_desktop.paths import flush_folder

PATIENCE_SECONDS = 2.5
"""How long a target held by another program is tried again."""

_PAUSE_SECONDS = 0.1
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}  # Windows knows no quota error
_REFUSED = {errno.EACCES, errno.EPERM, errno.EROFS, errno.EEXIST, errno.ENOTDIR}
_TEMPORARY = re.compile(r"\.ccb-dang-ghi-(\d+)-[0-9a-f]{8}(\.[a-z]+(-journal)?)?")

_EXCHANGE = ".ccb-dang-thay"

Check = Callable[[Path], None]
"""Opens a written file again and raises what it finds wrong."""


@contextmanager
def replacing(target: Path, check: Check | None = None) -> Iterator[Path]:
    """A temporary path beside the target; what the block writes to it becomes the target.

    The file is flushed to the disk and checked before it takes the target's place, so the
    target is at every moment the old file or the new one. When anything fails, the old file
    is as it was and the temporary one is gone.

    Raises:
        FileInUse: Another program holds the target, for longer than is worth waiting.
        DiskFull: There is no room for it.
        ReadOnly: The folder or medium cannot be written to.
        NotFound: The folder is not there (any more).
        Invalid: A folder has the target's name; field `out`.
    """
    temporary = target.with_name(_temporary_name(target.suffix))
    try:
        with _telling(target):
            if target.is_dir():
                raise Invalid({"out": f"“{target.name}” là tên thư mục. Hãy chọn tên khác."})
            yield temporary
            _flush(temporary)
            if check is not None:
                check(temporary)
            _put_in_place(temporary, target)
            flush_folder(target.parent)
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)


@contextmanager
def replacing_folder(target: Path, last: str, check: Check | None = None) -> Iterator[Path]:
    """A temporary folder beside the target; what the block writes into it becomes the target.

    As `replacing`, for a folder of files without folders in it. Its files are moved one by one,
    for some drivers of sticks lose what is in a folder that is renamed; the one named `last`,
    without which the others are nothing, comes last. An older folder of that name stays under
    another name until the new one is in its place and was read there.

    Raises:
        FileInUse, DiskFull, ReadOnly, NotFound: As `replacing`.
        Invalid: A file has the target's name; field `out`.
    """
    temporary = target.with_name(_temporary_name(""))
    try:
        with _telling(target):
            if target.is_file():
                raise Invalid({"out": f"“{target.name}” là tên tệp. Hãy chọn tên khác."})
            temporary.mkdir()
            yield temporary
            for file in temporary.iterdir():
                _flush(file)
            flush_folder(temporary)
            if check is not None:
                check(temporary)
            _exchange_folders(temporary, target, last, check)
            flush_folder(target.parent)
    finally:
        shutil.rmtree(temporary, ignore_errors=True)


@contextmanager
def temporary_folder(parent: Path) -> Iterator[Path]:
    """A folder for work that leaves nothing behind; after a crash the next start removes it.

    Raises:
        DiskFull, ReadOnly, NotFound: The folder around it cannot take it.
    """
    place = parent / _temporary_name("")
    try:
        with _telling(place):
            place.mkdir(parents=True)
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _exchange_folders(new: Path, target: Path, last: str, check: Check | None) -> None:
    """Put the new files into the target; whatever fails, the old ones are there again."""
    old = target.with_name(f"{target.name}_cu-{secrets.token_hex(2)}")
    names = sorted(_names_in(new), key=lambda name: name == last)
    _note_exchange(new, [target.name, old.name, *names])
    try:
        if target.exists():
            _move_files(target, old, sorted(_names_in(target), key=lambda name: name != last))
        _move_files(new, target, names)
        flush_folder(target)
        if check is not None:
            check(target)
    except BaseException:
        with contextlib.suppress(OSError):
            _take_back(new, target, old, names)
        raise
    shutil.rmtree(old, ignore_errors=True)


def _names_in(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def _move_files(source: Path, target: Path, names: Sequence[str]) -> None:
    target.mkdir(exist_ok=True)
    for name in names:
        _put_in_place(source / name, target / name)


def _take_back(new: Path, target: Path, old: Path, names: Sequence[str]) -> None:
    """Put the old files back where they were; `names` are the new ones, the last one last."""
    waiting = set(_names_in(new))
    for name in names:
        if name not in waiting:
            (target / name).unlink(missing_ok=True)
    if old.exists():
        _move_files(old, target, sorted(_names_in(old), key=lambda name: name == names[-1]))
        old.rmdir()
    if target.is_dir() and not _names_in(target):
        target.rmdir()


def _note_exchange(new: Path, lines: Sequence[str]) -> None:
    """Note in the new folder what takes whose place, for a start after a crash."""
    note = new / _EXCHANGE
    note.write_text("\n".join(lines), encoding="utf-8")
    _flush(note)
    flush_folder(new)


def _end_exchange(new: Path) -> None:
    """End an exchange in whose midst a program died: the new files all are there, or the old."""
    note = new / _EXCHANGE
    noted = note.read_text("utf-8", "replace").splitlines() if note.is_file() else []
    if len(noted) < 3 or not all(map(_is_plain_name, noted)):
        return  # it died before it moved anything
    target, old, names = new.with_name(noted[0]), new.with_name(noted[1]), noted[2:]
    if set(names).intersection(_names_in(new)):
        _take_back(new, target, old, names)
    else:
        shutil.rmtree(old, ignore_errors=True)


def _is_plain_name(name: str) -> bool:
    return name == Path(name).name and name not in ("", "..") and name.isprintable()


def write_bytes(target: Path, content: bytes, check: Check | None = None) -> None:
    """Put a file of this content in place; errors as `replacing`."""
    with replacing(target, check) as temporary:
        temporary.write_bytes(content)


def remove_left_overs(folder: Path, *, own: bool = False) -> int:
    """Remove the temporary files of programs that ended in the midst of writing.

    A folder that one was exchanging holds its new files afterwards, or its old ones.

    Args:
        folder: Where to look; one that is not there has none.
        own: Whether those of this program are removed as well, which must not be writing there:
            a stick that was pulled out comes back with what could not be removed.

    Returns:
        How many were removed.
    """
    removed = 0
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            found = _TEMPORARY.fullmatch(file.name)
            is_own = found is not None and own and int(found[1]) == os.getpid()
            if found and (is_own or not psutil.pid_exists(int(found[1]))):
                with contextlib.suppress(OSError):
                    if file.is_dir():
                        _end_exchange(file)
                        shutil.rmtree(file)
                    else:
                        file.unlink()
                    removed += 1
    return removed


def _temporary_name(ending: str) -> str:
    """The process stands in it, so that nobody removes what is still being written."""
    kept = ending.lower() if re.fullmatch(r"\.[A-Za-z]+", ending) else ""
    return f".ccb-dang-ghi-{os.getpid()}-{secrets.token_hex(4)}{kept}"


def _flush(file: Path) -> None:
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def _put_in_place(temporary: Path, target: Path) -> None:
    """Replace the target, trying again for a while where another program holds it."""
    give_up_at = time.monotonic() + PATIENCE_SECONDS
    while True:
        try:
            os.replace(temporary, target)  # noqa: PTH105 (tests hold the target by this name)
        except PermissionError as error:
            if time.monotonic() >= give_up_at:
                raise FileInUse(
                    f"Không ghi được “{target.name}” vì tệp đang mở trong Excel, Word hoặc "
                    "chương trình khác. Tệp cũ còn nguyên. Hãy đóng tệp đó rồi làm lại, "
                    "hoặc ghi với tên khác."
                ) from error
            time.sleep(_PAUSE_SECONDS)
        else:
            return


@contextmanager
def _telling(target: Path) -> Iterator[None]:
    """Turn what the system says into what an officer can mend."""
    try:
        yield
    except OSError as error:
        raise _sentence(error, target) from error


def _sentence(error: OSError, target: Path) -> UserError:
    folder = target.parent
    if error.errno in _FULL:
        return DiskFull(
            f"Ổ đĩa chứa “{folder}” đã đầy nên chưa ghi được “{target.name}”. Số liệu và tệp "
            "cũ còn nguyên. Hãy xóa bớt tệp không cần hoặc chọn nơi khác rồi làm lại."
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR) or not folder.is_dir():
        return NotFound(
            f"Không thấy thư mục “{folder}” (có thể USB đã rút ra). Số liệu trong máy còn "
            "nguyên. Hãy cắm lại USB hoặc chọn thư mục khác rồi làm lại."
        )
    if error.errno in (errno.ENAMETOOLONG, errno.EINVAL):
        return Invalid({"out": f"Tên tệp “{target.name}” không dùng được. Hãy đặt tên ngắn hơn."})
    if error.errno == errno.EPERM:  # so some drivers of sticks tell that they are full
        return ReadOnly(
            f"Không ghi được vào “{folder}” (thư mục hoặc USB chỉ cho đọc, hoặc USB đã đầy). Số "
            "liệu và tệp cũ còn nguyên. Hãy xóa bớt tệp ở đó, hoặc chọn nơi khác rồi làm lại."
        )
    if error.errno in (errno.EACCES, errno.EROFS):
        return ReadOnly(
            f"Không được phép ghi vào “{folder}” (thư mục hoặc USB chỉ cho đọc). Số liệu và tệp "
            "cũ còn nguyên. Hãy chọn thư mục khác rồi làm lại."
        )
    return ReadOnly(
        f"Ổ đĩa chứa “{folder}” báo lỗi khi ghi “{target.name}”. Số liệu và tệp cũ còn nguyên. "
        "Hãy chọn nơi khác rồi làm lại; nếu là USB, hãy thử USB khác."
    )


def make_folder(folder: Path) -> None:
    """Make a folder for files that leave, where it is missing.

    Raises:
        ReadOnly: The system does not let it be made, or a file stands where a folder should.
        NotFound: What it shall lie in is not there, such as a stick.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        if error.errno in _REFUSED:
            raise ReadOnly(
                f"Không tạo được thư mục {folder}. Số liệu vẫn nguyên. Hãy chọn thư mục khác."
            ) from error
        raise NotFound(
            f"Không thấy nơi để tạo thư mục {folder} (có thể USB đã rút ra). Số liệu vẫn nguyên. "
            "Hãy cắm lại USB hoặc chọn thư mục khác rồi làm lại."
        ) from error
