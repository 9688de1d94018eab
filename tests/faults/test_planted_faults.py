"""D2: faults planted into the ledger, each of which the machine of D1 must find."""

from functools import partial

import pytest

from ccb_desktop.data import history
from ccb_desktop.data.funds import voided
from ccb_desktop.data.funds import vouchers as stored
from ccb_desktop.domain.funds.ledger import Entry
from ccb_desktop.operations.funds import funds, loans, posting, undoing
from tests.faults.ledger_desk import DAYS
from tests.faults.machines import run_machine


def half_a_transfer(patch):
    whole = stored.entries_of
    patch(stored, "entries_of", lambda *given: whole(*given)[:1])


def payments_bring_money(patch):
    whole = stored.entries_of

    def entries(voucher, voided=None):
        return tuple(
            Entry(account, on, abs(amount)) for account, on, amount in whole(voucher, voided)
        )

    patch(stored, "entries_of", entries)


def months_forget_what_goes_out(patch):
    whole = stored.sums_by_month

    def sums(entries):
        return whole(entry for entry in entries if entry.amount_dong > 0)

    patch(stored, "sums_by_month", sums)


def a_number_is_left_out(patch):
    whole = stored._last_number
    patch(stored, "_last_number", lambda *series: whole(*series) + (whole(*series) == 2))


def only_the_first_day_is_looked_at(patch):
    whole = posting.check_not_below_zero
    patch(posting, "check_not_below_zero", lambda fund, place, days: whole(fund, place, days[:1]))


def nothing_is_refused_below_zero(patch):
    patch(posting, "check_not_below_zero", lambda *_given: None)


def half_a_handing_in_is_voided(patch):
    patch(voided, "with_companions", lambda _session, ids: sorted(ids))


def what_stood_behind_is_not_marked(patch):
    patch(voided, "mark", lambda *_given: None)


def more_comes_back_than_was_lent(patch):
    patch(loans, "check_repayment", lambda *_given: None)


def undoing_leaves_the_vouchers(patch):
    patch(undoing, "reverse_vouchers", lambda *_given, **_more: [])


def a_form_is_kept_as_often_as_it_is_sent(patch):
    whole = history.begin_action
    patch(history, "begin_action", lambda s, label, officer, _form: whole(s, label, officer, None))


def a_fund_is_closed_with_money_in_it(patch):
    patch(funds, "_check_empty", lambda *_given: None)


FAULTS = (
    *(half_a_transfer, payments_bring_money, months_forget_what_goes_out, a_number_is_left_out),
    *(only_the_first_day_is_looked_at, nothing_is_refused_below_zero),
    *(half_a_handing_in_is_voided, what_stood_behind_is_not_marked),
    more_comes_back_than_was_lent,
    *(undoing_leaves_the_vouchers, a_form_is_kept_as_often_as_it_is_sent),
    a_fund_is_closed_with_money_in_it,
)


QUICKLY_FOUND = FAULTS[1:4]
"""Those of the short form; to find the others takes a minute and more."""


def pytest_generate_tests(metafunc):
    if "plant" in metafunc.fixturenames:
        planted = FAULTS if metafunc.config.getoption("--full") else QUICKLY_FOUND
        metafunc.parametrize("plant", planted, ids=lambda plant: plant.__name__)


def test_a_planted_fault_is_found(machine, monkeypatch, tally, plant):
    plant(partial(monkeypatch.setattr))
    with pytest.raises(Exception) as found:
        run_machine(machine, 300, 30)
    of_the_test_itself = (TypeError, NameError, AttributeError, ImportError)
    assert not isinstance(found.value, of_the_test_itself), found.value
    tally("D2", f"planted: {plant.__name__.replace('_', ' ')}", 1, "found")


def test_a_loan_voided_while_it_is_being_paid_back_is_found(machine, monkeypatch, tally):
    """By the acts that show it, since it takes chance very long to bring them together."""
    monkeypatch.setattr(voided, "check_nothing_depends", lambda *_given: None)
    desk = machine()
    desk.lend(which=0, day=DAYS[4], amount=30_000)
    desk.repay(which=0, on=1, amount=15_000, interest=0)
    desk.void(which=21, on=DAYS[5])
    with pytest.raises(AssertionError):
        desk.no_loan_comes_back_more_than_whole()
    tally("D2", "planted: a loan that is being paid back is voided", 1, "found")
