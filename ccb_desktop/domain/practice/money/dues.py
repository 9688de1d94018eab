"""Five and a half years of dues, handed in by chi hội, and what went up to the next level."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from ccb_desktop.domain.funds.dues import DuesExemption, DuesHandIn, DuesPayment, DuesRate
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.book import Purse, whole_thousands
from ccb_desktop.domain.practice.money.funds import Funds
from ccb_desktop.domain.practice.money.roll import Enrolled

FIRST_YEAR, LAST_YEAR = 2021, 2026
_RATES = (
    DuesRate(
        from_on=date(FIRST_YEAR, 1, 1), amount_dong=36_000, chi_hoi_percent=50, upper_percent=20
    ),
    DuesRate(
        from_on=date(2025, 1, 1),
        amount_dong=60_000,
        chi_hoi_percent=50,
        upper_percent=20,
        note="Nghị quyết đầu năm 2025",
    ),
)
_FREE_FROM_AGE, _FREE_SINCE = 80, 2023
_IN_THE_FIRST_HALF = 49
_STOPPED_PERCENT, _SKIPPED_PERCENT = 1.5, 2.0


class _Turn(NamedTuple):
    """One handing in of one chi hội."""

    unit_id: int
    year: int
    half: int


def make_dues(
    dice: Dice, purse: Purse, funds: Funds, roll: Sequence[Enrolled], units: Sequence[Unit]
) -> None:
    """Enter rates, exemptions, handings in with who paid, and what went up.

    Args:
        dice: For what is left to chance.
        purse: Everything goes into its books.
        funds: Who takes the money.
        roll: The members.
        units: Every chi hội, also one that ended.
    """
    money = purse.money
    money.dues_rates += _RATES
    money.dues_exemptions += _exemptions(roll)
    free = {one.person_id for one in money.dues_exemptions if one.person_id}
    handed: dict[_Turn, list[DuesPayment]] = defaultdict(list)
    days = {
        _Turn(unit.id or 0, year, half): _handing_in_day(dice, year, half)
        for year in range(FIRST_YEAR, LAST_YEAR + 1)
        for half in (1, 2)
        for unit in units
    }
    for member in roll:
        if member.person.id not in free:
            for turn, payment in _paid(dice, member, days):
                handed[turn].append(payment)
    names = {unit.id: unit.name for unit in units}
    for turn, payments in sorted(handed.items()):
        _hand_in(purse, funds, turn, names[turn.unit_id], payments)
    _hand_up(purse, funds)


def _exemptions(roll: Sequence[Enrolled]) -> list[DuesExemption]:
    """The very old, and one man who is ill for good."""
    since = date(_FREE_SINCE, 1, 1)
    found = [DuesExemption(age_from=_FREE_FROM_AGE, from_on=since, reason="Tuổi cao")]
    ill = next((one.person.id for one in roll[3:] if one.unit_on(since)), None)
    if ill is not None:
        found.append(DuesExemption(person_id=ill, from_on=date(2021, 1, 1), reason="Bệnh nặng"))
    return found


def _handing_in_day(dice: Dice, year: int, half: int) -> date:
    if half == 1:
        return dice.day(date(year, 5, 20), date(year, 6, 25))
    return dice.day(date(year, 11, 5), date(year, 12, 15))


def _paid(
    dice: Dice, member: Enrolled, days: dict[_Turn, date]
) -> Iterator[tuple[_Turn, DuesPayment]]:
    """What one member paid, year by year: most all of it, a few stopped some years ago."""
    stopped_in = 2024 if dice.chance(_STOPPED_PERCENT) else LAST_YEAR + 1
    for year in range(FIRST_YEAR, min(LAST_YEAR + 1, stopped_in)):
        half = 1 if year == LAST_YEAR or dice.chance(_IN_THE_FIRST_HALF) else 2
        if dice.chance(_SKIPPED_PERCENT) or _is_free(member, year):
            continue
        months = member.months_of(year, 6 if year == LAST_YEAR else 12)
        for turn in (half, 3 - half) if year < LAST_YEAR else (1,):
            found = _handing_in(member, year, turn, days)
            if found is not None and months:
                yield found, _payment(member, found, months, days[found])
                break


def _is_free(member: Enrolled, year: int) -> bool:
    return year >= _FREE_SINCE and member.age_in(year) >= _FREE_FROM_AGE


def _handing_in(member: Enrolled, year: int, half: int, days: dict[_Turn, date]) -> _Turn | None:
    """The handing in of his chi hội in which he could pay: he was in it on that day."""
    asked = date(year, 6, 1) if half == 1 else date(year, 11, 20)
    unit_id = member.unit_on(asked)
    turn = _Turn(unit_id or 0, year, half)
    return turn if turn in days and member.unit_on(days[turn]) == unit_id else None


def _payment(member: Enrolled, turn: _Turn, months: int, paid_on: date) -> DuesPayment:
    return DuesPayment(
        person_id=member.person.id or 0,
        year=turn.year,
        amount_dong=_rate_of(turn.year).amount_dong * months // 12,
        paid_on=paid_on,
        unit_id=turn.unit_id,
    )


def _rate_of(year: int) -> DuesRate:
    return next(rate for rate in reversed(_RATES) if rate.from_on.year <= year)


def _hand_in(
    purse: Purse, funds: Funds, turn: _Turn, unit_name: str, payments: list[DuesPayment]
) -> None:
    """One receipt of the branch; where the chi hội has a fund for it, one for its own share."""
    whole = sum(payment.amount_dong for payment in payments)
    own = funds.dues_of_chi_hoi.get(turn.unit_id)
    share = whole * _rate_of(turn.year).chi_hoi_percent // 100 if own else 0
    handed_on = payments[0].paid_on
    said = {
        "payer": unit_name,
        "unit_id": turn.unit_id,
        "category": "Hội phí",
        "content": f"{unit_name} nộp hội phí năm {turn.year}, {len(payments)} hội viên",
    }
    voucher = purse.receive(funds.dues, handed_on, whole - share, **said)
    kept = purse.receive(own, handed_on, share, **said) if own and share else None
    hand_in = DuesHandIn(
        id=len(purse.money.hand_ins) + 1,
        unit_id=turn.unit_id,
        year=turn.year,
        handed_on=handed_on,
        fund_id=funds.dues.id or 0,
        amount_dong=whole,
        voucher_id=voucher,
        share_voucher_id=kept,
    )
    purse.money.hand_ins.append(hand_in)
    purse.money.dues_payments += [
        DuesPayment(
            person_id=one.person_id,
            year=one.year,
            amount_dong=one.amount_dong,
            paid_on=one.paid_on,
            unit_id=one.unit_id,
            hand_in_id=hand_in.id,
        )
        for one in payments
    ]


def _hand_up(purse: Purse, funds: Funds) -> None:
    """Just before each New Year the part of the next level goes up."""
    for year in range(FIRST_YEAR, LAST_YEAR):
        collected = sum(one.amount_dong for one in purse.money.hand_ins if one.year == year)
        part = whole_thousands(collected * _rate_of(year).upper_percent / 100)
        if part:
            purse.pay(
                funds.dues,
                date(year, 12, 22),
                part,
                payer="Hội CCB tỉnh Sông Mới",
                category="Nộp cấp trên",
                content=f"Nộp hội phí năm {year} lên cấp trên",
            )
