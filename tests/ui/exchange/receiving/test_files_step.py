"""The first step of an import: which files, and of which day."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QLabel

from ccb_desktop.ui.kit.date_field import DayField
from tests.ui import hands, pictures

SAMPLES = Path(__file__).resolve().parents[5] / "shared" / "samples" / "an-lac"


@pytest.fixture
def page(shown_tab, tmp_path):
    return shown_tab(hands.make_desk(tmp_path / "drafts"))


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_what_the_day_of_the_lists_is_for_is_read_without_scrolling(page, look, percent):
    look.set_percent(percent)
    page.begin_import()
    page.wizard.begin_with([SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx"])
    hands.settle()
    hint = next(w for w in page.findChildren(QLabel) if w.text().startswith("Người không ghi"))
    assert pictures.cut_off(page) == []
    assert hint.visibleRegion().boundingRect().height() == hint.height()


def test_a_day_that_cannot_be_read_stops_the_import(page):
    page.begin_import()
    page.wizard.begin_with([SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx"])
    [day] = page.findChildren(DayField)
    day.line.setText("31/2/2026")
    hands.click(hands.button(page, "Tiếp tục"))
    assert day.shown_problem
    assert day.isVisible()


def test_files_can_be_dropped_onto_the_step(page, tmp_path):
    page.begin_import()
    step = page.wizard._files
    data = QMimeData()
    file = SAMPLES / "messy" / "01-tieu-de-gop-o.xlsx"
    data.setUrls([QUrl.fromLocalFile(str(file)), QUrl("https://example.org/a.xlsx")])
    copying, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    told = (step.rect().center(), copying, data, left, Qt.KeyboardModifier.NoModifier)
    for event in (QDragEnterEvent(*told), QDropEvent(*told)):
        QApplication.sendEvent(step, event)
    hands.settle()
    assert [line.told for line in step._table.seen_lines()] == ["Hội viên 24 dòng, của Chi hội 1."]
