"""Periodic reports drafted and written from a store."""

from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import pytest

from ccb_desktop.domain.errors import Invalid, ReadOnly
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.members.memberships import EventKind, Membership
from ccb_desktop.domain.members.units import Term
from ccb_desktop.domain.papers import Band
from ccb_desktop.domain.periods import Period
from ccb_desktop.operations import figures, papers, reports
from ccb_desktop.operations.members import events, units
from tests.books import a_person, add_event, add_unit, day

HALF = Period.parse("2025-H1")
YEAR = Period.parse("2025")


def annex_row(report, label):
    rows = report.annexes[0].tables[0].rows
    return next(r for r in rows if not isinstance(r, Band) and r[1] == label)


def section(report, key):
    return next(one for one in report.sections if one.key == key)


def test_figures_count_up_to_and_including_the_cut_off(filled):
    before = reports.draft_report(filled, "half-year", HALF, date(2025, 5, 18))
    on = reports.draft_report(filled, "half-year", HALF, date(2025, 5, 19))
    assert (before.figures["members_deceased"], on.figures["members_deceased"]) == (0, 1)
    assert on.cut_off == date(2025, 5, 19)
    assert "19 tháng 5 năm 2025" in on.opening[-1]


@pytest.mark.parametrize("cut_off", [date(2024, 12, 31), date(2025, 7, 1)])
def test_a_cut_off_outside_the_period_is_refused(store, cut_off):
    with pytest.raises(Invalid) as refused:
        reports.draft_report(store, "half-year", HALF, cut_off)
    assert set(refused.value.fields) == {"cut_off"}


def test_the_same_period_before_ends_on_the_same_day(store):
    unit = add_unit(store)
    for joined in ("1/3/2024", "10/6/2024", "1/4/2025"):
        join(store, unit, joined)
    early = reports.draft_report(store, "half-year", HALF, date(2025, 6, 5))
    late = reports.draft_report(store, "half-year", HALF)
    assert annex_row(early, "Hội viên cuối kỳ")[3:6] == (3, 1, 2)
    assert annex_row(late, "Hội viên cuối kỳ")[3:6] == (3, 2, 1)


def join(store, unit_id, joined):
    membership = Membership(on_roll_from=day(joined), joined_on=day(joined), unit_id=unit_id)
    events.admit_member(store, a_person("Trần Văn Bình"), membership, None)


def test_nothing_is_compared_with_a_time_before_the_roster(store):
    join(store, add_unit(store), "1/1/2025")
    report = reports.draft_report(store, "half-year", HALF)
    assert report.before is None
    assert annex_row(report, "Hội viên cuối kỳ")[3:6] == (1, None, None)


def test_movements_of_a_time_before_the_first_event_on_record_are_not_compared(filled):
    report = reports.draft_report(filled, "half-year", Period.parse("2025-H1"))
    assert annex_row(report, "Từ trần")[3:6] == (1, "…", None)
    assert annex_row(report, "Hội viên cuối kỳ")[3:6] == (11, 12, -1)
    later = reports.draft_report(filled, "half-year", Period.parse("2026-H1"))
    assert annex_row(later, "Từ trần")[3:6] == (0, 1, -1)


def test_what_was_typed_in_for_such_a_time_is_compared(filled):
    typed = ManualFigure(
        indicator="members_deceased",
        from_on=date(2024, 1, 1),
        to_on=date(2024, 6, 30),
        value="3",
    )
    figures.save_manual_figure(filled, typed)
    report = reports.draft_report(filled, "half-year", HALF)
    assert annex_row(report, "Từ trần")[3:6] == (1, 3, -2)


def test_the_years_of_a_term_before_the_first_event_have_no_movements(filled):
    report = reports.draft_report(filled, "term", Period.parse("2023/2028"), date(2025, 12, 31))
    rows = {row[0]: row[2:] for row in section(report, "I.10").tables[0].rows}
    assert rows["Từ trần"] == ("…", "…", 1)


def test_the_annex_counts_the_chi_hoi_and_checks_itself(filled):
    report = reports.draft_report(filled, "year", YEAR)
    table = report.annexes[1].tables[0]
    assert [row[1] for row in table.rows] == ["Chi hội 1", "Chi hội 2"]
    assert table.totals[0][-1] == report.figures["members_closing"] == 10
    assert report.annexes[1].notes[0].endswith("= 10 (cuối kỳ), khớp.")


def test_an_empty_branch_has_a_report_too(store, tmp_path):
    report = reports.draft_report(store, "year", YEAR)
    assert [annex.number for annex in report.annexes] == [1]
    assert all(one.is_empty for one in report.sections)
    assert len(reports.write_report(store, "year", YEAR, None, tmp_path)) == 2


def test_a_term_has_its_years_and_its_real_days(filled):
    units.save_term(filled, Term(number="I", from_on=day("1/6/2020"), to_on=day("31/5/2025")))
    report = reports.draft_report(filled, "term", Period.parse("2020/2025"))
    assert (report.period.from_on, report.cut_off) == (date(2020, 6, 1), date(2025, 5, 31))
    assert list(report.by_year) == [2020, 2021, 2022, 2023, 2024, 2025]
    assert report.by_year[2025].to_on == date(2025, 5, 31)
    assert report.by_year[2020].from_on == date(2020, 6, 1)
    assert [c.label for c in section(report, "I.10").tables[0].columns][2] == "Năm 2020"


def test_texts_are_kept_by_kind_and_period(store):
    reports.save_report_text(store, "half-year", HALF, "II.1", "Nội bộ đoàn kết. ")
    reports.save_report_text(store, "half-year", HALF, "II.1", "Nội bộ đoàn kết.\nĐủ cán bộ.")
    texts = reports.load_report_texts(store, "half-year", HALF)
    assert texts == {"II.1": "Nội bộ đoàn kết.\nĐủ cán bộ."}
    assert reports.load_report_texts(store, "year", YEAR) == {}
    drafted = reports.draft_report(store, "half-year", HALF)
    assert section(drafted, "II.1").own_text == "Nội bộ đoàn kết.\nĐủ cán bộ."
    change = reports.save_report_text(store, "half-year", HALF, "II.1", "")
    assert reports.load_report_texts(store, "half-year", HALF) == {}
    assert change.kinds == {"report_texts"}


def test_a_target_typed_in_stands_in_the_annex(filled):
    reports.save_report_text(filled, "year", YEAR, "target.members_closing", "20")
    report = reports.draft_report(filled, "year", YEAR)
    assert annex_row(report, "Hội viên cuối kỳ")[6] == 20


def test_word_and_excel_are_written_with_what_was_drafted(filled, tmp_path):
    add_event(filled, 5, EventKind.DECEASED, "2/6/2025")
    out = tmp_path / "nộp" / "tỉnh"
    word, excel = reports.write_report(filled, "half-year", HALF, date(2025, 6, 5), out)
    assert word.name == "BC-6T-2025_Phuong-An-Binh_2025-06-05.docx"
    assert excel.name == "PL-6T-2025_Phuong-An-Binh_2025-06-05.xlsx"
    assert word.is_absolute()
    with ZipFile(word) as package:
        text = package.read("word/document.xml").decode()
    assert "7. Xây dựng tổ chức Hội" in text
    assert "từ trần 02" in text
    with ZipFile(excel) as package:
        assert "xl/worksheets/sheet2.xml" in package.namelist()


def test_a_folder_that_cannot_be_made_is_said(store, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(ReadOnly):
        reports.write_report(store, "year", YEAR, None, tmp_path / "file" / "out")


def test_words_of_earlier_reports_are_found_the_latest_first(store):
    for period, text in (("2024-H2", "Lời cũ"), ("2023-H1", "Lời cũ hơn"), ("2025-H2", "Lời sau")):
        reports.save_report_text(store, "half-year", Period.parse(period), "IV", text)
    reports.save_report_texts(
        store, "half-year", Period.parse("2023-H1"), {"III": "Kế hoạch", "target.x": "5"}
    )
    assert reports.earlier_texts(store, "half-year", HALF) == {"III": "Kế hoạch", "IV": "Lời cũ"}
    assert reports.earlier_texts(store, "year", YEAR) == {}


def test_the_annex_is_a_list_of_its_own_too(filled):
    order = papers.ListOrder(name="annex", on=date(2025, 6, 30))
    listed = papers.list_rows(filled, order)
    report = reports.draft_report(filled, "half-year", HALF)
    of_report = [table.rows for annex in report.annexes for table in annex.tables]
    assert [table.rows for table in listed.tables] == of_report
    assert [table.title for table in listed.tables] == [annex.title for annex in report.annexes]
    few = papers.list_rows(filled, replace(order, filter="ket nap"))
    assert [row[1] for row in few.tables[0].rows] == [
        "Kết nạp mới",
        "Kết nạp lại",
        "Thành viên CLB kết nạp mới",
    ]
    assert few.tables[1].totals == ()
