"""Filters with and, or, not: conditions over the fields of a list, in groups, kept as JSON."""

import json
import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.partial_dates import DateProblem, PartialDate
from ccb_desktop.domain.people_names import normalise, search_key

Test = Callable[[Any], bool]

_NUMBER = re.compile(r"-?([0-9]{1,3}(\.[0-9]{3})+|[0-9]+)(,[0-9]+)?")


class FieldKind(StrEnum):
    """What a field holds, from which follows what can be asked of it."""

    TEXT = "TEXT"
    DATE = "DATE"
    NUMBER = "NUMBER"
    CODE = "CODE"
    """One or several of a list, the status and the unit among them."""


class How(StrEnum):
    """What a condition asks."""

    CONTAINS = "CONTAINS"
    LACKS = "LACKS"
    EQUALS = "EQUALS"
    BEFORE = "BEFORE"
    AFTER = "AFTER"
    WITHIN = "WITHIN"
    IN_MONTH = "IN_MONTH"
    AT_LEAST = "AT_LEAST"
    AT_MOST = "AT_MOST"
    IS = "IS"
    IS_NOT = "IS_NOT"
    EMPTY = "EMPTY"
    FILLED = "FILLED"


class Join(StrEnum):
    """How the parts of a group belong together."""

    ALL = "ALL"
    ANY = "ANY"
    NONE = "NONE"


HOW_LABEL = {
    How.CONTAINS: "có chữ",
    How.LACKS: "không có chữ",
    How.EQUALS: "đúng bằng",
    How.BEFORE: "trước",
    How.AFTER: "sau",
    How.WITHIN: "trong",
    How.IN_MONTH: "trong tháng",
    How.AT_LEAST: "từ … trở lên",
    How.AT_MOST: "từ … trở xuống",
    How.IS: "là",
    How.IS_NOT: "không là",
    How.EMPTY: "để trống",
    How.FILLED: "đã ghi",
}

_ABOUT_PRESENCE = (How.EMPTY, How.FILLED)
HOWS: dict[FieldKind, tuple[How, ...]] = {
    FieldKind.TEXT: (How.CONTAINS, How.LACKS, How.EQUALS, *_ABOUT_PRESENCE),
    FieldKind.DATE: (How.WITHIN, How.BEFORE, How.AFTER, How.IN_MONTH, *_ABOUT_PRESENCE),
    FieldKind.NUMBER: (How.AT_LEAST, How.AT_MOST, How.EQUALS, *_ABOUT_PRESENCE),
    FieldKind.CODE: (How.IS, How.IS_NOT, *_ABOUT_PRESENCE),
}
"""What can be asked of each kind of field, the likeliest first."""


@dataclass(frozen=True, slots=True)
class QueryField:
    """A field of a list that conditions can ask about.

    Attributes:
        value_of: Its value in a line: a text, a `PartialDate`, a number, or for
            `CODE` the codes that hold; `None` or nothing where it is empty.
        choices: For `CODE`: code and label.
    """

    id: str
    label: str
    kind: FieldKind
    value_of: Callable[[Any], Any]
    choices: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Condition:
    """One thing that is asked; `value` is what the officer typed, or a code."""

    field: str
    how: How
    value: str = ""

    @property
    def needs_value(self) -> bool:
        """Whether something has to be typed or chosen."""
        return self.how not in _ABOUT_PRESENCE


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions and groups together; a group without parts asks nothing."""

    join: Join = Join.ALL
    parts: tuple["Condition | Group", ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing is asked in it."""
        return all(isinstance(part, Group) and part.is_empty for part in self.parts)


Part = Condition | Group
Fields = Mapping[str, QueryField]


# --- Asking ---------------------------------------------------------------------------------


def sieve(part: Part, fields: Fields) -> Test:
    """What tells whether a line fits.

    Raises:
        Invalid: A condition cannot be understood; see `problem_of`.
    """
    if isinstance(part, Condition):
        return _condition_test(part, fields)
    tests = [sieve(one, fields) for one in part.parts if not _asks_nothing(one)]
    if not tests:
        return lambda _line: True
    if part.join is Join.ALL:
        return lambda line: all(test(line) for test in tests)
    if part.join is Join.ANY:
        return lambda line: any(test(line) for test in tests)
    return lambda line: not any(test(line) for test in tests)


def _asks_nothing(part: Part) -> bool:
    return isinstance(part, Group) and part.is_empty


def _condition_test(condition: Condition, fields: Fields) -> Test:
    problem = problem_of(condition, fields)
    if problem:
        raise Invalid({"query": problem})
    field = fields[condition.field]
    read, fits = field.value_of, _TESTS[field.kind](condition)
    return lambda line: fits(read(line))


def problem_of(condition: Condition, fields: Fields) -> str:
    """What keeps a condition from being asked, in one sentence, or nothing."""
    field = fields.get(condition.field)
    if field is None:
        return (
            "Có một điều kiện về mục không còn trong sổ, ví dụ trường riêng đã xóa hoặc thôi dùng. "
            "Hãy lập lại bộ lọc này."
        )
    if condition.how not in HOWS[field.kind]:
        return f"Mục “{field.label}” không hỏi “{HOW_LABEL[condition.how]}” được."
    if not condition.needs_value:
        return ""
    value = condition.value.strip()
    if not value:
        return f"Chưa ghi điều cần tìm ở mục “{field.label}”."
    return _unreadable(field, condition.how, value)


def _unreadable(field: QueryField, how: How, value: str) -> str:
    if how is How.IN_MONTH:
        fits = value.isdecimal() and 1 <= int(value) <= 12
        return "" if fits else f"Mục “{field.label}”: tháng ghi từ 1 đến 12."
    if field.kind is FieldKind.NUMBER:
        fits = _NUMBER.fullmatch(value) is not None
        return "" if fits else f"Mục “{field.label}”: ghi một số, ví dụ 80 hoặc 4,5."
    if field.kind is FieldKind.DATE:
        try:
            PartialDate.parse(value)
        except DateProblem as problem:
            return f"Mục “{field.label}”: {problem}"
    return ""


def _presence_or(how: How, asks: Callable[[Any], bool]) -> Callable[[Any], bool]:
    """A test of a value that is there; what is empty fits only where that is asked."""
    if how is How.EMPTY:
        return _is_empty
    if how is How.FILLED:
        return lambda value: not _is_empty(value)
    if how in (How.LACKS, How.IS_NOT):
        return lambda value: _is_empty(value) or asks(value)
    return lambda value: not _is_empty(value) and asks(value)


def _is_empty(value: Any) -> bool:
    return value is None or (isinstance(value, Collection) and not value)


def _text_test(condition: Condition) -> Callable[[Any], bool]:
    """Marks count where some were typed; capitals never do."""
    wanted = condition.value.strip()
    key, exact = search_key(wanted), normalise(wanted).casefold()
    fold: Callable[[str], str] = search_key if key == exact else _with_marks

    sought = fold(wanted)
    if condition.how is How.EQUALS:
        return _presence_or(condition.how, lambda text: fold(text) == sought)
    lacks = condition.how is How.LACKS
    return _presence_or(condition.how, lambda text: (sought in fold(text)) is not lacks)


def _with_marks(text: str) -> str:
    return normalise(text).casefold()


def _date_test(condition: Condition) -> Callable[[Any], bool]:
    if not condition.needs_value:
        return _presence_or(condition.how, _is_empty)
    value = condition.value.strip()
    if condition.how is How.IN_MONTH:
        month = int(value)
        return _presence_or(condition.how, lambda day: day.month == month)
    asked = PartialDate.parse(value)
    first, last = asked.first_day, asked.last_day
    asks: dict[How, Callable[[PartialDate], bool]] = {
        How.BEFORE: lambda day: day.last_day < first,
        How.AFTER: lambda day: day.first_day > last,
        How.WITHIN: lambda day: first <= day.first_day and day.last_day <= last,
    }
    return _presence_or(condition.how, asks[condition.how])


def _number_test(condition: Condition) -> Callable[[Any], bool]:
    if not condition.needs_value:
        return _presence_or(condition.how, _is_empty)
    asked = Decimal(condition.value.strip().replace(".", "").replace(",", "."))
    asks: dict[How, Callable[[int | Decimal], bool]] = {
        How.AT_LEAST: lambda value: value >= asked,
        How.AT_MOST: lambda value: value <= asked,
        How.EQUALS: lambda value: value == asked,
    }
    return _presence_or(condition.how, asks[condition.how])


def _code_test(condition: Condition) -> Callable[[Any], bool]:
    asked, wanted = condition.value, condition.how is How.IS
    return _presence_or(condition.how, lambda codes: (asked in codes) is wanted)


_TESTS: dict[FieldKind, Callable[[Condition], Callable[[Any], bool]]] = {
    FieldKind.TEXT: _text_test,
    FieldKind.DATE: _date_test,
    FieldKind.NUMBER: _number_test,
    FieldKind.CODE: _code_test,
}


# --- Saying ---------------------------------------------------------------------------------

_BETWEEN = {Join.ALL: " VÀ ", Join.ANY: " HOẶC ", Join.NONE: " HOẶC "}


def in_words(part: Part, fields: Fields, *, inside: bool = False) -> str:
    """A filter as an officer reads it: `Chi hội là Chi hội 2 VÀ (Tuổi từ 80 trở lên …)`."""
    if isinstance(part, Condition):
        return _condition_words(part, fields)
    asked = [one for one in part.parts if not _asks_nothing(one)]
    told = _BETWEEN[part.join].join(in_words(one, fields, inside=True) for one in asked)
    if part.join is Join.NONE and told:
        return f"KHÔNG ({told})"
    return f"({told})" if inside and len(asked) > 1 else told


def _condition_words(condition: Condition, fields: Fields) -> str:
    field = fields.get(condition.field)
    if field is None:
        return "mục không còn trong sổ"
    how, value = HOW_LABEL[condition.how], dict(field.choices).get(condition.value, condition.value)
    if "…" in how:
        return f"{field.label} {how.replace('…', value)}"
    shown = f"“{value}”" if field.kind is FieldKind.TEXT else value
    return f"{field.label} {how} {shown}" if condition.needs_value else f"{field.label} {how}"


# --- Keeping --------------------------------------------------------------------------------


def as_json(query: Group) -> str:
    """A filter as the store keeps it."""
    return json.dumps(_plain(query), ensure_ascii=False)


def _plain(part: Part) -> dict[str, Any]:
    if isinstance(part, Condition):
        return {"field": part.field, "how": part.how, "value": part.value}
    return {"join": part.join, "parts": [_plain(one) for one in part.parts]}


def from_json(text: str) -> Group:
    """A filter as it was kept.

    Raises:
        Invalid: It is none, or one of a later program.
    """
    try:
        read = _part(json.loads(text))
    except (ValueError, KeyError, TypeError) as error:
        raise Invalid({"query": "Bộ lọc này không đọc được. Hãy lập lại bộ lọc."}) from error
    return read if isinstance(read, Group) else Group(parts=(read,))


def _part(raw: Any) -> Part:
    if "join" in raw:
        return Group(Join(raw["join"]), tuple(_part(one) for one in raw["parts"]))
    return Condition(str(raw["field"]), How(raw["how"]), str(raw["value"]))


def by_id(fields: Iterable[QueryField]) -> dict[str, QueryField]:
    """Fields by their ids."""
    return {field.id: field for field in fields}
