"""What Word templates are called in the history."""

from collections.abc import Mapping

RECORD: Mapping[str, str] = {"own_templates": "Mẫu Word riêng"}
"""Kind of record in the history → what officers call it."""

UNTOLD: Mapping[str, frozenset[str]] = {"own_templates": frozenset({"content_sha256"})}
"""Columns that follow from others, or say to whom a record belongs."""

LABELS: Mapping[tuple[str, str], str] = {
    ("own_templates", "name"): "Tệp mẫu",
    ("own_templates", "changed_at"): "Lúc sửa",
    ("own_templates", "in_use"): "Đang dùng",
}

FIELD: Mapping[str, str] = {}
"""Column → what officers call it, where `domain.labels.FIELD` has no such word."""

CODES: Mapping[str, Mapping[str, str]] = {}
"""Column → code → label."""

CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {}
"""Table → column → code → label."""

LISTS_OF_KIND: Mapping[tuple[str, str], str] = {}
"""Table, column → the code list in which its codes stand."""

POINTS: Mapping[str, str] = {}
"""Column → table of the record that it names."""
