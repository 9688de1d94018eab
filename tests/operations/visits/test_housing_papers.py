"""The minutes of handing over a house as a Word file."""

from dataclasses import replace
from datetime import date

import pytest
from docx import Document

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.operations.papers import ListOrder, list_rows, write_list
from ccb_desktop.operations.visits import housing
from ccb_desktop.operations.visits.housing_papers import houses_of, write_minutes
from tests.books import add_member
from tests.operations.visits.test_housing import HOUSE


@pytest.fixture
def house_id(store):
    add_member(store, citizen_id="001052123456")
    housing.save_housing(store, HOUSE)
    (line,) = housing.list_lines(store, date.today())
    return line.support.id


def words(path):
    document = Document(path)
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in document.paragraphs), *cells])


def test_minutes_say_whose_house_it_is_and_who_gave_what(store, house_id, tmp_path):
    housing.hand_over(store, house_id, date(2026, 5, 3), HOUSE.cost_dong)
    said = words(write_minutes(store, [house_id, house_id], tmp_path / "ban-giao.docx"))
    for told in (
        "ngày 03 tháng 5 năm 2026",
        "xây mới nhà ở",
        "001052123456",
        "90.000.000 đồng (Chín mươi triệu đồng)",
        "Quỹ Vì người nghèo",
        "60.000.000",
        "Gia đình tự lo phần còn lại",
        "10.000.000",
    ):
        assert told in said
    assert said.count("BIÊN BẢN") == 2
    assert "{{" not in said


def test_what_is_not_known_is_room_for_the_pen(store, house_id, tmp_path):
    (line,) = housing.list_lines(store, date.today())
    bare = replace(line.support, person_id=None, cost_dong=0, branch_dong=0, sources=(), kind=None)
    housing.save_housing(store, replace(bare, handed_over_on=date(2026, 5, 3)))
    said = words(write_minutes(store, [house_id], tmp_path / "ban-giao.docx"))
    assert "ông (bà) Nguyễn Văn An" in said and "…" in said


def test_minutes_need_a_house_that_is_handed_over(store, house_id, tmp_path):
    out = tmp_path / "ban-giao.docx"
    with pytest.raises(Invalid):
        write_minutes(store, [house_id], out)
    with pytest.raises(Invalid):
        write_minutes(store, [], out)
    with pytest.raises(Invalid):
        write_minutes(store, [house_id], tmp_path / "a.xlsx")
    with pytest.raises(NotFound):
        write_minutes(store, [99], out)


def test_the_list_is_asked_for_by_its_name(store, house_id, tmp_path):
    order = ListOrder(name="housing", on=date(2026, 6, 30))
    (table,) = list_rows(store, order).tables
    assert [row[1] for row in table.rows] == [HOUSE.head_name]
    assert write_list(store, order, tmp_path / "nha.xlsx").stat().st_size


def test_houses_are_found_by_the_people_who_live_in_them(store, house_id):
    with pytest.raises(Invalid):
        houses_of(store, [1])
    housing.hand_over(store, house_id, date(2026, 5, 3), 0)
    assert houses_of(store, [1]) == [house_id]
    with pytest.raises(Invalid):
        houses_of(store, [2])
