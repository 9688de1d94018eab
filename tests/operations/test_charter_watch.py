"""The charter watched over a store; what is written down takes findings away, and comes back."""

from datetime import date, timedelta

import pytest

from ccb_desktop.data.charter_books import load_watch_books
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.dues import DuesExemption, DuesPayment, DuesRate
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipEvent
from ccb_desktop.domain.members.units import Post, Term
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations import charter_watch, home
from ccb_desktop.operations.funds import dues
from ccb_desktop.operations.members import events, people, units
from ccb_desktop.operations.undo import list_actions, undo
from tests.books import a_person, add_event, add_member, add_unit, contents, day

TODAY = date.today()


def ago(days):
    return PartialDate.of(TODAY - timedelta(days=days))


def admit(store, name, decided):
    unit = next((u.id for u in units.list_units(store)), None) or add_unit(store)
    event = MembershipEvent(
        kind=EventKind.ADMITTED, happened_on=decided, decision_on=decided, unit_id=unit
    )
    events.admit_member(store, a_person(name), Membership(unit_id=unit), event)


def found(store, rule, on=TODAY):
    return list(charter_watch.watch(store, on).of(rule).findings)


def found_names(store, rule, on=TODAY):
    return [one.name for one in found(store, rule, on)]


def test_only_those_are_read_of_whom_a_rule_may_say_something(store):
    unit = add_unit(store)
    for name in ("Trần Yên", "Lê Miễn", "Ngô Trưởng"):
        add_member(store, name, unit)
    add_event(store, 2, EventKind.EXEMPTED, "1/2020")
    units.save_post(store, Post(person_id=3, title="Chi hội trưởng", unit_id=unit))
    admit(store, "Hà Mới", ago(30))
    with store.reading() as session:
        books = load_watch_books(session, TODAY)
    assert {one.full_name for one in books.members} == {"Lê Miễn", "Ngô Trưởng", "Hà Mới"}
    assert books.paid_on is None is books.attended_on  # by these, anybody may be struck off
    assert books.members_by_unit == {unit: 4}
    assert books.size == 4


def test_as_soon_as_dues_are_kept_who_has_not_paid_for_a_year_may_be_struck_off(store):
    unit, year = add_unit(store), TODAY.year
    for name in ("Trần Yên", "Lê Đóng", "Ngô Miễn", "Hà Cũ"):
        add_member(store, name, unit)
    dues.save_rate(store, DuesRate(from_on=date(year - 3, 1, 1), amount_dong=36_000))
    dues.save_exemption(store, DuesExemption(person_id=3, from_on=date(year - 3, 1, 1)))
    paid = {2: year, 4: year - 2}
    dues.record_payments(
        store,
        [
            DuesPayment(person_id=own, year=of, amount_dong=1, paid_on=date(of, 1, 1))
            for own, of in paid.items()
        ],
    )
    on = date(year, 12, 30)

    candidates = found(store, "striking-off", on)

    assert [one.name for one in candidates] == ["Hà Cũ", "Trần Yên"]
    assert candidates[0].since == PartialDate.parse(f"31/12/{year - 2}")
    assert candidates[1].since == PartialDate.parse(f"1/1/{year - 2}")  # since dues are kept


def test_a_ceremony_day_for_several_is_one_act(store):
    admit(store, "Trần Một", ago(100))
    admit(store, "Lê Hai", ago(90))
    waiting = found(store, "ceremony")
    assert [one.name for one in waiting] == ["Trần Một", "Lê Hai"]
    assert {one.unit_name for one in waiting} == {"Chi hội 1"}
    before = contents(store)["membership_events"]
    change = charter_watch.write_ceremony(store, [one.event_id for one in waiting], ago(80))
    assert change.label == "Ghi ngày lễ kết nạp: 2 người"
    assert found(store, "ceremony") == []
    undo(store, change.action_id)
    assert contents(store)["membership_events"] == before


def test_a_ceremony_before_the_decision_is_refused_and_nothing_is_kept(store):
    admit(store, "Trần Một", ago(100))
    admit(store, "Lê Hai", ago(50))
    ids = [one.event_id for one in found(store, "ceremony")]
    acts = len(list_actions(store))
    with pytest.raises(Invalid, match="đứng trước"):
        charter_watch.write_ceremony(store, ids, ago(60))
    assert len(list_actions(store)) == acts
    assert len(found(store, "ceremony")) == 2


def test_a_letter_is_written_down(store):
    add_member(store, "Trần Một")
    add_event(store, 1, EventKind.TRANSFERRED_OUT, str(ago(60)), elsewhere="Hội CCB xã A")
    [one] = found(store, "transfer")
    change = charter_watch.write_letter(store, [one.event_id], ago(10))
    assert change.label == "Ghi ngày nộp giấy giới thiệu: Trần Một"
    assert found(store, "transfer") == []
    with pytest.raises(Invalid, match="đứng trước"):
        charter_watch.write_letter(store, [one.event_id], ago(70))


def test_reports_of_the_exempt(store):
    add_member(store, "Trần Một")
    add_event(store, 1, EventKind.EXEMPTED, str(ago(200)))
    [one] = found(store, "exemption")
    change = charter_watch.record_reports(store, [one.membership_id], ago(5), "Bằng thư")
    assert (change.kinds, found(store, "exemption")) == ({"exemption_reports"}, [])
    undo(store, change.action_id)
    assert found_names(store, "exemption") == ["Trần Một"]
    with pytest.raises(Invalid, match="chưa đến"):
        charter_watch.record_reports(store, [one.membership_id], ago(-5))


def test_a_rule_is_switched_off_for_a_reason_and_on_again(store):
    admit(store, "Trần Một", ago(100))
    with pytest.raises(Invalid):
        charter_watch.switch_off(store, "ceremony", " ")
    charter_watch.switch_off(store, "ceremony", "Lễ chung")
    charter_watch.switch_off(store, "ceremony", "Lễ chung ngày 6/12")
    result = charter_watch.watch(store, TODAY).of("ceremony")
    assert (result.findings, result.switch.reason) == ((), "Lễ chung ngày 6/12")
    assert list_actions(store)[0].label == "Tắt theo dõi: Lễ kết nạp"
    assert not [one for one in home.overview(store, TODAY).waiting if "lễ kết nạp" in one.sentence]
    charter_watch.switch_on(store, "ceremony")
    assert found_names(store, "ceremony") == ["Trần Một"]


def test_the_first_page_tells_and_leads_there(store):
    admit(store, "Trần Một", ago(100))
    waiting = {one.sentence: one for one in home.overview(store, TODAY).waiting}
    one = waiting["người quá hạn lễ kết nạp"]
    assert (one.count, one.page, one.filters["rule"]) == (1, "review", "ceremony")


def test_a_past_day_sees_the_books_of_that_day(store):
    admit(store, "Trần Một", ago(100))
    early = TODAY - timedelta(days=101)
    assert found(store, "ceremony", early) == []
    [one] = found(store, "ceremony", TODAY - timedelta(days=99))
    assert one.due_on > TODAY - timedelta(days=70)


def test_terms_and_posts_are_looked_into(store):
    add_member(store, "Trần Một")
    assert "Sổ chưa ghi ai là Chi hội trưởng" in found(store, "unit-head")[0].evidence
    units.save_post(store, units.Post(person_id=1, title="Chi hội trưởng", unit_id=1))
    assert found(store, "unit-head") == []
    units.save_term(store, Term(number="VII", from_on=day("2010"), to_on=ago(3)))
    assert found_names(store, "term") == ["Nhiệm kỳ VII"]
    with pytest.raises(Invalid, match="đứng trước"):
        units.save_term(store, Term(number="VIII", from_on=ago(3), to_on=ago(4)))


def test_a_membership_with_reports_can_be_undone_with_its_entry(store):
    added = add_member(store, "Trần Một")
    reported = charter_watch.record_reports(store, [1], ago(5))
    undo(store, reported.action_id)
    undo(store, added.action_id)
    assert people.list_members(store, TODAY) == []
