"""What submissions and packages received are called, on screens and in the history."""

from collections.abc import Mapping

from ccb_desktop.domain.submissions.submissions import Way

WAY = {Way.FOLDER: "Thư mục", Way.ZIP: "Tệp nén", Way.EMAIL: "Thư điện tử"}

RECORD: Mapping[str, str] = {
    "submissions": "Lần gửi báo cáo",
    "package_signers": "Nơi gửi đã biết",
    "received_packages": "Lần nhận",
}
"""Kind of record in the history → what officers call it."""

UNTOLD: Mapping[str, frozenset[str]] = {
    "submissions": frozenset({"manifest", "content_sha256", "chain_number", "chain_hash"}),
    "received_packages": frozenset({"manifest", "sha256"}),
}
"""Columns that follow from others, or say to whom a record belongs."""

LABELS: Mapping[tuple[str, str], str] = {
    ("submissions", "period"): "Kỳ báo cáo",
    ("submissions", "place"): "Ghi vào đâu",
    ("submissions", "recipient"): "Gửi cho",
    ("package_signers", "name"): "Nơi gửi",
    ("received_packages", "period"): "Kỳ báo cáo",
    ("received_packages", "file_name"): "Tên tệp",
    ("received_packages", "summary"): "Kết quả",
}

FIELD: Mapping[str, str] = {
    "sent_at": "Lúc gửi",
    "way": "Cách gửi",
    "encrypted": "Có mật khẩu",
    "masked": "Đã che số CCCD, điện thoại",
    "acknowledged_on": "Ngày nơi nhận xác nhận",
    "answer_id": "Văn bản trả lời",
    "public_key": "Chìa khóa ký",
    "first_seen_on": "Gặp lần đầu ngày",
    "trusted": "Đã tin",
    "received_at": "Lúc nhận",
    "sender": "Nơi gửi",
    "signer_id": "Người ký gói",
    "batch_id": "Lần nhập",
}
"""Column → what officers call it, where `domain.labels.FIELD` has no such word."""

_YES_NO = {"1": "Có", "0": "Không", "True": "Có", "False": "Không"}
CODES: Mapping[str, Mapping[str, str]] = {
    "way": {code.value: label for code, label in WAY.items()},
    "encrypted": _YES_NO,
    "masked": _YES_NO,
    "trusted": _YES_NO,
}
"""Column → code → label."""

CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {}
"""Table → column → code → label."""

LISTS_OF_KIND: Mapping[tuple[str, str], str] = {}
"""Table, column → the code list in which its codes stand."""

POINTS: Mapping[str, str] = {
    "answer_id": "documents",
    "signer_id": "package_signers",
    "batch_id": "import_batches",
}
"""Column → table of the record that it names."""
