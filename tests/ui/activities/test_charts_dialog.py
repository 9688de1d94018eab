"""Pictures of the book: one measure at a time, by kind and by year."""

from datetime import date

from ccb_desktop.domain.activities.activities import Activity
from ccb_desktop.operations.activities import activities
from tests.ui.members.officer import dialog, pick

DAYS = date(2026, 1, 1), date(2026, 12, 31)


def bars(chart):
    return [(bar.label, bar.text) for bar in chart.bars]


def test_bars_are_of_one_measure(tab, store):
    for held_on, kind, more in (
        (date(2026, 3, 1), "UNIT_MEETING", {"sessions": 2, "members_present": 30}),
        (date(2025, 3, 1), "UNIT_MEETING", {"members_present": 10}),
        (date(2026, 4, 1), "DIALOGUE", {"opinions": 12}),
    ):
        activities.save_activity(store, Activity(held_on=held_on, kind=kind, name="Việc", **more))
    tab._span.set_span(*DAYS)
    tab.show_charts()
    charts = dialog("Biểu đồ hoạt động")
    assert bars(charts.by_kind) == [("Sinh hoạt chi hội", "2 buổi")]
    assert bars(charts.by_year) == [("2025", "1 buổi"), ("2026", "2 buổi")]
    pick(charts.measure.box, "Số ý kiến")
    assert bars(charts.by_kind) == [("Đối thoại", "12 ý kiến")]
    pick(charts.measure.box, "Lượt hội viên")
    assert bars(charts.by_year) == [("2025", "10 lượt"), ("2026", "30 lượt")]
