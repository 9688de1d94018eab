"""All rules together: order, switches, the first page; and their words against the rules."""

import re
from datetime import date
from pathlib import Path

import pytest

from ccb_desktop.domain.charter import CHARTERS
from ccb_desktop.domain.charter_watch.watch import (
    RULES,
    Switch,
    check_switch,
    things_waiting,
    watch,
)
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.holidays import WorkCalendar
from ccb_desktop.domain.member_papers.decisions import FORMS
from ccb_desktop.domain.members.memberships import Status
from tests.domain.charter_watch.books import a_member, an_event, books, day

PRODUCT = Path(__file__).resolve().parents[4] / "shared" / "product"
SAID = {
    "ceremony": ["30 ngày làm việc"],
    "exemption": ["3 tháng trở lên", "bằng văn bản", "vẫn đóng hội phí", "không xếp loại"],
    "transfer": ["30 ngày làm việc", "hồ sơ"],
    "suspension": ["90 ngày làm việc", "không quá 180"],
    "complaint": ["30 ngày làm việc", "60 ngày"],
    "readmission": ["12 tháng", "một lần", "tự xin ra khỏi Hội", "12 tháng", "hủy thẻ"],
    "striking-off": ["không đóng hội phí 12 tháng liền", "không tự xóa"],
    "phan-hoi": ["trên 30 hội viên có thể lập phân hội"],
    "unit-head": ["người đứng đầu"],
    "branch-size": ["ít nhất 5 hội viên"],
    "board": ["dưới 12", "12–30", "31–100", "trên 100", "một phần ba"],
    "meeting": ["một đến 3 tháng", "3 tháng một lần", "mỗi tháng"],
    "term": ["5 năm"],
}
NUMBERS = {
    2: ["30"],
    3: ["12"],
    4: ["three months"],
    5: ["12"],
    6: ["30"],
    7: ["90", "180"],
    8: ["30", "60"],
    9: ["5", "30", "one to three"],
    10: ["12", "30", "31", "100", "5–7", "9–15", "one third"],
}


def late(number, **more):
    return a_member(number, an_event("ADMITTED", "6/4/2026", number), **more)


def test_the_most_pressing_comes_first():
    members = (a_member(1, an_event("ADMITTED", "15/6/2026")), late(2), late(3))
    found = watch(books(*members), {}).of("ceremony").findings
    assert [one.person_id for one in found] == [2, 3, 1]


def test_a_rule_switched_off_finds_nobody_and_the_others_go_on():
    switch = Switch(rule="ceremony", reason="Lễ chung", off_since=date(2026, 1, 1))
    found = watch(books(late(1)), {"ceremony": switch})
    assert found.of("ceremony").findings == ()
    assert found.of("ceremony").switch is switch
    assert found.of("branch-size").findings != ()


def test_a_switch_wants_a_reason():
    with pytest.raises(Invalid, match="lý do"):
        check_switch(Switch(rule="ceremony", reason="  ", off_since=date(2026, 1, 1)))


def test_the_first_page_tells_counts_and_leads_to_the_rule():
    members = (late(1), late(2), a_member(3, an_event("ADMITTED", "15/6/2026", 3)))
    told = {one.sentence: one for one in things_waiting(watch(books(*members), {}))}
    assert told["người quá hạn lễ kết nạp"].count == 2
    assert told["người chờ lễ kết nạp"].count == 1
    one = told["người quá hạn lễ kết nạp"]
    assert (one.page, one.filters) == ("review", {"tab": "charter", "rule": "ceremony"})


def test_years_without_days_off_for_new_year_are_named():
    assert watch(books(calendar=WorkCalendar()), {}).unknown_new_years == (2026,)
    assert watch(books(), {}).unknown_new_years == ()


def test_an_empty_branch_wants_nothing():
    assert list(things_waiting(watch(books(), {}))) == []


def test_who_has_left_is_asked_for_nothing_but_letters_and_complaints():
    gone = late(1, status=Status.DECEASED)
    assert all(result.findings == () for result in watch(books(gone), {}).results)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_each_rule_says_what_the_guidance_says(rule):
    said = rule.says(CHARTERS[0])
    assert [words for words in SAID[rule.id] if words not in said] == []
    assert rule.overdue[0] == rule.overdue[0].lower() or rule.overdue.startswith("Hội")


@pytest.mark.parametrize("number", NUMBERS)
def test_the_numbers_are_those_of_the_rules(number):
    page = (PRODUCT / "rules.md").read_text("utf-8")
    [text] = re.findall(rf"^{number}\. (.*)$", page, re.MULTILINE)
    assert [words for words in NUMBERS[number] if words not in text] == []


def test_every_rule_watched_has_a_number_of_the_rules():
    assert {rule.number for rule in RULES} == set(NUMBERS)
    assert len({rule.id for rule in RULES}) == len(RULES) == len(SAID)


def test_every_paper_that_a_rule_names_is_there():
    assert {rule.paper for rule in RULES if rule.paper} == set(FORMS)


def test_a_finding_keeps_its_key_from_day_to_day():
    event = an_event("ADMITTED", "6/4/2026", decision_on=day("1/4/2026"))
    early, later = (
        watch(books(a_member(1, event), on=on), {}).of("ceremony").findings[0]
        for on in (date(2026, 4, 20), date(2026, 6, 30))
    )
    assert early.urgency != later.urgency
    assert early.key == later.key
