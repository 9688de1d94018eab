"""The periodic report as a Word document."""

from dataclasses import replace

import pytest

from ccb_desktop.documents.word.blocks import blocks
from ccb_desktop.documents.word.report import write_report
from ccb_desktop.domain.papers import Annex, Heading, Paragraph, letterhead_of
from tests.documents.word.parts import (
    W,
    find,
    fragment,
    paragraph_of,
    part,
    style_of,
    text,
    texts,
)
from tests.paper_values import BRANCH, a_report, a_table


@pytest.fixture
def write(tmp_path):
    """Writes a report and gives its body as a tree."""
    return lambda paper: part(write_report(paper, tmp_path / "a.docx"))


def test_it_reads_from_head_to_recipients_in_order(write):
    said = texts(write(a_report(annexes=())))
    wanted = [
        *("Số: 05/BC-CCB", "BÁO CÁO", "Kết quả công tác Hội 6 tháng đầu năm 2026"),
        *("Kính gửi: Hội Cựu chiến binh tỉnh Thái Hưng", "I. KẾT QUẢ"),
        *("1. Xây dựng tổ chức Hội", "a) Hội viên", "Hội có 128 hội viên.", "Trong đó nữ 12."),
        *("So sánh", "Nguyễn Văn An", "Nơi nhận:", "- Lưu: VT.", "TM. BAN CHẤP HÀNH", "CHỦ TỊCH"),
    ]
    assert [words for words in said if words in wanted] == wanted


def test_headings_and_body_have_real_styles(write):
    tree = write(a_report())
    styles = {
        words: style_of(paragraph_of(tree, words))
        for words in ("I. KẾT QUẢ", "1. Xây dựng tổ chức Hội", "a) Hội viên", "Trong đó nữ 12.")
    }
    assert list(styles.values()) == ["Heading1", "Heading2", "Heading3", "BodyText"]


def test_own_words_may_be_bold_or_slanted():
    tree = fragment(blocks([Paragraph("Đậm", bold=True), Paragraph("Nghiêng", italic=True)], 165))
    assert find(paragraph_of(tree, "Đậm"), "w:r/w:rPr/w:b")
    assert find(paragraph_of(tree, "Nghiêng"), "w:r/w:rPr/w:i")


def test_no_line_begins_with_the_sign_of_per_cent():
    tree = fragment(blocks([Paragraph("chiếm 22,83 % trong tổng số")], 165))
    assert texts(tree) == ["chiếm 22,83\u00a0% trong tổng số"]


def test_whatever_an_officer_writes_comes_out_as_he_wrote_it(write):
    own = "Nguyễn & Trần <thôn 1> =cmd\x00 {{ full_name }}"
    said = texts(
        write(a_report(Heading(1, own), Paragraph(own), a_table([(1, own, None, 0, own)])))
    )
    assert said.count(own.replace("\x00", "")) == 4


def test_a_long_subject_breaks_after_its_comma(write):
    long = "Kết quả công tác Hội 6 tháng đầu năm 2026, phương hướng nhiệm vụ 6 tháng cuối năm 2026"
    tree = write(a_report(subject=long))
    assert paragraph_of(tree, long.replace(", ", ",\n")) is not None


def test_the_annexes_lie_on_their_side_in_a_section_of_their_own(write):
    tree = write(a_report())
    upright, turned = find(tree, "//w:sectPr")
    assert find(upright, "w:pgSz/@w:orient") == []
    assert find(turned, "w:pgSz/@w:orient") == ["landscape"]
    assert find(upright, "w:titlePg")
    assert not find(turned, "w:titlePg"), "pages of the annexes show their numbers"
    assert text(turned.getparent()).endswith(text(find(tree, "//w:tbl[last()]")[-1]))


def test_without_annexes_there_is_one_upright_section(write):
    (only,) = find(write(a_report(annexes=())), "//w:sectPr")
    assert find(only, "w:pgSz/@w:orient") == []
    assert find(only, "w:titlePg")


def test_each_annex_has_its_roman_number_its_title_and_its_report(write):
    tree = write(a_report())
    said = texts(tree)
    place = said.index("Phụ lục I")
    assert said[place : place + 4] == [
        "Phụ lục I",
        "CHỈ TIÊU",
        "(Kèm theo Báo cáo số 05/BC-CCB ngày 05 tháng 6 năm 2026 "
        "của Hội Cựu chiến binh phường An Bình)",
        "Từ ngày 01/01/2026 đến ngày 05/06/2026",
    ]


def test_a_legend_stands_over_its_table_and_notes_keep_the_last_rows_with_them(write):
    one = Annex(
        number=1, sheet="1", title="Bảng", tables=(a_table(),), legend=("Dấu …",), notes=("Hết.",)
    )
    tree = write(a_report(annexes=(one,)))
    legend, table = paragraph_of(tree, "Dấu …"), find(tree, "//w:tbl[last()]")[-1]
    assert legend.getnext() is table
    last_row = find(table, "w:tr[last()]")[0]
    assert find(last_row, ".//w:pPr[w:keepNext]"), "or the note would stand alone on a page"


def test_annexes_after_the_first_begin_a_page(write):
    two = [
        Annex(number=number, sheet=str(number), title="Bảng", tables=(a_table(),), notes=("Hết.",))
        for number in (1, 2)
    ]
    tree = write(a_report(annexes=tuple(two)))
    assert [text(one) for one in tree.iter(f"{W}p") if find(one, "w:pPr/w:pageBreakBefore")] == [
        "Phụ lục II"
    ]
    assert texts(tree).count("Hết.") == 2


def test_a_report_without_number_leaves_room_for_it_in_its_annexes(write):
    paper = a_report()
    open_number = replace(paper.letterhead, number="      /BC-CCB")
    said = texts(write(a_report(letterhead=open_number)))
    assert any(words.startswith("(Kèm theo Báo cáo số       /BC-CCB ngày") for words in said)
    none = texts(write(a_report(letterhead=replace(paper.letterhead, number=""))))
    assert any(words.startswith("(Kèm theo Báo cáo ngày") for words in none)


def test_the_last_words_stay_on_the_page_of_the_signature(write):
    tree = write(a_report(Paragraph("Một."), Paragraph("Trên đây là báo cáo.")))
    assert find(paragraph_of(tree, "Trên đây là báo cáo."), "w:pPr/w:keepNext")
    assert not find(paragraph_of(tree, "Một."), "w:pPr/w:keepNext")


def test_a_report_without_addressee_or_period_has_no_empty_line_for_them(write):
    said = texts(write(a_report(addressees=(), subtitle="")))
    assert not any(words.startswith("Kính gửi") for words in said)
    assert "Từ ngày 01/01/2026 đến ngày 05/06/2026" not in said


def test_a_practice_branch_is_told_from_a_real_one(tmp_path):
    practice = letterhead_of(replace(BRANCH, practice=True), a_report().letterhead.on, symbol="BC")
    file = write_report(a_report(letterhead=practice), tmp_path / "a.docx")
    assert text(part(file, "word/footer.xml")).startswith("SỐ LIỆU THỰC HÀNH")
