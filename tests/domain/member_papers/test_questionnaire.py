"""What the questionnaires ask: known entries printed, missing ones blank."""

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.member_papers.questionnaire import by_person, by_unit
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.record_gaps.needed import CHOOSABLE
from ccb_desktop.domain.record_gaps.review import review_gaps
from tests.paper_values import ON, a_line, a_source

NEEDED = ("born_on", "sex", "citizen_id", "address", "joined_on", "periods", "poverty")
KNOWN = {
    "citizen_id": "001052000123",
    "address": "12 Bờ Kênh",
    "joined_on": PartialDate(1990),
    "periods": frozenset({"CAMBODIA", "LAOS"}),
    "poverty": "POOR",
}


def a_review(*lines):
    return review_gaps(lines, NEEDED, ON)


def test_a_chi_hoi_has_the_columns_that_somebody_in_it_lacks():
    review = a_review(
        a_line("Đỗ An", 1, **KNOWN | {"address": ""}),
        a_line("Lê Ba", 2, **KNOWN | {"poverty": ""}),
        a_line("Trần Tư", 3, **KNOWN),
        a_line("Vũ Sáu", 4, unit_name="Chi hội 2", **KNOWN | {"born_on": None}),
    )
    first, second = by_unit(a_source(), review).sheets
    assert [column.label for column in first.columns] == [
        *("STT", "Họ và tên", "Ngày sinh", "Số thẻ", "Nơi ở", "Mức sống")
    ]
    assert first.rows == (
        ("1", "Đỗ An", "19/05/1952", "", None, "Hộ nghèo"),
        ("2", "Lê Ba", "19/05/1952", "", "12 Bờ Kênh", None),
    )
    assert "Mức sống: Hộ nghèo, Cận nghèo" in first.note
    assert (second.name, second.rows) == ("Chi hội 2", (("1", "Vũ Sáu", None, ""),))
    assert "Mức sống" not in second.note


def test_a_person_has_everything_that_is_needed_with_numbers_masked():
    review = a_review(a_line(**KNOWN | {"address": ""}))
    doubts = {1: ["Nhập ngũ khi chưa đủ 15 tuổi."]}
    (sheet,) = by_person(a_source(), review, doubts).sheets
    assert dict(sheet.entries) == {
        "Ngày sinh": "19/05/1952",
        "Giới tính": "Nam",
        "CCCD": "0010•••••123",
        "Nơi ở": None,
        "Ngày vào Hội": "1990",
        "Thời kỳ": "Làm nhiệm vụ quốc tế Campuchia, Làm nhiệm vụ quốc tế Lào",
        "Mức sống": "Hộ nghèo",
    }
    assert sheet.doubts == ("Nhập ngũ khi chưa đủ 15 tuổi.",)
    (whole,) = by_person(a_source(masked=False), review, {}).sheets
    assert dict(whole.entries)["CCCD"] == "001052000123"


def test_whole_records_get_no_sheet():
    assert by_person(a_source(), a_review(a_line(**KNOWN)), {}).sheets == ()


def test_more_columns_than_fit_make_several_sheets_that_ask_for_everything_once():
    review = review_gaps([a_line("Đỗ An", 1), a_line("Lê Ba", 2, **KNOWN)], CHOOSABLE, ON)
    sheets = by_unit(a_source(), review).sheets
    assert [sheet.name for sheet in sheets] == [
        f"Chi hội 1 (tờ {place}/{len(sheets)})" for place in range(1, len(sheets) + 1)
    ]
    assert len(sheets) > 1
    for sheet in sheets:
        assert sum(column.width for column in sheet.columns) < 360
    asked = [
        column.label
        for sheet in sheets
        for column, answer in zip(sheet.columns, sheet.rows[0], strict=True)
        if answer is None and column.label != "Số thẻ"
    ]
    lacking = [FIELD[name] for name in review.records[0].missing if name != "card_no"]
    assert asked == lacking
