"""What frozen reports and the calendar of reports are called in the history."""

from collections.abc import Mapping

from ccb_desktop.domain.reports.kinds import KIND_LABEL

RECORD: Mapping[str, str] = {
    "frozen_reports": "Báo cáo đã chốt",
    "report_duties": "Lịch nộp báo cáo",
}
"""Kind of record in the history → what officers call it."""

UNTOLD: Mapping[str, frozenset[str]] = {
    "frozen_reports": frozenset(
        {"content_sha256", "word_sha256", "excel_sha256", "from_on", "to_on"}
    ),
}
"""Columns that follow from others, or say to whom a record belongs."""

LABELS: Mapping[tuple[str, str], str] = {
    ("frozen_reports", "subject"): "Nội dung báo cáo",
    ("frozen_reports", "period"): "Kỳ báo cáo",
    ("report_duties", "day"): "Ngày phải nộp",
    ("report_duties", "retired"): "Thôi dùng",
}

FIELD: Mapping[str, str] = {
    "report_kind": "Loại báo cáo",
    "cut_off": "Chốt số liệu đến ngày",
    "frozen_at": "Lúc chốt",
    "word_name": "Tệp Word",
    "excel_name": "Tệp Excel",
    "month_offset": "Số tháng sau tháng cuối kỳ",
    "recipient": "Nơi nhận",
    "frozen_report_id": "Báo cáo đã chốt",
}
"""Column → what officers call it, where `domain.labels.FIELD` has no such word."""

CODES: Mapping[str, Mapping[str, str]] = {
    "report_kind": {kind.value: label for kind, label in KIND_LABEL.items()},
}
"""Column → code → label."""

CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {}
"""Table → column → code → label."""

LISTS_OF_KIND: Mapping[tuple[str, str], str] = {}
"""Table, column → the code list in which its codes stand."""

POINTS: Mapping[str, str] = {"frozen_report_id": "frozen_reports"}
"""Column → table of the record that it names."""
