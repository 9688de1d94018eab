"""The work that units leave undone when they end."""

from ccb_desktop.domain.unit_changes.unit_tasks import tasks_note


def test_only_units_with_work_undone_are_named():
    (told,) = tasks_note({"Chi hội 2": 1_200, "Chi hội 3": 0, "Chi hội 4": 1})
    assert "chưa xong: Chi hội 2 (1.200 việc); Chi hội 4 (1 việc). Việc ấy giữ nguyên" in told
    assert tasks_note({"Chi hội 3": 0}) == tasks_note({}) == ()
