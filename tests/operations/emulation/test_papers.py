"""Papers of grading say what was found, and are files that can be read again."""

from datetime import date
from decimal import Decimal

import pytest

from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.papers import row_texts
from ccb_desktop.operations.emulation import grading, papers, ratings, scores
from ccb_desktop.operations.papers import ListOrder, list_rows
from tests.books import add_event, add_member, add_unit

TODAY = date(2026, 1, 10)
LAST = date(2025, 12, 31)


@pytest.fixture
def graded(store):
    """Two chi hội; one member of the first is exempt; the second is rated, the first scored."""
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    for name in ("Trần Văn Bình", "Lê Văn Ba"):
        add_member(store, name, first)
    add_member(store, "Phạm Văn Tư", second)
    add_event(store, 2, EventKind.EXEMPTED, "3/2025")
    found = grading.load_grading(store, 2025, TODAY)
    grading.grade_everybody(store, 2025, found.members)
    scores.begin_sheet(store, 2025)
    sheet = scores.list_criteria(store, 2025)
    scores.set_points(store, sheet[0].id, first, Decimal("8.5"), "Chi hội 1")
    table = ratings.load_table(store, 2025, TODAY)
    ratings.set_rating(store, 2025, table.units[1:], Rating.EXCELLENT)
    return store


def rows(paper):
    return [list(row_texts(table)) for table in paper.tables]


def test_the_list_has_a_paper_for_each_unit_with_the_exempt_told(graded):
    paper = list_rows(graded, ListOrder(name="member-grading", on=LAST))
    assert paper.title == "DANH SÁCH BÌNH XÉT CCB GƯƠNG MẪU NĂM 2025"
    assert paper.subtitle == "Dự kiến; danh sách chốt đến ngày 31 tháng 12 năm 2025"
    assert [table.title for table in paper.tables] == ["Chi hội 1", "Chi hội 2"]
    (exempt, exemplary), _second = rows(paper)
    assert (exempt[1], exempt[4]) == ("Lê Văn Ba", "không xét (miễn sinh hoạt)")
    assert (exemplary[1], exemplary[4]) == ("Trần Văn Bình", "CCB gương mẫu")
    assert paper.tables[0].note == (
        "CCB gương mẫu: 1/1 (100,00 %) hội viên được bình xét; miễn sinh hoạt không xét 1."
    )


def test_a_filter_leaves_those_that_fit(graded):
    order = ListOrder(name="member-grading", on=LAST, filter="tư")
    ((only,),) = rows(list_rows(graded, order))
    assert only[1] == "Phạm Văn Tư"
    nobody = list_rows(graded, ListOrder(name="member-grading", on=LAST, filter="xyz"))
    assert nobody.tables[0].note == "Không có hội viên nào trong danh sách."


def test_the_summary_adds_up(graded):
    (table,) = list_rows(graded, ListOrder(name="grading-summary", on=LAST)).tables
    assert table.rows[0][1:] == ("Chi hội 1", 1, 0, 1, 1, Decimal("100.00"), None, None)
    assert table.totals == (("", "Cộng", 2, 0, 1, 2, Decimal("100.00"), None, None),)


def test_the_table_of_ratings_tells_points_and_shares(graded):
    (table,) = list_rows(graded, ListOrder(name="unit-ratings", on=LAST)).tables
    first, second = row_texts(table)
    assert (first[1], first[2], first[13], first[14], first[15]) == (
        *("Chi hội 1", "8,5", "8,5", "1"),
        "",
    )
    assert second[15] == "Hoàn thành xuất sắc"
    lines = table.note.splitlines()
    assert lines[0] == (
        "Trong 1 chi hội đã xếp loại: hoàn thành xuất sắc 1/1 (100,00 %); chưa xếp loại 1."
    )
    assert lines[2] == "2. Sinh hoạt đều, có nội dung: tối đa 15 điểm"
    assert lines[-1].startswith("11 (−). Có hội viên vi phạm")


@pytest.mark.parametrize("ending", ["docx", "xlsx"])
def test_lists_and_tables_are_written(graded, tmp_path, ending):
    out = tmp_path / f"a.{ending}"
    for write in (
        lambda: papers.write_member_list(graded, 2025, 1, TODAY, out),
        lambda: papers.write_summary(graded, 2025, TODAY, out),
        lambda: papers.write_ratings(graded, 2025, UnitKind.CHI_HOI, TODAY, out),
        lambda: papers.write_score_sheets(graded, 2025, UnitKind.CHI_HOI, [1, 2], TODAY, out),
    ):
        out.unlink(missing_ok=True)
        write()
        assert out.stat().st_size > 1000


def test_score_sheets_need_a_sheet_and_a_unit(graded, tmp_path):
    out = tmp_path / "a.docx"
    with pytest.raises(Invalid, match="chưa có bảng điểm"):
        papers.write_score_sheets(graded, 2024, UnitKind.CHI_HOI, [1], TODAY, out)
    with pytest.raises(Invalid, match="Chưa chọn đơn vị"):
        papers.write_score_sheets(graded, 2025, UnitKind.CHI_HOI, [], TODAY, out)


def test_minutes_are_a_word_file_alone(graded, tmp_path):
    with pytest.raises(Invalid):
        papers.write_minutes(graded, 2025, TODAY, tmp_path / "a.xlsx")
    papers.write_minutes(graded, 2025, TODAY, tmp_path / "a.docx")
    papers.write_minutes(graded, 2019, TODAY, tmp_path / "b.docx")
    assert papers.suggested_name(graded, "Biên bản bình xét năm 2025", TODAY, "docx") == (
        "Bien-ban-binh-xet-nam-2025_Phuong-An-Binh_2026-01-10.docx"
    )
