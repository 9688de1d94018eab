"""Gaps in records, and people who may be in the books twice."""

from ccb_desktop.domain.member_papers.incomplete import duplicates, incomplete
from ccb_desktop.domain.papers import Band, row_texts
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import a_line, a_source

WHOLE = dict.fromkeys(("citizen_id", "home_town", "address", "card_no"), "x") | {
    "joined_on": PartialDate(1990),
    "enlisted_on": PartialDate(1970),
    "periods": frozenset({"CAMBODIA"}),
    "household_head": "Nguyễn Văn An",
    "poverty": "AVERAGE",
}


def test_only_records_with_gaps_are_listed():
    paper = incomplete(a_source(), [a_line(**WHOLE), a_line("Lê Ba", 2, **WHOLE | {"poverty": ""})])
    (row,) = row_texts(paper.tables[0])
    assert (row[1], row[5], row[6]) == ("Lê Ba", "1", "Mức sống")
    assert paper.tables[0].note == "Tổng cộng: 1 trong 2 hồ sơ còn thiếu."


def test_each_needed_field_has_its_count():
    lines = [a_line(**WHOLE), a_line("Lê Ba", 2, **WHOLE | {"poverty": ""})]
    fields = list(row_texts(incomplete(a_source(), lines).tables[1]))
    assert fields[0] == ("1", "Mức sống", "1", "1/2 (50,00 %)")
    assert fields[1][2:] == ("0", "2/2 (100,00 %)")
    only = incomplete(a_source(), lines, ("address",)).tables
    assert [row[1] for row in row_texts(only[1])] == ["Nơi ở"]
    assert incomplete(a_source(), ()).tables[1].rows[0][3] == ""


def test_namesakes_of_one_year_are_shown_unless_their_numbers_differ():
    lines = [
        *(a_line("Lê Văn Ba", 1, card_no="1"), a_line("Lê Văn Bá", 2, card_no="")),
        *(a_line("Đỗ An", 3, card_no="3"), a_line("Đỗ An", 4, card_no="4")),
        a_line("Lê Văn Ba", 5, born_on=PartialDate(1960)),
    ]
    paper = duplicates(a_source(), lines)
    assert [row[1] for row in row_texts(paper.tables[0])] == ["Lê Văn Ba", "Lê Văn Bá"]
    assert paper.tables[0].rows[0] == Band("Lê Văn Ba (2 hồ sơ)")


def test_a_list_of_nobody_does_not_ask_to_look_again():
    (table,) = duplicates(a_source(), [a_line(card_no="1")]).tables
    assert (list(table.rows), table.note) == ([], "Không thấy ai ghi trùng.")
