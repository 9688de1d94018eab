"""The whole circle: the form is written, filled in, imported, and the gaps are gone."""

import shutil
from datetime import date

import openpyxl
import pytest

from ccb_desktop.domain.errors import Conflict, Invalid, NotFound
from ccb_desktop.domain.exchange.kinds_people import MEMBERS
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.questionnaires import (
    Asked,
    suggested_name,
    unit_of_code,
    write_excel_form,
    write_questionnaire,
)
from ccb_desktop.operations.record_gaps import choose_needed, review_books
from ccb_desktop.paths import DataFolder

ON = date(2026, 6, 30)
ANSWERS = {
    "born_on": "1952",
    "sex": "Nam",
    "citizen_id": None,
    "home_town": "Nam Định",
    "address": "12 đường Bờ Kênh",
    "card_no": None,
    "joined_on": "1995",
    "enlisted_on": "1975",
    "periods": "Xây dựng và bảo vệ Tổ quốc",
    "household_head": None,
    "poverty": "Khá",
}
"""What is written into each empty yellow cell; numbers and heads are made for each row."""


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """The practice branch; only ever copied."""
    folder = DataFolder(tmp_path_factory.mktemp("demo") / "so")
    make_demo_branch(folder, members=150, seed=3).close()
    return folder


@pytest.fixture
def practice(made, tmp_path):
    folder = DataFolder(tmp_path / "demo")
    shutil.copytree(made.root, folder.root)
    with open_branch(folder) as store:
        yield store


def take(store, path):
    sources = import_workbook.understand_files(store, import_workbook.read_files([path]))
    return import_workbook.run_import(store, sources, ON)


def fill_in(path, missing):
    """Write an answer into each cell of the form that is missing, and nowhere else."""
    book = openpyxl.load_workbook(path)
    sheet = book[MEMBERS.label]
    headers = [cell.value for cell in sheet[1]]
    for row, names in enumerate(missing, 2):
        for name in names:
            cell = sheet.cell(row, headers.index(FIELD[name]) + 1)
            assert cell.value is None
            cell.value = _answer(name, row, sheet.cell(row, headers.index("Họ và tên") + 1).value)
    book.save(path)


def _answer(name, row, full_name):
    made = {"citizen_id": f"98{row:07}", "card_no": f"MOI{row}", "household_head": full_name}
    return made.get(name) or ANSWERS[name]


def test_a_form_filled_in_takes_every_gap_away(practice, tmp_path):
    before = review_books(practice, ON).gaps
    written = write_excel_form(practice, Asked(on=ON), tmp_path / "mau.xlsx")
    assert len(before.incomplete) > 20
    assert written.left_out == 0
    fill_in(written.path, [record.missing for record in before.incomplete])
    done = take(practice, written.path)
    (sheet,) = done.result.sheets
    assert sheet.problems == []
    assert {row.outcome for row in sheet.rows} == {Outcome.CHANGED}
    after = review_books(practice, ON).gaps
    assert len(after.records) == len(before.records)
    assert after.incomplete == ()


def test_a_form_sent_back_untouched_changes_nothing(practice, tmp_path):
    written = write_excel_form(practice, Asked(on=ON), tmp_path / "mau.xlsx")
    done = take(practice, written.path)
    assert done.batch is None
    (sheet,) = done.result.sheets
    assert sheet.problems == []
    assert {row.outcome for row in sheet.rows} == {Outcome.UNCHANGED}


@pytest.mark.parametrize("field", ["phone", "qualification", "insurance_no", "citizen_id"])
def test_a_form_of_one_column_is_known_again(practice, tmp_path, field):
    choose_needed(practice, [field])
    lacking = review_books(practice, ON).gaps.incomplete
    written = write_excel_form(practice, Asked(on=ON), tmp_path / "mau.xlsx")
    done = take(practice, written.path)
    assert [sheet.sheet.kind for sheet in done.result.sheets] == ["members"]
    assert len(done.result.sheets[0].rows) == len(lacking) - written.left_out


def test_one_cell_filled_in_changes_one_person(practice, tmp_path):
    record = next(r for r in review_books(practice, ON).gaps.incomplete if "address" in r.missing)
    asked = Asked(on=ON, person_ids=[record.line.person_id])
    written = write_excel_form(practice, asked, tmp_path / "mau.xlsx")
    book = openpyxl.load_workbook(written.path)
    headers = [cell.value for cell in book.active[1]]
    assert book.active.max_row == 2
    book.active.cell(2, headers.index("Nơi ở") + 1).value = "Số 7 phố Mới"
    book.save(written.path)
    take(practice, written.path)
    after = {r.line.person_id: r for r in review_books(practice, ON).gaps.records}
    now = after[record.line.person_id]
    assert now.line.address == "Số 7 phố Mới"
    assert "address" not in now.missing


def test_the_form_has_drop_downs_and_no_more_columns_than_are_wanted(practice, tmp_path):
    choose_needed(practice, ["poverty"])
    written = write_excel_form(practice, Asked(on=ON), tmp_path / "mau.xlsx")
    sheet = openpyxl.load_workbook(written.path).active
    headers = [cell.value for cell in sheet[1]]
    assert headers[-1] == "Mức sống"
    assert set(headers) <= {
        *("Số thẻ", "Họ và tên", "Ngày sinh", "CCCD", "Chi hội", "Phân hội", "Mức sống")
    }
    lists = [rule for rule in sheet.data_validations.dataValidation if rule.type == "list"]
    assert len(lists) >= 2


def test_one_chi_hoi_can_be_asked_alone(practice, tmp_path):
    unit = review_books(practice, ON).gaps.incomplete[0].line
    asked = Asked(on=ON, unit_id=unit.unit_id)
    written = write_excel_form(practice, asked, tmp_path / "mau.xlsx")
    sheet = openpyxl.load_workbook(written.path).active
    place = [cell.value for cell in sheet[1]].index("Chi hội") + 1
    names = {sheet.cell(row, place).value for row in range(2, sheet.max_row + 1)}
    assert names == {unit.unit_name}


@pytest.mark.parametrize("page_each", [False, True])
def test_the_sheets_for_the_pen_are_written(practice, tmp_path, page_each):
    import docx

    out = tmp_path / "phieu.docx"
    write_questionnaire(practice, Asked(on=ON), out, page_each=page_each)
    asked = [t for t in docx.Document(str(out)).tables if t.style.name == "Table Grid"]
    gaps = review_books(practice, ON).gaps
    lacking = [one for one in gaps.by_unit if one.whole < one.people]
    assert len(asked) == (len(gaps.incomplete) if page_each else len(lacking))


def test_what_cannot_be_written_is_told(practice, tmp_path):
    with pytest.raises(Invalid):
        write_questionnaire(practice, Asked(on=ON), tmp_path / "a.xlsx")
    with pytest.raises(Invalid):
        write_excel_form(practice, Asked(on=ON), tmp_path / "a.docx")
    with pytest.raises(Conflict):
        write_questionnaire(practice, Asked(on=ON, person_ids=[999_999]), tmp_path / "a.docx")
    with pytest.raises(NotFound):
        unit_of_code(practice, "không có")


def test_a_unit_is_found_by_its_code_and_the_file_has_a_plain_name(practice):
    line = review_books(practice, ON).gaps.records[0].line
    assert unit_of_code(practice, " ch1 ".strip()) == line.unit_id
    name = suggested_name(practice, "Phiếu bổ sung", ON, "docx")
    assert name == "Phieu-bo-sung_Phuong-Thuc-Hanh_2026-06-30.docx"
