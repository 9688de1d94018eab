"""Statistics of the policy bank: the latest count of each group on a day."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.funds.bank_loans import (
    bank_sums,
    check_count,
    latest_by_group,
    sums_by_day,
)
from ccb_desktop.domain.funds.loans import BankLoanCount

TODAY = date(2026, 6, 30)


def a_count(name, month, balance, households=10, **more):
    return BankLoanCount(
        counted_on=date(2026, month, 1),
        group_name=name,
        households=households,
        balance_dong=balance,
        **more,
    )


COUNTS = [a_count("Tổ 1", 1, 100), a_count("Tổ 2", 2, 50), a_count("tổ 1", 3, 80, 9)]


def test_each_group_counts_by_its_latest_count():
    assert [one.balance_dong for one in latest_by_group(COUNTS, date(2026, 2, 28))] == [100, 50]
    sums = bank_sums(COUNTS, TODAY)
    assert (sums.groups, sums.households, sums.balance_dong) == (2, 19, 130)


def test_a_group_that_ended_counts_no_more():
    ended = [*COUNTS, a_count("Tổ 2", 4, 0, 0)]
    assert bank_sums(ended, TODAY).groups == 1


def test_over_time_the_others_keep_their_last_count():
    assert [(day.month, sums.balance_dong) for day, sums in sums_by_day(COUNTS)] == [
        (1, 100),
        (2, 150),
        (3, 130),
    ]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"group_name": " "}, "group_name"),
        ({"counted_on": date(2026, 7, 1)}, "counted_on"),
        ({"households": -1}, "households"),
        ({"balance_dong": -1}, "balance_dong"),
        ({"overdue_dong": 101}, "overdue_dong"),
    ],
)
def test_what_cannot_be_is_refused(more, field):
    values = {"counted_on": TODAY, "group_name": "Tổ 1", "balance_dong": 100, **more}
    with pytest.raises(Invalid) as caught:
        check_count(BankLoanCount(**values), TODAY)
    assert field in caught.value.fields
