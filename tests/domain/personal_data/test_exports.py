"""What the log of exports keeps: ids in short, and no name of a single member."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.personal_data.exports import ids_as_text, ids_of_text, without_name


@given(st.frozensets(st.integers(1, 400)))
def test_ids_come_back_as_they_went(ids):
    assert ids_of_text(ids_as_text(ids)) == ids


def test_ids_stand_in_runs():
    assert ids_as_text([3, 12, 7, 8, 9]) == "3,7-9,12"


@pytest.mark.parametrize(
    ("file_name", "kept"),
    [
        ("Ho-so-Nguyen-Van-An_Phuong-An-Lac.docx", "Ho-so-(tên)_Phuong-An-Lac.docx"),
        ("danh sách.xlsx", "danh sách.xlsx"),
    ],
)
def test_the_name_of_a_single_member_is_left_out(file_name, kept):
    assert without_name(file_name, "Nguyễn Văn An") == kept
