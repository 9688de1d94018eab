"""Vietnamese names and other short texts: normal form, search, order and case."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONE_MARKS = "\u0300\u0309\u0303\u0301\u0323"  # huyền, hỏi, ngã, sắc, nặng: the order of names
_INVISIBLE = dict.fromkeys((0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_APOSTROPHE_SIGNS = "'’‘\u02bc"
_APOSTROPHES = {ord(sign): "'" for sign in _APOSTROPHE_SIGNS}

# A letter without tone -> its five toned forms, in the order of _TONE_MARKS.
_TONED = {
    vowel: tuple(unicodedata.normalize("NFC", vowel + mark) for mark in _TONE_MARKS)
    for vowel in "aăâeêioôơuưy"
}
_PLAIN_AND_TONE = {
    toned: (vowel, tone)
    for vowel, forms in _TONED.items()
    for tone, toned in enumerate(forms, start=1)
}


def _fold_table() -> dict[int, str | None]:
    """Every accented Latin letter -> its bare letter; combining marks -> nothing."""
    table: dict[int, str | None] = dict.fromkeys(range(0x0300, 0x0370))
    for code in (*range(0x00C0, 0x0250), *range(0x1E00, 0x1F00)):
        bare = unicodedata.normalize("NFD", chr(code))[0]
        if bare.isascii():
            table[code] = bare
    # The Icelandic eth looks like đ and is typed for it by old keyboards.
    table |= {ord("đ"): "d", ord("ð"): "d"}
    return table | _APOSTROPHES


def _order_table() -> dict[int, str | None]:
    """Every letter -> a capital-like ASCII sign that sorts as the Vietnamese alphabet does.

    Digits, apostrophe and hyphen keep their places before the letters; other signs stand
    there too, so that none meets the signs of the letters.
    """
    place = {letter: chr(ord("A") + index) for index, letter in enumerate(_ALPHABET)}
    table: dict[int, str | None] = {ord(sign): "/" for sign in ":;<=>?@[\\]^_{|}~"}
    for code, bare in _FOLD.items():
        table[code] = place.get(bare, bare) if bare else bare
    table |= {ord(letter): sign for letter, sign in place.items()}
    table |= {ord(toned): place[vowel] for toned, (vowel, _) in _PLAIN_AND_TONE.items()}
    return table | {ord("ð"): place["đ"]}


_FOLD = _fold_table()
_ORDER = _order_table()
_SIGNS = re.compile(r"[\W_]+")


def normalise(text: str) -> str:
    """The form in which every text enters: NFC, outer spaces off, inner spaces one.

    Spaces and joiners of no width are dropped; the soft hyphen stays, for it is `ư` in TCVN3.
    """
    return " ".join(unicodedata.normalize("NFC", text.translate(_INVISIBLE)).split())


# --- Search ---------------------------------------------------------------------------------


@lru_cache(maxsize=4096)
def search_key(text: str) -> str:
    """The text in lower case without tone and vowel marks, `đ` as `d`; signs are kept."""
    return normalise(text).lower().translate(_FOLD)


def fold(text: str) -> str:
    """The search key with every sign as a space: for headers, units and other labels.

    `Số CMND/CCCD:` gives `so cmnd cccd`.
    """
    return _SIGNS.sub(" ", search_key(text)).strip()


def match_key(text: str) -> str:
    """The prepared key that `Query` looks into: each word of `fold` behind a space.

    Words with an apostrophe stand in it twice: `H'Lan` is found as `lan` and as `hlan`.
    """
    key = search_key(text)
    joined = (word.replace("'", "") for word in key.split() if "'" in word)
    return " " + _SIGNS.sub(" ", " ".join((key, *joined))).strip()


class Query:
    """What was typed into a search box, prepared once to be held against many rows.

    Every word must begin some word of the row, in any order. A word without marks fits any
    marks; a word with marks wants the same letters and marks, whichever vowel of `oa`, `oe`,
    `uy` carries the tone, and a letter still without tone fits every tone. A query of no
    words fits every row.
    """

    def __init__(self, text: str) -> None:
        words = _SIGNS.split(_plain_signs(text).replace("'", ""))
        marked = [word for word in words if word != search_key(word)]
        # The longest word first: it leaves the fewest rows to the others.
        self._needles = sorted(
            {f" {search_key(word)}" for word in words if word}, key=len, reverse=True
        )
        self._patterns = [_marked_pattern(word) for word in marked]

    def matches(self, key: str, text: str) -> bool:
        """Whether a row fits.

        Args:
            key: `match_key` of the row's text.
            text: The row's text itself in normal form; read only when the query has marks.
        """
        return all(needle in key for needle in self._needles) and self._marks_fit(text)

    def select(
        self, keys: Sequence[str], texts: Sequence[str], among: Iterable[int] | None = None
    ) -> list[int]:
        """The places of the rows that fit, in their order: one pass for a whole table.

        Args:
            keys: `match_key` of every row.
            texts: The rows' texts in normal form, in the same order; only those of rows
                that fit but for their marks are asked for.
            among: The places to look at, in the order wanted; all of them when None.
        """
        found = list(range(len(keys)) if among is None else among)
        for needle in self._needles:
            found = [place for place in found if needle in keys[place]]
        if self._patterns:
            found = [place for place in found if self._marks_fit(texts[place])]
        return found

    def _marks_fit(self, text: str) -> bool:
        lowered = text.lower()
        return all(pattern.search(lowered) for pattern in self._patterns)


def matches(query: str, text: str) -> bool:
    """Whether the text fits the query by the rules of `Query`; for single questions."""
    return Query(query).matches(match_key(text), _plain_signs(text))


def _plain_signs(text: str) -> str:
    """Normal form in lower case with one kind of apostrophe."""
    return normalise(text).lower().translate(_APOSTROPHES)


_PAIRS = {"o": "ae", "u": "y"}  # vowels between which old and new spelling move the tone


@lru_cache(maxsize=64)
def _marked_pattern(word: str) -> re.Pattern[str]:
    """What the beginning of a word must look like to fit a query word with marks."""
    units, place = [], 0
    while place < len(word):
        first, tone = _PLAIN_AND_TONE.get(word[place], (word[place], 0))
        follower, its_tone = _PLAIN_AND_TONE.get(word[place + 1 : place + 2], (None, 0))
        follower = follower or word[place + 1 : place + 2]
        if follower and follower in _PAIRS.get(first, "") and (tone == 0) != (its_tone == 0):
            units.append(_either_place(first, follower, tone or its_tone))
            place += 2
            continue
        at_the_end = place + 1 == len(word)
        units.append(_last_letter(first, tone) if at_the_end else _letter(first, tone))
        place += 1
    return re.compile(r"(?<![^\W_])" + "'?".join(units))


def _letter(plain: str, tone: int) -> str:
    """One letter: with a tone only itself, without one in any tone."""
    if tone:
        return _TONED[plain][tone - 1]
    if plain in "đð":
        return "[đð]"
    return f"[{plain}{''.join(_TONED.get(plain, ()))}]"


def _last_letter(plain: str, tone: int) -> str:
    """The last letter typed so far: after `hò`, `hoà` is still possible."""
    if not tone or plain not in _PAIRS:
        return _letter(plain, tone)
    moved = "".join(_TONED[follower][tone - 1] for follower in _PAIRS[plain])
    return f"(?:{_letter(plain, tone)}|{plain}[{moved}])"


def _either_place(first: str, second: str, tone: int) -> str:
    """A pair of vowels whose one tone may stand on either."""
    return f"(?:{_letter(first, tone)}{second}|{first}{_letter(second, tone)})"


# --- Order ----------------------------------------------------------------------------------


def sort_key(full_name: str, *, by_first_word: bool = False) -> str:
    """The stored key of the order of names: plain comparison of two keys gives the order.

    Given name (the last word), then the middle words as one phrase, then the family name;
    in each of them the letters decide before the tones. The place of a tone mark within a
    word, and case, make no difference.

    Args:
        full_name: The name as written.
        by_first_word: For names of minority peoples that are ordered by their first word:
            that word, then the rest as one phrase.
    """
    words = normalise(full_name).lower().split()
    by_given_name = [words[-1:], words[1:-1], words[:-1][:1]]
    fields = [words[:1], words[1:]] if by_first_word else by_given_name
    # A space ends a field and "!" ends a word: both sort before all letters, in that order.
    return " ".join(part for field in fields for part in _field_order(field))


def _field_order(words: list[str]) -> tuple[str, str]:
    """The letters of a phrase and, to be compared after them, its tones."""
    if len(words) == 1:
        return _word_order(words[0])
    orders = [_word_order(word) for word in words]
    return "!".join(letters for letters, _ in orders), "".join(tones for _, tones in orders)


@lru_cache(maxsize=16384)
def _word_order(word: str) -> tuple[str, str]:
    tones = "".join(str(_PLAIN_AND_TONE[sign][1]) for sign in word if sign in _PLAIN_AND_TONE)
    return word.translate(_ORDER), tones or "0"


# --- Case -----------------------------------------------------------------------------------

_LETTERS = re.compile(r"(?:[^\W\d_\u02bc][\u0300-\u036f]*)+")
_ROMAN = re.compile(r"X{0,3}(?:IX|IV|V?I{0,3})")
# Also words or names of Vietnamese: taken for numerals only where small letters stand by.
_ROMAN_LIKE_WORDS = frozenset({"VI", "XI"})


def proper_case(full_name: str) -> str:
    """A name with its capitals right: `NGUYỄN THỊ ÁNH` and `nguyễn thị ánh` alike.

    Letters after an apostrophe or hyphen are capitals (`H'LAN` -> `H'Lan`), but a word of
    such form typed in both cases stays as typed (`K'sor`). Roman numerals behind a name stay
    capitals; `VI` and `XI` in a name all of capitals are words.
    """
    name = normalise(full_name)
    words = name.split(" ")
    cased = [_word_case(word) for word in words]
    all_capitals = name.isupper()
    for place, word in enumerate(words[1:], start=1):
        if _is_numeral(word, all_capitals=all_capitals):
            cased[place] = word.upper()
    return " ".join(cased)


def _is_numeral(word: str, *, all_capitals: bool) -> bool:
    upper = word.upper()
    if not _ROMAN.fullmatch(upper):
        return False
    return upper not in _ROMAN_LIKE_WORDS or (word == upper and not all_capitals)


@lru_cache(maxsize=16384)
def _word_case(word: str) -> str:
    has_form = "-" in word or any(sign in word for sign in _APOSTROPHE_SIGNS)
    if has_form and not word.isupper() and not word.islower():
        return word
    return _LETTERS.sub(lambda run: run[0][:1].upper() + run[0][1:].lower(), word)
