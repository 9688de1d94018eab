"""The glossary and the code say the same words: one term, one identifier."""

import ast
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
Words = tuple[str, ...]

WORD = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+")
ROW = re.compile(r"\| *(?P<term>[^|]+?) *\| *`(?P<identifier>\w+)` *\| *(?P<meaning>[^|]+?) *\|")
CODE = re.compile(r"[A-Z][A-Z0-9]*(_[A-Z0-9]+)+")

# Syllables that are no English word, so that they betray a Vietnamese name in the code.
VIETNAMESE = frozenset(
    WORD.findall(
        "bhyt binh benh btv bch bkt cccd clb cmnd cqn cuu dang dien doan gio hoi huyen khu liet "
        "luong mttq ngay nguoi nhan nhcsxh phan phieu phuong quy sinh tet thang tham thon thuong "
        "tich tien tinh tnxp truong tuoi uy vien viec xoa"
    )
)


def words(name: str) -> Words:
    """`MemberLine`, `chi_hoi` and `THUONG_BINH` in lower-case pieces."""
    return tuple(piece.lower() for piece in WORD.findall(name))


def glossary_rows(text: str) -> list[tuple[str, str]]:
    """Term and identifier of every row of the tables."""
    return [
        (row["term"], row["identifier"]) for row in map(ROW.fullmatch, text.splitlines()) if row
    ]


def names_in(tree: ast.Module) -> Iterator[str]:
    """Every name that the code gives or uses."""
    for node in ast.walk(tree):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name) | ast.arg(arg=name):
                yield name
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.alias(name=name):
                yield name
            case ast.keyword(arg=str(name)):
                yield name
            case ast.Constant(value=str(text)) if CODE.fullmatch(text):
                yield text


def names_of_the_code() -> set[str]:
    files = list((ROOT / "ccb_desktop").rglob("*.py"))
    names = {file.stem for file in files}
    for file in files:
        names.update(names_in(ast.parse(file.read_text(encoding="utf-8"))))
    return names


def parts(names: Iterable[str]) -> set[Words]:
    """Every run of whole words within the names."""
    split = {words(name) for name in names}
    return {
        name[start:end]
        for name in split
        for start in range(len(name))
        for end in range(start + 1, len(name) + 1)
    }


def repeated(things: Iterable[object]) -> list[object]:
    return [thing for thing, count in Counter(things).items() if count > 1]


def unlisted(names: Iterable[str], identifiers: Iterable[str]) -> list[str]:
    """Names with a Vietnamese syllable that lies in no identifier of the glossary."""
    listed = {words(identifier) for identifier in identifiers}
    found = []
    for name in sorted(names):
        pieces = words(name)
        covered: set[int] = set()
        for start in range(len(pieces)):
            for end in range(start + 1, len(pieces) + 1):
                if pieces[start:end] in listed:
                    covered.update(range(start, end))
        if any(piece in VIETNAMESE and at not in covered for at, piece in enumerate(pieces)):
            found.append(name)
    return found


@pytest.fixture(scope="module")
def rows() -> list[tuple[str, str]]:
    return glossary_rows((ROOT / "docs" / "glossary.md").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def names() -> set[str]:
    return names_of_the_code()


def test_the_glossary_is_read(rows: list[tuple[str, str]]) -> None:
    assert ("chi hội", "chi_hoi") in rows


def test_every_identifier_is_in_the_code(rows: list[tuple[str, str]], names: set[str]) -> None:
    there = parts(names)
    assert [identifier for _, identifier in rows if words(identifier) not in there] == []


def test_one_term_one_identifier(rows: list[tuple[str, str]]) -> None:
    assert repeated(term.casefold() for term, _ in rows) == []
    assert repeated(words(identifier) for _, identifier in rows) == []


def test_vietnamese_names_are_explained(rows: list[tuple[str, str]], names: set[str]) -> None:
    assert unlisted(names, (identifier for _, identifier in rows)) == []


def test_a_name_is_split_into_whole_words() -> None:
    assert words("MembershipEvent") == ("membership", "event")
    assert words("CHAT_DOC_DA_CAM") == ("chat", "doc", "da", "cam")
    assert words("m0001_first_books") == ("m", "0001", "first", "books")
    assert ("chi", "hoi") in parts({"list_chi_hoi_on"})
    assert ("hoi",) not in parts({"hoist"})


def test_what_is_missing_or_doubled_would_be_noticed() -> None:
    assert unlisted({"load_phan_hoi", "HoiPost"}, {"phan_hoi"}) == ["HoiPost"]
    assert repeated([words("chi_hoi"), words("CHI_HOI")]) == [("chi", "hoi")]
    assert glossary_rows("| nothing | in no code marks | so it is no row |") == []
    assert set(names_in(ast.parse("class A:\n    b: C = d(e=f.g, h='TU_DAY', i='tu day')"))) == {
        *("A", "b", "C", "d", "e", "f", "g", "h", "TU_DAY", "i")
    }
