"""Each doubt about membership, events and posts, once with somebody in it and once without."""

import pytest

from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.record_gaps import membership_checks as checks
from tests.domain.record_gaps.record_values import ON, a_record, an_event, day

DIED = {"died_on": "1/2/2020", "status": Status.DECEASED}
CASES = {
    checks.dead_but_member: (
        {"died_on": "2020"},
        DIED,
        ("Ngày mất: 2020", "Trạng thái: Đang sinh hoạt"),
    ),
    checks.days_of_death_differ: (
        DIED | {"events": (an_event("DECEASED", "3/2/2020"),)},
        DIED | {"events": (an_event("DECEASED", "2/2020"),)},
        ("Ngày mất: 01/02/2020", "Từ trần: 03/02/2020"),
    ),
    checks.days_of_joining_differ: (
        {"joined_on": "1990", "events": (an_event("ADMITTED", "5/1991"),)},
        {"joined_on": "1990", "events": (an_event("ADMITTED", "5/5/1990"),)},
        ("Ngày vào Hội: 1990", "Kết nạp: 5/1991"),
    ),
    checks.event_in_the_future: (
        {"events": (an_event("EXEMPTED", "6/6/2026"),)},
        {"events": (an_event("EXEMPTED", "6/2026"),)},
        ("Miễn sinh hoạt: 06/06/2026",),
    ),
    checks.event_after_death: (
        DIED | {"events": (an_event("MOVED_UNIT", "2/2/2020"),)},
        DIED | {"events": (an_event("DECEASED", "2/2/2020"),)},
        ("Ngày mất: 01/02/2020", "Chuyển chi hội: 02/02/2020"),
    ),
    checks.event_before_birth: (
        {"events": (an_event("ADMITTED", "1951"),)},
        {"events": (an_event("ADMITTED", "1952"),)},
        ("Ngày sinh: 19/05/1952", "Kết nạp: 1951"),
    ),
    checks.post_after_death: (
        DIED | {"posts": (Post(title="Chi hội trưởng", from_on=day("2018")),)},
        DIED | {"posts": (Post(title="Chi hội trưởng", from_on=day("2018"), to_on=day("2020")),)},
        ("Ngày mất: 01/02/2020", "Chức danh: Chi hội trưởng từ 2018"),
    ),
    checks.very_old: (
        {"born_on": "4/6/1925"},
        {"born_on": "6/6/1925"},
        ("Ngày sinh: 04/06/1925", "Trạng thái: Đang sinh hoạt"),
    ),
}


@pytest.mark.parametrize("check", CASES, ids=lambda check: check.__name__)
def test_it_finds_the_one_and_not_the_other(check):
    wrong, right, values = CASES[check]
    found = check(a_record(**wrong), ON)
    assert found is not None
    assert found.values == values
    assert check(a_record(**right), ON) is None


def test_a_post_that_ended_before_today_but_began_after_death_is_found():
    post = Post(title="Chi hội phó", from_on=day("3/2020"), to_on=day("2021"))
    found = checks.post_after_death(a_record(**DIED, posts=(post,)), ON)
    assert found.field == "posts"


def test_one_who_left_long_ago_may_be_as_old_as_he_is():
    assert checks.very_old(a_record(born_on="1900", status=Status.DECEASED), ON) is None
    assert checks.very_old(a_record(born_on="1900", status=None), ON) is None
