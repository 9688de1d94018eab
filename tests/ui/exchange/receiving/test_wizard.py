"""The import wizard by mouse and keyboard, from the files to the books and back."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from ccb_desktop.operations import import_workbook
from ccb_desktop.operations.members import people
from ccb_desktop.ui.exchange.receiving.files_step import FileLine
from ccb_desktop.ui.exchange.receiving.preview_step import Tell, preview_lines
from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.choice_fields import CalmComboBox
from ccb_desktop.ui.kit.text_fields import TextField
from tests.ui import hands, pictures

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples" / "an-lac"


@pytest.fixture
def page(shown_tab, tmp_path):
    desk = hands.make_desk(tmp_path / "drafts")
    tab = shown_tab(desk)
    tab.sent = []
    desk.broadcast.changed.connect(tab.sent.append)
    return tab


def go_on(page):
    hands.click(hands.button(page, "Tiếp tục"))


def test_an_import_from_files_to_books_and_undone(page, store):
    page.begin_import()
    hands.settle()
    assert not hands.button(page, "Tiếp tục").isEnabled()
    page.wizard.begin_with([SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx"])
    hands.settle()
    go_on(page)
    go_on(page)
    assert people.list_members(store, date.today()) == []
    hands.click(hands.button(page, "Ghi vào sổ"))
    assert len(people.list_members(store, date.today())) == 24
    assert [change.label for change in page.sent] == ["Nhập từ Excel: 01-tieu-de-gop-o.xlsx"]
    box = hands.open_box()
    assert "24 dòng mới" in box.text() + box.informativeText()
    hands.click(hands.button(box, "Ở lại trang này"))
    page._table.choose_ids([("batch", import_workbook.list_batches(store)[0].id)])
    hands.settle()
    hands.click(hands.button(page, "Bỏ lần nhập này"))
    assert people.list_members(store, date.today()) == []
    [line] = page._table.seen_lines()
    assert line.told.startswith("Đã bỏ ngày")
    page._table.choose_ids([line.id])
    hands.settle()
    assert not hands.button(page, "Bỏ lần nhập này").isEnabled()


def test_several_files_at_once(page, store):
    files = sorted((SAMPLES / "messy").glob("0[123]-*.xlsx"))
    page.begin_import()
    page.wizard.begin_with(files)
    for _step in range(2):
        go_on(page)
    hands.click(hands.button(page, "Ghi vào sổ"))
    assert len(people.list_members(store, date.today())) == 24 + 26 + 27


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n" + bytes(500), "ảnh"),
        (OLE + bytes(1000) + "EncryptedPackage".encode("utf-16-le") + bytes(1000), "mật khẩu"),
        (b"", "sai.xlsx"),
    ],
)
def test_a_wrong_file_is_told_and_the_wizard_stays(page, store, tmp_path, content, said):
    (tmp_path / "sai.xlsx").write_bytes(content)
    page.begin_import()
    page.wizard.begin_with([tmp_path / "sai.xlsx"])
    go_on(page)
    box = hands.open_box()
    assert said in box.text() + box.informativeText()
    hands.click(hands.button(box, "Đã hiểu"))
    assert hands.button(page, "Tiếp tục").isEnabled()
    assert import_workbook.list_batches(store) == []


def test_an_empty_sheet_is_listed_and_nothing_is_offered(page, tmp_path):
    openpyxl.Workbook().save(tmp_path / "trong.xlsx")
    page.begin_import()
    page.wizard.begin_with([tmp_path / "trong.xlsx"])
    go_on(page)
    assert not hands.button(page, "Tiếp tục").isEnabled()
    assert "Trang trống." in [w.text() for w in page.findChildren(QLabel)]


def test_a_file_that_went_away_is_told(page, tmp_path):
    page.begin_import()
    page.wizard.begin_with([tmp_path / "da-rut-usb.xlsx"])
    go_on(page)
    box = hands.open_box()
    assert "da-rut-usb.xlsx" in box.text() + box.informativeText()


def test_columns_are_matched_by_hand(page, store, tmp_path):
    workbook = openpyxl.Workbook()
    for row in (["Đồng chí", "Năm", "Thuộc"], ["Lê Văn Bình", 1950, "Chi hội 1"]):
        workbook.active.append(row)
    workbook.save(tmp_path / "la.xlsx")
    page.begin_import()
    page.wizard.begin_with([tmp_path / "la.xlsx"])
    go_on(page)
    choose(page, "Bảng này là danh sách gì", "Hội viên")
    for header, field in (("Đồng chí", "Họ và tên"), ("Năm", "Ngày sinh"), ("Thuộc", "Chi hội")):
        choose(page, f"Cột {header} là gì", field)
    go_on(page)
    hands.click(hands.button(page, "Ghi vào sổ"))
    assert [line.full_name for line in people.list_members(store, date.today())] == ["Lê Văn Bình"]
    sources = import_workbook.read_files([tmp_path / "la.xlsx"])
    assert import_workbook.understand_files(store, sources)[0].sheets[0].kind == "members"


def write_list(path, *rows):
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(path)
    return path


ODD = ("Đồng chí", "Năm", "Thuộc")


def test_the_row_of_the_header_is_chosen_by_hand_and_remembered(page, store, tmp_path):
    others = ("1950", "Chi hội 1", "Huế", "Kinh", "khỏe")
    file = write_list(tmp_path / "la.xlsx", ("Danh sách",), ODD, ("Lê Văn Bình", *others))
    begin_with(page, file)
    go_on(page)
    assert seen_box(page, "Dòng tiêu đề cột").currentText().startswith("Dòng 3: Lê Văn Bình")
    choose(page, "Dòng tiêu đề cột", "Dòng 2: Đồng chí · Năm · Thuộc")
    choose(page, "Bảng này là danh sách gì", "Hội viên")
    for header, field in zip(ODD, ("Họ và tên", "Ngày sinh", "Chi hội"), strict=True):
        choose(page, f"Cột {header} là gì", field)
    go_on(page)
    hands.click(hands.button(page, "Ghi vào sổ"))
    assert [line.full_name for line in people.list_members(store, date.today())] == ["Lê Văn Bình"]
    later = write_list(tmp_path / "sau.xlsx", ("Danh sách",), ODD, ("Vũ Văn Tư", *others))
    [workbook] = import_workbook.understand_files(store, import_workbook.read_files([later]))
    assert [row.values["full_name"] for row in workbook.sheets[0].rows] == ["Vũ Văn Tư"]


NO_BIRTH = (
    ("Họ và tên", "Chi hội", "Quê quán", "Nơi ở", "Đẻ năm nào"),
    ("Lê Văn Bình", "Chi hội 1", "Huế", "Số 5 phố Huế", 1950),
)


def test_a_missing_column_stops_the_way_and_is_told_with_the_place_to_mend_it(page, tmp_path):
    begin_with(page, write_list(tmp_path / "thieu.xlsx", *NO_BIRTH))
    go_on(page)
    told = page.wizard._sheets._lacking
    assert not hands.button(page, "Tiếp tục").isEnabled()
    assert told.isVisible()
    assert "thieu.xlsx" in told.text()
    assert "chưa có cột Ngày sinh" in told.text()
    choose(page, "Cột Đẻ năm nào là gì", "Ngày sinh")
    assert hands.button(page, "Tiếp tục").isEnabled()
    assert not told.isVisible()


def test_a_sheet_that_lacks_a_column_may_be_left_unread(page, tmp_path):
    lacking = write_list(tmp_path / "thieu.xlsx", *NO_BIRTH)
    begin_with(page, SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx", lacking)
    go_on(page)
    assert not hands.button(page, "Tiếp tục").isEnabled()
    choose(page, "Bảng này là danh sách gì", "Không đọc bảng này")
    assert hands.button(page, "Tiếp tục").isEnabled()


def test_a_file_taken_out_again_is_not_remembered(page, store, tmp_path):
    rows = (("Họ và tên", "Năm sinh", "Chi hội", "Quê"), ("Lê Ba", 1950, "CH 1", "Huế"))
    begin_with(page, SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx")
    page.wizard._files.add([write_list(tmp_path / "bo.xlsx", *rows)])
    go_on(page)
    page.wizard._sheets._table.choose_ids([(tmp_path / "bo.xlsx", "Sheet")])
    hands.settle()
    choose(page, "Cột Quê là gì", "Không lấy cột này")
    hands.click(hands.button(page, "Quay lại"))
    page.wizard._files._remove([FileLine(tmp_path / "bo.xlsx", None)])
    for name in ("Tiếp tục", "Tiếp tục", "Ghi vào sổ"):
        hands.click(hands.button(page, name))
    assert len(people.list_members(store, date.today())) == 24


def seen_box(page, name):
    return next(
        box
        for box in page.findChildren(CalmComboBox)
        if box.accessibleName() == name and box.isVisible()
    )


def choose(page, name, text):
    box = seen_box(page, name)
    place = box.findText(text)
    assert place >= 0, [box.itemText(i) for i in range(box.count())]
    box.setCurrentIndex(place)
    box.activated.emit(place)
    hands.settle()


def test_the_preview_tells_problems_first(store):
    workbooks = import_workbook.understand_files(
        store, import_workbook.read_files([SAMPLES / "messy" / "04-ngay-thang.xlsx"])
    )
    lines = preview_lines(import_workbook.preview_import(store, workbooks, date(2026, 6, 30)))
    assert [line.tells for line in lines[:3]] == [Tell.PROBLEM] * 3
    assert "31/02/1950" in lines[0].detail
    assert sum(line.tells is Tell.NEW for line in lines) == 25


def test_a_remembered_matching_is_corrected_column_by_column(page, store, tmp_path):
    test_columns_are_matched_by_hand(page, store, tmp_path)
    hands.click(hands.button(hands.open_box(), "Ở lại trang này"))
    page.begin_import()
    page.wizard.begin_with([tmp_path / "la.xlsx"])
    go_on(page)
    box = seen_box(page, "Cột Thuộc là gì")
    box.setFocus()
    choose(page, "Cột Thuộc là gì", "Quê quán")
    assert seen_box(page, "Cột Đồng chí là gì").currentText() == "Họ và tên"
    assert page.window().focusWidget() is seen_box(page, "Cột Thuộc là gì")


def test_a_field_is_given_to_one_column(page, store):
    begin_with(page, SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx")
    go_on(page)
    choose(page, "Cột Quê quán là gì", "Nơi ở")
    assert seen_box(page, "Cột Nơi ở là gì").currentText() == "Không lấy cột này"


def test_columns_are_matched_by_keyboard_alone(page, store, tmp_path):
    workbook = openpyxl.Workbook()
    for row in (["Đồng chí", "Năm", "Thuộc"], ["Lê Văn Bình", 1950, "Chi hội 1"]):
        workbook.active.append(row)
    workbook.save(tmp_path / "la.xlsx")
    begin_with(page, tmp_path / "la.xlsx")
    keys(page, Qt.Key.Key_Return)  # Tiếp tục; then the keyboard is in "Bảng này là gì"
    keys(page, Qt.Key.Key_Down, Qt.Key.Key_Down)
    keys(page, *[Qt.Key.Key_Tab] * 3, Qt.Key.Key_Down, Qt.Key.Key_Down)
    keys(page, Qt.Key.Key_Tab, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down)
    assert seen_box(page, "Cột Đồng chí là gì").currentText() == "Họ và tên"
    assert seen_box(page, "Cột Năm là gì").currentText() == "Ngày sinh"
    keys(page, Qt.Key.Key_Tab)
    QTest.keyClicks(page.window().focusWidget(), "Chi")
    hands.settle()
    keys(page, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Return)
    keys(page, Qt.Key.Key_Return)  # Ghi vào sổ
    assert [line.full_name for line in people.list_members(store, date.today())] == ["Lê Văn Bình"]


def keys(page, *pressed):
    for key in pressed:
        hands.press(page.window().focusWidget(), key)


def begin_with(page, *files):
    page.begin_import()
    page.wizard.begin_with(list(files))


def test_a_sheet_that_is_not_wanted_is_left(page, store):
    begin_with(page, SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx")
    go_on(page)
    choose(page, "Bảng này là danh sách gì", "Không đọc bảng này")
    assert not hands.button(page, "Tiếp tục").isEnabled()
    choose(page, "Bảng này là danh sách gì", "Hội viên")
    assert hands.button(page, "Tiếp tục").isEnabled()


def test_the_officer_names_the_unit_of_a_list_that_names_none(page, store, tmp_path):
    workbook = openpyxl.Workbook()
    for row in (["Họ và tên", "Năm sinh"], ["Lê Văn Bình", 1950]):
        workbook.active.append(row)
    workbook.save(tmp_path / "ds.xlsx")
    begin_with(page, tmp_path / "ds.xlsx")
    go_on(page)
    [field] = page.findChildren(TextField)
    field.line.setFocus()
    hands.type_text(field.line, "Chi hội 9")
    hands.press(field.line, Qt.Key.Key_Return)
    go_on(page)
    hands.click(hands.button(page, "Ghi vào sổ"))
    [line] = people.list_members(store, date.today())
    assert (line.full_name, line.unit_name) == ("Lê Văn Bình", "Chi hội 9")


def test_a_day_that_cannot_be_read_is_not_taken_for_today(page):
    begin_with(page, SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx")
    page.wizard._files._day.line.setText("31/2/2026")
    go_on(page)
    assert page.wizard._steps.currentIndex() == 0
    assert page.wizard._files._day.shown_problem


def test_the_same_file_again_says_that_there_is_nothing_to_write(page, store):
    file = SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx"
    sources = import_workbook.read_files([file])
    import_workbook.run_import(
        store, import_workbook.understand_files(store, sources), date.today()
    )
    begin_with(page, file)
    go_on(page)
    go_on(page)
    assert not hands.button(page, "Ghi vào sổ").isEnabled()
    assert "Không có gì để ghi" in page.wizard._preview._note.text()


def test_a_problem_is_told_with_name_and_place_in_full(page):
    begin_with(page, SAMPLES / "messy" / "04-ngay-thang.xlsx")
    go_on(page)
    go_on(page)
    preview = page.wizard._preview
    first = preview._table.seen_lines()[0]
    assert first.who
    assert first.who != "31/02/1950"
    preview._table.choose_ids([first.id])
    hands.settle()
    assert first.place in preview._detail.text()
    assert first.detail in preview._detail.text()


def test_main_buttons_do_not_throw_a_prepared_import_away(page):
    begin_with(page, SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx")
    hands.press(page, Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    page.begin_import()
    assert len(page.wizard._files.paths) == 1
    assert not page._begin.isVisible()


def test_leaving_while_a_job_runs_stops_it(shown_tab, tmp_path):
    desk = replace(hands.make_desk(tmp_path / "drafts"), background=Background())
    page = shown_tab(desk)
    begin_with(page, SAMPLES / "so-lieu-an-lac.xlsx")
    go_on(page)
    assert desk.background.is_busy
    assert not hands.button(page, "Tiếp tục").isEnabled()
    hands.click(hands.button(page, "Thôi, không nhập"))
    assert desk.background.is_stopping or not desk.background.is_busy
    while desk.background.is_busy:
        desk.background.wait()
        hands.settle()
    page.begin_import()
    assert page.wizard._steps.currentIndex() == 0
    assert page.wizard._draft.sources == []
    assert hands.no_box()


def test_leaving_writes_nothing(page, store):
    page.begin_import()
    page.wizard.begin_with([SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx"])
    go_on(page)
    hands.click(hands.button(page, "Thôi, không nhập"))
    assert people.list_members(store, date.today()) == []
    assert import_workbook.list_batches(store) == []


def test_nothing_is_cut_off(page, look):
    files = [SAMPLES / "so-lieu-an-lac.xlsx", SAMPLES / "messy" / "05-tcvn3.xlsx"]
    page.begin_import()
    page.wizard.begin_with(files)
    for step in range(3):
        pictures.take(page, look, f"import-{step + 1}", size=(1180, 700))
        look.set_percent(150)
        hands.settle()
        assert pictures.cut_off(page) == []
        look.set_percent(100)
        if step < 2:
            go_on(page)
