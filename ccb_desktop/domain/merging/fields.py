"""Two records of one person side by side, field by field, and one record made of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, replace
from enum import StrEnum
from typing import Any

from ccb_desktop.domain.doubles.keys import plain_phone
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.consent import ConsentLine, joined_consent
from ccb_desktop.domain.members.people import Person, Policy
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import normalise, search_key


class Side(StrEnum):
    """Whose entry is taken: of the record that is kept, of the other, or of both."""

    KEPT = "KEPT"
    OTHER = "OTHER"
    BOTH = "BOTH"


class Agreement(StrEnum):
    """How two entries stand to each other."""

    EQUAL = "EQUAL"
    ONE_SIDED = "ONE_SIDED"
    DIFFERENT = "DIFFERENT"


@dataclass(frozen=True, slots=True)
class FieldPair:
    """One field of both records.

    Attributes:
        name: The field; the branch's own ones are `own:3`.
        kept: What the record says that is kept.
        other: What the other says.
        agreement: How they stand to each other.
        proposed: What is taken unless the officer chooses otherwise.
        joinable: Whether both entries can be kept together.
        settled: What is taken follows from a rule, and nobody chooses.
    """

    name: str
    label: str
    kept: Any
    other: Any
    agreement: Agreement
    proposed: Side
    joinable: bool = False
    settled: bool = False


Choices = Mapping[str, Side]

_TEXTS_JOINED = frozenset({"note", "health_note", "consent_note", "commendations", "other_name"})
_JOINABLE = _TEXTS_JOINED | {"periods", "theatres", "policies", "tags"}
_NO_FIELDS = frozenset({"id"})
_UNKNOWN: tuple[Any, ...] = (None, "", frozenset(), ())


def compare_people(kept: Person, other: Person) -> list[FieldPair]:
    """Every field of two people, in the order of the form."""
    names = [field.name for field in fields(Person) if field.name not in _NO_FIELDS]
    taken = _consent_taken(kept, other)
    return [
        _settled(name, getattr(kept, name), getattr(other, name), taken[name])
        if name in taken
        else field_pair(name, FIELD[name], getattr(kept, name), getattr(other, name))
        for name in names
    ]


_CONSENT: Mapping[str, str] = {
    "consent_on": "given_on",
    "consent_paper": "paper",
    "consent_withdrawn_on": "withdrawn_on",
    "consent_withdrawn_reason": "reason",
}
"""Field of a person → of `ConsentLine`; of both records the later day holds."""


def _consent_taken(kept: Person, other: Person) -> dict[str, Any]:
    mine, his = (
        ConsentLine(**{told: getattr(person, name) for name, told in _CONSENT.items()})
        for person in (kept, other)
    )
    joined = joined_consent(mine, his)
    return {name: getattr(joined, told) for name, told in _CONSENT.items()}


def _settled(name: str, kept: Any, other: Any, taken: Any) -> FieldPair:
    side = Side.KEPT if taken == kept else Side.OTHER
    return FieldPair(
        name, FIELD[name], kept, other, _agreement(name, kept, other), side, settled=True
    )


def field_pair(
    name: str, label: str, kept: Any, other: Any, *, joinable: bool | None = None
) -> FieldPair:
    """Two entries of one field, and what is proposed."""
    joins = name in _JOINABLE if joinable is None else joinable
    agreement = _agreement(name, kept, other)
    proposed = _proposed(name, kept, other, agreement)
    if agreement is Agreement.DIFFERENT and joins:
        proposed = Side.BOTH
    return FieldPair(name, label, kept, other, agreement, proposed, joins)


def _agreement(name: str, kept: Any, other: Any) -> Agreement:
    if _same(name, kept, other):
        return Agreement.EQUAL
    if name == "sort_by_first_word":
        return Agreement.DIFFERENT
    if kept in _UNKNOWN or other in _UNKNOWN:
        return Agreement.ONE_SIDED
    return Agreement.DIFFERENT


def _same(name: str, kept: Any, other: Any) -> bool:
    if name == "phone":
        return kept == other or (plain_phone(kept) == plain_phone(other) != "")
    if name == "policies":
        return [replace(p, id=None) for p in kept] == [replace(p, id=None) for p in other]
    if isinstance(kept, str) and isinstance(other, str):
        return normalise(kept) == normalise(other)
    return bool(kept == other)


def _proposed(name: str, kept: Any, other: Any, agreement: Agreement) -> Side:
    if agreement is Agreement.EQUAL:
        return Side.KEPT
    if agreement is Agreement.ONE_SIDED:
        return Side.OTHER if kept in _UNKNOWN else Side.KEPT
    if isinstance(kept, PartialDate) and isinstance(other, PartialDate):
        return _proposed_date(name, kept, other)
    if isinstance(kept, str) and isinstance(other, str) and _says_more(other, kept):
        return Side.OTHER
    return Side.KEPT


def _proposed_date(name: str, kept: PartialDate, other: PartialDate) -> Side:
    """The more exact of two days that agree; of days of joining the Hội the earliest."""
    if kept.agrees_with(other):
        return Side.OTHER if other.precision > kept.precision else Side.KEPT
    earlier = name == "joined_on" and other.first_day < kept.first_day
    return Side.OTHER if earlier else Side.KEPT


def _says_more(text: str, than: str) -> bool:
    """Whether the same words carry their marks and small letters only here, or more follows."""
    if search_key(text) == search_key(than):
        return _written(text) > _written(than)
    return search_key(text).startswith(f"{search_key(than)} ") or (
        search_key(text).startswith(f"{search_key(than)},")
    )


def _written(text: str) -> tuple[int, bool]:
    marks = sum(one != bare for one, bare in zip(text.lower(), search_key(text), strict=False))
    return marks, not text.isupper()


def joined_person(kept: Person, other: Person, choices: Choices) -> Person:
    """The kept person with what was chosen of each field; unchosen ones as proposed."""
    pairs = compare_people(kept, other)
    return replace(kept, **{pair.name: value_of(pair, choices) for pair in pairs})


def value_of(pair: FieldPair, choices: Choices) -> Any:
    """What is taken of a pair."""
    side = pair.proposed if pair.settled else choices.get(pair.name, pair.proposed)
    if side is Side.BOTH and pair.joinable:
        return _both(pair.name, pair.kept, pair.other)
    taken = pair.other if side is Side.OTHER else pair.kept
    if pair.name == "policies":
        return tuple(replace(p, id=None) for p in taken) if side is Side.OTHER else taken
    return taken


def _both(name: str, kept: Any, other: Any) -> Any:
    if name == "policies":
        return join_policies(kept, other)
    if isinstance(kept, frozenset):
        return kept | other
    return join_texts(kept, other)


def join_texts(*texts: str) -> str:
    """Texts one after the other, none of them twice: `Trường Sơn; Tây Nguyên`."""
    parts = [part.strip() for text in texts for part in text.split(";")]
    return "; ".join(dict.fromkeys(part for part in parts if part))


def join_policies(kept: Iterable[Policy], other: Iterable[Policy]) -> tuple[Policy, ...]:
    """The policies of both; one that both have under the same dates is one, its gaps filled."""
    joined = list(kept)
    for policy in other:
        place = next((i for i, mine in enumerate(joined) if _same_policy(mine, policy)), None)
        if place is None:
            joined.append(replace(policy, id=None))
        else:
            joined[place] = _filled(joined[place], policy)
    return tuple(joined)


def _same_policy(mine: Policy, his: Policy) -> bool:
    if mine.kind != his.kind:
        return False
    days = ((mine.from_on, his.from_on), (mine.to_on, his.to_on))
    return all(a is None or b is None or a.agrees_with(b) for a, b in days)


def _filled(mine: Policy, his: Policy) -> Policy:
    gaps = ("grade", "rate_percent", "from_on", "to_on", "note")
    return replace(mine, **{n: getattr(his, n) for n in gaps if getattr(mine, n) in _UNKNOWN})
