"""What the records, fields and codes of emulation are called, on screens and in papers."""

from collections.abc import Mapping

from ccb_desktop.domain.emulation.awards import AwardRecipient, DisciplineForm, NominationStage
from ccb_desktop.domain.emulation.grading import Grade, Rating, Stage
from ccb_desktop.domain.emulation.scores import CriterionKind, Evidence

MEMBER_GRADE = {
    Grade.EXEMPLARY: "CCB gương mẫu",
    Grade.REACHED: "Đạt",
    Grade.NOT_REACHED: "Không đạt",
}
"""What the list MEMBER_GRADE begins with; the branch may rename and add."""

UNIT_STRENGTH = {
    "STRONG_EXCELLENT": "Trong sạch, vững mạnh xuất sắc",
    "STRONG": "Trong sạch, vững mạnh",
    "FAIR": "Khá",
    "AVERAGE": "Trung bình",
    "WEAK": "Yếu",
}
"""What the list UNIT_STRENGTH begins with."""

RATING = {
    Rating.EXCELLENT: "Hoàn thành xuất sắc",
    Rating.GOOD: "Hoàn thành tốt",
    Rating.DONE: "Hoàn thành",
    Rating.NOT_DONE: "Không hoàn thành",
}
STAGE = {Stage.DRAFT: "Dự kiến", Stage.AGREED: "Đã thống nhất", Stage.LOCKED: "Đã khóa"}
CRITERION_KIND = {
    CriterionKind.POINTS: "Điểm",
    CriterionKind.BONUS: "Điểm thưởng",
    CriterionKind.DEDUCTION: "Điểm trừ",
}
EVIDENCE = {
    Evidence.NONE: "Không có",
    Evidence.DUES_RATE: "Tỷ lệ thu hội phí",
    Evidence.MEETINGS_HELD: "Số buổi sinh hoạt",
    Evidence.TASKS_DONE: "Việc hoàn thành",
    Evidence.CAMPAIGN_TARGETS: "Chỉ tiêu vận động",
    Evidence.VISITS_MADE: "Lượt thăm hỏi do chi hội chi",
    Evidence.NEW_MEMBERS: "Hội viên mới kết nạp",
    Evidence.EXEMPLARY_SHARE: "Tỷ lệ CCB gương mẫu",
}
AWARD_RECIPIENT = {
    AwardRecipient.MEMBER: "Hội viên",
    AwardRecipient.UNIT: "Chi hội",
    AwardRecipient.BRANCH: "Hội",
}
DISCIPLINE_FORM = {
    DisciplineForm.REPRIMAND: "Khiển trách",
    DisciplineForm.WARNING: "Cảnh cáo",
    DisciplineForm.DISMISSAL: "Cách chức",
    DisciplineForm.EXPULSION: "Khai trừ",
}
NOMINATION_STAGE = {
    NominationStage.PROPOSED: "Đề nghị",
    NominationStage.AGREED: "Đã xét chọn",
    NominationStage.SENT: "Đã gửi cấp trên",
    NominationStage.AWARDED: "Đã được khen",
    NominationStage.REFUSED: "Không được khen",
}
AWARD_FORM = (
    *("Biểu dương", "Giấy khen", "Bằng khen", "Kỷ niệm chương", "Cờ thi đua", "Huy chương"),
    *("Huân chương", "Giải thưởng", "Danh hiệu"),
)
"""What the list AWARD_FORM begins with."""
AWARD_GIVER = (
    *("Hội CCB cơ sở", "UBND phường", "UBND xã", "Hội CCB huyện", "Hội CCB thành phố"),
    *("Hội CCB tỉnh", "UBND thành phố", "UBND tỉnh", "Trung ương Hội", "Thủ tướng Chính phủ"),
    "Chủ tịch nước",
)
"""What the list AWARD_GIVER begins with."""

RECORD: Mapping[str, str] = {
    "grading_years": "Bình xét năm",
    "member_results": "Bình xét hội viên",
    "unit_ratings": "Xếp loại đơn vị",
    "score_criteria": "Tiêu chí chấm điểm",
    "unit_scores": "Điểm thi đua",
    "awards": "Khen thưởng",
    "disciplines": "Kỷ luật",
    "nominations": "Đề nghị khen thưởng",
}
"""Kind of record in the history → what officers call it."""

UNTOLD: Mapping[str, frozenset[str]] = {}
"""Columns that follow from others, or say to whom a record belongs."""

LABELS: Mapping[tuple[str, str], str] = {
    ("score_criteria", "text"): "Tiêu chí",
    ("score_criteria", "number"): "Thứ tự",
    ("score_criteria", "kind"): "Loại điểm",
    ("awards", "recipient"): "Cá nhân, tập thể",
    ("awards", "recipient_kind"): "Đối tượng",
    ("nominations", "recipient_kind"): "Đối tượng",
    ("awards", "content"): "Nội dung khen",
    ("disciplines", "form"): "Hình thức kỷ luật",
    ("disciplines", "ended_on"): "Ngày hết hiệu lực",
    ("unit_ratings", "unit_id"): "Đơn vị",
    ("nominations", "unit_id"): "Đơn vị",
    ("awards", "unit_id"): "Đơn vị",
    ("unit_scores", "unit_id"): "Đơn vị",
}

FIELD: Mapping[str, str] = {
    "stage": "Mức",
    "graded_on": "Ngày chốt danh sách",
    "excellent_points": "Hoàn thành xuất sắc từ",
    "good_points": "Hoàn thành tốt từ",
    "done_points": "Hoàn thành từ",
    "excellent_cap": "Tỷ lệ xuất sắc không quá (%)",
    "unlock_reason": "Lý do mở khóa",
    "agreed_on": "Ngày thống nhất",
    "agreed_by": "Căn cứ thống nhất",
    "locked_on": "Ngày khóa",
    "grade": "Kết quả bình xét",
    "rating": "Xếp loại",
    "strength": "Trong sạch, vững mạnh",
    "most_points": "Điểm tối đa",
    "evidence": "Số liệu đối chiếu",
    "criterion_id": "Tiêu chí",
    "points": "Điểm",
    "awarded_on": "Ngày khen",
    "form": "Hình thức",
    "giver": "Cấp khen",
    "decided_on": "Ngày quyết định",
    "award_id": "Khen thưởng",
}
"""Column → what officers call it, where `domain.labels.FIELD` has no such word."""

CODES: Mapping[str, Mapping[str, str]] = {
    "rating": {code.value: label for code, label in RATING.items()},
    "evidence": {code.value: label for code, label in EVIDENCE.items()},
}
"""Column → code → label."""

_RECIPIENT = {code.value: label for code, label in AWARD_RECIPIENT.items()}
CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "grading_years": {"stage": {code.value: label for code, label in STAGE.items()}},
    "score_criteria": {"kind": {code.value: label for code, label in CRITERION_KIND.items()}},
    "awards": {"recipient_kind": _RECIPIENT},
    "disciplines": {"form": {code.value: label for code, label in DISCIPLINE_FORM.items()}},
    "nominations": {
        "recipient_kind": _RECIPIENT,
        "stage": {code.value: label for code, label in NOMINATION_STAGE.items()},
    },
}
"""Table → column → code → label."""

LISTS_OF_KIND: Mapping[tuple[str, str], str] = {
    ("member_results", "grade"): "MEMBER_GRADE",
    ("unit_ratings", "strength"): "UNIT_STRENGTH",
}
"""Table and column → the code list whose codes it keeps."""

POINTS: Mapping[str, str] = {"criterion_id": "score_criteria", "award_id": "awards"}
"""Column → table of the record that it names."""
