"""Sheets of cards and labels in Word: the grid, exact rows, words that fit their piece."""

import pytest

from ccb_desktop.documents.layout import text_mm
from ccb_desktop.documents.word.cut_sheet import write_cut_sheet
from ccb_desktop.documents.word.markup import twips
from ccb_desktop.domain.member_papers.cards import CARDS, LABELS, CardLine, CutCard
from tests.documents.word.parts import W, find, out_of_order, part, sizes, texts

LONG = "Số 156/12/7 đường Nguyễn Thị Minh Khai nối dài, Tổ dân phố Đông Hưng Thuận 26"


@pytest.fixture
def write(tmp_path):
    def written(cards, sheet, *, practice=False):
        out = tmp_path / "a.docx"
        write_cut_sheet(cards, sheet, "Thẻ", "Hội", out, practice=practice)
        return part(out)

    return written


def card(name, *, photo=False):
    line = CardLine(name, 12, bold=True)
    return CutCard(head=(CardLine("HỘI", 8),), body=(line,), photo=photo)


def rows(tree):
    return find(tree, "/w:document/w:body/w:tbl/w:tr")


@pytest.mark.parametrize(("count", "expected"), [(1, 1), (2, 1), (3, 2), (10, 5), (11, 6)])
def test_two_cards_to_a_row(write, count, expected):
    tree = write([card(f"Lê {n}", photo=True) for n in range(count)], CARDS)
    assert len(rows(tree)) == expected
    assert [text for text in texts(tree) if text.startswith("Lê")] == [
        f"Lê {n}" for n in range(count)
    ]


def test_labels_have_gaps_between_them_and_rows_of_exact_height(write):
    tree = write([card(f"Lê {n}") for n in range(4)], LABELS)
    cells = [row.findall(f"{W}tc") for row in rows(tree)]
    assert [len(row) for row in cells] == [5, 5]
    heights = find(tree, "//w:body/w:tbl/w:tr/w:trPr/w:trHeight")
    assert {(h.get(f"{W}val"), h.get(f"{W}hRule")) for h in heights} == {
        (str(twips(LABELS.height)), "exact")
    }


def test_only_pieces_that_are_there_have_lines_to_cut_along(write):
    framed = "/w:document/w:body/w:tbl/w:tr/w:tc/w:tcPr/w:tcBorders"
    assert len(find(write([card("Lê")] * 3, CARDS), framed)) == 3
    assert find(write([card("Lê")] * 3, LABELS), framed) == []


@pytest.mark.parametrize("sheet", [CARDS, LABELS])
def test_a_page_holds_its_rows_and_no_more(write, sheet):
    tree = write([card("Lê")], sheet)
    (margins,) = find(tree, "//w:pgMar")
    top, bottom = (int(margins.get(f"{W}{side}")) for side in ("top", "bottom"))
    room = twips(297) - top - bottom
    assert sheet.rows * twips(sheet.height) < room < (sheet.rows + 1) * twips(sheet.height)


def test_a_long_line_gets_smaller_letters(write):
    tree = write([CutCard(body=(CardLine(LONG, 11), CardLine("Lê Văn Ba", 13)))], LABELS)
    long, short = (one for one in tree.iter(f"{W}p") if find(one, "w:r"))
    assert max(sizes(long)) < 11
    assert sizes(short) == {13}
    assert text_mm("Lê Văn Ba", 13) < LABELS.width


@pytest.mark.parametrize("sheet", [CARDS, LABELS])
def test_the_elements_stand_as_word_wants_them(write, sheet):
    assert list(out_of_order(write([card("Lê", photo=True)] * 3, sheet))) == []
