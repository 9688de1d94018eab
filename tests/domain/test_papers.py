"""What papers say, before Word or Excel."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.branch import Branch, NumberStyle
from ccb_desktop.domain.papers import (
    Align,
    Annex,
    CellKind,
    Column,
    board_signature,
    cell_text,
    column_groups,
    document_number,
    file_name,
    letterhead_of,
    mask,
    row_texts,
)
from ccb_desktop.domain.partial_dates import PartialDate
from tests.paper_values import BRANCH, ON, a_table


@pytest.mark.parametrize(
    ("cell", "kind", "printed"),
    [
        (None, CellKind.MONEY, ""),
        ("…", CellKind.NUMBER, "…"),
        (1862, CellKind.NUMBER, "1.862"),
        (Decimal("0.35"), CellKind.NUMBER, "0,35"),
        (1952, CellKind.PLAIN, "1952"),
        (102_350_000, CellKind.MONEY, "102.350.000"),
        (Decimal("99.3"), CellKind.PERCENT, "99,30 %"),
        (PartialDate(1952), CellKind.DATE, "1952"),
        (PartialDate(1951, 2), CellKind.DATE, "2/1951"),
        (date(2026, 2, 5), CellKind.DATE, "05/02/2026"),
    ],
)
def test_a_cell_is_printed_by_its_kind(cell, kind, printed):
    assert cell_text(cell, kind) == printed


def test_rows_as_texts_are_without_bands():
    assert list(row_texts(a_table())) == [
        ("1", "Nguyễn Văn An", "19/05/1952", "1.200.000", "…"),
        ("2", "Trần Bình", "1950", "", ""),
    ]


def test_columns_stand_by_their_kind_unless_told():
    assert Column("Tên", 10).stands is Align.LEFT
    assert Column("Số", 10, CellKind.MONEY).stands is Align.RIGHT
    assert Column("Ngày", 10, CellKind.DATE).stands is Align.CENTER
    assert Column("Ngày", 10, CellKind.DATE, Align.LEFT).stands is Align.LEFT


def test_neighbours_of_one_group_share_a_heading():
    columns = [
        Column(name, 10, group=group)
        for name, group in zip("abcde", ["", "T", "T", "", "T"], strict=True)
    ]
    assert column_groups(columns) == [(0, 0), (1, 2), (3, 3), (4, 4)]


def test_number_and_symbol_in_both_styles():
    assert document_number("BC", 5, NumberStyle.SLASH) == "05/BC-CCB"
    assert document_number("NQ", 31, NumberStyle.HYPHEN) == "31-NQ/CCB"
    assert document_number("BC", None, NumberStyle.SLASH).strip() == "/BC-CCB"


def test_the_head_of_a_paper():
    head = letterhead_of(BRANCH, date(2026, 2, 5), symbol="BC", number=5)
    assert head.place_and_date == "An Bình, ngày 05 tháng 02 năm 2026"
    assert head.number == "05/BC-CCB"
    assert letterhead_of(BRANCH, ON).number == ""


def test_a_vice_chairman_signs_in_the_chairmans_place():
    vice = Branch(signer_title="Phó Chủ tịch", signer_name="Lê Văn Ba")
    assert board_signature(vice).lines == ("TM. BAN CHẤP HÀNH", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")
    assert board_signature(BRANCH).lines == ("TM. BAN CHẤP HÀNH", "CHỦ TỊCH")


def test_secrets_are_masked_as_the_rules_say():
    assert mask("001052123123") == "0010•••••123"
    assert mask("0912345678") == "0912•••678"
    assert mask("") == ""


@settings(deadline=None, max_examples=60)
@given(st.text(alphabet="0123456789", max_size=15))
def test_a_mask_never_shows_more_than_seven_digits(number):
    assert len(mask(number)) == len(number)
    assert sum(sign != "•" for sign in mask(number)) <= 7


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("Hội CCB phường An Lạc", "DS-hoi-vien_Phuong-An-Lac_2026-06-05.xlsx"),
        ("HỘI CỰU CHIẾN BINH XÃ ĐỒNG ĐĂNG", "DS-hoi-vien_XA-DONG-DANG_2026-06-05.xlsx"),
        ("Khối cơ quan: tỉnh / thành", "DS-hoi-vien_Khoi-co-quan-tinh-thanh_2026-06-05.xlsx"),
    ],
)
def test_file_names_are_plain_ascii(name, made):
    assert file_name("DS hội viên", Branch(name=name), ON, "xlsx") == made


def test_annexes_have_roman_numbers_and_titles_in_capitals():
    annex = Annex(number=4, sheet="IV. Quỹ", title="Các quỹ theo chi hội", tables=())
    assert annex.titles == ("Phụ lục IV", "CÁC QUỸ THEO CHI HỘI")
