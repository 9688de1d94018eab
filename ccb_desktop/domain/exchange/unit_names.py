"""Names of units as lists write them: comparing them, and finding them in titles."""

import re
from functools import lru_cache

from ccb_desktop.domain.people_names import fold, normalise, proper_case

_BEFORE_NUMBER = re.compile(
    r"^(?:chi hoi|phan hoi|clb|cau lac bo|ch|ph)\b(?: (?:ccb|cqn|cuu chien binh|cuu quan nhan))?"
    r"(?: so)?\b\s*"
)
_OWN_CHI_HOI = re.compile(r"\s+(?:chi hoi|ch)\b.*$")
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")

_UNIT_WORDS = r"chi h[ộo]i|ph[âa]n h[ộo]i|c[âa]u l[ạa]c b[ộo]|clb|ch|ph"
_NUMBERING = r"(?:(?:[ivxlc]+|\d{1,2}|[a-h])(?:\s*[.)/:–-]\s*|\s+))?"
_TITLE = re.compile(rf"{_NUMBERING}(?P<name>(?:{_UNIT_WORDS})\b.*)", re.IGNORECASE)
_PLACE_TITLE = re.compile(
    rf"{_NUMBERING}(?P<name>(?:khu ph[ốo]|t[ổo](?: d[âa]n ph[ốo])?|th[ôo]n|[ấa]p|x[óo]m|kh[óo]m)"
    r"\b.*)",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\s*[:(–-]*\s*(?:t[ổo]ng s[ốo]:?\s*|có\s+)?\d+\s*(?:h[ộo]i vi[êe]n|đ[ồo]ng ch[íi]|ng[ưu][ờo]i"
    r"|đ/c|đc|hv)\.?\s*\)?\s*$",
    re.IGNORECASE,
)
_NOT_A_NAME = re.compile(r"(?:chi hoi|phan hoi|ch|ph|clb|cau lac bo)(?: (?:truong|pho|vien)\b.*)?")

_IN_TITLE = re.compile(
    r"\bchi h[ộo]i\b(?!\s+(?:viên|vien|trưởng|phó))(?:\s+(?:ccb|cựu chiến binh)\b)?"
    r"[\s:]*(?P<rest>.*)",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"(?:số\s+)?\d+\s*(?:[,;&+–-]|và\b|đến\b)\s*\d+", re.IGNORECASE)
_NUMBER = re.compile(r"(?:số\s+)?[0-9]+[a-zđ]?\b", re.IGNORECASE)
_END_OF_NAME = re.compile(
    r"\s*(?:[,;.(–]|\s-\s|\bnăm\s+\d|\btháng\s+\d|\bquý\s|\bph[ưu]ờng\b|\bxã\b|\bđến\b|\btính\b"
    r"|\btừ\b).*$",
    re.IGNORECASE,
)
_SMALL_WORDS = re.compile(
    r"\b(?:Số|Khu|Phố|Tổ|Dân|Thôn|Ấp|Xóm|Khóm|Bản|Làng|Cựu|Quân|Nhân|Chiến|Binh)\b(?=\s+\S)"
)

_ACRONYMS = re.compile(r"\b(?:Ccb|Cqn|Clb|Tdp|Kp)\b")
_NUMBERED = re.compile(rf"((?:{_UNIT_WORDS}) (?:s[ốo] )?[0-9]+[a-zđ]?)\s*[:;,(–-].*", re.IGNORECASE)


@lru_cache(maxsize=4096)
def unit_key(name: str) -> str:
    """What two writings of one unit's name have in common.

    `Chi hội 5`, `CH 5`, `CHI HỘI SỐ 05` and `5` are alike; a code such as `CH05` is not one
    of them. Keys are to be compared among units of one kind, those of phân hội within their
    chi hội (`exchange.md`, meaning 9).
    """
    folded = fold(name)
    rest = _BEFORE_NUMBER.sub("", folded)
    own = _OWN_CHI_HOI.sub("", rest) or rest
    return _LEADING_ZEROS.sub("", own) or folded


def tidy_unit(name: str) -> str:
    """A unit's name with its spaces in order, and out of capitals: `CHI HỘI  2` → `Chi hội 2`."""
    text = normalise(name)
    if not text.isupper() or any(sign.isdigit() for sign in text.split()[0]):
        return text[:1].upper() + text[1:]
    words = text.split()
    if words[0] in ("CH", "PH", "CLB"):
        lead, first = 1, words[0]
    else:
        lead = 2 if re.fullmatch(_UNIT_WORDS, " ".join(words[:2]), re.IGNORECASE) else 1
        first = " ".join(words[:lead]).capitalize()
    rest = _SMALL_WORDS.sub(lambda word: word[0].lower(), proper_case(" ".join(words[lead:])))
    rest = _ACRONYMS.sub(lambda word: word[0].upper(), rest)
    return f"{first} {rest}".strip()


def unit_of_title_row(text: str, *, places: bool = False) -> str:
    """The unit that a title between the rows names (`II. CHI HỘI 2 (10 hội viên)`), else empty.

    Args:
        text: The only text of the row.
        places: Whether a bare `Khu phố 3` counts, in lists that name units in no other way.
    """
    plain = normalise(text)
    found = _TITLE.fullmatch(plain) or (_PLACE_TITLE.fullmatch(plain) if places else None)
    if found is None:
        return ""
    name = _NUMBERED.sub(r"\1", _COUNT.sub("", found["name"])).strip(" .:-–")
    return "" if _NOT_A_NAME.fullmatch(fold(name)) else tidy_unit(name)


def unit_in_heading(text: str) -> str:
    """The one chi hội that a heading above the table names, else empty.

    `DANH SÁCH HỘI VIÊN CHI HỘI 5` names one; `CHI HỘI 2, 3` names two, so none.
    """
    found = _IN_TITLE.search(normalise(text))
    if found is None or _SEVERAL.match(found["rest"]):
        return ""
    number = _NUMBER.match(found["rest"])
    name = number[0] if number else _END_OF_NAME.sub("", found["rest"]).strip(" .:-–")
    if not name:
        return ""
    shouted = name.isupper() or name.isdigit()
    return tidy_unit(f"CHI HỘI {name}" if shouted else f"Chi hội {name}")


def is_sub_unit(name: str) -> bool:
    """Whether a title names a phân hội rather than a chi hội."""
    return fold(name).split()[:2] == ["phan", "hoi"] or fold(name).startswith("ph ")
