"""Every window of the roster as it is seen, at 100 % and 150 %: nothing is cut off."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget

from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.names_dialog import NameLine, NamesDialog, person_place
from ccb_desktop.ui.members.units_page import UnitsPage
from tests.ui import pictures
from tests.ui.hands import settle, show


def photograph(window, look, name, size=pictures.SCREEN):
    """Take the pictures, looking at each size whether everything fits."""
    for percent in pictures.SIZES:
        look.set_percent(percent)
        settle()
        pictures.take(window, look, name, sizes=(percent,), size=size)
        look.set_percent(percent)
        settle()
        assert pictures.cut_off(window) == []
    look.set_percent(100)


def dialog():
    """The dialog that is open now."""
    settle()
    return next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
    )


@pytest.mark.parametrize("theme", ["light", "high_contrast"])
def test_the_page(page, look, theme):
    look.set_theme(theme)
    page.members.choose_ids([1])
    photograph(page.window(), look, f"members-{theme}")


def test_the_page_with_all_filters(page, look):
    page.members.filters._more.click()
    photograph(page.window(), look, "members-filters")


def test_the_clubs(page, look):
    page.show_place(Place("members", filters={"status": "CLUBS"}))
    photograph(page.window(), look, "members-clubs")


@pytest.mark.parametrize("percent", pictures.SIZES)
@pytest.mark.parametrize("theme", ["light", "high_contrast"])
def test_the_tabs_of_a_person(page, look, theme, percent):
    look.set_theme(theme)
    look.set_percent(percent)
    page.show_place(Place("members", 1))
    form = dialog()
    tabs = form.findChild(QTabWidget)
    for place in range(tabs.count()):
        tabs.setCurrentIndex(place)
        settle()
        file = pictures.FOLDER / f"person-{theme}-{place + 1}-{percent}.png"
        pictures.FOLDER.mkdir(exist_ok=True)
        assert form.grab().save(str(file))
        assert pictures.cut_off(form) == []
        assert form.width() <= pictures.SCREEN[0]


@pytest.mark.parametrize("percent", pictures.SIZES)
@pytest.mark.parametrize("kind", list(EventKind))
def test_the_windows_of_events(page, look, kind, percent):
    look.set_percent(percent)
    page._acts.record(kind, 12)
    form = dialog()
    form.form.field("happened_on").set_typed("5/2/2026")
    form.form.changed.emit()
    settle()
    pictures.FOLDER.mkdir(exist_ok=True)
    assert form.grab().save(str(pictures.FOLDER / f"event-{kind}-{percent}.png"))
    assert pictures.cut_off(form) == []


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_a_new_member(page, look, percent):
    look.set_percent(percent)
    page.add_person()
    form = dialog()
    form.form.set_typed({"way": "TRANSFERRED_IN", "full_name": "Nguyễn Văn An"})
    form.form.changed.emit()
    form._look_for_namesakes()
    settle()
    assert form.grab().save(str(pictures.FOLDER / f"new-member-{percent}.png"))
    assert pictures.cut_off(form) == []


def test_the_units(qt_app, desk, store, look):
    units = show(UnitsPage(desk, store), *pictures.SCREEN)
    photograph(units, look, "units")


def test_the_names_behind_a_figure(qt_app, desk, look):
    lines = [
        NameLine(n, f"Nguyễn Văn {n}", detail="Chi hội 1", place=person_place(n)) for n in range(12)
    ]
    names = NamesDialog(None, "Từ trần trong 6 tháng đầu năm 2026", lines, desk.state)
    names.open()
    photograph(names, look, "names", size=(900, 640))
