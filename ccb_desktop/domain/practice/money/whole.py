"""Puts the money of the practice branch together: five years locked, the last half year open."""

from collections.abc import Callable, Sequence
from datetime import date

from ccb_desktop.domain.funds.cash_counts import NOTES_DONG, CashCount, sum_of_pieces
from ccb_desktop.domain.funds.funds import Fund, MoneyPlace
from ccb_desktop.domain.funds.ledger import PeriodLock
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.book import PracticeMoney, Purse
from ccb_desktop.domain.practice.money.campaigns import make_campaigns
from ccb_desktop.domain.practice.money.dues import FIRST_YEAR, LAST_YEAR, make_dues
from ccb_desktop.domain.practice.money.everyday import make_everyday, make_income
from ccb_desktop.domain.practice.money.funds import Funds, make_funds
from ccb_desktop.domain.practice.money.loans import make_bank_loans, make_loans
from ccb_desktop.domain.practice.money.roll import Enrolled, roll_of

_OTHER_DICE = 7_919
"""Money falls by dice of its own, so that the people stay who they are."""

_COUNTED_ON = (date(2025, 12, 31), date(2026, 3, 31))
_TREASURER, _WITNESS = "Thủ quỹ Hội", "Trưởng ban Kiểm tra"


SpendMore = Callable[[Purse, Funds, Sequence[Enrolled]], None]
"""Pays for what other books of the branch tell of."""


def make_practice_money(
    books: Books, members: int, seed: int, spend_more: SpendMore | None = None
) -> PracticeMoney:
    """The treasurer's books of a practice branch.

    Args:
        books: Its people and units.
        members: How many are in the Hội.
        seed: The same number gives the same money.
        spend_more: Comes before the cash is counted.
    """
    dice, money, roll = Dice(seed + _OTHER_DICE), PracticeMoney(), roll_of(books)
    purse = Purse(money)
    every = [unit for unit in books.units.by_id.values() if unit.kind is UnitKind.CHI_HOI]
    standing = [unit for unit in every if unit.stands_on(REFERENCE_DAY)]
    funds = make_funds(purse, standing, members)
    make_dues(dice, purse, funds, roll, every)
    make_campaigns(dice, purse, funds, roll, standing)
    make_income(dice, purse, funds, roll, standing)
    make_loans(dice, purse, funds, roll)
    make_everyday(dice, purse, funds, books, roll)
    make_bank_loans(dice, purse, members)
    _make_mistakes(purse, funds)
    if spend_more is not None:
        spend_more(purse, funds, roll)
    _count_cash(purse, funds)
    money.drafts += _drafts(funds)
    money.locks += _locks()
    return money


def _make_mistakes(purse: Purse, funds: Funds) -> None:
    """Two vouchers were wrong; each was voided, and the right one written."""
    sweets = {"payer": "Cửa hàng Bến Chùa", "category": "Hội nghị, sinh hoạt"}
    words = "Nước uống, bánh kẹo hội nghị sơ kết"
    advance = {
        "payer": "Văn phòng Hội",
        "category": "Khác",
        "content": "Thu lại tiền tạm ứng thừa",
    }
    wrong = purse.receive(funds.activity, date(2026, 6, 10), 5_000_000, **advance)
    purse.void(wrong, date(2026, 6, 12), "Ghi nhầm số tiền")
    purse.receive(funds.activity, date(2026, 6, 12), 500_000, **advance)
    twice = purse.pay(funds.activity, date(2026, 5, 21), 350_000, content=words, **sweets)
    if twice is not None:
        purse.void(twice, date(2026, 5, 25), "Ghi hai lần một hóa đơn")
        purse.pay(funds.activity, date(2026, 5, 25), 350_000, content=words, **sweets)


def _count_cash(purse: Purse, funds: Funds) -> None:
    """The box of each fund of the branch was counted; once 20.000 đồng were missing."""
    for day in _COUNTED_ON:
        for fund in (funds.dues, funds.base, funds.solidarity, funds.activity):
            lacks = 20_000 if (day, fund) == (_COUNTED_ON[-1], funds.activity) else 0
            purse.money.cash_counts.append(_count(purse, fund, day, lacks))


def _count(purse: Purse, fund: Fund, day: date, lacks_dong: int) -> CashCount:
    book = purse.held(fund, MoneyPlace.CASH, day)
    pieces, left = {}, book - lacks_dong
    for value in NOTES_DONG:
        pieces[value], left = divmod(left, value)
    counted = book - lacks_dong
    return CashCount(
        fund_id=fund.id or 0,
        counted_on=day,
        book_dong=book,
        counted_dong=counted,
        pieces=pieces if sum_of_pieces(pieces) == counted else {},
        counted_by=_TREASURER,
        witness=_WITNESS,
        reason="Trả tiền gửi xe, chưa có phiếu" if lacks_dong else "",
    )


def _drafts(funds: Funds) -> list[Voucher]:
    """Papers that wait to be posted."""
    return [
        Voucher(
            kind=VoucherKind.RECEIPT,
            issued_on=date(2026, 6, 29),
            fund_id=funds.campaign.id or 0,
            amount_dong=2_000_000,
            payer="Hợp tác xã vận tải Sông Mới",
            content="Ủng hộ Xây nhà tình nghĩa 2026",
            category="Ủng hộ",
        ),
        Voucher(
            kind=VoucherKind.PAYMENT,
            issued_on=REFERENCE_DAY,
            fund_id=funds.activity.id or 0,
            amount_dong=240_000,
            payer="Cửa hàng văn phòng phẩm Thực Hành",
            content="Mua giấy in",
            category="Văn phòng phẩm, nước uống",
        ),
        Voucher(
            kind=VoucherKind.PAYMENT,
            issued_on=REFERENCE_DAY,
            fund_id=funds.solidarity.id or 0,
            amount_dong=300_000,
            content="Thăm hội viên nằm viện",
            category="Thăm hỏi, tặng quà",
        ),
    ]


def _locks() -> list[PeriodLock]:
    """Each past year, and the first quarter of the running one."""
    years = [
        PeriodLock(year=year, locked_on=date(year + 1, 1, 20))
        for year in range(FIRST_YEAR, LAST_YEAR)
    ]
    months = [
        PeriodLock(year=LAST_YEAR, month=month, locked_on=date(LAST_YEAR, month + 1, 5))
        for month in (1, 2, 3)
    ]
    return years + months
