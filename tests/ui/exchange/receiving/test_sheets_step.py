"""Matching columns by hand: the branch's own fields are offered too."""

import openpyxl

from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.operations.members import own_fields
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from tests.ui import hands


def test_a_column_of_another_name_is_matched_with_an_own_field(shown_tab, store, tmp_path):
    own_fields.save_own_field(store, OwnField(label="Số con", kind=OwnKind.NUMBER))
    book = openpyxl.Workbook()
    book.active.append(["Họ và tên", "Ngày sinh", "Chi hội", "Cháu con", "SỐ CON"])
    book.active.append(["Nguyễn Văn An", "1952", "Chi hội 1", 5, 3])
    book.save(tmp_path / "ds.xlsx")
    page = shown_tab(hands.make_desk(tmp_path / "drafts"))
    page.begin_import()
    page.wizard.begin_with([tmp_path / "ds.xlsx"])
    hands.settle()
    hands.click(hands.button(page, "Tiếp tục"))
    boxes = {box.accessibleName(): box for box in page.findChildren(CalmComboBox)}
    assert boxes["Cột SỐ CON là gì"].currentText() == "Số con"
    other = boxes["Cột Cháu con là gì"]
    assert other.currentText() == "Không lấy cột này"
    assert other.findText("Số con") > 0
