"""Amounts: said in words, read from the keyboard, printed."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.money import (
    MOST_DONG,
    AmountProblem,
    WordStyle,
    format_dong,
    in_words,
    parse_amount,
)

# Amounts of every length, with many empty groups.
groups = st.sampled_from([0, 0, 1, 4, 5, 10, 14, 15, 21, 24, 104, 105, 555]) | st.integers(0, 999)
amounts = st.lists(groups, min_size=1, max_size=5).map(
    lambda parts: sum(part * 1000**place for place, part in enumerate(parts))
)
some = settings(deadline=None, max_examples=300)

DIGITS = {
    "không": 0,
    "một": 1,
    "mốt": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "tư": 4,
    "năm": 5,
    "lăm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
}


def listen(words):
    """The number that a hearer of the words writes down."""
    number = 0
    for name, size in (("tỷ", 10**9), ("triệu", 10**6), ("nghìn", 10**3)):
        if name in words:
            place = words.index(name)
            number += listen(words[:place]) * size
            words = words[place + 1 :]
    if "trăm" in words:
        place = words.index("trăm")
        number += DIGITS[words[place - 1]] * 100
        words = words[place + 1 :]
    for tens, value in (("mươi", None), ("mười", 10)):
        if tens in words:
            place = words.index(tens)
            number += value or DIGITS[words[place - 1]] * 10
            words = words[place + 1 :]
    return number + sum(DIGITS[word] for word in words if word not in ("linh", "lẻ"))


# --- In words -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "Không"),
        (4, "Bốn"),
        (5, "Năm"),
        (10, "Mười"),
        (11, "Mười một"),
        (14, "Mười bốn"),
        (15, "Mười lăm"),
        (20, "Hai mươi"),
        (21, "Hai mươi mốt"),
        (24, "Hai mươi tư"),
        (25, "Hai mươi lăm"),
        (91, "Chín mươi mốt"),
        (100, "Một trăm"),
        (101, "Một trăm linh một"),
        (104, "Một trăm linh bốn"),
        (110, "Một trăm mười"),
        (1_005, "Một nghìn không trăm linh năm"),
        (1_015, "Một nghìn không trăm mười lăm"),
        (21_000, "Hai mươi mốt nghìn"),
        (105_000, "Một trăm linh năm nghìn"),
        (1_000_001, "Một triệu không trăm linh một"),
        (1_050_000, "Một triệu không trăm năm mươi nghìn"),
        (24_000_000, "Hai mươi tư triệu"),
        (2_000_000_000, "Hai tỷ"),
        (1_000_000_005, "Một tỷ không trăm linh năm"),
        (1_005_000_000_000, "Một nghìn không trăm linh năm tỷ"),
    ],
)
def test_in_words(amount, words):
    assert in_words(amount) == f"{words} đồng"
    assert in_words(amount, unit="") == words


def test_the_longest_amount():
    nines = "chín trăm chín mươi chín"
    assert in_words(MOST_DONG) == (
        f"{nines} nghìn {nines} tỷ {nines} triệu {nines} nghìn {nines} đồng".capitalize()
    )


def test_settings_of_the_branch():
    style = WordStyle(no_tens="lẻ", four="bốn", even=True)
    assert in_words(1_005_024, style=style) == (
        "Một triệu không trăm lẻ năm nghìn không trăm hai mươi bốn đồng"
    )
    assert in_words(24_000_000, style=style) == "Hai mươi bốn triệu đồng chẵn"
    assert in_words(0, style=style) == "Không đồng"
    assert in_words(24, unit="USD", style=style) == "Hai mươi bốn USD"


@given(amounts)
@some
def test_who_hears_the_words_writes_the_same_amount(amount):
    assert listen(in_words(amount, unit="").lower().split()) == amount
    style = WordStyle(no_tens="lẻ", four="bốn")
    assert listen(in_words(amount, unit="", style=style).lower().split()) == amount


@given(amounts)
@some
def test_the_words_keep_the_grammar(amount):
    said = in_words(amount, unit="").lower()
    assert not re.search(r"mươi (một|bốn|năm)\b", said)
    assert not re.search(r"(?<!mươi) (mốt|tư)\b", said)
    assert not re.search(r"(?<!mươi|mười) lăm\b", said)
    assert not re.search(r"(một|không) mươi|mươi không|trăm (một|hai|ba)$", said)
    for group in re.split(r"\s*(?:tỷ|triệu|nghìn)\s*", said)[1:]:
        assert not group or " trăm" in group
    if amount:
        assert "không trăm linh không" not in said
        assert not re.search(r"không trăm( (nghìn|triệu|tỷ)|$)", said)


@pytest.mark.parametrize("amount", [-1, MOST_DONG + 1])
def test_amounts_without_words(amount):
    with pytest.raises(ValueError):
        in_words(amount)


# --- Read from the keyboard -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "amount"),
    [
        ("1.200.000", 1_200_000),
        ("1,200,000 đ", 1_200_000),
        ("1200000", 1_200_000),
        ("1 200 000", 1_200_000),
        ("1\u00a0200\u00a0000 đồng", 1_200_000),
        ("1,2 triệu", 1_200_000),
        ("1.2 trieu", 1_200_000),
        ("1,25tr", 1_250_000),
        ("500k", 500_000),
        ("500 K", 500_000),
        ("500 nghìn đồng", 500_000),
        ("500 ngàn", 500_000),
        ("2tr5", 2_500_000),
        ("2tr05", 2_050_000),
        ("2tr500", 2_500_000),
        ("2tr500k", 2_500_000),
        ("2 triệu rưỡi", 2_500_000),
        ("1 triệu 200", 1_200_000),
        ("1 triệu 200.000 đ", 1_200_000),
        ("1 tỷ 200 triệu 50 nghìn", 1_200_050_000),
        ("1.2 tỷ", 1_200_000_000),
        ("1,2 tỉ đồng", 1_200_000_000),
        ("1.250 triệu", 1_250_000_000),
        ("0,5 triệu", 500_000),
        ("0,500 triệu", 500_000),
        ("1.200.000 VNĐ", 1_200_000),
        ("VND 500,000", 500_000),
        ("1.200.000 đồng chẵn", 1_200_000),
        ("500.000đ./.", 500_000),
        ("1.200.000,00", 1_200_000),
        ("1,200,000.00", 1_200_000),
        ("500000.0", 500_000),
        ("0", 0),
        ("999.999.999.999.999", MOST_DONG),
    ],
)
def test_reads_what_officers_type(typed, amount):
    assert parse_amount(typed) == amount
    assert parse_amount(f"  {typed.upper()} ") == amount


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", "Chưa ghi"),
        ("   ", "Chưa ghi"),
        ("một triệu", "không phải là số tiền"),
        ("k", "không phải là số tiền"),
        ("đ", "không phải là số tiền"),
        ("rưỡi", "không phải là số tiền"),
        ("1.2", "không phải là số tiền"),
        ("500.00", "không phải là số tiền"),
        ("1.200.00", "không phải là số tiền"),
        ("1.200,000", "không phải là số tiền"),
        ("1..200", "không phải là số tiền"),
        ("0.500", "không phải là số tiền"),
        ("1 triệu 2 tỷ", "không phải là số tiền"),
        ("1 triệu 2.000.000", "không phải là số tiền"),
        ("1 2", "không phải là số tiền"),
        ("12 con gà", "không phải là số tiền"),
        ("١٢٣", "không phải là số tiền"),
        ("1,250 triệu", "hai cách"),
        ("1 triệu 5 đồng", "hai cách"),
        ("1tr2000", "hai cách"),
        ("2tr5 3k", "không phải là số tiền"),
        ("1,2345678 triệu", "đồng tròn"),
        ("1k0005", "hai cách"),
        ("-500.000", "không được âm"),
        ("(500.000)", "không được âm"),
        ("1.000.000.000.000.000", "quá lớn"),
        ("9999999 tỷ", "quá lớn"),
    ],
)
def test_refuses_with_a_sentence(typed, said):
    with pytest.raises(AmountProblem, match=said):
        parse_amount(typed)


@given(amounts)
@some
def test_every_printed_amount_reads_back(amount):
    assert parse_amount(format_dong(amount)) == amount
    assert parse_amount(f"{amount:,} đ") == amount
    assert parse_amount(str(amount)) == amount


@given(st.integers(0, 999), st.integers(0, 999))
@some
def test_millions_with_a_fraction(millions, thousands):
    amount = millions * 1_000_000 + thousands * 1_000
    assert parse_amount(f"{millions}tr{thousands:03}") == amount
    assert parse_amount(f"{millions} triệu {thousands} nghìn") == amount
    assert parse_amount(f"{millions},{thousands:03}0 triệu") == amount


@given(st.text(alphabet="0123456789., -ktrđtyỷ", max_size=12))
@some
def test_any_other_text_is_refused_not_misread(typed):
    try:
        amount = parse_amount(typed)
    except AmountProblem as problem:
        assert str(problem).endswith(".")
    else:
        assert 0 <= amount <= MOST_DONG


# --- In print -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("amount", "printed"),
    [(0, "0"), (999, "999"), (1_862, "1.862"), (102_350_000, "102.350.000"), (-5_000, "-5.000")],
)
def test_format_dong(amount, printed):
    assert format_dong(amount) == printed
