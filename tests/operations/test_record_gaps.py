"""Looking through the books of a practice branch, and choosing what is needed."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.record_gaps.needed import NEEDED
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.papers import ListOrder, list_rows
from ccb_desktop.operations.record_gaps import choose_needed, needed_fields, review_books
from ccb_desktop.operations.undo import undo
from ccb_desktop.paths import DataFolder

ON = date(2026, 6, 30)


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    """The practice branch, which no test here changes for good."""
    folder = DataFolder(tmp_path_factory.mktemp("demo") / "branch")
    with make_demo_branch(folder, members=120) as store:
        yield store


def test_lists_and_tab_say_the_same(practice):
    found = review_books(practice, ON)
    counts = {
        "incomplete": len(found.gaps.incomplete),
        "suspicious": len(found.doubts),
        "open-ends": len(found.ends),
    }
    assert counts["incomplete"] > 0
    for name, count in counts.items():
        paper = list_rows(practice, ListOrder(name=name, on=ON))
        assert len(paper.tables[0].rows) == count


def test_every_member_stands_in_one_chi_hoi_of_the_review(practice):
    gaps = review_books(practice, ON).gaps
    assert sum(one.people for one in gaps.by_unit) == len(gaps.records) == 120
    whole = sum(one.whole for one in gaps.by_unit)
    assert whole == len(gaps.records) - len(gaps.incomplete)


def test_what_is_needed_is_chosen_in_one_act_that_can_be_undone(practice):
    assert needed_fields(practice) == NEEDED
    change = choose_needed(practice, ["phone"])
    assert change.kinds == {"settings"}
    assert {one.said for one in review_books(practice, ON).gaps.incomplete} == {"Điện thoại"}
    undo(practice, change.action_id)
    assert needed_fields(practice) == NEEDED


def test_something_must_be_needed(practice):
    with pytest.raises(Invalid) as caught:
        choose_needed(practice, [])
    assert set(caught.value.fields) == {"needed"}
