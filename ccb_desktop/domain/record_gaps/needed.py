"""Which entries every record of a member should have, and what a record lacks of them."""

from collections.abc import Callable, Collection, Mapping

from ccb_desktop.domain.members.lines import MemberLine

CHOOSABLE = (
    *("born_on", "sex", "citizen_id", "phone", "home_town", "address", "street_group"),
    *("ethnicity", "religion", "education", "qualification", "political_theory"),
    *("card_no", "joined_on", "admission_category"),
    *("enlisted_on", "discharged_on", "rank", "military_post", "military_unit", "periods"),
    *("party_official_on", "insurance_no", "household_head", "poverty", "house_state"),
)
"""What the officer may ask for, in the order of forms; each is a column of the sheet Hội viên."""

NEEDED = (
    *("born_on", "sex", "citizen_id", "home_town", "address", "card_no", "joined_on"),
    *("enlisted_on", "periods", "household_head", "poverty"),
)
"""What is asked for until the officer chooses: without these, reports and cards have gaps."""

_ONLY_OF: Mapping[str, Callable[[MemberLine], bool]] = {
    "party_official_on": lambda line: line.party_joined_on is not None
}


def gaps_of(line: MemberLine, needed: Collection[str] = NEEDED) -> tuple[str, ...]:
    """The fields that are needed and not filled in, in the order of `needed`."""
    return tuple(name for name in needed if not getattr(line, name) and _is_asked_of(line, name))


def in_form_order(names: Collection[str]) -> tuple[str, ...]:
    """The chosen fields in the order of forms; names that are not known are left out."""
    return tuple(name for name in CHOOSABLE if name in names)


def _is_asked_of(line: MemberLine, name: str) -> bool:
    return name not in _ONLY_OF or _ONLY_OF[name](line)
