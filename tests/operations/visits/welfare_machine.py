"""The acts of who cares for people, in any order: visits, rounds, reversals, undoing, merging."""

import shutil
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path
from typing import ClassVar

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from ccb_desktop.domain.errors import UserError
from ccb_desktop.domain.visits.rounds import GiftRound, RoundRecipient
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, RecipientKind, Visit
from ccb_desktop.operations import checking, figures
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.funds import funds, vouchers
from ccb_desktop.operations.people_merge import merge_alike, undo_merge
from ccb_desktop.operations.undo import undo
from ccb_desktop.operations.visits import round_payments, rounds, visits
from ccb_desktop.paths import DataFolder
from tests.books import add_member, add_unit
from tests.ledger import held, open_fund

OPENED = date(2026, 1, 1)
DAYS = (date(2026, 1, 20), date(2026, 2, 10), date(2026, 3, 5))
SPANS = ((DAYS[1], DAYS[2]), (OPENED, date.today()))  # the last is all
FIGURES = ("visits_paid_by_branch", "visits_paid_by_chi_hoi", "visits_total_amount", "funerals")
CASH = 1_500_000
ALIKE = ("Trần Văn An", "Trần Văn An", "Lê Văn Bình", "Lê Văn Bình", "Phạm Văn Chín")

an_amount = st.sampled_from((50_000, 200_000, 700_000))
a_day = st.sampled_from(DAYS)
any_one = st.integers(0, 11)


def prepare(store):
    """Five members, of whom two pairs may be entered twice, and a fund of each level."""
    unit = add_unit(store)
    for name in ALIKE:
        add_member(store, name, unit)
    open_fund(store, "Quỹ tình nghĩa", cash=CASH, opened_on=OPENED)
    open_fund(store, "Quỹ chi hội", cash=CASH, opened_on=OPENED, unit_id=unit)


class WelfareMachine(RuleBasedStateMachine):
    """After every act, money, visits, lists and figures must tell the same."""

    template: DataFolder
    done: ClassVar[Counter[str]] = Counter()
    """How often each act was done, so that a machine that only refuses is noticed."""

    def __init__(self):
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="welfare-"))
        folder = DataFolder(self.place / "branch")
        shutil.copytree(self.template.root, folder.root)
        self.store = open_branch(folder)
        self.acts = []
        self.seen = None

    def teardown(self):
        try:
            assert checking.check(self.store, deep=True)["findings"] == []
        finally:
            self.store.close()
            shutil.rmtree(self.place)

    # Asking and doing

    def ask(self, query, *values):
        with self.store.raw_reading() as connection:
            return connection.execute(query, values).fetchall()

    def one_of(self, query, which):
        """The id of some record of those asked for, or None."""
        found = [row[0] for row in self.ask(query)]
        return found[which % len(found)] if found else None

    def act(self, name, do):
        """Do it; what is refused must leave everything as it was."""
        before = self.told()
        try:
            change = do()
        except UserError:
            assert self.told() == before, f"{name} was refused and changed something"
            return False
        self.done[name] += 1
        self.acts.append(change.action_id)
        return True

    def told(self):
        """All there is about money and visits."""
        return (
            self.ask("SELECT * FROM visits ORDER BY id"),
            self.ask("SELECT * FROM round_recipients ORDER BY id"),
            self.ask("SELECT id, number, amount_dong FROM vouchers ORDER BY id"),
        )

    def sums(self):
        """What neither merging nor parting people may change."""
        return (
            self.ask("SELECT count(*), sum(amount_dong), sum(voided_on IS NULL) FROM visits"),
            held(self.store, 1),
            held(self.store, 2),
            self.figures(SPANS[-1])[:3],
        )

    def figures(self, span):
        found = figures.figures_for(self.store, *span, indicators=FIGURES)
        return [found[code] or 0 for code in FIGURES]

    # Visits

    @rule(
        which=any_one,
        day=a_day,
        amount=an_amount,
        occasion=st.sampled_from((Occasion.SICK, Occasion.FUNERAL)),
        paid_by=st.sampled_from(tuple(PaidBy)),
        books=st.booleans(),
    )
    def record(self, which, day, amount, occasion, paid_by, books):
        person_id, name = self.person(which)
        fund_id = 1 if paid_by is PaidBy.BRANCH else 2
        visit = Visit(
            visited_on=day,
            occasion=occasion,
            recipient_kind=RecipientKind.MEMBER,
            recipient=name,
            person_id=person_id,
            unit_id=1,
            paid_by=paid_by,
            amount_dong=amount,
            fund_id=fund_id if books else None,
        )
        name = "paid visit" if books else "visit"
        self.act(name, lambda: visits.record_visit(self.store, visit)[0])

    @rule(which=any_one)
    def void_visit(self, which):
        own = self.one_of("SELECT id FROM visits WHERE voucher_id IS NOT NULL", which)
        if own is not None:
            self.act("void visit", lambda: visits.void_visit(self.store, own, "Ghi nhầm"))

    @rule(which=any_one)
    def remove_visit(self, which):
        own = self.one_of("SELECT id FROM visits", which)
        if own is not None:
            self.act("remove visit", lambda: visits.remove_visits(self.store, [own]))

    # Rounds

    @precondition(lambda self: len(self.ask("SELECT id FROM gift_rounds")) < 3)
    @rule(day=a_day, amount=an_amount, people=st.integers(1, 4), books=st.booleans())
    def begin_round(self, day, amount, people, books):
        one = GiftRound(
            title="Tặng quà Tết",
            occasion=Occasion.HOLIDAY,
            planned_on=day,
            amount_dong=amount,
            fund_id=1 if books else None,
        )
        if self.act("round", lambda: rounds.save_round(self.store, one)):
            own = self.ask("SELECT max(id) FROM gift_rounds")[0][0]
            for which in range(people):
                self.put_on(own, *self.person(which))
            self.put_on(own, None, "Bà Tư ở tổ 4")

    def put_on(self, round_id, person_id, name):
        """An outsider gets goods alone."""
        outside = person_id is None
        line = RoundRecipient(
            round_id=round_id,
            recipient=name,
            recipient_kind=RecipientKind.OTHER if outside else RecipientKind.MEMBER,
            person_id=person_id,
            unit_id=1,
            goods="Hộp quà" if outside else "",
        )
        self.act("put on", lambda: rounds.save_recipient(self.store, line))

    def person(self, which):
        found = self.ask("SELECT id, full_name FROM persons ORDER BY id")
        return found[which % len(found)]

    def round_and_line(self, which):
        found = self.ask("SELECT round_id, id FROM round_recipients ORDER BY id")
        return found[which % len(found)] if found else (None, None)

    @rule(which=any_one, day=a_day)
    def pay_round(self, which, day):
        own = self.one_of("SELECT id FROM gift_rounds", which)
        if own is not None and self.act(
            "pay round", lambda: round_payments.pay_round(self.store, own, day)[0]
        ):
            query = """
                SELECT person_id FROM visits WHERE person_id > 0 AND round_id = ?
                AND voucher_id = (SELECT max(voucher_id) FROM visits WHERE round_id = ?)
            """
            people = self.ask(query, own, own)
            assert len(people) == len(set(people)), "somebody was paid twice"

    @rule(which=any_one, day=a_day, what=st.sampled_from(("absent", "present", "late", "off")))
    def handle_one(self, which, day, what):
        own, line = self.round_and_line(which)
        if own is None:
            return
        store = self.store
        do = {
            "absent": lambda: round_payments.mark_absent(store, own, [line], date.today())[0],
            "present": lambda: round_payments.mark_present(store, own, [line]),
            "late": lambda: round_payments.pay_round(store, own, day, [line])[0],
            "off": lambda: rounds.remove_recipients(store, own, [line]),
        }
        self.act(what, do[what])

    @rule(which=any_one)
    def void_round(self, which):
        own = self.one_of("SELECT id FROM gift_rounds", which)
        if own is not None:
            self.act("void round", lambda: round_payments.void_round(self.store, own, "Ghi nhầm"))

    @rule(which=any_one)
    def void_in_the_cash_book(self, which):
        """The treasurer voids a payment, knowing nothing of whom it paid."""
        own = self.one_of("SELECT DISTINCT voucher_id FROM visits WHERE voucher_id > 0", which)
        if own is not None and self.act(
            "void voucher", lambda: vouchers.void_voucher(self.store, own, "Ghi nhầm")[0]
        ):
            query = "SELECT count(*) FROM visits WHERE voucher_id = ? AND voided_on IS NULL"
            assert self.ask(query, own) == [(0,)]

    # Merging, undoing

    @rule(which=any_one, other=any_one)
    def merge(self, which, other):
        first, second = self.person(which)[0], self.person(other)[0]
        if first == second:
            return
        before = self.sums()
        if self.act("merge", lambda: merge_alike(self.store, first, second)):
            assert self.sums() == before

    @rule(which=any_one)
    def part(self, which):
        own = self.one_of("SELECT id FROM person_merges", which)
        if own is not None:
            before = self.sums()
            if self.act("part", lambda: undo_merge(self.store, own)):
                assert self.sums() == before

    @precondition(lambda self: self.acts)
    @rule(which=any_one)
    def undo(self, which):
        action_id = self.acts[-1 - which % min(len(self.acts), 5)]
        self.act("undo", lambda: undo(self.store, action_id))

    # What holds after every act

    @invariant()
    def all_agree(self):
        told = self.told()
        if told != self.seen:
            self.seen = told
            self.funds_hold_what_visits_left()
            self.each_payment_is_the_sum_of_its_visits()
            self.figures_tell_what_the_visits_tell()
            self.lists_agree_with_the_visits()

    def funds_hold_what_visits_left(self):
        query = """
            SELECT fund_id, visited_on, voided_on, amount_dong FROM visits
            WHERE voucher_id > 0 AND fund_id > 0
        """
        rows = self.ask(query)
        for day in (*DAYS, date.today()):
            iso, left = day.isoformat(), dict.fromkeys((1, 2), CASH)
            for fund_id, on, voided, amount in rows:
                left[fund_id] -= amount * ((on <= iso) - ((voided or "9999") <= iso))
            found = {line.fund.id: line.total_dong for line in funds.list_balances(self.store, day)}
            assert found == left, day

    def each_payment_is_the_sum_of_its_visits(self):
        """One that is reversed pays nobody any more; one that stands paid all it names."""
        query = """
            SELECT voucher.amount_dong, sum(visit.amount_dong), count(back.id) > 0,
                   sum(visit.voided_on IS NULL)
            FROM vouchers AS voucher JOIN visits AS visit ON visit.voucher_id = voucher.id
            LEFT JOIN vouchers AS back ON back.voids_id = voucher.id
            GROUP BY voucher.id
        """
        for amount, of_visits, is_reversed, standing in self.ask(query):
            assert amount == of_visits
            assert not (is_reversed and standing)

    def figures_tell_what_the_visits_tell(self):
        """Each level for itself, also of days on which some was voided; the dead counted once."""
        rows = self.ask("SELECT visited_on, voided_on, amount_dong, paid_by FROM visits")
        for span in SPANS:
            first, last = (day.isoformat() for day in span)
            by_level = Counter()
            for on, voided, amount, level in rows:
                times = (first <= on <= last) - (first <= (voided or "") <= last)
                by_level[level] += amount * times
            branch, chi_hoi, total, funerals = self.figures(span)
            assert (branch, chi_hoi) == (by_level["BRANCH"], by_level["CHI_HOI"]), span
            assert total == branch + chi_hoi
        query = """
            SELECT count(DISTINCT person_id) FROM visits
            WHERE occasion = 'FUNERAL' AND voided_on IS NULL
        """
        assert funerals == self.ask(query)[0][0]

    def lists_agree_with_the_visits(self):
        for (own,) in self.ask("SELECT id FROM gift_rounds"):
            file = rounds.open_round(self.store, own, date.today())
            query = """
                SELECT count(*), coalesce(sum(amount_dong), 0) FROM visits
                WHERE round_id = ? AND voided_on IS NULL
            """
            assert (file.sums.received, file.sums.received_dong) == self.ask(query, own)[0]
