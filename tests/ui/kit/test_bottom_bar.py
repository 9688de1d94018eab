"""Ages and times left, in words."""

from datetime import datetime, timedelta

import pytest

from ccb_desktop.ui.kit.background import Background
from ccb_desktop.ui.kit.bottom_bar import BottomBar, age, time_left

NOW = datetime(2026, 6, 5, 8, 0)


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(seconds=20), "vừa xong"),
        (timedelta(seconds=-90), "vừa xong"),
        (timedelta(minutes=59), "59 phút trước"),
        (timedelta(hours=23, minutes=59), "23 giờ trước"),
        (timedelta(days=3, hours=5), "3 ngày trước"),
    ],
)
def test_ages(ago, words):
    assert age(NOW - ago, NOW) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.4, "còn khoảng 5 giây"),
        (22, "còn khoảng 20 giây"),
        (59, "còn khoảng 60 giây"),
        (95, "còn khoảng 2 phút"),
    ],
)
def test_times_left(seconds, words):
    assert time_left(seconds) == words


@pytest.mark.parametrize("zoned", [False, True])
def test_a_backup_is_told_whether_its_time_has_a_zone_or_not(qt_app, zoned):
    moment = datetime.now() - timedelta(days=30)
    bar = BottomBar(Background(at_once=True))
    bar.tell_backup(moment.astimezone() if zoned else moment)
    assert "30 ngày trước, nên sao lưu ngay" in bar._backup.text()


def test_nothing_is_said_of_backups_before_the_books_are_open(qt_app):
    bar = BottomBar(Background(at_once=True))
    bar.refresh_age()
    assert bar._backup.text() == ""
    bar.tell_branch("Hội CCB phường An Lạc")
    assert bar._backup.text() == "Chưa sao lưu lần nào"
