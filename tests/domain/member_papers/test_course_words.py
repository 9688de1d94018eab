"""The course of a membership in sentences."""

import pytest

from ccb_desktop.domain.member_papers.course_words import course_in_words, day_in_words
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipEvent
from ccb_desktop.domain.partial_dates import PartialDate

UNITS = {1: "Chi hội 1", 2: "Chi hội 2"}
HOI = Membership(id=5, on_roll_from=PartialDate(1990, 5), unit_id=1)


def an_event(kind, on="1/3/2024", **more):
    day = PartialDate.parse(on)
    return MembershipEvent(membership_id=5, kind=kind, happened_on=day, **more)


def told(*events, membership=HOI):
    return course_in_words(membership, events, UNITS)


@pytest.mark.parametrize(
    ("day", "said"),
    [("1952", "Năm 1952"), ("5/1952", "Tháng 5/1952"), ("19/5/1952", "Ngày 19/05/1952")],
)
def test_a_day_is_said_as_far_as_it_is_known(day, said):
    assert day_in_words(PartialDate.parse(day)) == said


def test_who_never_was_admitted_here_begins_on_the_roll():
    assert told() == ["Tháng 5/1990: có tên trong danh sách hội viên, sinh hoạt ở Chi hội 1."]
    assert told(an_event(EventKind.ADMITTED, unit_id=2)) == [
        "Ngày 01/03/2024: kết nạp vào Hội, sinh hoạt ở Chi hội 2."
    ]


WORDS = [
    (EventKind.ADMITTED, {}, "kết nạp vào Hội."),
    (EventKind.READMITTED, {"unit_id": 1}, "kết nạp lại vào Hội, sinh hoạt ở Chi hội 1."),
    (
        EventKind.TRANSFERRED_IN,
        {"elsewhere": "Hội CCB xã Đông", "unit_id": 1},
        "chuyển đến từ Hội CCB xã Đông, sinh hoạt ở Chi hội 1.",
    ),
    (EventKind.TRANSFERRED_OUT, {}, "chuyển đi."),
    (EventKind.TRANSFERRED_OUT, {"elsewhere": "Hội CCB xã Đông"}, "chuyển đi Hội CCB xã Đông."),
    (
        EventKind.MOVED_UNIT,
        {"from_unit_id": 1, "unit_id": 2, "decision_no": "12/QĐ"},
        "chuyển từ Chi hội 1 sang Chi hội 2, theo quyết định số 12/QĐ.",
    ),
    (
        EventKind.EXEMPTED,
        {"until_on": PartialDate(2025), "reason": "Tuổi cao."},
        "được miễn sinh hoạt đến 2025. Lý do, ghi chú: Tuổi cao.",
    ),
    (EventKind.RESUMED, {}, "sinh hoạt trở lại."),
    (
        EventKind.SUSPENDED,
        {"decision_no": "7/QĐ", "decision_on": PartialDate(2024, 2, 1)},
        "bị đình chỉ sinh hoạt, theo quyết định số 7/QĐ ngày 01/02/2024.",
    ),
    (
        EventKind.STRUCK_OFF,
        {"reason": "Vắng lâu", "note": "Đã báo gia đình"},
        "bị xóa tên. Lý do, ghi chú: Vắng lâu; Đã báo gia đình.",
    ),
    (EventKind.RESIGNED, {}, "xin ra khỏi Hội."),
    (EventKind.EXPELLED, {}, "bị khai trừ."),
    (EventKind.DECEASED, {}, "từ trần."),
]


@pytest.mark.parametrize(("kind", "more", "said"), WORDS)
def test_each_kind_of_event_is_a_sentence(kind, more, said):
    assert told(an_event(kind, **more))[-1] == f"Ngày 01/03/2024: {said}"


def test_every_kind_is_told():
    assert {kind for kind, _, _ in WORDS} == set(EventKind)


def test_sentences_stand_in_the_order_of_days():
    events = (an_event(EventKind.DECEASED, "2025"), an_event(EventKind.EXEMPTED, "5/2024"))
    assert [sentence.partition(":")[0] for sentence in told(*events)] == [
        *("Tháng 5/1990", "Tháng 5/2024", "Năm 2025")
    ]
