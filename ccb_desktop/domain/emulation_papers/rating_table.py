"""The table of unit ratings of a year, and the score sheets of single units."""

from collections.abc import Sequence
from decimal import Decimal

from ccb_desktop.domain.emulation.grading import Rating
from ccb_desktop.domain.emulation.labels import CRITERION_KIND, RATING
from ccb_desktop.domain.emulation.score_sheets import ScoredUnit, most_of, sum_of
from ccb_desktop.domain.emulation.score_table import ScoreTable
from ccb_desktop.domain.emulation.scores import Criterion, CriterionKind
from ccb_desktop.domain.emulation.stage_words import told_stage
from ccb_desktop.domain.labels import FIELD, UNIT_KIND
from ccb_desktop.domain.member_papers.order import ListSource, fitting
from ccb_desktop.domain.papers import (
    CellKind,
    Column,
    ListPaper,
    PaperTable,
    Row,
    Signature,
    board_signature,
)
from ccb_desktop.domain.printing import number, share

_PLAIN, _NUMBER = CellKind.PLAIN, CellKind.NUMBER
_POINTS = "Điểm theo tiêu chí"
_SHEET = (
    Column("STT", 11, _PLAIN),
    Column("Tiêu chí", 70),
    Column("Tối đa", 17, _NUMBER),
    Column("Số liệu trong sổ", 58),
    Column("Điểm", 16, _NUMBER),
)
_ORDER = tuple(Rating)


def rating_table(source: ListSource, table: ScoreTable) -> ListPaper:
    """Units with their points, sums, ranks and ratings; the criteria are told below."""
    kind = UNIT_KIND[table.kind]
    units = fitting(table.units, source.order.filter, lambda one: (one.name,))
    paper = PaperTable(
        columns=(
            Column("STT", 11, _PLAIN),
            Column("Đơn vị", 32),
            *(Column(_head(one), 13, _NUMBER, group=_POINTS) for one in table.criteria),
            Column("Cộng", 16, _NUMBER),
            Column("Hạng", 13, _PLAIN),
            Column("Xếp loại", 38),
            Column("Trong sạch, vững mạnh", 40),
            Column(FIELD["note"], 20),
        ),
        rows=[_row(place, one, table) for place, one in enumerate(units, 1)],
        note="\n".join([told_counts(units, kind), *map(_told, table.criteria)]),
    )
    title = f"BẢNG TỔNG HỢP XẾP LOẠI {kind.upper()} NĂM {table.year.year}"
    return source.paper(title, told_stage(table.year), paper)


def _head(criterion: Criterion) -> str:
    signs = {CriterionKind.BONUS: " (+)", CriterionKind.DEDUCTION: " (−)"}
    return f"{criterion.number}{signs.get(criterion.kind, '')}"


def _told(criterion: Criterion) -> str:
    return f"{_head(criterion)}. {criterion.text}: {_most(criterion)}"


def _most(criterion: Criterion) -> str:
    if criterion.kind is CriterionKind.POINTS:
        return f"tối đa {number(criterion.most_points)} điểm"
    return f"{CRITERION_KIND[criterion.kind].lower()}, tối đa {number(criterion.most_points)}"


def _row(place: int, unit: ScoredUnit, table: ScoreTable) -> Row:
    return (
        place,
        unit.name,
        *(unit.points.get(one.id or 0) for one in table.criteria),
        table.sums[unit.unit_id],
        table.ranks.get(unit.unit_id),
        RATING[unit.rating] if unit.rating else "",
        table.labels.get(unit.strength, unit.strength),
        unit.note,
    )


def told_counts(units: Sequence[ScoredUnit], kind: str) -> str:
    """`Hoàn thành xuất sắc 2/13 (15,38 %) chi hội; …`, of the units that are rated."""
    rated = [one.rating for one in units if one.rating is not None]
    if not rated:
        return f"Chưa xếp loại {kind.lower()} nào."
    counts = [(one, rated.count(one)) for one in _ORDER]
    told = [f"{RATING[one].lower()} {share(count, len(rated))}" for one, count in counts if count]
    waiting = len(units) - len(rated)
    rest = f"; chưa xếp loại {number(waiting)}" if waiting else ""
    return f"Trong {number(len(rated))} {kind.lower()} đã xếp loại: {', '.join(told)}{rest}."


def score_sheets(source: ListSource, table: ScoreTable, unit_ids: Sequence[int]) -> ListPaper:
    """The score sheets of some units, each on a page of its own; open points are room to write."""
    chosen = [unit for unit in table.units if unit.unit_id in unit_ids]
    head = Signature(("TM. ĐƠN VỊ",), hint="(Ký, ghi rõ họ tên)")
    return source.paper(
        f"PHIẾU CHẤM ĐIỂM THI ĐUA NĂM {table.year.year}",
        told_stage(table.year),
        *(_sheet(unit, table) for unit in chosen),
        signatures=(head, board_signature(source.branch)),
        landscape=False,
        apart=True,
    )


def _sheet(unit: ScoredUnit, table: ScoreTable) -> PaperTable:
    total = sum_of(table.criteria, unit.points)
    rated = RATING[unit.rating] if unit.rating else "chưa xếp loại"
    strength = table.labels.get(unit.strength, unit.strength)
    return PaperTable(
        title=unit.name,
        columns=_SHEET,
        rows=[_criterion_row(unit, one) for one in table.criteria],
        totals=(_total(table, total),),
        note=f"Xếp loại: {rated}{f'; {strength.lower()}' if strength else ''}.",
    )


def _total(table: ScoreTable, total: Decimal | None) -> Row:
    return ("", "Cộng (điểm thưởng tính thêm, điểm trừ bớt đi)", most_of(table.criteria), "", total)


def _criterion_row(unit: ScoredUnit, criterion: Criterion) -> Row:
    fact = unit.facts.get(criterion.id or 0)
    kind = "" if criterion.kind is CriterionKind.POINTS else f" ({CRITERION_KIND[criterion.kind]})"
    return (
        criterion.number,
        f"{criterion.text}{kind}",
        criterion.most_points,
        fact.text if fact is not None else "",
        unit.points.get(criterion.id or 0),
    )
