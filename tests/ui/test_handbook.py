"""The handbook's pictures are of the real window: made here, and all that pages name is there.

`pytest tests/ui/test_handbook.py --pictures` takes them anew, and the one in the README.
"""

import re
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage, QPageSize
from PySide6.QtWidgets import QApplication, QDialog

from ccb_desktop.app import Program
from ccb_desktop.domain.members.memberships import EventKind, Membership, MembershipEvent
from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.operations.members.events import admit_member
from ccb_desktop.operations.members.own_fields import save_own_field
from ccb_desktop.operations.members.people import list_members, load_person_file
from ccb_desktop.operations.tasks.checklists import write_excel
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.help_window import HelpWindow
from ccb_desktop.ui.kit.tabbed_page import PageTab
from ccb_desktop.ui.members.compare_acts import open_comparison
from ccb_desktop.ui.tasks.checklists.tab import ChecklistTab
from tests.filled_checklists import fill_in
from tests.ui import hands

HELP = Path(__file__).resolve().parents[2] / "resources" / "help"
PAGES = (
    *("home", "members", "units", "review", "funds", "visits", "tasks"),
    *("activities", "emulation", "reports", "exchange"),
    "settings",
)
README_PICTURE = HELP.parents[1] / "docs" / "picture.png"
FIRST_PAGE = "home"
WIDTH = 640  # the page of the handbook window, without scrolling sideways


@pytest.fixture(scope="module")
def practice_branch(tmp_path_factory):
    """The practice branch, made once; each window opens a copy."""
    folder = DataFolder(tmp_path_factory.mktemp("practice") / "branch")
    make_demo_branch(folder, members=320, seed=1).close()
    return folder


@pytest.fixture
def window(qt_app, practice_branch, tmp_path):
    """The whole program on the practice branch."""
    folder = DataFolder(tmp_path / "branch")
    shutil.copytree(practice_branch.root, folder.root)
    program = Program(qt_app, folder)
    program.begin()
    program.window.resize(1366, 768)
    wait(program)
    yield program
    program.window.close()


def wait(program):
    for _ in range(3):  # what was read may ask for more
        hands.settle()
        program.desk.background.wait()
    hands.settle()


def test_every_page_opens_on_the_practice_branch_and_is_photographed(window, request):
    for page in PAGES:
        window.window.show_page(page)
        wait(window)
        picture = keep(window.window, page, request)
        assert picture.width() >= 1366
        if request.config.getoption("--pictures") and page == FIRST_PAGE:
            picture.save(str(README_PICTURE))


def review(program, tab):
    program.desk.broadcast.go_to(Place("review", filters={"tab": tab}))
    wait(program)
    assert not program.desk.background.is_busy
    return program.window


def tab_of(page, tab):
    def show(program):
        program.desk.broadcast.go_to(Place(page, filters={"tab": tab}))
        wait(program)
        return program.window

    return show


def own_fields(program):
    for label, kind in (("Số con", OwnKind.NUMBER), ("Nhóm máu", OwnKind.TEXT)):
        save_own_field(program.store, OwnField(label=label, kind=kind))
    program.desk.broadcast.go_to(Place("settings", filters={"tab": "own_fields"}))
    return program.window


def merging(program):
    page = shown(program, "units")
    page.table.choose_ids([line.unit.id for line in page.table.seen_lines()[:2]])
    page._merge(page.table.chosen())
    return dialog()


def query(program):
    shown(program, "members").views.open_filter()
    return dialog()


def files(program):
    page = shown(program, "members")
    page._acts.open_person(page.members.seen_lines()[0].person_id)
    dialog().form.show_tab("Ảnh, giấy tờ")
    return dialog()


def comparison(program):
    page = shown(program, "members")
    first = page.members.seen_lines()[0]
    came = enter_again(program.store, load_person_file(program.store, first.person_id))
    open_comparison(page, program.desk, program.store, first.person_id, came)
    return dialog()


def enter_again(store, file):
    """Enter a man a second time, as a list of another ward may have him; gives his new id."""
    born = PartialDate.parse(str(file.person.born_on)[-4:])
    person = replace(
        file.person, id=None, citizen_id="", born_on=born, address="", household_id=None
    )
    unit_id = file.standing_on(date.today()).unit_id
    event = MembershipEvent(
        kind=EventKind.TRANSFERRED_IN, happened_on=PartialDate.parse("1/7/2025"), unit_id=unit_id
    )
    before = {line.person_id for line in list_members(store, date.today())}
    admit_member(store, person, Membership(unit_id=unit_id), event)
    return next(
        line.person_id for line in list_members(store, date.today()) if line.person_id not in before
    )


def returned(program):
    """Two checklists of the practice branch come back, one with a mistake."""
    tab_of("tasks", "checklist")(program)
    tab = program.window.page("tasks").tab(ChecklistTab)
    told = {"state": "Đã xong", "note": "Có biên bản"}
    with TemporaryDirectory() as folder:
        found, today = tab._found[:2], date.today()
        keys = [one.recipient.key for one in found]
        paths = write_excel(program.store, tab.span.span, keys, today, Path(folder))
        open_lines = [line.assignment.done_on is None for line in found[0].lines]
        fill_in(paths[0], *(told if is_open else {} for is_open in open_lines))
        fill_in(paths[1], {"result": "ba buổi"})
        tab.read(paths)
        wait(program)
    return dialog()


SCENES = {
    "charter": lambda program: review(program, "charter"),
    "changes": lambda program: review(program, "changes"),
    "own-fields": own_fields,
    "merging": merging,
    "query": query,
    "files": files,
    "comparison": comparison,
    "dues": tab_of("funds", "dues"),
    "campaigns": tab_of("funds", "campaigns"),
    "loans": tab_of("funds", "loans"),
    "rounds": tab_of("visits", "rounds"),
    "due": tab_of("visits", "due"),
    "deaths": tab_of("visits", "deaths"),
    "housing": tab_of("visits", "housing"),
    "meetings": tab_of("activities", "meetings"),
    "matrix": tab_of("tasks", "matrix"),
    "ratings": tab_of("emulation", "unit-ratings"),
    "awards": tab_of("emulation", "awards"),
    "nominations": tab_of("emulation", "nominations"),
    "checklist": tab_of("tasks", "checklist"),
    "returned": returned,
}


@pytest.mark.parametrize("name", SCENES)
def test_what_a_page_of_the_handbook_tells_is_photographed(window, request, name):
    seen = SCENES[name](window)
    wait(window)
    assert seen.isVisible()
    assert keep(seen, name, request).width() >= WIDTH


def shown(program, page):
    program.window.show_page(page)
    wait(program)
    return program.window.page(page)


def dialog():
    hands.settle()
    return next(
        d for d in QApplication.topLevelWidgets() if isinstance(d, QDialog) and d.isVisible()
    )


def keep(widget, name, request):
    """The picture of a window; it goes into the handbook where that is wanted."""
    picture = widget.grab()
    if request.config.getoption("--pictures"):
        smooth = picture.toImage().scaledToWidth(WIDTH, mode=smoothly())
        smooth.save(str(HELP / "pictures" / f"{name}.png"))
    return picture


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
    assert len(cards) >= 10
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
    assert len(linked) >= 10
    assert linked <= {file.name for file in HELP.glob("*.md")}


def smoothly():
    from PySide6.QtCore import Qt

    return Qt.TransformationMode.SmoothTransformation


def test_pages_of_the_handbook_and_of_the_window_belong_together():
    ids = {re.sub(r"^\d+-", "", file.stem) for file in HELP.glob("*.md")}
    assert set(PAGES) <= ids


def test_every_tab_names_a_page_of_the_handbook(window):
    for page in PAGES:
        window.window.page(page)
    shipped = (tab for tab in every_tab(PageTab) if tab.__module__.startswith("ccb_desktop."))
    named = {tab.help_page for tab in shipped if tab.help_page}
    assert {"van-ban", "dues", "khen-thuong"} <= named
    assert named <= {re.sub(r"^\d+-", "", file.stem) for file in HELP.glob("*.md")}


def every_tab(kind):
    for tab in kind.__subclasses__():
        yield tab
        yield from every_tab(tab)


def test_f1_opens_the_page_of_the_tab_that_is_seen(window):
    for tab, title in (("register", "Văn bản đi, đến"), ("desk", "Báo cáo"), ("register", "Văn")):
        tab_of("reports", tab)(window)
        window.window.show_help()
        assert window.window.help.contents.currentItem().text().startswith(title)
    tab_of("settings", "backups")(window)
    window.window.show_help()
    assert window.window.help.contents.currentItem().text() == "Sao lưu và phục hồi"
    window.window.show_page("members")
    window.window.show_help()
    assert window.window.help.contents.currentItem().text() == "Hội viên"


def test_every_picture_that_a_page_names_is_there():
    named = {
        name
        for file in HELP.glob("*.md")
        for name in re.findall(r"\(pictures/([\w-]+\.png)\)", file.read_text("utf-8"))
    }
    assert named == {file.name for file in (HELP / "pictures").glob("*.png")}
