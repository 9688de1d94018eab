"""The plan of key tasks of a year as a paper of the decree's form."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.papers import (
    Annex,
    Band,
    Block,
    CellKind,
    Column,
    Heading,
    PaperTable,
    Paragraph,
    ReportPaper,
    Row,
    board_signature,
    letterhead_of,
)
from ccb_desktop.domain.printing import number, official_count, roman, short_date
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.labels import FIELD, LABELS, RECURRENCE
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.matrix import key_of
from ccb_desktop.domain.tasks.periods import periods_of
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem
from ccb_desktop.domain.tasks.quantities import told_quantity

LABEL = "Kế hoạch nhiệm vụ trọng tâm"

_KIND, _SYMBOL = "KẾ HOẠCH", "KH"
_WHAT, _PERIOD = LABELS["task_items", "what"], LABELS["assignments", "period"]
_ITEMS = (
    Column("STT", 11, CellKind.PLAIN),
    Column(_WHAT, 56),
    Column("Đơn vị thực hiện", 36),
    Column("Chỉ tiêu, kết quả", 40),
    Column("Thời gian", 30),
)
_BY_UNIT = (
    Column("STT", 11, CellKind.PLAIN),
    Column(_WHAT, 62),
    Column("Người phụ trách", 42),
    Column("Địa chỉ", 42),
    Column("Chỉ tiêu, kết quả", 42),
    Column(_PERIOD, 32),
    Column(FIELD["due_on"], 28),
)
_KINDS = {UnitKind.CHI_HOI: "chi hội", UnitKind.PHAN_HOI: "phân hội", UnitKind.CLUB: "CLB"}
_NAMED_AT_MOST = 3  # receivers told by name


def plan_paper(
    branch: Branch,
    year: int,
    tasks: Sequence[KeyTask],
    items: Sequence[TaskItem],
    lines: Sequence[TaskLine],
    on: date,
    number: int | None = None,
) -> ReportPaper:
    """The plan: key tasks with their items, and behind it who does what where until when.

    Args:
        branch: Who issues it.
        year: The year of the plan.
        tasks: Its key tasks in their order.
        items: Their items in their order.
        lines: What was handed out, in the order of the plan.
        on: The date of the paper.
        number: In the register of documents.
    """
    return ReportPaper(
        letterhead=letterhead_of(branch, on, symbol=_SYMBOL, number=number),
        kind=_KIND,
        subject=f"Nhiệm vụ trọng tâm năm {year}",
        addressees=(),
        body=tuple(_body(branch, year, tasks, items, lines)),
        signature=board_signature(branch),
        recipients=(branch.parent, "Các chi hội, CLB cựu quân nhân", "Lưu: VT"),
        annexes=(_annex(year, lines),) if lines else (),
    )


def _body(
    branch: Branch,
    year: int,
    tasks: Sequence[KeyTask],
    items: Sequence[TaskItem],
    lines: Sequence[TaskLine],
) -> Iterator[Block]:
    yield Paragraph(
        f"Thực hiện chương trình công tác năm {year}, Ban Chấp hành {branch.name} xây dựng kế "
        f"hoạch {official_count(len(tasks))} nhiệm vụ trọng tâm như sau:"
    )
    for place, task in enumerate(tasks, 1):
        yield Heading(1, f"{roman(place)}. {task.title.upper()}")
        if task.upper_task:
            yield Paragraph(f"Gắn với nhiệm vụ của cấp trên, của phường: {task.upper_task}.")
        own = [item for item in items if item.key_task_id == task.id]
        if own:
            yield PaperTable(columns=_ITEMS, rows=_item_rows(own, lines))
    yield Heading(1, f"{roman(len(tasks) + 1)}. TỔ CHỨC THỰC HIỆN")
    yield Paragraph(_carrying_out(lines))
    yield Paragraph(
        "Các chi hội, CLB và cán bộ được giao việc căn cứ kế hoạch này tổ chức thực hiện, báo cáo "
        "kết quả về Ban Chấp hành đúng hạn để tổng hợp, kiểm tra và làm căn cứ xếp loại cuối năm."
    )


def _carrying_out(lines: Sequence[TaskLine]) -> str:
    if not lines:
        return "Ban Chấp hành giao việc cụ thể cho từng đơn vị sau khi kế hoạch được thông qua."
    whole = sum(not one.lacking for one in lines)
    return (
        f"Kế hoạch giao {number(len(lines))} việc cho {_receivers(lines)}, trong "
        f"đó {number(whole)}/{number(len(lines))} việc đủ bốn rõ: rõ người, rõ việc, rõ địa chỉ, "
        "rõ kết quả (có phụ lục phân công kèm theo)."
    )


def _receivers(lines: Iterable[TaskLine]) -> str:
    """To whom something was handed: names of a few, counts of many."""
    receivers = {key_of(line): line for line in lines}
    if len(receivers) <= _NAMED_AT_MOST:
        return ", ".join(line.who for line in receivers.values())
    by_kind = Counter(
        _KINDS.get(line.unit_kind, "đơn vị") if line.unit_kind else "hội viên"
        for line in receivers.values()
    )
    return ", ".join(f"{official_count(count)} {kind}" for kind, count in by_kind.items())


def _item_rows(items: Sequence[TaskItem], lines: Sequence[TaskLine]) -> list[Row]:
    rows: list[Row] = []
    for place, item in enumerate(items, 1):
        own = [line for line in lines if line.item.id == item.id]
        rows.append(
            (
                place,
                item.what,
                _receivers(own),
                _wanted(item, item.target is not None),
                RECURRENCE[item.recurrence],
            )
        )
    return rows


def _wanted(item: TaskItem, measured: bool, line: TaskLine | None = None) -> str:
    """Target and expected result, whichever there are."""
    target = line.assignment.target if line else item.target
    parts = [told_quantity(target, item.measure) if measured else "", item.expected]
    return "; ".join(part for part in parts if part)


def _annex(year: int, lines: Sequence[TaskLine]) -> Annex:
    """Who does what: a band for each unit, its work below."""
    by_receiver: dict[tuple[int | None, int | None], list[TaskLine]] = {}
    for line in lines:
        by_receiver.setdefault(key_of(line), []).append(line)
    rows: list[Row | Band] = []
    for own in by_receiver.values():
        rows.append(Band(own[0].who))
        groups = _alike(own)
        rows += [_unit_row(place, group) for place, group in enumerate(groups, 1)]
    return Annex(
        number=1,
        sheet="Phân công",
        title=f"Phân công thực hiện nhiệm vụ năm {year}",
        tables=(PaperTable(columns=_BY_UNIT, rows=rows),),
    )


def _alike(lines: Sequence[TaskLine]) -> list[list[TaskLine]]:
    """The assignments of one unit that differ in their period only, together."""
    groups: dict[tuple[object, ...], list[TaskLine]] = {}
    for line in lines:
        one = line.assignment
        key = (one.item_id, one.responsible, one.place, one.target, one.period.recurrence)
        groups.setdefault(key, []).append(line)
    return list(groups.values())


def _unit_row(place: int, group: Sequence[TaskLine]) -> Row:
    first = group[0]
    return (
        place,
        first.item.what,
        first.assignment.responsible,
        first.assignment.place,
        _wanted(first.item, first.assignment.target is not None, first),
        _periods([line.assignment for line in group]),
        _deadlines(group),
    )


def _periods(group: Sequence[Assignment]) -> str:
    """`Mỗi quý` where it is for all of them, else each by name."""
    recurrence = group[0].period.recurrence
    if len(group) == len(periods_of(recurrence)):
        return RECURRENCE[recurrence]
    return ", ".join(one.period.label for one in group)


def _deadlines(group: Sequence[TaskLine]) -> str:
    """The deadlines; at the end of each period they need no dates where there are several."""
    at_end = all(one.ends_on == one.assignment.period.last_on(one.year) for one in group)
    if at_end and len(group) > 1:
        return "Cuối mỗi kỳ"
    return ", ".join(short_date(one.ends_on) for one in group)
