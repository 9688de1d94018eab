"""The ledger: one voucher posted, balances, arrears and checks where the books are very large."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from typing import Any

from benchmarks.daily import page_flushed
from benchmarks.made_data import ON, Place
from benchmarks.measure import Turn, compare, timed
from benchmarks.results import Result
from ccb_desktop.data.engine import connect, set_pragmas
from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.operations import checking
from ccb_desktop.operations.branch import Store, open_branch
from ccb_desktop.operations.funds import dues, funds, voucher_lists, vouchers
from ccb_desktop.paths import DataFolder

_POST_GOAL, _ARREARS_GOAL, _PAGE_GOAL, _GROWTH_GOAL = 4, 9, 2, 11
_ONE_MEMBER_SECONDS = 0.001
_BOOK_GOAL, _CHECK_GOAL, _BALANCE_GOAL = 4, 5, 1
_FUNDS, _FIRST_YEAR, _YEARS = 10, 2017, 9
_POSTED_IN_A_TURN = 5


# --- Posting ------------------------------------------------------------------------------------


def posting(place: Place) -> Iterator[Result]:
    """One receipt, from the form to the flushed file, in a new book and in a very large one."""
    small = place.fresh_branch()
    with closing(open_branch(small)) as store:
        fund_id = _open(store, 1)
        found = compare(
            page_flushed(small, _POSTED_IN_A_TURN), _posted(store, fund_id), place.sizes.turns
        )
    yield Result(
        "one voucher posted",
        "4 KB written and flushed",
        found.floor,
        found.ours,
        _POST_GOAL,
        found.memory_mb,
    )
    large = place.copied(large_book(place, place.sizes.vouchers))
    with closing(open_branch(large, leave_large_unchecked=True)) as store:
        grown = compare(
            page_flushed(large, _POSTED_IN_A_TURN), _posted(store, 1), place.sizes.turns
        )
    yield Result(
        f"one voucher posted beside {place.sizes.vouchers:,}",
        "one voucher posted in a new book",
        found.ours,
        grown.ours,
        _GROWTH_GOAL,
        grown.memory_mb,
    )


def _open(store: Store, number: int) -> int:
    fund = Fund(name=f"Quỹ {number}", purpose=FundPurpose.OTHER, opened_on=date(2016, 1, 1))
    funds.open_fund(store, fund, {MoneyPlace.CASH: 10**12})
    return max(one.id or 0 for one in funds.list_funds(store))


def _posted(store: Store, fund_id: int) -> Turn:
    receipt = Voucher(
        kind=VoucherKind.RECEIPT,
        issued_on=ON,
        fund_id=fund_id,
        amount_dong=100_000,
        payer="Chi hội 1",
        content="Nộp hội phí",
    )

    def post() -> None:
        for _ in range(_POSTED_IN_A_TURN):
            vouchers.post_voucher(store, receipt)

    return lambda: timed(post) / _POSTED_IN_A_TURN


# --- A very large book --------------------------------------------------------------------------


def ledger(place: Place) -> Iterator[Result]:
    """Balances, a month of the cash book, and the checks of opening, in a very large book."""
    count = place.sizes.vouchers
    folder = large_book(place, count)
    month = date(2023, 5, 1), date(2023, 5, 31)
    with (
        closing(open_branch(folder, leave_large_unchecked=True)) as store,
        closing(connect(folder.store, mode="ro")) as connection,
    ):
        set_pragmas(connection)
        rows, whole = _raw(connection, _ALL_ENTRIES), _raw_check(connection)
        yield _result(
            f"balances of {_FUNDS} funds, {count:,} vouchers",
            ("one pass over the entries", rows, _BALANCE_GOAL),
            lambda: funds.list_balances(store, ON),
            place,
        )
        yield _result(
            f"a month of one cash book, {count:,} vouchers",
            ("its rows by the index", _raw(connection, _ONE_MONTH, *_text(month)), _BOOK_GOAL),
            lambda: voucher_lists.load_cash_book(store, 1, *month),
            place,
        )
        yield _result(
            f"check of the books, {count:,} vouchers",
            ("each page's checksum, one pass over vouchers and entries", whole, _CHECK_GOAL),
            lambda: checking.check(store),
            place,
        )


_ALL_ENTRIES = "SELECT fund_id, place, sum(amount_dong) FROM ledger_entries GROUP BY 1, 2"
_ALL_VOUCHERS = "SELECT sum(amount_dong) FROM vouchers"
_ONE_MONTH = """
    SELECT v.* FROM ledger_entries e JOIN vouchers v ON v.id = e.voucher_id
    WHERE e.fund_id = 1 AND e.place IN ('CASH', 'BANK') AND e.happened_on BETWEEN ? AND ?
"""


def _text(days: tuple[date, date]) -> tuple[str, ...]:
    return tuple(day.isoformat() for day in days)


def _raw(connection: Any, statement: str, *bound: object) -> Callable[[], object]:
    return lambda: connection.execute(statement, bound).fetchall()


def _raw_check(connection: Any) -> Callable[[], object]:
    """What a check of the books cannot do without: it holds each voucher against its entries."""
    passes = [
        _raw(connection, statement)
        for statement in ("PRAGMA cipher_integrity_check", _ALL_VOUCHERS, _ALL_ENTRIES)
    ]
    return lambda: [one() for one in passes]


def _result(
    case: str,
    floor: tuple[str, Callable[[], object], float],
    ours: Callable[[], object],
    place: Place,
    most: float | None = None,
) -> Result:
    words, least, goal = floor
    turns = min(place.sizes.turns, 3)
    found = compare(lambda: timed(least), lambda: timed(ours), turns)
    return Result(case, words, found.floor, found.ours, goal, found.memory_mb, most=most)


def large_book(place: Place, count: int) -> DataFolder:
    """Books with so many posted vouchers in ten funds; for reading only."""
    return place.once(f"vouchers-{count}", lambda folder: _fill(place, folder, count))


def _fill(place: Place, folder: DataFolder, count: int) -> None:
    """Straight into the tables: by the program's way it would take the better part of an hour."""
    shutil.copytree(place.fresh_branch().root, folder.root)
    with closing(open_branch(folder)) as store:
        for number in range(1, _FUNDS + 1):
            _open(store, number)
    with closing(connect(folder.store)) as connection:
        set_pragmas(connection)
        first = connection.execute("SELECT max(id) + 1 FROM vouchers").fetchone()[0]
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(_VOUCHER, _receipts(first, count))
        connection.execute(_ENTRIES, (first,))
        connection.execute("DELETE FROM fund_months")
        connection.execute(_MONTHS)
        connection.execute("COMMIT")


_VOUCHER = """
    INSERT INTO vouchers (id, kind, number_year, number, issued_on, posted_at, fund_id, place,
        amount_dong, payer, address, content, category, reason, old_number, note)
    VALUES (?, 'RECEIPT', ?, ?, ?, '2026-06-30 08:00:00.000000', ?, 'CASH', ?, 'Chi hội 1', '',
        'Nộp hội phí', 'Hội phí', '', '', '')
"""
_ENTRIES = """
    INSERT INTO ledger_entries (voucher_id, fund_id, place, happened_on, amount_dong)
    SELECT id, fund_id, place, issued_on, amount_dong FROM vouchers WHERE id >= ?
"""
_MONTHS = """
    INSERT INTO fund_months (fund_id, place, year, month, amount_dong)
    SELECT fund_id, place, CAST(substr(happened_on, 1, 4) AS INTEGER),
        CAST(substr(happened_on, 6, 2) AS INTEGER), sum(amount_dong)
    FROM ledger_entries GROUP BY 1, 2, 3, 4
"""


def _receipts(first: int, count: int) -> Iterator[tuple[object, ...]]:
    in_a_year = count // _YEARS + 1
    for at in range(count):
        year, number = _FIRST_YEAR + at // in_a_year, at % in_a_year
        day = f"{year}-{number * 12 // in_a_year + 1:02}-{number % 28 + 1:02}"
        yield first + at, year, number + 1, day, at % _FUNDS + 1, 1_000 * (at % 90 + 1)


# --- Arrears ------------------------------------------------------------------------------------


def arrears(place: Place) -> Iterator[Result]:
    """Who lacks dues of which year, in the largest branch there could ever be."""
    people = place.sizes.many
    folder, tenth = place.practice_branch(people), place.practice_branch(people // 10)
    with (
        closing(open_branch(folder, leave_large_unchecked=True)) as store,
        closing(open_branch(tenth, leave_large_unchecked=True)) as smaller,
        closing(connect(folder.store, mode="ro")) as connection,
    ):
        set_pragmas(connection)
        paid = connection.execute("SELECT count(*) FROM dues_payments").fetchone()[0]
        case = f"arrears of {people:,} people, {paid:,} payments"
        whole = ("one pass over the payments", _raw(connection, _BY_YEAR), float(_ARREARS_GOAL))
        yield _result(case, whole, lambda: dues.load_arrears(store, ON), place)
        unit_id = connection.execute(_A_UNIT).fetchone()[0]
        page = (
            "one pass over the payments of the year",
            _raw(connection, _OF_YEAR, ON.year),
            float(_PAGE_GOAL),
        )
        yield _result(
            "dues of one chi hội and year",
            page,
            lambda: dues.load_sheet(store, unit_id, ON.year),
            place,
        )
        own = connection.execute("SELECT max(person_id) FROM dues_payments").fetchone()[0]
        one = ("his payments by the index", _raw(connection, _OF_PERSON, own), 100.0)
        yield _result(
            "dues of one member",
            one,
            lambda: _arrears_of(store, own),
            place,
            _ONE_MEMBER_SECONDS,
        )
        growth = compare(
            lambda: timed(lambda: dues.load_arrears(smaller, ON)),
            lambda: timed(lambda: dues.load_arrears(store, ON)),
            1,
        )
    yield Result(
        f"{case}: ten times the rows",
        f"arrears of {people // 10:,} people",
        growth.floor,
        growth.ours,
        _GROWTH_GOAL,
    )


def _arrears_of(store: Store, person_id: int) -> object:
    with store.reading() as session:
        return dues.arrears_of_person_in(session, person_id, ON)


_BY_YEAR = "SELECT person_id, year, sum(amount_dong) FROM dues_payments GROUP BY 1, 2"
_OF_YEAR = "SELECT person_id, sum(amount_dong) FROM dues_payments WHERE year = ? GROUP BY 1"
_OF_PERSON = "SELECT year, sum(amount_dong) FROM dues_payments WHERE person_id = ? GROUP BY 1"
_A_UNIT = "SELECT unit_id FROM dues_payments WHERE unit_id IS NOT NULL ORDER BY id DESC"
