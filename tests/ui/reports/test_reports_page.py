"""The report desk: figures to their names, own words, files written."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from ccb_desktop.domain.reports.kinds import ReportKind
from ccb_desktop.operations import import_workbook, papers, reports
from ccb_desktop.ui.kit.names_dialog import NamesDialog
from ccb_desktop.ui.reports.page import ReportsPage
from tests.ui import hands, pictures

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "an-lac"


@pytest.fixture
def page(qt_app, store, tmp_path):
    sources = import_workbook.read_files([SAMPLES / "so-lieu-an-lac.xlsx"])
    workbooks = import_workbook.understand_files(store, sources)
    import_workbook.run_import(store, workbooks, date(2025, 12, 31))
    page = hands.show(ReportsPage(hands.make_desk(tmp_path / "drafts"), store), 1180, 700)
    page._choice._kind.set_value(ReportKind.YEAR)
    page._choice._offer_periods()
    page._choice._period.set_value("2025")
    page.refresh()
    hands.settle()
    return page


def figure(page, code):
    return next(
        line for line in page._figures._table.seen_lines() if line.figure.indicator.code == code
    )


def test_the_figures_are_those_of_the_books(page):
    assert figure(page, "members_closing").figure.value == 126
    assert figure(page, "members_deceased").figure.value == 4
    assert figure(page, "visits_total").figure.value is None


def test_a_figure_leads_to_its_names_by_enter(page):
    table = page._figures._table
    table.choose_ids(["members_deceased"])
    hands.press(table.view, Qt.Key.Key_Return)
    dialog = next(d for d in page.findChildren(NamesDialog) if d.isVisible())
    assert "Từ trần: 4" in dialog.windowTitle()
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    dialog.person_wanted.emit(7)
    assert (wanted[0].page, wanted[0].record_id) == ("members", 7)


def test_a_period_that_is_not_complete_is_told(page):
    page._choice._kind.set_value(ReportKind.RANGE)
    page._choice._offer_periods()
    hands.settle()
    assert "ngày đầu và ngày cuối" in page._problem.text()
    page._choice._from_on.set_value(date(2025, 1, 1))
    page._choice._to_on.set_value(date(2025, 12, 31))
    page.refresh()
    assert page._problem.text() == ""
    assert figure(page, "members_closing").figure.value == 126


def test_own_words_are_kept_and_stand_in_the_draft(page, store):
    page._save_text("IV", "Đề nghị Hội cấp trên mở lớp tập huấn.")
    period = page._choice.period
    texts = reports.load_report_texts(store, "year", period)
    assert texts["IV"] == "Đề nghị Hội cấp trên mở lớp tập huấn."
    draft = reports.draft_report(store, "year", period)
    assert any(section.own_text == texts["IV"] for section in draft.sections)


def test_the_report_is_written_where_the_officer_says(page, tmp_path):
    page._write_to(tmp_path)
    box = hands.open_box()
    assert "Đã ghi xong" in box.text() + box.informativeText()
    hands.click(hands.button(box, "Đóng"))
    assert sorted(file.suffix for file in tmp_path.iterdir() if file.is_file()) == [
        ".docx",
        ".xlsx",
    ]


def test_every_list_can_be_looked_at_and_written(page, tmp_path):
    page._tabs.setCurrentIndex(2)
    lists = page._lists
    for name in papers.LIST_NAMES:
        lists._name.set_value(name)
        lists.refresh()
        hands.settle()
        assert lists._title.text()
        assert lists._tables.count() >= 1
    lists._write(lists._order(), tmp_path / "don-vi.xlsx")
    assert (tmp_path / "don-vi.xlsx").exists()
    hands.click(hands.button(hands.open_box(), "Đóng"))


def test_nothing_is_cut_off(page, look):
    for tab in range(3):
        page._tabs.setCurrentIndex(tab)
        hands.settle()
        pictures.take(page, look, f"reports-{tab + 1}", size=(1180, 700))
        look.set_percent(150)
        hands.settle()
        assert pictures.cut_off(page) == []
        look.set_percent(100)
