"""The score sheet of a year is begun from the one brought along, then changed."""

from PySide6.QtWidgets import QApplication

from ccb_desktop.operations.emulation import scores
from ccb_desktop.ui.emulation.ratings.criteria_list import CriteriaList
from ccb_desktop.ui.kit.form_dialog import FormDialog
from tests.ui.hands import button, click, settle


def opened(kind):
    settle()
    return next(
        one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()
    )


def test_a_sheet_is_begun_moved_and_added_to(tab):
    click(button(tab, "Tiêu chí…"))
    sheet = opened(CriteriaList)
    click(button(sheet, "Lấy bảng điểm mẫu"))
    assert "không kể điểm thưởng: 100" in sheet._sum.text()
    second = sheet.table.seen_lines()[1]
    sheet.table.choose_ids([second.id])
    click(button(sheet, "Lên"))
    assert sheet.table.seen_lines()[0].id == second.id
    click(button(sheet, "Thêm tiêu chí"))
    form = opened(FormDialog)
    form.form.field("text").set_value("Ủng hộ biển đảo")
    click(form.save_button)
    assert scores.list_criteria(tab.store, 2025)[-1].text == "Ủng hộ biển đảo"
    sheet.table.choose_ids([sheet.table.seen_lines()[-1].id])
    click(button(sheet, "Bỏ"))
    assert len(scores.list_criteria(tab.store, 2025)) == 11
