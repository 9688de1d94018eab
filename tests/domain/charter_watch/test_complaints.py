"""Rule 8: the time to complain of discipline."""

from datetime import date

from ccb_desktop.domain.charter_watch.complaints import COMPLAINT
from ccb_desktop.domain.members.memberships import Status
from tests.domain.charter_watch.books import a_member, an_event, day, found, names


def expelled(on, **more):
    return a_member(1, an_event("EXPELLED", on, **more), status=Status.EXPELLED)


def test_who_was_expelled_may_complain_for_30_working_days():
    [one] = found(COMPLAINT, expelled("9/6/2026", decision_on=day("2/6/2026")))
    assert one.due_on == date(2026, 7, 14)
    assert one.advice == "Nếu có đơn khiếu nại, trả lời trong 60 ngày"


def test_afterwards_and_of_others_nothing_is_said():
    assert names(COMPLAINT, expelled("2/3/2026")) == []
    resigned = a_member(1, an_event("RESIGNED", "9/6/2026"), status=Status.RESIGNED)
    assert names(COMPLAINT, resigned) == []
