"""The kinds of sheets against `exchange.md`, and the wordings of their choices."""

import pytest

from ccb_desktop.domain.exchange.choices import codes_by_wording, labels_of_choices
from ccb_desktop.domain.exchange.fields import FieldType
from ccb_desktop.domain.exchange.headers import header_keys
from ccb_desktop.domain.exchange.sheet_kinds import (
    READABLE_NOW,
    SHEET_KINDS,
    sheet_kind,
)
from ccb_desktop.domain.people_names import fold

REQUIRED = {
    "units": ("Mã", "Tên đơn vị", "Loại"),
    "members": ("Họ và tên", "Ngày sinh", "Chi hội"),
    "club_members": ("Họ và tên", "Ngày sinh", "CLB"),
    "events": ("Ngày", "Họ và tên", "Loại biến động"),
    "posts": ("Họ và tên", "Chức danh", "Phạm vi"),
    "funds": ("Tên quỹ", "Cấp", "Mục đích", "Ngày mở"),
    "vouchers": ("Ngày", "Loại", "Quỹ", "Nội dung", "Số tiền"),
    "dues": ("Năm", "Họ và tên", "Số tiền", "Ngày nộp"),
    "contributions": ("Đợt vận động", "Ngày", "Người ủng hộ"),
    "campaign_targets": ("Đợt vận động", "Chi hội", "Chỉ tiêu"),
    "loans": ("Mã vay", "Người vay", "Quỹ", "Số tiền", "Ngày vay"),
    "repayments": ("Mã vay", "Ngày", "Gốc"),
    "bank_loans": ("Ngày", "Tổ TK&VV"),
    "visits": ("Ngày", "Dịp", "Loại đối tượng", "Họ và tên", "Cấp chi"),
    "housing": ("Chủ hộ",),
    "tasks": ("Năm", "Nhiệm vụ trọng tâm", "Việc", "Đơn vị thực hiện"),
    "activities": ("Ngày", "Loại", "Tên hoạt động"),
    "member_results": ("Năm", "Họ và tên", "Kết quả"),
    "unit_ratings": ("Năm", "Đơn vị", "Xếp loại"),
    "awards": ("Ngày", "Đối tượng", "Tên", "Hình thức", "Cấp khen"),
    "manual_figures": ("Chỉ tiêu", "Từ ngày", "Đến ngày", "Giá trị"),
}


def test_all_kinds_are_there_units_first_and_all_are_readable():
    names = [kind.name for kind in SHEET_KINDS]
    assert sorted(names) == sorted(REQUIRED)
    assert names[:3] == ["units", "members", "club_members"]
    assert set(names) == READABLE_NOW


@pytest.mark.parametrize("kind", SHEET_KINDS, ids=lambda kind: kind.name)
def test_required_columns_are_those_with_a_star(kind):
    assert tuple(kind.field(name).header for name in kind.required) == REQUIRED[kind.name]


@pytest.mark.parametrize("kind", SHEET_KINDS, ids=lambda kind: kind.name)
def test_every_header_that_is_written_means_its_own_field_first(kind):
    headers = [field.header for field in kind.columns]
    assert len(set(headers)) == len(headers)
    keys = [header_keys(header)[0] for header in headers]
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize("kind", SHEET_KINDS, ids=lambda kind: kind.name)
def test_every_choice_has_labels_and_every_label_gives_its_code(kind):
    for field in kind.fields:
        labels = labels_of_choices(field.choices)
        assert bool(labels) == (field.type in (FieldType.CHOICE, FieldType.CODES))
        codes = codes_by_wording(field.choices)
        assert all(codes[fold(label)] == code for code, label in labels.items())


def test_an_unknown_kind_or_field_is_an_error():
    with pytest.raises(KeyError):
        sheet_kind("nothing")
    with pytest.raises(KeyError):
        sheet_kind("members").field("nothing")


def test_labels_of_the_branch_take_the_place_of_the_delivered_ones():
    lists = {"POVERTY": {"POOR": "Nghèo đa chiều", "HELPED": "Nghèo"}}
    assert labels_of_choices("POVERTY", lists) == lists["POVERTY"]
    codes = codes_by_wording("POVERTY", lists)
    assert codes["ngheo"] == "HELPED"  # a label goes before another wording
    assert "giau" not in codes
