"""Documents of the practice branch: in the order of days, some still to be answered."""

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.documents import make_arrivals, make_duties, make_orders
from ccb_desktop.domain.register.documents import DocumentState, check_document

BRANCH = Branch(name="Hội CCB xã X", parent="Hội CCB tỉnh Y", place="X")


def test_what_went_out_is_in_the_order_of_days_and_one_number_is_kept():
    orders = list(make_orders(BRANCH))

    days = [one.on for one in orders]
    assert days == sorted(days) and days[-1] <= REFERENCE_DAY
    assert [one.state for one in orders].count(DocumentState.RESERVED) == 1


def test_what_came_in_is_right_and_one_waits():
    arrivals = list(make_arrivals(BRANCH))

    for one in arrivals:
        check_document(one, REFERENCE_DAY)
    assert sum(one.waits for one in arrivals) == 1


def test_the_calendar_names_the_superior():
    assert {one.recipient for one in make_duties(BRANCH)} == {"Hội CCB tỉnh Y"}
