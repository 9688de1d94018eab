"""D1: the acts of a treasurer, in any order."""

from dataclasses import replace
from datetime import date

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from ccb_desktop.domain.errors import AlreadyDone
from ccb_desktop.domain.funds.campaigns import Contribution, DonorKind
from ccb_desktop.domain.funds.dues import DuesPayment
from ccb_desktop.domain.funds.funds import Fund, FundPurpose, MoneyPlace
from ccb_desktop.domain.funds.loans import Loan
from ccb_desktop.domain.funds.vouchers import Voucher, VoucherKind
from ccb_desktop.operations import checking, import_workbook
from ccb_desktop.operations.funds import (
    contributions,
    funds,
    hand_ins,
    loans,
    locks,
    vouchers,
)
from ccb_desktop.operations.undo import undo
from tests.faults import ledger_model as model
from tests.faults.ledger_desk import DAYS, OPENED, OWN_PERCENT, REFUSED, LedgerDesk
from tests.faults.ledger_model import Paper

PERIODS = ((2025, None), (2025, 12), (2026, 1), (2026, 2), (2026, 3))

BASE_FUND = 2

a_day = st.sampled_from(DAYS)
an_amount = st.sampled_from((1, 30_000, 100_000, 250_000))
a_place = st.sampled_from(tuple(MoneyPlace))
any_one = st.integers(0, 11)


class LedgerMachine(LedgerDesk, RuleBasedStateMachine):
    """Each act says beforehand which vouchers it posts and whether it can be done."""

    # Funds and vouchers

    @precondition(lambda self: len(self.funds) < 5)
    @rule(opened=a_day, cash=st.sampled_from((0, 50_000)))
    def open_fund(self, opened, cash):
        own = self.newest_fund + 1
        fund = Fund(name=f"Quỹ {own}", purpose=FundPurpose.OTHER, opened_on=opened)
        papers = [Paper("OPENING", opened, (own, "CASH"), cash)] if cash else []
        opening = {MoneyPlace.CASH: cash}
        self.act("open fund", lambda form: funds.open_fund(self.store, fund, opening, form), papers)

    @rule(which=any_one, day=a_day)
    def close_fund(self, which, day):
        own = self.fund(which)
        fund = next(one for one in funds.list_funds(self.store) if one.id == own)
        accounts = [by_day for (fund_id, _), by_day in self.moved.items() if fund_id == own]
        empty = all(model.held(one, day) == 0 and max(one) <= day for one in accounts)
        can = empty and day >= fund.opened_on and not self.owed(own, day)
        closed = replace(fund, closed_on=day)
        self.act("close fund", lambda form: funds.save_fund(self.store, closed, form), can=can)

    def owed(self, fund_id, day):
        """What borrowers owe to a fund on a day, or on any later one."""
        lent = [past for past in self.loans.values() if past.fund_id == fund_id]
        days = {day, *(one for past in lent for one in past.days() if one > day)}
        return max((sum(past.outstanding(one) for past in lent) for one in days), default=0)

    @rule(which=any_one, day=a_day)
    def correct_opening_day(self, which, day):
        fund = next(one for one in funds.list_funds(self.store) if one.id == self.fund(which))
        corrected = replace(fund, opened_on=day)
        self.act(
            "correct fund", lambda form: funds.save_fund(self.store, corrected, form), can=None
        )

    def voucher(self, kind, which, day, place, amount, **more):
        return Voucher(
            kind=kind,
            issued_on=day,
            fund_id=self.fund(which),
            place=place,
            amount_dong=amount,
            content="Thử",
            **more,
        )

    @rule(
        kind=st.sampled_from(("RECEIPT", "PAYMENT")),
        which=any_one,
        day=a_day,
        place=a_place,
        amount=an_amount,
    )
    def receive_or_pay(self, kind, which, day, place, amount):
        new = self.voucher(VoucherKind(kind), which, day, place, amount)
        paper = Paper(kind, day, (new.fund_id, place.name), amount)
        self.act(kind, lambda form: vouchers.post_voucher(self.store, new, form), [paper])

    @rule(which=any_one, to=any_one, day=a_day, place=a_place, to_place=a_place, amount=an_amount)
    def transfer(self, which, to, day, place, to_place, amount):
        there = self.fund(to)
        new = self.voucher(
            VoucherKind.TRANSFER, which, day, place, amount, to_fund_id=there, to_place=to_place
        )
        here = (new.fund_id, place.name)
        paper = Paper("TRANSFER", day, here, amount, (there, to_place.name))
        self.act(
            "transfer",
            lambda form: vouchers.post_voucher(self.store, new, form),
            [paper],
            can=here != (there, to_place.name),
        )

    @rule(
        kind=st.sampled_from(("RECEIPT", "PAYMENT")),
        which=any_one,
        day=a_day,
        place=a_place,
        amount=an_amount,
    )
    def save_draft(self, kind, which, day, place, amount):
        draft = self.voucher(VoucherKind(kind), which, day, place, amount)
        self.act("draft", lambda form: vouchers.save_draft(self.store, draft, form))

    @precondition(lambda self: self.drafts)
    @rule(which=any_one, count=st.integers(1, 3))
    def post_drafts(self, which, count):
        first = which % len(self.drafts)
        chosen = self.drafts[first : first + count]
        papers = []
        with self.store.raw_reading() as connection:
            for own in chosen:
                query = (
                    "SELECT kind, issued_on, fund_id, place, amount_dong FROM vouchers WHERE id=?"
                )
                kind, on, fund, place, amount = connection.execute(query, (own,)).fetchone()
                papers.append(Paper(kind, date.fromisoformat(on), (fund, place), amount))
        papers.sort(key=lambda paper: paper.on)
        self.act("post drafts", lambda form: vouchers.post_drafts(self.store, chosen, form), papers)

    # Taking back

    def reversals(self, ids, on):
        for own in sorted(ids):
            paper = self.posted[own].paper
            day = max(on, paper.on)
            yield Paper("REVERSAL", day, paper.account, paper.amount, None, own)

    def voided(self):
        return {posted.paper.voids for posted in self.posted.values()} - {None}

    def companions(self, ids):
        """The two receipts of a handing in go together."""
        found = set(ids)
        with self.store.raw_reading() as connection:
            query = "SELECT voucher_id, share_voucher_id FROM dues_hand_ins"
            for pair in connection.execute(query):
                if found & set(pair):
                    found |= set(pair) - {None}
        return found

    @rule(which=st.integers(0, 40), on=st.one_of(st.none(), a_day))
    def void(self, which, on):
        own = sorted(self.posted)[which % len(self.posted)]
        if which > 20 and self.loans:  # else loans would hardly ever be voided
            own = self.lent_by[sorted(self.loans)[which % len(self.loans)]]
        ids = self.companions({own})
        wrong = any(self.posted[one].paper.kind == "REVERSAL" for one in ids)
        wrong = wrong or bool(ids & self.voided())
        papers = [] if wrong else list(self.reversals(ids, on or date.today()))
        self.act(
            "void",
            lambda form: vouchers.void_voucher(self.store, own, "Ghi nhầm", on, form),
            papers,
            can=False if wrong else None,
        )

    @precondition(lambda self: self.acts)
    @rule(which=any_one)
    def undo(self, which):
        action_id, ids, name = self.acts[-1 - which % min(len(self.acts), 6)]
        mistaken = name == "lock" or any(self.posted[own].paper.kind == "REVERSAL" for own in ids)
        standing = set(ids) - self.voided()
        papers = [] if mistaken else list(self.reversals(standing, date.min))
        self.act(
            "undo",
            lambda _form: undo(self.store, action_id),
            papers,
            can=False if mistaken else None,
        )
        self.again = None  # undoing has no form

    @precondition(lambda self: self.again)
    @rule()
    def enter_the_form_again(self):
        """As an officer does after a crash: it is kept already, and told so."""
        (name, do, form), self.again = self.again, None
        before = self.posted
        try:
            do(form)
        except AlreadyDone:
            self.done["again"] += 1
        except REFUSED:
            pass  # something else stands against it by now
        else:
            raise AssertionError(f"{name} was kept twice by one form")
        self._read()
        assert self.posted == before

    # Locks

    @rule(period=st.sampled_from(PERIODS))
    def lock(self, period):
        self.act(
            "lock",
            lambda form: locks.lock_period(self.store, *period, form_id=form),
            can=period not in self.known_locks,
        )

    @precondition(lambda self: self.known_locks)
    @rule(which=any_one)
    def unlock(self, which):
        period = sorted(self.known_locks, key=repr)[which % len(self.known_locks)]
        own = self.known_locks[period]
        self.act(
            "unlock",
            lambda form: locks.unlock_period(self.store, own, "Ghi thiếu", form),
        )

    # Dues, gifts, loans

    @rule(people=st.integers(1, 4), day=a_day, which=any_one, stays=st.booleans())
    def hand_in_dues(self, people, day, which, stays):
        fund_id = self.fund(which)
        paid = [
            DuesPayment(person_id=own, year=2026, amount_dong=30_000, paid_on=day, unit_id=1)
            for own in range(1, people + 1)
        ]
        form = hand_ins.HandInForm(
            unit_id=1, year=2026, handed_on=day, fund_id=fund_id, share_stays=stays
        )
        whole, own = 30_000 * people, 3
        opened, closed, *_ = self.funds[own]
        is_open = opened <= day.isoformat() <= (closed or "9999")
        into_own = is_open and fund_id == own
        part = whole * OWN_PERCENT // 100 if stays and not into_own else 0
        papers = [Paper("RECEIPT", day, (fund_id, "CASH"), whole - part)]
        if part and is_open:
            papers.append(Paper("RECEIPT", day, (own, "CASH"), part))
        self.act("dues", lambda kept: hand_ins.hand_in_dues(self.store, form, paid, kept), papers)

    @rule(which=any_one, day=a_day, amount=an_amount, through_book=st.booleans())
    def give(self, which, day, amount, through_book):
        gift = Contribution(
            campaign_id=1,
            given_on=day,
            donor="Cửa hàng Bến Chùa",
            donor_kind=DonorKind.OUTSIDER,
            amount_dong=amount,
            through_book=through_book,
            fund_id=self.fund(which) if through_book else None,
        )
        papers = [Paper("RECEIPT", day, (gift.fund_id, "CASH"), amount)] if through_book else []
        self.act(
            "gift",
            lambda form: contributions.give(self.store, [gift], form_id=form),
            papers,
            can=self.unlocked(day),
        )

    @rule(which=any_one, day=a_day, amount=st.sampled_from((30_000, 100_000)))
    def lend(self, which, day, amount):
        loan = Loan(
            code=f"V{next(self.forms)}",
            borrower="Người vay",
            person_id=1,
            fund_id=self.fund(which) if which > 5 else BASE_FUND,
            principal_dong=amount,
            rate_thousandths=500,
            lent_on=day,
            voucher_id=0,
        )
        paper = Paper("PAYMENT", day, (loan.fund_id, "CASH"), amount)
        self.act("lend", lambda form: loans.lend(self.store, loan, form), [paper])

    @precondition(lambda self: self.loans)
    @rule(
        which=any_one,
        on=any_one,
        amount=st.sampled_from((1, 15_000, 30_000, 100_000)),
        interest=st.sampled_from((0, 1_000)),
    )
    def repay(self, which, on, amount, interest):
        own = sorted(self.loans)[which % len(self.loans)]
        past = self.loans[own]
        lent_on, voided_on, _ = past.principal
        fitting = [day for day in DAYS if day >= lent_on]
        day = fitting[on % len(fitting)] if on else DAYS[0]
        later = [one for one in (*past.days(), day) if one >= day]
        can = lent_on <= day and voided_on is None
        can = can and amount <= min(past.outstanding(one) for one in later)
        file = loans.load_loan(self.store, own)
        paid = loans.Paid(paid_on=day, principal_dong=amount, interest_dong=interest)
        paper = Paper("RECEIPT", day, (file.loan.fund_id, "CASH"), amount + interest)
        self.act("repay", lambda form: loans.repay(self.store, own, paid, form), [paper], can=can)

    @precondition(lambda self: self.loans)
    @rule(which=any_one, day=a_day, amount=an_amount)
    def write_off(self, which, day, amount):
        own = sorted(self.loans)[which % len(self.loans)]
        self.act(
            "write off",
            lambda form: loans.write_off(self.store, own, day, amount, "1/QĐ", form),
            can=None,
        )

    @precondition(lambda self: self.taken < 3)  # it costs as much as ten other acts
    @rule(which=st.integers(0, 2))
    def take_a_workbook_twice(self, which):
        """The second time everything in it stands in the books, and nothing is posted."""
        self.taken += 1
        source = self.workbooks[which]
        self.act("import", lambda form: self._take(source, form), None, can=None)
        before = self.posted
        self.act("import again", lambda form: self._take(source, form), None, can=None)
        assert self.posted == before, "a workbook was taken twice"

    def _take(self, source, form):
        workbooks = import_workbook.understand_files(self.store, [source])
        import_workbook.run_import(self.store, workbooks, OPENED, form_id=form)

    # What holds after every act

    # Sums of vouchers are held against the books at each change, by the desk.

    @invariant()
    def every_fund_is_the_sum_of_its_vouchers(self):
        """As the program tells it: one day in turn, every day at each tenth change."""
        if self.is_new("balances"):
            self.see_balances(DAYS[self.changes % len(DAYS)])
        if self.is_new("all", every=10):
            self.see_all_balances()

    @invariant()
    def nothing_is_short_missing_or_out_of_its_time(self):
        if not self.is_new("order"):
            return
        assert not model.is_ever_short(self.moved)
        model.assert_gapless(self.posted)
        for (fund_id, _place), by_day in self.moved.items():
            opened, closed, *_ = self.funds[fund_id]
            assert min(by_day).isoformat() >= opened
            assert max(by_day).isoformat() <= (closed or "9999")
            assert closed is None or sum(by_day.values()) == 0

    @invariant()
    def no_loan_comes_back_more_than_whole(self):
        if not self.is_new("loans"):
            return
        for past in self.loans.values():
            for day in past.days():
                assert past.outstanding(day) >= 0, f"{past} on {day}"

    @invariant()
    def nothing_is_owed_to_a_closed_fund(self):
        for own, (_opened, closed, *_) in self.funds.items():
            assert closed is None or not self.owed(own, date.fromisoformat(closed))

    @invariant()
    def the_check_finds_nothing(self):
        """The whole check of the program at each tenth change; deeply at the end of each run."""
        if self.is_new("check", every=10):
            assert checking.check(self.store)["findings"] == []
