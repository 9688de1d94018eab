"""Rounds prepared on a real store: chosen by criteria, edited, followed, compared, undone."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.members.people import Policy
from ccb_desktop.domain.queries import Condition, Group, How, Join
from ccb_desktop.domain.visits.due_rounds import ChosenRecipient
from ccb_desktop.domain.visits.round_lists import Since
from ccb_desktop.domain.visits.rounds import GiftRound, RoundRecipient, UsualAmount
from ccb_desktop.domain.visits.visits import RecipientKind
from ccb_desktop.operations.undo import undo
from ccb_desktop.operations.visits import round_payments, rounds, usual
from tests.books import add_member, add_unit, day
from tests.ledger import open_fund

TODAY = date.today()
DAY = date(2026, 2, 10)
WOUNDED = Condition("policies", How.IS, "THUONG_BINH")
OLD = Condition("age", How.AT_LEAST, "80")
SOME = (ChosenRecipient("Trần Văn An", person_id=1), ChosenRecipient("Lê Văn Bình", person_id=2))
ANY = Group(Join.ANY, (WOUNDED, OLD))


@pytest.fixture
def people(store):
    unit = add_unit(store)
    wounded = (Policy(kind="THUONG_BINH", rate_percent=21),)
    add_member(store, "Trần Văn An", unit, policies=wounded, address="Số 1 phố Cầu Đá")
    add_member(store, "Lê Văn Bình", unit)
    add_member(store, "Phạm Thị Chín", unit, policies=wounded)
    return unit


def begin(store, chosen=(), **more):
    values = {"title": "Tặng quà Tết", "occasion": "HOLIDAY", "planned_on": DAY}
    begun = GiftRound(**({"amount_dong": 300_000} | values | more))
    rounds.save_round(store, begun, chosen=chosen)
    return max(line.round.id for line in rounds.list_lines(store))


def lines_of(store, round_id):
    return [one.line for one in rounds.open_round(store, round_id, TODAY).listed]


def test_criteria_choose_members_and_say_why(store, people):
    round_id = begin(store)
    change = rounds.choose_people(store, round_id, ANY)
    found = [(line.recipient, line.why, line.amount_dong) for line in lines_of(store, round_id)]
    assert found == [
        ("Trần Văn An", "Thương binh", 300_000),
        ("Phạm Thị Chín", "Thương binh", 300_000),
    ]
    assert lines_of(store, round_id)[0].address == "Số 1 phố Cầu Đá"
    with pytest.raises(Conflict, match="Không có ai để thêm"):
        rounds.choose_people(store, round_id, ANY)
    with pytest.raises(Invalid):
        rounds.choose_people(store, round_id, Group())
    undo(store, change.action_id)
    assert lines_of(store, round_id) == []


def test_a_round_for_some_who_are_chosen_is_one_act(store, people):
    new = GiftRound(title="Thăm ốm", occasion="SICK", planned_on=DAY, amount_dong=200_000)
    change = rounds.save_round(store, new, chosen=(*SOME, SOME[0]._replace(why="Ốm nặng")))
    (line,) = rounds.list_lines(store)
    assert (line.sums.listed, line.sums.listed_dong) == (2, 400_000)
    undo(store, change.action_id)
    assert rounds.list_lines(store) == []


def test_members_and_outsiders_are_added_and_taken_off(store, people):
    usual.save_usual_amount(
        store,
        UsualAmount(
            occasion="HOLIDAY",
            recipient_kind=RecipientKind.POOR_HOUSEHOLD,
            amount_dong=500_000,
            from_on=date(2025, 1, 1),
        ),
    )
    round_id = begin(store, amount_dong=0, goods="1 hộp bánh")
    ill = RoundRecipient(round_id=round_id, recipient="Lê Văn Bình", person_id=2, why="Ốm lâu ngày")
    rounds.save_recipient(store, ill)
    outsider = RoundRecipient(
        round_id=round_id,
        recipient=" Bà Tư ",
        recipient_kind=RecipientKind.POOR_HOUSEHOLD,
    )
    rounds.save_recipient(store, outsider)
    member, poor = lines_of(store, round_id)
    assert (member.recipient, member.why, member.amount_dong) == ("Lê Văn Bình", "Ốm lâu ngày", 0)
    assert (poor.recipient, poor.amount_dong, poor.goods) == ("Bà Tư", 500_000, "1 hộp bánh")
    with pytest.raises(Invalid, match="đã có trong danh sách"):
        rounds.save_recipient(store, outsider)
    rounds.remove_recipients(store, round_id, [poor.id])
    assert lines_of(store, round_id) == [member]


def test_the_usual_amount_of_an_age_is_given_and_followed(store, people):
    for age, dong in ((70, 300_000), (80, 500_000)):
        usual.save_usual_amount(
            store,
            UsualAmount(
                occasion="LONGEVITY", from_age=age, amount_dong=dong, from_on=date(2026, 1, 1)
            ),
        )
    add_member(store, "Trần Văn Lão", people, born_on=day("1946"))
    add_member(store, "Lê Thị Bảy", people, born_on=day("5/1956"))
    round_id = begin(store, amount_dong=0, occasion="LONGEVITY")
    rounds.choose_people(store, round_id, Group(Join.ALL, (OLD,)))
    rounds.save_recipient(
        store, RoundRecipient(round_id=round_id, recipient="Lê Thị Bảy", person_id=5)
    )
    assert [line.amount_dong for line in lines_of(store, round_id)] == [500_000, 300_000]
    one = rounds.open_round(store, round_id, TODAY).round
    rounds.save_round(store, GiftRound(**{**_values(one), "amount_dong": 400_000}))
    assert {line.amount_dong for line in lines_of(store, round_id)} == {400_000}
    rounds.save_round(store, one)
    assert [line.amount_dong for line in lines_of(store, round_id)] == [500_000, 300_000]


def test_lines_follow_the_amount_of_their_round_until_they_are_changed(store, people):
    round_id = begin(store)
    rounds.choose_people(store, round_id, ANY)
    first, second = lines_of(store, round_id)
    own = RoundRecipient(**{**_values(first), "amount_dong": 700_000})
    rounds.save_recipient(store, own)
    one = rounds.open_round(store, round_id, TODAY).round
    rounds.save_round(store, GiftRound(**{**_values(one), "amount_dong": 400_000}))
    amounts = {line.recipient: line.amount_dong for line in lines_of(store, round_id)}
    assert amounts == {first.recipient: 700_000, second.recipient: 400_000}


def _values(record):
    return {name: getattr(record, name) for name in record.__slots__}


def test_of_a_paid_round_only_title_and_note_are_changed(store, people):
    round_id = begin(store, fund_id=open_fund(store, cash=5_000_000))
    rounds.choose_people(store, round_id, ANY)
    round_payments.pay_round(store, round_id, DAY)
    one = rounds.open_round(store, round_id, TODAY).round
    rounds.save_round(store, GiftRound(**{**_values(one), "title": "Tết Bính Ngọ"}))
    with pytest.raises(Conflict, match="đã chi"):
        rounds.save_round(store, GiftRound(**{**_values(one), "amount_dong": 1}))
    assert rounds.list_lines(store)[0].round.title == "Tết Bính Ngọ"


def test_a_chi_hoi_does_not_pay_out_of_the_branch_s_fund(store, people):
    fund = open_fund(store, "Quỹ chi hội", unit_id=people)
    with pytest.raises(Invalid) as refused:
        begin(store, fund_id=fund)
    assert "fund_id" in refused.value.fields


def test_a_round_is_compared_with_the_one_before(store, people):
    before = begin(store, title="Tết 2025", planned_on=date(2025, 1, 20), chosen=SOME)
    round_id = begin(store)
    rounds.choose_people(store, round_id, ANY)
    file = rounds.open_round(store, round_id, TODAY)
    assert file.before.id == before
    found = rounds.compare_rounds(store, round_id, before)
    assert {one.line.person_id: one.since for one in found} == {
        1: Since.BOTH,
        3: Since.NEW,
        2: Since.GONE,
    }


def test_age_and_roll_hold_on_the_day_of_the_round(store, people):
    add_member(store, "Võ Văn Dũng", people, other_name="")
    choice = rounds.load_choice(store, date(1985, 1, 1))
    assert choice.members == ()
    found = rounds.load_choice(store, DAY)
    age = found.fields["age"].value_of
    assert {age(line) for line in found.members} == {2026 - day("1952").year}


def test_a_round_never_paid_is_taken_out(store, people):
    round_id = begin(store)
    rounds.choose_people(store, round_id, ANY)
    rounds.remove_round(store, round_id)
    assert rounds.list_lines(store) == []
