"""Rows of checklists that came back as the window of comparing shows them."""

from collections.abc import Collection
from datetime import date

from ccb_desktop.domain.printing import number, short_date
from ccb_desktop.domain.tasks.comparing import ComparedRow, Found
from ccb_desktop.domain.tasks.labels import LABELS
from ccb_desktop.domain.tasks.quantities import told_quantity
from ccb_desktop.operations.tasks.returned_checklists import Place
from ccb_desktop.ui.kit.columns import Column

WORDS = {
    Found.PROBLEM: "✘ Chưa đúng",
    Found.NEW: "✔ Sẽ ghi",
    Found.SAME: "= Như trong sổ",
    Found.BLANK: "– Để trống",
}
"""What became of a row, with its sign."""

LEFT_OUT = "○ Không ghi"
"""A new row that the officer does not want."""

_ORDER = list(Found)


def compared_columns(left_out: Collection[Place]) -> list[Column[ComparedRow]]:
    """The columns; `left_out` are the rows that shall not be taken, as they are at any time."""

    def word(row: ComparedRow) -> str:
        return LEFT_OUT if row.place in left_out else WORDS[row.found]

    return [
        Column("found", "Xem xét", word, _order, width=13, wrong=_is_problem),
        Column("who", "Đơn vị", _who, width=12),
        Column("what", LABELS["task_items", "what"], _what, width=24, tooltip=_what),
        Column("before", "Trong sổ", before_of, width=13),
        Column("said", "Trong phiếu", lambda row: row.said, width=20, tooltip=lambda row: row.said),
        Column("detail", "Ghi thêm, hoặc lý do", detail_of, width=40, tooltip=detail_of),
        Column("place", "Dòng", _place, lambda row: row.place, width=8),
        Column("file", "Tệp", lambda row: row.file_name, width=26),
    ]


def in_order(rows: Collection[ComparedRow]) -> list[ComparedRow]:
    """What needs the officer first."""
    return sorted(rows, key=_order)


def before_of(row: ComparedRow) -> str:
    """What the books have: `2 buổi; xong 15/06/2026`."""
    if row.line is None:
        return ""
    parts = [told_quantity(row.line.result_by(date.max), row.line.item.measure)]
    done_on = row.line.assignment.done_on
    parts.append(f"xong {short_date(done_on)}" if done_on else "")
    return "; ".join(part for part in parts if part)


def detail_of(row: ComparedRow) -> str:
    """What is written, or why it cannot be."""
    if row.found is Found.PROBLEM:
        is_said = row.problem.startswith(row.column)
        return row.problem if is_said else f"Cột {row.column}: {row.problem}"
    news = "; ".join(
        f"{one.field}: {one.before} → {one.after}" if one.before else f"{one.field}: {one.after}"
        for one in row.addition.news
    )
    return ". ".join(part for part in (news, row.addition.remark) if part)


def told_row(row: ComparedRow) -> str:
    """The chosen row in full, under the list."""
    place = f"Dòng {row.place[1]}, {_who(row)}".rstrip(", ") if row.place[1] else row.file_name
    return ". ".join(part for part in (f"{place}: {_what(row)}", detail_of(row)) if part)


def counted(rows: Collection[ComparedRow], left_out: Collection[Place]) -> str:
    """How many rows there are of each: `Sẽ ghi 12 dòng; chưa đúng 2; như trong sổ 3`."""
    counts = {found: sum(row.found is found for row in rows) for found in Found}
    left = sum(row.place in left_out for row in rows)
    parts = [f"Sẽ ghi {number(counts[Found.NEW] - left)} dòng"]
    parts += [f"không ghi {number(left)}"] if left else []
    parts += [
        f"{text} {number(counts[found])}"
        for found, text in (
            (Found.PROBLEM, "chưa đúng"),
            (Found.SAME, "như trong sổ"),
            (Found.BLANK, "để trống"),
        )
        if counts[found]
    ]
    return f"{'; '.join(parts)}."


def _what(row: ComparedRow) -> str:
    if not row.place[1]:
        return "Cả tệp"
    return f"{row.what} ({row.line.assignment.period.label})" if row.line else row.what


def _who(row: ComparedRow) -> str:
    return row.line.who if row.line else ""


def _place(row: ComparedRow) -> str:
    return str(row.place[1]) if row.place[1] else ""


def _order(row: ComparedRow) -> tuple[int, Place]:
    return _ORDER.index(row.found), row.place


def _is_problem(row: ComparedRow) -> bool:
    return row.found is Found.PROBLEM
