"""The tab Thăm hỏi of a person's file: illnesses and relatives written, visits led to."""

from datetime import date

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.domain.visits.visits import Visit
from ccb_desktop.operations.members.people import load_person_file
from ccb_desktop.operations.visits import care, visits
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.visits_tab import VisitsTab
from tests.ui import pictures
from tests.ui.hands import button, click, press, settle
from tests.ui.members.officer import click_row, dialog, open_file, save, write


@pytest.fixture
def name(store):
    return load_person_file(store, 1).person.full_name


def test_an_illness_and_a_relative_are_written_and_a_visit_is_led_to(page, store, desk, name, look):
    visit = Visit(visited_on=date(2026, 3, 1), occasion="SICK", recipient=name, person_id=1)
    _change, kept, _payment = visits.record_visit(store, visit)
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    form = open_file(page, name, "Thăm hỏi")
    settle()
    tab = form.findChild(VisitsTab)
    click(button(tab, "Thêm ốm đau"))
    ill = dialog("Thêm lần ốm đau")
    write(ill, "from_on", "1/3/2026")
    write(ill, "what", "Tai biến")
    save(ill)
    click(button(tab, "Thêm thân nhân"))
    near = dialog("Thêm thân nhân")
    write(near, "full_name", "Trần Thị Hoa")
    write(near, "relation", "Vợ")
    write(near, "lunar_death_day", "15/7")
    save(near)
    found = care.load_person_care(store, 1)
    assert [one.what for one in found.illnesses] == ["Tai biến"]
    assert [one.lunar_death_day for one in found.relatives] == ["15/7"]
    assert [len(t.seen_lines()) for t in (tab.visits, tab.illnesses, tab.relatives)] == [1, 1, 1]
    pictures.take(form, look, "person-visits")
    assert not pictures.nameless(form)
    click_row(tab.visits, 0)
    press(tab.visits.view, Qt.Key.Key_Return)
    assert wanted == [Place("visits", kept.id, {"tab": "visits"})]
