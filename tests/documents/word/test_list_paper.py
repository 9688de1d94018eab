"""Books and lists as Word documents."""

import pytest

from ccb_desktop.documents.word.list_paper import write_list_word
from tests.documents.word.parts import W, find, paragraph_of, part, style_of, text, texts
from tests.paper_values import a_list, a_table


@pytest.fixture
def write(tmp_path):
    """Writes a list and gives its body as a tree."""
    return lambda paper: part(write_list_word(paper, tmp_path / "a.docx"))


def test_it_reads_from_head_to_signatures_in_order(write):
    wanted = [
        *("HỘI CỰU CHIẾN BINH PHƯỜNG AN BÌNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        *("DANH SÁCH THỬ", "Tính đến ngày 05 tháng 6 năm 2026", "STT", "Chi hội 1"),
        *("Nguyễn Văn An", "19/05/1952", "1.200.000", "…", "Trần Bình", "1950"),
        *("Tổng cộng: 2 hội viên.", "An Bình, ngày 05 tháng 6 năm 2026"),
        *("NGƯỜI LẬP BIỂU", "TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Trần Văn Minh"),
    ]
    said = texts(write(a_list(a_table(note="Tổng cộng: 2 hội viên."))))
    assert [words for words in said if words in wanted] == wanted


def test_its_title_has_a_real_style(write):
    assert style_of(paragraph_of(write(a_list()), "DANH SÁCH THỬ")) == "Title"


@pytest.mark.parametrize(("landscape", "turned"), [(True, ["landscape"]), (False, [])])
def test_wide_lists_lie_on_their_side(write, landscape, turned):
    assert find(write(a_list(landscape=landscape)), "//w:pgSz/@w:orient") == turned


def test_only_the_last_table_is_kept_with_the_signatures(write):
    tree = write(a_list(a_table(title="Một"), a_table(title="Hai")))
    first, second = find(tree, "//w:tbl[w:tblPr/w:tblStyle]")
    assert not find(first, "w:tr[last()]//w:keepNext")
    assert find(second, "w:tr[last()]//w:keepNext")


def test_a_list_nobody_signs_ends_with_its_table(write):
    tree = write(a_list(signatures=(), subtitle=""))
    assert "NGƯỜI LẬP BIỂU" not in texts(tree)
    assert not find(tree, "//w:tbl[w:tblPr/w:tblStyle]/w:tr[last()]//w:keepNext")


def test_an_empty_list_has_its_headings_and_signatures(write):
    said = texts(write(a_list(a_table([]))))
    assert {"STT", "NGƯỜI LẬP BIỂU"} <= set(said)
    assert "Chi hội 1" not in said


def test_two_thousand_people_are_two_thousand_rows(write):
    many = [(place, f"Nguyễn Văn {place}", None, place, None) for place in range(1, 2001)]
    tree = write(a_list(a_table(many)))
    (table,) = find(tree, "//w:tbl[w:tblPr/w:tblStyle]")
    rows = table.findall(f"{W}tr")
    assert len(rows) == 2002
    assert text(rows[-1].findall(f"{W}tc")[1]) == "Nguyễn Văn 2000"


def test_formulas_and_strange_signs_are_text(write):
    own = "=cmd|' /C calc'!A0 & <x>\ud800"
    assert own[:-1] in texts(write(a_list(a_table([(1, own, None, None, None)]))))


def test_tables_apart_are_papers_of_their_own(write):
    said = texts(write(a_list(a_table(), a_table(), apart=True)))
    assert said.count("DANH SÁCH THỬ") == said.count("NGƯỜI LẬP BIỂU") == 2
