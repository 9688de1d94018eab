"""The first page: figures and waiting things, each leading to its names."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from ccb_desktop.domain.charter_watch.watch import RULES
from ccb_desktop.domain.tasks.home_progress import KeyTaskDone
from ccb_desktop.domain.waiting import Waiting
from ccb_desktop.operations import backup_care, backups, home
from ccb_desktop.ui.home.page import CountLabel, HomePage
from ccb_desktop.ui.kit.charts import RowChart
from ccb_desktop.ui.kit.names_dialog import NamesDialog, person_place
from tests.ledger import open_fund
from tests.sample_branch import make_sample_branch
from tests.ui import hands, pictures

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "an-lac"


@pytest.fixture(scope="module")
def an_lac(branch_template, tmp_path_factory):
    """The sample branch; only ever copied."""
    place = tmp_path_factory.mktemp("an-lac")
    return make_sample_branch(branch_template, place)


@pytest.fixture
def store(an_lac, opened_copy):
    return opened_copy(an_lac)


@pytest.fixture
def page(qt_app, store, tmp_path):
    return hands.show(HomePage(hands.make_desk(tmp_path / "drafts"), store), 1180, 700)


def open_names(page):
    return next(d for d in page.findChildren(NamesDialog) if d.isVisible())


def test_a_figure_leads_to_its_names(page):
    hands.click(hands.button(page, "Chi hội"))
    dialog = open_names(page)
    assert "5" in dialog.windowTitle()

    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    dialog.place_wanted.emit(person_place(3))
    assert (wanted[0].page, wanted[0].record_id) == ("members", 3)


def test_who_is_due_leads_to_the_list_of_visits(page):
    forgotten = next(one for one in overview(page).due if one.filters["kind"] == "UNVISITED")
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    hands.click(hands.button(page, forgotten.sentence))
    assert (wanted[0].page, wanted[0].filters) == (
        "visits",
        {"tab": "due", "kind": "UNVISITED", "span": "week"},
    )


def test_what_the_charter_asks_leads_to_its_rule(page):
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    hands.click(next(b for b in page.findChildren(QPushButton) if b.text() == "Rà soát"))
    assert wanted[0].page == "review"
    assert wanted[0].filters["tab"] == "charter"
    assert wanted[0].filters["rule"] in {rule.id for rule in RULES}


def test_what_is_missing_leads_to_the_page_that_deals_with_it(page):
    missing = next(one for one in overview(page).waiting if "còn thiếu" in one.sentence)
    assert missing.count > 0
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    name = f"Rà soát: {missing.sentence}"
    hands.click(next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name))
    assert (wanted[0].page, wanted[0].filters) == ("review", {"tab": "missing"})


def test_money_leads_to_its_place_on_the_page_of_funds(page):
    open_fund(page._store, cash=70_000, opened_on=date(2025, 1, 1))
    page.refresh()
    hands.settle()
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    hands.click(hands.button(page, "Tồn quỹ cấp Hội (đồng)"))
    counted = next(one for one in overview(page).waiting if "chưa kiểm kê" in one.sentence)
    name = f"Mở quỹ Hội: {counted.sentence}"
    hands.click(next(b for b in page.findChildren(QPushButton) if b.accessibleName() == name))
    assert [(one.page, one.filters) for one in wanted] == [("funds", {"tab": "funds"})] * 2


def overview(page):
    return home.overview(page._store, date.today())


def test_the_backup_is_one_click_away(page):
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    hands.click(hands.button(page, "Mở sao lưu"))
    assert (wanted[0].page, wanted[0].filters) == ("settings", {"tab": "backups"})


def test_what_backups_lack_is_mended_from_the_first_page(qt_app, filled, tmp_path):
    backups.back_up_here(filled)
    page = hands.show_page(HomePage(hands.make_desk(tmp_path / "nhap"), filled))
    page.refresh()
    hands.settle()
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    hands.click(hands.button(page, "Chọn nơi thứ hai"))
    assert wanted[0].filters == {"tab": "backups", "act": "CHOOSE"}
    assert hands.button(page, "Mở sao lưu")


def test_a_bar_leads_to_its_people_by_mouse_and_by_keyboard(page):
    charts = page.findChildren(RowChart)
    [ages, *_rest] = [chart for chart in charts if "Theo tuổi" in chart.title]
    place = next(i for i, bar in enumerate(ages.bars) if bar.value)
    middle = ages._places[place].center().toPoint()
    QTest.mouseClick(ages, Qt.MouseButton.LeftButton, pos=middle)
    hands.settle()
    title = f"{ages.bars[place].label}: {ages.bars[place].text} hội viên"
    assert open_names(page).windowTitle() == title
    open_names(page).close()
    hands.settle()
    hands.press(ages, Qt.Key.Key_Return)
    assert open_names(page).windowTitle() == title


def test_the_years_hang_together(page):
    years = overview(page).years
    for before, now in pairwise(years):
        assert now.members == before.members + now.came - now.went
    assert any(year.went for year in years)


def test_reading_again_leaves_the_keyboard_where_it_is(page):
    hands.button(page, "Mở sao lưu").setFocus()
    page.refresh()
    hands.settle()
    assert page.window().focusWidget() is hands.button(page, "Mở sao lưu")
    charts = [chart for chart in page.findChildren(RowChart) if chart.isVisible()]
    charts[0].setFocus()
    page.refresh()
    hands.settle()
    assert page.window().focusWidget().text() == "Hội viên"


def test_the_sentences_line_up_behind_their_numbers(page, look):
    waiting = tuple(Waiting("việc chờ", page="review", count=count) for count in (3, 1204))
    found = replace(overview(page), waiting=waiting)
    for percent in pictures.SIZES:
        look.set_percent(percent)
        page._fill(found, backup_care.care_of(page._store))
        hands.settle()
        counts = [count for count in page.findChildren(CountLabel) if count.isVisible()]
        assert [count.text() for count in counts[:2]] == ["3", "1.204"]
        assert {count.text() for count in counts[2:]} == {""}
        assert len({count.geometry().right() for count in counts}) == 1


def test_an_empty_branch_is_led_to_its_first_import(qt_app, branch_template, opened_copy, tmp_path):
    store = opened_copy(branch_template)
    page = hands.show(HomePage(hands.make_desk(tmp_path / "drafts"), store), 1180, 700)
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    hands.click(hands.button(page, "Nhập từ Excel"))
    assert (wanted[0].page, wanted[0].filters) == ("exchange", {"act": "import"})
    assert page.findChildren(RowChart) == []


def test_nothing_is_cut_off(page, look):
    pictures.take(page, look, "home", size=(1180, 700))
    look.set_percent(150)
    hands.settle()
    assert pictures.cut_off(page) == []


def test_the_picture_of_the_plan_leads_to_its_matrix(page):
    tasks = (KeyTaskDone(2026, "Giảm nghèo", 5, 3),)
    page._pictures.show_overview(replace(overview(page), tasks=tasks))
    hands.settle()
    charts = page._pictures._charts
    [plan] = [chart for chart in charts if "Nhiệm vụ năm 2026" in chart.title]
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    plan.setFocus()
    QTest.keyClick(plan, Qt.Key.Key_Return)
    assert (wanted[0].page, wanted[0].filters) == ("tasks", {"tab": "matrix", "year": 2026})
