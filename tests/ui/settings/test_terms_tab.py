"""Terms of the board in the settings: added, corrected, taken out."""

import pytest

from ccb_desktop.operations.members import units
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.settings.page import TABS, SettingsPage
from tests.ui import hands


@pytest.fixture
def tab(qt_app, store, tmp_path, look):
    desk = hands.make_desk(tmp_path / "drafts")
    page = hands.show(SettingsPage(desk, store, look), 1180, 700)
    page._tabs.setCurrentIndex(TABS.index("terms"))
    hands.settle()
    yield page._terms
    page.close()


def form_of(tab):
    hands.settle()
    return next(form for form in tab.findChildren(FormDialog) if form.isVisible())


def add(tab, **typed):
    hands.click(hands.button(tab, "Thêm nhiệm kỳ"))
    form = form_of(tab)
    form.form.set_typed(typed)
    hands.click(hands.button(form, "Lưu"))
    return form


def test_a_term_is_added_corrected_and_taken_out(tab, store):
    add(tab, number="VI", from_on="5/2020", to_on="17/4/2025")
    add(tab, number="VII", from_on="18/4/2025")
    assert [term.number for term in tab.table.seen_lines()] == ["VII", "VI"]
    tab.table.choose_ids([tab.table.seen_lines()[0].id])
    hands.settle()
    hands.click(hands.button(tab, "Sửa nhiệm kỳ"))
    form = form_of(tab)
    form.form.set_typed({"to_on": "4/2030"})
    hands.click(hands.button(form, "Lưu"))
    assert [str(term.to_on) for term in units.list_terms(store)] == ["17/04/2025", "4/2030"]
    tab.table.choose_ids([tab.table.seen_lines()[0].id])
    hands.settle()
    hands.click(hands.button(tab, "Bỏ nhiệm kỳ"))
    assert [term.number for term in units.list_terms(store)] == ["VI"]


def test_a_term_that_ends_before_it_begins_is_refused(tab, store):
    form = add(tab, number="VII", from_on="18/4/2025", to_on="2024")
    assert form.isVisible()
    assert "đứng trước" in form.form.field("to_on").shown_problem
    assert units.list_terms(store) == []
