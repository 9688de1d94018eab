"""The entries of two records said as officers read them."""

from collections.abc import Callable, Iterable
from typing import Any

from ccb_desktop.domain.labels import EVENT_KIND, SEX
from ccb_desktop.domain.members.memberships import MembershipEvent
from ccb_desktop.domain.members.people import Policy, Sex
from ccb_desktop.domain.merging.fields import Agreement
from ccb_desktop.operations.people_compare import Comparison
from ccb_desktop.ui.members.words import RosterWords

NOTHING = "(trống)"
AGREEMENT = {
    Agreement.EQUAL: "Giống nhau",
    Agreement.ONE_SIDED: "Một bên có",
    Agreement.DIFFERENT: "Khác nhau",
}


class CompareWords:
    """Says what stands in a field of either record."""

    def __init__(self, words: RosterWords, seen: Comparison) -> None:
        self._words = words
        homes = [home for home in (seen.kept.household, seen.other.household) if home]
        self._homes = {home.id: home for home in homes}

    def say(self, name: str, value: Any) -> str:
        """An entry of a field; an empty one says so."""
        if value is None or value == "" or value == () or value == frozenset():
            return NOTHING
        special: dict[str, Callable[[Any], str]] = {
            "unit": self._unit,
            "household_id": self._household,
            "policies": self._policies,
            "admission_category": lambda v: self._words.label("ADMISSION_CATEGORY", str(v)),
            "periods": lambda v: self._words.said("PERIOD", v),
            "tags": lambda v: self._words.said("TAG", v),
        }
        return special[name](value) if name in special else _plain(value)

    def event(self, event: MembershipEvent) -> str:
        """`Chuyển đi 1/5/2025, QĐ 12/QĐ-CCB, lý do: …`."""
        parts = [f"{EVENT_KIND[event.kind]} {event.happened_on}"]
        parts += [f"QĐ {event.decision_no}"] if event.decision_no else []
        parts += [event.elsewhere] if event.elsewhere else []
        parts += [f"lý do: {event.reason}"] if event.reason else []
        return ", ".join(parts)

    def _unit(self, places: tuple[int | None, int | None]) -> str:
        names = [self._words.unit_name(place) for place in reversed(places) if place is not None]
        return ", ".join(names) or NOTHING

    def _household(self, household_id: int) -> str:
        home = self._homes[household_id]
        return f"Hộ {home.head_name}" + (f", {home.address}" if home.address else "")

    def _policies(self, policies: Iterable[Policy]) -> str:
        return "; ".join(self._policy(policy) for policy in policies)

    def _policy(self, policy: Policy) -> str:
        parts = [self._words.label("POLICY", policy.kind), policy.grade]
        parts += [f"{policy.rate_percent} %"] if policy.rate_percent is not None else []
        parts += [f"từ {policy.from_on}"] if policy.from_on else []
        parts += [f"đến {policy.to_on}"] if policy.to_on else []
        return " ".join(part for part in parts if part)


def _plain(value: Any) -> str:
    if isinstance(value, Sex):
        return SEX[value]
    if isinstance(value, bool):
        return "Có" if value else "Không"
    if isinstance(value, frozenset):
        return ", ".join(sorted(value))
    return str(value)
