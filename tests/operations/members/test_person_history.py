"""The history of a person holds what other books say of him, and does not put that back."""

from datetime import date

import pytest

from ccb_desktop.domain.emulation.award_book import Recipient
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.tasks.commitments import Pledge
from ccb_desktop.operations.emulation import awards, grading
from ccb_desktop.operations.members.person_history import list_person_changes
from ccb_desktop.operations.members.put_back import put_person_back, put_record_back
from ccb_desktop.operations.tasks import commitments
from tests.books import add_member

DAY = date(2025, 5, 1)


@pytest.fixture
def praised(store):
    """A member who was graded, signed and was awarded; the award was taken out again."""
    add_member(store)
    grading.grade_everybody(store, 2025, grading.load_grading(store, 2025, date.today()).members)
    commitments.pledge(store, Pledge(year=2025, person_ids=(1,), content="Giúp hộ nghèo"))
    award = Award(awarded_on=DAY, recipient="", form="Giấy khen", giver="Huyện")
    awards.give_awards(store, award, [Recipient(AwardRecipient.MEMBER, "Nguyễn Văn An", 1)])
    awards.remove_awards(store, [1])
    return store


def test_what_other_books_say_of_him_stands_in_his_history(praised):
    told = [(one.kind, one.after is None) for one in list_person_changes(praised, 1)]
    assert told[:4] == [
        ("awards", True),
        ("awards", False),
        ("commitments", False),
        ("member_results", False),
    ]


def test_it_is_mended_in_its_own_book_and_stays_when_the_file_is_put_back(praised):
    changes = list_person_changes(praised, 1)
    with pytest.raises(Conflict, match="trang Thi đua để sửa"):
        put_record_back(praised, 1, changes[0])
    graded = next(one for one in changes if one.kind == "member_results")
    with pytest.raises(Conflict, match="không thay đổi gì"):
        put_person_back(praised, 1, graded)
