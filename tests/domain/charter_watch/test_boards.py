"""Rule 10: how many sit on the board and on its standing committee."""

import pytest

from ccb_desktop.domain.charter import CHARTERS
from ccb_desktop.domain.charter_watch.boards import BOARD
from ccb_desktop.domain.members.units import PostScope
from tests.domain.charter_watch.books import a_member, a_post, a_unit, day, found


def evidence(members, board, standing=2, **more):
    """What is said of a board of so many, the standing committee among them."""
    titles = ["Chủ tịch", "Phó Chủ tịch", *["Ủy viên BTV"] * (standing - 2)][:board]
    titles += ["Ủy viên BCH"] * (board - len(titles))
    posts = [a_post(number, title, **more) for number, title in enumerate(titles, 1)]
    present = [a_member(number) for number in range(1, members + 1)]
    return [one.evidence for one in found(BOARD, *present, posts=posts, units=(a_unit(),))]


@pytest.mark.parametrize(
    ("members", "least", "most"),
    [
        *((11, 2, 2), (12, 1, 3), (30, 1, 3), (31, 5, 7), (100, 5, 7), (101, 9, 15)),
        (1862, 9, 15),
    ],
)
def test_its_size_follows_the_number_of_members(members, least, most):
    assert CHARTERS[0].board_size(members)[1:] == (least, most)
    assert evidence(members, least) == evidence(members, most) == []
    assert len(evidence(members, most + 1)) == 1
    if least > 1:
        assert len(evidence(members, least - 1)) == 1


def test_what_is_said_of_a_small_board():
    assert evidence(128, 8) == [
        "Hội có 128 hội viên: Ban Chấp hành từ 9 đến 15 người; sổ ghi 8 người đang giữ chức"
    ]


def test_the_standing_committee_is_at_most_a_third():
    assert evidence(128, 12, standing=4) == []
    assert evidence(128, 11, standing=4) == [
        "Ban Thường vụ 4 người, nhiều hơn một phần ba của Ban Chấp hành 11 người"
    ]
    assert evidence(60, 6, standing=4) == []  # such a branch need have none


def test_a_board_that_was_never_entered():
    assert evidence(128, 0) == ["Sổ chưa ghi ai trong Ban Chấp hành"]
    assert evidence(0, 0) == []


@pytest.mark.parametrize(
    "more",
    [
        {"scope": PostScope.PARTY},
        {"organisation": "Chi hội 1"},
        {"to_on": day("1/5/2026")},
    ],
    ids=["of another body", "of a chi hội", "no longer"],
)
def test_other_posts_do_not_count(more):
    assert evidence(128, 9, **more) == ["Sổ chưa ghi ai trong Ban Chấp hành"]


def test_lists_put_the_holders_own_chi_hoi_beside_a_post_of_the_branch():
    assert evidence(128, 9, unit_id=1, organisation="Hội CCB phường An Lạc") == []


def test_one_with_two_posts_is_one():
    posts = [a_post(1, "Chủ tịch"), a_post(1, "Ủy viên BTV"), a_post(2, "Phó Chủ tịch")]
    present = [a_member(number) for number in range(1, 6)]
    assert found(BOARD, *present, posts=posts) == []
