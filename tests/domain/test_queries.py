"""The language of filters: laws of and, or, not; each question; words; keeping."""

from dataclasses import dataclass
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.queries import (
    HOWS,
    Condition,
    FieldKind,
    Group,
    How,
    Join,
    QueryField,
    as_json,
    by_id,
    from_json,
    in_words,
    problem_of,
    sieve,
)


@dataclass(frozen=True)
class Line:
    name: str = ""
    born_on: PartialDate | None = None
    age: int | None = None
    periods: frozenset[str] = frozenset()


CODES = (("MY", "Chống Mỹ"), ("K", "Campuchia"), ("L", "Lào"))
FIELDS = by_id(
    [
        QueryField("name", "Họ và tên", FieldKind.TEXT, lambda line: line.name),
        QueryField("born_on", "Ngày sinh", FieldKind.DATE, lambda line: line.born_on),
        QueryField("age", "Tuổi", FieldKind.NUMBER, lambda line: line.age),
        QueryField("periods", "Thời kỳ", FieldKind.CODE, lambda line: line.periods, CODES),
    ]
)

DATES = st.builds(
    PartialDate,
    st.integers(1940, 1960),
    st.one_of(st.none(), st.integers(1, 12)),
) | st.builds(PartialDate, st.integers(1940, 1960), st.integers(1, 12), st.integers(1, 28))
LINES = st.builds(
    Line,
    st.sampled_from(["", "Nguyễn Văn An", "Trần Thị Ân", "LÊ VĂN BA"]),
    st.none() | DATES,
    st.none() | st.integers(50, 100),
    st.frozensets(st.sampled_from([code for code, _ in CODES])),
)
VALUES = {
    FieldKind.TEXT: st.sampled_from(["an", "Ân", "văn", "le van ba", "x"]),
    FieldKind.DATE: DATES.map(str),
    FieldKind.NUMBER: st.integers(45, 105).map(str),
    FieldKind.CODE: st.sampled_from([code for code, _ in CODES]),
}


@st.composite
def conditions(draw):
    field = draw(st.sampled_from(list(FIELDS.values())))
    how = draw(st.sampled_from(HOWS[field.kind]))
    value = str(draw(st.integers(1, 12))) if how is How.IN_MONTH else draw(VALUES[field.kind])
    return Condition(field.id, how, value if how not in (How.EMPTY, How.FILLED) else "")


QUERIES = st.recursive(
    conditions(),
    lambda inner: st.builds(
        Group, st.sampled_from(list(Join)), st.lists(inner, max_size=4).map(tuple)
    ),
    max_leaves=10,
)
GROUPS = st.builds(Group, st.sampled_from(list(Join)), st.lists(QUERIES, max_size=4).map(tuple))


def fits(part, line):
    return sieve(part, FIELDS)(line)


def asking(parts):
    return [one for one in parts if not (isinstance(one, Group) and one.is_empty)]


@given(st.lists(QUERIES, min_size=1, max_size=4), LINES)
def test_groups_are_and_or_and_not(parts, line):
    asked = [fits(part, line) for part in asking(parts)]
    group = {join: fits(Group(join, tuple(parts)), line) for join in Join}
    if not asked:
        assert group == dict.fromkeys(Join, True)
        return
    assert group[Join.ALL] is all(asked)
    assert group[Join.ANY] is any(asked)
    assert group[Join.NONE] is not any(asked)


@given(QUERIES, LINES)
def test_not_not_is_yes(part, line):
    if asking([part]):
        twice = Group(Join.NONE, (Group(Join.NONE, (part,)),))
        assert fits(twice, line) is fits(part, line)


@given(st.lists(conditions(), min_size=1, max_size=4), LINES)
def test_none_of_them_is_each_of_them_not(parts, line):
    each_not = Group(Join.ALL, tuple(Group(Join.NONE, (one,)) for one in parts))
    assert fits(Group(Join.NONE, tuple(parts)), line) is fits(each_not, line)


@given(GROUPS, LINES, st.randoms(use_true_random=False))
def test_the_order_of_the_parts_does_not_matter(group, line, chance):
    parts = list(group.parts)
    chance.shuffle(parts)
    assert fits(Group(group.join, tuple(parts)), line) is fits(group, line)


@given(GROUPS)
def test_a_kept_filter_is_the_same_filter(group):
    assert from_json(as_json(group)) == group


@given(GROUPS)
def test_every_filter_can_be_said(group):
    assert bool(in_words(group, FIELDS)) is not group.is_empty


@given(st.sampled_from(list(FIELDS)), LINES)
def test_a_field_is_either_empty_or_filled(field, line):
    assert fits(Condition(field, How.EMPTY), line) is not fits(Condition(field, How.FILLED), line)


@given(VALUES[FieldKind.TEXT], LINES)
def test_what_contains_does_not_lack(value, line):
    has = fits(Condition("name", How.CONTAINS, value), line)
    assert has is not fits(Condition("name", How.LACKS, value), line)


@given(VALUES[FieldKind.CODE], LINES)
def test_what_is_cannot_also_not_be(code, line):
    assert fits(Condition("periods", How.IS, code), line) is (code in line.periods)
    assert fits(Condition("periods", How.IS_NOT, code), line) is (code not in line.periods)


@given(DATES, DATES)
def test_a_known_date_is_at_most_one_of_before_within_after(known, asked):
    line = Line(born_on=known)
    answers = [
        fits(Condition("born_on", how, str(asked)), line)
        for how in (How.BEFORE, How.WITHIN, How.AFTER)
    ]
    assert sum(answers) <= 1
    if asked.precision <= known.precision:
        assert sum(answers) == 1


@pytest.mark.parametrize(
    ("how", "value", "name", "fitting"),
    [
        (How.CONTAINS, "an", "Trần Thị Ân", True),
        (How.CONTAINS, "Ân", "Nguyễn Văn An", False),
        (How.CONTAINS, "VĂN AN", "Nguyễn Văn An", True),
        (How.EQUALS, "nguyen van an", "Nguyễn Văn An", True),
        (How.EQUALS, "Văn An", "Nguyễn Văn An", False),
        (How.LACKS, "Văn", "", True),
        (How.CONTAINS, "Văn", "", False),
    ],
)
def test_texts_are_found_without_marks_and_held_to_marks_that_are_typed(how, value, name, fitting):
    assert fits(Condition("name", how, value), Line(name=name)) is fitting


@pytest.mark.parametrize(
    ("how", "value", "born", "fitting"),
    [
        (How.WITHIN, "1952", "19/5/1952", True),
        (How.WITHIN, "5/1952", "1952", False),
        (How.BEFORE, "1/6/1952", "5/1952", True),
        (How.BEFORE, "19/5/1952", "5/1952", False),
        (How.AFTER, "1952", "1953", True),
        (How.IN_MONTH, "5", "19/5/1952", True),
        (How.IN_MONTH, "5", "1952", False),
    ],
)
def test_a_date_counts_as_far_as_it_is_known(how, value, born, fitting):
    assert fits(Condition("born_on", how, value), Line(born_on=PartialDate.parse(born))) is fitting


@pytest.mark.parametrize(
    ("how", "value", "fitting"),
    [
        (How.AT_LEAST, "4,5", [Decimal("4.5"), 5, 1200]),
        (How.AT_MOST, "-2", [-2]),
        (How.EQUALS, "1.200", [1200]),
        (How.EQUALS, "4,50", [Decimal("4.5")]),
    ],
)
def test_a_number_is_asked_as_it_is_written_here(how, value, fitting):
    known = [-2, 0, 4, Decimal("4.5"), 5, 1200]
    assert [age for age in known if fits(Condition("age", how, value), Line(age=age))] == fitting


@pytest.mark.parametrize(
    ("condition", "told"),
    [
        (Condition("gone", How.FILLED), "không còn trong sổ"),
        (Condition("age", How.AT_LEAST, "tám mươi"), "ghi một số"),
        (Condition("age", How.AT_LEAST, "4.5"), "ghi một số"),
        (Condition("age", How.EQUALS, "4,"), "ghi một số"),
        (Condition("age", How.AT_LEAST, " "), "Chưa ghi điều cần tìm"),
        (Condition("born_on", How.WITHIN, "31/02/1950"), "Ngày sinh"),
        (Condition("born_on", How.IN_MONTH, "13"), "từ 1 đến 12"),
        (Condition("name", How.AT_LEAST, "3"), "không hỏi"),
    ],
)
def test_what_cannot_be_asked_is_told(condition, told):
    assert told in problem_of(condition, FIELDS)
    with pytest.raises(Invalid, match=r"."):
        sieve(Group(parts=(condition,)), FIELDS)


def test_a_filter_in_words():
    old = Condition("age", How.AT_LEAST, "80")
    fought = Condition("periods", How.IS, "MY")
    born = Condition("born_on", How.IN_MONTH, "5")
    query = Group(
        Join.ALL,
        (
            Condition("name", How.CONTAINS, "Văn"),
            Group(Join.ANY, (old, fought)),
            Group(Join.NONE, (born,)),
        ),
    )
    assert in_words(query, FIELDS) == (
        "Họ và tên có chữ “Văn” VÀ (Tuổi từ 80 trở lên HOẶC Thời kỳ là Chống Mỹ) "
        "VÀ KHÔNG (Ngày sinh trong tháng 5)"
    )


@pytest.mark.parametrize("text", ["", "[1]", '{"join": "SOME", "parts": []}', '{"field": "age"}'])
def test_what_is_no_filter_is_told(text):
    with pytest.raises(Invalid, match="không đọc được"):
        from_json(text)
