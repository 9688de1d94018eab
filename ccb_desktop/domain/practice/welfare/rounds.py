"""Rounds of gifts of the practice branch: Tết, long lives, 27/7, recruits, a reunion."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any, NamedTuple

from ccb_desktop.domain.code_lists import code_list
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.households import state_in
from ccb_desktop.domain.members.people import LONGEVITY_AGES, Person, Sex
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.book import Purse
from ccb_desktop.domain.practice.money.funds import Funds
from ccb_desktop.domain.practice.money.roll import Enrolled
from ccb_desktop.domain.practice.names import kinh_name
from ccb_desktop.domain.practice.welfare.book import PracticeWelfare
from ccb_desktop.domain.queries import HOW_LABEL, Condition, Group, How, Join, as_json
from ccb_desktop.domain.visits.payments import round_payment, round_visit
from ccb_desktop.domain.visits.rounds import GiftRound, Handed, RoundRecipient
from ccb_desktop.domain.visits.visits import Occasion, RecipientKind

_POOR = tuple(Condition("poverty", How.IS, code) for code in ("POOR", "NEAR_POOR"))
_WOUNDED = tuple(Condition("policies", How.IS, code) for code in ("THUONG_BINH", "BENH_BINH"))
_OF_MARTYRS = (Condition("policies", How.IS, "THAN_NHAN_LIET_SI"),)
_OLD = (
    *(Condition("age", How.EQUALS, str(age)) for age in LONGEVITY_AGES),
    Condition("age", How.AT_LEAST, "100"),
)
_AGED = (Condition("age", How.AT_LEAST, "85"),)
_CAMBODIA = (Condition("periods", How.IS, "CAMBODIA"),)


class _Plan(NamedTuple):
    """One round; `fund` is a field of `Funds`, empty where no money is given."""

    title: str
    occasion: Occasion
    planned_on: date
    criteria: tuple[Condition, ...]
    fund: str = "solidarity"
    amount_dong: int = 0
    goods: str = ""
    goods_value_dong: int = 0
    theme: str = ""
    outsiders: int = 0
    outsider: RecipientKind = RecipientKind.POOR_HOUSEHOLD
    absent: int = 0


_BAG: dict[str, Any] = {"goods": "1 túi quà", "goods_value_dong": 120_000}
_RECRUITS: dict[str, Any] = {
    "fund": "activity",
    "amount_dong": 200_000,
    "outsider": RecipientKind.RECRUIT,
}
_PLANS = (
    _Plan(
        "Mừng thọ Xuân Ất Tỵ 2025", Occasion.LONGEVITY, date(2025, 2, 5), _OLD, amount_dong=100_000
    ),
    _Plan(
        "Tặng quà Tết Ất Tỵ 2025",
        Occasion.HOLIDAY,
        date(2025, 1, 21),
        _POOR,
        amount_dong=200_000,
        outsiders=2,
        **_BAG,
    ),
    _Plan(
        "Tiễn thanh niên nhập ngũ 2025",
        Occasion.ENLISTMENT,
        date(2025, 2, 12),
        (),
        outsiders=5,
        **_RECRUITS,
    ),
    _Plan(
        "Tặng quà 27/7 năm 2025",
        Occasion.WAR_INVALIDS_DAY,
        date(2025, 7, 25),
        (*_WOUNDED, *_OF_MARTYRS),
        amount_dong=150_000,
    ),
    _Plan(
        "Hỗ trợ hộ nghèo cuối năm 2025",
        Occasion.POOR_HOUSEHOLD,
        date(2025, 12, 10),
        _POOR[:1],
        amount_dong=500_000,
        outsiders=1,
    ),
    _Plan(
        "Tặng quà 22/12 năm 2025",
        Occasion.ARMY_DAY,
        date(2025, 12, 19),
        _AGED,
        amount_dong=200_000,
    ),
    _Plan(
        "Gặp mặt ngày chiến thắng biên giới Tây Nam 7/1",
        Occasion.REUNION,
        date(2026, 1, 7),
        _CAMBODIA,
        fund="",
        goods="1 cốc sứ lưu niệm",
        goods_value_dong=35_000,
        theme="Chiến trường Campuchia",
    ),
    _Plan(
        "Tặng quà Tết Bính Ngọ 2026",
        Occasion.HOLIDAY,
        date(2026, 2, 9),
        _POOR,
        amount_dong=200_000,
        outsiders=3,
        absent=2,
        **_BAG,
    ),
    _Plan(
        "Mừng thọ Xuân Bính Ngọ 2026",
        Occasion.LONGEVITY,
        date(2026, 2, 24),
        _OLD,
        amount_dong=100_000,
    ),
    _Plan(
        "Tiễn thanh niên nhập ngũ 2026",
        Occasion.ENLISTMENT,
        date(2026, 3, 3),
        (),
        outsiders=6,
        **_RECRUITS,
    ),
    _Plan(
        "Tặng quà 27/7 năm 2026",
        Occasion.WAR_INVALIDS_DAY,
        date(2026, 7, 24),
        (*_WOUNDED, *_OF_MARTYRS),
        amount_dong=150_000,
    ),
)
"""The last is still being prepared when the books of the branch end."""

_LABELS = {
    "poverty": dict(code_list("POVERTY").start),
    "policies": dict(code_list("POLICY").start),
    "periods": dict(code_list("PERIOD").start),
}


def make_rounds(
    dice: Dice,
    welfare: PracticeWelfare,
    purse: Purse,
    funds: Funds,
    books: Books,
    roll: Sequence[Enrolled],
) -> None:
    """Every round for which there is money, with its list, its payment and its visits."""
    for plan in sorted(_PLANS, key=lambda one: one.planned_on):
        fund = getattr(funds, plan.fund) if plan.fund else None
        made = _round(plan, len(welfare.rounds) + 1, fund.id if fund else None)
        lines = [*_listed(made, plan, books, roll), *_outsiders(dice, made, plan)]
        if not lines:
            continue
        if plan.planned_on > REFERENCE_DAY:
            welfare.rounds.append(made)
            welfare.recipients += lines
        else:
            _pay(welfare, purse, plan, made, lines)


def _pay(
    welfare: PracticeWelfare,
    purse: Purse,
    plan: _Plan,
    made: GiftRound,
    lines: list[RoundRecipient],
) -> None:
    """Enter a round that was paid; one for which money lacks is not held at all."""
    there = max(1, len(lines) - plan.absent)
    came, absent = lines[:there], lines[there:]
    payment = round_payment(made, came, plan.planned_on)
    place = purse.spend(payment) if payment is not None else None
    if payment is not None and place is None:
        return
    paid = replace(made, paid_on=plan.planned_on, voucher_id=place)
    welfare.rounds.append(paid)
    welfare.recipients += [replace(one, handed=Handed.RECEIVED) for one in came]
    welfare.recipients += [replace(one, handed=Handed.ABSENT) for one in absent]
    for line in came:
        visit = round_visit(paid, line, plan.planned_on)
        welfare.add_visit(replace(visit, voucher_id=place))


def _round(plan: _Plan, round_id: int, fund_id: int | None) -> GiftRound:
    return GiftRound(
        id=round_id,
        title=plan.title,
        occasion=plan.occasion,
        theme=plan.theme,
        planned_on=plan.planned_on,
        criteria=as_json(Group(Join.ANY, plan.criteria)) if plan.criteria else "",
        fund_id=fund_id,
        amount_dong=plan.amount_dong,
        goods=plan.goods,
        goods_value_dong=plan.goods_value_dong,
    )


def _listed(
    made: GiftRound, plan: _Plan, books: Books, roll: Sequence[Enrolled]
) -> Iterator[RoundRecipient]:
    """The members who fit, as the window would propose them."""
    for member in roll:
        unit_id = member.unit_on(min(plan.planned_on, REFERENCE_DAY))
        person = member.person
        why = [_said(one) for one in plan.criteria if _fits(one, books, person, plan.planned_on)]
        if unit_id is not None and why:
            yield replace(
                _line(made, person.full_name),
                person_id=person.id,
                unit_id=unit_id,
                address=", ".join(part for part in (person.address, person.street_group) if part),
                why="; ".join(why),
            )


def _outsiders(dice: Dice, made: GiftRound, plan: _Plan) -> Iterator[RoundRecipient]:
    for _ in range(plan.outsiders):
        line = _line(made, kinh_name(dice, Sex.MALE).full_name)
        yield replace(
            line,
            recipient_kind=plan.outsider,
            address=f"Tổ dân phố {dice.number(1, 20)}",
        )


def _line(made: GiftRound, name: str) -> RoundRecipient:
    return RoundRecipient(
        round_id=made.id or 0,
        recipient=name,
        amount_dong=made.amount_dong,
        goods=made.goods,
        goods_value_dong=made.goods_value_dong,
    )


def _fits(asked: Condition, books: Books, person: Person, on: date) -> bool:
    if asked.field == "age":
        age = on.year - person.born_on.year if person.born_on else 0
        least = int(asked.value)
        return age == least if asked.how is How.EQUALS else age >= least
    if asked.field == "policies":
        return any(policy.kind == asked.value for policy in person.policies)
    if asked.field == "periods":
        return asked.value in person.periods
    if person.household_id is None:
        return False
    return state_in(books.households[person.household_id].years, on.year).poverty == asked.value


def _said(asked: Condition) -> str:
    """Why somebody is on the list, as `visits.round_lists.reasons` words it."""
    labels = _LABELS.get(asked.field)
    if labels is not None:
        return labels[asked.value]
    how = HOW_LABEL[asked.how]
    told = how.replace("…", asked.value) if "…" in how else f"{how} {asked.value}"
    return f"{FIELD['age']} {told}"
