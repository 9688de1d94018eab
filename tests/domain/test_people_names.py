"""Names: normal form, search keys, queries, the order of names, and case."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.people_names import (
    Query,
    fold,
    match_key,
    matches,
    normalise,
    proper_case,
    search_key,
    sort_key,
)

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]

onsets = st.sampled_from(
    ["", "b", "c", "đ", "d", "h", "kh", "l", "ng", "ngh", "qu", "t", "th", "x"]
)
rhymes = st.sampled_from(  # before the vowel that may carry the tone, that vowel, after it
    [
        *[("", "a", "n"), ("", "ă", "n"), ("", "â", "u"), ("", "ê", ""), ("", "ư", "")],
        *[("o", "a", ""), ("o", "a", "ng"), ("o", "e", ""), ("u", "y", "")],
        *[("u", "â", "n"), ("uy", "ê", "n"), ("ư", "ơ", "ng")],
    ]
)


@st.composite
def syllables(draw):
    before, vowel, after = draw(rhymes)
    tone = draw(st.sampled_from(TONES))
    word = draw(onsets) + before + vowel + tone + after
    return unicodedata.normalize("NFC", word).capitalize()


names = st.lists(syllables(), min_size=1, max_size=5).map(" ".join)
some = settings(deadline=None, max_examples=150)


def letters_and_tones(text):
    """An independent reading of Vietnamese letters, by taking composed letters apart."""
    letters, tones = [], []
    for sign in unicodedata.normalize("NFD", text.lower()):
        if sign in TONES:
            tones.append(TONES.index(sign))
        elif unicodedata.combining(sign):
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + sign)
        else:
            letters.append(sign)
    return letters, tones


def old_spelling(word):
    """The word with the tone on the first vowel of oa, oe, uy, wherever it stood."""
    for pair in ("oa", "oe", "uy"):
        for tone in TONES[1:]:
            new = unicodedata.normalize("NFC", pair + tone)
            old = unicodedata.normalize("NFC", pair[0] + tone + pair[1])
            word = word.replace(new, old)
    return word


# --- Normal form ----------------------------------------------------------------------------


def test_normal_form_joins_keyboards_and_folds_spaces():
    typed_apart = unicodedata.normalize("NFD", "Nguyễn  Văn\u00a0An")
    assert normalise(f" \ufeff{typed_apart}\u200b\n") == "Nguyễn Văn An"
    assert normalise("A\u200b\u0301nh") == "Ánh"
    assert normalise("H\u00adng Yªn") == "H\u00adng Yªn"  # text of old fonts passes unharmed


@given(st.text())
@some
def test_normal_form_is_final(text):
    once = normalise(text)
    assert normalise(once) == once
    assert normalise(unicodedata.normalize("NFD", text)) == once


# --- Search keys ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("Nguyễn Văn An", "nguyen van an"),
        ("ĐẶNG THỊ ĐƯỜNG", "dang thi duong"),
        ("Hòa", "hoa"),
        ("Hoà", "hoa"),
        ("hoa", "hoa"),
        ("H’Lan  Niê", "h'lan nie"),
        ("Ðức", "duc"),
        ("Số 05/BC-CCB", "so 05/bc-ccb"),
        ("", ""),
    ],
)
def test_search_key(text, key):
    assert search_key(text) == key


@given(names)
@some
def test_search_key_is_plain_and_blind_to_case_and_keyboard(name):
    key = search_key(name)
    assert key.isascii()
    assert key == key.lower() == search_key(key)
    assert key == search_key(name.upper()) == search_key(unicodedata.normalize("NFD", name))
    assert key == search_key(old_spelling(name))


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Số CMND/CCCD:", "so cmnd cccd"),
        ("Ngày,\ntháng năm_sinh", "ngay thang nam sinh"),
        ("(*)", ""),
        ("CLB-CQN", "clb cqn"),
    ],
)
def test_fold_reads_signs_as_spaces(text, folded):
    assert fold(text) == folded


def test_match_key_holds_every_word_behind_a_space():
    assert match_key("Nguyễn Văn An") == " nguyen van an"
    assert match_key("H'Lan Niê") == " h lan nie hlan"
    assert match_key("") == " "


# --- Queries --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("ng v a", "Nguyễn Văn An"),
        ("an nguyen", "Nguyễn Văn An"),
        ("hoang", "Hoàng"),
        ("hoang", "Hoang"),
        ("hòa", "Hòa"),
        ("hòa", "Hoà"),
        ("hòa", "Hoàng"),
        ("hoà", "Hòa"),
        ("hoà", "Hoà"),
        ("hoà", "Hoàng"),
        ("hò", "Hoà"),
        ("hò", "Hòa"),
        ("thúy", "Thuý"),
        ("thuý", "Thúy"),
        ("khỏe", "Khoẻ"),
        ("nguyê", "Nguyễn"),
        ("nguyên", "Nguyễn"),
        ("NGUYỄN", "nguyễn"),
        ("nguyễn van", "Nguyễn Văn An"),
        ("đ", "Đỗ"),
        ("d", "Đỗ"),
        ("đô", "Đỗ"),
        ("lan", "H'Lan Niê"),
        ("hlan", "H'Lan Niê"),
        ("h'lan", "H’Lan Niê"),
        ("h'l", "H'Lan Niê"),
        ("niê", "H'Lan Niê"),
        ("y no", "Y-Nô Rcăm"),
        ("05/bc", "Số 05/BC-CCB"),
        ("", "Nguyễn Văn An"),
        ("  ", ""),
    ],
)
def test_query_finds(query, text):
    assert matches(query, text)
    assert matches(unicodedata.normalize("NFD", query), unicodedata.normalize("NFD", text))


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("hoàng", "Hoang"),
        ("hoàng", "Hoảng"),
        ("hòa", "Hoa"),
        ("hòa", "Hóa"),
        ("tú", "Tuấn"),
        ("nguyên", "Nguyen"),
        ("tấn", "Tân"),
        ("đ", "Dũng"),
        ("guyen", "Nguyễn"),
        ("nguyen b", "Nguyễn Văn An"),
        ("an binh", "An"),
        ("ân", "Văn An"),
        ("a", ""),
    ],
)
def test_query_does_not_find(query, text):
    assert not matches(query, text)


@given(names, st.data())
@some
def test_beginnings_of_the_words_find_the_name(name, data):
    typed = []
    for word in data.draw(st.permutations(name.split())):
        spelt = data.draw(st.sampled_from([word, old_spelling(word), search_key(word)]))
        typed.append(spelt[: data.draw(st.integers(1, len(spelt)))])
    query = data.draw(st.sampled_from([str.lower, str.upper]))(" ".join(typed))
    assert matches(query, name)
    assert matches(query, old_spelling(name))


def begins(query, word):
    """Whether the letters of a query word begin a word, letter by letter."""
    if len(query) > len(word):
        return False
    for typed, written in zip(query, word, strict=False):
        (letter, tone), (its_letter, its_tone) = (
            letters_and_tones(typed),
            letters_and_tones(written),
        )
        if letter != its_letter or (tone and tone != its_tone):
            return False
    return True


@given(syllables(), syllables(), st.integers(1, 8))
@settings(deadline=None, max_examples=400)
def test_a_marked_word_fits_exactly_what_begins_so_in_either_spelling(one, other, length):
    query = one[:length].lower()
    assume(query != search_key(query))
    word = other.lower()
    expected = begins(old_spelling(query), old_spelling(word)) or begins(query, word)
    assert matches(query, other) == expected
    assert matches(query, old_spelling(other)) == expected


@given(st.lists(names, max_size=8), names, st.integers(1, 6))
@some
def test_a_whole_table_is_filtered_as_its_rows_are(rows, name, length):
    typed = name[:length]
    query = Query(typed)
    keys = [match_key(row) for row in rows]
    found = query.select(keys, rows)
    assert found == [place for place, row in enumerate(rows) if matches(typed, row)]
    assert found == [place for place, row in enumerate(rows) if query.matches(match_key(row), row)]


@given(names, names, st.integers(1, 12))
@some
def test_what_a_query_finds_its_beginning_found_too(name, other, length):
    query, beginning = name[:length], name[: length - 1]
    assert matches(beginning, other) or not matches(query, other)
    among = Query(beginning).select([match_key(other)], [other])
    assert Query(query).select([match_key(other)], [other], among) == [0] * matches(query, other)


# --- Order ----------------------------------------------------------------------------------


def reference_order(name):
    """Given name, middle, family name; in each the letters, then the tone of every word."""
    words = name.lower().split()
    fields = [words[-1:], words[1:-1], words[:-1][:1]]
    order = []
    for field in fields:
        read = [letters_and_tones(word) for word in field]
        order.append([[LETTERS.index(letter) for letter in letters] for letters, _ in read])
        order.append([tones or [0] for _, tones in read])
    return order


@given(names, names)
@settings(deadline=None, max_examples=500)
def test_order_against_an_independent_comparison(one, other):
    assert (sort_key(one) < sort_key(other)) == (reference_order(one) < reference_order(other))
    assert (sort_key(one) == sort_key(other)) == (reference_order(one) == reference_order(other))


@given(names)
@some
def test_order_is_blind_to_case_keyboard_and_place_of_the_tone(name):
    key = sort_key(name)
    assert key == sort_key(name.upper())
    assert key == sort_key(unicodedata.normalize("NFD", name))
    assert key == sort_key(old_spelling(name))


def test_letters_stand_in_the_order_of_the_alphabet():
    keys = [sort_key(f"Nguyễn Văn {letter}") for letter in LETTERS]
    assert keys == sorted(set(keys))


def test_tones_stand_in_their_order():
    keys = [sort_key(unicodedata.normalize("NFC", "Lê Ma" + tone)) for tone in TONES]
    assert keys == sorted(set(keys))


@pytest.mark.parametrize(
    "ordered",
    [
        ["Trần Văn An", "Lê Thị Ánh", "Bùi Bình", "Nguyễn Đức"],
        ["Vũ Thị Hoa", "Bùi Văn Hòa", "An Văn Hoàng"],  # a tone of the given name before the rest
        ["Lê Hồng An", "Bùi Thị An", "Bùi Thị Hồng An"],
        ["Lê Văn An", "Nguyễn Văn An", "Nguyễn Vân An"],
        ["An", "Lê An", "Lê Văn An"],
        ["Ngô Văn An", "Ngô Văn Ăn", "Ngô Văn Ân", "Ngô Văn Ba"],
        ["Lê Văn Dũng", "Lê Văn Đan"],
        ["Lê Văn 2", "Lê Văn A", "Lê Văn H'Lan", "Lê Văn Ha"],
        ["Lê An", "Lê Ana"],
    ],
)
def test_names_in_order(ordered):
    assert all(sort_key(one) < sort_key(other) for one, other in pairwise(ordered))


def test_minority_names_may_be_ordered_by_their_first_word():
    ordered = ["H'Lan Niê", "Y Blin Ksor", "Y Nô Êban", "Y Nô Rcăm"]
    keys = [sort_key(name, by_first_word=True) for name in ordered]
    assert keys == sorted(set(keys))
    assert sort_key("Rcăm Y", by_first_word=True) > sort_key("Nguyễn Y", by_first_word=True)


def test_a_name_may_be_empty():
    assert sort_key("") == sort_key("  ") < sort_key("A")


# --- Case -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "proper"),
    [
        ("NGUYỄN THỊ ÁNH", "Nguyễn Thị Ánh"),
        ("nguyễn thị ánh", "Nguyễn Thị Ánh"),
        ("NGuyễn  văn AN", "Nguyễn Văn An"),
        ("NGUYỄN VĂN A", "Nguyễn Văn A"),
        ("đặng thị ơn", "Đặng Thị Ơn"),
        ("H'LAN NIÊ", "H'Lan Niê"),
        ("h’lan niê", "H’Lan Niê"),
        ("H'Lan Niê", "H'Lan Niê"),
        ("K'sor Y-blin", "K'sor Y-blin"),
        ("Y-BLIN KSOR", "Y-Blin Ksor"),
        ("Y Nô Rcăm", "Y Nô Rcăm"),
        ("LÊ VĂN TƯ (TÁM)", "Lê Văn Tư (Tám)"),
        ("NGUYỄN VĂN AN II", "Nguyễn Văn An II"),
        ("nguyễn văn an iii", "Nguyễn Văn An III"),
        ("Nguyễn Văn An VI", "Nguyễn Văn An VI"),
        ("NGUYỄN THỊ VI", "Nguyễn Thị Vi"),
        ("nguyễn thị vi", "Nguyễn Thị Vi"),
        ("Nguyễn Thị Vi", "Nguyễn Thị Vi"),
        ("Y ČƯ\u0306M", "Y Čư\u0306m"),
        ("", ""),
    ],
)
def test_proper_case(typed, proper):
    assert proper_case(typed) == proper


@given(names)
@some
def test_proper_case_is_the_same_from_any_case(name):
    assert proper_case(name) == name
    assert proper_case(name.upper()) == proper_case(name.lower()) == name


@given(st.text(alphabet="aAăĐđưỮ iIvVxX'-(", max_size=20))
@some
def test_proper_case_is_final(name):
    once = proper_case(name)
    assert proper_case(once) == once
