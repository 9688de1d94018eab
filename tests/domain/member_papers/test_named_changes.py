"""Every change with its name: it explains the numbers of each unit, one by one."""

from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.member_papers.changes_list import RosterChanges, balance, changes_list
from ccb_desktop.domain.member_papers.named_changes import (
    ChangeGroup,
    by_unit,
    named_changes,
)
from ccb_desktop.domain.member_papers.roster_changes import changes_by_unit
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.papers import Band, row_texts
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import a_line, a_movement, a_source

ADDS = (ChangeGroup.CAME, ChangeGroup.ON_ROLL, ChangeGroup.MOVED_IN)
TAKES = (ChangeGroup.WENT, ChangeGroup.MOVED_OUT)

FROM, TO = date(2026, 1, 1), date(2026, 6, 5)


def found(opening, closing, movements):
    return named_changes(opening, closing, movements, FROM, TO)


def told(changes):
    return [(one.unit_name, one.what, str(one.on)) for one in changes]


def test_who_moves_stands_in_both_units():
    opening, closing = [a_line()], [a_line(unit_id=2, unit_name="Chi hội 2")]
    move = a_movement(EventKind.MOVED_UNIT, "2026-02-01", unit_id=2, unit_name="Chi hội 2")
    assert told(found(opening, closing, [move])) == [
        ("Chi hội 1", "Sang Chi hội 2", "01/02/2026"),
        ("Chi hội 2", "Từ Chi hội 1 đến", "01/02/2026"),
    ]


def test_a_move_between_parts_of_a_unit_changes_no_number():
    move = a_movement(EventKind.MOVED_UNIT, "2026-02-01")
    (one,) = found([a_line()], [a_line()], [move])
    assert (one.group, one.what) == (ChangeGroup.STATUS, "Chuyển phân hội")


def test_an_exemption_that_ended_by_itself_is_told_with_its_day():
    pause = a_movement(EventKind.EXEMPTED, "2025-10-01", until_on=PartialDate(2026, 2))
    (one,) = found([a_line(status=Status.EXEMPT)], [a_line()], [pause])
    assert (one.what, str(one.on)) == ("Hết hạn miễn sinh hoạt", "01/03/2026")
    resumed = a_movement(EventKind.RESUMED, "2026-02-03", 2)
    (one,) = found([a_line(status=Status.EXEMPT)], [a_line()], [pause, resumed])
    assert (one.what, str(one.on)) == ("Sinh hoạt trở lại", "03/02/2026")


def test_an_exemption_that_ended_outside_the_period_is_not_told():
    for until in (PartialDate(2025, 12, 30), PartialDate(2026, 6, 5), None):
        pause = a_movement(EventKind.EXEMPTED, "2025-10-01", until_on=until)
        assert found([a_line()], [a_line()], [pause]) == ()


def test_who_is_on_the_roll_without_an_event_is_named():
    (one,) = found([], [a_line()], [])
    assert (one.group, one.full_name) == (ChangeGroup.ON_ROLL, "Nguyễn Văn An")
    left = a_movement(EventKind.DECEASED, "2026-03-01")
    gone = found([], [a_line(status=Status.DECEASED)], [left])
    assert [one.group for one in gone] == [ChangeGroup.ON_ROLL, ChangeGroup.WENT]


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 3), st.booleans()), max_size=25))
def test_the_names_explain_the_numbers_of_every_unit(steps):
    unit_now = {1: 1, 2: 2, 3: None, 4: None, 5: 3, 6: None}
    opening = [at(m, u) for m, u in unit_now.items() if u]
    movements = []
    for place, (member, unit, leaves) in enumerate(steps, 1):
        if unit_now[member] is None:
            kind, unit_now[member] = EventKind.READMITTED, unit
        elif leaves:
            kind, unit, unit_now[member] = EventKind.STRUCK_OFF, unit_now[member], None
        else:
            kind, unit_now[member] = EventKind.MOVED_UNIT, unit
        where = {"unit_id": unit, "unit_name": f"Chi hội {unit}"}
        day = f"2026-01-{place:02}"
        movements.append(a_movement(kind, day, place, membership_id=member, **where))
    closing = [at(m, u) for m, u in unit_now.items() if u]
    named = by_unit(found(opening, closing, movements))
    for unit in changes_by_unit(opening, closing, movements):
        groups = Counter(one.group for one in named.get(unit.unit_id, ()))
        came = sum(groups[group] for group in ADDS)
        went = sum(groups[group] for group in TAKES)
        assert unit.opening + came - went == unit.closing
        assert (groups[ChangeGroup.MOVED_IN], groups[ChangeGroup.MOVED_OUT]) == (
            unit.moved_in,
            unit.moved_out,
        )


def at(member, unit):
    return a_line(person_id=member, unit_id=unit, unit_name=f"Chi hội {unit}")


def test_the_list_heads_each_unit_with_its_balance():
    opening, closing = [a_line()], [a_line(), a_line("Lê Văn Ba", 2)]
    came = a_movement(full_name="Lê Văn Ba", membership_id=2, person_id=2, reason="Đủ điều kiện")
    changes = RosterChanges(
        changes_by_unit(opening, closing, [came]), found(opening, closing, [came])
    )
    paper = changes_list(a_source("changes", on=TO), changes)
    names, numbers = paper.tables
    assert names.rows[0] == Band("Chi hội 1: Đầu kỳ 1 + 1 vào − 0 ra = cuối kỳ 2")
    assert next(iter(row_texts(names)))[1:6] == (
        *("Lê Văn Ba", "", "Chi hội 1"),
        *("Kết nạp", "03/02/2026"),
    )
    assert "1 thay đổi" in names.note
    assert numbers.totals[0][2] == 1
    assert paper.subtitle == "Từ ngày 01/01/2026 đến ngày 05/06/2026"


def test_a_filter_leaves_only_what_fits():
    opening = [a_line(), a_line("Lê Văn Ba", 2, unit_id=2, unit_name="Chi hội 2")]
    both = [
        a_movement(EventKind.EXEMPTED),
        a_movement(EventKind.DECEASED, "2026-02-04", 2, membership_id=2, full_name="Lê Văn Ba"),
    ]
    changes = RosterChanges(changes_by_unit(opening, [a_line()], both), found(opening, [], both))
    paper = changes_list(a_source("changes", on=TO, filter="tu tran"), changes)
    (names,) = paper.tables
    assert [row[1] for row in row_texts(names)] == ["Lê Văn Ba"]


def test_moves_and_silent_entries_stand_in_the_balance():
    opening, closing = [a_line()], [a_line(unit_id=2, unit_name="Chi hội 2"), a_line("B", 2)]
    move = a_movement(EventKind.MOVED_UNIT, "2026-02-01", unit_id=2, unit_name="Chi hội 2")
    first, second = changes_by_unit(opening, closing, [move])
    assert balance(first) == "Đầu kỳ 1 + 1 vào − 0 ra − 1 sang chi hội khác = cuối kỳ 1"
    assert balance(second) == "Đầu kỳ 0 + 0 vào + 1 từ chi hội khác − 0 ra = cuối kỳ 1"
    sentence = RosterChanges((first, second), found(opening, closing, [move])).sentence()
    assert sentence.startswith("Đầu kỳ 1 + 1 vào − 0 ra = cuối kỳ 2 hội viên")
    assert "1 người có tên mà chưa ghi biến động" in sentence
