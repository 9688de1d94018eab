"""What a change of units would do, in the officers' words, to be seen before it is done."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from ccb_desktop.domain.printing import number

_NAMED_AT_MOST = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One record that changes.

    Attributes:
        id: Tells the lines of a plan apart.
        tells: What kind of change it is, as `Chuyển đơn vị`.
        who: Whose record it is.
    """

    id: int
    tells: str
    who: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A whole change.

    Attributes:
        label: How "Việc vừa làm" calls it.
        told: What happens, one sentence each.
        warnings: What the officer should know before he does it.
    """

    label: str
    told: tuple[str, ...]
    warnings: tuple[str, ...] = ()
    lines: tuple[PlanLine, ...] = ()


@dataclass(slots=True)
class PlanMaker:
    """Gathers the lines of a plan while it is worked out."""

    lines: list[PlanLine] = field(default_factory=list)

    def tell(self, tells: str, who: str, before: str = "", after: str = "") -> None:
        """Add a line."""
        line = PlanLine(id=len(self.lines), tells=tells, who=who, before=before, after=after)
        self.lines.append(line)

    def of(self, tells: str) -> list[PlanLine]:
        """The lines of one kind."""
        return [line for line in self.lines if line.tells == tells]


def counted_ways(ways: Counter[tuple[str, str]]) -> str:
    """From where to where, with counts: `Chi hội 1 → Chi hội Đông: 30; …`."""
    return "; ".join(f"{a} → {b}: {number(n)}" for (a, b), n in ways.items())


def first_of(names: Sequence[str]) -> str:
    """Some names and how many more there are."""
    more = len(names) - _NAMED_AT_MOST
    told = ", ".join(names[:_NAMED_AT_MOST])
    return f"{told} và {number(more)} nữa" if more > 0 else told
