"""The report as a paper: head, blocks in order, names of its files."""

from datetime import date

from ccb_desktop.domain.papers import Heading, Paragraph
from ccb_desktop.domain.reports.paper import file_names, report_paper
from tests.domain.reports.made_figures import figures, report


def test_headings_and_paragraphs_follow_each_other():
    found = report(
        figures=figures(members_closing=128, members_female=12, members_opening=128),
        texts={"I.7": "Chi hội 3 sinh hoạt đều.\n\nKhông có chi hội yếu."},
    )
    body = report_paper(found).body
    at = next(i for i, block in enumerate(body) if getattr(block, "text", "").startswith("7."))
    assert body[at : at + 5] == (
        Heading(2, "7. Xây dựng tổ chức Hội"),
        Paragraph(
            "Đến ngày 30 tháng 6 năm 2026, toàn Hội có 128 hội viên, sinh hoạt tại … chi hội và "
            "… phân hội. Trong đó có 12 hội viên nữ, … hội viên là người dân tộc thiểu số và … "
            "hội viên được miễn sinh hoạt."
        ),
        Paragraph("So với đầu kỳ (128 hội viên), tổng số hội viên không thay đổi."),
        Paragraph("Chi hội 3 sinh hoạt đều."),
        Paragraph("Không có chi hội yếu."),
    )


def test_an_empty_section_keeps_a_mark_under_its_heading():
    body = report_paper(report()).body
    levels = [block.level if isinstance(block, Heading) else block.text for block in body[1:6]]
    assert levels == [1, 2, "…", 2, "…"]


def test_the_head_is_dated_with_the_cut_off():
    paper = report_paper(report(cut_off=date(2026, 6, 5)))
    assert paper.kind == "BÁO CÁO"
    assert paper.letterhead.place_and_date == "An Bình, ngày 05 tháng 6 năm 2026"
    assert paper.letterhead.number.endswith("/BC-CCB")
    assert paper.subtitle == "6 tháng đầu năm 2026 (số liệu đến hết ngày 05/06/2026)"
    assert paper.signature.lines == ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH")


def test_files_are_named_by_period_branch_and_cut_off():
    made = report(cut_off=date(2026, 6, 5))
    assert file_names(made.branch, made.period, made.cut_off) == (
        "BC-6T-2026_Phuong-An-Binh_2026-06-05.docx",
        "PL-6T-2026_Phuong-An-Binh_2026-06-05.xlsx",
    )
