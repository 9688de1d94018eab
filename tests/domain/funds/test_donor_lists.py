"""Lists of donors as they are pasted."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.funds.donor_lists import members_meant, read_donor_list
from ccb_desktop.domain.funds.lines import Payer


def only(text):
    (line,) = read_donor_list(text)
    return line.donor, line.amount_dong, line.goods, line.goods_value_dong


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1\tNguyễn Văn An\t200.000", ("Nguyễn Văn An", 200_000, "", 0)),
        ("2. Trần Bình 500k", ("Trần Bình", 500_000, "", 0)),
        ("Lê Cam\t\tGạo 50 kg\t900.000", ("Lê Cam", 0, "Gạo 50 kg", 900_000)),
        ("Tổ dân phố 5: 1,2 triệu", ("Tổ dân phố 5", 1_200_000, "", 0)),
        ("Ông Hòa;Mì tôm", ("Ông Hòa", 0, "Mì tôm", 0)),
        ("Tổ 5 – 200000", ("Tổ 5", 200_000, "", 0)),
    ],
)
def test_a_line_is_read_as_it_is_meant(text, expected):
    assert only(text) == expected


@pytest.mark.parametrize(
    "text", ["Hội viên 5", "An\tabc1", "\t200.000", "An\t\t\t900.000", "Nguyễn Văn An"]
)
def test_what_cannot_be_taken_says_why(text):
    assert [bool(line.problem) for line in read_donor_list(text)] == [True]


def test_header_sums_and_blank_lines_are_passed_over():
    text = "STT\tHọ và tên\tSố tiền\n\n1\tAn\t5.000\nTổng cộng\t5.000\n"
    assert [(line.place, line.donor) for line in read_donor_list(text)] == [(3, "An")]


@given(st.text(alphabet="Aạ1.,\t; \nđ", max_size=60))
def test_no_text_breaks_it(text):
    for line in read_donor_list(text):
        assert line.problem or (line.donor and (line.amount_dong or line.goods))


def test_a_name_means_a_member_only_where_one_person_bears_it():
    payers = [
        Payer(person_id, name, None, "", unit_id, "")
        for person_id, name, unit_id in [(1, "Trần An", 1), (2, "Trần An", 2), (3, "Lê Bình", 2)]
    ]
    lines = read_donor_list("TRẦN AN;5.000\nlê bình;5.000\nVõ Cam;5.000")
    anywhere = members_meant(lines, payers, None)
    assert {place: payer.person_id for place, payer in anywhere.items()} == {2: 3}
    in_unit = members_meant(lines, payers, 1)
    assert {place: payer.person_id for place, payer in in_unit.items()} == {1: 1}
