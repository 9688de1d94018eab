"""Ratings of units: the table of a year with scores and evidence, and what units come to."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from ccb_desktop.data import settings
from ccb_desktop.data.emulation import grading, ratings, scores
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.code_lists import labels_of, offered
from ccb_desktop.domain.emulation.grading import Rating, UnitRating, check_open
from ccb_desktop.domain.emulation.labels import RATING
from ccb_desktop.domain.emulation.score_sheets import (
    EvidenceFact,
    ScoredUnit,
)
from ccb_desktop.domain.emulation.score_table import ScoreTable
from ccb_desktop.domain.emulation.scores import Criterion
from ccb_desktop.domain.errors import Conflict
from ccb_desktop.domain.members.units import UnitKind
from ccb_desktop.domain.printing import number
from ccb_desktop.operations.emulation.evidence import evidence_of
from ccb_desktop.operations.emulation.grading import units_of

STRENGTH_LIST = "UNIT_STRENGTH"

FactsByCriterion = Mapping[int, Mapping[int, EvidenceFact]]
"""Criterion → unit → what the books say."""


def load_table(
    store: Store,
    year: int,
    today: date,
    kind: UnitKind = UnitKind.CHI_HOI,
    known: FactsByCriterion | None = None,
) -> ScoreTable:
    """The table of a year: units of one kind that stood in it, scores, evidence, ratings.

    Args:
        store: The books.
        year: The year that is graded.
        today: Books are read up to this day of the year.
        kind: Chi hội, phân hội or clubs.
        known: What the books say, where only points and ratings have changed since.
    """
    with store.reading() as session:
        return table_in(session, year, today, kind, known)


def table_in(
    session: Session,
    year: int,
    today: date,
    kind: UnitKind,
    known: FactsByCriterion | None = None,
) -> ScoreTable:
    """The same within a reading that does more."""
    found = grading.load_year(session, year)
    criteria = scores.list_criteria(session, year)
    codes = settings.list_codes(session, STRENGTH_LIST)
    now = {one.unit_id: one for one in ratings.list_ratings(session, year)}
    day = found.roster_on(today)
    units = units_of(session, year, day, kind, kept=now.keys())
    facts = _facts(session, year, today, criteria) if known is None else known
    given: dict[int, dict[int, Decimal]] = {}
    for score in scores.list_scores(session, year):
        given.setdefault(score.unit_id, {})[score.criterion_id] = score.points
    before = {one.unit_id: one.rating for one in ratings.list_ratings(session, year - 1)}
    return ScoreTable(
        year=found,
        kind=kind,
        criteria=tuple(criteria),
        units=tuple(
            _unit(own, name, kind, given.get(own, {}), facts, now.get(own), before.get(own))
            for own, name in units
        ),
        strengths=tuple(offered(codes, STRENGTH_LIST)),
        labels=labels_of(codes, STRENGTH_LIST),
        years=ratings.counts_by_year(session),
    )


def _facts(
    session: Session, year: int, today: date, criteria: Sequence[Criterion]
) -> FactsByCriterion:
    on = min(today, date(year, 12, 31))
    if on.year < year:
        return {}
    found = evidence_of(session, year, on, {one.evidence for one in criteria})
    return {one.id or 0: found[one.evidence] for one in criteria if one.evidence in found}


def _unit(
    unit_id: int,
    name: str,
    kind: UnitKind,
    points: Mapping[int, Decimal],
    facts: Mapping[int, Mapping[int, EvidenceFact]],
    rating: UnitRating | None,
    before: Rating | None,
) -> ScoredUnit:
    return ScoredUnit(
        unit_id=unit_id,
        name=name,
        kind=kind,
        points=points,
        facts={own: told[unit_id] for own, told in facts.items() if unit_id in told},
        rating_id=rating.id if rating else None,
        rating=rating.rating if rating else None,
        strength=rating.strength if rating else "",
        note=rating.note if rating else "",
        rating_before=before,
    )


# --- Writing ------------------------------------------------------------------------------------


def set_rating(store: Store, year: int, units: Sequence[ScoredUnit], rating: Rating) -> Change:
    """Give some units a rating of a year; the one they had is replaced.

    Raises:
        Conflict: The year is locked.
    """
    label = f"Xếp loại năm {year}: {_who(units)} – {RATING[rating]}"
    return _save(store, year, units, label, lambda unit: replace(unit, rating=rating))


def set_strength(store: Store, year: int, units: Sequence[ScoredUnit], strength: str) -> Change:
    """Give some units an entry of the second list; an empty one takes it back.

    Raises:
        Conflict: The year is locked, or one of them has no rating yet.
    """
    if any(unit.rating is None for unit in units):
        raise Conflict(
            "Có đơn vị chưa xếp loại. Chưa ghi gì cả. Xếp loại trước, rồi mới ghi trong sạch, "
            "vững mạnh."
        )
    label = f"Trong sạch, vững mạnh năm {year}: {_who(units)}"
    return _save(store, year, units, label, lambda unit: replace(unit, strength=strength))


def take_proposed(store: Store, table: ScoreTable) -> Change:
    """Rate every unit that is not rated yet by the points it was given.

    Raises:
        Conflict: The year is locked, or no unit with points waits for its rating.
    """
    waiting = [unit for unit in table.units if unit.rating is None and table.proposed(unit)]
    if not waiting:
        raise Conflict(
            "Không có đơn vị nào chấm đủ điểm mà chưa xếp loại. Kết quả vẫn nguyên. Chấm hết các "
            "tiêu chí trước; đơn vị đã xếp loại thì chọn rồi bấm xếp loại khác."
        )
    year = table.year.year
    label = f"Xếp loại theo điểm năm {year}: {_who(waiting)}"
    return _save(
        store,
        year,
        waiting,
        label,
        lambda unit: replace(unit, rating=table.proposed(unit)),
        again=False,
    )


def clear_ratings(store: Store, year: int, units: Sequence[ScoredUnit]) -> Change:
    """Take the ratings of some units back.

    Raises:
        Conflict: The year is locked.
    """
    with store.writing(f"Bỏ xếp loại năm {year} của {_who(units)}") as session:
        check_open(grading.load_year(session, year))
        ids = [unit.rating_id for unit in units if unit.rating_id is not None]
        ratings.delete_ratings(session, ids)
    return session.change


def _save(
    store: Store,
    year: int,
    units: Sequence[ScoredUnit],
    label: str,
    change: Callable[[ScoredUnit], ScoredUnit],
    *,
    again: bool = True,
) -> Change:
    """Write what is changed; by what the books say now, for a table may be older."""
    changed = [change(unit) for unit in units]
    with store.writing(label) as session:
        check_open(grading.load_year(session, year))
        known = {one.unit_id: one.id for one in ratings.list_ratings(session, year)}
        ratings.save_ratings(
            session,
            [
                UnitRating(
                    id=known.get(unit.unit_id),
                    year=year,
                    unit_id=unit.unit_id,
                    rating=unit.rating,
                    strength=unit.strength,
                    note=unit.note,
                )
                for unit in changed
                if unit.rating is not None and (again or unit.unit_id not in known)
            ],
        )
    return session.change


def _who(units: Sequence[ScoredUnit]) -> str:
    return units[0].name if len(units) == 1 else f"{number(len(units))} đơn vị"
