"""The books and lists of welfare by name."""

from collections.abc import Mapping

VISIT_LISTS: Mapping[str, str] = {
    "visits": "Sổ 6: Sổ thăm hỏi",
    "housing": "Danh sách hỗ trợ nhà ở",
}
"""Name on the command line → what officers call it."""
