"""Addresses changed in bulk by a rule: one text, as a whole word, becomes another."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.people_names import normalise
from ccb_desktop.domain.printing import number
from ccb_desktop.domain.unit_changes.plans import Plan, PlanMaker

ADDRESS, STREET_GROUP = "address", "street_group"
_LABEL = {ADDRESS: "Nơi ở", STREET_GROUP: "Tổ dân phố"}


@dataclass(frozen=True, slots=True, kw_only=True)
class AddressRule:
    """What shall be changed, and whose.

    Attributes:
        field: `address` or `street_group`.
        old: The text as it stands, a whole word or several; capitals do not matter.
        new: What it becomes; empty takes it out.
        former_ward: Only members of units of this former ward; of all when empty.
        unit_id: Only members of this chi hội, phân hội or club.
    """

    field: str = ADDRESS
    old: str
    new: str
    former_ward: str = ""
    unit_id: int | None = None


@dataclass(frozen=True, slots=True)
class Resident:
    """A person with what tells whether a rule is about him.

    Attributes:
        unit_ids: The units in which he is, or was last.
        wards: The former wards of those units.
    """

    person: Person
    unit_ids: frozenset[int]
    wards: frozenset[str]


@dataclass(frozen=True, slots=True)
class AddressChange:
    """One person's address after the rule; `old_address` is kept where none stood."""

    person_id: int
    address: str
    street_group: str
    old_address: str


def check_rule(rule: AddressRule) -> None:
    """See that the rule can change something.

    Raises:
        Invalid: Under `old` or `new`.
    """
    if not normalise(rule.old):
        raise Invalid({"old": "Ghi chữ đang có trong địa chỉ."})
    if normalise(rule.old) == normalise(rule.new):
        raise Invalid({"new": "Chữ mới phải khác chữ đang có."})


def change_addresses(
    residents: Iterable[Resident], rule: AddressRule
) -> tuple[list[AddressChange], Plan]:
    """What the rule does to each person, and the same as a plan.

    Raises:
        Invalid: By field, as `check_rule`.
    """
    check_rule(rule)
    replaced = _replacer(rule)
    changes, plan = [], PlanMaker()
    for resident in residents:
        if not _is_about(rule, resident):
            continue
        before = getattr(resident.person, rule.field)
        after = replaced(before)
        if after != before:
            changes.append(_change(resident.person, rule, after))
            plan.tell(_LABEL[rule.field], _who(resident.person), before, after)
    return changes, Plan(
        label=rule_label(rule), told=tuple(_told(changes)), lines=tuple(plan.lines)
    )


def rule_label(rule: AddressRule) -> str:
    """How the change is called in the history."""
    return f"Đổi {_LABEL[rule.field].lower()}: {rule.old} → {rule.new or '(bỏ)'}"


def replace_words(text: str, old: str, new: str) -> str:
    """A text with every whole occurrence of some words replaced: `Tổ 1` is not in `Tổ 12`."""
    pattern = rf"(?<!\w){re.escape(normalise(old))}(?!\w)"
    return _tidy(re.sub(pattern, lambda _found: normalise(new), text, flags=re.IGNORECASE))


def _replacer(rule: AddressRule) -> Callable[[str], str]:
    return lambda text: replace_words(text, rule.old, rule.new) if text else text


def _tidy(text: str) -> str:
    """Without the commas that words taken out have left."""
    parts = [" ".join(part.split()) for part in text.split(",")]
    return ", ".join(part for part in parts if part)


def _is_about(rule: AddressRule, resident: Resident) -> bool:
    if rule.unit_id is not None and rule.unit_id not in resident.unit_ids:
        return False
    return not rule.former_ward or rule.former_ward in resident.wards


def _change(person: Person, rule: AddressRule, after: str) -> AddressChange:
    now = {ADDRESS: person.address, STREET_GROUP: person.street_group}
    then = ", ".join(filter(None, now.values()))
    now[rule.field] = after
    return AddressChange(
        person.id or 0, now[ADDRESS], now[STREET_GROUP], person.old_address or then
    )


def _who(person: Person) -> str:
    return f"{person.full_name} ({person.born_on.year})" if person.born_on else person.full_name


def _told(changes: list[AddressChange]) -> list[str]:
    if not changes:
        return ["Không có ai mang địa chỉ có chữ này."]
    return [
        f"{number(len(changes))} người được đổi, xem từng dòng ở dưới.",
        "Địa chỉ trước khi đổi giữ ở ô Nơi ở (tên cũ), nếu ô ấy còn trống.",
    ]
