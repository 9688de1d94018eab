"""The plan on paper: items by key task, and behind it who does what where until when."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.papers import Band, Heading, PaperTable
from ccb_desktop.domain.task_papers.year_plan import plan_paper
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.periods import Recurrence, periods_of
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem

BRANCH = Branch(name="Hội CCB phường An Bình", parent="Hội CCB tỉnh Thái Hưng", place="An Bình")
TASKS = (
    KeyTask(id=1, year=2026, number=1, title="Xây dựng tổ chức", upper_task="NQ 12"),
    KeyTask(id=2, year=2026, number=2, title="Giảm nghèo"),
)
ITEM = TaskItem(
    id=1,
    key_task_id=1,
    number=1,
    what="Sinh hoạt chi hội",
    measure="buổi",
    target=Decimal(3),
    recurrence=Recurrence.QUARTER,
)


def lines(units, place="Phố Ga", periods=4):
    return [
        TaskLine(
            assignment=Assignment(
                item_id=1,
                unit_id=unit,
                responsible=f"Người {unit}",
                place=place,
                period=period,
                due_on=period.last_on(2026),
                target=Decimal(3),
            ),
            item=ITEM,
            key_task=TASKS[0],
            unit_name=f"Chi hội {unit}",
            unit_kind=UnitKind.CHI_HOI,
        )
        for unit in units
        for period in periods_of(Recurrence.QUARTER)[:periods]
    ]


def paper(handed):
    return plan_paper(BRANCH, 2026, TASKS, (ITEM,), handed, date(2026, 1, 15))


def test_the_paper_has_the_form_of_a_plan():
    made = paper([])
    assert (made.kind, made.subject) == ("KẾ HOẠCH", "Nhiệm vụ trọng tâm năm 2026")
    assert made.letterhead.number.endswith("/KH-CCB")
    headings = [block.text for block in made.body if isinstance(block, Heading)]
    assert headings == ["I. XÂY DỰNG TỔ CHỨC", "II. GIẢM NGHÈO", "III. TỔ CHỨC THỰC HIỆN"]
    (table,) = [block for block in made.body if isinstance(block, PaperTable)]
    assert table.rows == [(1, "Sinh hoạt chi hội", "", "3 buổi", "Mỗi quý")]
    assert made.annexes == ()


def test_receivers_are_named_or_counted():
    for units, told in (((1, 2), "Chi hội 1, Chi hội 2"), (range(1, 14), "13 chi hội")):
        (table,) = [b for b in paper(lines(units)).body if isinstance(b, PaperTable)]
        assert table.rows[0][2] == told


def test_who_does_what_stands_behind_it_with_periods_together():
    (annex,) = paper(lines((1,)) + lines((2,), place="", periods=2)).annexes
    assert annex.tables[0].rows == [
        Band("Chi hội 1"),
        (1, "Sinh hoạt chi hội", "Người 1", "Phố Ga", "3 buổi", "Mỗi quý", "Cuối mỗi kỳ"),
        Band("Chi hội 2"),
        (1, "Sinh hoạt chi hội", "Người 2", "", "3 buổi", "Quý 1, Quý 2", "Cuối mỗi kỳ"),
    ]
    texts = " ".join(block.text for block in paper(lines((1,))).body if hasattr(block, "text"))
    assert "4/4 việc đủ bốn rõ" in texts


def test_two_members_of_one_name_are_two():
    handed = [
        replace(
            line,
            assignment=replace(line.assignment, unit_id=None, person_id=number),
            unit_name="",
            unit_kind=None,
            person_name="Lê Văn Tám" if number < 3 else f"Người {number}",
        )
        for number in range(1, 5)
        for line in lines((number,), periods=1)
    ]
    (table,) = [b for b in paper(handed).body if isinstance(b, PaperTable)]
    assert table.rows[0][2] == "04 hội viên"
    bands = [row.label for row in paper(handed).annexes[0].tables[0].rows if isinstance(row, Band)]
    assert bands == ["Lê Văn Tám", "Lê Văn Tám", "Người 3", "Người 4"]
