"""What can be written of a death."""

from datetime import date, timedelta

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.visits.care import DeathCase
from ccb_desktop.domain.visits.death_steps import Condolence, DeathSteps, check_steps
from ccb_desktop.domain.visits.visits import PaidBy

DIED = date(2026, 3, 10)
TODAY = DIED + timedelta(days=20)
BEFORE, AFTER = DIED - timedelta(days=1), TODAY + timedelta(days=1)


def steps(case=None, **more):
    case = DeathCase(person_id=1, **(case or {}))
    return DeathSteps(**{"case": case, "died_on": PartialDate.of(DIED), **more})


def visit(on=DIED, **more):
    return (Condolence(paid_by=PaidBy.CHI_HOI, visited_on=on, **more),)


def test_everything_else_can_wait():
    check_steps(steps(), TODAY)
    check_steps(steps(condolences=visit(goods="vòng hoa")), TODAY)
    check_steps(steps(died_on=PartialDate.parse("2026"), case={"closed_on": DIED}), TODAY)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"died_on": PartialDate.of(AFTER)}, "died_on"),
        ({"lunar_death_day": "22 tháng 1"}, "lunar_death_day"),
        ({"case": {"papers_sent_on": BEFORE}}, "papers_sent_on"),
        ({"case": {"card_returned_on": AFTER}}, "card_returned_on"),
        ({"case": {"closed_on": BEFORE}}, "closed_on"),
        ({"condolences": visit(BEFORE)}, "chi_hoi_visited_on"),
        ({"condolences": visit(AFTER)}, "chi_hoi_visited_on"),
        ({"condolences": visit(fund_id=1)}, "chi_hoi_amount_dong"),
    ],
)
def test_what_cannot_be_is_told_beside_its_field(wrong, field):
    with pytest.raises(Invalid) as refused:
        check_steps(steps(**wrong), TODAY)
    assert list(refused.value.fields) == [field]
