"""Balances from the sums of months are those of the entries, on every day."""

from datetime import date, timedelta

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ccb_desktop.data.funds.balances import balance_on, balances_from, balances_on, fund_total
from ccb_desktop.domain.funds.funds import MoneyPlace
from ccb_desktop.domain.funds.ledger import Account, entries_of
from ccb_desktop.domain.funds.vouchers import VoucherKind
from ccb_desktop.operations.funds.posting import post_vouchers
from tests.ledger import OPENED, a_voucher, open_fund

DAYS = st.integers(0, 300).map(lambda days: OPENED + timedelta(days))
PAPERS = st.lists(
    st.tuples(
        st.sampled_from([VoucherKind.RECEIPT, VoucherKind.PAYMENT]),
        st.sampled_from(MoneyPlace),
        DAYS,
        st.integers(1, 10**6),
    ),
    max_size=30,
)


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(PAPERS, DAYS)
def test_a_balance_is_the_sum_of_the_entries_up_to_its_day(store, papers, day):
    name = f"Quỹ {id(papers)}{day}"
    fund_id = open_fund(store, name, cash=10**9, bank=10**9)
    with store.writing("Ghi nhiều phiếu") as session:
        posted = post_vouchers(
            session,
            [
                a_voucher(fund_id, amount, kind, place=place, issued_on=issued_on)
                for kind, place, issued_on, amount in papers
            ],
        )
        entries = [entry for voucher in posted for entry in entries_of(voucher)]
        for place in MoneyPlace:
            account = Account(fund_id, place)
            until = [e for e in entries if e.account == account and e.happened_on <= day]
            expected = 10**9 + sum(entry.amount_dong for entry in until)
            assert balance_on(session, account, day) == expected
            assert balances_on(session, day)[account] == expected
            assert balances_from(session, account, day)[0] == (day, expected)
        total = 2 * 10**9 + sum(entry.amount_dong for entry in entries)
        assert fund_total(balances_on(session, date(2027, 1, 1)), fund_id) == total
