"""What the records, fields and codes of activities are called, on screens and in papers."""

from collections.abc import Mapping

from ccb_desktop.domain.activities.activities import ActivityKind, ActivityRole, Presence

ACTIVITY_KIND = {
    ActivityKind.UNIT_MEETING: "Sinh hoạt chi hội",
    ActivityKind.BOARD_MEETING: "Họp BCH/BTV",
    ActivityKind.NEWS_SESSION: "Thông tin thời sự",
    ActivityKind.TRADITION_TALK: "Nói chuyện truyền thống",
    ActivityKind.SUPERVISION: "Giám sát",
    ActivityKind.INSPECTION: "Kiểm tra",
    ActivityKind.DIALOGUE: "Đối thoại",
    ActivityKind.OPINION_ROUND: "Góp ý văn kiện",
    ActivityKind.COMMUNITY_WORK: "Vệ sinh, cờ, mỹ quan",
    ActivityKind.SECURITY: "An ninh trật tự",
    ActivityKind.REUNION_TRIP: "Về nguồn",
    ActivityKind.CULTURE_SPORT: "Văn hóa, thể thao",
    ActivityKind.CONFERENCE: "Hội nghị, đại hội",
    ActivityKind.OTHER: "Khác",
}
"""What the list ACTIVITY_KIND begins with; the branch may rename and add."""

ACTIVITY_ROLE = {ActivityRole.LEADING: "Chủ trì", ActivityRole.TAKING_PART: "Phối hợp"}
PRESENCE = {
    Presence.PRESENT: "Có mặt",
    Presence.EXCUSED: "Vắng có lý do",
    Presence.ABSENT: "Vắng không lý do",
}

RECORD: Mapping[str, str] = {"activities": "Hoạt động", "attendances": "Điểm danh"}
"""Kind of record in the history → what officers call it."""

UNTOLD: Mapping[str, frozenset[str]] = {"attendances": frozenset({"activity_id"})}
"""Columns that follow from others, or say to whom a record belongs."""

LABELS: Mapping[tuple[str, str], str] = {
    ("activities", "kind"): "Loại hoạt động",
    ("activities", "name"): "Tên hoạt động",
    ("activities", "result"): "Kết quả",
    ("activities", "unit_id"): "Đơn vị",
    ("activities", "role"): "Vai trò",
}

FIELD: Mapping[str, str] = {
    "held_on": "Ngày",
    "to_on": "Đến ngày",
    "sessions": "Số buổi",
    "members_present": "Lượt hội viên",
    "youth_present": "Lượt thanh niên - học sinh",
    "people_present": "Lượt nhân dân",
    "opinions": "Số ý kiến",
    "quantity": "Số lượng",
    "cost_dong": "Kinh phí",
    "lessons": "Bài học, việc phải khắc phục",
    "fix_by_on": "Hạn khắc phục",
    "fixed_on": "Ngày khắc phục",
    "assignment_id": "Việc trong kế hoạch",
    "activity_id": "Hoạt động",
    "presence": "Có mặt",
}
"""Column → what officers call it, where `domain.labels.FIELD` has no such word."""

CODES: Mapping[str, Mapping[str, str]] = {
    "role": {code.value: label for code, label in ACTIVITY_ROLE.items()},
    "presence": {code.value: label for code, label in PRESENCE.items()},
}
"""Column → code → label."""

CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {}
"""Table → column → code → label."""

LISTS_OF_KIND: Mapping[tuple[str, str], str] = {("activities", "kind"): "ACTIVITY_KIND"}
"""Table and column → the code list whose codes it keeps."""

POINTS: Mapping[str, str] = {"assignment_id": "assignments", "activity_id": "activities"}
"""Column → table of the record that it names."""
