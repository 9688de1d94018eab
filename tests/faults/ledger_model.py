"""What the ledger must be like whatever was done: sums of vouchers, and nothing of the program.

Everything here is worked out from the rows of posted vouchers by arithmetic of its own, so that
a fault in the program's arithmetic is not repeated.
"""

from collections import Counter, defaultdict
from datetime import date
from typing import NamedTuple


class Paper(NamedTuple):
    """A posted voucher, without what it is called; `to` is the account a transfer goes to."""

    kind: str
    on: date
    account: tuple[int, str]
    amount: int
    to: tuple[int, str] | None = None
    voids: int | None = None


class Posted(NamedTuple):
    """The same as it stands in the store."""

    id: int
    number: int
    paper: Paper


POSTED = """
    SELECT id, kind, number_year, number, issued_on, fund_id, place, to_fund_id, to_place,
        amount_dong, voids_id FROM vouchers WHERE posted_at IS NOT NULL ORDER BY id
"""


def read_posted(connection) -> dict[int, Posted]:
    """Every posted voucher by id."""
    found = {}
    for row in connection.execute(POSTED):
        own, kind, year, number, on, fund, place, to_fund, to_place, amount, voids = row
        day = date.fromisoformat(on)
        assert year == day.year
        to = (to_fund, to_place) if to_fund else None
        if kind == "REVERSAL":
            to = None  # what it does follows from the voucher it names
        found[own] = Posted(own, number, Paper(kind, day, (fund, place), amount, to, voids))
    return found


def moves_of(posted: Posted, by_id: dict[int, Posted]):
    """Account, day and đồng of what a voucher does."""
    paper = posted.paper
    if paper.kind == "REVERSAL":
        voided = by_id[paper.voids].paper
        for account, _day, amount in moves_of(by_id[paper.voids], by_id):
            yield account, paper.on, -amount
        assert (voided.account, voided.amount) == (paper.account, paper.amount)
    elif paper.kind == "TRANSFER":
        yield paper.account, paper.on, -paper.amount
        yield paper.to, paper.on, paper.amount
    else:
        yield paper.account, paper.on, -paper.amount if paper.kind == "PAYMENT" else paper.amount


def moved(by_id: dict[int, Posted]) -> dict[tuple[int, str], Counter[date]]:
    """Account → day → what it moved on that day."""
    found: dict[tuple[int, str], Counter[date]] = defaultdict(Counter)
    for posted in by_id.values():
        for account, day, amount in moves_of(posted, by_id):
            found[account][day] += amount
    return found


def assert_booked(connection, accounts: dict[tuple[int, str], Counter[date]]) -> None:
    """Entries and the sums of months, of which balances are made, are what vouchers moved."""
    by_day, by_month = Counter(), Counter()
    for (fund_id, place), days in accounts.items():
        for day, amount in days.items():
            by_day[fund_id, place, day.isoformat()] += amount
            by_month[fund_id, place, day.year, day.month] += amount
    for query, wanted in ((_ENTRIES, by_day), (_MONTHS, by_month)):
        booked = Counter({row[:-1]: row[-1] for row in connection.execute(query)})
        assert booked == wanted, f"{booked} instead of {wanted}"


_ENTRIES = """SELECT fund_id, place, happened_on, sum(amount_dong) FROM ledger_entries
    GROUP BY fund_id, place, happened_on"""
_MONTHS = "SELECT fund_id, place, year, month, amount_dong FROM fund_months"


def held(by_day: Counter[date], day: date) -> int:
    """What an account holds at the end of a day."""
    return sum(amount for on, amount in by_day.items() if on <= day)


def is_ever_short(accounts: dict[tuple[int, str], Counter[date]]) -> bool:
    """Whether any account holds less than nothing at the end of any day."""
    for by_day in accounts.values():
        balance = 0
        for day in sorted(by_day):
            balance += by_day[day]
            if balance < 0:
                return True
    return False


def assert_gapless(by_id: dict[int, Posted]) -> None:
    """Numbers of each kind and year are 1, 2, 3 … each once."""
    series = defaultdict(list)
    for posted in by_id.values():
        series[posted.paper.kind, posted.paper.on.year].append(posted.number)
    for key, numbers in series.items():
        assert sorted(numbers) == list(range(1, len(numbers) + 1)), f"numbers of {key}: {numbers}"


def numbered(papers: list[Paper], by_id: dict[int, Posted]) -> list[tuple[int, Paper]]:
    """The numbers that new vouchers must get, in the order in which they are posted."""
    last = Counter()
    for posted in by_id.values():
        last[posted.paper.kind, posted.paper.on.year] += 1
    found = []
    for paper in papers:
        last[paper.kind, paper.on.year] += 1
        found.append((last[paper.kind, paper.on.year], paper))
    return found


class LoanPast(NamedTuple):
    """A loan as rows say: amounts with the days on which they begin and cease to count."""

    fund_id: int
    principal: tuple[date, date | None, int]
    less: list[tuple[date, date | None, int]]

    def outstanding(self, day: date) -> int:
        """What is owed at the end of a day."""
        return _counts(self.principal, day) - sum(_counts(part, day) for part in self.less)

    def days(self):
        """Every day on which it changes."""
        for begins, ceases, _amount in (self.principal, *self.less):
            yield begins
            if ceases is not None:
                yield ceases


def _counts(part: tuple[date, date | None, int], day: date) -> int:
    begins, ceases, amount = part
    return amount if begins <= day and (ceases is None or day < ceases) else 0


def read_loans(connection) -> dict[int, LoanPast]:
    """Every loan by id."""
    found = {}
    query = """SELECT id, fund_id, lent_on, voided_on, principal_dong, written_off_on,
        written_off_dong FROM loans"""
    for own, fund, lent, voided, principal, off_on, off in connection.execute(query):
        # what was given up of a loan goes with it when it is voided
        less = [(_day(off_on), _day(voided), off)] if off_on else []
        found[own] = LoanPast(fund, (_day(lent), _day(voided), principal), less)
    query = "SELECT loan_id, paid_on, voided_on, principal_dong FROM repayments"
    for loan_id, paid, voided, principal in connection.execute(query):
        found[loan_id].less.append((_day(paid), _day(voided), principal))
    return found


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


# --- What stands behind vouchers ----------------------------------------------------------------

_BEHIND = """
    SELECT 'loan', id, voucher_id, principal_dong, voided_on, lent_on FROM loans
    UNION ALL SELECT 'repayment', id, voucher_id, principal_dong + interest_dong, voided_on, paid_on
        FROM repayments
    UNION ALL SELECT 'hand-in', id, voucher_id, amount_dong, voided_on, handed_on
        FROM dues_hand_ins
    UNION ALL SELECT 'gift', id, voucher_id, amount_dong, voided_on, given_on
        FROM contributions WHERE voucher_id IS NOT NULL
"""


def assert_records_agree(connection, by_id: dict[int, Posted]) -> set[int]:
    """Each record stands behind one voucher, of its sum and day, and is voided with it.

    Gives these vouchers.
    """
    voided_on = {p.paper.voids: p.paper.on for p in by_id.values() if p.paper.voids}
    seen, shares = set(), dict(connection.execute(_SHARES))
    for what, own, voucher_id, amount, marked_on, on in connection.execute(_BEHIND):
        paper = by_id[voucher_id].paper
        assert voucher_id not in seen, f"{what} {own}: two records behind one voucher"
        seen.add(voucher_id)
        assert _day(on) == paper.on, f"{what} {own}: another day than its voucher"
        assert _day(marked_on) == voided_on.get(voucher_id), f"{what} {own}: voided?"
        if what == "hand-in":
            share = shares.get(own)
            whole = paper.amount + (by_id[share].paper.amount if share else 0)
            assert not share or voided_on.get(share) == _day(marked_on), f"{what} {own}"
            assert whole <= amount, f"{what} {own}"
        else:
            assert paper.amount == amount, f"{what} {own}: another sum than its voucher"
    paid = connection.execute(_PAID).fetchall()
    assert paid == [], f"handings in whose lists come to something else: {paid}"
    return seen


def assert_none_left_alone(vouchers: set[int], by_id: dict[int, Posted]) -> None:
    """What stood behind these vouchers is gone, so no day may tell of their money."""
    voided_on = {p.paper.voids: p.paper.on for p in by_id.values() if p.paper.voids}
    for own in vouchers:
        paper = by_id[own].paper
        assert voided_on.get(own) == paper.on, f"voucher {own} has nothing behind it: {paper}"


_SHARES = "SELECT id, share_voucher_id FROM dues_hand_ins"
_PAID = """
    SELECT h.id, h.amount_dong, p.amount, p.voided FROM dues_hand_ins h LEFT JOIN (
        SELECT hand_in_id, sum(amount_dong) AS amount, min(coalesce(voided_on, '')) AS first,
            max(coalesce(voided_on, '')) AS voided FROM dues_payments GROUP BY hand_in_id
    ) p ON p.hand_in_id = h.id
    WHERE p.amount IS NOT h.amount_dong OR p.voided != coalesce(h.voided_on, '')
        OR p.first != p.voided
"""


# --- Locked periods -----------------------------------------------------------------------------

_LISTED = (
    "SELECT id, kind, number, issued_on, fund_id, place, to_fund_id, to_place, amount_dong, "
    "content, voids_id FROM vouchers WHERE posted_at IS NOT NULL AND issued_on BETWEEN ? AND ?",
    "SELECT id, voucher_id, fund_id, place, happened_on, amount_dong FROM ledger_entries "
    "WHERE happened_on BETWEEN ? AND ?",
    "SELECT id, person_id, year, amount_dong, paid_on FROM dues_payments "
    "WHERE paid_on BETWEEN ? AND ?",
    "SELECT id, donor, amount_dong, goods_value_dong, given_on FROM contributions "
    "WHERE given_on BETWEEN ? AND ?",
    "SELECT id, loan_id, principal_dong, interest_dong, paid_on FROM repayments "
    "WHERE paid_on BETWEEN ? AND ?",
    "SELECT id, principal_dong, lent_on FROM loans WHERE lent_on BETWEEN ? AND ?",
    "SELECT id, written_off_dong, written_off_on FROM loans WHERE written_off_on BETWEEN ? AND ?",
)


def listing(connection, year: int, month: int | None) -> list[tuple]:
    """Everything of money in a month or year, as it would be printed."""
    first, last = f"{year}-{month or 1:02}-01", f"{year}-{month or 12:02}-31"
    return [
        connection.execute(f"{query} ORDER BY id", (first, last)).fetchall() for query in _LISTED
    ]
