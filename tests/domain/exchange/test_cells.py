"""Single cells: what each type of field makes of what officers write."""

import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccb_desktop.domain.exchange.cells import reader_of
from ccb_desktop.domain.exchange.fields import Field, FieldType
from ccb_desktop.domain.exchange.sheet_kinds import sheet_kind
from ccb_desktop.domain.exchange.source import NO_STORED_VALUE, ErrorValue, as_text
from ccb_desktop.domain.exchange.text_cells import CellTrouble, Several
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.partial_dates import PartialDate

TODAY = date(2026, 6, 30)


def read(type_or_field, value, code_lists=None):
    field = type_or_field
    if isinstance(field, FieldType):
        field = Field("any", "Cột", field)
    elif isinstance(field, str):
        kind, name = field.split(".")
        field = sheet_kind(kind).field(name)
    return reader_of(field, code_lists=code_lists, today=TODAY)(value)


def trouble(field, value):
    with pytest.raises(CellTrouble) as caught:
        read(field, value)
    return str(caught.value)


# Texts and names


def test_texts_come_in_normal_form_whatever_they_were():
    assert read(FieldType.TEXT, "  Hưng \n Yên ") == "Hưng Yên"
    assert read(FieldType.TEXT, unicodedata.normalize("NFD", "Hưng Yên")) == "Hưng Yên"
    assert read(FieldType.TEXT, 12) == "12"
    assert read(FieldType.TEXT, date(1952, 5, 19)) == "19/05/1952"
    assert read(FieldType.TEXT, " \u200b ") is None


@pytest.mark.parametrize("sign", ["\x00", "\x07", "\x1b", "\ud800", "\ufffe", "\uffff"])
def test_signs_that_no_field_may_hold_are_a_problem(sign):
    assert "ký tự lạ" in trouble(FieldType.TEXT, f"Hưng{sign}Yên")
    assert "ký tự lạ" in trouble(FieldType.NAME, f"Nguyễn{sign}An")


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("NGUYỄN VĂN A", "Nguyễn Văn A"),
        ("nguyễn  văn an", "Nguyễn Văn An"),
        ("H'LAN NIÊ", "H'Lan Niê"),
        ("Y Nô Rcăm", "Y Nô Rcăm"),
        ("Nguyễn Văn An (Ba)", "Nguyễn Văn An (Ba)"),
    ],
)
def test_names(written, name):
    assert read(FieldType.NAME, written) == name


@pytest.mark.parametrize("written", ["Nguyễn Văn 1", "NguyÔn V¨n §", "***", "0912345678"])
def test_what_is_no_name_is_a_problem(written):
    assert "không giống họ tên" in trouble(FieldType.NAME, written)


def test_errors_of_excel_are_a_problem_in_every_type():
    for kind in (FieldType.TEXT, FieldType.NAME, FieldType.PARTIAL_DATE, FieldType.AMOUNT):
        assert "#REF!" in trouble(kind, ErrorValue("#REF!"))
    assert "không lưu kết quả" in trouble(FieldType.TEXT, ErrorValue(NO_STORED_VALUE))


# Citizen IDs and phones


@pytest.mark.parametrize(
    ("written", "digits"),
    [
        ("001052000123", "001052000123"),
        ("027 069 776318", "027069776318"),
        (40056223895, "040056223895"),
        (1073805170, "001073805170"),
        ("111222333", "111222333"),
        (111222333, "111222333"),
        ("'001.052.000123", "001052000123"),
    ],
)
def test_citizen_ids_get_their_zeros_back(written, digits):
    assert read(FieldType.CITIZEN_ID, written) == digits


@pytest.mark.parametrize("written", ["1234", "0010520001234", "1.05E+09", "không có", 12345678])
def test_other_citizen_ids_are_a_problem(written):
    assert "12 chữ số" in trouble(FieldType.CITIZEN_ID, written)


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("0912345678", "0912345678"),
        (912345678, "0912345678"),
        ("0912.345.678", "0912345678"),
        ("+84 912 345 678", "0912345678"),
        ("84912345678", "0912345678"),
        ("(024) 3812 3456", "02438123456"),
        (2438123456, "02438123456"),
        ("0912345678; 0987654321", "0912345678; 0987654321"),
        ("0912345678 - 0987654321", "0912345678; 0987654321"),
    ],
)
def test_phones(written, number):
    assert read(FieldType.PHONE, written) == number


@pytest.mark.parametrize("written", ["12345", "không có", "0912345678 (con)", "09123456789012"])
def test_other_phones_are_a_problem(written):
    assert "số điện thoại" in trouble(FieldType.PHONE, written)


@given(st.integers(min_value=10**9, max_value=10**12 - 1))
@settings(deadline=None, max_examples=100)
def test_every_number_of_ten_to_twelve_digits_is_a_cccd(number):
    assert read(FieldType.CITIZEN_ID, number) == f"{number:012d}"


# Dates


@pytest.mark.parametrize(
    ("written", "printed"),
    [
        (date(1952, 5, 19), "19/05/1952"),
        ("19/5/1952", "19/05/1952"),
        ("19-05-1952", "19/05/1952"),
        ("19.5.1952", "19/05/1952"),
        (" 6 / 8 / 1948 ", "06/08/1948"),
        ("5/1952", "5/1952"),
        ("1952", "1952"),
        (1952, "1952"),
        (5.1952, "5/1952"),
        ("Năm 1952", "1952"),
    ],
)
def test_dates(written, printed):
    assert str(read(FieldType.BIRTH_DATE, written)) == printed


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("31/02/1950", "không có ngày tháng này"),
        (1889, "trước năm 1900"),
        ("12/5/2092", "tương lai"),
        (date(2026, 7, 1), "tương lai"),
        ("19/5/52", "bốn chữ số"),
        ("không rõ", "không phải là ngày tháng"),
        (19051952, "không phải là ngày tháng|bốn chữ số"),
        (0, "ngày tháng|bốn chữ số"),
        (date(1905, 5, 5), "năm 1952"),
    ],
)
def test_dates_that_cannot_be(written, why):
    sentence = trouble(FieldType.BIRTH_DATE, written)
    assert any(part in sentence for part in why.split("|"))


def test_only_births_are_held_against_today():
    assert read(FieldType.PARTIAL_DATE, "2030") == PartialDate(2030)


def test_days_have_to_be_whole():
    assert read(FieldType.DATE, "5/6/2026") == date(2026, 6, 5)
    assert "đủ ngày" in trouble(FieldType.DATE, "6/2026")


@given(st.dates(min_value=date(1906, 1, 1), max_value=TODAY))
@settings(deadline=None, max_examples=150)
def test_a_day_means_the_same_however_it_is_written(day):
    forms = (
        day,
        f"{day.day}/{day.month}/{day.year}",
        f"{day:%d-%m-}{day.year}",
        f" {day.day} . {day.month} . {day.year} ",
        as_text(day),
    )
    assert {read(FieldType.BIRTH_DATE, form) for form in forms} == {PartialDate.of(day)}


@pytest.mark.parametrize(
    ("written", "year"), [(2025, 2025), ("Năm 2025", 2025), ("12/2019", 2019), (TODAY, 2026)]
)
def test_years(written, year):
    assert read(FieldType.YEAR, written) == year


# Numbers


@pytest.mark.parametrize(
    "written", [1200000, 1200000.0, "1.200.000", "1,200,000 đ", "1200000", "1,2 triệu"]
)
def test_amounts(written):
    assert read(FieldType.AMOUNT, written) == 1_200_000


@pytest.mark.parametrize("written", [-1, 1.5, 10**15, "một trăm", date(2026, 1, 1)])
def test_other_amounts_are_a_problem(written):
    assert trouble(FieldType.AMOUNT, written)


@pytest.mark.parametrize(
    ("written", "number"),
    [(3, 3), (0.3, 0.3), ("0,3", 0.3), ("1.200", 1200), ("2,5", 2.5), ("12 500", 12500), (3.0, 3)],
)
def test_numbers(written, number):
    assert read(FieldType.NUMBER, written) == number


def test_other_numbers_are_a_problem():
    assert "không phải là số" in trouble(FieldType.NUMBER, "nhiều")
    assert "không phải là số" in trouble(FieldType.NUMBER, date(2026, 1, 1))


@pytest.mark.parametrize(("written", "rate"), [(41, 41), ("41%", 41), (0.41, 41), ("41 %", 41)])
def test_rates(written, rate):
    assert read(FieldType.PERCENT, written) == rate


@pytest.mark.parametrize("written", [0, 101, 41.5, "41-60%", "0,41"])
def test_other_rates_are_a_problem(written):
    assert trouble(FieldType.PERCENT, written)


@pytest.mark.parametrize(
    ("written", "figure"),
    [
        (131, "131"),
        (98.5, "98.5"),
        ("1494/1504", "1494/1504"),
        ("1.494 / 1.504", "1494/1504"),
        ("99,34 %", "99.34"),
        (36250000, "36250000"),
    ],
)
def test_figures(written, figure):
    assert read(FieldType.FIGURE, written) == figure


@pytest.mark.parametrize("written", ["1504/1494", "khá", date(2026, 12, 9)])
def test_other_figures_are_a_problem(written):
    assert trouble(FieldType.FIGURE, written)


def test_small_numbers_of_members():
    assert read("members.admission_category", "Đối tượng 7") == 7
    assert read("members.admission_category", 8) == 8
    assert "1 đến 9" in trouble("members.admission_category", 12)
    assert read("members.party_badge", "50 năm") == 50
    assert read("members.party_badge", 45) == 45
    assert "Huy hiệu" in trouble("members.party_badge", 42)


# Choices


@pytest.mark.parametrize(
    ("field", "written", "code"),
    [
        ("members.sex", "NỮ", Sex.FEMALE),
        ("members.sex", "nam", Sex.MALE),
        ("members.poverty", "hộ cận nghèo", "NEAR_POOR"),
        ("members.house_state", "Tạm/dột nát", "DILAPIDATED"),
        ("members.house_state", "nha cap 4", "SEMI_SOLID"),
        ("members.status", "Miễn sinh hoạt", Status.EXEMPT),
        ("events.event_kind", "Từ trần", EventKind.DECEASED),
        ("events.event_kind", "KẾT NẠP MỚI", EventKind.ADMITTED),
        ("events.event_kind", "TRANSFERRED_IN", EventKind.TRANSFERRED_IN),
        ("activities.kind", "Văn hóa, thể thao", "CULTURE_SPORT"),
        ("visits.occasion", "22/12", "ARMY_DAY"),
    ],
)
def test_choices(field, written, code):
    assert read(field, written) == code


def test_an_unknown_choice_names_what_may_be_written():
    sentence = trouble("members.poverty", "tàm tạm")
    assert "tàm tạm" in sentence
    assert "Cận nghèo" in sentence


def test_yes_and_no():
    for written in ("Có", "x", 1, "✓", "Đạt"):
        assert read("members.cultural_family", written) is True
    for written in ("Không", 0, "không đạt"):
        assert read("members.cultural_family", written) is False
    assert "Có hoặc Không" in trouble("members.cultural_family", "có lẽ")


def test_several_codes():
    periods = read("members.periods", "Chống Mỹ; Biên giới Tây Nam")
    assert periods == frozenset({"ANTI_AMERICAN", "SOUTHWEST_BORDER"})
    assert read("members.periods", "chống Mỹ, Campuchia và Lào") == frozenset(
        {"ANTI_AMERICAN", "CAMBODIA", "LAOS"}
    )
    assert "chống Tống" in trouble("members.periods", "Chống Mỹ; chống Tống")


def test_a_policy_says_its_class_and_rate():
    assert read("members.policies", "Thương binh; Nhiễm chất độc hóa học") == frozenset(
        {"THUONG_BINH", "CHAT_DOC_DA_CAM"}
    )
    told = read("members.policies", "Thương binh hạng 3/4 (41%)")
    assert told == Several(
        {"policies": frozenset({"THUONG_BINH"}), "policy_grade": "3/4", "policy_rate": 41}
    )
    assert read("members.policies", "TB 4/4, CĐDC") == Several(
        {"policies": frozenset({"THUONG_BINH", "CHAT_DOC_DA_CAM"}), "policy_grade": "4/4"}
    )
    assert read("members.policies", 62) == frozenset({"QD_62_2011"})


def test_the_columns_nam_and_nu():
    assert read("members.male", 1952) == Several({"sex": Sex.MALE, "born_on": PartialDate(1952)})
    assert read("members.female", "x") == Several({"sex": Sex.FEMALE})
    assert "trước năm 1900" in trouble("members.female", 1889)


CELLS = st.one_of(
    st.none(),
    st.text(max_size=30),
    st.integers(-(10**13), 10**13),
    st.floats(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.sampled_from(["#REF!", "="]).map(ErrorValue),
)
ALL_FIELDS = [
    field
    for kind in ("members", "events", "vouchers", "manual_figures", "tasks")
    for field in sheet_kind(kind).fields
]


@given(st.sampled_from(ALL_FIELDS), CELLS.filter(lambda cell: cell is not None))
@settings(deadline=None, max_examples=600)
def test_every_cell_is_understood_or_told_of(field, cell):
    try:
        value = reader_of(field, today=TODAY)(cell)
    except CellTrouble as problem:
        assert len(str(problem)) > 10
    else:
        assert value is None or not isinstance(value, timedelta | ErrorValue)
