"""The list of people who may have been entered twice."""

from ccb_desktop.domain.doubles.candidates import find_candidates
from ccb_desktop.domain.doubles.keys import KnownPerson
from ccb_desktop.domain.member_papers.doubles_list import doubles
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import a_source

PEOPLE = [
    KnownPerson(1, "Lê Văn Bá", born_on=PartialDate(1952), unit_name="Chi hội 1", card_no="A1"),
    KnownPerson(2, "LE VAN BA", born_on=PartialDate(1952), unit_name="Chi hội 2"),
    KnownPerson(3, "Đỗ Thị Nụ", born_on=PartialDate(1960), phone="0912345678"),
    KnownPerson(4, "Đỗ Thị Nu", born_on=PartialDate(1961), phone="912345678"),
]


def test_each_pair_has_a_line_with_its_reasons():
    paper = doubles(a_source("duplicates"), find_candidates(PEOPLE))
    (table,) = paper.tables
    first, second = row_texts(table)
    assert first[1:10] == ("98", "Đỗ Thị Nụ", "1960", "", "", "Đỗ Thị Nu", "1961", "", "")
    assert first[10:] == ("cùng họ tên, năm sinh lệch 1, cùng số điện thoại", "")
    assert second[2:10] == (
        "Lê Văn Bá",
        "1952",
        "Chi hội 1",
        "A1",
        "LE VAN BA",
        "1952",
        "Chi hội 2",
        "",
    )
    assert second[10] == "cùng họ tên, cùng năm sinh 1952"
    assert table.note.startswith("Tổng cộng: 2 cặp")
    assert len({column.label for column in table.columns}) == len(table.columns)


def test_a_filter_finds_either_of_a_pair():
    paper = doubles(a_source("duplicates", filter="chi hoi 2"), find_candidates(PEOPLE))
    assert [row[2] for row in row_texts(paper.tables[0])] == ["Lê Văn Bá"]
