"""A clock is held against the last act and against the age of the program."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.clock import MADE_ON, ClockFault, clock_doubt

NOW = datetime(2026, 11, 30, 9, 30)
MOMENTS = st.datetimes(datetime(2026, 6, 1), datetime(2060, 1, 1))


@given(MOMENTS, st.integers(-600, 366 * 24 * 3600))
def test_a_clock_that_goes_on_from_the_last_act_is_right(newest_at, seconds):
    now = newest_at + timedelta(seconds=seconds)
    if now.date() >= MADE_ON:
        assert clock_doubt(now, newest_at) is None


@given(MOMENTS, st.integers(601, 10**9))
def test_a_clock_put_back_is_doubted(newest_at, seconds):
    doubt = clock_doubt(newest_at - timedelta(seconds=seconds), newest_at)
    assert doubt.fault is ClockFault.BEHIND
    assert f"{newest_at:%d/%m/%Y}" in doubt.told


@given(MOMENTS, st.integers(366 * 24 * 3600 + 1, 10**9))
def test_a_clock_far_ahead_is_doubted(newest_at, seconds):
    doubt = clock_doubt(newest_at + timedelta(seconds=seconds), newest_at)
    assert doubt.fault is ClockFault.AHEAD


def test_new_books_on_a_pc_with_an_empty_battery():
    doubt = clock_doubt(datetime(2009, 1, 1, 0, 3), None)
    assert doubt.fault is ClockFault.BEFORE_PROGRAM
    assert "pin đồng hồ" in doubt.told
    assert clock_doubt(NOW, None) is None


def test_what_is_told_says_what_is_safe_and_what_to_do():
    told = clock_doubt(datetime(2019, 5, 6, 7, 8), NOW).told
    for part in ("07:08 ngày 06/05/2019", "Số liệu vẫn nguyên", "Điều chỉnh ngày giờ"):
        assert part in told
