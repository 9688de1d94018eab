"""Every book and list by name: on the practice branch, on an empty one, filtered, masked."""

from datetime import date

import pytest

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.domain.queries import Condition, Group, How, as_json
from ccb_desktop.domain.saved_views import SavedView, ViewKind
from ccb_desktop.operations.members.people import list_members
from ccb_desktop.operations.members.queries import kept_query
from ccb_desktop.operations.papers import LIST_NAMES, ListOrder, list_rows, write_list
from ccb_desktop.operations.saved_views import save_view

ON = date(2026, 6, 30)
CHI_HOI_1 = Group(parts=(Condition("unit", How.IS, "1"), Condition("age", How.AT_LEAST, "70")))


@pytest.mark.parametrize("name", LIST_NAMES)
def test_every_list_of_the_practice_branch_is_written(practice, tmp_path, name):
    for ending in ("docx", "xlsx"):
        written = write_list(practice, ListOrder(name=name, on=ON), tmp_path / f"so.{ending}")
        assert written.stat().st_size > 3_000


@pytest.mark.parametrize("name", LIST_NAMES)
def test_every_list_of_an_empty_branch_is_written_or_says_why_not(store, tmp_path, name):
    try:
        written = write_list(store, ListOrder(name=name, on=ON), tmp_path / "so.docx")
    except NotFound as refused:
        assert str(refused).endswith(".")
    else:
        assert written.stat().st_size > 3_000


@pytest.mark.parametrize("name", LIST_NAMES)
def test_no_whole_number_of_anybody_stands_in_a_list_that_leaves(practice, name):
    numbers = {
        number
        for line in list_members(practice, ON)
        for number in (line.citizen_id, line.phone)
        if number
    }
    paper = list_rows(practice, ListOrder(name=name, on=ON))
    told = " ".join(text for table in paper.tables for row in row_texts(table) for text in row)
    assert len(numbers) > 60
    assert not [number for number in numbers if number in told]


def test_a_filter_of_the_roster_chooses_the_rows_and_is_said(practice):
    paper = list_rows(practice, ListOrder(name="roster", on=ON, query=CHI_HOI_1))
    everybody = {line.full_name: line for line in list_members(practice, ON)}
    named = [everybody[row[2]] for row in row_texts(paper.tables[0])]
    assert named
    assert {line.unit_id for line in named} == {1}
    assert all(line.born_on.year <= ON.year - 70 for line in named)
    assert "Chọn theo: Chi hội là Chi hội 1 VÀ Tuổi từ 70 trở lên" in paper.subtitle
    assert len(paper.tables) == 1


def test_a_filter_about_something_that_is_gone_is_told(practice):
    gone = Group(parts=(Condition("own_99", How.FILLED),))
    with pytest.raises(Invalid, match="không còn trong sổ"):
        list_rows(practice, ListOrder(name="roster", on=ON, query=gone))


def test_a_kept_filter_is_found_by_its_name(store):
    made = SavedView(
        list_name="members", kind=ViewKind.FILTER, name="Từ 70 tuổi", content=as_json(CHI_HOI_1)
    )
    save_view(store, made)
    assert kept_query(store, "tu 70 tuoi") == CHI_HOI_1
    with pytest.raises(NotFound, match="Các bộ lọc đã lưu: Từ 70 tuổi"):
        kept_query(store, "khác")
