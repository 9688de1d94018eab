"""A checklist as an Excel form that comes back: what stands in its rows, and in the hidden key."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.papers import PRACTICE, Cell, file_name
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.task_papers.checklist_paper import LABEL, TITLE
from ccb_desktop.domain.tasks.checklists import Checklist, row_key
from ccb_desktop.domain.tasks.filled_rows import MARKED, Marked
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.quantities import told_quantity
from ccb_desktop.domain.tasks.returned import UNIT_LABEL

GUIDE = (
    "Chỉ điền bốn cột màu vàng. Dòng nào chưa có gì mới thì để trống.",
    "Tình trạng: bấm vào ô, chọn trong danh sách thả xuống. Kết quả đến nay: tổng từ đầu đến nay, "
    "chỉ ghi số. Ngày xong: ghi như 15/06/2026.",
    "Có thể lọc, sắp xếp cả bảng. Không xóa, không đổi tên cột. Điền xong, lưu lại rồi gửi tệp này "
    "về Hội.",
)
"""How it is filled in, a line each."""

_LONGEST_NAME = 40  # letters of a unit's name in the name of its file


@dataclass(frozen=True, slots=True)
class ChecklistForm:
    """One form.

    Attributes:
        titles: Issuer, title, unit, in the order of lines.
        year: The year of the plan, for the days that may be typed.
        rows: Column → cell, by the names of `returned.HEADERS`; in the order of the plan.
    """

    titles: tuple[str, ...]
    year: int
    rows: tuple[Mapping[str, Cell], ...]
    author: str


def checklist_form(branch: Branch, checklist: Checklist, mark: str, on: date) -> ChecklistForm:
    """The form of one unit.

    Args:
        branch: Who hands out the work.
        checklist: What it is about.
        mark: Tells the books from those of other branches.
        on: The day whose results it says.
    """
    title = f"{TITLE} {checklist.span.name}".upper()
    practice = (PRACTICE,) if branch.practice else ()
    return ChecklistForm(
        titles=(branch.name, *practice, title, f"{UNIT_LABEL}: {checklist.recipient.name}"),
        year=checklist.span.year,
        rows=tuple(
            _row(place, line, mark, on) for place, line in enumerate(checklist.lines, start=1)
        ),
        author=branch.name,
    )


def names_of(branch: Branch, checklists: Sequence[Checklist], on: date, ending: str) -> list[str]:
    """A file name for each, in ASCII and all different."""
    names: list[str] = []
    for one in checklists:
        said = f"{LABEL} {one.recipient.name[:_LONGEST_NAME]} {one.span.name}"
        name = file_name(said, branch, on, ending)
        if name in names:
            name = file_name(f"{said} {len(names) + 1}", branch, on, ending)
        names.append(name)
    return names


def _row(place: int, line: TaskLine, mark: str, on: date) -> Mapping[str, Cell]:
    one = line.assignment
    return {
        "serial": place,
        "what": line.item.what,
        "period": one.period.label,
        "place": one.place,
        "responsible": one.responsible,
        "due_on": line.ends_on,
        "target": told_quantity(one.target, line.item.measure),
        "before": _before(line, on),
        "key": str(row_key(line, mark)),
    }


def _before(line: TaskLine, on: date) -> str:
    """What the books have already: `2 buổi`, `Đã xong`."""
    result: Decimal | None = line.result_by(on)
    parts = [f"{number(result)} {line.item.measure}".strip()] if result is not None else []
    if line.is_done_by(on):
        parts.append(MARKED[Marked.DONE])
    return "; ".join(parts)
