"""Every view of the tab Còn thiếu on the practice branch, at 100 % and 150 %: all fits."""

import pytest
from PySide6.QtWidgets import QMainWindow

from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.members.review.missing_tab import MissingTab
from ccb_desktop.ui.members.review.page import ReviewPage
from tests.ui import pictures
from tests.ui.hands import settle, show
from tests.ui.members.officer import dialog

VIEWS = ("overview", "people", "doubts", "open-ends")


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    folder = DataFolder(tmp_path_factory.mktemp("demo") / "branch")
    with make_demo_branch(folder) as opened:
        yield opened


@pytest.fixture
def tab(qt_app, desk, practice):
    page = ReviewPage(desk, practice)
    window = QMainWindow()
    window.setCentralWidget(page)
    show(window, *pictures.SCREEN)
    page.show_place(Place("review", filters={"tab": "missing"}))
    settle()
    made = page.tab(MissingTab)
    made.frame = window  # Python lets go of a window nobody holds
    return made


@pytest.mark.parametrize("theme", ["light", "high_contrast"])
@pytest.mark.parametrize("view", range(len(VIEWS)), ids=VIEWS)
def test_the_views(tab, look, theme, view):
    look.set_theme(theme)
    tab.view.setCurrentIndex(view)
    for percent in pictures.SIZES:
        look.set_percent(percent)
        settle()
        name = f"missing-{VIEWS[view]}-{theme}"
        pictures.take(tab.frame, look, name, sizes=(percent,))
        look.set_percent(percent)
        settle()
        assert pictures.cut_off(tab.frame) == []
        assert pictures.nameless(tab.frame) == []


@pytest.mark.parametrize("percent", pictures.SIZES)
@pytest.mark.parametrize("act", ["_ask_paper", "_choose_needed"])
def test_the_dialogs(tab, look, act, percent):
    look.set_percent(percent)
    getattr(tab, act)()
    opened = dialog()
    pictures.FOLDER.mkdir(exist_ok=True)
    assert opened.grab().save(str(pictures.FOLDER / f"missing{act}-{percent}.png"))
    assert pictures.cut_off(opened) == []
    assert pictures.nameless(opened) == []
