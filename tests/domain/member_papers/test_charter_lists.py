"""Lists of what the charter watch finds."""

from datetime import date

from ccb_desktop.domain.charter_watch.watch import Switch, watch
from ccb_desktop.domain.member_papers.charter_lists import charter_list, rule_list
from ccb_desktop.domain.papers import Band, row_texts
from tests.domain.charter_watch.books import a_member, an_event, books
from tests.paper_values import a_source

ON = date(2026, 6, 30)
NAMES = ("Trần Văn Bình", "Lê Thị Chín")
MEMBERS = [
    a_member(number, an_event("ADMITTED", "6/4/2026", number), full_name=name)
    for number, name in enumerate(NAMES, 1)
]


def source(**more):
    return a_source("charter", ON, **more)


def test_the_list_of_one_rule_says_the_rule_below():
    paper = rule_list(source(), watch(books(*MEMBERS), {}).of("ceremony"))
    [table] = paper.tables
    assert paper.title == "THEO DÕI ĐIỀU LỆ: LỄ KẾT NẠP"
    assert [row[1] for row in row_texts(table)] == list(NAMES)
    assert next(row_texts(table))[4:7] == ("06/04/2026", "21/05/2026", "Quá hạn")
    assert table.note.startswith("Tổng cộng: 2. Lễ kết nạp được tổ chức trong 30 ngày làm việc")


def test_a_rule_that_is_off_or_lacks_a_book_says_so():
    off = Switch(rule="ceremony", reason="Lễ chung", off_since=ON)
    found = watch(books(*MEMBERS), {"ceremony": off})
    assert "Lý do: Lễ chung" in rule_list(source(), found.of("ceremony")).tables[0].note
    lacking = rule_list(source(), found.of("striking-off")).tables[0]
    assert "Sổ chưa ghi lần nộp hội phí nào" in lacking.note
    assert lacking.rows == []


def test_the_list_of_all_rules_has_a_band_for_each_that_finds_somebody():
    found = watch(books(*MEMBERS), {})
    [table] = charter_list(source(), found).tables
    bands = [row.label for row in table.rows if isinstance(row, Band)]
    assert bands == ["Lễ kết nạp (2)", "Hội cơ sở ít hội viên (1)", "Ban Chấp hành (1)"]
    assert table.note == "Tổng cộng: 4."


def test_a_filter_and_rules_that_are_off():
    off = Switch(rule="board", reason="Đang kiện toàn", off_since=ON)
    found = watch(books(*MEMBERS), {"board": off})
    paper = charter_list(source(filter="chin"), found)
    assert len(list(row_texts(paper.tables[0]))) == 1
    assert "Chọn theo: chin" in paper.subtitle
    assert paper.tables[0].note == "Tổng cộng: 1. Quy định đang tắt: Ban Chấp hành."
