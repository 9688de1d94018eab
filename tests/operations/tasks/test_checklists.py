"""Checklists that leave: whose, of which work, as one paper or as a form for each."""

from datetime import date
from decimal import Decimal

import pytest

from ccb_desktop.domain.errors import Invalid, NotFound
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod
from ccb_desktop.domain.tasks.spans import PlanSpan
from ccb_desktop.operations.tasks import checklists
from tests.books import add_unit
from tests.filled_checklists import PLACE, open_form
from tests.plans import a_task, an_item, hand_out
from tests.word_files import word_text

TODAY = date.today()
MONTHS = [TaskPeriod(Recurrence.MONTH, number) for number in range(1, 13)]
QUARTER = PlanSpan(2026, TaskPeriod(Recurrence.QUARTER, 1))


@pytest.fixture
def units(store):
    """Two units with a name alike, each with work of three months and of the year."""
    task = a_task(store)
    item, campaign = an_item(store, task), an_item(store, task, "Vận động quỹ", measure="đồng")
    made = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    for unit in made:
        for month in (1, 2, 5):
            hand_out(store, item, unit, period=MONTHS[month - 1], target=Decimal(1))
        hand_out(store, campaign, unit, target=Decimal(5_000_000))
    return made


def test_a_quarter_holds_what_is_due_in_it_and_what_runs_through_it(store, units):
    found = checklists.load_checklists(store, QUARTER, TODAY).found
    assert [one.recipient.name for one in found] == ["Chi hội 1", "Chi hội 2"]
    assert [line.assignment.period.label for line in found[0].lines] == [
        "Tháng 1",
        "Tháng 2",
        "Năm",
    ]


def test_one_paper_holds_the_checklists_of_the_chosen_units(store, units, tmp_path):
    out = checklists.write_word(store, QUARTER, {(units[1], None)}, TODAY, tmp_path / "p.docx")
    text = word_text(out)
    assert "Đơn vị: Chi hội 2" in text and "Đơn vị: Chi hội 1" not in text
    assert "Vận động quỹ" in text and "☐" in text
    text = word_text(checklists.write_word(store, QUARTER, None, TODAY, tmp_path / "a.docx"))
    assert "Đơn vị: Chi hội 1" in text and "Đơn vị: Chi hội 2" in text


def test_each_unit_gets_a_form_with_a_hidden_key_and_drop_downs(store, units, tmp_path):
    files = checklists.write_excel(store, QUARTER, None, TODAY, tmp_path / "gui" / "quy-1")
    assert [file.name for file in files] == [
        f"Phieu-viec-Chi-hoi-1-quy-I-nam-2026_Phuong-An-Binh_{TODAY}.xlsx",
        f"Phieu-viec-Chi-hoi-2-quy-I-nam-2026_Phuong-An-Binh_{TODAY}.xlsx",
    ]
    _book, sheet, head = open_form(files[0])
    keys = [sheet.cell(row, PLACE["key"]).value for row in range(head + 1, head + 4)]
    assert all(key.startswith("P1-") for key in keys) and len(set(keys)) == 3
    letters = sheet.cell(head, PLACE["key"]).column_letter
    assert sheet.column_dimensions[letters].hidden
    offered = [rule.formula1 for rule in sheet.data_validations.dataValidation]
    assert '"Đã xong,Đang làm,Chưa làm"' in offered


def test_what_cannot_be_written_is_told(store, units, tmp_path):
    empty = PlanSpan(2031)
    with pytest.raises(NotFound, match="năm 2031"):
        checklists.write_excel(store, empty, None, TODAY, tmp_path)
    with pytest.raises(Invalid, match="docx"):
        checklists.write_word(store, QUARTER, None, TODAY, tmp_path / "a.pdf")
