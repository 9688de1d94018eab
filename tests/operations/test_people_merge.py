"""Two records of one person made one: nothing is lost, counted once, and parted again whole."""

from dataclasses import replace
from datetime import date

import pytest
from sqlalchemy import insert, select

from ccb_desktop.data.members.merging import HANDED_OVER
from ccb_desktop.data.tables import (
    AttachedFileRow,
    ExemptionReportRow,
    NotDoubleRow,
    OwnFieldRow,
    OwnValueRow,
    PersonMergeRow,
    PersonRow,
    Row,
)
from ccb_desktop.domain.errors import AlreadyDone, Conflict, Invalid, NotFound, Stopped
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import IN_HOI, EventKind, Membership, MembershipKind
from ccb_desktop.domain.members.people import Policy
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.merging.fields import Agreement, Side
from ccb_desktop.operations import checking
from ccb_desktop.operations.doubles import bring_back, list_candidates, list_decisions, set_apart
from ccb_desktop.operations.figures import figures_for
from ccb_desktop.operations.members import events, people, units
from ccb_desktop.operations.members.person_history import list_person_changes
from ccb_desktop.operations.people_compare import compare_two
from ccb_desktop.operations.people_merge import merge_alike, merge_all, merge_people, undo_merge
from ccb_desktop.operations.undo import list_actions, undo
from tests.books import a_person, add_club, add_event, add_member, add_unit, contents, day

HISTORY = ("actions", "record_changes", "sqlite_sequence")
TODAY = date.today()


def books(store):
    found = {table: rows for table, rows in contents(store).items() if table not in HISTORY}
    found["standings"] = sorted(str(row[:-1]) for row in found["standings"])
    return found


@pytest.fixture
def two(store):
    """One man in the rosters of two wards that were merged; gives both ids."""
    first = add_unit(store, former_ward="An Thịnh")
    second = add_unit(store, "CH2", "Chi hội 2", former_ward="Bến Chùa")
    add_member(
        store,
        "Nguyễn Văn An",
        first,
        citizen_id="099052000001",
        home_town="Nam Định",
        policies=(Policy(kind="THUONG_BINH", rate_percent=21),),
        note="Sổ cũ số 3",
    )
    other = Membership(
        unit_id=second, on_roll_from=day("1/7/2025"), joined_on=day("1991"), card_no="B7"
    )
    events.admit_member(
        store,
        a_person(
            "NGUYEN VAN AN",
            phone="0912345678",
            home_town="Nam Định",
            policies=(Policy(kind="THUONG_BINH", grade="4/4"), Policy(kind="TU_DAY")),
            note="Danh sách sáp nhập",
        ),
        other,
        None,
    )
    return 1, 2


def member(store, on=TODAY):
    (line,) = [line for line in people.list_members(store, on) if line.status in IN_HOI]
    return line


def test_what_both_say_is_kept_once(store, two):
    units.save_post(store, Post(person_id=1, title="Chi hội trưởng", unit_id=1))
    units.save_post(store, Post(person_id=2, title="Chi hội trưởng", unit_id=1))
    units.save_post(store, Post(person_id=2, title="Bí thư chi bộ"))
    merge_people(store, *two)
    file = people.load_person_file(store, 1)
    assert file.person.full_name == "Nguyễn Văn An"
    assert (file.person.citizen_id, file.person.phone) == ("099052000001", "0912345678")
    assert file.person.note == "Sổ cũ số 3; Danh sách sáp nhập"
    policies = [(p.kind, p.grade, p.rate_percent) for p in file.person.policies]
    assert policies == [("THUONG_BINH", "4/4", 21), ("TU_DAY", "", None)]
    assert [post.title for post in file.posts] == ["Chi hội trưởng", "Bí thư chi bộ"]
    assert [m.card_no for m in file.memberships] == ["B7"]
    assert member(store).joined_on == day("5/1990")
    with pytest.raises(NotFound):
        people.load_person_file(store, 2)
    assert checking.check(store, deep=True)["ok"]


def test_he_is_counted_once_and_the_years_before_are_as_they_were(store, two):
    def closing(year):
        found = figures_for(store, date(year, 1, 1), date(year, 12, 31))
        return found.by_code["members_closing"].value

    assert [closing(2024), closing(2026)] == [1, 2]
    merge_people(store, *two)
    assert [closing(2024), closing(2026)] == [1, 1]


@pytest.mark.parametrize(("side", "unit_now", "moves"), [(Side.KEPT, 1, 0), (Side.OTHER, 2, 1)])
def test_the_unit_is_chosen_for_the_time_in_both_rosters(store, two, side, unit_now, moves):
    merge_people(store, *two, {"unit": side})
    assert member(store).unit_id == unit_now
    assert member(store, date(2025, 6, 30)).unit_id == 1
    moved = people.list_movements(store)
    assert [m.kind for m in moved] == [EventKind.MOVED_UNIT] * moves
    assert [m.happened_on for m in moved] == [day("1/7/2025")] * moves
    assert checking.check(store, deep=True)["ok"]


def test_the_choices_of_the_officer_hold(store, two):
    before = compare_two(store, *two)
    states = {pair.name: pair.agreement for pair in before.pairs}
    assert states["home_town"] is Agreement.EQUAL
    assert states["phone"] is Agreement.ONE_SIDED
    assert states["full_name"] is Agreement.DIFFERENT
    merge_people(
        store,
        *two,
        {
            "full_name": Side.OTHER,
            "citizen_id": Side.OTHER,
            "note": Side.KEPT,
            "joined_on": Side.OTHER,
        },
    )
    person = people.load_person_file(store, 1).person
    assert (person.full_name, person.citizen_id, person.note) == ("NGUYEN VAN AN", "", "Sổ cũ số 3")
    assert member(store).joined_on == day("1991")


def test_everything_that_hangs_on_them_is_handed_over(store, two):
    with store.writing("Ghi thêm") as session:
        for person_id, sha in ((1, "a"), (2, "a"), (2, "b")):
            session.execute(insert(AttachedFileRow).values(**a_file(person_id, sha)))
        for label in ("Size áo", "Xe"):
            session.add(
                OwnFieldRow(label=label, kind="TEXT", choices="", position=1, retired=False)
            )
        session.flush()
        for person_id, field_id, value in ((1, 1, "L"), (2, 1, "XL"), (2, 2, "Có")):
            session.add(OwnValueRow(person_id=person_id, field_id=field_id, value=value))
        session.add(ExemptionReportRow(membership_id=2, reported_on=day("2026"), note=""))
        session.get_one(PersonRow, 1).tags = frozenset({"Nòng cốt"})
        session.get_one(PersonRow, 2).tags = frozenset({"Đội cờ"})
    third = add_member(store, "Nguyễn Văn Ân", 2) and 3
    set_apart(store, [(2, third), (1, third)])
    assert compare_two(store, *two).files == (1, 2)
    merge_people(store, *two, {"own:1": Side.OTHER})
    with store.reading() as session:
        files = session.execute(select(AttachedFileRow.person_id, AttachedFileRow.sha256)).all()
        values = session.execute(select(OwnValueRow.person_id, OwnValueRow.value)).all()
        assert sorted(map(tuple, files)) == [(1, "a"), (1, "b")]
        assert sorted(map(tuple, values)) == [(1, "Có"), (1, "XL")]
        assert session.scalars(select(ExemptionReportRow.membership_id)).all() == [1]
        assert session.get_one(PersonRow, 1).tags == {"Nòng cốt", "Đội cờ"}
        pairs = session.execute(select(NotDoubleRow.first_id, NotDoubleRow.second_id)).all()
        assert list(map(tuple, pairs)) == [(1, 3)]


def a_file(person_id, sha):
    return {
        **{"person_id": person_id, "kind": "PAPER", "title": sha, "file_name": f"{sha}.pdf"},
        **{"sha256": sha, "size_bytes": 1, "added_on": TODAY, "note": ""},
    }


def test_no_column_that_names_a_person_or_a_membership_is_forgotten():
    named = {
        f"{table.name}.{key.parent.name}"
        for table in Row.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table.name in ("persons", "memberships")
    }
    assert named - {"standings.membership_id", "erasures.person_id"} == HANDED_OVER


def test_households_entered_twice_become_one(store, two):
    for person_id, year in ((1, 2024), (2, 2025)):
        finding = HouseholdYear(year=year, poverty="POOR")
        people.save_household(
            store, Household(head_name="Nguyễn Văn An", years=(finding,)), person_id
        )
    merge_people(store, *two)
    (home,) = people.list_households(store)
    assert [year.year for year in home.years] == [2024, 2025]


def test_a_household_in_which_somebody_lives_stays(store, two):
    for person_id in two:
        people.save_household(store, Household(head_name=f"Hộ {person_id}"), person_id)
    add_member(store, "Trần Thị Ba", 1, household_id=2)
    merge_people(store, *two)
    assert [home.head_name for home in people.list_households(store)] == ["Hộ 1", "Hộ 2"]


def test_clubs_of_both(store, two):
    club = add_club(store)
    for person_id, joined in ((1, "2020"), (2, "3/2018")):
        held = Membership(kind=MembershipKind.CLUB, unit_id=club, joined_on=day(joined))
        events.enter_club(store, people.load_person_file(store, person_id).person, held)
    merge_people(store, *two)
    (line,) = people.list_club_members(store)
    assert (line.person_id, line.joined_on) == (1, day("3/2018"))


def test_a_member_of_the_hoi_and_a_club_member_become_one(store):
    add_member(store, "Nguyễn Văn An")
    club = add_club(store)
    held = Membership(kind=MembershipKind.CLUB, unit_id=club, joined_on=day("2020"))
    events.enter_club(store, a_person("Nguyễn Văn Án", phone="0912345678"), held)
    assert [c.ids for c in list_candidates(store, TODAY)] == [(1, 2)]
    merge_alike(store, 2, 1)
    assert [m.kind for m in people.load_person_file(store, 1).memberships] == ["HOI", "CLUB"]
    assert list_candidates(store, TODAY) == []


def let_come(store, person_id, on, **more):
    """Let somebody be a member by an arrival alone."""
    file = people.load_person_file(store, person_id)
    people.save_person(store, file.person, replace(file.memberships[0], on_roll_from=None))
    add_event(store, person_id, EventKind.TRANSFERRED_IN, on, unit_id=2, **more)


def test_a_man_who_left_one_ward_and_came_to_the_other_has_one_course(store, two):
    add_event(store, 1, EventKind.TRANSFERRED_OUT, "1/5/2025")
    with pytest.raises(Invalid, match="không ghi vào bằng cách nào"):
        merge_people(store, *two)
    let_come(store, 2, "1/7/2025")
    merge_people(store, *two)
    assert [m.kind for m in people.list_movements(store)] == ["TRANSFERRED_OUT", "TRANSFERRED_IN"]
    assert member(store).unit_id == 2
    assert checking.check(store, deep=True)["ok"]


def test_one_whom_both_wards_had_is_merged_without_a_look(store, two):
    let_come(store, 2, "1/7/2025", reason="Sáp nhập")
    merge_people(store, *two)
    assert people.list_movements(store) == []
    assert checking.check(store, deep=True)["ok"]


def test_events_that_contradict_each_other_are_asked_about(store, two):
    add_event(store, 1, EventKind.STRUCK_OFF, "1/12/2025")
    add_event(store, 2, EventKind.DECEASED, "3/3/2026")
    before = books(store)
    with pytest.raises(Invalid, match="So sánh"):
        merge_people(store, *two)
    asked = {one.event.kind: one for one in compare_two(store, *two).asked({})}
    assert asked[EventKind.STRUCK_OFF].keep
    assert not asked[EventKind.DECEASED].keep
    assert "không còn trong Hội" in asked[EventKind.DECEASED].doubt
    with pytest.raises(Invalid, match="không có tên trong Hội"):
        merge_people(store, *two, left_out=())
    assert books(store) == before
    merge_people(store, *two, left_out={asked[EventKind.STRUCK_OFF].event.id})
    assert [m.kind for m in people.list_movements(store)] == ["DECEASED"]
    assert checking.check(store, deep=True)["ok"]


def test_what_both_tell_is_one_event(store, two):
    add_event(store, 1, EventKind.EXEMPTED, "2025", reason="Tuổi cao")
    add_event(store, 2, EventKind.EXEMPTED, "15/8/2025", decision_no="12/QĐ")
    merge_people(store, *two)
    (event,) = people.load_person_file(store, 1).events
    assert (str(event.happened_on), event.reason) == ("15/08/2025", "Tuổi cao")
    assert event.decision_no == "12/QĐ"


def test_a_merge_is_undone_whole_weeks_later_and_done_again(store, two):
    before = books(store)
    merge_people(store, *two)
    merged = books(store)
    (merge,), _apart = list_decisions(store)
    assert (merge.kept_id, merge.absorbed_id, merge.merged_on) == (1, 2, TODAY)
    add_member(store, "Người khác", 1)
    other = list_actions(store)[0].id
    undone = undo_merge(store, merge.id)
    undo(store, other)
    assert books(store) == before
    assert checking.check(store, deep=True)["ok"]
    with pytest.raises(NotFound):
        undo_merge(store, merge.id)
    undo(store, undone.action_id)
    assert books(store) == merged
    undo_merge(store, merge.id)
    assert books(store) == before


def test_what_depends_on_a_merge_is_named(store, two):
    merge_people(store, *two)
    person = people.load_person_file(store, 1).person
    people.save_person(
        store,
        replace(person, phone="0988000111"),
    )
    (merge,), _apart = list_decisions(store)
    before = books(store)
    with pytest.raises(Conflict, match="đã làm: “Sửa hồ sơ Nguyễn Văn An”"):
        undo_merge(store, merge.id)
    assert books(store) == before
    undo(store, list_actions(store)[0].id)
    undo_merge(store, merge.id)
    assert len(people.list_members(store, TODAY)) == 2


def test_an_event_recorded_since_that_would_fit_neither_stops_the_parting(store, two):
    add_event(store, 1, EventKind.TRANSFERRED_OUT, "1/5/2025")
    (out,) = compare_two(store, *two).asked({})
    merge_people(store, *two, left_out={out.event.id})
    add_event(store, 1, EventKind.EXEMPTED, "1/9/2026")
    (merge,), _apart = list_decisions(store)
    before = books(store)
    with pytest.raises(Conflict, match="Sau khi gộp đã ghi thêm biến động"):
        undo_merge(store, merge.id)
    assert books(store) == before


def test_three_records_of_one_man(store, two):
    add_member(store, "Nguyễn Văn An", 2, phone="0912345678")
    merge_people(store, 2, 3)
    merge_people(store, 1, 2)
    merges, _apart = list_decisions(store)
    assert {merge.kept_id for merge in merges} == {1}
    with store.reading() as session:
        assert set(session.scalars(select(PersonMergeRow.absorbed_id))) == {2, 3}
    told = {change.label for change in list_person_changes(store, 1)}
    assert {"Thêm hội viên: NGUYEN VAN AN", "Thêm hội viên: Nguyễn Văn An"} <= told


def test_the_history_of_both_can_be_read_afterwards(store, two):
    person = people.load_person_file(store, 2).person
    people.save_person(
        store,
        replace(person, phone="0988000111"),
    )
    merge_people(store, *two)
    changes = [c for c in list_person_changes(store, 1) if c.record_id == 2 and c.kind == "persons"]
    assert [c.label for c in changes] == [
        "Gộp hồ sơ Nguyễn Văn An và NGUYEN VAN AN",
        "Sửa hồ sơ NGUYEN VAN AN",
        "Thêm hội viên: NGUYEN VAN AN",
    ]


def test_not_the_same_is_remembered_and_can_be_taken_back(store, two):
    assert [c.ids for c in list_candidates(store, TODAY)] == [two]
    set_apart(store, [(2, 1), two])
    assert list_candidates(store, TODAY) == []
    _merges, (apart,) = list_decisions(store)
    assert apart.ids == two
    assert (apart.first_name, apart.second_name) == ("Nguyễn Văn An", "NGUYEN VAN AN")
    bring_back(store, [apart.id])
    assert [c.ids for c in list_candidates(store, TODAY)] == [two]
    with pytest.raises(NotFound):
        bring_back(store, [apart.id])
    with pytest.raises(Invalid):
        set_apart(store, [])


def test_several_pairs_are_merged_one_act_each_and_what_cannot_be_is_said(store, two):
    add_member(store, "Trần Bình", 1)
    add_member(store, "Trần Bính", 1)
    add_event(store, 3, EventKind.STRUCK_OFF, "2025")
    told = []
    merged = merge_all(store, [two, (3, 4), two], lambda *how_far: told.append(how_far))
    assert [change.label for change in merged.done] == ["Gộp hồ sơ Nguyễn Văn An và NGUYEN VAN AN"]
    assert [why.split(":")[0] for why in merged.refused] == ["Trần Bình", "Nguyễn Văn An"]
    assert told == [(0, 3), (1, 3), (2, 3)]


def test_merging_several_can_be_stopped_and_those_done_stay(store, two):
    def stop(done, _total):
        if done:
            raise Stopped("Đã dừng.")

    assert len(merge_all(store, [two, two], stop).done) == 1
    assert len(list_decisions(store)[0]) == 1


def test_one_window_merges_once_and_one_record_is_not_two(store, two):
    with pytest.raises(Invalid):
        compare_two(store, 1, 1)
    merge_people(store, *two, form_id="cửa sổ")
    add_member(store, "Nguyễn Văn An", 2)
    with pytest.raises(AlreadyDone):
        merge_people(store, 1, 3, form_id="cửa sổ")
