"""The report desk: figures to their names, own words, files written."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.domain.members.units import Term
from ccb_desktop.domain.papers import Band
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.reports.annexes import ESTIMATE, TARGET
from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.operations import reports
from ccb_desktop.operations.activities import activities
from ccb_desktop.operations.members import units
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_dialog import FormDialog
from ccb_desktop.ui.kit.names_dialog import NamesDialog
from ccb_desktop.ui.reports.desk.figure_charts import FigureChartsDialog
from ccb_desktop.ui.reports.desk.sentence_figures import SentenceFiguresDialog
from ccb_desktop.ui.reports.desk.tab import DeskTab
from ccb_desktop.ui.reports.page import ReportsPage
from tests.ui import hands

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "an-lac"


@pytest.fixture
def tab(qt_app, store, tmp_path):
    page = hands.show_page(ReportsPage(hands.make_desk(tmp_path / "drafts"), store))
    tab = page.tab(DeskTab)
    tab._choice.choose(ReportKind.YEAR, "2025")
    hands.settle()
    yield tab  # the page lives as long as the test


def figure(tab, code):
    return next(
        line for line in tab._figures._table.seen_lines() if line.figure.indicator.code == code
    )


def test_the_figures_are_those_of_the_books(tab):
    assert figure(tab, "members_closing").figure.value == 126
    assert figure(tab, "members_deceased").figure.value == 4
    assert figure(tab, "unit_meetings").figure.value is None


def test_somebody_leads_here_to_a_kind_of_report(tab):
    tab.show_place(Place("reports", filters={"tab": "desk", "kind": "half-year"}))
    assert tab._choice.kind is ReportKind.HALF_YEAR
    where = {"tab": "desk", "kind": "quarter", "period": "2025-Q3"}
    tab.show_place(Place("reports", filters=where))
    assert tab._choice.period.code == "2025-Q3"


def test_a_figure_leads_to_its_names_by_enter(tab):
    table = tab._figures._table
    table.choose_ids(["members_deceased"])
    hands.press(table.view, Qt.Key.Key_Return)
    dialog = next(d for d in tab.findChildren(NamesDialog) if d.isVisible())
    assert "Từ trần: 4" in dialog.windowTitle()
    wanted = []
    tab.desk.broadcast.wanted.connect(wanted.append)
    dialog.table.view.selectRow(0)
    hands.click(hands.button(dialog, "Mở hồ sơ"))
    assert wanted[0].page == "members"
    assert wanted[0].record_id == dialog.table.seen_lines()[0].place.record_id


@pytest.mark.parametrize(
    ("code", "place", "its_tab", "count"),
    [
        ("loans_overdue", "funds", "loans", "1 khoản vay"),
        ("fund_base_branch", "funds", "funds", "1 quỹ"),
        ("army_day_gifts", "visits", "visits", "32 lượt"),
        ("housing_supported", "visits", "housing", "2 gia đình"),
        ("tasks_overdue", "tasks", "schedule", "10 việc"),
        ("awards_by_form", "emulation", "awards", "43 lượt khen"),
    ],
)
def test_a_figure_leads_to_what_was_counted(tab, code, place, its_tab, count):
    table = tab._figures._table
    table.choose_ids([code])
    hands.press(table.view, Qt.Key.Key_Return)
    dialog = next(d for d in tab.findChildren(NamesDialog) if d.isVisible())
    assert dialog.table._count.text() == count
    wanted = []
    tab.desk.broadcast.wanted.connect(wanted.append)
    dialog.table.view.selectRow(0)
    hands.press(dialog.table.view, Qt.Key.Key_Return)
    assert (wanted[0].page, wanted[0].filters) == (place, {"tab": its_tab})
    assert wanted[0].record_id


def test_a_figure_is_drawn_by_name_by_unit_and_by_year(tab):
    tab._figures._table.choose_ids(["awards_by_form"])
    hands.settle()
    hands.click(hands.button(tab, "Biểu đồ…"))
    dialog = next(d for d in tab.findChildren(FigureChartsDialog) if d.isVisible())
    assert [chart.title for chart in dialog.charts] == [
        "Khen thưởng theo từng khoản, năm 2025: nhiều nhất Biểu dương, 22",
        "Khen thưởng theo đơn vị, năm 2025",
    ]


def test_a_period_that_is_not_complete_is_told(tab):
    tab._choice.choose(ReportKind.RANGE)
    hands.settle()
    assert "từ ngày" in tab._problem.text()
    tab._choice._from_on.set_value(date(2025, 1, 1))
    tab._choice._to_on.set_value(date(2024, 12, 31))
    tab.refresh()
    assert "đứng trước" in tab._problem.text()
    tab._choice._to_on.set_value(date(2025, 12, 31))
    tab.refresh()
    assert tab._problem.text() == ""
    assert figure(tab, "members_closing").figure.value == 126


def test_a_cut_off_that_cannot_be_read_is_not_taken_for_none(tab):
    line = tab._choice._cut_off.line
    line.setFocus()
    hands.type_text(line, "31/2/2025")
    tab.refresh()
    hands.settle()
    assert tab._problem.text() != ""
    assert tab._choice._cut_off.shown_problem != ""


def test_a_period_that_runs_is_counted_up_to_today(tab):
    tab._choice.choose(ReportKind.YEAR, str(date.today().year))
    assert tab._choice.cut_off == date.today()
    tab._choice.choose(ReportKind.YEAR, "2025")
    assert tab._choice.cut_off is None


def test_terms_of_the_branch_are_offered(tab, store):
    days = {"from_on": PartialDate(2022, 6, 1), "to_on": PartialDate(2027, 5, 31)}
    units.save_term(store, Term(number="IX", **days))
    tab._choice.choose(ReportKind.TERM)
    hands.settle()
    assert tab._choice.period.code == "2022/2027"


def box_of(tab, key):
    tab._tabs.setCurrentIndex(1)
    hands.settle()
    return tab._texts._views[key].field.box


def test_the_sentences_of_a_section_lead_to_their_figures_and_names(tab):
    tab._tabs.setCurrentIndex(1)
    hands.settle()
    hands.click(hands.button(tab._texts._views["I.7"], "Xem các con số"))
    dialog = next(d for d in tab.findChildren(SentenceFiguresDialog) if d.isVisible())
    codes = [one.figure.indicator.code for one in dialog.table.seen_lines()]
    assert codes[0] == "members_closing"
    assert "members_deceased" in codes
    dialog.table.choose_ids(["members_deceased"])
    hands.press(dialog.table.view, Qt.Key.Key_Return)
    names = next(d for d in dialog.findChildren(NamesDialog) if d.isVisible())
    assert len(names.table.seen_lines()) == 4
    assert not tab._texts._views["IV"]._figures.isVisible()


def test_own_words_are_kept_when_their_box_is_left(tab, store):
    box = box_of(tab, "IV")
    box.setFocus()
    hands.type_text(box, "Đề nghị Hội cấp trên  mở lớp tập huấn.")
    hands.press(box, Qt.Key.Key_Tab)
    texts = reports.load_report_texts(store, "year", tab._choice.period)
    assert texts["IV"] == "Đề nghị Hội cấp trên mở lớp tập huấn."
    assert box_of(tab, "IV") is box, "the page stays where the officer is"
    assert tab._texts._views["IV"].unsaved is None


def test_words_that_are_being_typed_outlive_a_change_elsewhere(tab, store):
    box = box_of(tab, "IV")
    box.setFocus()
    hands.type_text(box, "Đang viết dở")
    tab.refresh()
    hands.settle()
    assert box.toPlainText() == "Đang viết dở"
    tab._choice.choose(ReportKind.YEAR, "2024")
    hands.settle()
    texts = reports.load_report_texts(store, "year", Period.parse("2025"))
    assert texts["IV"] == "Đang viết dở"
    assert box_of(tab, "IV").toPlainText() == ""


def test_words_are_kept_when_the_window_closes(tab, store):
    box = box_of(tab, "IV")
    box.setFocus()
    hands.type_text(box, "Viết rồi đóng cửa sổ")
    tab.window().close()
    assert reports.load_report_texts(store, "year", Period.parse("2025")) == {
        "IV": "Viết rồi đóng cửa sổ"
    }


def test_words_of_the_last_report_are_carried_over(tab, store):
    reports.save_report_text(store, "year", Period.parse("2024"), "IV", "Lời của năm trước.")
    tab.refresh()
    box = box_of(tab, "IV")
    assert box.toPlainText() == ""
    hands.click(hands.button(tab._texts._views["IV"], "Lấy lời kỳ trước"))
    assert box.toPlainText() == "Lời của năm trước."
    assert reports.load_report_texts(store, "year", Period.parse("2025"))["IV"]


def test_all_words_of_the_last_report_are_carried_over_in_one_act(tab, store):
    earlier = {"IV": "Lời của năm trước.", "II.1": "Đoàn kết.", "II.2": "Chậm."}
    reports.save_report_texts(store, "year", Period.parse("2024"), earlier)
    reports.save_report_text(store, "year", Period.parse("2025"), "II.2", "Đã khá hơn.")
    tab.refresh()
    box_of(tab, "IV")
    told = []
    tab.desk.broadcast.changed.connect(told.append)
    hands.click(hands.button(tab, "Lấy mọi lời của kỳ trước"))
    kept = reports.load_report_texts(store, "year", Period.parse("2025"))
    assert kept == earlier | {"II.2": "Đã khá hơn."}
    assert len(told) == 1
    assert not tab._texts._all.isVisible()


def test_target_and_estimate_stand_in_the_annex(tab, store):
    tab._figures._table.choose_ids(["members_admitted"])
    hands.settle()
    hands.act(tab, "Chỉ tiêu, ước thực hiện…")
    fill_in(tab, {"target": "10", "estimate": "8"})
    line = figure(tab, "members_admitted")
    assert (line.typed_number(TARGET), line.typed_number(ESTIMATE)) == ("10", "8")
    table = reports.draft_report(store, "year", Period.parse("2025")).annexes[0].tables[0]
    label = line.figure.indicator.label
    row = next(r for r in table.rows if not isinstance(r, Band) and r[1] == label)
    assert (row[6], row[8]) == (10, 8)


def test_a_figure_without_a_book_is_typed_in_and_taken_out(tab):
    tab._figures._table.choose_ids(["unit_meetings"])
    hands.settle()
    hands.act(tab, "Nhập số bằng tay…")
    fill_in(tab, {"value": "131", "source_note": "sổ tay"})
    line = figure(tab, "unit_meetings")
    assert (line.figure.value, line.source) == (131, "Nhập tay")
    hands.act(tab, "Nhập số bằng tay…")
    fill_in(tab, {"value": ""})
    assert figure(tab, "unit_meetings").figure.value is None


def test_a_figure_that_is_no_number_is_marked(tab):
    tab._figures._table.choose_ids(["unit_meetings"])
    hands.settle()
    hands.act(tab, "Nhập số bằng tay…")
    dialog = fill_in(tab, {"value": "nhiều"})
    assert dialog.isVisible()
    assert "số nguyên" in dialog.form.field("value").shown_problem


def fill_in(tab, typed):
    dialog = next(d for d in tab.findChildren(FormDialog) if d.isVisible())
    for name, text in typed.items():
        dialog.form.field(name).line.clear()
        hands.type_text(dialog.form.field(name).line, text)
    hands.press(dialog, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    return dialog


def test_the_pages_are_those_of_what_lies_on_the_desk(tab):
    tab._tabs.setCurrentIndex(2)
    hands.settle()
    said = tab._pages.sheets
    assert said.place == 1
    first = tab._seen
    tab._choice.choose(ReportKind.MONTH, "2025-03")
    hands.settle()
    assert tab._seen is not first
    assert tab._seen.report.period.code == "2025-03"


def test_charts_stand_in_the_report_that_wants_them(tab):
    tab._tabs.setCurrentIndex(2)
    hands.settle()
    hands.press(tab._charts, Qt.Key.Key_Space)
    hands.settle()
    drawn = {one.key: len(one.charts) for one in tab._seen.report.sections if one.charts}
    assert drawn == {"I.2": 1, "I.7": 2}
    tab._choice.choose(ReportKind.YEAR, "2024")
    hands.settle()
    assert not tab._charts.isChecked()
    assert not any(one.charts for one in tab._seen.report.sections)


def test_the_report_is_written_where_the_officer_says(tab, tmp_path):
    tab._write_to(tmp_path)
    box = hands.open_box()
    assert "Đã ghi xong" in box.text() + box.informativeText()
    hands.click(hands.button(box, "Đóng"))
    assert sorted(file.suffix for file in tmp_path.iterdir() if file.is_file()) == [
        ".docx",
        ".xlsx",
    ]


def test_a_report_that_stands_there_is_not_written_over_unasked(tab, tmp_path):
    tab._write_to(tmp_path)
    hands.click(hands.button(hands.open_box(), "Đóng"))
    word = next(tmp_path.glob("*.docx"))
    word.write_text("lời đã sửa tay")
    tab._write_to(tmp_path)
    box = hands.open_box()
    assert word.name in box.informativeText()
    hands.click(hands.button(box, "Thôi, để nguyên"))
    assert word.read_text() == "lời đã sửa tay"
    tab._write_to(tmp_path)
    hands.click(hands.button(hands.open_box(), "Ghi đè"))
    hands.click(hands.button(hands.open_box(), "Đóng"))
    assert word.read_bytes().startswith(b"PK")


def test_a_folder_that_cannot_be_made_is_told(tab, tmp_path):
    (tmp_path / "tep").write_text("không phải thư mục")
    tab._write_to(tmp_path / "tep")
    box = hands.open_box()
    assert "Số liệu vẫn nguyên" in box.text() + box.informativeText()


def test_what_other_pages_write_is_counted_again(tab):
    assert figure(tab, "unit_meetings").figure.value is None
    meeting = Activity(held_on=date(2025, 3, 1), kind="UNIT_MEETING", name="Sinh hoạt")
    tab.desk.broadcast.send(activities.save_activity(tab.store, meeting))
    hands.settle()
    assert figure(tab, "unit_meetings").figure.value == 1
