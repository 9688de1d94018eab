"""Papers of a year are written where the officer says, and offered to be opened."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from ccb_desktop.operations.emulation import scores
from ccb_desktop.ui.emulation import printing
from ccb_desktop.ui.emulation.members_tab import MembersTab
from ccb_desktop.ui.emulation.ratings.tab import RatingsTab
from ccb_desktop.ui.kit import form_writing
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.form_writing import NumberDialog
from tests.ui.hands import button, click, open_box, settle


@pytest.fixture
def targets(monkeypatch, tmp_path):
    """Where files were written to, as if the officer had taken the names that are offered."""
    chosen = []

    def choose(_parent, _title, name, _kinds, then):
        chosen.append(tmp_path / name)
        then(chosen[-1])

    monkeypatch.setattr(printing, "choose_target", choose)
    monkeypatch.setattr(form_writing, "choose_target", choose)
    return chosen


def papers_of(tab):
    """The acts behind the button In, by what they say."""
    opener = next(one for one in tab.findChildren(QPushButton) if one.text() == "In")
    menu = opener.menu()
    menu.aboutToShow.emit()
    return {act.text(): act for act in menu.actions()}


def asked_now():
    """The questions for a number that are open."""
    windows = QApplication.topLevelWidgets()
    return [one for one in windows if isinstance(one, NumberDialog) and one.isVisible()]


@pytest.mark.parametrize("tab", [MembersTab, RatingsTab])
def test_every_paper_is_written(page, store, targets, tab):
    scores.begin_sheet(store, 2025)
    page.show_place(Place("emulation", filters={"tab": tab.id, "year": 2025}))
    settle()
    shown = page.findChild(tab)
    papers = papers_of(shown)
    assert len(papers) == 5
    for act in papers.values():
        act.trigger()
        settle()
        for asked in asked_now():
            click(button(asked, "Tiếp tục"))
            settle()
        assert "đọc lại thấy đúng" in open_box().text()
        click(button(open_box(), "Đóng"))
    assert all(file.stat().st_size > 1000 for file in targets)
