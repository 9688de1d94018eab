"""Lists in a package tell of the days of its report, and no day after them."""

from datetime import date

from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.domain.submissions.orders import PackageOrder
from ccb_desktop.operations.frozen_reports import FreezeOrder, freeze_report
from ccb_desktop.operations.submissions import contents
from tests.books import add_event, add_member

PERIOD = Period.of_year(2025)
CUT_OFF = date(2025, 6, 30)


def test_the_check_of_personal_data_counts_to_the_cut_off(store):
    add_member(store, "Trần Văn Một")
    add_member(store, "Lê Văn Hai")
    add_event(store, 2, EventKind.DECEASED, "1/9/2025")
    own = freeze_report(store, FreezeOrder(kind=ReportKind.YEAR, period=PERIOD, cut_off=CUT_OFF))[1]
    for frozen_id, rows in ((own, 2), (None, 1)):
        order = PackageOrder(
            kind=ReportKind.YEAR, period=PERIOD, frozen_id=frozen_id, lists=("roster",)
        )
        [found] = contents.personal_data_in(store, order)
        assert found.rows == rows


def test_a_report_of_a_period_that_is_not_over_counts_to_the_day_of_its_freezing():
    order = PackageOrder(kind=ReportKind.YEAR, period=PERIOD)
    assert order.cut_off_on(CUT_OFF) == CUT_OFF
    assert order.cut_off_on(date(2026, 2, 1)) == date(2025, 12, 31)


def test_a_list_of_what_comes_begins_where_the_report_ends():
    for name, first in (("due-visits", None), ("visits", PERIOD.from_on)):
        asked = contents.list_order(name, PERIOD.from_on, CUT_OFF, masked=True)
        assert (asked.from_on, asked.on) == (first, CUT_OFF)
