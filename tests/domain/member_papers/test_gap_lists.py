"""The lists of doubts and of open ends."""

from ccb_desktop.domain.member_papers.gap_lists import open_end_list, suspicious
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.domain.record_gaps.checks import all_doubts
from ccb_desktop.domain.record_gaps.open_ends import OpenEnd, OpenEndKind
from tests.domain.record_gaps.record_values import a_record
from tests.paper_values import ON, a_source

DOUBTS = all_doubts(
    [
        a_record(citizen_id="001053000123"),
        a_record(person_id=2, full_name="Lê Ba", enlisted_on="1960", phone="12345678"),
    ],
    ON,
)


def test_each_doubt_has_its_line_with_numbers_masked():
    paper = suspicious(a_source("suspicious"), DOUBTS)
    rows = list(row_texts(paper.tables[0]))
    assert [row[5] for row in rows] == [
        "Số CCCD là của người sinh năm 1953.",
        "Nhập ngũ khi chưa đủ 15 tuổi.",
        "Số điện thoại có 10 chữ số, bắt đầu bằng số 0.",
    ]
    assert rows[0][6] == "Ngày sinh: 19/05/1952; CCCD: 0010•••••123"
    assert rows[2][6] == "Điện thoại: 1234•678"
    assert paper.tables[0].note == "Tổng cộng: 3 điều đáng ngờ của 2 người."


def test_numbers_are_whole_where_the_officer_ticks_it():
    paper = suspicious(a_source("suspicious", masked=False), DOUBTS)
    assert "001053000123" in next(row_texts(paper.tables[0]))[6]


def test_only_the_doubts_that_are_looked_for_are_listed():
    paper = suspicious(a_source("suspicious", filter="le ba"), DOUBTS)
    assert {row[1] for row in row_texts(paper.tables[0])} == {"Lê Ba"}


def test_open_ends_are_listed_with_what_they_are():
    ends = [
        OpenEnd(kind=OpenEndKind.UNIT_HEAD, name="Chi hội 1", unit_name="Chi hội"),
        OpenEnd(kind=OpenEndKind.NO_UNIT, name="Lê Ba"),
    ]
    paper = open_end_list(a_source("open-ends"), ends)
    assert [row[1:3] for row in row_texts(paper.tables[0])] == [
        ("Đơn vị chưa có người đứng đầu", "Chi hội 1"),
        ("Hội viên chưa có chi hội", "Lê Ba"),
    ]
    few = open_end_list(a_source("open-ends", filter="le ba"), ends)
    assert few.tables[0].note == "Tổng cộng: 1 việc còn bỏ ngỏ."
