"""The page Hoạt động at both sizes of text: nothing cut off, everything has a name."""

from datetime import date

from ccb_desktop.domain.activities.activities import Activity, ActivityKind, Presence
from ccb_desktop.operations.activities import activities, attendance
from ccb_desktop.ui.kit.broadcast import Place
from tests.ui import pictures
from tests.ui.hands import settle
from tests.ui.members.officer import dialog

DAY = date(2026, 3, 5)


def test_tabs_and_dialogs_are_photographed(tab, page, store, look):
    activity = Activity(
        held_on=DAY,
        kind=ActivityKind.UNIT_MEETING.value,
        name="Sinh hoạt Chi hội 1 tháng 3",
        unit_id=1,
        cost_dong=200_000,
    )
    own = activities.record_activity(store, activity)[1].id
    attendance.save_roll_call(store, own, {5: Presence.PRESENT, 6: Presence.ABSENT})
    page.show_place(Place("activities", own, {"tab": "book"}))
    settle()
    for name, show in (
        ("activities-book", lambda: None),
        ("activities-roll", lambda: tab.call_roll(tab.table.chosen())),
        ("activities-dialog", lambda: tab.correct(tab.table.chosen())),
    ):
        show()
        seen = page.window() if name == "activities-book" else dialog()
        size = pictures.SCREEN if name == "activities-book" else (1280, 706)
        pictures.take(seen, look, name, size=size)
        assert pictures.cut_off(seen) == []
        assert pictures.nameless(seen) == []
        if seen is not page.window():
            seen.reject()
            settle()
