"""The books and lists of emulation by name."""

from collections.abc import Mapping

EMULATION_LISTS: Mapping[str, str] = {
    "member-grading": "Danh sách bình xét CCB gương mẫu",
    "grading-summary": "Tổng hợp bình xét hội viên theo chi hội",
    "awards": "Sổ 4: Khen thưởng, kỷ luật",
    "nominations": "Danh sách đề nghị khen thưởng",
    "seniority": "Thâm niên, chưa có Kỷ niệm chương",
    "award-runs": "Năm liền đạt danh hiệu, khen thưởng",
    "unit-ratings": "Bảng tổng hợp xếp loại chi hội",
}
"""Name on the command line → what officers call it; the year is that of the day."""
