"""The books and lists of welfare by name."""

from collections.abc import Mapping

VISIT_LISTS: Mapping[str, str] = {
    "visits": "Sổ 6: Sổ thăm hỏi",
    "housing": "Danh sách hỗ trợ nhà ở",
    "due-visits": "Đến hạn thăm hỏi",
    "anniversaries": "Ngày giỗ trong kỳ",
    "route-list": "Lịch đi thăm theo tổ dân phố",
}
"""Name on the command line → what officers call it."""
