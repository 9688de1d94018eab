"""Who may be erased, and by what it is said."""

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.personal_data.erasure import bonds, check_erasure, pseudonym

FREE = {
    "is_member": False,
    "is_erased": False,
    "posts": (),
    "loans": (),
    "drafts": 0,
    "tasks": 0,
}


def test_whom_nothing_binds_may_be_erased():
    assert bonds(**FREE) == ()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ({"is_member": True}, "còn tên trong Hội"),
        ({"is_erased": True}, "đã được xóa trước đây"),
        ({"posts": ("Chi hội phó",)}, "chức danh Chi hội phó"),
        ({"loans": ("V-07",)}, "khoản vay V-07"),
        ({"drafts": 2}, "2 phiếu nháp"),
        ({"tasks": 3}, "3 việc"),
    ],
)
def test_what_binds_him_is_said(what, said):
    [bond] = bonds(**FREE | what)
    assert said in bond


def test_decision_and_reason_are_needed():
    check_erasure("15/QĐ-CCB", "theo đơn")
    with pytest.raises(Invalid) as refused:
        check_erasure("15/QĐ-CCB", " ")
    assert set(refused.value.fields) == {"reason"}


def test_the_pseudonym_has_four_figures():
    assert pseudonym(12) == "Hội viên đã xóa dữ liệu 0012"
