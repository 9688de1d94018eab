"""The handbook's pictures are of the real window: made here, and all that pages name is there."""

import re
from pathlib import Path

import pytest

from ccb_desktop.app import Program
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder
from tests.ui import hands

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
PAGES = ("home", "members", "units", "reports", "exchange", "settings")
WIDTH = 820


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
