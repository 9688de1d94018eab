"""Dán từ Excel: names and amounts read from the clipboard, looked at, then ticked."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from ccb_desktop.domain.funds.dues_paste import PastedRow, read_pasted
from ccb_desktop.domain.funds.dues_sheet import DuesSheet
from ccb_desktop.domain.printing import number
from ccb_desktop.ui.kit import messages

_HOW = (
    "Chưa có gì để dán. Trong Excel, bôi đen cột họ tên (và cột số tiền nếu có), bấm Ctrl+C, "
    "rồi bấm lại nút này. Người không có số tiền được đánh dấu nộp đủ phần còn thiếu."
)
_SHOWN = 8


def paste_dialog(
    parent: QWidget, sheet: DuesSheet, take: Callable[[list[PastedRow]], object]
) -> None:
    """Read the clipboard; ask where some rows fit nobody, and hand the others to `take`."""
    rows = read_pasted(QApplication.clipboard().text(), sheet.lines)
    good = [row for row in rows if not row.problem]
    bad = [row for row in rows if row.problem]
    if not rows:
        messages.tell(parent, _HOW)
    elif not good:
        messages.tell(parent, f"Không đánh dấu được ai.\n{_told(bad)}")
    elif bad:
        messages.ask(
            parent,
            f"Nhận ra {number(len(good))} người; {number(len(bad))} dòng không dùng được.\n"
            f"{_told(bad)}",
            [(f"Đánh dấu {number(len(good))} người", lambda: take(good))],
            stay="Thôi, không dán",
        )
    else:
        take(good)


def _told(rows: list[PastedRow]) -> str:
    lines = [f"• {row.text}: {row.problem}." for row in rows[:_SHOWN]]
    if len(rows) > _SHOWN:
        lines.append(f"… và {number(len(rows) - _SHOWN)} dòng nữa.")
    return "\n".join(lines)
