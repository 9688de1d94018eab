"""Passwords that can be guessed are refused; wrong ones make the next try wait."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.users.passwords import WrongTries, check_password

NOW = datetime(2026, 6, 5, 9, 0)
LONGEST = timedelta(minutes=5)


@pytest.mark.parametrize(
    ("password", "again", "field"),
    [
        ("ngắn", "ngắn", "password"),
        ("12345678", "12345678", "password"),
        ("aaaaaaaaaa", "aaaaaaaaaa", "password"),
        ("Nguyễn Văn Thử", "Nguyễn Văn Thử", "password"),
        ("Mật khẩu 123", "Mật khẩu 123", "password"),
        ("quê ở Nam Đàn", "quê ở Nam Đan", "again"),
    ],
)
def test_a_weak_or_mistyped_password_is_refused(password, again, field):
    with pytest.raises(Invalid) as refused:
        check_password(password, again, "Nguyễn Văn Thử")
    assert set(refused.value.fields) == {field}


def test_a_short_sentence_will_do():
    check_password("quê ở Nam Đàn", "quê ở Nam Đàn", "Thủ quỹ")


@given(st.integers(0, 2))
def test_the_first_wrong_ones_cost_nothing(count):
    assert WrongTries(count, NOW).wait(NOW) == timedelta()


@given(st.integers(3, 40), st.timedeltas(timedelta(days=-400), timedelta(days=400)))
def test_the_wait_grows_ends_and_is_never_longer_than_the_longest(count, later):
    wait = WrongTries(count, NOW).wait(NOW + later)
    assert timedelta() <= wait <= LONGEST
    assert WrongTries(count, NOW).wait(NOW) <= WrongTries(count + 1, NOW).wait(NOW)
    assert WrongTries(count, NOW).wait(NOW + LONGEST) == timedelta()
