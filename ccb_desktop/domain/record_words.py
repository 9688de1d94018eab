"""Every table and column of the books in the officers' words, and what a change did, in print.

Public: `RECORD`, `SUBJECT`, `RecordWords` with `told(change)`. Any subject of the window can
serve it: the words need no window and no store.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from ccb_desktop.domain.activities import labels as activities
from ccb_desktop.domain.branch import NumberStyle
from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.charter_watch.watch import RULES
from ccb_desktop.domain.code_lists import Code, labels_of
from ccb_desktop.domain.emulation import labels as emulation
from ccb_desktop.domain.figures.registry import INDICATOR
from ccb_desktop.domain.funds import labels as money
from ccb_desktop.domain.labels import (
    AGE_RULE,
    EVENT_KIND,
    FIELD,
    MEMBERSHIP_KIND,
    POST_SCOPE,
    SEX,
    UNIT_KIND,
)
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.periods import Period
from ccb_desktop.domain.personal_data import labels as personal_data
from ccb_desktop.domain.register import labels as register
from ccb_desktop.domain.reports import labels as reports
from ccb_desktop.domain.submissions import labels as submissions
from ccb_desktop.domain.superior_forms import labels as superior_forms
from ccb_desktop.domain.tasks import labels as tasks
from ccb_desktop.domain.templates import labels as templates
from ccb_desktop.domain.users import labels as users
from ccb_desktop.domain.visits import labels as welfare

_SUBJECTS = (
    *(money, welfare, tasks, activities, emulation),
    *(register, reports, submissions, superior_forms, templates, users),
    personal_data,
)


def _all(what: str) -> dict[Any, Any]:
    """One dictionary of the labels of every subject."""
    found: dict[Any, Any] = {}
    for subject in _SUBJECTS:
        found |= getattr(subject, what, {})
    return found


RECORD: Mapping[str, str] = {
    "persons": "Hồ sơ",
    "policies": "Diện chính sách",
    "memberships": "Thẻ và chi hội",
    "membership_events": "Biến động",
    "posts": "Chức danh",
    "households": "Hộ gia đình",
    "household_years": "Hộ gia đình theo năm",
    "exemption_reports": "Báo cáo khi miễn sinh hoạt",
    "attached_files": "Ảnh, giấy tờ",
    "own_values": "Trường riêng",
    "person_merges": "Gộp hồ sơ trùng",
    "not_doubles": "Hai người khác nhau",
    "units": "Đơn vị",
    "unit_names": "Tên đơn vị",
    "terms": "Nhiệm kỳ",
    "manual_figures": "Số liệu nhập tay",
    "report_texts": "Lời văn báo cáo",
    "import_batches": "Đợt nhập",
    "import_mappings": "Cách hiểu cột của tệp",
    "settings": "Thông tin của Hội",
    "codes": "Danh mục",
    "own_fields": "Danh sách trường riêng",
    "saved_views": "Bộ lọc, bộ cột đã lưu",
    "charter_switches": "Quy định của Điều lệ",
    "holidays": "Ngày nghỉ lễ",
    **_all("RECORD"),
}
"""Kind of record in the history → what officers call it."""

_PEOPLE, _UNITS, _REPORTS = "Hồ sơ, hội viên", "Đơn vị, nhiệm kỳ", "Báo cáo, số liệu"
_IMPORTS, _SETTINGS = "Nhập từ Excel", "Cài đặt, danh mục"
_OTHER_SUBJECTS = {
    "units": _UNITS,
    "unit_names": _UNITS,
    "terms": _UNITS,
    "manual_figures": _REPORTS,
    "report_texts": _REPORTS,
    "import_batches": _IMPORTS,
    "import_mappings": _IMPORTS,
    "settings": _SETTINGS,
    "codes": _SETTINGS,
    "own_fields": _SETTINGS,
    "saved_views": _SETTINGS,
    "charter_switches": _SETTINGS,
    "holidays": _SETTINGS,
    **dict.fromkeys(users.RECORD, _SETTINGS),
    **dict.fromkeys(personal_data.RECORD, "Dữ liệu cá nhân"),
    **dict.fromkeys(money.RECORD, "Quỹ Hội"),
    **dict.fromkeys(welfare.RECORD, "Thăm hỏi"),
    **dict.fromkeys(tasks.RECORD, "Nhiệm vụ"),
    **dict.fromkeys(activities.RECORD, "Hoạt động"),
    **dict.fromkeys(emulation.RECORD, "Thi đua, khen thưởng"),
    **dict.fromkeys((*reports.RECORD, *superior_forms.RECORD, *templates.RECORD), _REPORTS),
    **dict.fromkeys((*register.RECORD, *submissions.RECORD), "Gửi – nhận, văn bản"),
}
SUBJECT: Mapping[str, str] = {kind: _OTHER_SUBJECTS.get(kind, _PEOPLE) for kind in RECORD}
"""Kind of record → the book it belongs to; everything of people is one book."""

_UNTOLD = {
    "persons": frozenset({"name_key", "sort_key"}),
    "households": frozenset({"head_key"}),
    "household_years": frozenset({"household_id"}),
    "unit_names": frozenset({"unit_id", "name_key"}),
    "attached_files": frozenset({"sha256", "size_bytes"}),
    "import_batches": frozenset({"sha256", "action_id"}),
    "import_mappings": frozenset({"shape_key", "columns"}),
    "codes": frozenset({"code", "list_name", "position", "built_in"}),
    "own_fields": frozenset({"position"}),
    "saved_views": frozenset({"list_name", "content"}),
    "report_texts": frozenset({"section"}),
    **_all("UNTOLD"),
}
_ERASED = "Dữ liệu cá nhân đã xóa"
_OWNERS = frozenset({"person_id", "membership_id"})
# Columns that follow from others, or say to whom a record belongs.

_LABELS: Mapping[tuple[str, str], str] = {
    ("persons", "tags"): "Nhãn",
    ("policies", "kind"): FIELD["policies"],
    ("memberships", "kind"): "Là",
    ("membership_events", "kind"): FIELD["event_kind"],
    ("membership_events", "from_unit_id"): FIELD["from_unit"],
    ("households", "head_name"): FIELD["household_head"],
    ("households", "address"): "Địa chỉ hộ",
    ("exemption_reports", "reported_on"): "Ngày báo cáo",
    ("attached_files", "file_name"): "Tên tệp",
    ("attached_files", "added_on"): "Ngày đưa vào",
    ("attached_files", "title"): "Tên giấy tờ",
    ("own_values", "field_id"): "Trường",
    ("person_merges", "kept_id"): "Hồ sơ giữ lại",
    ("person_merges", "absorbed_id"): "Mã hồ sơ đã gộp",
    ("person_merges", "absorbed_name"): "Hồ sơ đã gộp vào",
    ("person_merges", "merged_on"): "Ngày gộp",
    ("not_doubles", "first_id"): "Người thứ nhất",
    ("not_doubles", "second_id"): "Người thứ hai",
    ("terms", "number"): "Nhiệm kỳ",
    ("codes", "label"): "Tên mục",
    ("codes", "retired"): "Thôi dùng",
    ("own_fields", "label"): "Tên mục",
    ("own_fields", "choices"): "Các lựa chọn",
    ("own_fields", "retired"): "Thôi dùng",
    ("saved_views", "name"): "Tên",
    ("charter_switches", "rule"): "Quy định",
    ("charter_switches", "off_since"): "Tắt từ ngày",
    ("holidays", "day_on"): "Ngày nghỉ",
    ("holidays", "name"): "Tên ngày nghỉ",
    ("settings", "key"): "Mục cài đặt",
    ("report_texts", "period"): "Kỳ báo cáo",
    ("report_texts", "text"): "Lời văn",
    ("import_batches", "file_name"): "Tên tệp",
    ("import_batches", "imported_at"): "Lúc nhập",
    ("import_batches", "summary"): "Kết quả",
    **_all("LABELS"),
}
SETTING: Mapping[str, str] = {
    "name": "Tên Hội",
    "parent": "Hội cấp trên",
    "head_parent": "Hội cấp trên ở góc trái",
    "head_issuer": "Tên Hội ở góc trái",
    "place": "Địa danh",
    "term": "Nhiệm kỳ",
    "signer_title": "Chức vụ người ký",
    "signer_name": "Họ tên người ký",
    "number_style": "Kiểu số và ký hiệu",
    "number_by_term": "Đánh số văn bản theo nhiệm kỳ",
    "age_rule": "Cách tính tuổi",
    "backup_folder": "Nơi sao lưu thứ hai",
    "practice": "Sổ thực hành",
    "sick_visit_days": "Hạn thăm người ốm (ngày)",
    "task_soon_days": "Nhắc việc trước hạn (ngày)",
    "medal_years": "Số năm trong Hội để xét Kỷ niệm chương",
}
"""Key of a setting of the branch → what officers call it."""

_POINTS: Mapping[str, str] = {
    "kept_id": "persons",
    "first_id": "persons",
    "second_id": "persons",
    "field_id": "own_fields",
    **_all("POINTS"),
}
_OF_UNITS = frozenset({"unit_id", "sub_unit_id", "from_unit_id", "parent_id", "successor_id"})


@dataclass(frozen=True, slots=True)
class Told:
    """One field that a change set, or the whole record where one came or went.

    Attributes:
        field: The column; empty for a whole record.
        what: The field, or what was done with which record.
    """

    field: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWords:
    """What is needed to say stored values.

    Attributes:
        on: The day whose names of units are said.
        names: What records that others point to are called, by table and id.
    """

    on: date
    codes: tuple[Code, ...] = ()
    units: tuple[Unit, ...] = ()
    names: Mapping[tuple[str, int], str] = field(default_factory=dict)

    def told(self, change: RecordChange) -> Iterator[Told]:
        """What a change did, field by field; a record that came or went as one."""
        record = RECORD.get(change.kind, "Bản ghi khác")
        if {} in (change.before, change.after):
            yield Told("", record, _ERASED, _ERASED)
            return
        if change.before is None:
            yield Told("", f"Thêm: {record}", "", self.whole(change.kind, change.after or {}))
        elif change.after is None:
            yield Told("", f"Bỏ: {record}", self.whole(change.kind, change.before), "")
        else:
            for name, value in change.after.items():
                if _is_told(change.kind, name):
                    before = self.say(change.kind, name, change.before.get(name))
                    now = self.say(change.kind, name, value)
                    yield Told(name, label_of(change.kind, name), before, now)

    def whole(self, kind: str, values: Mapping[str, object]) -> str:
        """All that a record says: `Chức danh: Chi hội trưởng; Từ ngày: 2020`."""
        told = (
            (label_of(kind, name), self.say(kind, name, value))
            for name, value in values.items()
            if _is_told(kind, name)
        )
        return "; ".join(f"{label}: {said}" for label, said in told if said)

    def say(self, kind: str, name: str, value: object) -> str:
        """A stored value of a column as an officer reads it."""
        if value is None or value == "":
            return ""
        text = str(value)
        codes = _CODES_OF_KIND.get(kind, {}).get(name) or _CODES.get(name)
        if codes is not None:
            return ", ".join(codes.get(one, one) for one in text.split(";"))
        list_name = _LISTS_OF_KIND.get((kind, name)) or _LISTS.get(name)
        if list_name is not None:
            return self._said(list_name, text)
        if name in _OF_UNITS:
            return self._unit_name(int(text))
        if (kind, name) == ("settings", "value"):
            return _setting(text)
        if name in _POINTS:
            return self.names.get((_POINTS[name], int(text)), text)
        return _plain(name, text)

    def _said(self, list_name: str, text: str) -> str:
        labels = labels_of(self.codes, list_name)
        known = [label for code, label in labels.items() if code in text.split(";")]
        return ", ".join(known) or text.replace(";", ", ")

    def _unit_name(self, unit_id: int) -> str:
        named = (unit.name_on(self.on) for unit in self.units if unit.id == unit_id)
        return next(named, "một đơn vị không còn trong sổ")


def _is_told(kind: str, name: str) -> bool:
    return name not in _OWNERS and name not in _UNTOLD.get(kind, ())


def label_of(kind: str, name: str) -> str:
    """What officers call a column of a table."""
    if (kind, name) in _LABELS:
        return _LABELS[kind, name]
    found = (words[name] for words in _FIELDS if name in words)
    return next(found, FIELD.get(name.removesuffix("_id"), name))


def _setting(text: str) -> str:
    """The value of a setting, which is kept as JSON."""
    value = json.loads(text)
    if isinstance(value, bool):
        return "Có" if value else "Không"
    said = str(value)
    return AGE_RULE.get(said) or _NUMBER_STYLE.get(said, said)


def _plain(name: str, text: str) -> str:
    if name == "period":  # of a report
        return Period.parse(text).name
    if name.endswith("_at"):
        return f"{datetime.fromisoformat(text):%d/%m/%Y %H:%M}"
    if name.endswith("_on") or name in ("on_roll_from", "off_since"):
        return str(PartialDate.from_iso(text))
    if name.endswith("_dong"):
        return f"{format_dong(int(text))} đồng"
    if name == "household_id":
        return "đã ghi vào hộ"
    return text


_FIELDS: tuple[Mapping[str, str], ...] = (
    FIELD,
    *(subject.FIELD for subject in _SUBJECTS),
)
_YES_NO = {"1": "Có", "0": "Không", "True": "Có", "False": "Không"}
_NUMBER_STYLE = {NumberStyle.SLASH.value: "05/BC-CCB", NumberStyle.HYPHEN.value: "05-BC/CCB"}
_CODES: dict[str, Mapping[Any, str]] = {
    "sex": SEX,
    "scope": POST_SCOPE,
    "insurance_entitled": _YES_NO,
    "sort_by_first_word": _YES_NO,
    "retired": _YES_NO,
    "cultural_family": {**_YES_NO, "1": "Đạt", "0": "Không đạt"},
    "elected": {**_YES_NO, "1": "Được bầu", "0": "Được chỉ định"},
    **_all("CODES"),
}
_CODES_OF_KIND: dict[str, Mapping[str, Mapping[Any, str]]] = {
    **_all("CODES_OF_KIND"),
    "memberships": {"kind": MEMBERSHIP_KIND},
    "membership_events": {"kind": EVENT_KIND},
    "units": {"kind": UNIT_KIND},
    "settings": {"key": SETTING},
    "charter_switches": {"rule": {rule.id: rule.label for rule in RULES}},
    "manual_figures": {"indicator": {code: one.label for code, one in INDICATOR.items()}},
}
_LISTS = {
    "tags": "TAG",
    "periods": "PERIOD",
    "poverty": "POVERTY",
    "house_state": "HOUSE",
    "admission_category": "ADMISSION_CATEGORY",
    "occasion": "OCCASION",
    "papers": "DEATH_PAPER",
}
_LISTS_OF_KIND: Mapping[tuple[str, str], str] = {
    ("policies", "kind"): "POLICY",
    **_all("LISTS_OF_KIND"),
}
