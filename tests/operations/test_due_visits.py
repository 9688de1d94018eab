"""Who is due, read from real books: on the page, in papers, on the first page."""

from datetime import date, timedelta

import pytest
from docx import Document

from ccb_desktop.data import rows
from ccb_desktop.data.roster_counts import list_member_groups
from ccb_desktop.data.tables import IllnessRow, RelativeRow
from ccb_desktop.data.visits import visits as visit_rows
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.domain.visits.care import Illness, Relative
from ccb_desktop.domain.visits.due import DueKind
from ccb_desktop.domain.visits.visits import Visit
from ccb_desktop.operations import due_visits as due
from ccb_desktop.operations import papers
from ccb_desktop.operations.papers import ListOrder
from ccb_desktop.operations.personal_exports import list_exports
from ccb_desktop.operations.visits.due_home import days_waiting_in, due_waiting_in
from tests.books import add_event, add_member, day
from tests.word_files import word_text

TODAY = date(2026, 11, 29)
LAST = TODAY + timedelta(days=30)


@pytest.fixture
def cared_for(store):
    """A sick member with a fallen uncle, one who died and is remembered, one visited long ago."""
    add_member(store, "Lê Văn Bảy", street_group="Tổ 10", address="Số 5", phone="0905111222")
    add_member(store, "Lê Văn Tám", street_group="Tổ 2")
    add_member(store, "Lê Văn Chín")
    add_event(store, 2, EventKind.DECEASED, "10/12/2020")
    with store.writing("Ghi") as session:
        illness = Illness(person_id=1, from_on=date(2026, 10, 1), what="Tai biến")
        uncle = Relative(
            person_id=1,
            full_name="Lê Văn Sáu",
            relation="Chú",
            died_on=day("12/1972"),
            lunar_death_day="28/10",
            is_martyr=True,
        )
        rows.save(session, IllnessRow, illness)
        rows.save(session, RelativeRow, uncle)
        visit_rows.save_visit(session, a_visit(date(2025, 11, 1)))
        visit_rows.save_visit(session, a_visit(date(2026, 11, 1), voided_on=TODAY))
    return store


def a_visit(visited_on, **more):
    known = {"occasion": "HARDSHIP", "recipient": "Lê Văn Chín", "person_id": 3}
    return Visit(visited_on=visited_on, **(known | more))


def told(found):
    return [(one.kind, one.name, one.on) for one in found.visits]


def test_everybody_is_found_for_his_reason(cared_for):
    found = due.load_due(cared_for, TODAY, TODAY, LAST)
    uncle = "Lê Văn Sáu (liệt sĩ, chú của Lê Văn Bảy)"
    assert told(found) == [
        (DueKind.SICK, "Lê Văn Bảy", None),
        (DueKind.LUNAR_DEATH, "Lê Văn Tám", date(2026, 12, 4)),
        (DueKind.LUNAR_DEATH, uncle, date(2026, 12, 6)),
        (DueKind.SOLAR_DEATH, "Lê Văn Tám", date(2026, 12, 10)),
        (DueKind.UNVISITED, "Lê Văn Bảy", None),
        (DueKind.UNVISITED, "Lê Văn Chín", None),
    ]
    assert found.visits[-1].visited_on == date(2025, 11, 1)


def test_the_first_page_counts_the_same(cared_for):
    week = due.load_due(cared_for, TODAY, TODAY, TODAY + timedelta(days=7)).visits
    with cared_for.reading() as session:
        groups = list_member_groups(session, TODAY, ())
        waiting = due_waiting_in(session, TODAY, groups)
        days = days_waiting_in(session, TODAY)
    counted = {one.filters["kind"]: one.count for one in waiting}
    kinds = [one.kind for one in week if one.kind is not DueKind.SOLAR_DEATH]
    assert counted == {kind.value: kinds.count(kind) for kind in kinds}
    assert [one.sentence for one in days] == ["Ngày thành lập Hội 6/12: còn 7 ngày"]


def test_who_was_wished_long_life_is_not_counted_again(store):
    for person_id, name in enumerate(("Lê Văn Bảy", "Lê Văn Tám", "Lê Văn Trẻ"), 1):
        add_member(store, name, born_on=day("1946" if person_id < 3 else "5/1960"))

    def counted():
        with store.reading() as session:
            groups = list_member_groups(session, TODAY, ())
            return [one.count for one in due_waiting_in(session, TODAY, groups)]

    assert counted() == [2]
    with store.writing("Ghi") as session:
        wish = {"occasion": "LONGEVITY", "person_id": 1}
        visit_rows.save_visit(session, a_visit(date(2026, 2, 1), **wish))
        visit_rows.save_visit(session, a_visit(date(2021, 2, 1), **(wish | {"person_id": 2})))
        visit_rows.save_visit(session, a_visit(TODAY, **(wish | {"person_id": 3})))
    assert counted()[0] == 1
    month = Period.of_month(TODAY.year, TODAY.month)
    found = due.load_due(store, TODAY, month.from_on, month.to_on).visits
    assert [one.person_id for one in found if one.kind is DueKind.LONGEVITY] == [2]


def test_where_no_visit_is_entered_nobody_is_forgotten(store):
    add_member(store)
    assert due.load_due(store, TODAY, TODAY, LAST).visits == ()
    with store.reading() as session:
        groups = list_member_groups(session, TODAY, ())
        assert due_waiting_in(session, TODAY, groups) == ()


def test_lists_look_ahead_where_no_first_day_is_given(cared_for):
    ahead = papers.list_rows(cared_for, ListOrder(name="anniversaries", on=TODAY))
    (table,) = ahead.tables
    assert [row[1:3] for row in row_texts(table)] == [
        ("04/12/2026", "26/10"),
        ("06/12/2026", "28/10"),
        ("10/12/2026", "2/11"),
    ]
    order = ListOrder(name="due-visits", from_on=TODAY, on=TODAY)
    assert "Tai biến" in next(row_texts(papers.list_rows(cared_for, order).tables[0]))[3]


def test_the_route_goes_by_street_group_each_once(cared_for, tmp_path):
    found = due.load_due(cared_for, TODAY, TODAY, LAST)
    out = tmp_path / "di-tham.docx"
    due.write_route_list(cared_for, found.visits, TODAY, LAST, out, masked=False)
    cells = [[cell.text for cell in row.cells] for row in Document(out).tables[1].rows]
    firsts = [row[0] for row in cells if row[0] == row[1]]
    assert firsts[:2] == ["Tổ 2 (1)", "Tổ 10 (2)"]
    (sick,) = (row for row in cells if row[1] == "Lê Văn Bảy")
    assert sick[3] == "0905111222"
    assert sick[5] == "Ốm từ 01/10/2026: Tai biến; Chưa ghi lần thăm nào"
    due.write_route_list(cared_for, found.visits, TODAY, LAST, out)
    assert "0905•••222" in word_text(out) and "0905111222" not in word_text(out)
    assert [one.masked for one in list_exports(cared_for)] == [True, False]
    masked = papers.list_rows(cared_for, ListOrder(name="route-list", on=TODAY))
    assert all("0905111222" not in row for row in row_texts(masked.tables[0]))


@pytest.mark.parametrize(("role", "hidden"), [(Role.READER, True), (Role.CLERK, False)])
def test_who_only_reads_is_not_told_what_ails_the_sick(cared_for, role, hidden):
    cared_for.user = User(name="Hà", roles=frozenset({role}))
    (sick,) = [
        one
        for one in due.load_due(cared_for, TODAY, TODAY, LAST).visits
        if one.kind is DueKind.SICK
    ]
    assert sick.why == ("Ốm từ 01/10/2026" if hidden else "Ốm từ 01/10/2026: Tai biến")
    assert sick.phone == ("0905•••222" if hidden else "0905111222")
    for name in ("due-visits", "route-list"):
        paper = papers.list_rows(cared_for, ListOrder(name=name, on=LAST, from_on=TODAY))
        told_so = any("Tai biến" in cell for cell in cells(paper))
        assert told_so is not hidden


def cells(paper):
    return [text for table in paper.tables for row in row_texts(table) for text in row]
