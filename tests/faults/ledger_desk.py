"""A treasurer's desk with a real store, which is held against sums of vouchers after each act."""

import itertools
import shutil
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import ClassVar

from ccb_desktop.domain.errors import AlreadyDone, Conflict, Invalid, Locked, NotFound
from ccb_desktop.domain.exchange.source import SourceWorkbook
from ccb_desktop.domain.funds.campaigns import Campaign
from ccb_desktop.domain.funds.dues import DuesRate
from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.operations import checking
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.funds import (
    campaigns,
    dues,
    funds,
)
from ccb_desktop.paths import DataFolder
from tests.faults import ledger_model as model

REFUSED = (AlreadyDone, Conflict, Invalid, Locked, NotFound)
OPENED = date(2025, 11, 1)
OWN_PERCENT = 40


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
    """What is known of the books, and doing an act of which one knows what it must post."""

    template: DataFolder
    workbooks: ClassVar[list[SourceWorkbook]] = []
    """Small workbooks of money, read once."""

    done: ClassVar[Counter[str]] = Counter()
    """How often each act was done, so that a machine that only refuses is noticed."""

    def __init__(self):
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="ledger-"))
        folder = DataFolder(self.place / "branch")
        shutil.copytree(self.template.root, folder.root)
        self.store = open_branch(folder)
        self.forms = itertools.count(1)
        self.again = None
        self.acts = []
        self.locked = {}
        self.behind = set()
        """The vouchers behind which something stood once."""
        self._read()

    def teardown(self):
        try:
            assert checking.check(self.store, deep=True)["findings"] == []
        finally:
            self.store.close()
            shutil.rmtree(self.place)

    # Telling what happened

    def _read(self):
        """Everything that the store says, held against itself and against what was locked."""
        with self.store.raw_reading() as connection:
            self.posted = model.read_posted(connection)
            self.loans = model.read_loans(connection)
            query = "SELECT id, voucher_id FROM loans"
            self.lent_by = dict(connection.execute(query).fetchall())
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
            seen = model.assert_records_agree(connection, self.posted)
            self.behind |= seen
            model.assert_none_left_alone(self.behind - seen, self.posted)
            before, self.locked = self.locked, {}
            for period in self.known_locks:
                self.locked[period] = model.listing(connection, *period)
                assert before.get(period, self.locked[period]) == self.locked[period], (
                    f"{period} was locked"
                )

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
        last_act = self.last_act
        fits = self.fits(papers or ())
        form = f"{next(self.forms):016x}"
        try:
            do(form)
        except REFUSED as refusal:
            self._read()
            assert self.posted == before, f"{name} was refused and changed the book"
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
                opened, closed, *_ = self.funds[fund_id]
                if not opened <= paper.on.isoformat() <= (closed or "9999"):
                    return False
            if (paper.on.year, None) in self.known_locks:
                return False
            if (paper.on.year, paper.on.month) in self.known_locks:
                return False
        new = {-place: model.Posted(-place, 0, one) for place, one in enumerate(papers, 1)}
        return not model.is_ever_short(model.moved(self.posted | new))

    def unlocked(self, day):
        return not {(day.year, None), (day.year, day.month)} & self.known_locks.keys()

    def fund(self, which):
        return sorted(self.funds)[which % len(self.funds)]
