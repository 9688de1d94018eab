"""Tables: repeated headings, whole rows, columns that hold their words."""

from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ccb_desktop.documents.word.markup import twips
from ccb_desktop.documents.word.tables import bare_table, table
from ccb_desktop.documents.xml_text import clean
from ccb_desktop.domain.papers import Band, CellKind, Column, PaperTable, SumRow
from tests.documents.word.parts import W, find, fragment, text
from tests.paper_values import a_table

ROOM = 165


def written(*arguments, **more):
    return fragment(table(*arguments, **more))


def rows(tree):
    return [[text(cell) for cell in row.iter(f"{W}tc")] for row in tree.iter(f"{W}tr")]


def kept(tree):
    """Which rows stay on the page of the next one."""
    return [bool(find(row, ".//w:keepNext")) for row in tree.iter(f"{W}tr")]


def test_headings_stand_in_two_rows_where_columns_share_one():
    head = rows(written(a_table(), ROOM))[:2]
    assert head == [
        ["STT", "Họ và tên", "Ngày sinh", "Thu"],
        ["", "", "", "Số tiền", "Tỷ lệ"],
    ]


def test_columns_without_a_shared_heading_run_down_both_rows():
    tree = written(a_table(), ROOM)
    assert find(tree, "//w:tr[1]//w:vMerge/@w:val") == ["restart"] * 3
    assert len(find(tree, "//w:tr[2]//w:vMerge[not(@w:val)]")) == 3
    assert find(tree, "//w:tr[1]//w:gridSpan/@w:val") == ["2"]


def test_headings_repeat_and_no_row_splits_across_pages():
    tree = written(a_table(), ROOM)
    repeated = [bool(find(row, "w:trPr/w:tblHeader")) for row in tree.iter(f"{W}tr")]
    assert repeated == [True, True, False, False, False]
    assert all(find(row, "w:trPr/w:cantSplit") for row in tree.iter(f"{W}tr"))


def test_a_table_without_shared_headings_repeats_its_one_row():
    plain = PaperTable(columns=(Column("STT", 10), Column("Tên", 50)), rows=[("1", "An")])
    tree = written(plain, ROOM)
    assert rows(tree) == [["STT", "Tên"], ["1", "An"]]
    assert len(find(tree, "//w:tblHeader")) == 1


def test_cells_are_printed_as_the_hoi_prints_them():
    table_of_all = PaperTable(
        columns=tuple(Column(kind, 20, kind) for kind in CellKind),
        rows=[("a & b", 1862, 2026, 1_200_000, Decimal("99.3"), None)],
    )
    assert rows(written(table_of_all, ROOM))[1] == [
        *("a & b", "1.862", "2026", "1.200.000", "99,30 %", "")
    ]


def test_texts_and_numbers_stand_where_their_columns_say():
    tree = written(a_table(), ROOM)
    (row,) = find(tree, "//w:tr[4]")
    stands = ["".join(find(cell, ".//w:jc/@w:val")) for cell in find(row, "w:tc")]
    assert stands == ["center", "", "center", "right", "right"]


def test_lines_in_a_cell_are_kept_and_signs_of_markup_are_text():
    lines = PaperTable(columns=(Column("Ghi chú", 50),), rows=[("một\nhai <b>\x00",), ("=1+1",)])
    assert rows(written(lines, ROOM))[1:] == [["một\nhai <b>"], ["=1+1"]]


@given(st.lists(st.text(alphabet=st.characters(exclude_categories=[])), min_size=2, max_size=4))
@example([" đầu", "cuối ", "\x1f", "a\x1f b"])
@example(["Trần & Lê", "<w:p/>", "một\nhai", ""])
def test_every_text_of_a_row_comes_back_cleaned(texts):
    columns = tuple(Column(str(place), 40) for place in range(len(texts)))
    tree = written(PaperTable(columns=columns, rows=[tuple(texts)]), ROOM)
    cells = find(tree, "//w:tr[2]/w:tc")
    assert [text(cell) for cell in cells] == [clean(one) for one in texts]
    for piece in tree.iter(f"{W}t"):
        said = piece.text or ""
        kept = piece.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        assert kept or said.strip(" ") == said


def test_a_row_longer_than_the_heading_is_a_fault():
    with pytest.raises(ValueError, match="zip"):
        written(PaperTable(columns=(Column("Một", 50),), rows=[("a", "b")]), ROOM)


@pytest.mark.parametrize("count", [0, 1, 2, 450])
@pytest.mark.parametrize("signed", [False, True])
def test_a_table_of_any_length_has_all_its_rows_in_order(count, signed):
    lines = [(str(place),) for place in range(count)]
    made = table(PaperTable(columns=(Column("STT", 50),), rows=lines), ROOM, signed=signed)
    tree = fragment(made)
    assert rows(tree)[1:] == [list(line) for line in lines]
    kept = find(tree, "//w:tr[position()>1]//w:keepNext")
    assert len(kept) == (min(count, 2) if signed else 0)


def test_a_band_runs_across_and_stays_with_its_rows():
    tree = written(a_table(), ROOM)
    (band,) = find(tree, "//w:tr[3]")
    assert text(band) == "Chi hội 1"
    assert find(band, ".//w:gridSpan/@w:val") == ["5"]
    assert find(band, ".//w:keepNext")


def test_a_table_is_as_wide_as_the_room_and_not_wider():
    tree = written(a_table(), ROOM)
    widths = [int(width) for width in find(tree, "//w:gridCol/@w:w")]
    assert abs(sum(widths) - twips(ROOM)) <= len(widths)
    assert find(tree, "//w:tblW/@w:w") == [str(sum(widths))]
    assert find(tree, "//w:tblLayout/@w:type") == ["fixed"]


def test_cells_are_as_wide_as_their_columns():
    tree = written(a_table(), ROOM)
    assert find(tree, "//w:tr[4]//w:tcW/@w:w") == find(tree, "//w:gridCol/@w:w")


def test_totals_are_bold_at_the_end():
    tree = written(a_table(totals=((None, "Cộng", None, 5, None),)), ROOM)
    assert rows(tree)[-1] == ["", "Cộng", "", "5", ""]
    assert len(find(tree, "//w:tr[last()]//w:b")) == 5


def test_the_last_rows_stay_with_the_signatures():
    some = [(place, "An", None, 0, None) for place in range(5)]
    assert kept(written(a_table(some), ROOM))[2:] == [False] * 5
    assert kept(written(a_table(some), ROOM, signed=True))[2:] == [False] * 3 + [True] * 2


def test_a_total_and_a_band_stay_with_the_signatures_too():
    total = ((None, "Cộng", None, 5, None),)
    some = [(1, "An", None, 0, None), Band("Chi hội 2"), (2, "Ba", None, 0, None)]
    assert kept(written(a_table(some, totals=total), ROOM, signed=True))[2:] == [
        *(False, True, True, True)
    ]


def test_a_table_without_rows_has_its_headings():
    assert len(rows(written(a_table([]), ROOM, signed=True))) == 2


def test_a_bare_table_sets_texts_side_by_side_without_lines():
    tree = fragment(bare_table((60, 105), [["<w:p/>", "<w:p/>"]]))
    assert find(tree, "//w:gridCol/@w:w") == [str(twips(60)), str(twips(105))]
    assert not find(tree, "//w:tblStyle")
    assert len(find(tree, "//w:tc/w:p")) == 2


def test_sums_between_rows_are_bold_and_count_as_rows():
    column = Column("Tồn", 60, CellKind.MONEY)
    tree = written(PaperTable(columns=(column,), rows=[(5,), SumRow((1500,)), (6,)]), ROOM)
    assert rows(tree)[1:] == [["5"], ["1.500"], ["6"]]
    bold = [bool(find(row, ".//w:b")) for row in tree.iter(f"{W}tr")]
    assert bold == [True, False, True, False]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("13.100.000/12.600.000 (103,97 %)", "13.100.000/\u200b12.600.000 (103,97\u00a0%)"),
        ("110/116 (94,83 %)", "110/116 (94,83 %)"),
        ("30/06/2026", "30/06/2026"),
    ],
)
def test_a_long_share_may_break_behind_its_stroke_and_nowhere_amid_its_figures(said, shown):
    tree = written(PaperTable(columns=(Column("Kỳ này", 26),), rows=[(said,)]), ROOM)
    assert rows(tree)[1:] == [[shown]]
