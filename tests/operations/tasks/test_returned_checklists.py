"""Checklists that come back: real files, compared, taken in once, undone, damaged on the way."""

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from ccb_desktop.domain.errors import Conflict, Invalid
from ccb_desktop.domain.tasks.comparing import Found
from ccb_desktop.domain.tasks.periods import Recurrence, TaskPeriod
from ccb_desktop.domain.tasks.progress import ProgressReport
from ccb_desktop.domain.tasks.spans import PlanSpan
from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.tasks import checklists, handing_out, plan, progress
from ccb_desktop.operations.tasks import returned_checklists as returned
from ccb_desktop.operations.undo import undo
from tests.books import add_unit
from tests.filled_checklists import PLACE, fill_in, open_form
from tests.plans import a_task, an_item, hand_out

TODAY = date.today()
YEAR = TODAY.year
DAY = date(YEAR, 1, 1)
SPAN = PlanSpan(YEAR)
SAVED = Path(__file__).parent / "saved_checklists"
"""Forms of made-up practice books, filled in, then saved by LibreOffice 7.4."""


def hand_out_some(store, year):
    """Three pieces of work of one unit, one of another; gives their ids."""
    task = a_task(store, year=year)
    meetings = an_item(store, task)
    letter = an_item(store, task, "Ký giao ước", measure="", target=None)
    first, second = add_unit(store), add_unit(store, "CH2", "Chi hội 2")
    quarter = TaskPeriod(Recurrence.QUARTER, 1)
    return [
        hand_out(store, meetings, first, period=quarter, target=Decimal(4)),
        hand_out(store, meetings, first, target=Decimal(1)),
        hand_out(store, letter, first),
        hand_out(store, meetings, second, target=Decimal(4)),
    ]


@pytest.fixture
def handed(store):
    """The work of this year."""
    return hand_out_some(store, YEAR)


@pytest.fixture
def forms(store, handed, tmp_path):
    """The forms of both units."""
    return checklists.write_excel(store, SPAN, None, TODAY, tmp_path)


def seen(store, *paths):
    files = returned.read_filled_files(paths)
    return files, returned.compare_files(store, files, YEAR, TODAY)


def found(rows):
    return [row.found for row in rows]


def take_all(store, files, rows):
    wanted = {row.place for row in rows if row.found is Found.NEW}
    return returned.take_in(store, files, YEAR, TODAY, wanted)


def lines(store):
    return {line.id: line for line in plan.list_handed_out(store, YEAR)}


FILLED = (
    {"state": "Đang làm", "result": 3, "note": "Còn một buổi"},
    {"state": "đã xong", "done_on": DAY},
    {},
)


def test_a_form_is_taken_in_once_and_taken_back_whole(store, handed, forms):
    fill_in(forms[0], *FILLED)
    files, rows = seen(store, *forms)
    assert found(rows) == [Found.NEW, Found.NEW, Found.BLANK, Found.BLANK]
    assert [(one.field, one.before, one.after) for one in rows[0].addition.news] == [
        ("Kết quả", "", "3 buổi"),
        ("Ghi chú", "", "Còn một buổi"),
    ]
    change = take_all(store, files, rows)
    kept = lines(store)
    assert kept[handed[0]].result_by(TODAY) == 3
    assert kept[handed[1]].assignment.done_on == DAY
    assert [one.summary for one in import_workbook.list_batches(store)] == [
        "Phiếu việc: ghi 2 dòng"
    ]
    _files, again = seen(store, *forms)
    assert found(again) == [Found.SAME, Found.SAME, Found.BLANK, Found.BLANK]
    undo(store, change.action_id)
    assert lines(store)[handed[0]].result_by(TODAY) is None
    assert import_workbook.list_batches(store) == []


def test_a_result_is_the_whole_and_only_what_is_new_is_added(store, handed, forms):
    told = ProgressReport(reported_on=TODAY, amount=Decimal(2))
    progress.report_progress(store, handed[:1], told)
    fill_in(forms[0], {"result": "3"})
    take_all(store, *seen(store, forms[0]))
    assert [step.amount for step in lines(store)[handed[0]].progress] == [2, 1]


@pytest.mark.parametrize(
    ("cells", "column", "sentence"),
    [
        ({"result": "ba buổi"}, "Kết quả đến nay", "không phải là số"),
        ({"result": 1}, "Kết quả đến nay", "nhỏ hơn 2 buổi đã ghi trong sổ"),
        ({"result": -1}, "Kết quả đến nay", "từ 0 trở lên"),
        ({"state": "Đã xong", "done_on": f"31/02/{YEAR}"}, "Ngày xong", "31/02"),
        ({"state": "Đã xong", "done_on": TODAY + timedelta(1)}, "Ngày xong", "chưa tới"),
        ({"state": "Đã xong", "done_on": date(YEAR - 1, 12, 31)}, "Ngày xong", "trước năm"),
        ({"state": "Đang làm", "done_on": DAY}, "Ngày xong", "mà tình trạng là"),
        ({"state": "gần xong"}, "Tình trạng", "không phải là tình trạng"),
        ({"state": "Chưa làm", "result": 3}, "Kết quả đến nay", "“Chưa làm” mà kết quả là 3"),
        ({"key": "P1-000000-2026-U1-99-0000", "note": "x"}, "Mã dòng", "không còn trong sổ"),
    ],
)
def test_a_mistake_is_told_with_its_place_and_reason(store, handed, forms, cells, column, sentence):
    progress.report_progress(store, handed[:1], ProgressReport(reported_on=DAY, amount=Decimal(2)))
    fill_in(forms[0], cells, {"result": 1})
    files, rows = seen(store, forms[0])
    assert (rows[0].found, rows[0].column) == (Found.PROBLEM, column)
    assert sentence in rows[0].problem
    assert rows[0].place[1] == open_form(forms[0])[2] + 1
    take_all(store, files, rows)
    assert lines(store)[handed[1]].result_by(TODAY) == 1


def test_rows_are_known_after_sorting_moved_columns_and_rows_added(store, handed, forms):
    book, sheet, head = open_form(fill_in(forms[0], *FILLED))
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=head)]
    order = sorted(range(len(rows[0])), key=lambda place: rows[0][place] or "")
    sheet.delete_rows(head, 99)
    added = {"what": "Ký giao ước", "state": "Đã xong"}, {"what": "Việc mới", "result": 5}
    for row in [rows[0], *reversed(rows[1:3])]:
        sheet.append([row[place] for place in order])
    for one in added:
        names = list(PLACE)
        sheet.append([one.get(names[place]) for place in order])
    book.save(forms[0])
    _files, compared = seen(store, forms[0])
    assert found(compared) == [Found.NEW, Found.NEW, Found.NEW, Found.PROBLEM]
    assert [row.line.id for row in compared[:3]] == [handed[1], handed[0], handed[2]]
    assert "tự thêm" in compared[3].problem


def test_a_row_of_another_unit_and_a_file_of_elsewhere_are_refused(store, handed, forms, tmp_path):
    _book, sheet, head = open_form(forms[1])
    foreign = sheet.cell(head + 1, PLACE["key"]).value
    fill_in(forms[0], {"result": 1}, {"key": foreign, "result": 2}, {"state": "Đã xong"})
    _files, rows = seen(store, forms[0])
    assert found(rows) == [Found.NEW, Found.PROBLEM, Found.NEW]
    assert "việc của Chi hội 2" in rows[1].problem
    _book, sheet, head = open_form(forms[1])
    mark = foreign.split("-")[1]
    fill_in(forms[1], {"key": foreign.replace(mark, "0ff0ff"), "result": 2})
    assert "của Hội khác" in seen(store, forms[1])[1][0].problem
    fill_in(forms[1], {"key": foreign})
    files = returned.read_filled_files([forms[1]])
    other_year = returned.compare_files(store, files, YEAR - 1, TODAY)
    assert f"của kế hoạch năm {YEAR}" in other_year[0].problem
    book = openpyxl.Workbook()
    book.active.append(["Họ và tên", "Ngày sinh"])
    book.save(tmp_path / "la.xlsx")
    assert "không có bảng phiếu việc" in seen(store, tmp_path / "la.xlsx")[1][0].problem


def test_the_same_work_in_two_files_is_counted_once(store, handed, forms, tmp_path):
    fill_in(forms[0], {"result": 2}, {"result": 1})
    twin = fill_in(forms[0], {}, {"result": 2}, out=tmp_path / "ban-sao.xlsx")
    _files, rows = seen(store, forms[0], twin)
    assert found(rows)[:2] == [Found.NEW, Found.NEW]
    assert found(rows)[3:5] == [Found.SAME, Found.PROBLEM]
    assert "ghi khác" in rows[4].problem


def test_a_spoilt_file_and_one_with_two_checklists_stand_beside_others(
    store, handed, forms, tmp_path
):
    spoilt = tmp_path / "hong.xlsx"
    spoilt.write_bytes(forms[0].read_bytes()[:900])
    book = open_form(fill_in(forms[0], {"result": 2}))[0]
    copy = book.copy_worksheet(book.worksheets[0])
    copy.cell(open_form(forms[0])[2] + 1, PLACE["result"]).value = None
    copy.cell(open_form(forms[0])[2] + 2, PLACE["result"]).value = 1
    book.save(forms[0])
    files, rows = seen(store, spoilt, forms[0])
    assert [file.name for file in files[1:]] == [
        f"{forms[0].name}, trang Phiếu việc",
        f"{forms[0].name}, trang Phiếu việc Copy",
    ]
    assert rows[0].place == (0, 0) and "hong.xlsx" in rows[0].problem
    assert found(rows[1:]).count(Found.NEW) == 2
    take_all(store, files, rows)
    assert [lines(store)[one].result_by(TODAY) for one in handed[:2]] == [2, 1]


def test_the_day_of_the_figures_is_that_of_the_steps(store, handed, forms):
    book, sheet, head = open_form(fill_in(forms[0], {"result": 2}))
    sheet.cell(head - 1, PLACE["result"]).value = DAY
    book.save(forms[0])
    take_all(store, *seen(store, forms[0]))
    assert lines(store)[handed[0]].progress[0].reported_on == DAY
    sheet.cell(head - 1, PLACE["result"]).value = TODAY + timedelta(30)
    book.save(forms[0])
    assert "chưa tới" in seen(store, forms[0])[1][0].problem


def test_what_changed_meanwhile_is_refused_and_nothing_chosen_is_told(store, handed, forms):
    files, rows = seen(store, fill_in(forms[0], {"result": 2}))
    handing_out.withdraw_assignments(store, handed[:1])
    with pytest.raises(Conflict, match="không còn trong sổ"):
        take_all(store, files, rows)
    with pytest.raises(Invalid, match="Chưa chọn dòng nào"):
        returned.take_in(store, files, YEAR, TODAY, [])
    with pytest.raises(Invalid, match="chưa tới"):
        returned.compare_files(store, files, YEAR, TODAY + timedelta(1))


@pytest.mark.parametrize("name", ["phieu-viec.xlsx", "phieu-viec.ods"])
def test_a_form_saved_by_libreoffice_is_read_as_well(store, monkeypatch, name):
    monkeypatch.setattr(returned, "mark_of_books", lambda _session: "0a1b2c")
    handed = hand_out_some(store, 2025)
    files = returned.read_filled_files([SAVED / name])
    rows = returned.compare_files(store, files, 2025, TODAY)
    assert found(rows) == [Found.NEW, Found.NEW, Found.BLANK]
    returned.take_in(store, files, 2025, TODAY, {row.place for row in rows[:2]})
    kept = {line.id: line for line in plan.list_handed_out(store, 2025)}
    assert kept[handed[0]].result_by(TODAY) == 3
    assert kept[handed[1]].assignment.done_on == date(2025, 1, 1)
