"""The form as Excel shows it: what is to be filled in stands out, texts are no formulas."""

from datetime import date

import openpyxl

from ccb_desktop.documents.excel.checklist import write_checklist
from ccb_desktop.domain.task_papers.checklist_form import ChecklistForm
from tests.filled_checklists import PLACE, open_form


def test_cells_to_fill_in_are_yellow_and_texts_stay_texts(tmp_path):
    row = {"serial": 1, "what": "=1+1", "due_on": date(2026, 6, 30), "key": "P1-a"}
    form = ChecklistForm(("Hội", "PHIẾU VIỆC", "Đơn vị: Chi hội 1"), 2026, (row,), "Hội")
    path = write_checklist(form, tmp_path / "p.xlsx")
    _book, sheet, head = open_form(path)
    cells = {name: sheet.cell(head + 1, place) for name, place in PLACE.items()}
    assert cells["what"].value == "=1+1" and cells["what"].data_type == "s"
    assert cells["due_on"].value.date() == date(2026, 6, 30)
    yellow = {name for name, cell in cells.items() if cell.fill.fgColor.rgb == "FFFFF7C2"}
    assert yellow == {"state", "result", "done_on", "note"}
    assert sheet.freeze_panes == f"A{head + 1}" and sheet.auto_filter.ref
    assert openpyxl.load_workbook(path).sheetnames == ["Phiếu việc"]
