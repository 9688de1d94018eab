"""Rule 3: readmissions that the guidance does not allow."""

import pytest

from ccb_desktop.domain.charter_watch.readmissions import READMISSION
from tests.domain.charter_watch.books import a_member, an_event, found, names

EXPELLED = an_event("EXPELLED", "1/3/2020")
BACK = an_event("READMITTED", "1/5/2026", 9)


def test_a_second_readmission():
    events = (EXPELLED, an_event("READMITTED", "1/6/2021", 2), an_event("EXPELLED", "1/1/2023", 3))
    [one] = found(READMISSION, a_member(1, *events, BACK))
    assert "chỉ được kết nạp lại một lần" in one.evidence


def test_before_twelve_months_have_passed():
    [one] = found(READMISSION, a_member(1, an_event("EXPELLED", "2/5/2025"), BACK))
    assert "Chưa đủ 12 tháng" in one.evidence and "02/05/2026" in one.evidence


def test_after_leaving_of_his_own_will():
    [one] = found(READMISSION, a_member(1, an_event("RESIGNED", "1/3/2020"), BACK))
    assert "tự xin ra khỏi Hội" in one.evidence


@pytest.mark.parametrize(
    "reason", ["Bỏ sinh hoạt, không đóng hội phí 12 tháng", "Tự hủy thẻ hội viên"]
)
def test_after_walking_away(reason):
    [one] = found(READMISSION, a_member(1, an_event("STRUCK_OFF", "1/3/2020", reason=reason), BACK))
    assert reason in one.evidence


def test_a_return_recorded_as_an_admission_is_seen():
    back = an_event("ADMITTED", "1/5/2026", 9)
    assert names(READMISSION, a_member(1, an_event("RESIGNED", "1/3/2020"), back))


@pytest.mark.parametrize(
    "events",
    [
        (EXPELLED, BACK),
        (an_event("STRUCK_OFF", "1/3/2020", reason="Không tiến bộ sau 12 tháng"), BACK),
        (an_event("ADMITTED", "1/5/2026"),),
        (an_event("RESIGNED", "1/3/2010"), an_event("READMITTED", "1/5/2012", 2)),
    ],
    ids=["once, after years", "another reason", "new", "long ago"],
)
def test_what_is_allowed_or_long_ago_is_not_told(events):
    assert names(READMISSION, a_member(1, *events)) == []
