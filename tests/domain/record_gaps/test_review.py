"""The records of all members, by person, by field and by chi hội."""

from ccb_desktop.domain.members.memberships import Status
from ccb_desktop.domain.record_gaps.review import (
    NO_UNIT,
    FieldCount,
    UnitShare,
    review_gaps,
)
from tests.paper_values import ON, a_line

NEEDED = ("born_on", "card_no", "address")


def a_review(*lines):
    return review_gaps(lines, NEEDED, ON)


def test_members_stand_by_chi_hoi_and_by_name_with_what_they_lack():
    review = a_review(
        a_line("Lê Ba", 3, unit_id=10, unit_name="Chi hội 10", card_no="1", address="x"),
        a_line("Trần Tư", 2, unit_id=2, unit_name="Chi hội 2", card_no="2"),
        a_line("Đỗ An", 1, unit_id=2, unit_name="Chi hội 2", born_on=None),
    )
    assert [one.line.full_name for one in review.records] == ["Đỗ An", "Trần Tư", "Lê Ba"]
    assert [one.said for one in review.incomplete] == ["Ngày sinh, Số thẻ, Nơi ở", "Nơi ở"]


def test_those_who_have_left_are_not_asked_for_anything():
    assert a_review(a_line(status=Status.DECEASED)).records == ()


def test_fields_are_counted_the_most_lacking_first():
    review = a_review(a_line(person_id=1, address="x"), a_line(person_id=2))
    assert review.by_field == (
        FieldCount("card_no", 2),
        FieldCount("address", 1),
        FieldCount("born_on", 0),
    )


def test_each_chi_hoi_has_its_share_of_whole_records():
    whole = {"card_no": "1", "address": "x"}
    review = a_review(
        a_line(person_id=1, **whole),
        a_line(person_id=2),
        a_line(person_id=3, unit_id=None, unit_name="", **whole),
    )
    assert set(review.by_unit) == {
        UnitShare(1, "Chi hội 1", 1, 2),
        UnitShare(None, NO_UNIT, 1, 1),
    }
