"""Which rows are seen, and in what order."""

from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.people_names import matches, sort_key
from ccb_desktop.ui.kit.columns import Column
from ccb_desktop.ui.kit.row_order import RowOrder


@dataclass(frozen=True, slots=True)
class Line:
    id: int
    name: str
    born: int | None = None


COLUMNS = [
    Column("name", "Họ và tên", lambda line: line.name, lambda line: sort_key(line.name)),
    Column("born", "Năm sinh", lambda line: str(line.born or ""), lambda line: line.born),
]
NAMES = ["Nguyễn Văn An", "Trần Thị Hoa", "Hoàng Văn Út", "Lê Đức Hòa", "Nguyễn Thị Ánh"]
LINES = [Line(i, name, 1950 + i) for i, name in enumerate(NAMES)]


def order(lines=LINES, columns=COLUMNS):
    made = RowOrder(columns)
    made.set_lines(lines)
    return made


def names(made):
    return [line.name for line in made.seen()]


def test_lines_come_in_the_order_given_until_sorted():
    assert names(order()) == NAMES


def test_words_begin_words_in_any_order():
    made = order()
    made.set_query("ng v a")
    assert names(made) == ["Nguyễn Văn An"]
    made.set_query("hoa")
    assert names(made) == ["Trần Thị Hoa", "Hoàng Văn Út", "Lê Đức Hòa"]
    made.set_query("hoà")
    assert names(made) == ["Hoàng Văn Út", "Lê Đức Hòa"]


def test_rules_and_query_hold_together():
    made = order()
    made.set_rule("old", lambda line: line.born < 1953)
    made.set_query("nguyen")
    assert names(made) == ["Nguyễn Văn An"]
    made.set_rule("old", None)
    assert names(made) == ["Nguyễn Văn An", "Nguyễn Thị Ánh"]
    made.set_query("")
    assert names(made) == NAMES


def test_sorting_is_vietnamese_and_keeps_the_query():
    made = order()
    made.sort_by(COLUMNS[0])
    assert names(made) == [
        "Nguyễn Văn An",
        "Nguyễn Thị Ánh",
        "Trần Thị Hoa",
        "Lê Đức Hòa",
        "Hoàng Văn Út",
    ]
    made.set_query("v")
    made.sort_by(COLUMNS[0], descending=True)
    assert names(made) == ["Hoàng Văn Út", "Nguyễn Văn An"]
    made.sort_by(None)
    assert names(made) == ["Nguyễn Văn An", "Hoàng Văn Út"]


def test_what_has_no_key_comes_last_either_way():
    lines = [Line(1, "A", None), Line(2, "B", 1950), Line(3, "C", 1940)]
    made = order(lines)
    made.sort_by(COLUMNS[1])
    assert names(made) == ["C", "B", "A"]
    made.sort_by(COLUMNS[1], descending=True)
    assert names(made) == ["B", "C", "A"]


def test_a_column_without_a_key_sorts_by_its_text():
    column = Column("unit", "Chi hội", lambda line: line.name)
    made = order([Line(1, "Đông"), Line(2, "Dân"), Line(3, ""), Line(4, "Ấp")], [column])
    made.sort_by(column)
    assert names(made) == ["Ấp", "Dân", "Đông", ""]


def test_other_lines_keep_query_rules_and_sorting():
    made = order()
    made.set_query("nguyen")
    made.sort_by(COLUMNS[0], descending=True)
    made.set_lines([*LINES, Line(9, "Nguyễn Văn Yên", 1960)])
    assert names(made) == ["Nguyễn Văn Yên", "Nguyễn Thị Ánh", "Nguyễn Văn An"]


def test_keys_can_be_made_ahead_in_pieces():
    made = order([Line(i, f"Người {i}") for i in range(600)])
    assert not made.prepare(0)
    assert made.prepare()
    made.set_query("nguoi 599")
    assert names(made) == ["Người 599"]


TYPED = st.text(alphabet="anguyhoàòêễ đ'v", max_size=7)


@settings(deadline=None, max_examples=150)
@given(st.lists(TYPED, min_size=1, max_size=6))
def test_typing_on_and_back_finds_what_a_fresh_query_finds(queries):
    made = order()
    for whole in queries:
        for end in [*range(len(whole) + 1), *range(len(whole), -1, -1)]:
            made.set_query(whole[:end])
            texts = [f"{line.name} {line.born}" for line in LINES]
            fresh = [
                name for name, text in zip(NAMES, texts, strict=True) if matches(whole[:end], text)
            ]
            assert names(made) == fresh
