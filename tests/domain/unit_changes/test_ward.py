"""A ward brought in: every day before stays as it was, and all of the ward is there after it."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.members.memberships import EventKind, MembershipEvent, Status
from ccb_desktop.domain.members.units import Post, PostScope
from ccb_desktop.domain.unit_changes.ward import WardOrder, bring_in
from tests.domain.figures.rosters import FIRST, LAST
from tests.domain.unit_changes.made_books import (
    AT_RANDOM,
    UNITS,
    a_person,
    a_unit,
    count,
    day,
    figures_to,
    identities,
    in_club,
    make_books,
    merger_days,
    on_roll,
    roster_book,
    rosters,
)

ON = date(2021, 7, 1)
EVE = date(2021, 6, 30)
WARD = "Phường An Thịnh"


def order(on=ON, ward=WARD):
    return WardOrder(ward=ward, on=on)


def ours():
    """Our own small branch, with every book that a figure asks for."""
    return make_books(
        [on_roll(1, 1, card_no="0001"), in_club(2, 6)],
        posts=[Post(id=1, person_id=1, title="Bí thư chi bộ", scope=PostScope.PARTY)],
        people=[a_person(1, citizen_id="079000000001"), a_person(2)],
    )


def lines(plan, tells):
    return [line for line in plan.lines if line.tells == tells]


def brought(books, number):
    """The membership brought in as the given one of many, with its events."""
    membership = books.memberships.new[number]
    return membership, books.events_of(membership)


def event(kind, on, number=1, **more):
    return MembershipEvent(
        membership_id=number, kind=EventKind(kind), happened_on=day(on), unit_id=1, **more
    )


@given(rosters(most=3), merger_days)
@AT_RANDOM
def test_any_ward_leaves_every_day_before_as_it_was(ward, on):
    assume(identities(ward, on) == [])
    books, eve = ours(), on - timedelta(days=1)
    before = figures_to(books, eve)
    bring_in(books, ward, order(on), LAST)
    assert figures_to(books, eve) == before
    assert identities(books, on) == []


@given(rosters(most=3), merger_days)
@AT_RANDOM
def test_from_the_day_on_both_are_counted_together(ward, on):
    books = ours()
    own, theirs = roster_book(books), roster_book(ward)
    bring_in(books, ward, order(on), LAST)
    together = roster_book(books)
    for last in {on, on + (LAST - on) / 2, LAST}:
        a, b, both = (count(book, FIRST, last).by_code for book in (own, theirs, together))
        for code in ("members_closing", "members_exempt", "club_members"):
            assert both[code].value == (a[code].value or 0) + (b[code].value or 0), (code, last)
    came = count(together, on, on)["members_transferred_in"]
    entered = [e for e in theirs.events if e.happened_on.first_day == on]
    assert came == len(theirs.present_on(on - timedelta(days=1))) + sum(
        e.kind is EventKind.TRANSFERRED_IN for e in entered
    )


def test_a_member_comes_by_transfer_and_keeps_his_joining_and_his_card():
    ward = make_books(
        [on_roll(1, 1, joined_on=day("5/1995"), card_no="AT-7", sub_unit_id=4)],
        [event("EXEMPTED", "1/3/2019", reason="Tuổi cao", decision_no="12/QĐ")],
    )
    books = ours()
    plan, ids = bring_in(books, ward, order(), LAST)
    membership, (entry, pause) = brought(books, 0)
    assert (membership.joined_on, membership.card_no) == (day("5/1995"), "AT-7")
    assert membership.on_roll_from is None
    assert (entry.kind, entry.happened_on) == (EventKind.TRANSFERRED_IN, day("1/7/2021"))
    assert (entry.elsewhere, entry.reason) == (WARD, "Sáp nhập")
    units = books.units
    assert (units[entry.unit_id].name, units[entry.sub_unit_id].name) == ("Chi hội 1", "Phân hội 1")
    assert (pause.kind, pause.reason, pause.note) == (
        EventKind.EXEMPTED,
        "Tuổi cao",
        f"Từ 01/03/2019 ở {WARD}",
    )
    assert books.standings_of(membership)[-1].status is Status.EXEMPT
    assert membership.note == f"Theo sổ {WARD}: miễn sinh hoạt 01/03/2019 (QĐ 12/QĐ, Tuổi cao)"
    assert ids.people == {1: membership.person_id}
    assert ids.memberships == {1: membership.id}
    assert [line.who for line in lines(plan, "Hội viên")] == ["Trần Văn Bình 1 (1941)"]


def test_who_comes_with_his_ward_and_leaves_the_same_day_is_counted_in_his_phan_hoi():
    ward = make_books([on_roll(1, 1, sub_unit_id=4)], [event("TRANSFERRED_OUT", "1/7/2021")])
    books = ours()
    bring_in(books, ward, order(), LAST)
    assert identities(books, ON) == []


def test_who_had_left_is_kept_as_a_person_who_was_never_a_member_here():
    ward = make_books([on_roll(1, 1)], [event("DECEASED", "1/3/2019")])
    books = ours()
    plan, _ids = bring_in(books, ward, order(), LAST)
    membership, events = brought(books, 0)
    assert (events, books.standings_of(membership)) == ([], [])
    assert membership.note == f"Theo sổ {WARD}: từ trần 01/03/2019"
    assert [line.after for line in lines(plan, "Chỉ giữ hồ sơ")] == ["từ trần"]


def test_what_happened_after_the_day_comes_in_as_it_is():
    later = [event("DECEASED", "1/9/2021"), event("ADMITTED", "2/9/2021", 2)]
    ward = make_books([on_roll(1, 1), on_roll(2, 1, "1/1/2025"), on_roll(3, 1, "1/8/2021")], later)
    books = ours()
    bring_in(books, ward, order(), LAST)
    kinds = [[e.kind for e in brought(books, number)[1]] for number in range(3)]
    assert kinds == [["TRANSFERRED_IN", "DECEASED"], ["ADMITTED"], []]
    assert brought(books, 2)[0].on_roll_from == day("1/8/2021")
    assert identities(books, ON) == []


TO_2 = a_unit(8, "CH7", "CHI_HOI", "Tổ 2", former_ward="Xã Đông", note="Xa")


def test_who_left_by_a_date_known_to_the_year_does_not_come_back_by_his_day_on_the_roll():
    ward = make_books([on_roll(1, 1, "1/9/2021")], [event("EXPELLED", "2021")])
    books = ours()
    bring_in(books, ward, order(), LAST)
    membership, events = brought(books, 0)
    assert (events, books.standings_of(membership)) == ([], [])


def test_units_keep_their_names_and_are_of_this_branch_since_the_day():
    ward = make_books([on_roll(1, 1)], units=(*UNITS, TO_2))
    books = ours()
    plan, _ids = bring_in(books, ward, order(), LAST)
    new = books.units.new
    assert [unit.name for unit in new if unit.kind == "CHI_HOI"] == [
        *("Chi hội 1", "Chi hội 2", "Chi hội 3", "Tổ 2")
    ]
    assert {unit.former_ward for unit in new} == {WARD}
    assert [unit.code for unit in new if unit.kind == "CHI_HOI"] == [
        *("CH1-2", "CH2-2", "CH3-2", "CH7")
    ]
    assert (new[0].founded_on, new[0].brought_in_on) == (day("1990"), day("1/7/2021"))
    assert [new[0].stands_on(on) for on in (EVE, ON)] == [False, True]
    assert [unit.note for unit in new if unit.code == "CH7"] == [
        "Xa; Phường/xã cũ trước đó: Xã Đông"
    ]
    part = next(unit for unit in new if unit.kind == "PHAN_HOI")
    assert part.parent_id == new[0].id
    assert lines(plan, "Đơn vị")[0].after == "mã CH1 đã dùng, đổi thành CH1-2"


def test_numbers_that_somebody_has_already_are_noted_and_told():
    ward = make_books(
        [on_roll(1, 1, card_no="0001")], people=[a_person(1, citizen_id="079000000001")]
    )
    books = ours()
    plan, _ids = bring_in(books, ward, order(), LAST)
    membership, _events = brought(books, 0)
    person = books.people[membership.person_id]
    assert (person.citizen_id, membership.card_no) == ("", "")
    assert person.note == f"CCCD trong sổ {WARD}: 079000000001"
    assert membership.note == f"Số thẻ trong sổ {WARD}: 0001"
    assert len(lines(plan, "Số trùng")) == 2
    assert any("Ghi trùng" in warning for warning in plan.warnings)


def test_the_address_of_before_is_kept():
    people = [
        a_person(1, address="1 Bờ Kênh", street_group="Tổ 2"),
        a_person(2, address="2 Bờ Kênh", old_address="Thôn Đông"),
        a_person(3),
    ]
    ward = make_books([on_roll(number, 1) for number in (1, 2, 3)], people=people)
    books = ours()
    bring_in(books, ward, order(), LAST)
    assert [(p.address, p.old_address) for p in books.people.new] == [
        ("1 Bờ Kênh", f"1 Bờ Kênh, Tổ 2, {WARD}"),
        ("2 Bờ Kênh", "Thôn Đông"),
        ("", ""),
    ]


def test_posts_in_units_go_on_and_those_of_the_old_board_end():
    posts = [
        Post(id=1, person_id=1, title="Chi hội trưởng", unit_id=1, from_on=day("2015")),
        Post(id=2, person_id=1, title="Chủ tịch", unit_id=1),
        Post(id=3, person_id=1, title="Ủy viên BCH", to_on=day("2010")),
        Post(id=4, person_id=1, title="Bí thư chi bộ", scope=PostScope.PARTY),
    ]
    books = ours()
    plan, _ids = bring_in(books, make_books([on_roll(1, 1)], posts=posts), order(), LAST)
    head, chair, earlier, party = books.posts.new
    assert (books.units[head.unit_id].former_ward, head.to_on) == (WARD, None)
    assert (chair.unit_id, chair.organisation, chair.to_on) == (None, WARD, day("30/6/2021"))
    assert (earlier.to_on, party.to_on) == (day("2010"), None)
    assert [line.before for line in lines(plan, "Thôi giữ chức")] == [f"Chủ tịch, {WARD}"]


def test_households_come_with_their_people():
    books = ours()
    bring_in(books, make_books([on_roll(1, 1)]), order(), LAST)
    (person,), (home,) = books.people.new, books.households.new
    assert person.household_id == home.id
    assert books.units[home.unit_id].former_ward == WARD
    assert home.years[0].poverty == "POOR"


def test_figures_typed_in_by_hand_are_listed_and_not_taken():
    figure = ManualFigure(
        id=1,
        indicator="members_closing",
        from_on=date(2020, 1, 1),
        to_on=date(2020, 12, 31),
        value="1099",
    )
    books = ours()
    ward = make_books([on_roll(1, 1)], manual_figures=[figure])
    plan, _ids = bring_in(books, ward, order(), LAST)
    (line,) = lines(plan, "Không nhận")
    assert (line.before, line.after) == ("1.099", "01/01/2020 – 31/12/2020")
    assert books.manual_figures.new == []
    assert any("nhập tay" in warning for warning in plan.warnings)


def test_a_ward_that_seems_to_be_there_already_is_warned_of():
    books = ours()
    bring_in(books, make_books([on_roll(1, 1)]), order(), LAST)
    again, _ids = bring_in(books, make_books([on_roll(1, 1)]), order(ward="phuong an thinh"), LAST)
    assert "Trong sổ đã có đơn vị" in again.warnings[0]


@pytest.mark.parametrize(
    ("asked", "fields"),
    [(order(ward=" "), {"ward"}), (order(on=LAST + timedelta(days=1)), {"on"})],
)
def test_what_cannot_be_is_refused(asked, fields):
    with pytest.raises(Invalid) as refusal:
        bring_in(ours(), make_books([on_roll(1, 1)]), asked, LAST)
    assert set(refusal.value.fields) == fields
