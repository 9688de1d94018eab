"""References in formulas when rows are inserted behind row 5 of a list that begins in row 4."""

import pytest

from ccb_desktop.documents.form_filling.formulas import Insertion, translated

MADE = Insertion(sheet="Biểu 1", first=4, after=5, count=3)


@pytest.mark.parametrize(
    ("formula", "sheet", "row", "told"),
    [
        ("SUM(C4:C5)", "Biểu 1", 6, "SUM(C4:C8)"),
        ("SUM($C$4:$C$5)*2", "Biểu 1", 6, "SUM($C$4:$C$8)*2"),
        ("C5+C6", "Biểu 1", 6, "C5+C9"),
        ("SUM(C5:E5)", "Biểu 1", 5, "SUM(C5:E5)"),
        ("C6", "Biểu 2", 1, "C6"),
        ("'Biểu 1'!C6", "Biểu 2", 1, "'Biểu 1'!C9"),
        ("'biểu 1'!$3:$7", "", None, "'biểu 1'!$3:$10"),
        ("SUM(A:A)+tong", "Biểu 1", 9, "SUM(A:A)+tong"),
        ('IF(A6="C6:C7",1,0)', "Biểu 1", 9, 'IF(A9="C6:C7",1,0)'),
        ("C1:C2", "Biểu 1", 9, "C1:C2"),
    ],
)
def test_references_move_and_sums_grow(formula, sheet, row, told):
    assert MADE.moved_formula(formula, sheet, row) == told


def test_areas_move():
    assert MADE.moved_area("A1:B9 C6 4:5") == "A1:B12 C9 4:8"


def test_a_copied_formula_speaks_of_its_own_row():
    assert translated("C4+$D$1", "E4", "E7") == "C7+$D$1"
