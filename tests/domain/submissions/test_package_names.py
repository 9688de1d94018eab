"""Names in packages are good on every stick, and like what they were."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.domain.submissions.package_names import is_safe, safe_name


@pytest.mark.parametrize(
    ("name", "safe"),
    [
        ("Danh sách Đảng viên.xlsx", "Danh-sach-Dang-vien.xlsx"),
        ("BC-6T-2026_Phuong-Thanh-Khe_2026-06-05.docx", None),
        ("../../etc/passwd", "etc-passwd"),
        ("nul.txt", "Tep-nul.txt"),
        ("манифест", "Tep"),
        ("manifest.json", "manifest-2.json"),
        ("C:\\a b.pdf", "C-a-b.pdf"),
    ],
)
def test_names_are_made_safe(name, safe):
    assert safe_name(name) == (safe or name)


def test_a_name_that_is_taken_is_counted():
    assert safe_name("a.txt", ["A.txt", "a-2.txt"]) == "a-3.txt"


@given(st.text(max_size=200), st.lists(st.text(max_size=5)))
def test_every_name_becomes_safe_and_stands_once(name, taken):
    found = safe_name(name, taken)
    assert is_safe(found)
    assert found.lower() not in {one.lower() for one in taken}
