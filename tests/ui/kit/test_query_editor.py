"""Conditions and groups put together by key and mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from ccb_desktop.domain.queries import Condition, FieldKind, Group, How, Join, QueryField
from ccb_desktop.ui.kit.query_editor import GroupEditor, QueryEditor
from tests.ui.hands import button, click, press, show, type_text

FIELDS = [
    QueryField("name", "Họ và tên", FieldKind.TEXT, str),
    QueryField("age", "Tuổi", FieldKind.NUMBER, int),
    QueryField("unit", "Chi hội", FieldKind.CODE, str, (("1", "Chi hội 1"), ("2", "Chi hội 2"))),
]


@pytest.fixture
def editor(qt_app):
    return show(QueryEditor(FIELDS), 900, 600)


def pick(box, text):
    box.setFocus()
    press(box, Qt.Key.Key_Home)
    while box.currentText() != text:
        press(box, Qt.Key.Key_Down)


def test_it_begins_with_one_condition(editor):
    assert editor.query() == Group(Join.ALL, (Condition("name", How.CONTAINS),))


def test_each_kind_of_field_asks_its_own(editor):
    (row,) = editor.root.parts
    pick(row.field, "Tuổi")
    pick(row.how, "từ … trở xuống")
    type_text(row.text, "60")
    assert row.condition() == Condition("age", How.AT_MOST, "60")
    pick(row.field, "Chi hội")
    assert not row.text.isVisible()
    pick(row.choice, "Chi hội 2")
    assert row.condition() == Condition("unit", How.IS, "2")
    pick(row.how, "để trống")
    assert not row.choice.isVisible()
    assert row.condition() == Condition("unit", How.EMPTY)


def test_groups_stand_in_groups_and_go_again(editor):
    click(button(editor, "Thêm nhóm"))
    inner = editor.root.parts[1]
    assert isinstance(inner, GroupEditor)
    pick(inner.join, "KHÔNG đúng điều nào sau đây (KHÔNG)")
    type_text(inner.parts[0].text, "Lê")
    assert editor.query().parts[1] == Group(Join.NONE, (Condition("name", How.CONTAINS, "Lê"),))
    click(button(editor, "Bỏ nhóm"))
    assert editor.query() == Group(Join.ALL, (Condition("name", How.CONTAINS),))
    click(button(editor, "Bỏ"))
    assert editor.query().is_empty


def test_a_filter_shown_is_the_filter_read(editor):
    query = Group(
        Join.ANY,
        (
            Condition("age", How.AT_LEAST, "80"),
            Group(Join.NONE, (Condition("unit", How.IS_NOT, "2"), Condition("name", How.EMPTY))),
        ),
    )
    editor.set_query(query)
    assert editor.query() == query


def test_a_code_that_is_offered_no_more_stays_as_it_is_kept(editor):
    query = Group(Join.ALL, (Condition("unit", How.IS_NOT, "7"),))
    editor.set_query(query)
    assert editor.query() == query
    (row,) = editor.root.parts
    pick(row.choice, "Chi hội 1")
    assert row.condition() == Condition("unit", How.IS_NOT, "1")


def test_no_deeper_than_can_be_read(editor):
    innermost = editor.root.add_group().add_group()
    innermost.add_condition()
    buttons = [made.text() for made in innermost.findChildren(QPushButton)]
    assert "Thêm điều kiện" in buttons
    assert "Thêm nhóm" not in buttons
