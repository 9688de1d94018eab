"""What a score sheet comes to: sums, ranks, proposed points, and the share of the excellent."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.emulation.scores import Criterion, CriterionKind, Evidence
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.printing import number

Quantity = int | Decimal

_STEP = Decimal("0.1")  # of a point, to which proposals are rounded


@dataclass(frozen=True, slots=True)
class EvidenceFact:
    """What the books say of one unit beside a criterion.

    Attributes:
        text: In words, with its unit of measure (rule 13).
        part: What was reached.
        whole: Of how much; None where it is a count without a measure to hold it against.
    """

    text: str
    part: Quantity = 0
    whole: Quantity | None = None

    def points(self, most: Decimal) -> Decimal | None:
        """The points that a rate comes to, in tenths; None where there is no rate."""
        if not self.whole:
            return None
        rate = min(Fraction(self.part) / Fraction(self.whole), Fraction(1))
        exact = Fraction(most) * max(rate, Fraction(0))
        tenths = Decimal(exact.numerator) / Decimal(exact.denominator)
        return tenths.quantize(_STEP, rounding=ROUND_HALF_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoredUnit:
    """One unit in the table of a year.

    Attributes:
        points: Criterion → what the unit was given; criteria not scored yet are not in it.
        facts: Criterion → what the books say.
        rating_before: Of the year before.
    """

    unit_id: int
    name: str
    kind: UnitKind
    points: Mapping[int, Decimal] = field(default_factory=dict)
    facts: Mapping[int, EvidenceFact] = field(default_factory=dict)
    rating_id: int | None = None
    rating: Rating | None = None
    strength: str = ""
    note: str = ""
    rating_before: Rating | None = None


def sum_of(criteria: Iterable[Criterion], points: Mapping[int, Decimal]) -> Decimal | None:
    """Points and bonus less deductions; None while nothing was scored."""
    scored = [(one, points[one.id]) for one in criteria if one.id is not None and one.id in points]
    if not scored:
        return None
    return sum((_signed(one, given) for one, given in scored), Decimal())


def _signed(criterion: Criterion, points: Decimal) -> Decimal:
    return -points if criterion.kind is CriterionKind.DEDUCTION else points


def unscored(criteria: Iterable[Criterion], unit: ScoredUnit) -> list[Criterion]:
    """The criteria of points that wait for those of a unit; bonus and deductions need none."""
    counted = (one for one in criteria if one.kind is CriterionKind.POINTS)
    return [one for one in counted if one.id not in unit.points]


def most_of(criteria: Iterable[Criterion]) -> Decimal:
    """The most that can be reached without bonus."""
    counted = (one.most_points for one in criteria if one.kind is CriterionKind.POINTS)
    return sum(counted, Decimal())


def ranks(sums: Mapping[int, Decimal | None]) -> dict[int, int]:
    """Unit → its place by its sum, equal sums sharing one: 1, 2, 2, 4; unscored units have none."""
    ordered = sorted((one for one in sums.values() if one is not None), reverse=True)
    return {unit: ordered.index(one) + 1 for unit, one in sums.items() if one is not None}


def proposals(criteria: Sequence[Criterion], unit: ScoredUnit) -> dict[int, Decimal]:
    """Criterion → the points that the books propose, where nothing was given yet.

    Only what is measured by a rate is proposed, and no deduction ever is.
    """
    found: dict[int, Decimal] = {}
    for one in criteria:
        fact = unit.facts.get(one.id or 0)
        if one.id is None or one.id in unit.points or fact is None:
            continue
        points = fact.points(one.most_points)
        if points is not None and one.kind is not CriterionKind.DEDUCTION:
            found[one.id] = points
    return found


def check_points(criterion: Criterion, points: Decimal) -> None:
    """See that so many points can be given, or taken, for a criterion.

    Raises:
        Invalid: `points`.
    """
    if not 0 <= points <= criterion.most_points:
        raise Invalid(
            {
                "points": f"Tiêu chí {criterion.number} cho từ 0 đến "
                f"{number(criterion.most_points)} điểm. Điểm trừ cũng ghi số dương."
            }
        )


def excellent_share(units: Iterable[ScoredUnit]) -> tuple[int, int]:
    """Excellent units, units rated."""
    rated = [one.rating for one in units if one.rating is not None]
    return sum(one is Rating.EXCELLENT for one in rated), len(rated)


def told_cap(excellent: int, rated: int, cap: int) -> str:
    """`⚠ tỷ lệ xuất sắc vượt mức 20 %`; empty while the cap is kept."""
    if not rated or excellent * 100 <= cap * rated:
        return ""
    return f"⚠ tỷ lệ xuất sắc vượt mức {cap} % đã chọn"


def in_order(criteria: Iterable[Criterion]) -> list[Criterion]:
    """By their numbers."""
    return sorted(criteria, key=lambda one: (one.number, one.id or 0))


USUAL_SHEET: tuple[tuple[str, CriterionKind, int, Evidence], ...] = (
    (
        "Tuyên truyền, giáo dục; hội viên chấp hành đường lối của Đảng, pháp luật của Nhà nước",
        CriterionKind.POINTS,
        10,
        Evidence.NONE,
    ),
    ("Sinh hoạt đều, có nội dung", CriterionKind.POINTS, 15, Evidence.MEETINGS_HELD),
    (
        "Thực hiện nhiệm vụ trọng tâm và việc được giao",
        CriterionKind.POINTS,
        20,
        Evidence.TASKS_DONE,
    ),
    ("Thu, nộp hội phí", CriterionKind.POINTS, 10, Evidence.DUES_RATE),
    (
        "Vận động xây dựng quỹ theo chỉ tiêu được giao",
        CriterionKind.POINTS,
        10,
        Evidence.CAMPAIGN_TARGETS,
    ),
    ("Thăm hỏi, giúp đỡ hội viên", CriterionKind.POINTS, 10, Evidence.VISITS_MADE),
    ("Phát triển hội viên, xây dựng tổ chức", CriterionKind.POINTS, 10, Evidence.NEW_MEMBERS),
    ("Tỷ lệ CCB gương mẫu", CriterionKind.POINTS, 10, Evidence.EXEMPLARY_SHARE),
    ("Chế độ báo cáo, sổ sách, công khai tài chính", CriterionKind.POINTS, 5, Evidence.NONE),
    ("Có mô hình, cách làm mới được cấp trên khen", CriterionKind.BONUS, 5, Evidence.NONE),
    (
        "Có hội viên vi phạm pháp luật hoặc Điều lệ Hội",
        CriterionKind.DEDUCTION,
        10,
        Evidence.NONE,
    ),
)
"""The score sheet that the program brings: text, kind, most points, evidence; 100 points."""


def usual_criteria(year: int) -> list[Criterion]:
    """The score sheet that the program brings, for a year."""
    return [
        Criterion(
            year=year,
            number=place,
            text=text,
            kind=kind,
            most_points=Decimal(most),
            evidence=evidence,
        )
        for place, (text, kind, most, evidence) in enumerate(USUAL_SHEET, 1)
    ]
