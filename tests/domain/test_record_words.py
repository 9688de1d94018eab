"""Every table and column has the officers' words; values are said as they are read elsewhere."""

from dataclasses import fields
from datetime import date, datetime

import pytest

from ccb_desktop.data.tables import CONTENTS, DERIVED, HISTORY, Row
from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.charter_watch.watch import RULES
from ccb_desktop.domain.code_lists import starting_codes
from ccb_desktop.domain.members.units import Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.record_words import RECORD, SETTING, SUBJECT, RecordWords, label_of

UNIT = Unit(
    id=3,
    code="CH3",
    kind=UnitKind.CHI_HOI,
    names=(UnitName("Chi hội 3"), UnitName("Chi hội Bến Đò", PartialDate(2026))),
)
WORDS = RecordWords(
    on=date(2025, 6, 1),
    codes=tuple(starting_codes()),
    units=(UNIT,),
    names={("persons", 7): "Lê Văn Ba"},
)
TRACKED = sorted(set(Row.metadata.tables) - DERIVED - HISTORY - CONTENTS)
HIDDEN = {"id", "person_id", "membership_id"}


def change(kind, before, after):
    when = datetime(2026, 6, 1, 8, 30)
    return RecordChange(1, "Sửa", when, "", kind, 1, before, after)


@pytest.mark.parametrize("kind", TRACKED)
def test_no_table_and_no_column_is_shown_by_its_identifier(kind):
    assert RECORD[kind]
    assert SUBJECT[kind]
    columns = [column.name for column in Row.metadata.tables[kind].columns]
    told = {name: "1" for name in columns if name not in HIDDEN}
    shown = [name for name in told if label_of(kind, name) == name]
    assert [name for name in shown if f"{name}: " in WORDS.whole(kind, _values(told))] == []


def _values(names):
    """A stored value for each column that can be said."""
    dated = {name: "2026-01-02" for name in names if name.endswith("_on") or "since" in name}
    if "value" in names and "key" in names:
        names = {**names, "value": '"x"'}
    if "period" in names:
        names = {**names, "period": "2026"}
    at = {name: "2026-01-02 03:04:05" for name in names if name.endswith("_at")}
    return {**names, **dated, **at, **({"on_roll_from": "1990"} if "on_roll_from" in names else {})}


@pytest.mark.parametrize(
    ("kind", "name", "value", "said"),
    [
        ("persons", "sex", "FEMALE", "Nữ"),
        ("persons", "born_on", "1952-05", "5/1952"),
        (
            "persons",
            "periods",
            "ANTI_AMERICAN;CAMBODIA",
            "Chống Mỹ, Làm nhiệm vụ quốc tế Campuchia",
        ),
        ("persons", "tags", "Hát hay;Thợ mộc", "Hát hay, Thợ mộc"),
        ("persons", "insurance_entitled", 1, "Có"),
        ("persons", "phone", "", ""),
        ("memberships", "kind", "CLUB", "Thành viên CLB-CQN"),
        ("membership_events", "kind", "DECEASED", "Từ trần"),
        ("membership_events", "unit_id", 3, "Chi hội 3"),
        ("membership_events", "unit_id", 99, "một đơn vị không còn trong sổ"),
        ("policies", "kind", "TU_DAY", "Tù đày"),
        ("households", "business_income_dong", 1200000, "1.200.000 đồng"),
        ("not_doubles", "first_id", 7, "Lê Văn Ba"),
        ("settings", "key", "parent", "Hội cấp trên"),
        ("settings", "value", '"CHỦ TỊCH"', "CHỦ TỊCH"),
        ("settings", "value", "true", "Có"),
        ("settings", "value", '"TUOI_MU"', "Tuổi mụ (thêm một)"),
        ("settings", "value", '"HYPHEN"', "05-BC/CCB"),
        ("charter_switches", "rule", RULES[0].id, RULES[0].label),
        ("report_texts", "report_kind", "half-year", "Báo cáo 6 tháng"),
        ("report_texts", "period", "2026-H1", "6 tháng đầu năm 2026"),
        ("manual_figures", "indicator", "members_closing", "Hội viên cuối kỳ"),
        ("import_batches", "imported_at", "2026-01-02 03:04:05", "02/01/2026 03:04"),
    ],
)
def test_values_as_an_officer_reads_them(kind, name, value, said):
    assert WORDS.say(kind, name, value) == said


def test_a_change_is_told_field_by_field_without_what_follows_from_others():
    before = {"full_name": "Nguyễn Văn An", "name_key": "nguyen van an", "phone": None}
    after = {"full_name": "Nguyễn Văn Ân", "name_key": "nguyen van an", "phone": "0901"}
    told = [
        (t.field, t.what, t.before, t.after) for t in WORDS.told(change("persons", before, after))
    ]
    assert told == [
        ("full_name", "Họ và tên", "Nguyễn Văn An", "Nguyễn Văn Ân"),
        ("phone", "Điện thoại", "", "0901"),
    ]


def test_every_setting_of_the_branch_has_its_word():
    assert {field.name for field in fields(Branch)} == set(SETTING)


def test_a_record_that_came_or_went_is_told_whole():
    post = {"person_id": 1, "title": "Chi hội trưởng", "scope": "HOI", "from_on": "2020"}
    said = "Chức danh: Chi hội trưởng; Phạm vi: Hội; Từ ngày: 2020"
    (came,) = WORDS.told(change("posts", None, post))
    (went,) = WORDS.told(change("posts", post, None))
    assert (came.field, came.what, came.before, came.after) == ("", "Thêm: Chức danh", "", said)
    assert (went.what, went.before, went.after) == ("Bỏ: Chức danh", said, "")
