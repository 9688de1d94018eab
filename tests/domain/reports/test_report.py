"""The report as a value: sections, own texts, what is missing, what differs."""

from dataclasses import replace
from datetime import date

from ccb_desktop.domain.figures.books import FigureQuery
from ccb_desktop.domain.figures.count import count_figures
from ccb_desktop.domain.figures.registry import INDICATOR, INDICATORS, Shape, ValueKind
from ccb_desktop.domain.figures.values import Figure
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.member_papers.roster_changes import UnitChanges
from ccb_desktop.domain.reports.outline import OUTLINE, TEXT_SECTIONS
from ccb_desktop.domain.reports.task_annex import tasks_of_period
from tests.domain.figures.rosters import a_member, books_of
from tests.domain.figures.works import an_assignment, work_books
from tests.domain.reports.made_figures import BRANCH, figures, report

ROSTER = {
    "members_opening": 126,
    "members_closing": 128,
    "members_admitted": 5,
    "members_deceased": 2,
    "members_party": 79,
    "members_age_80_plus": 13,
    "chi_hoi_count": 5,
    "phan_hoi_count": 0,
}


def section(found, key):
    return next(one for one in found.sections if one.key == key)


def texts_of(found, key):
    return [" ".join(line.text for line in lines) for lines in section(found, key).paragraphs]


def test_the_roster_part_is_written():
    found = report(figures=figures(**ROSTER), before=figures(members_admitted=4))
    assert texts_of(found, "I.7") == [
        "Đến ngày 30 tháng 6 năm 2026, toàn Hội có 128 hội viên, sinh hoạt tại 05 chi hội.",
        "Trong kỳ, Hội đã kết nạp mới 05 hội viên (cùng kỳ năm trước: 04), kết nạp lại … hội "
        "viên và tiếp nhận … hội viên chuyển đến. Số hội viên giảm trong kỳ: chuyển đi …, từ "
        "trần 02, xóa tên …, xin ra khỏi Hội … và khai trừ …. So với đầu kỳ (126 hội viên), "
        "tổng số hội viên tăng 02 hội viên.",
    ]


def test_every_line_knows_its_indicators():
    found = report(figures=figures(**ROSTER))
    lines = [line for one in found.sections for line in one.lines]
    assert lines
    assert all(line.codes and set(line.codes) <= set(INDICATOR) for line in lines)


def test_a_congress_report_adds_party_ages_and_the_years():
    values = figures(date(2020, 1, 1), date(2025, 12, 31), **ROSTER)
    plain = report(figures=values)
    congress = report("term", "2020/2025", figures=values, by_year={2025: values})
    added = set(texts_of(congress, "I.7")) - set(texts_of(plain, "I.7"))
    party = "Hội viên là đảng viên có 79 đồng chí, chiếm 61,72 % trong tổng số 128 hội viên."
    assert party in added
    assert any(text.startswith("Về độ tuổi") for text in added)
    assert section(congress, "I.10").tables[0].rows
    assert [one for one in plain.sections if one.key == "I.10"] == []


def test_a_section_without_anything_is_empty_and_keeps_its_heading():
    found = report()
    assert all(one.is_empty for one in found.sections)
    assert [one.key for one in found.sections] == [outline.key for outline in OUTLINE]
    assert section(found, "III").heading == "III. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2026"


def test_the_officers_own_texts_stand_in_their_sections():
    found = report(texts={"II.1": "Nội bộ đoàn kết.", "opening": "Thực hiện kế hoạch năm."})
    assert section(found, "II.1").own_text == "Nội bộ đoàn kết."
    assert not section(found, "II.1").is_empty
    assert found.opening[0] == "Thực hiện kế hoạch năm."
    assert "II.1" in TEXT_SECTIONS
    assert "II" not in TEXT_SECTIONS


def test_opening_and_closing_name_branch_period_and_cut_off():
    found = report(cut_off=date(2026, 6, 5))
    assert found.opening == (
        "Ban Chấp hành Hội CCB phường An Bình báo cáo kết quả công tác Hội 6 tháng đầu năm 2026 "
        "và phương hướng, nhiệm vụ 6 tháng cuối năm 2026 như sau (số liệu tính đến hết ngày 05 "
        "tháng 6 năm 2026):",
    )
    assert found.closing.startswith("Trên đây là báo cáo kết quả công tác Hội 6 tháng đầu")
    assert found.addressees == ("Hội CCB tỉnh Thái Hưng",)
    assert found.recipients == (
        "Như trên",
        "Đảng ủy, UBND, Ủy ban MTTQ phường",
        "Các chi hội",
        "Lưu: VT",
    )


def test_a_branch_of_no_ward_names_no_ward():
    branch = replace(BRANCH, name="Hội CCB Khối các cơ quan")
    assert report(branch=branch).recipients[1] == "Đảng ủy, UBND, Ủy ban MTTQ"


def test_missing_books_and_differing_figures_are_told():
    found = report(figures=figures(visits_total=5))
    assert "sổ quỹ" in found.missing_books
    indicator = INDICATOR["members_closing"]
    year = figures(date(2025, 1, 1), date(2025, 12, 31))
    year.by_code["members_closing"] = Figure(indicator=indicator, computed=118, entered=1131)
    told = report("term", "2020/2025", by_year={2025: year}).differences
    assert told == (
        "Hội viên cuối kỳ năm 2025: sổ sách cho 118, số nhập tay là 1.131. "
        "Báo cáo dùng số của sổ sách.",
    )


def test_annex_2_comes_with_a_roster():
    assert [annex.number for annex in report().annexes] == [1]
    unit = UnitChanges(
        unit_id=1,
        unit_name="Chi hội 1",
        opening=5,
        events={},
        moved_in=0,
        moved_out=0,
        closing=5,
    )
    annexes = report(changes=(unit,)).annexes
    assert [annex.titles[0] for annex in annexes] == ["Phụ lục I", "Phụ lục II"]
    assert annexes[1].tables[0].totals[0][-1] == 5


def test_sections_without_books_are_told_from_figures_typed_in():
    first, last = date(2026, 1, 1), date(2026, 6, 30)
    numbers = {one.code: "7" for one in INDICATORS if one.shape is Shape.NUMBER}
    shares = {one.code: "1494/1504" for one in INDICATORS if one.value_kind is ValueKind.YEAR}
    typed = [
        ManualFigure(indicator=code, from_on=first, to_on=last, value=value)
        for code, value in (numbers | shares).items()
    ]
    books = books_of(a_member(1), manual=typed)
    counted = count_figures(books, FigureQuery(from_on=first, to_on=last))
    found = report(figures=counted)
    silent = [one.key for one in found.sections if one.key.startswith("I.") and one.is_empty]
    assert silent == []
    assert texts_of(found, "I.6") == [
        "Tổ chức 07 buổi thông tin thời sự với 07 lượt hội viên tham dự."
    ]
    assert texts_of(found, "I.8")[0].startswith(
        "Hội viên đạt danh hiệu Cựu chiến binh gương mẫu: 1.494/1.504 (99,34 %)."
    )
    assert all("…" not in text for one in found.sections for text in texts_of(found, one.key))


def test_tasks_have_their_table_and_other_sentences_their_sections():
    work = work_books(assignments=(an_assignment(year=2026, done_on=date(2026, 6, 1)),))
    tasks = tasks_of_period(work, date(2026, 1, 1), date(2026, 12, 31))
    made = report(tasks=tasks, sentences={"I.4": ("Tuần tra 02 buổi.",)})
    sections = {section.key: section for section in made.sections}
    assert len(sections["I.9"].tables) == 1
    assert [line.text for line in sections["I.4"].lines] == ["Tuần tra 02 buổi."]
    assert [annex.number for annex in made.annexes] == [1, 5]
