"""What the records, fields and codes of tasks are called, on screens and in papers."""

from collections.abc import Mapping

from ccb_desktop.domain.tasks.assignments import Clear, TaskState
from ccb_desktop.domain.tasks.commitments import Kept
from ccb_desktop.domain.tasks.periods import Recurrence, periods_of

RECURRENCE = {
    Recurrence.YEAR: "Cả năm một lần",
    Recurrence.HALF: "Mỗi 6 tháng",
    Recurrence.QUARTER: "Mỗi quý",
    Recurrence.MONTH: "Mỗi tháng",
}
TASK_STATE = {
    TaskState.DONE: "Đã xong",
    TaskState.DONE_LATE: "Xong muộn",
    TaskState.OVERDUE: "Quá hạn",
    TaskState.DUE_SOON: "Sắp đến hạn",
    TaskState.RUNNING: "Đang làm",
    TaskState.NOT_BEGUN: "Chưa làm",
}
TASK_SIGN = {
    TaskState.DONE: "✔",
    TaskState.DONE_LATE: "✔ muộn",
    TaskState.OVERDUE: "✘",
    TaskState.DUE_SOON: "!",
    TaskState.RUNNING: "…",
    TaskState.NOT_BEGUN: "–",
}
"""The sign that stands for a state where there is no room for its word."""
CLEAR = {
    Clear.WHO: "rõ người",
    Clear.WHAT: "rõ việc",
    Clear.WHERE: "rõ địa chỉ",
    Clear.RESULT: "rõ kết quả",
}
KEPT = {Kept.OPEN: "Chưa đánh giá", Kept.KEPT: "Thực hiện tốt", Kept.NOT_KEPT: "Chưa thực hiện"}

RECORD: Mapping[str, str] = {
    "key_tasks": "Nhiệm vụ trọng tâm",
    "task_items": "Việc trong kế hoạch",
    "assignments": "Việc đã giao",
    "progress_steps": "Tiến độ",
    "settled_overlaps": "Trùng việc đã xử lý",
    "commitments": "Đăng ký thi đua",
}
"""Kind of record in the history → what officers call it."""

UNTOLD: Mapping[str, frozenset[str]] = {
    "task_items": frozenset({"key_task_id"}),
    "progress_steps": frozenset({"assignment_id"}),
}
"""Columns that follow from others, or say to whom a record belongs."""

LABELS: Mapping[tuple[str, str], str] = {
    ("key_tasks", "title"): "Nhiệm vụ trọng tâm",
    ("key_tasks", "number"): "Thứ tự",
    ("task_items", "number"): "Thứ tự",
    ("task_items", "what"): "Việc",
    ("assignments", "period"): "Kỳ",
    ("assignments", "unit_id"): "Đơn vị thực hiện",
    ("progress_steps", "amount"): "Kết quả thêm",
    ("commitments", "content"): "Nội dung đăng ký",
}

FIELD: Mapping[str, str] = {
    "year": "Năm",
    "upper_task": "Nhiệm vụ của cấp trên, của phường",
    "measure": "Đơn vị tính",
    "target": "Chỉ tiêu",
    "expected": "Kết quả cần đạt",
    "recurrence": "Làm lại",
    "item_id": "Việc",
    "responsible": "Người phụ trách",
    "place": "Địa điểm",
    "period": "Kỳ",
    "due_on": "Hạn",
    "registered_on": "Ngày đăng ký",
    "done_on": "Ngày hoàn thành",
    "checked_by": "Người kiểm tra",
    "checked_on": "Ngày kiểm tra",
    "check_note": "Nhận xét khi kiểm tra",
    "reported_on": "Ngày báo",
    "progress_id": "Tiến độ",
    "amount": "Kết quả",
    "first_assignment_id": "Việc thứ nhất",
    "second_assignment_id": "Việc thứ hai",
    "decision": "Cách xử lý",
    "settled_on": "Ngày xử lý",
    "signed_on": "Ngày ký",
    "kept": "Kết quả thực hiện",
}
"""Column → what officers call it, where `domain.labels.FIELD` has no such word."""

CODES: Mapping[str, Mapping[str, str]] = {
    "recurrence": {code.value: label for code, label in RECURRENCE.items()},
    "kept": {code.value: label for code, label in KEPT.items()},
}
"""Column → code → label."""

CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "assignments": {
        "period": {one.code: one.label for kind in Recurrence for one in periods_of(kind)}
    },
}
"""Table → column → code → label."""

POINTS: Mapping[str, str] = {
    "item_id": "task_items",
    "progress_id": "progress_steps",
    "first_assignment_id": "assignments",
    "second_assignment_id": "assignments",
}
"""Column → table of the record that it names."""
