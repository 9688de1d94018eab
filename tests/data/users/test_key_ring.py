"""Each password opens what it shall and nothing else, whatever was changed in the ring."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.data.engine import OPEN_KEY
from ccb_desktop.data.users.key_ring import (
    NO_RING,
    OPEN,
    RECOVERY,
    decode,
    encode,
    new_ring,
    opened,
    renamed,
    with_new_key,
    with_slot,
    without_slot,
)
from ccb_desktop.domain.errors import Damaged


@pytest.fixture(scope="module")
def keys():
    made = with_slot(new_ring(), RECOVERY, "", "MÃ IN")
    made = with_slot(made, 1, "Chủ tịch", "quê tôi ở Quảng Trị")
    made = with_slot(made, 2, "Thủ quỹ", "nhập ngũ năm 1972")
    coming, name = with_new_key(made)
    return coming.with_ring(replace(coming.ring, present=name, coming=None))


def test_each_slot_opens_the_same_keys(keys):
    passwords = {RECOVERY: "MÃ IN", 1: "quê tôi ở Quảng Trị", 2: "nhập ngũ năm 1972"}
    for owner, password in passwords.items():
        found = opened(keys.ring, owner, password)
        assert (found.present, found.master) == (keys.present, keys.master)
        for other in passwords.keys() - {owner}:
            assert opened(keys.ring, other, password) is None
    assert opened(keys.ring, 3, "quê tôi ở Quảng Trị") is None


def test_a_password_opens_in_either_form_of_vietnamese_letters(keys):
    assert opened(keys.ring, 1, "quê tôi ở Quảng Trị") is not None


def test_the_key_of_an_unencrypted_store_is_the_published_one(keys):
    assert NO_RING.present == new_ring().present == keys.called(OPEN) == OPEN_KEY
    assert len(bytes.fromhex(keys.present)) == 32
    assert keys.present != OPEN_KEY
    assert keys.called("another") is None


def test_a_new_password_replaces_the_old_and_a_slot_can_go(keys):
    changed = with_slot(keys, 2, "Thủ quỹ", "mật khẩu mới đây")
    assert opened(changed.ring, 2, "nhập ngũ năm 1972") is None
    assert opened(changed.ring, 2, "mật khẩu mới đây").present == keys.present
    gone = without_slot(changed, 2)
    assert opened(gone.ring, 2, "mật khẩu mới đây") is None
    named = renamed(keys, 2, "Thủ quỹ mới")
    assert named.ring.slot_of(2).name == "Thủ quỹ mới"
    assert opened(named.ring, 2, "nhập ngũ năm 1972") is not None


def test_the_ring_keeps_the_keys_of_older_backups(keys):
    more, name = with_new_key(keys)
    later = more.with_ring(replace(more.ring, present=name, coming=None))
    assert later.present != keys.present == later.called(keys.name)
    assert opened(later.ring, 1, "quê tôi ở Quảng Trị").called(keys.name) == keys.present


def test_the_file_says_all_of_it_and_no_secret(keys):
    written = encode(keys.ring)
    assert decode(written) == keys.ring
    assert keys.present.encode() not in written
    assert keys.master.hex().encode() not in written
    assert "Quảng Trị".encode() not in written


@given(data=st.data())
def test_a_damaged_ring_is_refused_or_opens_nothing_false(keys, data):
    written = bytearray(encode(keys.ring))
    place = data.draw(st.integers(0, len(written) - 1))
    written[place] ^= 1 << data.draw(st.integers(0, 7))
    try:
        found = opened(decode(bytes(written)), 1, "quê tôi ở Quảng Trị")
    except Damaged:
        return
    assert found is None or found.present in (keys.present, OPEN_KEY)


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b"null", b'{"format": 2}', b"\xff\xfe"])
def test_another_file_is_refused(content):
    with pytest.raises(Damaged):
        decode(content)


def test_what_is_printed_of_keys_is_no_key(keys):
    assert keys.present != OPEN_KEY
    assert keys.present not in repr(keys)
