"""Names of units: what is one unit, and what a title says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.exchange.unit_names import (
    is_sub_unit,
    tidy_unit,
    unit_in_heading,
    unit_key,
    unit_of_title_row,
)


@pytest.mark.parametrize(
    "name",
    ["Chi hội 5", "CH 5", "CHI HỘI SỐ 5", "5", "chi hoi 05", "Chi hội  5", "Chi hội CCB 5"],
)
def test_writings_of_one_unit_have_one_key(name):
    assert unit_key(name) == "5"


def test_a_code_is_another_key_than_the_number():
    assert unit_key("CH05") == "ch05"
    assert unit_key("CH5") != unit_key("Chi hội 5")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phân hội 1 - Chi hội 2", "PH 1"),
        ("CLB Cựu quân nhân 2", "clb cqn 2"),
        ("Câu lạc bộ Cựu quân nhân 2", "CLB 2"),
        ("Chi hội Khu phố An Bình", "CHI HỘI KHU PHỐ AN BÌNH"),
    ],
)
def test_other_units_have_one_key_too(one, other):
    assert unit_key(one) == unit_key(other)


def test_a_name_that_is_nothing_but_the_word_keeps_a_key():
    assert unit_key("Chi hội") == "chi hoi"
    assert unit_key("Chi hội Chi Lăng") == "chi lang"


@pytest.mark.parametrize(
    ("written", "tidy"),
    [
        ("CHI HỘI  2", "Chi hội 2"),
        ("Chi hội  4", "Chi hội 4"),
        ("chi hội 4", "Chi hội 4"),
        ("CHI HỘI SỐ 1", "Chi hội số 1"),
        ("CHI HỘI KHU PHỐ AN BÌNH", "Chi hội khu phố An Bình"),
        ("CLB CỰU QUÂN NHÂN 1", "CLB cựu quân nhân 1"),
        ("CLB CQN 1", "CLB CQN 1"),
        ("CHI HỘI CCB PHỐ HUẾ", "Chi hội CCB phố Huế"),
        ("CH 5", "CH 5"),
        ("CH05", "CH05"),
        ("CLB1", "CLB1"),
        ("5", "5"),
        ("Chi hội Trần Phú", "Chi hội Trần Phú"),
    ],
)
def test_tidy_names(written, tidy):
    assert tidy_unit(written) == tidy


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Chi hội 3", "Chi hội 3"),
        ("II. CHI HỘI 2 (10 hội viên)", "Chi hội 2"),
        ("2/ Chi hội 2: 23 đ/c", "Chi hội 2"),
        ("Chi hội 5 có 12 đồng chí", "Chi hội 5"),
        ("III CHI HỘI 4", "Chi hội 4"),
        ("Phân hội 1", "Phân hội 1"),
        ("CLB Cựu quân nhân 1", "CLB Cựu quân nhân 1"),
        ("Chi hội trưởng", ""),
        ("CHI HỘI PHÓ", ""),
        ("Chi hội", ""),
        ("Nguyễn Văn Chi", ""),
        ("Khu phố 3", ""),
    ],
)
def test_title_rows(title, unit):
    assert unit_of_title_row(title) == unit


def test_a_place_names_a_unit_only_where_nothing_else_does():
    assert unit_of_title_row("KHU PHỐ 3", places=True) == "Khu phố 3"
    assert unit_of_title_row("Thôn Đông", places=True) == "Thôn Đông"
    assert unit_of_title_row("Nguyễn Văn Tổ", places=True) == ""


@pytest.mark.parametrize(
    ("heading", "unit"),
    [
        ("DANH SÁCH HỘI VIÊN CHI HỘI 5", "Chi hội 5"),
        ("CHI HỘI SỐ 1", "Chi hội số 1"),
        ("Danh sách hội viên Chi hội 3 năm 2026", "Chi hội 3"),
        ("HỘI CCB PHƯỜNG AN LẠC - CHI HỘI CCB KHU PHỐ 3", "Chi hội khu phố 3"),
        ("Chi hội: Trần Phú (Tính đến 30/6/2026)", "Chi hội Trần Phú"),
        ("DANH SÁCH HỘI VIÊN CHI HỘI 2, 3", ""),
        ("Danh sách chi hội 1 và 2", ""),
        ("DANH SÁCH HỘI VIÊN CÁC CHI HỘI", ""),
        ("DANH SÁCH CHI HỘI TRƯỞNG", ""),
        ("DANH SÁCH TRÍCH NGANG HỘI VIÊN", ""),
    ],
)
def test_headings(heading, unit):
    assert unit_in_heading(heading) == unit


def test_sub_units():
    assert is_sub_unit("Phân hội 2")
    assert is_sub_unit("PH 2")
    assert not is_sub_unit("Chi hội 2")


LETTERS = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạộấếữÁĐỘCHISỐ0123456789 .,-:()/\t"


@given(st.text(alphabet=LETTERS, max_size=40).filter(str.strip))
@settings(deadline=None, max_examples=300)
def test_tidying_never_makes_it_another_unit(text):
    assert unit_key(tidy_unit(text)) == unit_key(text)


@given(st.text(max_size=60))
@settings(deadline=None, max_examples=200)
def test_any_text_is_taken_calmly(text):
    assert isinstance(unit_key(text), str)
    assert isinstance(unit_in_heading(text), str)
    assert isinstance(unit_of_title_row(text, places=True), str)


@pytest.mark.parametrize(
    "title", ["CHI HỘI 4: Khu phố 5", "Chi hội 4 (khu phố 5)", "II. Chi hội 4 - tổ 1, 2"]
)
def test_what_stands_behind_the_number_of_a_title_is_no_part_of_the_name(title):
    assert unit_of_title_row(title) == "Chi hội 4"
