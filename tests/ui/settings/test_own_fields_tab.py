"""Settings of the branch's own fields: added, corrected, put in order, retired, removed."""

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit

from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.operations.members import own_fields, people
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.settings.page import SettingsPage
from tests.books import add_member
from tests.ui import hands, pictures


@pytest.fixture
def page(qt_app, store, tmp_path, look):
    desk = hands.make_desk(tmp_path / "drafts")
    made = hands.show(SettingsPage(desk, store, look), *pictures.SCREEN)
    desk.broadcast.changed.connect(lambda _change: made.refresh())
    made.refresh()
    made.show_place(Place("settings", filters={"tab": "own_fields"}))
    hands.settle()
    return made


@pytest.fixture
def table(page):
    return page._own_fields._table


def add(page, label, kind, choices=""):
    hands.click(hands.button(page._own_fields, "Thêm trường"))
    dialog = page.findChildren(FormDialog)[-1]
    hands.type_text(dialog.form.field("label").findChild(QLineEdit), label)
    box = dialog.form.field("kind").findChild(QComboBox)
    box.setCurrentIndex(box.findText(kind))
    box.activated.emit(box.currentIndex())
    hands.settle()
    asks_choices = dialog.form.field("choices").isVisible()
    if asks_choices:
        hands.type_text(dialog.form.field("choices").findChild(QPlainTextEdit), choices)
    return dialog, asks_choices


def labels(store):
    return [field.label for field in own_fields.list_own_fields(store)]


def choose(table, field_id):
    table.choose_ids([field_id])
    hands.settle()


def test_choices_are_asked_only_where_they_are_chosen_from(page, store):
    dialog, asked = add(page, "Nhóm máu", "Chọn trong danh sách", "A")
    assert asked
    hands.click(hands.button(dialog, "Lưu"))
    dialog, asked = add(page, "Số con", "Số")
    assert not asked
    hands.click(hands.button(dialog, "Lưu"))
    kinds = [(f.label, f.kind, f.choices) for f in own_fields.list_own_fields(store)]
    assert kinds == [("Nhóm máu", OwnKind.CHOICE, ("A",)), ("Số con", OwnKind.NUMBER, ())]


def test_a_name_of_the_program_is_refused_beside_it(page, store):
    dialog, _ = add(page, "Số thẻ", "Chữ")
    hands.click(hands.button(dialog, "Lưu"))
    assert "đã có sẵn" in dialog.form.field("label").shown_problem
    assert labels(store) == []


def test_fields_are_put_in_order_retired_and_removed(page, store, table):
    for label in ("Một", "Hai", "Ba"):
        own_fields.save_own_field(store, OwnField(label=label))
    page.refresh()
    choose(table, 3)
    hands.click(hands.button(table, "Lên trên"))
    assert labels(store) == ["Một", "Ba", "Hai"]
    choose(table, 1)
    hands.click(hands.button(table, "Xuống dưới"))
    assert labels(store) == ["Ba", "Một", "Hai"]
    choose(table, 2)
    hands.click(hands.button(table, "Thôi dùng / dùng lại"))
    assert [field.retired for field in own_fields.list_own_fields(store)] == [False, False, True]
    choose(table, 2)
    hands.click(hands.button(table, "Xóa"))
    assert labels(store) == ["Ba", "Một"]


def test_a_field_in_use_is_renamed_and_not_removed(page, store, table):
    add_member(store)
    own_fields.save_own_field(store, OwnField(label="Số con"))
    people.save_person(store, people.load_person_file(store, 1).person, own={1: "3"})
    page.refresh()
    choose(table, 1)
    assert not hands.button(table, "Xóa").isEnabled()
    hands.click(hands.button(table, "Sửa trường"))
    dialog = page.findChildren(FormDialog)[-1]
    line = dialog.form.field("label").findChild(QLineEdit)
    line.selectAll()
    hands.type_text(line, "Số con ruột")
    hands.click(hands.button(dialog, "Lưu"))
    assert labels(store) == ["Số con ruột"]
    assert own_fields.load_own_texts(store, 1) == {1: "3"}
    assert table.seen().rows[0][3] == "1"


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_it_is_seen_whole(page, store, look, percent):
    for field in (
        OwnField(label="Số con", kind=OwnKind.NUMBER),
        OwnField(label="Nhóm máu", kind=OwnKind.CHOICE, choices=("A", "B", "AB", "O")),
    ):
        own_fields.save_own_field(store, field)
    page.refresh()
    look.set_percent(percent)
    hands.settle()
    pictures.FOLDER.mkdir(exist_ok=True)
    assert page.grab().save(str(pictures.FOLDER / f"settings-own-fields-{percent}.png"))
    assert pictures.cut_off(page) == []
    dialog, _ = add(page, "Biển số xe", "Chọn trong danh sách", "Có")
    assert dialog.grab().save(str(pictures.FOLDER / f"own-field-{percent}.png"))
    assert pictures.cut_off(dialog) == []
