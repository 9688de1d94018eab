"""Small workbooks of money, which the machine over the ledger takes in."""

from datetime import date

import openpyxl

PAYERS = (("Lê Văn Mười", 1953, "CH1"), ("Phạm Thị Hai", 1954, "CH2"))
MONEY = ("Ngày", "Loại", "Quỹ", "Nội dung", "Số tiền")
LENT = ("Mã vay", "Người vay", "Ngày sinh", "Chi hội", "Quỹ", "Số tiền", "Ngày vay")
PAID_BACK = ("Mã vay", "Ngày", "Gốc", "Lãi")
DUES = ("Năm", "Họ và tên", "Ngày sinh", "Chi hội", "Số tiền", "Ngày nộp", "Quỹ")
GIFTS = (
    *("Đợt vận động", "Ngày", "Người ủng hộ", "Loại người ủng hộ"),
    *("Số tiền", "Qua sổ quỹ", "Quỹ"),
)
SHEETS = {
    "thu-chi": {
        "Thu chi": [
            MONEY,
            (date(2026, 1, 31), "Thu", "Quỹ Hội", "Thu thử", 120_000),
            (date(2026, 2, 15), "Chi", "Quỹ Hội", "Chi thử", 50_000),
            (date(2025, 12, 31), "Chi", "Chân quỹ", "Chi thử nhiều", 250_000),
        ]
    },
    "vay-von": {
        "Vay vốn": [
            LENT,
            ("V-X", "Trần Văn An", 1952, "CH1", "Chân quỹ", 40_000, date(2026, 1, 1)),
        ],
        "Trả vốn": [PAID_BACK, ("V-X", date(2026, 2, 15), 15_000, 500)],
    },
    "thu-nop": {
        "Hội viên": [("Họ và tên", "Ngày sinh", "Chi hội"), *PAYERS],
        "Hội phí": [
            DUES,
            *((2026, *who, 30_000, date(2026, 1, 31), "Quỹ Hội") for who in PAYERS),
            (2026, "Trần Văn Gái", 1952, "CH1", 20_000, date(2026, 2, 15), "Quỹ Hội"),
        ],
        "Vận động": [
            GIFTS,
            ("Đợt hai", date(2026, 1, 1), "Ông Bảy", "Ngoài Hội", 40_000, "Có", "Quỹ Hội"),
            ("Đợt hai", date(2026, 2, 15), "Bà Tám", "Ngoài Hội", 10_000, "Có", "Quỹ Hội"),
        ],
    },
}


def write_workbooks(folder):
    """Vouchers of which some may not fit; a loan with what came back; dues, also of members whom
    the same workbook brings, and gifts of two donors."""
    for name, by_sheet in SHEETS.items():
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in by_sheet.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        path = folder / f"{name}.xlsx"
        book.save(path)
        yield path
