"""The tab Nhiệm vụ of a person's file: his tasks and what he signed, and the way to both."""

from datetime import date

from PySide6.QtCore import Qt

from ccb_desktop.data.tasks import assignments
from ccb_desktop.domain.tasks.assignments import Assignment
from ccb_desktop.domain.tasks.commitments import Commitment
from ccb_desktop.operations.members.people import load_person_file
from ccb_desktop.operations.person_files import write_person_file
from ccb_desktop.operations.tasks import commitments
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.work_tab import WorkTab
from tests.plans import a_task, an_item
from tests.ui import pictures
from tests.ui.hands import press, settle
from tests.ui.members.officer import click_row, open_file
from tests.word_files import word_text

YEAR = date.today().year


def test_what_is_his_is_shown_led_to_and_printed(page, store, desk, look, tmp_path):
    item = an_item(store, a_task(store, year=YEAR), "Trông coi nhà truyền thống")
    with store.writing("Giao việc") as session:
        one = Assignment(item_id=item.id, person_id=1)
        assignment_id = assignments.save_assignment(session, one)
    commitments.save_commitment(store, Commitment(person_id=1, year=YEAR, content="Sinh hoạt đều"))
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    form = open_file(page, load_person_file(store, 1).person.full_name, "Nhiệm vụ")
    settle()
    tab = form.findChild(WorkTab)
    assert [line.item.what for line in tab.tasks.seen_lines()] == ["Trông coi nhà truyền thống"]
    assert [line.commitment.content for line in tab.commitments.seen_lines()] == ["Sinh hoạt đều"]
    pictures.take(form, look, "person-work")
    assert not pictures.nameless(form)
    click_row(tab.tasks, 0)
    press(tab.tasks.view, Qt.Key.Key_Return)
    assert wanted == [Place("tasks", assignment_id, {"tab": "schedule"})]
    text = word_text(write_person_file(store, 1, tmp_path / "ho-so.docx"))
    assert "Trông coi nhà truyền thống" in text
    assert "Sinh hoạt đều" in text
