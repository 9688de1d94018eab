"""The books and lists of the yearly plan by name."""

from collections.abc import Mapping

TASK_LISTS: Mapping[str, str] = {
    "tasks": "Sổ 7: Sổ theo dõi nhiệm vụ",
    "tasks-overdue": "Nhiệm vụ quá hạn",
    "task-matrix": "Bảng theo dõi nhiệm vụ theo đơn vị",
    "task-review": "Kết quả thực hiện nhiệm vụ",
    "overlaps": "Việc trùng nhau giữa các đơn vị",
    "commitments": "Danh sách đăng ký thi đua",
}
"""Name on the command line → what officers call it."""
