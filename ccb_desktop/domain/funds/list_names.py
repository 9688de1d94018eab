"""The books and lists of money by name."""

from collections.abc import Mapping

MONEY_LISTS: Mapping[str, str] = {
    "cash-book": "Sổ 5: Sổ quỹ",
    "vouchers": "Phiếu thu, phiếu chi trong kỳ",
    "disclosure": "Công khai quỹ",
    "year-summary": "Tổng hợp thu, chi các quỹ",
    "dues": "Thu hội phí trong năm",
    "arrears": "Hội viên còn nợ hội phí",
    "donors": "Danh sách ủng hộ",
    "campaigns": "Kết quả vận động",
    "loans": "Sổ 9: Theo dõi vay vốn",
    "loans-overdue": "Nợ vay quá hạn, chậm kỳ",
    "bank-loans": "Vốn NHCSXH theo tổ",
}
"""Name on the command line → what officers call it."""
