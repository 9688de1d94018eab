"""Gaps in records."""

from ccb_desktop.domain.member_papers.incomplete import incomplete
from ccb_desktop.domain.papers import row_texts
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
