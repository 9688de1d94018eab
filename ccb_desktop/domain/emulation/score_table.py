"""The table of a year: units × criteria, with what their points come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from ccb_desktop.domain.emulation.grading import GradingYear, Rating
from ccb_desktop.domain.emulation.score_sheets import (
    EvidenceFact,
    ScoredUnit,
    ranks,
    sum_of,
    unscored,
)
from ccb_desktop.domain.emulation.scores import Criterion
from ccb_desktop.domain.members.units import UnitKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoreTable:
    """The units of one kind in a year, with what they were given and came to.

    Attributes:
        strengths: Code and label of the second list, as it is offered.
        labels: The same with retired entries.
        years: Year → rating → how many chi hội came to it.
    """

    year: GradingYear
    kind: UnitKind
    criteria: tuple[Criterion, ...]
    units: tuple[ScoredUnit, ...]
    strengths: tuple[tuple[str, str], ...]
    labels: Mapping[str, str]
    years: Mapping[int, Mapping[Rating, int]]

    @property
    def sums(self) -> dict[int, Decimal | None]:
        """Unit → the sum of its points; None while it has none."""
        return {unit.unit_id: sum_of(self.criteria, unit.points) for unit in self.units}

    @property
    def ranks(self) -> dict[int, int]:
        """Unit → its place."""
        return ranks(self.sums)

    def proposed(self, unit: ScoredUnit) -> Rating | None:
        """The rating that the points of a unit come to; None until all criteria have theirs."""
        total = sum_of(self.criteria, unit.points)
        if total is None or unscored(self.criteria, unit):
            return None
        return self.year.proposed(total)

    @property
    def facts(self) -> dict[int, dict[int, EvidenceFact]]:
        """Criterion → unit → what the books say."""
        found: dict[int, dict[int, EvidenceFact]] = {}
        for unit in self.units:
            for criterion_id, fact in unit.facts.items():
                found.setdefault(criterion_id, {})[unit.unit_id] = fact
        return found
