"""Gaps in records."""

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.incomplete import NEEDED, gaps_of, incomplete
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


def test_gaps_are_named_as_officers_call_them():
    assert gaps_of(a_line(**WHOLE)) == ()
    assert gaps_of(a_line(**WHOLE | {"card_no": "", "born_on": None})) == ("Ngày sinh", "Số thẻ")
    assert set(NEEDED) <= set(FIELD)


def test_only_records_with_gaps_are_listed():
    paper = incomplete(a_source(), [a_line(**WHOLE), a_line("Lê Ba", 2, **WHOLE | {"poverty": ""})])
    (row,) = row_texts(paper.tables[0])
    assert (row[1], row[5], row[6]) == ("Lê Ba", "1", "Mức sống")
    assert paper.tables[0].note == "Tổng cộng: 1 trong 2 hồ sơ còn thiếu."
