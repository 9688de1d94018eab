"""Phones, places and military units are compared in one form, however clerks write them."""

import pytest

from ccb_desktop.domain.doubles.keys import KnownPerson, key_of, plain_phone


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("0912 345 678", "0912345678"),
        ("+84 912.345.678", "0912345678"),
        ("84912345678", "0912345678"),
        ("912345678", "0912345678"),
        ("0243 8123 456", "02438123456"),
        ("848123456", "0848123456"),
        ("không có", ""),
        ("3812", ""),
    ],
)
def test_a_phone_number_in_one_form(written, plain):
    assert plain_phone(written) == plain


def test_a_person_is_prepared():
    key = key_of(
        KnownPerson(
            1,
            "H'Lan  NIÊ",
            home_town="xã Hải Minh, huyện Hải Hậu, tỉnh Nam Định",
            military_unit="E95, F325",
            citizen_id="099 052 000001",
        )
    )
    assert key.name == "h lan nie"
    assert key.home_words == {"hai", "minh", "hau", "nam", "dinh"}
    assert key.unit_words == {"95", "325"}
    assert key.citizen_id == "099052000001"
    assert key_of(KnownPerson(2, "A", military_unit="Hải quân")).unit_words == {"hai", "quan"}
