"""What the records and fields of users are called, on screens and in the history."""

from collections.abc import Mapping

from ccb_desktop.domain.changes import Beside
from ccb_desktop.domain.users.users import Role

ROLE: Mapping[Role, str] = {
    Role.CHAIRMAN: "Chủ tịch",
    Role.VICE_CHAIRMAN: "Phó Chủ tịch, kiểm tra",
    Role.CLERK: "Thư ký (văn phòng)",
    Role.TREASURER: "Thủ quỹ",
    Role.READER: "Người xem",
}
"""Role → what officers call it."""

RECORD: Mapping[str, str] = {
    "users": "Người dùng",
    Beside.KEYS: "Mật khẩu, mã khôi phục, mã hóa",
    Beside.RESTORE: "Phục hồi số liệu",
}
"""Kind of record in the history, or what acts change beside records → what officers call it."""

FIELD: Mapping[str, str] = {}
"""Column of any table → label."""

LABELS: Mapping[tuple[str, str], str] = {
    ("users", "name"): "Tên người dùng",
    ("users", "roles"): "Vai trò",
    ("users", "retired"): "Thôi dùng",
}
"""Table, column → label."""

CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "users": {"roles": {role.value: label for role, label in ROLE.items()}},
}
"""Table → column → code → label."""
