"""What the records and fields of personal data are called, on screens and in the history."""

from collections.abc import Mapping

RECORD: Mapping[str, str] = {
    "personal_exports": "Tệp dữ liệu đã đưa ra",
    "erasures": "Xóa dữ liệu cá nhân",
}
"""Kind of record in the history → what officers call it."""

FIELD: Mapping[str, str] = {}
"""Column of any table → label."""

LABELS: Mapping[tuple[str, str], str] = {
    ("personal_exports", "made_at"): "Lúc ghi tệp",
    ("personal_exports", "done_by"): "Người làm",
    ("personal_exports", "what"): "Nội dung",
    ("personal_exports", "file_name"): "Tên tệp",
    ("personal_exports", "people"): "Số người",
    ("personal_exports", "masked"): "Đã che số",
    ("erasures", "erased_on"): "Ngày xóa",
    ("erasures", "decision_no"): "Số quyết định",
    ("erasures", "reason"): "Lý do",
}
"""Table, column → label."""

UNTOLD: Mapping[str, frozenset[str]] = {
    "erasures": frozenset({"lines", "labels", "seals"}),
    "personal_exports": frozenset({"person_ids"}),
}
"""Columns that say nothing to an officer."""
