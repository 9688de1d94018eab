"""The history of a person in plain words: which field went from what to what."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.labels import EVENT_KIND, FIELD, MEMBERSHIP_KIND, POST_SCOPE, SEX, UNIT_KIND
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.ui.members.words import RosterWords

RECORDS = {
    "persons": "Hồ sơ",
    "policies": "Diện chính sách",
    "memberships": "Thẻ và chi hội",
    "membership_events": "Biến động",
    "posts": "Chức danh",
    "households": "Hộ gia đình",
    "household_years": "Hộ gia đình theo năm",
}
"""Kind of record in the history → what officers call it."""

_UNTOLD = {
    "persons": frozenset({"name_key", "sort_key"}),
    "households": frozenset({"head_key"}),
    "household_years": frozenset({"household_id"}),
    "membership_events": frozenset({"membership_id"}),
}
# Columns that follow from others, or say to whom a record belongs, as person_id always does.

_LABELS = {
    ("policies", "kind"): FIELD["policies"],
    ("memberships", "kind"): "Là",
    ("membership_events", "kind"): FIELD["event_kind"],
    ("membership_events", "from_unit_id"): FIELD["from_unit"],
    ("households", "head_name"): FIELD["household_head"],
    ("households", "address"): "Địa chỉ hộ",
}
_OF_UNITS = frozenset({"unit_id", "sub_unit_id", "from_unit_id"})


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One field that an act changed, or one record that it added or removed.

    Attributes:
        number: Tells the lines apart.
        act: The act of which it is part, as "Việc vừa làm" shows it.
        what: The field; for a whole record, what was done with which.
        before: As it stood, in print.
        after: As it stands since.
    """

    number: int
    done_at: datetime
    done_by: str
    act: str
    what: str
    before: str
    after: str


def history_lines(changes: Iterable[RecordChange], words: RosterWords) -> list[HistoryLine]:
    """Changes in plain words, in the order given."""
    found: list[HistoryLine] = []
    for change in changes:
        for what, before, after in _told(change, words):
            told = (change.done_at, change.done_by, change.label, what, before, after)
            found.append(HistoryLine(len(found), *told))
    return found


def _told(change: RecordChange, words: RosterWords) -> list[tuple[str, str, str]]:
    record = RECORDS[change.kind]
    if change.before is None:
        return [(f"Thêm: {record}", "", _all_fields(change, change.after or {}, words))]
    if change.after is None:
        return [(f"Bỏ: {record}", _all_fields(change, change.before, words), "")]
    names = [name for name in change.after if _is_told(change.kind, name)]
    say = _speaker(change.kind, words)
    return [
        (
            _label(change.kind, name),
            say(name, change.before.get(name)),
            say(name, change.after[name]),
        )
        for name in names
    ]


def _all_fields(change: RecordChange, values: Mapping[str, object], words: RosterWords) -> str:
    say = _speaker(change.kind, words)
    told = (
        (_label(change.kind, name), say(name, value))
        for name, value in values.items()
        if _is_told(change.kind, name)
    )
    return "; ".join(f"{label}: {said}" for label, said in told if said)


def _is_told(kind: str, name: str) -> bool:
    return name != "person_id" and name not in _UNTOLD.get(kind, ())


def _label(kind: str, name: str) -> str:
    if (kind, name) in _LABELS:
        return _LABELS[kind, name]
    return FIELD.get(name) or FIELD.get(name.removesuffix("_id"), name)


def _speaker(kind: str, words: RosterWords) -> Callable[[str, object], str]:
    """Says a stored value of a column as an officer reads it."""
    codes = _CODES | _CODES_OF_KIND.get(kind, {})

    def say(name: str, value: object) -> str:
        if value is None or value == "":
            return ""
        text = str(value)
        if name in codes:
            return codes[name].get(text, text)
        if name in _LISTS:
            return words.said(_LISTS[name], text.split(";")) or text
        if kind == "policies" and name == "kind":
            return words.label("POLICY", text)
        if name in _OF_UNITS:
            return words.unit_name(int(text))
        return _plain(name, text)

    return say


def _plain(name: str, text: str) -> str:
    if name.endswith("_on") or name == "on_roll_from":
        return str(PartialDate.from_iso(text))
    if name.endswith("_dong"):
        return f"{format_dong(int(text))} đồng"
    if name == "household_id":
        return "đã ghi vào hộ"
    return text


_YES_NO = {"1": "Có", "0": "Không", "True": "Có", "False": "Không"}
_CODES: dict[str, Mapping[Any, str]] = {
    "sex": SEX,
    "scope": POST_SCOPE,
    "insurance_entitled": _YES_NO,
    "sort_by_first_word": _YES_NO,
    "cultural_family": {**_YES_NO, "1": "Đạt", "0": "Không đạt"},
    "elected": {**_YES_NO, "1": "Được bầu", "0": "Được chỉ định"},
}
_CODES_OF_KIND: dict[str, dict[str, Mapping[Any, str]]] = {
    "memberships": {"kind": MEMBERSHIP_KIND},
    "membership_events": {"kind": EVENT_KIND},
    "units": {"kind": UNIT_KIND},
}
_LISTS = {
    "periods": "PERIOD",
    "tags": "TAG",
    "poverty": "POVERTY",
    "house_state": "HOUSE",
    "admission_category": "ADMISSION_CATEGORY",
}
