"""The books and lists of activities by name."""

from collections.abc import Mapping

ACTIVITY_LISTS: Mapping[str, str] = {
    "activities": "Sổ 8: Sổ sinh hoạt, hoạt động",
    "attendance": "Danh sách điểm danh",
    "meetings": "Nền nếp sinh hoạt chi hội",
}
"""Name on the command line → what officers call it."""
