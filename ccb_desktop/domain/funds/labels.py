"""What the treasurer's records, fields and codes are called, on screens and in papers."""

from collections.abc import Mapping

from ccb_desktop.domain.funds.campaigns import DonorKind
from ccb_desktop.domain.funds.dues import DuesPeriod
from ccb_desktop.domain.funds.funds import FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.domain.labels import STATUS

FUND_PURPOSE = {
    FundPurpose.DUES: "Hội phí",
    FundPurpose.BASE: "Chân quỹ",
    FundPurpose.SOLIDARITY: "Tình nghĩa",
    FundPurpose.CAMPAIGN: "Vận động",
    FundPurpose.OTHER: "Khác",
}
MONEY_PLACE = {MoneyPlace.CASH: "Tiền mặt", MoneyPlace.BANK: "Chuyển khoản"}
"""How money came or went."""

PLACE_OF_MONEY = {MoneyPlace.CASH: "Tiền mặt", MoneyPlace.BANK: "Tiền gửi ngân hàng"}
"""Where money of a fund lies."""

VOUCHER_KIND = {
    VoucherKind.RECEIPT: "Phiếu thu",
    VoucherKind.PAYMENT: "Phiếu chi",
    VoucherKind.TRANSFER: "Chuyển quỹ",
    VoucherKind.OPENING: "Tồn đầu",
    VoucherKind.REVERSAL: "Phiếu hủy",
}
DONOR_KIND = {
    DonorKind.MEMBER: "Hội viên",
    DonorKind.UNIT: "Tập thể",
    DonorKind.OUTSIDER: "Ngoài Hội",
}
DUES_PERIOD = {DuesPeriod.YEAR: "Cả năm", DuesPeriod.MONTH: "Từng tháng"}

RECORD: Mapping[str, str] = {
    "funds": "Quỹ",
    "vouchers": "Phiếu thu, chi",
    "period_locks": "Khóa sổ quỹ",
    "cash_counts": "Kiểm kê quỹ",
    "dues_rates": "Mức hội phí",
    "dues_exemptions": "Miễn hội phí",
    "dues_hand_ins": "Lần nộp hội phí",
    "dues_payments": "Hội phí",
    "campaigns": "Đợt vận động",
    "campaign_targets": "Chỉ tiêu vận động",
    "contributions": "Ủng hộ",
    "loans": "Khoản vay",
    "repayments": "Trả vốn",
    "loan_extensions": "Gia hạn nợ",
    "bank_loan_counts": "Vốn NHCSXH",
}
"""Kind of record in the history → what officers call it."""

UNTOLD: Mapping[str, frozenset[str]] = {
    "funds": frozenset({"name_key"}),
    "vouchers": frozenset({"number_year"}),
    "campaigns": frozenset({"name_key"}),
    "dues_payments": frozenset({"hand_in_id"}),
    "loans": frozenset({"code_key"}),
    "bank_loan_counts": frozenset({"group_key"}),
    "cash_counts": frozenset({"pieces"}),
}
"""Columns that follow from others."""

LABELS: Mapping[tuple[str, str], str] = {
    ("funds", "name"): "Tên quỹ",
    ("campaigns", "name"): "Đợt vận động",
    ("vouchers", "kind"): "Loại phiếu",
    ("vouchers", "issued_on"): "Ngày phiếu",
    ("loans", "code"): "Mã vay",
    ("loans", "purpose"): "Mục đích vay",
    ("dues_rates", "period"): "Thu theo",
    ("dues_hand_ins", "voucher_id"): "Phiếu thu",
    ("dues_payments", "month"): "Tháng",
}

FIELD: Mapping[str, str] = {
    "purpose": "Mục đích",
    "opened_on": "Ngày mở",
    "closed_on": "Ngày đóng quỹ",
    "bank_account": "Tài khoản ngân hàng",
    "number": "Số phiếu",
    "posted_at": "Ghi sổ lúc",
    "fund_id": "Quỹ",
    "place": "Hình thức",
    "to_fund_id": "Quỹ nhận",
    "to_place": "Nơi nhận tiền",
    "amount_dong": "Số tiền",
    "payer": "Người nộp/nhận",
    "content": "Nội dung",
    "category": "Khoản mục",
    "voids_id": "Hủy phiếu",
    "old_number": "Số phiếu cũ",
    "voucher_id": "Phiếu",
    "share_voucher_id": "Phiếu phần chi hội giữ lại",
    "month": "Tháng",
    "locked_on": "Ngày khóa",
    "counted_on": "Ngày kiểm kê",
    "book_dong": "Tồn theo sổ",
    "counted_dong": "Tồn thực tế",
    "counted_by": "Người kiểm kê",
    "witness": "Người chứng kiến",
    "chi_hoi_percent": "Chi hội giữ lại (%)",
    "upper_percent": "Nộp cấp trên (%)",
    "age_from": "Từ tuổi",
    "paid_on": "Ngày nộp",
    "handed_on": "Ngày nộp",
    "voided_on": "Hủy ngày",
    "document_no": "Văn bản vận động",
    "per_head_dong": "Mức mỗi hội viên",
    "campaign_id": "Đợt vận động",
    "target_dong": "Chỉ tiêu",
    "given_on": "Ngày ủng hộ",
    "donor": "Người ủng hộ",
    "donor_kind": "Loại người ủng hộ",
    "goods": "Hiện vật",
    "goods_value_dong": "Giá trị hiện vật",
    "through_book": "Qua sổ quỹ",
    "borrower": "Người vay",
    "principal_dong": "Tiền gốc",
    "interest_dong": "Tiền lãi",
    "rate_thousandths": "Lãi suất (phần nghìn của 1 %/tháng)",
    "extended_on": "Ngày gia hạn",
    "lent_on": "Ngày vay",
    "due_on": "Hạn trả",
    "instalments": "Số kỳ trả",
    "guarantor": "Người bảo lãnh",
    "written_off_on": "Ngày xóa nợ",
    "written_off_dong": "Số nợ được xóa",
    "write_off_decision": "Quyết định xóa nợ",
    "loan_id": "Khoản vay",
    "group_name": "Tổ TK&VV",
    "households": "Số hộ",
    "balance_dong": "Dư nợ",
    "overdue_dong": "Nợ quá hạn",
}
"""Column → what officers call it, where `domain.labels.FIELD` has no such word."""

_YES_NO = {"1": "Có", "0": "Không"}
CODES: Mapping[str, Mapping[str, str]] = {
    "purpose": {code.value: label for code, label in FUND_PURPOSE.items()},
    "place": {code.value: label for code, label in MONEY_PLACE.items()},
    "to_place": {code.value: label for code, label in MONEY_PLACE.items()},
    "donor_kind": {code.value: label for code, label in DONOR_KIND.items()},
    "through_book": _YES_NO,
}
"""Column → code → label."""

CODES_OF_KIND: Mapping[str, Mapping[str, Mapping[str, str]]] = {
    "vouchers": {"kind": {code.value: label for code, label in VOUCHER_KIND.items()}},
    "dues_rates": {"period": {code.value: label for code, label in DUES_PERIOD.items()}},
    "dues_exemptions": {"status": {code.value: label for code, label in STATUS.items()}},
}
"""Table → column → code → label."""

POINTS: Mapping[str, str] = {
    "fund_id": "funds",
    "to_fund_id": "funds",
    "voids_id": "vouchers",
    "voucher_id": "vouchers",
    "share_voucher_id": "vouchers",
    "campaign_id": "campaigns",
    "loan_id": "loans",
}
"""Column → table of the record that it names."""
