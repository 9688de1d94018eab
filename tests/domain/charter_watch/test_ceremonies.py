"""Rule 2: who waits for the ceremony, and until when."""

from datetime import date

import pytest

from ccb_desktop.domain.charter_watch.ceremonies import CEREMONY
from ccb_desktop.domain.charter_watch.findings import Urgency
from ccb_desktop.domain.members.memberships import Status
from tests.domain.charter_watch.books import a_member, an_event, day, found, names


def admitted(kind="ADMITTED", on="19/5/2026", **more):
    return an_event(kind, on, **more)


@pytest.mark.parametrize("kind", ["ADMITTED", "READMITTED"])
def test_who_has_no_ceremony_30_working_days_after_the_decision_is_late(kind):
    event = admitted(kind, decision_no="12/QĐ-CCB", decision_on=day("12/5/2026"))
    [one] = found(CEREMONY, a_member(1, event))
    assert (one.due_on, one.urgency) == (date(2026, 6, 23), Urgency.OVERDUE)
    assert one.evidence == "Quyết định 12/QĐ-CCB ngày 12/05/2026; chưa ghi ngày lễ kết nạp"
    assert (one.person_id, one.event_id, one.paper) == (1, 1, "admission-decision")


def test_until_the_last_day_there_is_time():
    event = admitted(decision_on=day("12/5/2026"))
    [one] = found(CEREMONY, a_member(1, event), on=date(2026, 6, 23))
    assert one.urgency is Urgency.DUE
    [one] = found(CEREMONY, a_member(1, event), on=date(2026, 6, 24))
    assert one.urgency is Urgency.OVERDUE


def test_without_a_decision_the_day_of_admission_counts_to_its_last_possible_day():
    [one] = found(CEREMONY, a_member(1, admitted(on="5/2026")))
    assert one.due_on == date(2026, 7, 10)


def test_public_holidays_are_no_working_days():
    event = admitted(on="6/2/2026")
    [one] = found(CEREMONY, a_member(1, event))
    assert one.due_on == date(2026, 3, 27)  # 20/3 and five days of Tết


@pytest.mark.parametrize(
    "member",
    [
        a_member(1, admitted(ceremony_on=day("1/6/2026"))),
        a_member(1, admitted(on="19/5/2025")),
        a_member(1, admitted(), status=Status.DECEASED),
        a_member(1, admitted(decision_on=day("1/7/2026"), on="2/7/2026")),
        a_member(1),
    ],
    ids=["held", "long ago", "no longer here", "not yet decided", "on the roll"],
)
def test_nobody_else_is_found(member):
    assert names(CEREMONY, member) == []
