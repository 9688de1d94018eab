"""Proposals from the words beside a blank."""

import pytest

from ccb_desktop.domain.superior_forms.suggesting import offers_for, suggested
from ccb_desktop.domain.superior_forms.ties import Aspect, Word


@pytest.mark.parametrize(
    ("label", "name", "aspect"),
    [
        ("Tổng số hội viên", "members_closing", Aspect.VALUE),
        ("người, trong đó nữ", "members_female", Aspect.VALUE),
        ("Từ trần – Số lượng Cùng kỳ năm trước", "members_deceased", Aspect.BEFORE),
        ("Kết nạp mới – Chỉ tiêu giao", "members_admitted", Aspect.TARGET),
        ("Quỹ hội phí đã thu được (đồng)", "dues_collected", Aspect.VALUE),
        ("Do Hội chi – Số tiền", "visits_paid_by_branch", Aspect.VALUE),
        ("Đơn vị", Word.BRANCH, Aspect.VALUE),
        ("Số liệu đến ngày – BIỂU TỔNG HỢP", Word.CUT_OFF_DAY, Aspect.VALUE),
    ],
)
def test_the_likeliest_comes_first(label, name, aspect):
    first = suggested(label)[0]
    assert (first.tie.name, first.tie.aspect) == (name, aspect)


@pytest.mark.parametrize("label", ["", "Người lập biểu", "Hội viên cuối kỳ – Ghi chú"])
def test_nothing_is_proposed_where_nothing_is_like_it(label):
    assert suggested(label) == []


def test_search_finds_with_and_without_marks():
    assert [offer.tie.name for offer in offers_for("hoi phi da thu")] == ["dues_collected"]
    assert offers_for("Hội phí đã thu") == offers_for("hoi phi da thu")
    assert len(offers_for("")) > 100


def test_amounts_are_told_apart():
    labels = [offer.label for offer in offers_for("")]
    assert len(labels) == len(set(labels))
