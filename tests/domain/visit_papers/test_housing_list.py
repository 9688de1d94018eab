"""The list of houses: what is told in a period, and what of it is summed."""

from dataclasses import replace
from datetime import date

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.member_papers.order import ListOrder, ListSource
from ccb_desktop.domain.visit_papers.housing_list import housing_list
from ccb_desktop.domain.visits.housing import HousingKind, HousingSource, HousingSupport
from ccb_desktop.domain.visits.housing_lines import HousingLine

DONE = HousingSupport(
    id=1,
    head_name="Nguyễn Văn An",
    kind=HousingKind.NEW,
    started_on=date(2026, 3, 2),
    handed_over_on=date(2026, 5, 3),
    cost_dong=90,
    branch_dong=20,
    sources=(HousingSource(source="Mặt trận", amount_dong=60),),
)


def the_list(*supports, asked=""):
    order = ListOrder(name="housing", on=date(2026, 6, 30), filter=asked)
    source = ListSource(order=order, branch=Branch(name="Hội CCB phường An Bình"))
    paper = housing_list(
        source, [HousingLine(support=one, unit_name="Chi hội 1") for one in supports]
    )
    return paper.tables[0]


def test_houses_of_the_period_stand_before_those_in_hand():
    found = the_list(
        replace(DONE, id=2, head_name="Trần Bình", handed_over_on=None),
        replace(DONE, id=3, handed_over_on=date(2026, 7, 2), head_name="Lê Chi"),
        DONE,
        replace(DONE, id=4, handed_over_on=date(2025, 12, 31)),
        replace(DONE, id=5, voided_on=date(2026, 6, 1)),
        replace(DONE, id=6, started_on=date(2026, 7, 1), handed_over_on=None),
        replace(DONE, id=7, started_on=None, handed_over_on=date(2026, 8, 1)),
    )
    assert [row[1] for row in found.rows] == ["Nguyễn Văn An", "Lê Chi", "Trần Bình"]
    assert [row[5] for row in found.rows] == ["03/05/2026", "Đang làm", "Đang làm"]
    assert found.rows[0][6:10] == (90, 20, 60, "Mặt trận: 60")
    assert found.totals[0][6:9] == (270, 60, 180)
    assert found.note.startswith("Bàn giao trong kỳ 1 nhà, xây mới 1, sửa chữa 0; Hội chi 20 đồng")
    assert found.note.endswith("Đang làm 2 nhà.")


def test_a_house_of_before_that_was_voided_in_the_period_is_taken_off():
    before = replace(DONE, handed_over_on=date(2025, 12, 1), voided_on=date(2026, 6, 1))
    found = the_list(before, replace(DONE, head_name="Lê Chi"))
    assert found.rows[0][5:9] == ("ĐÃ HỦY 01/06/2026", -90, -20, -60)
    assert found.totals[0][6:9] == (None, 0, 0)
    assert found.note.startswith("Bàn giao trong kỳ 0 nhà (đã trừ 1 nhà bàn giao kỳ trước")


def test_what_is_only_planned_says_so():
    found = the_list(replace(DONE, started_on=None, handed_over_on=None))
    assert [row[4:6] for row in found.rows] == [("", "Chưa khởi công")]


def test_a_list_can_be_asked_for_one_and_an_empty_one_says_so():
    assert [row[1] for row in the_list(DONE, asked="chi hội 1 an").rows] == ["Nguyễn Văn An"]
    empty = the_list(DONE, asked="Quế")
    assert (list(empty.rows), empty.totals) == ([], ())
    assert "không có nhà nào" in empty.note
