"""The first page: figures and waiting things, each leading to its names."""

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton

from ccb_desktop.domain.charter_watch.watch import RULES
from ccb_desktop.operations import import_workbook
from ccb_desktop.ui.home.page import HomePage
from ccb_desktop.ui.kit.names_dialog import NamesDialog
from tests.ui import hands, pictures

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples" / "an-lac"


@pytest.fixture
def page(qt_app, store, tmp_path):
    sources = import_workbook.read_files([SAMPLES / "so-lieu-an-lac.xlsx"])
    workbooks = import_workbook.understand_files(store, sources)
    import_workbook.run_import(store, workbooks, date(2025, 12, 31))
    return hands.show(HomePage(hands.make_desk(tmp_path / "drafts"), store), 1180, 700)


def open_names(page):
    return next(d for d in page.findChildren(NamesDialog) if d.isVisible())


def test_a_figure_leads_to_its_names(page):
    hands.click(hands.button(page, "Chi hội"))
    dialog = open_names(page)
    assert "5" in dialog.windowTitle()


def test_what_waits_leads_to_its_people(page):
    waiting = [b for b in page.findChildren(QPushButton) if b.text() == "Xem danh sách"]
    assert waiting
    hands.click(waiting[0])
    dialog = open_names(page)
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    dialog.person_wanted.emit(3)
    assert (wanted[0].page, wanted[0].record_id) == ("members", 3)


def test_what_the_charter_asks_leads_to_its_rule(page):
    wanted = []
    page.desk.broadcast.wanted.connect(wanted.append)
    waiting = [b for b in page.findChildren(QPushButton) if b.text() == "Xem danh sách"]
    for one in waiting:
        if not wanted:
            hands.click(one)
            for dialog in page.findChildren(NamesDialog):
                dialog.reject()
    assert wanted[0].page == "review"
    assert wanted[0].filters["tab"] == "charter"
    assert wanted[0].filters["rule"] in {rule.id for rule in RULES}


def test_an_empty_branch_has_nothing_waiting(qt_app, store, tmp_path):
    page = hands.show(HomePage(hands.make_desk(tmp_path / "drafts"), store), 1180, 700)
    texts = [w.text() for w in page.findChildren(type(page._purpose))]
    assert "Không có việc gì đang chờ." in texts


def test_nothing_is_cut_off(page, look):
    pictures.take(page, look, "home", size=(1180, 700))
    look.set_percent(150)
    hands.settle()
    assert pictures.cut_off(page) == []
