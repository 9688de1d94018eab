"""Text of the old fonts TCVN3 (`.Vn…`) and VNI (`VNI-…`), seen as Latin-1 look-alikes."""

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence
from itertools import product
from typing import Literal

Code = Literal["UNICODE", "TCVN3", "VNI"]

# TCVN 5712 VN3. Toned letters have no capitals there: fonts ending in H show them.
_TCVN3 = {
    code: letter
    for first, letters in (
        (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
        (0xB5, "àảãáạ"),
        (0xBB, "ằẳẵắ"),
        (0xC6, "ặầẩẫấậè"),
        (0xCE, "ẻẽéẹềểễếệìỉ"),
        (0xDC, "ĩíịò"),
        (0xE1, "ỏõóọồổỗốộờởỡớợù"),
        (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
    )
    for code, letter in enumerate(letters, start=first)
}

_VNI_LETTERS = {
    "ô": "ơ",
    "ö": "ư",
    "ñ": "đ",
    "í": "í",
    "ì": "ì",
    "æ": "ỉ",
    "ó": "ĩ",
    "ò": "ị",
    "î": "ỵ",
}
# What stands behind a vowel, as the marks put onto it.
_VNI_TONES = {"ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_VNI_ROOF = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_VNI_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}


def _vni_table() -> dict[str, str]:
    """Every VNI letter or pair of signs, small and capital -> the Unicode letter.

    A mark of either case may stand behind a vowel of either case; the vowel decides.
    """
    table = _VNI_LETTERS | {sign.upper(): new.upper() for sign, new in _VNI_LETTERS.items()}
    for vowels, marks, shape in (
        ("aeouyôö", _VNI_TONES, ""),
        ("aeo", _VNI_ROOF, "\u0302"),
        ("a", _VNI_BREVE, "\u0306"),
    ):
        for vowel, (mark, tone) in product(vowels, marks.items()):
            plain = _VNI_LETTERS.get(vowel, vowel)
            letter = unicodedata.normalize("NFC", plain + shape + tone)
            for behind in (mark, mark.upper()):
                table |= {vowel + behind: letter, vowel.upper() + behind: letter.upper()}
    return table


_VNI = _vni_table()
# Pairs before single signs, for `ôù` is one letter.
_VNI_SIGNS = re.compile("|".join(sorted(_VNI, key=len, reverse=True)))
_ONLY_UNICODE = re.compile("[ĂăĐđĨĩŨũƠơƯư\u0300-\u036fẠ-ỹ]")


def from_tcvn3(text: str, *, capitals: bool = False) -> str:
    """Text of a `.Vn…` font in Unicode.

    Text that holds letters of which only Unicode knows comes back as it is.

    Args:
        text: The look-alikes, such as `NguyÔn V¨n An`.
        capitals: The font ends in `H` and shows small letters as capitals.
    """
    if _ONLY_UNICODE.search(text):
        return text
    converted = text.translate(_TCVN3)
    return converted.upper() if capitals else converted


def from_vni(text: str) -> str:
    """Text of a `VNI-…` font in Unicode: `Nguyeãn Vaên An` -> `Nguyễn Văn An`.

    Text that holds letters of which only Unicode knows comes back as it is.
    """
    if _ONLY_UNICODE.search(text):
        return text
    return _VNI_SIGNS.sub(lambda signs: _VNI[signs[0]], text)


def code_of_font(font_name: str) -> Code:
    """The code in which text of this font is written, by the font's name."""
    name = font_name.strip().lower()
    if name.startswith(".vn"):
        return "TCVN3"
    return "VNI" if name.startswith("vni-") else "UNICODE"


def shows_capitals(font_name: str) -> bool:
    """Whether it is a TCVN3 font that shows small letters as capitals (`.VnTimeH`)."""
    return code_of_font(font_name) == "TCVN3" and font_name.strip().upper().endswith("H")


# --- Evidence in a column -------------------------------------------------------------------

_WORD = re.compile(r"(?:[A-Za-z]|[^\x00-\xa0\u2000-\u206f])+")
_PLAIN = re.compile(r"[A-Za-z]")
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|nh?|ngh?|ph?|qu|r|s|th?|tr|v|x)?"
    r"(?:"
    r"(?:[aăâeêioôơuưy]|oa|oă|oe|oo|uâ|uê|uy|iê|yê|uô|ươ|uyê)(?P<end>ch|nh|ng|[cmnpt])?"
    r"|ai|ao|au|ay|âu|ây|eo|êu|ia|iêu|iu|oai|oay|oao|oeo|oi|ôi|ơi"
    r"|ua|uây|ui|uôi|uơ|uya|uyu|ưa|ưi|ươi|ươu|ưu|yêu"
    r")"
)
_OPEN_NEEDS_END = re.compile(r"(?:oă|uâ|iê|yê|uô|ươ|uyê|[ăâ])$")
_TONES = str.maketrans("", "", "\u0300\u0301\u0303\u0309\u0323")


def detect(column: Sequence[str]) -> Code:
    """The code of a column of text, from the evidence of the column as a whole.

    Every word with signs beyond ASCII is read in each code; the code that makes the most
    words into Vietnamese syllables wins, and Unicode wins where none is better. Cells that
    are the same in all codes (`Trung`, `Mai`) say nothing.
    """
    words = Counter(
        word
        for text in column
        if not text.isascii()
        for word in _WORD.findall(unicodedata.normalize("NFC", text))
        if not word.isascii()
    )
    seen = dict.fromkeys(("UNICODE", "TCVN3", "VNI"), 0)
    for word, times in words.items():
        seen["UNICODE"] += times * _is_syllable(word)
        # A sign alone (a bullet, ©) is no word; an old code is spelt among plain letters.
        if _PLAIN.search(word):
            seen["TCVN3"] += times * _is_syllable(_whole_tcvn3(word))
            seen["VNI"] += times * _is_syllable(_whole_vni(word))
    if seen["UNICODE"] >= max(seen["TCVN3"], seen["VNI"]):
        return "UNICODE"
    return "TCVN3" if seen["TCVN3"] >= seen["VNI"] else "VNI"


def _whole_tcvn3(word: str) -> str:
    """The word out of TCVN3, empty when some sign of it is not TCVN3."""
    whole = all(sign.isascii() or ord(sign) in _TCVN3 for sign in word)
    return word.translate(_TCVN3) if whole else ""


def _whole_vni(word: str) -> str:
    """The word out of VNI, empty when some sign of it is not VNI."""
    rest = _VNI_SIGNS.sub("", word)
    return _VNI_SIGNS.sub(lambda signs: _VNI[signs[0]], word) if rest.isascii() else ""


def _is_syllable(word: str) -> bool:
    """Whether a Vietnamese syllable can be spelt so, with one tone at most."""
    apart = unicodedata.normalize("NFD", word.lower())
    plain = unicodedata.normalize("NFC", apart.translate(_TONES))
    found = _SYLLABLE.fullmatch(plain)
    tones = [mark for mark in apart if ord(mark) in _TONES]
    if found is None or len(tones) > 1:
        return False
    end = found["end"]
    if end in ("c", "ch", "p", "t"):
        return tones in (["\u0301"], ["\u0323"])
    return bool(end) or not _OPEN_NEEDS_END.search(plain)
