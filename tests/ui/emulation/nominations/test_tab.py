"""Two members are chosen with their evidence, put forward, and awarded in one window."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ccb_desktop.domain.emulation.awards import AwardRecipient, NominationStage
from ccb_desktop.operations.emulation import awards, grading, nominations
from ccb_desktop.ui.emulation.nominations.candidates_dialog import CandidatesDialog
from ccb_desktop.ui.emulation.nominations.tab import NominationsTab
from ccb_desktop.ui.kit.broadcast import Place
from tests.ui.hands import press, settle
from tests.ui.members.officer import dialog, save, write

TODAY = date.today()


@pytest.fixture
def tab(store, page):
    for year in (2024, 2025):
        members = grading.load_grading(store, year, TODAY).members
        page.desk.broadcast.send(grading.grade_everybody(store, year, members))
    page.show_place(Place("emulation", filters={"tab": "nominations", "year": 2025}))
    settle()
    return page.tab(NominationsTab)


def test_chosen_put_forward_and_awarded(tab, store):
    tab.table.view.setFocus()
    QTest.keyClick(tab.table.view, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    settle()
    chooser = tab.findChild(CandidatesDialog)
    first, second = chooser.table.seen_lines()[:2]
    assert first.run == 2
    chooser.table.choose_ids([first.key, second.key])
    press(chooser.table.view, Qt.Key.Key_Return)
    form = dialog("Đề nghị khen năm 2025")
    write(form, "form", "Giấy khen")
    write(form, "giver", "UBND phường")
    save(form)
    lines = tab.table.seen_lines()
    assert {line.candidate.name for line in lines} == {first.name, second.name}
    assert all(
        line.nomination.reason.startswith("CCB gương mẫu 2 năm liền đến 2025") for line in lines
    )
    assert tab._told.text() == "○ Đề nghị 2"
    tab.award(lines)
    save(dialog("Ghi đã được khen"))
    assert {line.nomination.stage for line in tab.table.seen_lines()} == {NominationStage.AWARDED}
    assert len(awards.list_awards(store, TODAY, TODAY)) == 2


def crash(form, desk):
    """The program ends while a form is open; gives what was kept of it."""
    form._keep_draft()
    (draft,) = desk.drafts.left_over()
    form.form.settle()
    form.close()
    settle()
    return draft


def test_what_was_typed_of_nominations_comes_back_after_a_crash(tab, page, desk, store):
    candidates, _years = nominations.list_candidates(store, 2025, TODAY, AwardRecipient.MEMBER)
    chosen = candidates[:2]
    tab._nominate(2025, chosen)
    form = dialog("Đề nghị khen năm 2025")
    write(form, "form", "Giấy khen")
    draft = crash(form, desk)
    page.show_place(Place("emulation", filters={"draft": draft}))
    settle()
    again = dialog("Đề nghị khen năm 2025")
    assert again.form.field("form").value() == "Giấy khen"
    write(again, "giver", "UBND phường")
    save(again)
    lines = tab.table.seen_lines()
    assert {line.candidate.key for line in lines} == {one.key for one in chosen}
    tab.award(lines)
    form = dialog("Ghi đã được khen")
    write(form, "decision_no", "12/QĐ")
    draft = crash(form, desk)
    page.show_place(Place("emulation", filters={"draft": draft}))
    settle()
    save(dialog("Ghi đã được khen"))
    assert [line.award.decision_no for line in awards.list_awards(store, TODAY, TODAY)] == [
        "12/QĐ",
        "12/QĐ",
    ]
