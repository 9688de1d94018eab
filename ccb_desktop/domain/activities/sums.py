"""What activities come to: buổi, cuộc, lượt, ý kiến and other measures, never added (rule 13)."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ccb_desktop.domain.activities.activities import ActivityKind
from ccb_desktop.domain.activities.lines import ActivityLine
from ccb_desktop.domain.money import format_dong
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.printing import number

_COUNTED_AS_CUOC = frozenset(
    {
        ActivityKind.BOARD_MEETING.value,
        ActivityKind.SUPERVISION.value,
        ActivityKind.INSPECTION.value,
        ActivityKind.DIALOGUE.value,
        ActivityKind.OPINION_ROUND.value,
        ActivityKind.CONFERENCE.value,
    }
)


def session_measure(kind: str) -> str:
    """What one of its sessions is called: `cuộc` or `buổi`."""
    return "cuộc" if kind in _COUNTED_AS_CUOC else "buổi"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActivitySum:
    """What some activities come to.

    Attributes:
        label: Which they are.
        activities: How many entries of the book.
        buoi, cuoc: Sessions, each in its own measure.
        members_present, youth_present, people_present: Lượt of each audience.
        opinions: Ý kiến.
        quantities: What else was counted, by measure as it was written first.
        cost_dong: What they cost.
    """

    label: str = ""
    activities: int = 0
    buoi: int = 0
    cuoc: int = 0
    members_present: int = 0
    youth_present: int = 0
    people_present: int = 0
    opinions: int = 0
    quantities: tuple[tuple[str, Decimal], ...] = ()
    cost_dong: int = 0

    @property
    def sessions_told(self) -> str:
        """`12 buổi`, `3 cuộc`, or both side by side."""
        parts = ((self.buoi, "buổi"), (self.cuoc, "cuộc"))
        return ", ".join(f"{number(count)} {measure}" for count, measure in parts if count)

    @property
    def told(self) -> str:
        """Every measure that is not nothing, each for itself."""
        parts = [self.sessions_told] if self.sessions_told else []
        counts = (
            (self.members_present, "lượt hội viên"),
            (self.youth_present, "lượt thanh niên - học sinh"),
            (self.people_present, "lượt nhân dân"),
            (self.opinions, "ý kiến"),
        )
        parts += [f"{number(count)} {measure}" for count, measure in counts if count]
        parts += [f"{number(count)} {measure}" for measure, count in self.quantities]
        if self.cost_dong:
            parts.append(f"kinh phí {format_dong(self.cost_dong)} đồng")
        return ", ".join(parts)


def sum_up(lines: Iterable[ActivityLine], label: str = "") -> ActivitySum:
    """What activities come to."""
    found = [line.activity for line in lines]

    def total(name: str) -> int:
        return sum(getattr(one, name) or 0 for one in found)

    def sessions(measure: str) -> int:
        return sum(one.sessions for one in found if session_measure(one.kind) == measure)

    quantities: dict[str, tuple[str, Decimal]] = {}
    for one in found:
        if one.quantity is not None:
            key = search_key(one.measure)
            measure, before = quantities.get(key, (one.measure, Decimal(0)))
            quantities[key] = measure, before + one.quantity
    return ActivitySum(
        label=label,
        activities=len(found),
        buoi=sessions("buổi"),
        cuoc=sessions("cuộc"),
        members_present=total("members_present"),
        youth_present=total("youth_present"),
        people_present=total("people_present"),
        opinions=total("opinions"),
        quantities=tuple(quantities.values()),
        cost_dong=total("cost_dong"),
    )


def sums_by(
    lines: Sequence[ActivityLine], label_of: Callable[[ActivityLine], str]
) -> list[ActivitySum]:
    """What activities come to by any word about them, in the order in which the words come."""
    groups: dict[str, list[ActivityLine]] = {}
    for line in lines:
        groups.setdefault(label_of(line), []).append(line)
    return [sum_up(some, label) for label, some in groups.items()]
