"""Known troubles of the store's surroundings, told in the officer's words."""

from sqlalchemy.exc import DatabaseError

from ccb_desktop.domain.errors import Damaged, DiskFull, Locked, ReadOnly, UserError

_SAFE = "Số liệu đã ghi trước đó vẫn nguyên."


def as_user_error(error: DatabaseError) -> Exception:
    """The officer's error for a trouble of disk, medium or file; the error itself for a bug."""
    said = str(error.orig).lower()
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
        DiskFull,
        f"Chưa ghi được vì ổ đĩa báo lỗi khi đọc, ghi. {_SAFE} "
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
