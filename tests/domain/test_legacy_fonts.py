"""TCVN3 and VNI: every letter there and back, fonts, and the evidence in a column."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.legacy_fonts import (
    code_of_font,
    detect,
    from_tcvn3,
    from_vni,
    shows_capitals,
)

ACUTE, GRAVE, HOOK, TILDE, DOT = "\u0301", "\u0300", "\u0309", "\u0303", "\u0323"
TONES = [GRAVE, HOOK, TILDE, ACUTE, DOT]

# The codes of TCVN 5712 VN3: a vowel in the tones huyền, hỏi, ngã, sắc, nặng.
TCVN3_TONED = {
    "a": "B5 B6 B7 B8 B9",
    "ă": "BB BC BD BE C6",
    "â": "C7 C8 C9 CA CB",
    "e": "CC CE CF D0 D1",
    "ê": "D2 D3 D4 D5 D6",
    "i": "D7 D8 DC DD DE",
    "o": "DF E1 E2 E3 E4",
    "ô": "E5 E6 E7 E8 E9",
    "ơ": "EA EB EC ED EE",
    "u": "EF F1 F2 F3 F4",
    "ư": "F5 F6 F7 F8 F9",
    "y": "FA FB FC FD FE",
}
TCVN3 = dict(zip("ĂÂÊÔƠƯĐăâêôơưđ", map(chr, range(0xA1, 0xAF)), strict=True)) | {
    unicodedata.normalize("NFC", vowel + tone): chr(int(code, 16))
    for vowel, codes in TCVN3_TONED.items()
    for tone, code in zip(TONES, codes.split(), strict=True)
}
VNI_PLAIN = {ACUTE: "ù", GRAVE: "ø", HOOK: "û", TILDE: "õ", DOT: "ï", "": ""}
VNI_ROOF = {ACUTE: "á", GRAVE: "à", HOOK: "å", TILDE: "ã", DOT: "ä", "": "â"}
VNI_BREVE = {ACUTE: "é", GRAVE: "è", HOOK: "ú", TILDE: "ü", DOT: "ë", "": "ê"}
VNI_SINGLE = {
    "í": "í",
    "ì": "ì",
    "ỉ": "æ",
    "ĩ": "ó",
    "ị": "ò",
    "ỵ": "î",
    "đ": "ñ",
    "ơ": "ô",
    "ư": "ö",
}

LOWER = "".join(letter for letter in TCVN3 if letter.islower())
any_text = st.text(alphabet=LOWER + LOWER.upper() + "abcdghiklmnopqrstuvxy ABCH,.'-0123456789")
some = settings(deadline=None, max_examples=200)

NAMES = [
    "Nguyễn Văn An",
    "Trần Thị Hồng",
    "Lê Quốc Tuấn",
    "Phạm Xuân Trường",
    "Đặng Thị Ánh",
    "Huỳnh Đình Thịnh",
    "Võ Thế Cường",
    "Bùi Trọng Nghĩa",
    "Trung",
    "Mai",
]


def to_tcvn3(text):
    return "".join(TCVN3.get(letter, letter) for letter in text)


def vni_of(letter):
    if letter in VNI_SINGLE:
        return VNI_SINGLE[letter]
    base, *marks = unicodedata.normalize("NFD", letter)
    tone = next((mark for mark in marks if mark in TONES), "")
    if "\u0302" in marks:
        return base + VNI_ROOF[tone]
    if "\u0306" in marks:
        return base + VNI_BREVE[tone]
    horn = VNI_SINGLE[unicodedata.normalize("NFC", base + "\u031b")] if "\u031b" in marks else base
    return horn + VNI_PLAIN[tone]


def to_vni(text):
    return "".join(
        vni_of(letter) if letter == letter.lower() else vni_of(letter.lower()).upper()
        for letter in text
    )


# --- Letters --------------------------------------------------------------------------------


def test_examples():
    assert from_tcvn3("NguyÔn V¨n An") == "Nguyễn Văn An"
    assert from_tcvn3("H\u00adng Yªn, H¶i D\u00ad¬ng, §¹i óy") == "Hưng Yên, Hải Dương, Đại úy"
    assert from_tcvn3("trÞnh ®×nh quang ót", capitals=True) == "TRỊNH ĐÌNH QUANG ÚT"
    assert from_vni("Nguyeãn Vaên An") == "Nguyễn Văn An"
    assert from_vni("ÑAËNG THÒ HÖÔØNG") == "ĐẶNG THỊ HƯỜNG"
    assert from_vni("Quyønh Kyø Thuïy Myõ Vó") == "Quỳnh Kỳ Thụy Mỹ Vĩ"


@given(st.text(alphabet=LOWER + "ĂÂÊÔƠƯĐABCDEabcdeghiklmnopqrstuvxy 0123456789'-."))
@some
def test_tcvn3_gives_back_every_text(text):
    assert from_tcvn3(to_tcvn3(text)) == text
    assert from_tcvn3(to_tcvn3(text.lower()), capitals=True) == text.upper()


@given(any_text)
@some
def test_vni_gives_back_every_text(text):
    assert from_vni(to_vni(text)) == text


def test_every_letter_of_vni_small_and_capital():
    for letter in LOWER:
        assert from_vni(to_vni(letter)) == letter
        assert from_vni(to_vni(letter.upper())) == letter.upper()


def test_in_vni_the_vowel_decides_the_case():
    assert from_vni("Aùnh") == from_vni("AÙnh") == "Ánh"
    assert from_vni("aÙnh") == "ánh"


@pytest.mark.parametrize("name", [name for name in NAMES if not name.isascii()])
def test_text_already_in_unicode_comes_back_as_it_is(name):
    assert from_tcvn3(name) == from_vni(name) == name
    apart = unicodedata.normalize("NFD", name)
    assert from_tcvn3(apart) == from_vni(apart) == apart


@given(st.text(alphabet=st.characters(max_codepoint=0x7F)))
@some
def test_plain_letters_are_the_same_in_all_codes(text):
    assert from_tcvn3(text) == from_vni(text) == text


# --- Fonts ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("font", "code", "capitals"),
    [
        (".VnTime", "TCVN3", False),
        (".VnTimeH", "TCVN3", True),
        (".vnarial narrowh", "TCVN3", True),
        ("VNI-Times", "VNI", False),
        ("vni-helveH", "VNI", False),
        ("Times New Roman", "UNICODE", False),
        ("Vntime", "UNICODE", False),
        ("", "UNICODE", False),
    ],
)
def test_fonts_tell_their_code(font, code, capitals):
    assert code_of_font(font) == code
    assert shows_capitals(font) is capitals


# --- Columns --------------------------------------------------------------------------------


def test_a_column_of_names_in_each_code():
    assert detect(NAMES) == "UNICODE"
    assert detect([to_tcvn3(name) for name in NAMES]) == "TCVN3"
    assert detect([to_tcvn3(name.lower()) for name in NAMES]) == "TCVN3"
    assert detect([to_vni(name) for name in NAMES]) == "VNI"
    assert detect([to_vni(name.upper()) for name in NAMES]) == "VNI"
    assert detect([name.upper() for name in NAMES]) == "UNICODE"
    assert detect([unicodedata.normalize("NFD", name) for name in NAMES]) == "UNICODE"


words = st.sampled_from(sorted({word for name in NAMES for word in name.split()}))
columns = st.lists(st.lists(words, min_size=1, max_size=4).map(" ".join), max_size=6)


@given(columns)
@some
def test_a_clean_column_is_never_taken_for_another_code(column):
    assert detect(column) == "UNICODE"
    assert detect([name.upper() for name in column]) == "UNICODE"
    assert detect([name.lower() for name in column]) == "UNICODE"


@pytest.mark.parametrize(
    "column",
    [
        [],
        ["", "   "],
        ["Trung", "Mai", "Y Nam"],
        ["Lê Hà", "Võ Tâm", "Hồ Hòa", "Tô Vân"],
        ["Hà", "Võ", "Lê", "Tô", "Thanh", "Tâm", "Hòa", "Mùi", "Quý", "Bí", "Tú"],
        ["Bà Rịa", "Y Nô Rcăm", "H'Lan Niê", "Êban"],
        ["25 m²", "30°C", "© 2020", "· Hà", "3 × 4", "±5", "§ 2"],
        ["François", "José", "Müller"],
        ["Sáng", "Tình", "Cúc", "Lý", "Trí", "Thìn", "Ôn", "Út"],
    ],
)
def test_columns_that_say_nothing_of_old_codes(column):
    assert detect(column) == "UNICODE"


def test_the_column_decides_not_the_cell():
    column = ["Vò", "Hµ", "Trung", "Lª", "TrÇn ThÞ", "Võ"]
    assert detect(["Vò"]) == "UNICODE"
    assert detect(column) == "TCVN3"
    assert detect([*column, "Nguyễn Văn An"]) == "TCVN3"
    assert detect([*column, *NAMES]) == "UNICODE"
