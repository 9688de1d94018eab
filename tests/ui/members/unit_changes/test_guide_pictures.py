"""Pictures of the windows that change units, on the practice branch; nothing is cut off."""

from datetime import date

import pytest

from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.unit_changes.orders import NewUnit
from ccb_desktop.operations.demo_branch import make_demo_branch
from ccb_desktop.paths import DataFolder
from ccb_desktop.ui.members.unit_changes.address_dialog import AddressDialog
from ccb_desktop.ui.members.unit_changes.end_dialog import EndDialog
from ccb_desktop.ui.members.unit_changes.merge_dialog import MergeDialog
from ccb_desktop.ui.members.unit_changes.split_dialog import SplitDialog
from ccb_desktop.ui.members.unit_changes.ward_dialog import WardDialog
from ccb_desktop.ui.members.units_page import UnitsPage
from ccb_desktop.ui.members.words import load_words
from tests.ui import pictures
from tests.ui.hands import settle, show
from tests.ui.members.unit_changes.windows import go_on


@pytest.fixture(scope="module")
def practice(tmp_path_factory):
    with make_demo_branch(DataFolder(tmp_path_factory.mktemp("thu")), members=320) as store:
        yield store


@pytest.fixture(scope="module")
def old_ward(tmp_path_factory):
    folder = DataFolder(tmp_path_factory.mktemp("cu"))
    make_demo_branch(folder, members=120, seed=2).close()
    return folder.store


@pytest.fixture(params=pictures.SIZES)
def percent(request, look):
    look.set_percent(request.param)
    return request.param


@pytest.fixture
def page(qt_app, desk, practice, percent):
    return show(UnitsPage(desk, practice), *pictures.SCREEN)


def photograph(window, name, percent):
    """A picture as the window is; no word cut off, no control without a name."""
    pictures.FOLDER.mkdir(exist_ok=True)
    settle()
    assert window.grab().save(str(pictures.FOLDER / f"{name}-{percent}.png"))
    assert pictures.cut_off(window) == []
    assert pictures.nameless(window) == []
    assert window.width() <= pictures.SCREEN[0]
    assert window.height() <= pictures.SCREEN[1]


def both_steps(window, name, percent, fill):
    """The first step filled in, and the plan."""
    window.open()
    settle()
    fill(window)
    window.form.changed.emit()
    photograph(window, f"{name}-1", percent)
    go_on(window)
    assert window._stack.currentIndex() == 1, window.form.problems()
    photograph(window, f"{name}-2", percent)


def words(store):
    return load_words(store, date.today())


def chi_hoi(store):
    return words(store).standing_units(UnitKind.CHI_HOI)


def test_the_page(page, percent):
    page.table.choose_ids([line.unit.id for line in page.table.seen_lines()[:3]])
    photograph(page, "units-merge", percent)


def test_merging(page, desk, practice, percent):
    window = MergeDialog(page, desk, practice, words(practice), chi_hoi(practice)[:3])

    def fill(made):
        made.into.into.set_value(f"NEW.{UnitKind.CHI_HOI}")
        made.into.follow()
        made.form.set_values({"name": "Chi hội Bờ Đông"})

    both_steps(window, "unit-merge", percent, fill)


def test_splitting(page, desk, practice, percent):
    window = SplitDialog(page, desk, practice, words(practice), chi_hoi(practice)[0])

    def fill(made):
        ids = [person.membership_id for person in made.people.seen_lines()[:6]]
        target = NewUnit("Chi hội Bờ Tây", "CH90")
        made.into.offer_new(target)
        made._goals = dict.fromkeys(ids, target)
        made._read()
        made.people.choose_ids(ids[:2])

    both_steps(window, "unit-split", percent, fill)


def test_ending(page, desk, practice, percent):
    first, second, *_ = chi_hoi(practice)
    window = EndDialog(page, desk, practice, words(practice), first, 25)
    both_steps(
        window, "unit-end", percent, lambda w: w.form.set_values({"successor_id": second.id})
    )


def test_a_ward(page, desk, practice, percent, old_ward):
    def fill(made):
        made.take_files([old_ward])
        made.form.set_values({"ward": "Phường An Thịnh", "on": date(2026, 7, 1)})

    both_steps(WardDialog(page, desk, practice), "ward", percent, fill)


def test_addresses(page, desk, practice, percent):
    window = AddressDialog(page, desk, practice, words(practice))
    both_steps(
        window,
        "addresses",
        percent,
        lambda w: w.form.set_values(
            {"field": "street_group", "old": "Tổ dân phố", "new": "Khu phố"}
        ),
    )
