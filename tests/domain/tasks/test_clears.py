"""The four clears are counted, and what lacks is told."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.tasks.assignments import Assignment, Clear
from ccb_desktop.domain.tasks.clears import clears_by, count_clears, lacking_told
from ccb_desktop.domain.tasks.lines import TaskLine
from ccb_desktop.domain.tasks.plan import KeyTask, TaskItem

TEXT = st.sampled_from(["", " ", "Lê Văn Tám"])


def a_line(responsible="Lê Văn Tám", place="Phố Ga", target=Decimal(1), expected="", unit_id=1):
    return TaskLine(
        assignment=Assignment(
            item_id=1, unit_id=unit_id, responsible=responsible, place=place, target=target
        ),
        item=TaskItem(id=1, key_task_id=1, number=1, what="Treo cờ", expected=expected),
        key_task=KeyTask(id=1, year=2026, number=1, title="Mỹ quan"),
    )


@given(
    st.lists(
        st.builds(
            a_line,
            TEXT,
            TEXT,
            st.sampled_from([None, Decimal(2)]),
            TEXT,
            st.integers(1, 3),
        )
    )
)
def test_counts_agree_with_what_each_line_lacks(lines):
    counted = count_clears(lines)
    assert counted.total == len(lines)
    assert counted.whole == sum(line.lacking == () for line in lines)
    for clear in Clear:
        assert counted.of(clear) == sum(clear not in line.lacking for line in lines)
    by_unit = clears_by(lines, lambda line: line.assignment.unit_id)
    assert sum(one.total for one in by_unit.values()) == counted.total
    assert sum(one.whole for one in by_unit.values()) == counted.whole


def test_what_lacks_is_told_with_a_sign():
    assert lacking_told(a_line()) == "✔ đủ"
    assert lacking_told(a_line(responsible="", target=None)) == "! chưa rõ người, rõ kết quả"
    assert lacking_told(a_line(target=None, expected="Đường sạch")) == "✔ đủ"
    assert count_clears([a_line(place="")]).told.startswith("rõ người 1/1; rõ việc 1/1; rõ địa chỉ")
