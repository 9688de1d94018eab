"""Puts the welfare of the practice branch together: usual amounts, visits, and what goes on."""

from collections.abc import Sequence
from datetime import date

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.book import PracticeMoney, Purse
from ccb_desktop.domain.practice.money.funds import BEGUN_ON, Funds
from ccb_desktop.domain.practice.money.roll import Enrolled
from ccb_desktop.domain.practice.money.visits import make_visits
from ccb_desktop.domain.practice.money.whole import make_practice_money
from ccb_desktop.domain.practice.welfare.book import PracticeWelfare
from ccb_desktop.domain.practice.welfare.care import make_illnesses, make_martyrs
from ccb_desktop.domain.practice.welfare.deaths import make_deaths
from ccb_desktop.domain.practice.welfare.houses import make_houses
from ccb_desktop.domain.practice.welfare.rounds import make_rounds
from ccb_desktop.domain.visits.rounds import UsualAmount
from ccb_desktop.domain.visits.visits import Occasion, RecipientKind

_USUAL = (
    UsualAmount(occasion=Occasion.SICK, amount_dong=300_000, from_on=BEGUN_ON),
    UsualAmount(occasion=Occasion.FUNERAL, amount_dong=300_000, goods="vòng hoa", from_on=BEGUN_ON),
    UsualAmount(
        occasion=Occasion.FUNERAL,
        recipient_kind=RecipientKind.RELATIVE,
        amount_dong=200_000,
        from_on=BEGUN_ON,
    ),
    UsualAmount(occasion=Occasion.HOLIDAY, amount_dong=150_000, from_on=BEGUN_ON),
    UsualAmount(occasion=Occasion.HOLIDAY, amount_dong=200_000, from_on=date(2025, 1, 1)),
    UsualAmount(occasion=Occasion.LONGEVITY, amount_dong=100_000, from_on=BEGUN_ON),
    UsualAmount(occasion=Occasion.LONGEVITY, from_age=90, amount_dong=300_000, from_on=BEGUN_ON),
    UsualAmount(occasion=Occasion.WAR_INVALIDS_DAY, amount_dong=150_000, from_on=BEGUN_ON),
    UsualAmount(
        occasion=Occasion.ENLISTMENT,
        recipient_kind=RecipientKind.RECRUIT,
        amount_dong=200_000,
        from_on=BEGUN_ON,
    ),
)


_WELFARE_DICE = 104_729
"""Welfare falls by dice of its own, so that people and other money stay as they are."""


def make_money_and_welfare(
    books: Books, members: int, seed: int
) -> tuple[PracticeMoney, PracticeWelfare]:
    """The treasurer's books of a practice branch, and its books of welfare.

    Args:
        books: Its people and units; of the dead the lunar day is noted, of houses their new
            state.
        members: How many are in the Hội.
        seed: The same number gives the same books.
    """
    welfare = PracticeWelfare(usual=list(_USUAL))

    def pay_for_welfare(purse: Purse, funds: Funds, roll: Sequence[Enrolled]) -> None:
        dice = Dice(seed + _WELFARE_DICE)
        for visit in make_visits(purse.money.vouchers):
            welfare.add_visit(visit)
        make_houses(dice, welfare, purse, funds, books)
        make_illnesses(dice, welfare, roll)
        make_deaths(dice, welfare, purse, funds, books)
        make_martyrs(dice, welfare, roll)
        make_rounds(dice, welfare, purse, funds, books, roll)

    return make_practice_money(books, members, seed, pay_for_welfare), welfare
