"""The check of rule 14, chi hội by chi hội."""

from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.member_papers.roster_changes import (
    changes_by_unit,
    changes_table,
    sum_of,
)
from ccb_desktop.domain.members.memberships import IN_HOI, EventKind, Status
from ccb_desktop.domain.papers import row_texts
from tests.paper_values import a_line, a_movement


def of(changes, name):
    return next(unit for unit in changes if unit.unit_name == name)


def test_who_enters_leaves_and_moves_is_counted_where_it_happened():
    opening = [a_line(person_id=1), a_line(person_id=2), a_line(person_id=3)]
    movements = [
        a_movement(EventKind.MOVED_UNIT, "2026-02-01", 1, unit_id=2, unit_name="Chi hội 2"),
        a_movement(EventKind.DECEASED, "2026-03-01", 2, membership_id=1, unit_id=2),
        a_movement(EventKind.TRANSFERRED_IN, "2026-04-01", 3, membership_id=4),
        a_movement(EventKind.EXEMPTED, "2026-04-02", 4, membership_id=2),
    ]
    gone = a_line(person_id=1, unit_id=2, unit_name="Chi hội 2", status=Status.DECEASED)
    exempt = a_line(person_id=2, status=Status.EXEMPT)
    closing = [gone, exempt, a_line(person_id=3), a_line(person_id=4)]
    changes = changes_by_unit(opening, closing, movements)
    first, second = of(changes, "Chi hội 1"), of(changes, "Chi hội 2")
    assert (first.opening, first.moved_out, first.closing) == (3, 1, 3)
    assert first.events == {EventKind.TRANSFERRED_IN: 1}
    assert (second.opening, second.moved_in, second.closing) == (0, 1, 0)
    assert second.events == {EventKind.DECEASED: 1}
    assert all(unit.balances for unit in changes)


def test_someone_who_came_and_went_within_the_period_is_counted_twice():
    left = a_line(status=Status.TRANSFERRED_OUT)
    movements = [
        a_movement(EventKind.ADMITTED, "2026-02-01", 1),
        a_movement(EventKind.TRANSFERRED_OUT, "2026-03-01", 2),
    ]
    (unit,) = changes_by_unit([], [left], movements)
    assert (unit.opening, unit.closing, sum(unit.events.values())) == (0, 0, 2)
    assert unit.balances


def test_on_the_roll_without_an_entry_is_said_under_the_table():
    changes = changes_by_unit([], [a_line()], [])
    assert sum_of(changes).unrecorded == 1
    assert "1 hội viên có tên" in changes_table(changes).note


def test_units_stand_in_the_order_of_their_numbers():
    lines = [a_line(person_id=n, unit_id=n, unit_name=f"Chi hội {n}") for n in (10, 2, 1)]
    table = changes_table(changes_by_unit(lines, lines, []))
    assert [row[1] for row in row_texts(table)] == ["Chi hội 1", "Chi hội 2", "Chi hội 10"]
    assert table.totals[0][1:3] == ("Tổng cộng", 3)
    assert table.note == ""


@settings(deadline=None, max_examples=80)
@given(st.lists(st.tuples(st.integers(1, 6), st.integers(1, 3), st.booleans()), max_size=25))
def test_rule_14_holds_unit_by_unit_whatever_happens(steps):
    unit_now = {1: 1, 2: 2, 3: None, 4: None, 5: 3, 6: None}
    opening = [a_line(person_id=m, unit_id=u) for m, u in unit_now.items() if u]
    movements = []
    for place, (member, unit, leaves) in enumerate(steps, 1):
        if unit_now[member] is None:
            kind, unit_now[member] = EventKind.READMITTED, unit
        elif leaves:
            kind, unit, unit_now[member] = EventKind.STRUCK_OFF, unit_now[member], None
        else:
            kind, unit_now[member] = EventKind.MOVED_UNIT, unit
        movements.append(
            a_movement(kind, f"2026-01-{place:02}", place, membership_id=member, unit_id=unit)
        )
    closing = [a_line(person_id=m, unit_id=u) for m, u in unit_now.items() if u]
    changes = changes_by_unit(opening, closing, movements)
    assert all(unit.balances for unit in changes)
    assert sum_of(changes).closing == sum(line.status in IN_HOI for line in closing)
    assert sum_of(changes).moved_in == sum_of(changes).moved_out
