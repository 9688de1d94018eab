"""Checklists of units as a paper to fill in by hand: one for each, many in one file."""

from collections.abc import Iterator, Sequence
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.papers import (
    Align,
    Band,
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Row,
    Signature,
    board_signature,
    letterhead_of,
)
from ccb_desktop.domain.printing import short_date
from ccb_desktop.domain.tasks.checklists import Checklist
from ccb_desktop.domain.tasks.filled_rows import MARKED, Marked
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.quantities import told_quantity
from ccb_desktop.domain.tasks.returned import HEADERS, UNIT_LABEL

LABEL = "Phiếu việc"
"""What the paper is called, on the screen and in names of files."""

TITLE = "PHIẾU VIỆC"

_BOX, _TICKED = "☐", "☑"
_STATES = "Đánh dấu X"
_FOR_PEN = "Kết quả đến nay"
_COLUMNS = (
    Column(HEADERS["serial"], 9, CellKind.PLAIN),
    Column(HEADERS["what"], 58),
    Column("Kỳ, hạn", 25, align=Align.CENTER),
    Column("Người phụ trách, địa điểm", 36),
    Column(HEADERS["target"], 20),
    Column("Sổ đã ghi", 20),
    *(Column(words, 15, align=Align.CENTER, group=_STATES) for words in MARKED.values()),
    Column(_FOR_PEN, 20),
    Column(HEADERS["done_on"], 25, align=Align.CENTER),
    Column(HEADERS["note"], 28),
)
_NOTE = (
    "Đánh dấu X vào một trong ba ô. Kết quả ghi tổng từ đầu đến nay, không phải số làm thêm. "
    "Ghi xong ký rồi gửi về Hội."
)


def checklist_paper(branch: Branch, checklists: Sequence[Checklist], on: date) -> ListPaper:
    """The checklists of one period, a paper for each; there is at least one.

    Args:
        branch: Who hands out the work.
        checklists: Of one period.
        on: The date of the paper, on which it says what the books have.
    """
    name = checklists[0].span.name
    return ListPaper(
        letterhead=letterhead_of(branch, on),
        title=TITLE,
        subtitle=name[:1].upper() + name[1:],
        tables=tuple(_table(one, on) for one in checklists),
        signatures=(
            Signature(("NGƯỜI PHỤ TRÁCH ĐƠN VỊ",), hint="(Ký, ghi rõ họ tên)"),
            board_signature(branch),
        ),
        apart=True,
    )


def _table(checklist: Checklist, on: date) -> PaperTable:
    return PaperTable(
        columns=_COLUMNS,
        rows=list(_rows(checklist, on)),
        title=f"{UNIT_LABEL}: {checklist.recipient.name}",
        note=_NOTE,
    )


def _rows(checklist: Checklist, on: date) -> Iterator[Row | Band]:
    """The work under its key tasks."""
    task = ""
    for number, line in enumerate(checklist.lines, 1):
        if line.key_task.title != task:
            task = line.key_task.title
            yield Band(task)
        yield _row(number, line, on)


def _row(number: int, line: TaskLine, on: date) -> Row:
    one = line.assignment
    mark = Marked.DONE if line.is_done_by(on) else None
    return (
        number,
        line.item.what,
        f"{one.period.label}\n{short_date(line.ends_on)}",
        "\n".join(text for text in (one.responsible, one.place) if text),
        told_quantity(one.target, line.item.measure),
        told_quantity(line.result_by(on), line.item.measure),
        *(_TICKED if known is mark else _BOX for known in MARKED),
        "",
        short_date(one.done_on) if one.done_on and line.is_done_by(on) else "",
        one.note,
    )
