"""Head and foot of a paper as Decree 30/2020 has them."""

from dataclasses import replace

import pytest

from ccb_desktop.documents.layout import text_mm
from ccb_desktop.documents.word.head import (
    addressees,
    foot,
    letterhead,
    list_foot,
    subtitle,
    title,
)
from ccb_desktop.documents.word.markup import TWIPS_PER_MM, twips
from ccb_desktop.domain.papers import Signature, letterhead_of
from tests.documents.word.parts import W, find, fragment, paragraph_of, sizes, text, texts
from tests.paper_values import BRANCH, ON, a_list, a_report

ROOM = 165
HEAD = a_report().letterhead
BOARD = a_report().signature


def is_bold(paragraph):
    return bool(find(paragraph, "w:r/w:rPr/w:b"))


def is_slanted(paragraph):
    return bool(find(paragraph, "w:r/w:rPr/w:i"))


def look(paragraph):
    return sizes(paragraph), is_bold(paragraph), is_slanted(paragraph)


@pytest.fixture
def head():
    return fragment(letterhead(HEAD, ROOM))


@pytest.mark.parametrize(
    ("words", "size", "bold", "slanted"),
    [
        ("HỘI CỰU CHIẾN BINH\nTỈNH THÁI HƯNG", 12, False, False),
        ("HỘI CỰU CHIẾN BINH\nPHƯỜNG AN BÌNH", 12, True, False),
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, True, False),
        ("Độc lập - Tự do - Hạnh phúc", 13, True, False),
        ("Số: 05/BC-CCB", 13, False, False),
        ("An Bình, ngày 05 tháng 6 năm 2026", 13, False, True),
    ],
)
def test_each_line_of_the_head_looks_as_the_decree_says(head, words, size, bold, slanted):
    found = paragraph_of(head, words)
    assert look(found) == ({size}, bold, slanted)
    assert find(found, "w:pPr/w:jc/@w:val") == ["center"]


def lines_under(tree):
    """Lengths of the short lines, in millimetres, in rooms of these widths."""
    for line in find(tree, "//w:p[w:pPr/w:pBdr]"):
        cell = next((one for one in line.iterancestors(f"{W}tc")), None)
        width = twips(ROOM) if cell is None else int(find(cell, "w:tcPr/w:tcW/@w:w")[0])
        sides = (int(find(line, f"w:pPr/w:ind/@w:{side}")[0]) for side in ("left", "right"))
        yield (width - sum(sides)) / TWIPS_PER_MM


def test_lines_stand_under_issuer_and_motto(head):
    under_issuer, under_motto = lines_under(head)
    issuer = text_mm("HỘI CỰU CHIẾN BINH", 12, bold=True)
    assert issuer / 3 <= under_issuer <= issuer / 2
    assert under_motto == pytest.approx(
        text_mm("Độc lập - Tự do - Hạnh phúc", 13, bold=True), rel=0.1
    )


def test_the_head_is_as_wide_as_the_room(head):
    assert sum(map(int, find(head, "//w:gridCol/@w:w"))) == pytest.approx(twips(ROOM), abs=2)


def test_without_a_number_there_is_room_for_the_pen_and_a_list_has_none():
    written = fragment(letterhead(letterhead_of(BRANCH, ON, symbol="BC"), ROOM))
    assert "Số:       /BC-CCB" in texts(written)
    bare = texts(fragment(letterhead(letterhead_of(BRANCH, ON), ROOM)))
    assert not any(words.startswith(("Số:", "An Bình, ngày")) for words in bare)


def test_kind_and_subject_are_centred_over_a_short_line():
    written = fragment(title(["BÁO CÁO", "Kết quả năm 2026,\nphương hướng"], ROOM, under=True))
    kind, subject = (paragraph_of(written, words) for words in texts(written))
    assert look(kind) == look(subject) == ({14}, True, False)
    (length,) = lines_under(written)
    longest = text_mm("Kết quả năm 2026,", 14, bold=True)
    assert longest / 3 <= length <= longest / 2


def test_a_title_may_begin_a_page():
    new = fragment(title(["Phụ lục I", "TÊN"], ROOM, new_page=True))
    assert len(find(new, "//w:pageBreakBefore")) == 1
    assert not find(fragment(title(["A"], ROOM)), "//w:pageBreakBefore")
    assert look(paragraph_of(fragment(subtitle("Năm 2026")), "Năm 2026")) == ({13}, False, True)


def test_one_addressee_stands_on_the_line_several_under_it():
    (one,) = texts(fragment(addressees(["Hội CCB tỉnh"])))
    assert one == "Kính gửi: Hội CCB tỉnh"
    assert texts(fragment(addressees(["Đảng ủy", "UBND"]))) == [
        *("Kính gửi:", "- Đảng ủy;", "- UBND.")
    ]
    upright = paragraph_of(fragment(addressees(["Hội CCB tỉnh"])), one)
    assert look(upright) == (set(), False, False)  # the usual letters are of 14 points


def test_signature_and_recipients_stand_side_by_side():
    written = fragment(foot(BOARD, ("Như trên", "Lưu: VT"), ROOM))
    left, right = find(written, "//w:tc")
    assert texts(left) == ["Nơi nhận:", "- Như trên;", "- Lưu: VT."]
    assert texts(right) == ["TM. BAN CHẤP HÀNH", "CHỦ TỊCH", "Trần Văn Minh"]
    assert look(paragraph_of(left, "Nơi nhận:")) == ({12}, True, True)
    assert look(paragraph_of(left, "- Như trên;")) == ({11}, False, False)
    for words in texts(right):
        assert look(paragraph_of(right, words)) == ({14}, True, False)


def test_there_is_room_to_sign():
    written = fragment(foot(BOARD, (), ROOM))
    spaces = [int(after) for after in find(written, "//w:tc[2]//w:spacing/@w:after")]
    assert max(spaces) >= 60 * 20


def test_the_foot_is_never_parted_by_a_page():
    written = fragment(foot(BOARD, ("Như trên",), ROOM))
    assert find(written, "//w:trPr/w:cantSplit")
    assert find(written, "w:p[1]/w:pPr/w:keepNext")


def test_signatures_of_a_list_stand_in_a_row_under_place_and_date():
    paper = a_list()
    written = fragment(list_foot(paper.letterhead, paper.signatures, ROOM))
    dated, signed = ([text(cell) for cell in find(row, "w:tc")] for row in find(written, "//w:tr"))
    assert dated == ["", "An Bình, ngày 05 tháng 6 năm 2026"]
    assert signed == ["NGƯỜI LẬP BIỂU(Ký, ghi rõ họ tên)", "TM. BAN CHẤP HÀNHCHỦ TỊCHTrần Văn Minh"]


def test_a_single_signature_stands_at_the_right_and_none_leaves_no_foot():
    written = fragment(list_foot(HEAD, (Signature(("CHỦ TỊCH",), "Trần An"),), ROOM))
    assert [text(cell) for cell in find(written, "//w:tr[2]/w:tc")] == ["", "CHỦ TỊCHTrần An"]
    assert list_foot(HEAD, (), ROOM) == ""


def test_a_deputy_signs_in_the_place_of_the_chairman():
    deputy = replace(BRANCH, signer_title="Phó Chủ tịch")
    written = fragment(foot(a_report(branch=deputy).signature, (), ROOM))
    assert texts(written)[:3] == ["TM. BAN CHẤP HÀNH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"]
