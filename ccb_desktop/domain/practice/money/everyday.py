"""What comes in and goes out month by month: allotments, interest, visits, meetings, paper."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.book import Purse, whole_thousands
from ccb_desktop.domain.practice.money.dues import FIRST_YEAR, LAST_YEAR
from ccb_desktop.domain.practice.money.funds import Funds
from ccb_desktop.domain.practice.money.roll import Enrolled

_WARD = "UBND phường Thực Hành"
_AT_A_FUNERAL_DONG = 300_000
OF_FAMILY = "Gia đình "
"""Stands before the name of the dead where his family is given something."""


class Outlay(NamedTuple):
    """Something that is paid again and again.

    `months` are those in which it falls due; `amounts` in thousands of đồng;
    `until` is the year after which it is paid by rounds of gifts.
    """

    fund: str
    category: str
    content: str
    payer: str
    months: tuple[int, ...]
    amounts: tuple[int, int]
    until: int = LAST_YEAR


_EVERY_MONTH = tuple(range(1, 13))
_OUTLAYS = (
    Outlay(
        "activity",
        "Phụ cấp, bồi dưỡng",
        "Bồi dưỡng trực văn phòng tháng {month}",
        "Thường trực Hội",
        _EVERY_MONTH,
        (800, 800),
    ),
    Outlay(
        "activity",
        "Văn phòng phẩm, nước uống",
        "Mua giấy, mực in, nước uống",
        "Cửa hàng văn phòng phẩm Thực Hành",
        (1, 3, 5, 7, 9, 11),
        (150, 420),
    ),
    Outlay(
        "activity",
        "Hội nghị, sinh hoạt",
        "Họp Ban Chấp hành quý",
        "Văn phòng Hội",
        (3, 6, 9, 12),
        (1000, 2000),
    ),
    Outlay(
        "activity",
        "Hội nghị, sinh hoạt",
        "Gặp mặt ngày thành lập Hội 6/12",
        "Văn phòng Hội",
        (12,),
        (2000, 3500),
    ),
    Outlay(
        "dues",
        "Hội nghị, sinh hoạt",
        "Tổng kết công tác Hội năm",
        "Văn phòng Hội",
        (1,),
        (1500, 2500),
    ),
    Outlay(
        "solidarity",
        "Mừng thọ",
        "Mừng thọ hội viên đầu xuân",
        "Các chi hội",
        (2,),
        (1500, 3000),
        until=2024,
    ),
    Outlay(
        "solidarity",
        "Thăm hỏi, tặng quà",
        "Tặng quà hội viên khó khăn dịp Tết",
        "Các chi hội",
        (1,),
        (2000, 4500),
        until=2024,
    ),
)


def make_everyday(
    dice: Dice,
    purse: Purse,
    funds: Funds,
    books: Books,
    roll: Sequence[Enrolled],
) -> None:
    """Enter what goes out, as far as the funds reach.

    Args:
        dice: For what is left to chance.
        purse: Everything goes into its books.
        funds: The funds.
        books: Who died, so that leave was taken of him.
        roll: The members, some of whom are visited.
    """
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        for outlay in _OUTLAYS:
            _outlay(dice, purse, getattr(funds, outlay.fund), outlay, year)
        _visits(dice, purse, funds, year, roll)
        _moves(purse, funds, year)
    _funerals(purse, funds, books)
    _relief(purse, funds)


def make_income(
    dice: Dice, purse: Purse, funds: Funds, roll: Sequence[Enrolled], units: Sequence[Unit]
) -> None:
    """Enter what comes in every year besides dues and campaigns.

    Args:
        dice: For what is left to chance.
        purse: Everything goes into its books.
        funds: The funds.
        roll: The members.
        units: The chi hội that stand.
    """
    for year in range(FIRST_YEAR, LAST_YEAR + 1):
        _income(dice, purse, funds, year)
        _paid_into_base(dice, purse, funds, year, roll, units)


def _past(day: date) -> bool:
    return day <= REFERENCE_DAY


def _income(dice: Dice, purse: Purse, funds: Funds, year: int) -> None:
    for month in (1, 4, 7, 10):
        day = dice.day(date(year, month, 5), date(year, month, 20))
        if _past(day):
            purse.receive(
                funds.activity,
                day,
                1000 * dice.number(4500, 6500),
                payer=_WARD,
                category="Kinh phí được cấp",
                content=f"Kinh phí hoạt động quý {(month + 2) // 3}/{year}",
            )
    for day in (date(year, 6, 25), date(year, 12, 25)):
        held = purse.held(funds.base, MoneyPlace.BANK, day) if _past(day) else 0
        if held:
            purse.receive(
                funds.base,
                day,
                whole_thousands(held * 0.02),
                place=MoneyPlace.BANK,
                payer="Ngân hàng Thực Hành",
                category="Lãi tiền gửi",
                content="Lãi tiền gửi 6 tháng",
            )


def _paid_into_base(
    dice: Dice,
    purse: Purse,
    funds: Funds,
    year: int,
    roll: Sequence[Enrolled],
    units: Sequence[Unit],
) -> None:
    """Each spring the members pay into the base fund of their chi hội, or of the branch."""
    on = date(year, 4, 15)
    stood = [member.unit_on(on) for member in roll]
    for unit in units:
        day = dice.day(date(year, 4, 5), date(year, 4, 28))
        amount = 20_000 * round(stood.count(unit.id) * dice.number(80, 100) / 100)
        if amount:
            purse.receive(
                funds.base_of_chi_hoi.get(unit.id or 0, funds.base),
                day,
                amount,
                payer=unit.name,
                unit_id=unit.id,
                category="Hội viên đóng góp",
                content=f"{unit.name} đóng góp chân quỹ năm {year}",
            )


def _outlay(dice: Dice, purse: Purse, fund: Fund, outlay: Outlay, year: int) -> None:
    for month in outlay.months:
        day = dice.day(date(year, month, 6), date(year, month, 27))
        amount = 1000 * dice.number(*outlay.amounts)
        if _past(day) and year <= outlay.until:
            purse.pay(
                fund,
                day,
                amount,
                payer=outlay.payer,
                category=outlay.category,
                content=outlay.content.format(month=month),
            )


def _visits(dice: Dice, purse: Purse, funds: Funds, year: int, roll: Sequence[Enrolled]) -> None:
    """Some of the sick are visited each year."""
    for _ in range(max(4, min(150, len(roll) // 25))):
        member, day = dice.pick(roll), dice.day(date(year, 1, 10), date(year, 12, 20))
        unit_id = member.unit_on(day)
        if unit_id is not None and _past(day):
            purse.pay(
                funds.solidarity,
                day,
                dice.pick((200_000, 300_000, 500_000)),
                payer=member.person.full_name,
                person_id=member.person.id,
                unit_id=unit_id,
                category="Thăm hỏi, tặng quà",
                content="Thăm hội viên ốm đau, nằm viện",
            )


def _funerals(purse: Purse, funds: Funds, books: Books) -> None:
    for event in sorted(books.events.by_id.values(), key=lambda one: one.happened_on.first_day):
        if event.kind is EventKind.DECEASED:
            membership = books.memberships[event.membership_id or 0]
            person = books.people[membership.person_id or 0]
            purse.pay(
                funds.solidarity,
                event.happened_on.first_day,
                _AT_A_FUNERAL_DONG,
                payer=f"{OF_FAMILY}{person.full_name}",
                person_id=person.id,
                unit_id=event.unit_id,
                category="Phúng viếng",
                content=f"Phúng viếng hội viên {person.full_name}",
            )


def _moves(purse: Purse, funds: Funds, year: int) -> None:
    """Once a year cash goes to the bank, and dues help the solidarity fund."""
    to_bank = date(year, 5, 8)
    if _past(to_bank):
        purse.transfer(
            funds.base,
            to_bank,
            5_000_000,
            to_fund_id=funds.base.id,
            to_place=MoneyPlace.BANK,
            content="Gửi tiền mặt chân quỹ vào ngân hàng",
        )
    to_solidarity = date(year, 12, 27)
    if _past(to_solidarity):
        purse.transfer(
            funds.dues,
            to_solidarity,
            whole_thousands(0.3 * _dues_of(purse, year)),
            to_fund_id=funds.solidarity.id,
            to_place=MoneyPlace.CASH,
            content=f"Trích hội phí năm {year} cho quỹ nghĩa tình",
        )


def _dues_of(purse: Purse, year: int) -> int:
    return sum(one.amount_dong for one in purse.money.hand_ins if one.year == year)


def _relief(purse: Purse, funds: Funds) -> None:
    """What the campaign for those whom the flood struck has brought is handed on."""
    day = date(2024, 11, 8)
    amount = whole_thousands(purse.held(funds.solidarity, MoneyPlace.CASH, day) * 0.4)
    purse.pay(
        funds.solidarity,
        day,
        amount,
        payer="Hội CCB tỉnh Sông Mới",
        category="Khác",
        content="Chuyển tiền ủng hộ đồng bào vùng bão lũ",
    )
