"""The windows for many people as they are seen, at 100 % and 150 %: nothing is cut off."""

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from ccb_desktop.domain.code_lists import Code
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.queries import Condition, Group, How, Join
from ccb_desktop.operations import branch
from ccb_desktop.ui.members.many_dialog import ManyDialog
from tests.ui import pictures
from tests.ui.hands import settle

QUERY = Group(
    Join.ALL,
    (
        Condition("age", How.AT_LEAST, "70"),
        Group(
            Join.ANY,
            (Condition("periods", How.IS, "CAMBODIA"), Condition("born_on", How.IN_MONTH, "5")),
        ),
        Group(Join.NONE, (Condition("party_badge", How.FILLED),)),
    ),
)


def opened():
    """The dialog that is open now."""
    settle()
    return next(
        w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
    )


def photograph(window, name, percent):
    settle()
    pictures.FOLDER.mkdir(exist_ok=True)
    assert window.grab().save(str(pictures.FOLDER / f"{name}-{percent}.png"))
    assert pictures.cut_off(window) == []
    assert pictures.nameless(window) == []
    assert window.width() <= pictures.SCREEN[0]
    assert window.height() <= pictures.SCREEN[1]


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_a_field_of_many(page, look, percent):
    look.set_percent(percent)
    page.members.view.selectAll()
    page._many.edit(page.members.chosen(), "enlisted_on")
    form = opened()
    form.form.field("enlisted_on").set_typed("1960")
    form.look()
    photograph(form, "many-edit", percent)


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_tags_of_many(page, look, store, percent):
    look.set_percent(percent)
    for label in ("Hiến máu", "Văn nghệ", "Nhận quà 27/7"):
        branch.save_code(store, Code(list_name="TAG", code="", label=label))
    page.members.view.selectAll()
    page._many.edit(page.members.chosen(), "tags")
    form = opened()
    form.form.field("tags").set_value(("Văn nghệ",))
    form.look()
    photograph(form, "many-tags", percent)


@pytest.mark.parametrize("percent", pictures.SIZES)
@pytest.mark.parametrize("kind", [EventKind.MOVED_UNIT, EventKind.EXEMPTED, EventKind.READMITTED])
def test_a_decision_for_many(page, look, kind, percent):
    look.set_percent(percent)
    page._view.setCurrentIndex(page._view.findData("ALL"))
    page.members.view.selectAll()
    page._many.record(kind, page.members.chosen())
    form = opened()
    assert isinstance(form, ManyDialog)
    form.form.field("happened_on").set_typed("1/6/2026")
    if "unit" in form.form.fields:
        form.form.field("unit").set_value(2)
    form.look()
    photograph(form, f"many-{kind}", percent)


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_a_filter_with_groups(page, look, percent):
    look.set_percent(percent)
    page.views.use(QUERY, "Trên 70 đi Campuchia")
    page.views.open_filter()
    photograph(opened(), "query", percent)


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_the_page_filtered_with_many_chosen(page, look, percent):
    look.set_percent(percent)
    page.views.use(QUERY, "Trên 70 đi Campuchia")
    page.members.view.selectAll()
    photograph(page.window(), "members-many", percent)


@pytest.mark.parametrize("percent", pictures.SIZES)
def test_a_name_for_the_columns(page, look, percent):
    look.set_percent(percent)
    page.views.open_columns()
    photograph(opened(), "columns-name", percent)
