"""The picture of the plan: what is done of all, and which key task is behind."""

from ccb_desktop.domain.tasks.home_progress import KeyTaskDone, done_message


def a_task(title, handed, done):
    return KeyTaskDone(2026, title, handed, done)


def test_both_parts_of_a_share_are_shown():
    one = a_task("Giảm nghèo", 5, 3)
    assert (one.percent, one.shown) == (60, "3/5 (60,00 %)")


def test_the_title_says_how_much_is_done_and_what_is_behind():
    tasks = [a_task("Xây dựng Hội", 10, 9), a_task("Giảm nghèo", 5, 3)]
    assert done_message(tasks) == (
        "Nhiệm vụ năm 2026: xong 12/15 (80,00 %) việc đã giao, chậm nhất là “Giảm nghèo”"
    )


def test_where_none_is_behind_none_is_named():
    alike = [a_task("Xây dựng Hội", 4, 2), a_task("Giảm nghèo", 2, 1)]
    for tasks in (alike, alike[:1]):
        assert done_message(tasks).endswith("việc đã giao")
