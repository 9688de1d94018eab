"""Cells of a sheet as XML."""

from datetime import date
from decimal import Decimal
from types import SimpleNamespace

import pytest

from ccb_desktop.documents.excel.cells import StreamColumn, cell_writer, letters_of
from ccb_desktop.domain.papers import CellKind
from ccb_desktop.domain.partial_dates import PartialDate

STYLE, TEXT_STYLE = SimpleNamespace(xf_index=3), SimpleNamespace(xf_index=4)


def cell(value, kind=CellKind.TEXT):
    return cell_writer("B", StreamColumn(kind, STYLE, TEXT_STYLE))(value, 7)


def text(written):
    return f'<c r="B7" s="4" t="inlineStr"><is>{written}</is></c>'


@pytest.mark.parametrize(
    ("place", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_columns_are_named_as_excel_names_them(place, letters):
    assert letters_of(place) == letters


@pytest.mark.parametrize(
    ("value", "kind", "number"),
    [
        (1862, CellKind.NUMBER, "1862"),
        (0, CellKind.MONEY, "0"),
        (Decimal("99.3"), CellKind.PERCENT, "0.993"),
        (Decimal("2.5"), CellKind.NUMBER, "2.5"),
        (date(2026, 6, 5), CellKind.DATE, "46178"),
        (date(1900, 3, 1), CellKind.DATE, "61"),
        (PartialDate(1952, 5, 19), CellKind.DATE, "19133"),
    ],
)
def test_numbers_and_whole_dates_are_counted_with(value, kind, number):
    assert cell(value, kind) == f'<c r="B7" s="3"><v>{number}</v></c>'


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (PartialDate(1952), "1952"),
        (PartialDate(1951, 2), "2/1951"),
        (PartialDate(1899, 12, 31), "31/12/1899"),
        (date(1900, 2, 28), "28/02/1900"),
        ("…", "…"),
    ],
)
def test_what_excel_cannot_count_with_is_text(value, written):
    assert cell(value, CellKind.DATE) == text(f"<t>{written}</t>")


def test_nothing_is_an_empty_cell_with_its_border():
    assert cell(None) == cell("") == '<c r="B7" s="4"/>'


@pytest.mark.parametrize("formula", ["=1+1", "+84912", "-5", "@a", "\tx", "=cmd|' /C calc'!A0"])
def test_what_looks_like_a_formula_is_text(formula):
    assert 't="inlineStr"' in cell(formula)
    assert "<f>" not in cell(formula)


def test_signs_of_markup_spaces_and_codes_keep_their_meaning():
    assert cell("a & <b>") == text('<t xml:space="preserve">a &amp; &lt;b&gt;</t>')
    assert cell(" a") == text('<t xml:space="preserve"> a</t>')
    assert cell("một\nhai") == text('<t xml:space="preserve">một\nhai</t>')
    assert cell("_x0041_") == text('<t xml:space="preserve">_x005F_x0041_</t>')
    assert cell("a\x00\ud800b") == text('<t xml:space="preserve">ab</t>')


def test_a_text_longer_than_a_cell_is_cut_where_excel_would():
    assert cell("x" * 40_000).count("x") == 32_767
