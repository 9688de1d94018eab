"""The branch's own fields: kinds, how their values are kept, printed and put in order."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.printing import number

LONGEST_LABEL = 40
LONGEST_VALUE = 500
DECIMALS = 6
"""How many digits of a number behind the comma are kept."""

NAME_BEGINS = "own_"
"""By this the identifiers of own fields are told from those of the program's."""

_MOST = Decimal(10**15)
_YES_NO = {"1": "Có", "0": "Không"}


class OwnKind(StrEnum):
    """What a field of the branch's own holds."""

    TEXT = "TEXT"
    NUMBER = "NUMBER"
    DATE = "DATE"
    CHOICE = "CHOICE"
    YES_NO = "YES_NO"


OWN_KIND = {
    OwnKind.TEXT: "Chữ",
    OwnKind.NUMBER: "Số",
    OwnKind.DATE: "Ngày tháng",
    OwnKind.CHOICE: "Chọn trong danh sách",
    OwnKind.YES_NO: "Có hoặc không",
}

OwnValue = str | Decimal | PartialDate | bool | None
"""What a form holds of a field: of the type of its kind; nothing is None or an empty text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnField:
    """One field.

    Attributes:
        choices: What may be chosen, where the kind is `CHOICE`; records keep the text.
        retired: It is asked no more; what was written stays, and is still printed.
    """

    id: int | None = None
    label: str
    kind: OwnKind = OwnKind.TEXT
    choices: tuple[str, ...] = ()
    position: int = 0
    retired: bool = False

    @property
    def name(self) -> str:
        """Its identifier in forms, lists and workbooks."""
        return f"{NAME_BEGINS}{self.id}"


OwnTexts = Mapping[int, str]
"""Field → its value as the store keeps it; what is not written has no entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntry:
    """What one field says of one person, as the store keeps it."""

    id: int | None = None
    person_id: int
    field_id: int
    value: str


def check_own_field(field: OwnField, others: Iterable[OwnField]) -> None:
    """See that a field can be told from the others and offers what it must.

    Raises:
        Invalid: Under `label` or `choices`.
    """
    faults: dict[str, str] = {}
    if not field.label:
        faults["label"] = "Ghi tên trường, ví dụ: Số con."
    elif len(field.label) > LONGEST_LABEL:
        faults["label"] = f"Tên trường dài quá {LONGEST_LABEL} chữ cái, không vừa đầu cột."
    elif any(search_key(other.label) == search_key(field.label) for other in others):
        faults["label"] = "Đã có trường riêng mang tên này (kể cả trường đã thôi dùng)."
    if field.kind is OwnKind.CHOICE and not field.choices:
        faults["choices"] = "Ghi các mục để chọn, mỗi dòng một mục."
    if faults:
        raise Invalid(faults)


def choices_of_text(text: str) -> tuple[str, ...]:
    """The choices an officer has written, one on a line; each once."""
    lines = (" ".join(line.split())[:LONGEST_VALUE] for line in text.splitlines())
    return tuple(dict.fromkeys(line for line in lines if line))


def stored_of(field: OwnField, value: object) -> str:
    """A value of a form or a workbook as the store keeps it; empty for nothing.

    Raises:
        Invalid: Under the field's name: it cannot be kept.
    """
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, PartialDate):
        return value.iso
    if isinstance(value, int | float | Decimal):
        return _stored_number(field, Decimal(str(value)))
    return _stored_text(field, str(value).strip())


def _stored_number(field: OwnField, value: Decimal) -> str:
    if not value.is_finite() or abs(value) >= _MOST:
        raise Invalid({field.name: f"{field.label}: số này quá lớn."})
    plain = format(round(value, DECIMALS), "f")
    short = plain.rstrip("0").rstrip(".") if "." in plain else plain
    return "0" if short == "-0" else short


def _stored_text(field: OwnField, text: str) -> str:
    if len(text) > LONGEST_VALUE:
        raise Invalid({field.name: f"{field.label}: dài quá {LONGEST_VALUE} chữ cái."})
    return text


def own_value(field: OwnField, stored: str) -> OwnValue:
    """What the store keeps, as a form holds it."""
    if not stored:
        return None
    if field.kind is OwnKind.NUMBER:
        return Decimal(stored)
    if field.kind is OwnKind.DATE:
        return PartialDate.from_iso(stored)
    if field.kind is OwnKind.YES_NO:
        return stored == "1"
    return stored


def own_text(field: OwnField, stored: str) -> str:
    """What the store keeps, as officers read it."""
    if not stored:
        return ""
    if field.kind is OwnKind.YES_NO:
        return _YES_NO[stored]
    if field.kind is OwnKind.NUMBER:
        return number(Decimal(stored))
    return str(own_value(field, stored))


def offered_choices(field: OwnField, stored: str = "") -> tuple[str, ...]:
    """What can be chosen: what the field offers, and what stands there already."""
    return (*field.choices, *((stored,) if stored and stored not in field.choices else ()))


def asked(fields: Iterable[OwnField]) -> tuple[OwnField, ...]:
    """The fields that are not retired, in their order."""
    return tuple(field for field in fields if not field.retired)


def told_of(fields: Iterable[OwnField], values: OwnTexts) -> tuple[tuple[str, str], ...]:
    """Label and printed value of each field that is asked, or was and is filled in."""
    return tuple(
        (field.label, own_text(field, values.get(field.id or 0, "")))
        for field in fields
        if not field.retired or values.get(field.id or 0)
    )
