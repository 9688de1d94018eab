"""Fields of a person: tags kept, shown and filtered; the lunar day that follows a death."""

import pytest
from PySide6.QtWidgets import QCheckBox, QComboBox

from ccb_desktop.domain.code_lists import Code
from ccb_desktop.operations import branch, undo
from ccb_desktop.operations.members.people import load_person_file
from ccb_desktop.ui.members.person_fields import death_and_consent_fields
from tests.ui.hands import click, type_text
from tests.ui.members.officer import choose_row, dialog, pick, save, seen

NAME = "Nguyễn Văn An"


@pytest.fixture
def tags(store):
    for label in ("Hiến máu", "Văn nghệ"):
        branch.save_code(store, Code(list_name="TAG", code="", label=label))


def open_first(page):
    choose_row(page.members, NAME)
    page.members.view.activated.emit(page.members.view.currentIndex())
    return dialog(NAME)


def box(form, text):
    boxes = form.form.field("tags").findChildren(QCheckBox)
    return next(one for one in boxes if one.text() == text)


def test_a_tag_is_set_kept_shown_filtered_and_taken_back(store, tags, page):
    person_id = choose_row(page.members, NAME) and page.members.chosen()[0].person_id
    form = open_first(page)
    form.form.show_field("tags")
    click(box(form, "Văn nghệ"))
    save(form)
    assert load_person_file(store, person_id).person.tags == {"Văn nghệ"}
    filters = {b.accessibleName(): b for b in page.members.findChildren(QComboBox)}
    click(page.members.filters._more)
    pick(filters["Nhãn"], "Văn nghệ")
    assert seen(page.members) == [NAME]
    column = next(c for c in page.members.model.columns if c.id == "tags")
    assert column.text(page.members.seen_lines()[0]) == "Văn nghệ"
    pick(filters["Nhãn"], "Không có nhãn")
    assert NAME not in seen(page.members)
    undo.undo(store, undo.list_actions(store)[0].id)
    assert load_person_file(store, person_id).person.tags == frozenset()


def test_a_renamed_tag_stays_on_whoever_has_it(store, tags, page):
    form = open_first(page)
    form.form.show_field("tags")
    click(box(form, "Hiến máu"))
    save(form)
    (known,) = [c for c in branch.list_codes(store, "TAG") if c.label == "Hiến máu"]
    change = branch.save_code(store, Code(**{**_columns(known), "label": "Đã hiến máu"}))
    page.desk.broadcast.send(change)
    click(page.members.filters._more)
    filters = {b.accessibleName(): b for b in page.members.findChildren(QComboBox)}
    pick(filters["Nhãn"], "Đã hiến máu")
    assert seen(page.members) == [NAME]


def _columns(code):
    return {name: getattr(code, name) for name in code.__dataclass_fields__}


def test_the_lunar_day_follows_a_whole_day_of_death_and_leaves_what_was_told(qt_app):
    died_on, lunar_day, *_rest = death_and_consent_fields()
    type_text(died_on.line, "12/2020")
    assert lunar_day.value() == ""
    died_on.line.clear()
    type_text(died_on.line, "10/12/2020")
    assert lunar_day.value() == "26/10"
    lunar_day.set_value("25/10")
    type_text(died_on.line, " ")
    assert lunar_day.value() == "25/10"
