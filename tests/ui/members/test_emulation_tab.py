"""The tab Thi đua of a person's file, and the way from it to the page of that year."""

from datetime import date

from PySide6.QtCore import Qt

from ccb_desktop.domain.emulation.award_book import Recipient
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient
from ccb_desktop.operations.emulation import awards, grading
from ccb_desktop.operations.members.people import load_person_file
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.emulation_tab import EmulationTab
from tests.ui.hands import press, settle
from tests.ui.members.officer import click_row, dialogs, open_file


def test_his_years_are_seen_and_the_page_is_one_key_away(page, store, desk):
    members = grading.load_grading(store, 2024, date(2026, 1, 1)).members
    grading.set_grade(store, 2024, members[:1], "EXEMPLARY")
    name = load_person_file(store, members[0].person_id).person.full_name
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    form = open_file(page, name, "Thi đua")
    settle()
    tab = form.findChild(EmulationTab)
    assert tab._told.text() == "CCB gương mẫu 1/1 (100,00 %) năm được bình xét."
    click_row(tab.years, 0)
    press(tab.years.view, Qt.Key.Key_Return)
    assert wanted == [Place("emulation", filters={"tab": "member-results", "year": 2024})]
    assert form not in dialogs()


def test_his_awards_lead_to_the_book(page, store, desk):
    member = grading.load_grading(store, 2024, date(2026, 1, 1)).members[0]
    award = Award(awarded_on=date(2025, 5, 19), recipient="", form="Giấy khen", giver="Huyện")
    who = Recipient(AwardRecipient.MEMBER, member.full_name, member.person_id)
    awards.give_awards(store, award, [who])
    wanted = []
    desk.broadcast.wanted.connect(wanted.append)
    form = open_file(page, member.full_name, "Thi đua")
    settle()
    tab = form.findChild(EmulationTab)
    assert [one.form for one in tab.awards.seen_lines()] == ["Giấy khen"]
    assert tab.disciplines.isHidden()
    click_row(tab.awards, 0)
    press(tab.awards.view, Qt.Key.Key_Return)
    assert wanted == [Place("emulation", 1, {"tab": "awards"})]
