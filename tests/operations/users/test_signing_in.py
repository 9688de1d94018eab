"""A wrong password opens nothing, and the more of them the longer the next one waits."""

import json
from datetime import datetime, timedelta

import pytest

from ccb_desktop.domain.errors import Invalid, NotSignedIn
from ccb_desktop.operations.branch import open_branch
from ccb_desktop.operations.users import ring_files
from ccb_desktop.operations.users.signing_in import (
    seconds_to_wait_for_file,
    sign_in,
    sign_in_by_code,
    sign_in_to_file,
)
from tests.office import CHAIRMAN, CODE, PASSWORD, TREASURER, seat_officers, signed

NOW = datetime(2026, 6, 5, 9, 0)


@pytest.fixture
def seated(data_folder):
    with open_branch(data_folder) as store:
        seat_officers(store, TREASURER)
    return data_folder


def test_name_and_password_must_fit(seated):
    with pytest.raises(NotSignedIn, match="Không có người dùng"):
        sign_in(seated, "Ai đó", PASSWORD[CHAIRMAN.name])
    with pytest.raises(NotSignedIn, match="Mật khẩu chưa đúng"):
        sign_in(seated, CHAIRMAN.name, PASSWORD[TREASURER.name])
    assert signed(seated).user_id == 1


def test_wrong_ones_make_the_next_wait_also_in_another_window(seated):
    now = NOW
    for _ in range(3):
        with pytest.raises(NotSignedIn, match="chưa đúng"):
            sign_in(seated, CHAIRMAN.name, "không phải câu này", now)
    with pytest.raises(NotSignedIn, match=r"Đã gõ sai 3 lần\. Chờ 2 giây"):
        sign_in(seated, CHAIRMAN.name, PASSWORD[CHAIRMAN.name], now)
    assert sign_in(seated, TREASURER.name, PASSWORD[TREASURER.name], now)
    now += timedelta(seconds=2)
    with pytest.raises(NotSignedIn, match="chưa đúng"):
        sign_in(seated, CHAIRMAN.name, "không phải câu này", now)
    with pytest.raises(NotSignedIn, match="Chờ 4 giây"):
        sign_in(seated, CHAIRMAN.name, PASSWORD[CHAIRMAN.name], now)
    now += timedelta(seconds=4)
    assert sign_in(seated, CHAIRMAN.name, PASSWORD[CHAIRMAN.name], now)
    with pytest.raises(NotSignedIn, match="chưa đúng"):
        sign_in(seated, CHAIRMAN.name, "không phải câu này", now)


def test_wrong_ones_for_a_backup_wait_too_and_keep_nobody_out_of_the_books(seated):
    ring = ring_files.read_ring(seated)
    for _ in range(3):
        with pytest.raises(NotSignedIn, match="không mở được"):
            sign_in_to_file(seated, ring, CHAIRMAN.name, "không phải câu này", NOW)
    with pytest.raises(NotSignedIn, match=r"Đã gõ sai 3 lần\. Chờ 2 giây"):
        sign_in_to_file(seated, ring, CHAIRMAN.name, PASSWORD[CHAIRMAN.name], NOW)
    assert seconds_to_wait_for_file(seated, ring, CHAIRMAN.name, NOW) == 2
    assert sign_in(seated, CHAIRMAN.name, PASSWORD[CHAIRMAN.name], NOW)
    assert sign_in_to_file(seated, ring, "", CODE, NOW)
    later = NOW + timedelta(seconds=2)
    assert sign_in_to_file(seated, ring, CHAIRMAN.name, PASSWORD[CHAIRMAN.name], later)
    assert seconds_to_wait_for_file(seated, ring, CHAIRMAN.name, later) == 0


def test_a_spoilt_count_locks_nobody_out(seated):
    for spoilt in ("", "[]", "{}", '{"1": 5}', '{"1": [5, "gestern"]}', '{"1": [Infinity, ""]}'):
        seated.wrong_tries.write_text(spoilt)
        assert signed(seated)


@pytest.mark.parametrize("last_at", ["2035-01-01T08:00:00", "9999-12-31T23:59:59+07:00"])
def test_a_clock_that_was_put_back_makes_nobody_wait_for_years(seated, last_at):
    now = datetime(2026, 6, 5, 8, 0)
    seated.wrong_tries.write_text(json.dumps({"1": [20, last_at]}))
    with pytest.raises(NotSignedIn, match="Chờ"):
        sign_in(seated, CHAIRMAN.name, PASSWORD[CHAIRMAN.name], now)
    later = now + timedelta(minutes=6)
    assert sign_in(seated, CHAIRMAN.name, PASSWORD[CHAIRMAN.name], later).user_id == 1


def test_the_code_must_be_typed_right_and_be_the_right_one(seated):
    with pytest.raises(Invalid):
        sign_in_by_code(seated, CODE[:-1])
    assert sign_in_by_code(seated, CODE).user_id == 0
