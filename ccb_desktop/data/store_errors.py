"""Known troubles of the store's surroundings, told in the officer's words."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import sqlcipher3.dbapi2 as sqlcipher
from sqlalchemy.exc import DatabaseError

from ccb_desktop.domain.errors import (
    BadFile,
    Damaged,
    DiskFault,
    DiskFull,
    Locked,
    ReadOnly,
    UserError,
)

_SAFE = "Số liệu đã ghi trước đó vẫn nguyên."


@contextmanager
def telling() -> Iterator[None]:
    """Let troubles of disk, medium or file come out as the officer's errors; bugs as they are."""
    try:
        yield
    except (DatabaseError, sqlcipher.DatabaseError) as error:
        known = as_user_error(error)
        if known is error:
            raise
        raise known from error


@contextmanager
def telling_of_files() -> Iterator[None]:
    """The same for what the system says of files and folders."""
    try:
        yield
    except OSError as error:
        if error.errno in _UNFIT:
            raise BadFile(
                f"“{error.filename}” không dùng được làm thư mục số liệu: đó là một tệp, hoặc "
                "tên quá dài. Chưa có gì được ghi. Hãy chọn thư mục khác."
            ) from error
        kind = _SYSTEM.get(error.errno or 0)
        if kind is None:
            raise
        raise kind(next(sentence for _, k, sentence in _KNOWN if k is kind)) from error


def as_user_error(error: Exception) -> Exception:
    """The officer's error for a trouble of disk, medium or file; the error itself for a bug."""
    said = str(getattr(error, "orig", error)).lower()
    for words, kind, sentence in _KNOWN:
        if any(word in said for word in words):
            return kind(sentence)
    return error


_KNOWN: tuple[tuple[tuple[str, ...], type[UserError], str], ...] = (
    (
        ("disk is full",),
        DiskFull,
        f"Chưa ghi được vì ổ đĩa đã đầy. {_SAFE} Xóa bớt tệp không cần trên ổ đĩa rồi ghi lại.",
    ),
    (
        ("readonly database", "unable to open database"),
        ReadOnly,
        f"Chưa ghi được vì thư mục số liệu không cho ghi. {_SAFE} "
        "Nhờ người quản lý máy mở quyền ghi cho thư mục, rồi ghi lại.",
    ),
    (
        ("disk i/o error",),
        DiskFault,
        f"Ổ đĩa báo lỗi khi đọc hoặc ghi số liệu. {_SAFE} "
        "Đóng chương trình, kiểm tra ổ đĩa rồi mở lại; nếu vẫn lỗi, phục hồi từ bản sao lưu.",
    ),
    (
        ("database is locked", "database table is locked"),
        Locked,
        f"Chưa ghi được vì một việc khác đang ghi số liệu. {_SAFE} Chờ việc đó xong rồi ghi lại.",
    ),
    (
        ("malformed", "not a database", "hmac check failed"),
        Damaged,
        "Tệp số liệu bị hỏng ở chỗ vừa đọc. Chương trình không ghi gì thêm vào tệp. "
        "Hãy phục hồi từ bản sao lưu gần nhất (Cài đặt → Sao lưu).",
    ),
)

_UNFIT = (errno.EEXIST, errno.ENOTDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL)
"""What the system says where a name can be no folder."""

_SYSTEM: dict[int, type[UserError]] = {
    errno.ENOSPC: DiskFull,
    getattr(errno, "EDQUOT", errno.ENOSPC): DiskFull,  # Windows knows no quota error
    errno.EFBIG: DiskFull,
    errno.EACCES: ReadOnly,
    errno.EPERM: ReadOnly,
    errno.EROFS: ReadOnly,
    errno.EIO: DiskFault,
}
