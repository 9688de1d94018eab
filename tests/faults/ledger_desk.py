"""A treasurer's desk with a real store, which is held against sums of vouchers after each act."""

import itertools
from collections import Counter
from contextlib import closing
from datetime import date
from typing import Any, ClassVar

from ccb_desktop.domain.errors import AlreadyDone, Conflict, Invalid, Locked, NotFound
from ccb_desktop.domain.exchange.source import SourceWorkbook
from ccb_desktop.domain.funds.campaigns import Campaign
from ccb_desktop.domain.funds.dues import DuesRate
from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.operations import checking
from ccb_desktop.operations.branch import Store
from ccb_desktop.operations.funds import (
    campaigns,
    dues,
    funds,
)
from tests.faults import ledger_model as model

REFUSED = (AlreadyDone, Conflict, Invalid, Locked, NotFound)
OPENED = date(2025, 11, 1)
OWN_PERCENT = 40
DAYS = (
    *(date(2025, 11, 20), date(2025, 12, 31), date(2026, 1, 1), date(2026, 1, 31)),
    *(date(2026, 2, 15), date(2026, 3, 10)),
)


def prepare(store):
    """Three funds, a rate and a campaign, in a branch that has units and members."""
    for name, purpose, unit_id, cash in (
        ("Quỹ Hội", FundPurpose.OTHER, None, 200_000),
        ("Chân quỹ", FundPurpose.BASE, None, 300_000),
        ("Hội phí chi hội", FundPurpose.DUES, 1, 0),
    ):
        fund = Fund(name=name, purpose=purpose, unit_id=unit_id, opened_on=OPENED)
        funds.open_fund(store, fund, {MoneyPlace.CASH: cash})
    rate = DuesRate(from_on=date(2025, 1, 1), amount_dong=60_000, chi_hoi_percent=OWN_PERCENT)
    dues.save_rate(store, rate)
    campaigns.save_campaign(store, Campaign(name="Đợt một"))


class LedgerDesk:
    """What is known of the books, and doing an act of which one knows what it must post.

    All runs share one open store; before each its contents are put back.
    """

    store: ClassVar[Store]
    beginning: ClassVar[Any]
    """A raw connection to the books as each run finds them."""

    looking: ClassVar[Any]
    """A raw connection to the store that only reads: what it sees was kept in the file."""

    workbooks: ClassVar[list[SourceWorkbook]] = []
    """Small workbooks of money, read once."""

    done: ClassVar[Counter[str]] = Counter()
    """How often each act was done, so that a machine that only refuses is noticed."""

    def __init__(self):
        super().__init__()
        with closing(self.store.engine.raw_connection()) as connection:
            self.beginning.backup(connection.dbapi_connection)
        self.forms = itertools.count(1)
        self.again = None
        self.acts = []
        self.locked = {}
        self.behind = set()
        """The vouchers behind which something stood once."""
        self.version = None
        self.changes, self.seen = 0, Counter()
        self.taken = 0
        self._read()

    def teardown(self):
        self.see_all_balances()
        assert checking.check(self.store, deep=True)["findings"] == []

    # Telling what happened

    def _read(self):
        """Everything that the store says, held against itself and against what was locked.

        Nothing is read again while nothing at all was written to the file.
        """
        before = self.version
        (self.version,) = self.looking.execute("PRAGMA data_version").fetchone()
        if self.version == before:
            return
        self.changes += 1
        self.looking.execute("BEGIN")
        try:
            self._read_from(self.looking)
        finally:
            self.looking.execute("ROLLBACK")

    def _read_from(self, connection):
        self.posted = model.read_posted(connection)
        self.loans = model.read_loans(connection)
        self.lent_by = dict(connection.execute("SELECT id, voucher_id FROM loans").fetchall())
        self.moved = model.moved(self.posted)
        query = "SELECT id, opened_on, closed_on FROM funds"
        self.funds = {row[0]: row[1:] for row in connection.execute(query)}
        query = "SELECT seq FROM sqlite_sequence WHERE name = 'funds'"
        (self.newest_fund,) = connection.execute(query).fetchone()  # also where it was undone
        query = "SELECT id FROM vouchers WHERE posted_at IS NULL ORDER BY id"
        self.drafts = [own for (own,) in connection.execute(query)]
        query = "SELECT year, month, id FROM period_locks"
        self.known_locks = {row[:2]: row[2] for row in connection.execute(query)}
        (self.last_act,) = connection.execute("SELECT max(id) FROM actions").fetchone()
        model.assert_booked(connection, self.moved)
        seen = model.assert_records_agree(connection, self.posted)
        self.behind |= seen
        model.assert_none_left_alone(self.behind - seen, self.posted)
        before, self.locked = self.locked, {}
        for period in self.known_locks:
            self.locked[period] = model.listing(connection, *period)
            assert before.get(period, self.locked[period]) == self.locked[period], (
                f"{period} was locked"
            )

    def is_new(self, what, every=1):
        """Whether the books were changed so often since this was looked at, or never was."""
        if what in self.seen and self.changes - self.seen[what] < every:
            return False
        self.seen[what] = self.changes
        return True

    def see_balances(self, day):
        """What the program says that funds hold on a day, held against the vouchers."""
        for line in funds.list_balances(self.store, day):
            for place, amount in line.by_place.items():
                by_day = self.moved.get((line.fund.id, place.name), Counter())
                assert amount == model.held(by_day, day), f"{line.fund.name} on {day}"

    def see_all_balances(self):
        """The same on every day on which something may have moved, and today."""
        for day in (*DAYS, date.today()):
            self.see_balances(day)

    def act(self, name, do, papers=(), *, can=True):
        """Do something that posts these vouchers if it can be done.

        Args:
            name: What it is, for the count of acts done.
            do: Does it, given the id of a form.
            papers: The vouchers that it must post, in their order; `None` where the model does
                not say.
            can: Whether anything but the ledger stands against it; `None` where the model
                does not say.
        """
        before, locked = self.posted, set(self.known_locks)
        last_act, version = self.last_act, self.version
        fits = self.fits(papers or ())
        form = f"{next(self.forms):016x}"
        try:
            do(form)
        except REFUSED as refusal:
            self._read()
            assert self.version == version, f"{name} was refused and changed the books"
            assert not (can and fits), f"{name} was refused without need: {refusal}"
            return
        self._read()
        assert can is not False, f"{name} was done though it could not be"
        assert fits, f"{name} was done against the book"
        self.done[name] += 1
        assert name in ("lock", "unlock", "undo") or locked == set(self.known_locks), name
        kept = {own: self.posted[own] for own in before if own in self.posted}
        assert kept == before, f"{name} changed posted vouchers"
        new = [posted for own, posted in self.posted.items() if own not in before]
        if papers is not None:
            assert sorted(((one.number, one.paper) for one in new), key=repr) == sorted(
                model.numbered(papers, before), key=repr
            ), f"{name} posted {new} instead of {papers}"
        if self.last_act == last_act:
            return  # what stood there already was written once more, which is no act
        self.acts.append((self.last_act, [one.id for one in new], name))
        self.again = (name, do, form)

    def fits(self, papers):
        """Whether the ledger takes these vouchers: open funds, no lock, never below nothing."""
        for paper in papers:
            for fund_id, _place in filter(None, (paper.account, paper.to)):
                new_one = (paper.on.isoformat(), None)
                opened, closed, *_ = self.funds.get(fund_id, new_one)
                if not opened <= paper.on.isoformat() <= (closed or "9999"):
                    return False
            if (paper.on.year, None) in self.known_locks:
                return False
            if (paper.on.year, paper.on.month) in self.known_locks:
                return False
        new = {-place: model.Posted(-place, 0, one) for place, one in enumerate(papers, 1)}
        moved = model.moved(self.posted | new)
        touched = {own for one in new.values() for own, *_ in model.moves_of(one, self.posted)}
        return not model.is_ever_short(moved) and not any(
            sum(moved[account].values()) for account in touched if self.is_closed(account[0])
        )

    def is_closed(self, fund_id):
        return fund_id in self.funds and self.funds[fund_id][1] is not None

    def unlocked(self, day):
        return not {(day.year, None), (day.year, day.month)} & self.known_locks.keys()

    def fund(self, which):
        return sorted(self.funds)[which % len(self.funds)]
