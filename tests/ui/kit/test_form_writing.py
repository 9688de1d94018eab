"""A form that bears a number is written after its number was asked for."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.register.documents import Direction
from ccb_desktop.domain.reports.form_kinds import FormOrder
from ccb_desktop.operations import register
from ccb_desktop.ui.kit import form_writing
from ccb_desktop.ui.kit.form_writing import NumberDialog, write_form
from tests.books import add_event, add_member
from tests.ui.hands import click, show


@pytest.fixture
def order(store):
    add_member(store, "Trần Văn Một")
    add_event(store, 1, EventKind.STRUCK_OFF, "1/6/2026", reason="Tự ý bỏ")
    return FormOrder(name="strike-off-decision", on=date.today(), chosen=(1,))


@pytest.fixture
def page(qt_app, monkeypatch, tmp_path):
    """A page whose files lie in a folder of the test; nothing is opened."""
    out = tmp_path / "giay.docx"
    monkeypatch.setattr(form_writing, "choose_target", lambda *asked: asked[-1](out))
    monkeypatch.setattr(form_writing, "tell_written", lambda _page, _paths: None)
    made = show(QWidget())
    made.out = out
    return made


def dialog_of(page):
    return next(one for one in page.findChildren(NumberDialog) if one.isVisible())


def test_the_number_is_taken_with_the_paper(page, desk, store, order):
    write_form(page, desk, store, order)
    dialog = dialog_of(page)
    assert dialog.form.field("given")._buttons[True].text() == "Lấy số 01/QĐ-CCB"
    click(dialog.save_button)

    assert [line.document.symbol for line in register.list_lines(store, Direction.OUT)] == [
        "01/QĐ-CCB"
    ]
    assert page.out.exists()


def test_the_number_may_be_left_to_the_pen(page, desk, store, order):
    write_form(page, desk, store, order)
    dialog = dialog_of(page)
    click(dialog.form.field("given")._buttons[False])
    assert not dialog._number.isVisible()
    click(dialog.save_button)

    assert register.list_lines(store, Direction.OUT) == []
    assert page.out.exists()
