"""Sheets that come back: columns found by their headings wherever they stand."""

from datetime import date

from ccb_desktop.domain.exchange.source import SourceRow, SourceSheet
from ccb_desktop.domain.tasks.returned import read_filled


def a_sheet(*rows, hidden=False):
    made = tuple(SourceRow(number, row) for number, row in enumerate(rows, 3))
    return SourceSheet(name="Trang", hidden=hidden, rows=made)


HEAD = ("TT", "VIỆC PHẢI LÀM", None, "Tình trạng", "Kết quả đến nay", "Ngày xong", "Ghi chú")


def test_columns_are_found_by_their_headings_and_empty_rows_left_out():
    sheet = a_sheet(
        ("PHIẾU VIỆC",),
        ("Đơn vị: Chi hội 3",),
        (None, "Số liệu tính đến ngày:", None, "30/6/2026"),
        HEAD,
        (1, "Họp", None, "Đã xong", 3),
        (2, None, None, "Đã xong"),
        (3, "Ký", "thừa", None, None, None, " ghi "),
    )
    hidden, other = a_sheet(HEAD, (1, "Ẩn"), hidden=True), a_sheet(("Khác",))
    ((name, found),) = read_filled([hidden, other, sheet])
    assert name == "Trang"
    assert (found.unit, found.told_on, found.lacking) == ("Chi hội 3", date(2026, 6, 30), ())
    assert [(row.number, row.what, row.result, row.note) for row in found.rows] == [
        (7, "Họp", 3, ""),
        (9, "Ký", None, "ghi"),
    ]


def test_a_day_that_cannot_be_and_columns_that_are_gone_are_told():
    sheet = a_sheet(("Số liệu tính đến ngày", "tháng sáu"), HEAD[:5], (1, "Họp"))
    ((_name, found),) = read_filled([sheet])
    assert found.told_on is None and "tháng sáu" in found.told_fault
    assert found.lacking == ("Ngày xong", "Ghi chú")
    assert read_filled([a_sheet(("Họ và tên", "Ngày sinh"))]) == []
