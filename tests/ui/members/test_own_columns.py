"""The branch's own fields in the windows: form, columns, filters, many at once, history."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QRadioButton, QTabWidget

from ccb_desktop.domain.own_fields import LONGEST_LABEL, OwnField, OwnKind
from ccb_desktop.domain.queries import Condition, Group, How, Join
from ccb_desktop.operations import undo
from ccb_desktop.operations.members import own_fields, people
from ccb_desktop.ui.members.history_list import HistoryList
from ccb_desktop.ui.members.page import MembersPage
from tests.ui import pictures
from tests.ui.hands import (
    button,
    click,
    no_box,
    open_box,
    press,
    settle,
    show,
    show_page,
    type_text,
)
from tests.ui.members.many import choose_all, press_save, take
from tests.ui.members.officer import (
    choose,
    dialog,
    dialogs,
    fault,
    list_on,
    open_file,
    pick,
    save,
    seen,
    write,
)

NAME = "Nguyễn Văn An"
START = (
    OwnField(label="Số con", kind=OwnKind.NUMBER),
    OwnField(label="Nhóm máu", kind=OwnKind.CHOICE, choices=("A", "B")),
    OwnField(label="Ngày khám", kind=OwnKind.DATE),
    OwnField(label="Đảng", kind=OwnKind.YES_NO),
    OwnField(label="Biển số xe"),
)


@pytest.fixture
def own(store):
    """Fields of the branch's own, and what two members say in them."""
    for field in START:
        own_fields.save_own_field(store, field)
    fields = own_fields.list_own_fields(store)
    for person_id, texts in ((1, {1: "3", 2: "A", 4: "1"}), (2, {1: "10", 2: "B"})):
        people.save_person(store, people.load_person_file(store, person_id).person, own=texts)
    return fields


@pytest.fixture
def own_page(own, page):
    """The page of a branch that has fields of its own."""
    return page


def column(page, label):
    """One column of all members, whether it is seen or not."""
    place = next(c for c in page.members.model.columns if c.label == label)
    return {line.full_name: place.text(line) for line in page.members.seen_lines()}


def test_they_are_asked_on_a_tab_of_theirs_and_told_in_the_history(own_page, store):
    form = open_file(own_page, NAME, "Trường riêng")
    write(form, "own_1", "4,5")
    choose(form, "own_2", "B")
    write(form, "own_3", "5/2024")
    form.form.show_field("own_4")
    radios = form.form.field("own_4").findChildren(QRadioButton)
    press(next(r for r in radios if r.text() == "Không"), Qt.Key.Key_Space)
    write(form, "own_5", "43-H1")
    save(form)
    assert dialogs() == []
    assert own_fields.load_own_texts(store, 1) == {
        **{1: "4.5", 2: "B", 3: "2024-05", 4: "0", 5: "43-H1"},
    }
    form = open_file(own_page, NAME, "Lịch sử")
    told = [row[2:5] for row in list_on(form, HistoryList).seen().rows]
    assert ["Số con", "3", "4,5"] in told
    assert ["Nhóm máu", "A", "B"] in told
    assert ["Ngày khám", "", "5/2024"] in told
    assert ["Đảng", "Có", "Không"] in told


def test_a_number_in_letters_is_told_beside_it(own_page, store):
    form = open_file(own_page, NAME, "Trường riêng")
    write(form, "own_1", "ba")
    save(form)
    assert "không phải là số" in fault(form, "own_1")
    assert own_fields.load_own_texts(store, 1)[1] == "3"


def test_without_any_there_is_no_such_tab(page):
    form = open_file(page, NAME, "Ảnh, giấy tờ")
    tabs = form.findChild(QTabWidget)
    assert "Trường riêng" not in [tabs.tabText(place) for place in range(tabs.count())]


def test_the_lists_have_a_column_for_each_in_its_own_order(own_page):
    assert column(own_page, "Số con")[NAME] == "3"
    assert column(own_page, "Nhóm máu")[NAME] == "A"
    own_page.members.sort_by("own_1", descending=True)
    assert seen(own_page.members)[-1] != NAME
    numbers = [column(own_page, "Số con")[name] for name in seen(own_page.members)]
    assert [n for n in numbers if n] == ["10", "3"]
    labels = [c.label for c in own_page.clubs.model.columns]
    assert {"Số con", "Biển số xe"} <= set(labels)


FILTERED = [
    ("Nhóm máu: A", {NAME}),
    ("Số con: đã ghi", 2),
    ("Số con: chưa ghi", 55),
    ("Đảng: có", {NAME}),
    ("Đảng: không", set()),
    ("Đảng: chưa ghi", 56),
    ("Biển số xe: đã ghi", set()),
]


@pytest.mark.parametrize(("choice", "expected"), FILTERED)
def test_the_list_is_filtered_by_them_in_one_box(own_page, choice, expected):
    own_page.members.filters._more.click()
    settle()
    pick(own_page.members.filters._box("Trường riêng"), choice)
    names = seen(own_page.members)
    assert len(names) == expected if isinstance(expected, int) else set(names) == expected


ASKED = [
    (Condition("own_1", How.AT_LEAST, "3,5"), {2}),
    (Condition("own_1", How.FILLED), {1, 2}),
    (Condition("own_2", How.IS, "A"), {1}),
    (Condition("own_3", How.WITHIN, "2024"), {2}),
    (Condition("own_4", How.IS, "1"), {1}),
    (Condition("own_4", How.IS, "0"), {2}),
    (Condition("own_5", How.CONTAINS, "h1"), {2}),
]


@pytest.mark.parametrize(("condition", "expected"), ASKED)
def test_each_kind_is_asked_in_a_filter_with_and_or_and_not(own_page, store, condition, expected):
    more = {1: "10", 2: "B", 3: "2024-05", 4: "0", 5: "43-H1"}
    people.save_person(store, people.load_person_file(store, 2).person, own=more)
    own_page.refresh()
    settle()
    everybody = found(own_page, Group())
    assert found(own_page, Group(Join.ALL, (condition,))) == expected
    assert found(own_page, Group(Join.NONE, (condition,))) == everybody - expected
    plate = Condition("own_5", How.FILLED)
    assert found(own_page, Group(Join.ANY, (condition, plate))) == expected | {2}
    inner = Group(Join.NONE, (plate,))
    assert found(own_page, Group(Join.ALL, (condition, inner))) == expected - {2}


def found(page, query):
    page.views.use(query, "")
    return {line.person_id for line in page.members.seen_lines()}


def test_a_filter_is_put_together_by_hand_and_read_in_words(own_page):
    own_page.views.open_filter()
    form = dialog("Lọc nâng cao")
    (row,) = form.editor.root.parts
    pick(row.field, "Số con")
    pick(row.how, "từ … trở lên")
    type_text(row.text, "4,5")
    second = form.editor.root.add_condition()
    pick(second.field, "Nhóm máu")
    pick(second.choice, "B")
    form.look()
    assert "Khớp 1 / 57 hội viên" in form.told.text()
    assert "Số con từ 4,5 trở lên VÀ Nhóm máu là B" in form.told.text()
    click(button(form, "Lọc"))
    assert [line.person_id for line in own_page.members.seen_lines()] == [2]


def test_a_filter_stays_at_work_when_a_field_is_added(own_page, store, desk):
    own_page.views.use(Group(Join.ALL, (Condition("own_1", How.FILLED),)), "Đông con")
    desk.broadcast.send(own_fields.save_own_field(store, OwnField(label="Sở thích")))
    own_page.refresh()
    settle()
    assert {line.person_id for line in own_page.members.seen_lines()} == {1, 2}
    assert own_page.views.button.isVisible()
    assert own_page.views.button.text() == "Bộ lọc: Đông con"
    assert own_page.members.isAncestorOf(own_page.views.button)
    click(button(own_page.members, "Xem tất cả"))
    assert len(own_page.members.seen_lines()) == 57


def _retire(store, field):
    return own_fields.save_own_field(store, replace(field, retired=True))


@pytest.mark.parametrize(
    ("place", "go"), [(0, _retire), (4, _retire), (4, own_fields.remove_own_field)]
)
def test_a_filter_about_a_field_that_is_gone_says_so_once_and_shows_all(
    own_page, own, store, desk, place, go
):
    query = Group(Join.ANY, (Condition(own[place].name, How.FILLED),))
    own_page.views._keep_filter("Của Hội", query)
    own_page.views.use(query, "Của Hội")
    desk.broadcast.send(go(store, own[place]))
    own_page.refresh()
    settle()
    assert "Bộ lọc “Của Hội” không dùng được nữa" in open_box().text()
    assert "không còn trong sổ" in open_box().informativeText()
    click(button(open_box(), "Đã hiểu"))
    assert len(own_page.members.seen_lines()) == 57
    assert own_page.views.button.text() == "Bộ lọc"
    own_page.refresh()
    settle()
    assert no_box()
    own_page.views._use_kept(own_page.views._views[0])
    assert "Bộ lọc “Của Hội” không dùng được nữa" in open_box().text()


def test_columns_kept_with_a_field_that_is_gone_are_seen_without_it(own_page, own, store, desk):
    members = own_page.members
    members.view.horizontalHeader().setSectionHidden(len(members.model.columns) - 1, False)
    kept = members.columns.arrangement()
    desk.broadcast.send(own_fields.remove_own_field(store, own[4]))
    own_page.refresh()
    settle()
    own_page.members.columns.arrange(kept)
    assert "Họ và tên" in own_page.members.seen().headers
    assert "Biển số xe" not in own_page.members.seen().headers


def test_a_field_added_later_comes_into_the_open_page(page, store, desk):
    before = len(page.members.model.columns)
    desk.broadcast.send(own_fields.save_own_field(store, START[4]))
    page.refresh()
    settle()
    assert len(page.members.model.columns) == before + 1
    assert page.members.isVisible()
    assert seen(page.members)
    form = open_file(page, NAME, "Trường riêng")
    write(form, "own_1", "43-H9")
    save(form)
    assert column(page, "Biển số xe")[NAME] == "43-H9"


SET_FOR_MANY = [
    ("own_1", "Số con", "4,5", "4.5", {"", "3", "10"}),
    ("own_2", "Nhóm máu", "B", "B", {"", "A"}),
    ("own_3", "Ngày khám", "5/2024", "2024-05", {""}),
    ("own_4", "Đảng", "Không", "0", {"", "Có"}),
    ("own_5", "Biển số xe", "43-H1", "43-H1", {""}),
]


@pytest.mark.parametrize(("name", "label", "typed", "stored", "known"), SET_FOR_MANY)
def test_one_is_set_for_many_seen_before_and_undone_at_once(
    own_page, store, name, label, typed, stored, known
):
    members, before = own_page.members, own_fields.load_all_own_texts(store)
    choose_all(members)
    take(members, "Nhiều người", "Sửa một mục")
    form = dialog("Sửa một mục")
    choose(form, "_field", label)
    _fill(form, name, typed)
    form.look()
    planned = form.plan_table.seen_lines()
    assert {line.before for line in planned} == known
    assert {line.after for line in planned} == {typed}
    assert form._sentence.text().startswith(f"Sẽ sửa {len(planned)} người")
    acts = len(undo.list_actions(store))
    press_save(form)
    assert dialogs() == []
    field = next(one.id for one in own_fields.list_own_fields(store) if one.name == name)
    texts = own_fields.load_all_own_texts(store)
    assert [texts[line.person_id][field] for line in members.seen_lines()] == [stored] * 57
    assert set(column(own_page, label).values()) == {typed}
    assert len(undo.list_actions(store)) == acts + 1
    assert undo.list_actions(store)[0].label == f"Sửa {label} của {len(planned)} người"
    click(button(own_page.window(), "Hoàn tác"))
    assert own_fields.load_all_own_texts(store) == before


def _fill(form, name, typed):
    """Type or choose in the field of its kind."""
    field = form.form.field(name)
    radios = field.findChildren(QRadioButton)
    if radios:
        press(next(one for one in radios if one.text() == typed), Qt.Key.Key_Space)
    elif field.findChild(QComboBox) is not None:
        choose(form, name, typed)
    else:
        write(form, name, typed)


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_they_are_seen_whole(own, qt_app, desk, store, look, percent):
    look.set_percent(percent)
    page = show_page(MembersPage(desk, store), *pictures.SCREEN)
    page.members.filters._more.click()
    settle()
    assert page.ground.grab().save(str(pictures.FOLDER / f"members-own-{percent}.png"))
    assert pictures.cut_off(page) == []
    form = open_file(page, NAME, "Trường riêng")
    assert form.grab().save(str(pictures.FOLDER / f"person-own-{percent}.png"))
    assert pictures.cut_off(form) == []


@pytest.mark.parametrize("percent", pictures.SIZES)
@pytest.mark.parametrize(("name", "value"), [("own_1", "4,5"), ("own_4", False)])
def test_the_window_for_many_is_seen_whole(own_page, look, percent, name, value):
    look.set_percent(percent)
    own_page.members.view.selectAll()
    own_page._many.edit(own_page.members.chosen(), name)
    form = dialog("Sửa một mục")
    field = form.form.field(name)
    (field.set_value if isinstance(value, bool) else field.set_typed)(value)
    form.look()
    settle()
    assert form.grab().save(str(pictures.FOLDER / f"many-{name}-{percent}.png"))
    assert pictures.cut_off(form) == []
    assert pictures.nameless(form) == []


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_a_filter_about_them_is_seen_whole(store, qt_app, desk, look, percent):
    label = "Đã nhận quà của cấp trên trong năm vừa qua"[:LONGEST_LABEL]
    own_fields.save_own_field(store, OwnField(label=label, kind=OwnKind.YES_NO))
    own_fields.save_own_field(store, START[0])
    look.set_percent(percent)
    page = show(MembersPage(desk, store), *pictures.SCREEN)
    asked = (Condition("own_1", How.IS_NOT, "0"), Condition("own_2", How.AT_LEAST, "4,5"))
    page.views.use(Group(Join.NONE, asked), "Quà")
    page.views.open_filter()
    form = dialog("Lọc nâng cao")
    assert form.grab().save(str(pictures.FOLDER / f"query-own-{percent}.png"))
    assert pictures.cut_off(form) == []
    assert pictures.nameless(form) == []
