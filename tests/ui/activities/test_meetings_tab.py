"""The year of meetings on the screen, and the way to the next one."""

from datetime import date, timedelta

import pytest

from ccb_desktop.domain.activities.activities import Activity, ActivityKind
from ccb_desktop.operations.activities import activities
from ccb_desktop.ui.kit.broadcast import Place
from ccb_desktop.ui.kit.page_tabs import PageTabs
from tests.ui.hands import settle
from tests.ui.members.officer import dialog

TODAY = date.today()


@pytest.fixture
def meetings(page, store):
    """The tab, where Chi hội 1 met yesterday."""
    activities.save_activity(
        store,
        Activity(
            held_on=TODAY - timedelta(1),
            kind=ActivityKind.UNIT_MEETING.value,
            name="Sinh hoạt",
            unit_id=1,
            members_present=4,
        ),
    )
    page.desk.broadcast.wanted.connect(page.show_place)
    page.show_place(Place("activities", filters={"tab": "meetings"}))
    settle()
    return page.findChild(PageTabs).currentWidget()


def test_who_meets_and_who_does_not_is_told_by_sign_and_word(meetings):
    told = {one.name: one.state_told for one in meetings.table.seen_lines()}
    assert told["Chi hội 1"] == "✔ Đều"
    assert told["Chi hội 2"] == "? Chưa ghi buổi nào"
    assert "1/3 nơi" in meetings._told.text()
    assert "Cần nhắc: Ban Chấp hành Hội, Chi hội 2." in meetings._told.text()


def test_a_meeting_of_a_chosen_unit_is_begun_with_all_that_is_known(meetings):
    meetings.table.choose_ids([2])
    meetings._begin(meetings.table.chosen()[0])
    values = dialog("Ghi hoạt động").form.values()
    assert (values["unit_id"], values["held_on"]) == (2, TODAY)
    assert values["name"] == f"Sinh hoạt Chi hội 2 tháng {TODAY.month}"
