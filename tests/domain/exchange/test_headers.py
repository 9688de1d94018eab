"""Finding the header: where it stands, what its columns mean, whatever stands around it."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.exchange.headers import (
    HEADER_DEPTH,
    find_header,
    header_choices,
    header_key,
    is_column_numbers,
    row_of_shape,
)
from ccb_desktop.domain.exchange.sheet_kinds import SHEET_KINDS, sheet_kind
from ccb_desktop.domain.people_names import fold
from tests.domain.exchange.sheets import HEADER, people, sheet


def found(*rows, **more):
    made = sheet(*rows, merges=more.pop("merges", ()))
    return find_header(made.rows, made.merges, **more)


def fields(*labels):
    header = found(("Họ và tên", "Năm sinh", *labels), ("Nguyễn Văn An", 1952))
    return [header.fields.get(column) for column in range(2, 2 + len(labels))]


USUAL = {
    "full_name": ["Họ tên", "HỌ VÀ TÊN", "Họ và tên hội viên", "Ho ten", "Họ và tên (chữ in hoa)"],
    "born_on": ["Năm sinh", "Ngày tháng năm sinh", "Ngày, tháng,\nnăm sinh", "Ngày/tháng/năm sinh"],
    "sex": ["Giới\ntính", "Nam/Nữ", "Phái", "GIỚI TÍNH"],
    "citizen_id": ["Số CMND/CCCD", "CCCD", "CMT", "Số CCCD", "Căn cước công dân", "Số định danh"],
    "phone": ["ĐT", "SĐT", "Số điện thoại", "Điện thoại liên hệ", "Số ĐT"],
    "home_town": ["Quê quán", "Nguyên quán", "Quê"],
    "address": ["Chỗ ở hiện nay", "Hộ khẩu thường trú", "Nơi ở", "Địa chỉ", "HKTT"],
    "street_group": ["Tổ dân phố", "Thôn", "Khu phố", "TDP"],
    "unit": ["Chi hội CCB", "Chi hội", "CH", "Tên chi hội"],
    "joined_on": ["Năm vào Hội", "Ngày vào Hội", "Ngày tháng năm vào Hội", "Ngày kết nạp"],
    "enlisted_on": ["NN", "Nhập ngũ", "Ngày nhập ngũ", "Tháng năm nhập ngũ"],
    "discharged_on": ["XN", "Xuất ngũ", "Năm xuất ngũ"],
    "party_joined_on": ["Vào Đảng", "Ngày vào Đảng", "Năm vào Đảng"],
    "party_official_on": ["Chính thức", "Ngày chính thức"],
    "rank": ["Cấp bậc khi xuất ngũ", "Cấp bậc", "Quân hàm"],
    "admission_category": ["Đối tượng kết nạp (1–9)", "Đối tượng kết nạp"],
    "policy_rate": ["Tỷ lệ thương tật (%)", "Tỷ lệ thương tật"],
    "insurance_no": ["Số thẻ BHYT", "Mã thẻ BHYT"],
    "card_no": ["Số thẻ", "Số thẻ hội viên", "Thẻ hội viên"],
    "note": ["Ghi chú", "GC"],
}


@pytest.mark.parametrize(
    ("field", "wording"), [(field, text) for field, texts in USUAL.items() for text in texts]
)
def test_usual_wordings(field, wording):
    if field in ("full_name", "born_on"):
        others = {"full_name": "Năm sinh", "born_on": "Họ và tên"}
        header = found((wording, others[field], "Quê quán"))
        assert header.fields[0] == field
    else:
        assert fields(wording) == [field]


@pytest.mark.parametrize("kind", SHEET_KINDS, ids=lambda kind: kind.name)
def test_what_the_program_writes_is_found_again(kind):
    header = found(tuple(field.header for field in kind.columns))
    assert header.kind is kind
    assert [header.fields[column] for column in range(len(kind.columns))] == [
        field.name for field in kind.columns
    ]


def test_each_field_once_the_likelier_wording_first():
    assert fields("Hộ khẩu thường trú", "Chỗ ở hiện nay") == [None, "address"]
    assert fields("Cấp bậc", "Chức vụ", "Chức vụ hội") == ["rank", "military_post", "hoi_post"]
    assert fields("Chi hội", "Đơn vị") == ["unit", "military_unit"]


def test_a_year_is_not_the_sex():
    assert header_key("Năm") != header_key("Nam")
    assert found(("Năm", "Họ và tên", "Số tiền", "Ngày nộp")).kind.name == "dues"


def test_the_header_stands_under_titles():
    header = found(
        ("HỘI CCB PHƯỜNG AN LẠC", None, None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("CHI HỘI 1",),
        (),
        ("DANH SÁCH HỘI VIÊN",),
        HEADER,
        *people(3),
    )
    assert (header.first, header.last) == (3, 3)
    assert header.kind.name == "members"


def test_a_title_right_above_is_not_part_of_the_header():
    header = found(("DANH SÁCH HỘI VIÊN",), HEADER, *people(2))
    assert (header.first, header.last) == (1, 1)
    assert header.labels[1] == "Họ và tên"


@pytest.mark.parametrize("depth", [1, 7, HEADER_DEPTH])
def test_the_header_is_found_as_deep_as_promised(depth):
    titles = [("Dòng đề mục",)] * (depth - 1)
    assert found(*titles, HEADER, *people(3)).kind.name == "members"


def test_nam_and_nu_under_the_date_of_birth():
    header = found(
        ("TT", "Họ và tên", "Ngày sinh", None, "Quê quán"),
        (None, None, "Nam", "Nữ", None),
        (1, "Mai Thị Mùi", None, 1960, "Lạng Sơn"),
        merges=[(1, 2, 1, 3)],
    )
    assert header.last == 1
    assert (header.fields[2], header.fields[3]) == ("male", "female")
    assert header.labels[3] == "Ngày sinh – Nữ"


def test_a_lone_nam_is_no_column_of_men():
    assert fields("Nam") == [None]


def test_groups_over_their_columns():
    header = found(
        ("STT", "Họ và tên", "Năm sinh", "Ngày vào", None, "Quân ngũ", None),
        (None, None, None, "Hội", "Đảng", "Nhập ngũ", "Xuất ngũ"),
    )
    assert [header.fields[column] for column in range(3, 7)] == [
        "joined_on",
        "party_joined_on",
        "enlisted_on",
        "discharged_on",
    ]


def test_three_levels_and_a_row_of_column_numbers():
    header = found(
        ("STT", "Họ và tên", "Lý lịch", None, None),
        (None, None, "Ngày sinh", None, "Ngày vào"),
        (None, None, "Nam", "Nữ", "Đảng"),
        ("(1)", "(2)", "(3)", "(4)", "(5)"),
        (1, "Nguyễn Văn An", 1952, None, "3/1975"),
        merges=[(1, 2, 1, 4), (2, 2, 2, 3)],
    )
    assert header.last == 3
    assert header.fields == {1: "full_name", 2: "male", 3: "female", 4: "party_joined_on"}


@pytest.mark.parametrize(
    ("texts", "numbered"),
    [
        (("(1)", "(2)", "(3)"), True),
        (("A", "B", "1", "2", "3=1+2"), True),
        (("1", "2", "3"), True),
        (("1", "2"), False),
        (("1", "Nguyễn Văn An", "1952"), False),
        (("5", "7", "12"), False),
    ],
)
def test_column_numbers(texts, numbered):
    assert is_column_numbers(texts) is numbered


def test_a_sheet_of_no_known_kind_still_shows_its_likeliest_header():
    header = found(("Kế hoạch",), ("Món", "Giá", "Người bán"), ("Gạo", 20000, "Bà Hai"))
    assert header.kind is None
    assert header.labels == {0: "Món", 1: "Giá", 2: "Người bán"}


def test_an_empty_sheet_has_none():
    assert found() is None


def test_the_officer_names_the_kind_and_the_row():
    header = found(
        ("Tên", "Sinh", "Ở đâu"), ("An", 1952, "CH 1"), kind=sheet_kind("members"), row_number=1
    )
    assert header.kind.name == "members"
    assert header.fields == {0: "full_name"}


def test_the_shape_is_the_header_row_alone():
    one = found(("Đề mục",), HEADER, *people(2))
    other = found((), (), HEADER, *people(9))
    assert one.shape_key == other.shape_key
    assert one.shape_key != found((*HEADER, "Quê quán"), *people(2)).shape_key


def test_the_rows_that_may_be_the_header_are_those_at_the_top_that_say_something():
    rows = (("Đề mục",), (), HEADER, ("(1)", "(2)", "(3)"), *people(60))
    offered = header_choices(sheet(*rows).rows)
    assert offered[:2] == ((1, "Đề mục"), (3, "STT · Họ và tên · Năm sinh · Chi hội"))
    assert [number for number, _text in offered[2:]] == list(range(5, HEADER_DEPTH + 1))


def test_a_header_that_ends_in_column_numbers_ends_in_the_row_above_too():
    rows = (("Tên", "Sinh", "Ở đâu"), ("(1)", "(2)", "(3)"), ("An", 1952, "CH 1"))
    above, numbers = (found(*rows, kind=sheet_kind("members"), row_number=n) for n in (1, 2))
    assert above == numbers
    assert (above.first, above.last) == (0, 1)


def test_a_row_in_which_nothing_stands_is_no_header():
    assert found(HEADER, *people(2), row_number=7) is None


def test_a_header_is_known_again_wherever_it_stands():
    odd = ("Đồng chí", "Năm", "Thuộc")
    key = found(odd, ("An", 1952, "CH 1"), row_number=1).shape_key
    rows = sheet(("Đề mục",), (), odd, ("Lê Ba", "1950", "CH 1", "Huế", "Kinh", "tốt")).rows
    assert row_of_shape(rows, (), {key}) == (key, 3)
    assert row_of_shape(rows, (), {"another"}) is None


NOISE = st.sampled_from(["as is", "upper", "lower", "no marks", "nfd"])


def noisy(text, how):
    changed = {
        "as is": text,
        "upper": text.upper(),
        "lower": text.lower(),
        "no marks": fold(text) if text not in ("Năm",) else text,
        "nfd": unicodedata.normalize("NFD", text),
    }
    return changed[how]


@given(
    st.sampled_from(SHEET_KINDS),
    st.lists(NOISE, min_size=40, max_size=40),
    st.sampled_from(["", " (*)", "\n(ghi rõ)", ":", " .", "  "]),
    st.integers(0, 6),
    st.randoms(use_true_random=False),
)
@settings(deadline=None, max_examples=150)
def test_noise_around_headers_changes_nothing(kind, noise, behind, above, order):
    columns = list(kind.columns)
    order.shuffle(columns)
    labels = tuple(
        noisy(field.header, how) + behind for field, how in zip(columns, noise, strict=False)
    )
    titles = [("DANH SÁCH",)] * above
    header = found(*titles, labels)
    assert header.kind is kind
    assert [header.fields.get(place) for place in range(len(columns))] == [c.name for c in columns]
