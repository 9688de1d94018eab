"""Sums by form, who may commend what, and the one Kỷ niệm chương of a person."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.emulation.award_book import (
    giver_remark,
    is_medal,
    medal_remark,
    medal_year_after,
    sums_by_form,
)
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient

DAY = date(2025, 5, 19)


def award(form="Giấy khen", kind=AwardRecipient.MEMBER):
    return Award(
        awarded_on=DAY, recipient="Trần Văn An", form=form, giver="Hội", recipient_kind=kind
    )


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["Giấy khen", "Bằng khen", "Cờ thi đua"]),
            st.sampled_from(AwardRecipient),
        )
    )
)
def test_every_award_is_in_one_sum(given_awards):
    sums = sums_by_form(award(form, kind) for form, kind in given_awards)
    assert sum(one.whole for one in sums) == len(given_awards)
    members = sum(kind is AwardRecipient.MEMBER for _form, kind in given_awards)
    assert sum(one.members for one in sums) == members
    assert len({one.form for one in sums}) == len(sums)


@pytest.mark.parametrize(
    ("form", "giver"),
    [
        ("Biểu dương", "Hội CCB phường"),
        ("Giấy khen", "Hội CCB thành phố"),
        ("Bằng khen", "Hội CCB thành phố"),
        ("Giấy khen", "Hội CCB thị xã Hương Sơn"),
        ("Bằng khen", "Hội CCB tỉnh"),
        ("Kỷ niệm chương", "Trung ương Hội"),
        ("Giấy khen", "UBND phường"),
        ("Huân chương", "Chủ tịch nước"),
        ("Giải thưởng", "Hội CCB phường"),
        ("", ""),
    ],
)
def test_nothing_is_said_of_what_the_guidance_allows_or_does_not_know(form, giver):
    assert giver_remark(form, giver) == ""


@pytest.mark.parametrize(
    ("form", "giver", "told"),
    [
        ("Giấy khen", "Hội CCB phường An Lạc", "Hội cơ sở tặng biểu dương"),
        ("Bằng khen", "Hội CCB huyện", "Hội cấp trên trực tiếp tặng giấy khen"),
        ("Kỷ niệm chương", "Hội CCB tỉnh", "Kỷ niệm chương do cấp khác tặng"),
        ("Biểu dương", "Trung ương Hội", "bằng khen, cờ thi đua, Kỷ niệm chương"),
    ],
)
def test_what_another_level_gives_is_remarked(form, giver, told):
    assert told in giver_remark(form, giver)


def test_a_second_medal_is_remarked_and_nothing_else():
    assert is_medal("KỶ NIỆM CHƯƠNG CCB Việt Nam")
    assert "Trần Văn An đã có Kỷ niệm chương" in medal_remark("Kỷ niệm chương", ["Trần Văn An"])
    assert medal_remark("Giấy khen", ["Trần Văn An"]) == ""
    assert medal_remark("Kỷ niệm chương", []) == ""


@pytest.mark.parametrize(
    ("known", "before", "after", "others", "year"),
    [
        (None, None, DAY, (), 2025),
        (2010, None, DAY, (), 2010),
        (2025, DAY, date(2024, 1, 1), (), 2024),
        (2010, DAY, date(2024, 1, 1), (), 2010),
        (2025, DAY, None, (), None),
        (2025, DAY, None, (2019,), 2019),
        (2010, DAY, None, (), 2010),
        (None, None, None, (), None),
    ],
)
def test_the_year_on_the_person_follows_unless_it_is_known_better(
    known, before, after, others, year
):
    assert medal_year_after(known, before, after, others) == year
