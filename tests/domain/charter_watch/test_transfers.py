"""Rule 6: letters of introduction that were not handed in."""

from datetime import date

import pytest

from ccb_desktop.domain.charter_watch.findings import Urgency
from ccb_desktop.domain.charter_watch.transfers import TRANSFER
from ccb_desktop.domain.members.memberships import Status
from tests.domain.charter_watch.books import a_member, an_event, day, found, names


def test_who_went_and_has_not_handed_in_his_letter():
    event = an_event(
        *("TRANSFERRED_OUT", "30/3/2026"),
        elsewhere="Hội CCB xã Tân Khê",
        decision_no="02/GT-CCB",
        decision_on=day("23/3/2026"),
    )
    [one] = found(TRANSFER, a_member(1, event, status=Status.TRANSFERRED_OUT))
    assert (one.due_on, one.urgency) == (date(2026, 5, 7), Urgency.OVERDUE)
    assert one.evidence == (
        "Chuyển đi Hội CCB xã Tân Khê ngày 30/03/2026, giấy giới thiệu 02/GT-CCB "
        "ngày 23/03/2026; chưa ghi ngày nộp giấy"
    )
    assert one.paper == "introduction"


def test_who_came_and_still_has_time():
    event = an_event("TRANSFERRED_IN", "15/6/2026", elsewhere="Hội CCB xã Phú Mỹ")
    [one] = found(TRANSFER, a_member(1, event))
    assert (one.due_on, one.urgency, one.paper) == (date(2026, 7, 27), Urgency.DUE, "")
    assert one.evidence.startswith("Chuyển đến từ Hội CCB xã Phú Mỹ ngày 15/06/2026")


@pytest.mark.parametrize(
    "member",
    [
        a_member(1, an_event("TRANSFERRED_IN", "1/6/2026", letter_on=day("3/6/2026"))),
        a_member(1, an_event("TRANSFERRED_IN", "1/6/2025")),
        a_member(1, an_event("MOVED_UNIT", "1/6/2026")),
    ],
    ids=["handed in", "long ago", "within the branch"],
)
def test_nobody_else_is_asked(member):
    assert names(TRANSFER, member) == []
