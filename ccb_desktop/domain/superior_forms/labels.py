"""What the superior's forms are called, on screens and in the history."""

from collections.abc import Mapping

RECORD: Mapping[str, str] = {
    "superior_forms": "Biểu mẫu của cấp trên",
    "form_blanks": "Ô của biểu mẫu",
    "form_fillings": "Lần điền biểu mẫu",
}
"""Kind of record in the history → what officers call it."""

UNTOLD: Mapping[str, frozenset[str]] = {
    "superior_forms": frozenset({"content_sha256", "ending"}),
    "form_blanks": frozenset({"form_id", "place", "tie"}),
    "form_fillings": frozenset({"content_sha256", "typed"}),
}
"""Columns that follow from others, or say to whom a record belongs."""

LABELS: Mapping[tuple[str, str], str] = {
    ("superior_forms", "title"): "Tên biểu mẫu",
    ("superior_forms", "sender"): "Nơi gửi mẫu",
    ("superior_forms", "file_name"): "Tên tệp",
    ("superior_forms", "added_on"): "Ngày đưa vào",
    ("superior_forms", "retired"): "Thôi dùng",
    ("form_blanks", "label"): "Ô",
    ("form_fillings", "period"): "Kỳ báo cáo",
    ("form_fillings", "file_name"): "Tên tệp",
}

FIELD: Mapping[str, str] = {
    "form_id": "Biểu mẫu",
    "filled_at": "Lúc điền",
}
"""Column → what officers call it, where `domain.labels.FIELD` has no such word."""

CODES: Mapping[str, Mapping[str, str]] = {}
"""Column → code → label."""

CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {}
"""Table → column → code → label."""

LISTS_OF_KIND: Mapping[tuple[str, str], str] = {}
"""Table, column → the code list in which its codes stand."""

POINTS: Mapping[str, str] = {"form_id": "superior_forms"}
"""Column → table of the record that it names."""
