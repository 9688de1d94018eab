"""The chi hội stand beside each other, with the year before; Enter shows the members of one."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from ccb_desktop.operations.emulation import grading
from ccb_desktop.ui.emulation.members_tab import MembersTab
from ccb_desktop.ui.emulation.units_list import UnitsList
from tests.operations.emulation.test_grading import TODAY
from tests.ui.hands import button, click, press, settle


def test_shares_are_told_with_their_change_and_lead_to_the_members(page, store):
    tab = page.tab(MembersTab)
    year = tab.bar.year
    before = grading.load_grading(store, year - 1, TODAY).members
    page.desk.broadcast.send(grading.grade_everybody(store, year - 1, before))
    click(button(tab, "Tất cả gương mẫu"))
    first = tab.table.seen_lines()[:1]
    page.desk.broadcast.send(grading.set_grade(store, year, first, "NOT_REACHED"))
    settle()
    click(button(tab, "Theo chi hội…"))
    shown = next(w for w in QApplication.topLevelWidgets() if isinstance(w, UnitsList))
    by_unit = {row[0]: row for row in shown.table.seen().rows}
    assert by_unit[first[0].unit_name][6].startswith("▼ giảm")
    line = next(one for one in shown.table.seen_lines() if one.unit_id == first[0].unit_id)
    shown.table.choose_ids([line.unit_id])
    shown.table.view.setFocus()
    press(shown.table.view, Qt.Key.Key_Return)
    assert {one.unit_id for one in tab.table.seen_lines()} == {line.unit_id}
