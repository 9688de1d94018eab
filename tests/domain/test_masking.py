"""What leaves masked: numbers, what is noted of health, and numbers within words."""

import pytest

from ccb_desktop.domain.exchange.cells import reader_of
from ccb_desktop.domain.exchange.kinds_people import MEMBERS
from ccb_desktop.domain.masking import masked_cell, masked_numbers, masked_person
from ccb_desktop.domain.members.people import Person, Policy
from ccb_desktop.domain.papers import mask


def test_of_a_person_numbers_and_health_are_hidden_and_nothing_else():
    whole = Person(
        full_name="Trần Văn An",
        citizen_id="001052000123",
        phone="0912000111",
        insurance_no="CK4010012345678",
        health_note="Tiểu đường",
        policies=(Policy(kind="BENH_BINH", note="Tâm thần"),),
    )
    shown = masked_person(whole)
    assert (shown.citizen_id, shown.phone) == ("0010•••••123", "0912•••111")
    assert shown.insurance_no == "CK40••••••••678"
    assert shown.health_note == "(có ghi, không in)"
    assert shown.policies == (Policy(kind="BENH_BINH"),)
    assert masked_person(Person(full_name="Trần Văn An")) == Person(full_name="Trần Văn An")


@pytest.mark.parametrize(
    ("head", "text", "shown"),
    [
        ("CCCD", "001052000123", "0010•••••123"),
        ("Ghi chú", "gọi 0912000111 hoặc 0280123456", "gọi 0912•••111 hoặc 0280•••456"),
        ("Số tiền", "100.000.000", "100.000.000"),
        ("Số", "05/2026/QĐ", "05/2026/QĐ"),
        ("Tài khoản", "1050123456789", "1050123456789"),
    ],
)
def test_a_cell_hides_what_is_a_number_of_somebody(head, text, shown):
    assert masked_cell(head, text) == shown


@pytest.mark.parametrize("name", ["citizen_id", "phone", "insurance_no"])
def test_a_masked_number_that_comes_back_says_nothing(name):
    whole = "001052000123" if name == "citizen_id" else "0912000111"
    read = reader_of(MEMBERS.field(name))
    left = masked_numbers({name: whole, "born_on": None})
    assert left == {name: mask(whole), "born_on": None}
    assert (read(whole), read(left[name])) == (whole, None)
