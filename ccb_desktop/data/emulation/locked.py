"""What the locked years hold, so that an act can be held against it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import (
    CriterionRow,
    GradingYearRow,
    HouseholdYearRow,
    MemberResultRow,
    ScoreRow,
    UnitRatingRow,
)
from ccb_desktop.domain.emulation.grading import Stage

Findings = frozenset[tuple[object, ...]]
"""Every finding of some years, with the id under which it stands."""


def locked_years(session: Session) -> frozenset[int]:
    """The years of which nothing may be changed."""
    locked = GradingYearRow.stage == Stage.LOCKED
    return frozenset(session.scalars(select(GradingYearRow.year).where(locked)))


def findings_of(session: Session, years: frozenset[int]) -> Findings:
    """What was found in some years; whose file a result lies in is not part of it."""
    result, rating, criterion = MemberResultRow, UnitRatingRow, CriterionRow
    score, home = ScoreRow, HouseholdYearRow
    session.flush()
    session.expire_all()
    queries = (
        select(result.id, result.year, result.grade, result.note).where(result.year.in_(years)),
        select(rating.id, rating.year, rating.rating, rating.strength, rating.note).where(
            rating.year.in_(years)
        ),
        select(criterion.id, criterion.year, criterion.text, criterion.most_points).where(
            criterion.year.in_(years)
        ),
        select(score.criterion_id, score.unit_id, score.points)
        .join(criterion, criterion.id == score.criterion_id)
        .where(criterion.year.in_(years)),
        select(home.household_id, home.year, home.cultural_family).where(
            home.year.in_(years), home.cultural_family.is_not(None)
        ),
    )
    return frozenset(
        (place, *row) for place, query in enumerate(queries) for row in session.execute(query)
    )
