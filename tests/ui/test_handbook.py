"""The handbook's pictures are of the real window: made here, and all that pages name is there.

`pytest tests/ui/test_handbook.py --pictures` takes them anew, and the one in the README.
"""

import re
from pathlib import Path

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageSize

from ccb_desktop.app import Program
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.help_window import HelpWindow
from tests.ui import hands

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
PAGES = ("home", "members", "units", "review", "reports", "exchange", "settings")
README_PICTURE = HELP.parents[1] / "docs" / "picture.png"
FIRST_PAGE = "home"
WIDTH = 640  # the page of the handbook window, without scrolling sideways


@pytest.fixture
def window(qt_app, tmp_path):
    """The whole program on the practice branch."""
    folder = DataFolder(tmp_path / "branch")
    make_demo_branch(folder, members=320, seed=1).close()
    program = Program(qt_app, folder)
    program.begin()
    program.window.resize(1366, 768)
    wait(program)
    yield program
    program.window.close()


def wait(program):
    hands.settle()
    program.desk.background.wait()
    hands.settle()


def test_every_page_opens_on_the_practice_branch_and_is_photographed(window, request):
    for page in PAGES:
        window.window.show_page(page)
        wait(window)
        picture = window.window.grab()
        assert picture.width() >= 1366
        if request.config.getoption("--pictures"):
            smooth = picture.toImage().scaledToWidth(WIDTH, mode=smoothly())
            smooth.save(str(HELP / "pictures" / f"{page}.png"))
            if page == FIRST_PAGE:
                picture.save(str(README_PICTURE))


def test_the_shortcuts_that_the_handbook_names_lead_to_their_pages(window):
    places = {spec.label: str(n) for n, spec in enumerate(window.window._specs.values(), 1)}
    named = {
        pair
        for file in HELP.glob("*.md")
        for pair in re.findall(r"\*\*([^*]+)\*\* \(Ctrl\+(\d)\)", file.read_text("utf-8"))
    }
    assert len(named) > 3
    assert {(page, key) for page, key in named if places[page] != key} == set()


def test_the_readme_shows_the_window_as_large_as_an_office_screen(qt_app):
    picture = QImage(str(README_PICTURE))
    assert (picture.width(), picture.height()) == (1366, 768)


def test_each_step_card_is_one_page_of_paper(qt_app):
    cards = sorted(HELP.glob("*-the-*.md"))[1:]
    assert len(cards) == 10
    help_window = HelpWindow(HELP)
    paper = QPageSize.size(QPageSize.PageSizeId.A4, QPageSize.Unit.Point)
    for card in cards:
        help_window.show_page(re.sub(r"^\d+-", "", card.stem))
        document = help_window.text.document().clone()
        document.setPageSize(QSizeF(paper.width() - 60, paper.height() - 80))
        assert document.pageCount() == 1, card.name
        assert card.read_text("utf-8").startswith("# Thẻ ")
    help_window.close()


def test_links_of_the_handbook_lead_to_its_pages():
    linked = {
        name
        for file in HELP.glob("*.md")
        for name in re.findall(r"\(([\w-]+\.md)\)", file.read_text("utf-8"))
    }
    assert len(linked) == 10
    assert linked <= {file.name for file in HELP.glob("*.md")}


def smoothly():
    from PySide6.QtCore import Qt

    return Qt.TransformationMode.SmoothTransformation


def test_pages_of_the_handbook_and_of_the_window_belong_together():
    ids = {re.sub(r"^\d+-", "", file.stem) for file in HELP.glob("*.md")}
    assert set(PAGES) <= ids


def test_every_picture_that_a_page_names_is_there():
    named = {
        name
        for file in HELP.glob("*.md")
        for name in re.findall(r"\(pictures/([\w-]+\.png)\)", file.read_text("utf-8"))
    }
    assert named == {file.name for file in (HELP / "pictures").glob("*.png")}
