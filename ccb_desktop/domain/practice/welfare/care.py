"""Who of the practice branch was ill, who still is, and the martyrs of its families."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.roll import Enrolled
from ccb_desktop.domain.practice.names import kinh_name
from ccb_desktop.domain.practice.welfare.book import PracticeWelfare
from ccb_desktop.domain.visits.care import Illness, Relative
from ccb_desktop.domain.visits.deaths import lunar_day
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, Visit

_WHAT = (
    *("Tai biến mạch máu não", "Cao huyết áp, tim mạch", "Gãy xương đùi", "Viêm phổi"),
    *("Tiểu đường có biến chứng", "Mổ đục thủy tinh thể", "Thoái hóa cột sống"),
)
_WHERE = (
    *("Bệnh viện đa khoa tỉnh Sông Mới", "Trung tâm y tế khu vực Bến Chùa"),
    *("Bệnh viện phục hồi chức năng tỉnh", "Điều trị tại nhà"),
)
_STILL_ILL = (date(2026, 6, 3), date(2026, 6, 14), date(2026, 6, 22))
"""Since when those are ill whom nobody has visited yet."""

_CHI_HOI_GOES_SINCE = date(2025, 1, 1)
_MARTYRS_MOST = 40
_ELDER = ("Anh trai", "Cha", "Chú", "Em trai")


def make_illnesses(dice: Dice, welfare: PracticeWelfare, roll: Sequence[Enrolled]) -> None:
    """An illness behind each visit to the sick, and a few that wait for a visit.

    Every other time the chi hội has gone as well, with a gift out of its own pocket.
    """
    for place, visit in enumerate(tuple(welfare.visits)):
        if visit.occasion == Occasion.SICK and visit.person_id is not None:
            begun = visit.visited_on - timedelta(days=dice.number(2, 12))
            over = visit.visited_on + timedelta(days=dice.number(4, 25))
            to_on = over if over <= REFERENCE_DAY else None
            welfare.illnesses.append(_illness(dice, visit.person_id, begun, to_on))
            if place % 2 == 0 and visit.visited_on >= _CHI_HOI_GOES_SINCE:
                welfare.add_visit(_by_chi_hoi(visit))
    there = [one for one in roll if one.unit_on(REFERENCE_DAY) is not None]
    for member, day in zip(dice.shuffled(there), _STILL_ILL, strict=False):
        welfare.illnesses.append(_illness(dice, member.person.id or 0, day, None))


def _by_chi_hoi(visit: Visit) -> Visit:
    """The chi hội went with the branch, and brought something that no fund paid."""
    return Visit(
        visited_on=visit.visited_on,
        occasion=visit.occasion,
        recipient=visit.recipient,
        person_id=visit.person_id,
        unit_id=visit.unit_id,
        paid_by=PaidBy.CHI_HOI,
        goods="1 giỏ trái cây",
        goods_value_dong=150_000,
        visitors="Ban chi hội",
    )


def _illness(dice: Dice, person_id: int, from_on: date, to_on: date | None) -> Illness:
    return Illness(
        person_id=person_id,
        from_on=from_on,
        to_on=to_on,
        what=dice.pick(_WHAT),
        hospital=dice.pick(_WHERE),
    )


def make_martyrs(dice: Dice, welfare: PracticeWelfare, roll: Sequence[Enrolled]) -> None:
    """The fallen of families that the roster calls families of martyrs."""
    welfare.relatives += list(_martyrs(dice, roll))[:_MARTYRS_MOST]


def _martyrs(dice: Dice, roll: Sequence[Enrolled]) -> Iterator[Relative]:
    for member in roll:
        person = member.person
        if any(policy.kind == "THAN_NHAN_LIET_SI" for policy in person.policies):
            fell_on = PartialDate.of(dice.day(date(1966, 1, 1), date(1979, 12, 31)))
            yield Relative(
                person_id=person.id or 0,
                full_name=name_in_family(dice, person, Sex.MALE),
                relation=dice.pick(_ELDER),
                died_on=fell_on,
                lunar_death_day=lunar_day(fell_on),
                is_martyr=True,
            )


def name_in_family(dice: Dice, person: Person, sex: Sex) -> str:
    """The name of somebody who bears the family name of another."""
    name = kinh_name(dice, sex).full_name
    if person.sort_by_first_word:
        return name
    return " ".join((person.full_name.split()[0], *name.split()[1:]))
