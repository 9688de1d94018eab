"""What the records, fields and codes of the register are called, on screens and in papers."""

from collections.abc import Mapping

from ccb_desktop.domain.register.documents import Direction, DocumentState

DIRECTION = {Direction.OUT: "Văn bản đi", Direction.IN: "Văn bản đến"}
DOCUMENT_STATE = {
    DocumentState.RESERVED: "Giữ số",
    DocumentState.ISSUED: "Đã ban hành",
    DocumentState.CANCELLED: "Đã hủy",
}
DOCUMENT_KIND = (
    ("BC", "Báo cáo"),
    ("NQ", "Nghị quyết"),
    ("QĐ", "Quyết định"),
    ("KH", "Kế hoạch"),
    ("CTr", "Chương trình"),
    ("TB", "Thông báo"),
    ("TTr", "Tờ trình"),
    ("HD", "Hướng dẫn"),
    ("CV", "Công văn"),
    ("GM", "Giấy mời"),
    ("GGT", "Giấy giới thiệu"),
    ("BB", "Biên bản"),
    ("KHAC", "Văn bản khác"),
)
"""The kinds of documents that a branch begins with: sign and name (Decree 30/2020, annex III)."""

RECORD: Mapping[str, str] = {"documents": "Văn bản đi, đến"}
"""Kind of record in the history → what officers call it."""

UNTOLD: Mapping[str, frozenset[str]] = {}
"""Columns that follow from others, or say to whom a record belongs."""

LABELS: Mapping[tuple[str, str], str] = {
    ("documents", "kind"): "Loại văn bản",
    ("documents", "number"): "Số",
    ("documents", "symbol"): "Số, ký hiệu",
    ("documents", "subject"): "Trích yếu",
    ("documents", "due_on"): "Hạn trả lời",
    ("documents", "done_on"): "Ngày đã xong",
    ("documents", "state"): "Tình trạng",
}

FIELD: Mapping[str, str] = {
    "direction": "Đi hay đến",
    "series": "Đánh số theo",
    "issued_on": "Ngày văn bản",
    "arrived_on": "Ngày đến",
    "issuer": "Nơi ban hành",
    "recipients": "Nơi nhận",
    "signer": "Người ký",
    "answers_id": "Trả lời văn bản",
    "document_id": "Văn bản",
}
"""Column → what officers call it, where `domain.labels.FIELD` has no such word."""

CODES: Mapping[str, Mapping[str, str]] = {
    "direction": {code.value: label for code, label in DIRECTION.items()},
}
"""Column → code → label."""

CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "documents": {"state": {code.value: label for code, label in DOCUMENT_STATE.items()}},
}
"""Table → column → code → label."""

LISTS_OF_KIND: Mapping[tuple[str, str], str] = {("documents", "kind"): "DOCUMENT_KIND"}
"""Table, column → the code list in which its codes stand."""

POINTS: Mapping[str, str] = {"answers_id": "documents", "document_id": "documents"}
"""Column → table of the record that it names."""
