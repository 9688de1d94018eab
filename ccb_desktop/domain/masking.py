"""What of a person does not leave the branch whole unless it is asked for.

Public: `NUMBERS`, `NUMBER_LABELS`, `SENSITIVE_LABELS`, `MASK_TICK`, `MASK_HINT`, `WHOLE_WARNING`,
`WHOLE_ADVICE`, `masked_person`, `masked_relative`, `masked_illness`, `masked_text`, `masked_cell`,
`masked_numbers`.
"""

import re
from collections.abc import Mapping
from dataclasses import replace

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.papers import mask
from ccb_desktop.domain.visits.care import Illness, Relative

NUMBERS = frozenset({"citizen_id", "phone", "contact_phone", "insurance_no"})
"""Fields of numbers that are masked."""

NUMBER_LABELS = frozenset(FIELD[name] for name in ("citizen_id", "phone", "insurance_no"))
"""Heads of columns of numbers, which leave a list on the screen masked."""

SENSITIVE_LABELS = frozenset(
    FIELD[name] for name in ("policies", "policy_rate", "poverty", "house_state", "health_note")
)
"""Heads of columns that tell of health, policy or poverty."""

MASK_TICK = "Che bớt số CCCD, điện thoại"
"""The tick beside everything that is written; it is set anew every time."""

MASK_HINT = "Che cả mã thẻ BHYT và ghi chú sức khỏe"
"""What the tick hides besides, in papers about one person."""

WHOLE_WARNING = (
    "Tệp sẽ ghi đủ số CCCD, điện thoại. Chỉ bỏ che khi nơi nhận cần, và giữ tệp cẩn thận."
)
"""What is said where the tick is taken away."""

WHOLE_ADVICE = "Tệp đã ghi ra thì ai cầm cũng đọc được. Chỉ bỏ che khi nơi nhận cần đủ số."
"""What is said where one is asked before."""

_WITHIN_WORDS = re.compile(r"(?<![0-9.,/-])0[0-9]{8,11}(?![0-9.,/-])")
"""A CCCD or phone number in the midst of words."""

_HEALTH = frozenset({"health_note", "what", "hospital"})
"""What is told of somebody's health: of a person, and of an illness."""

_HEALTH_KEPT = "(có ghi, không in)"


def masked_person(person: Person) -> Person:
    """A person as a paper tells of him that leaves masked."""
    return replace(
        person,
        citizen_id=mask(person.citizen_id),
        phone=mask(person.phone),
        insurance_no=mask(person.insurance_no),
        health_note=masked_text("health_note", person.health_note),
        policies=tuple(replace(policy, note="") for policy in person.policies),
    )


def masked_relative(relative: Relative) -> Relative:
    """One of a family likewise."""
    return replace(relative, phone=mask(relative.phone))


def masked_illness(illness: Illness) -> Illness:
    """An illness likewise: that there was one, and when."""
    what = masked_text("what", illness.what)
    return replace(illness, what=what, hospital=masked_text("hospital", illness.hospital))


def masked_text(field: str, text: str) -> str:
    """What a paper says of a field that leaves masked; other fields are told as they are."""
    if field in NUMBERS:
        return mask(text)
    return _HEALTH_KEPT if field in _HEALTH and text else text


def masked_cell(head: str, text: str) -> str:
    """A cell of a list on the screen as it leaves: a number in its column, or within words."""
    if head in NUMBER_LABELS:
        return mask(text)
    return _WITHIN_WORDS.sub(lambda found: mask(found[0]), text)


def masked_numbers(values: Mapping[str, object]) -> dict[str, object]:
    """Values of a row by the names of their fields, as it leaves masked."""
    return {
        name: masked_text(name, value) if isinstance(value, str) else value
        for name, value in values.items()
    }
