"""Score sheets in the store: the criteria of a year, and what units were given."""

from collections.abc import Iterable

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import CriterionRow, ScoreRow
from ccb_desktop.domain.emulation.scores import Criterion, Score


def list_criteria(session: Session, year: int) -> list[Criterion]:
    """The score sheet of a year in its order; empty where there is none."""
    criterion = CriterionRow
    query = select(criterion.__table__).where(criterion.year == year)
    return rows.list_values(session, Criterion, query.order_by(criterion.number, criterion.id))


def load_criterion(session: Session, criterion_id: int) -> Criterion:
    """One criterion.

    Raises:
        NotFound: It is not there any more.
    """
    gone = "Tiêu chí này không còn trong bảng điểm. Hãy mở lại danh sách."
    return rows.load_value(session, CriterionRow, Criterion, criterion_id, gone)


def year_with_sheet_before(session: Session, year: int) -> int | None:
    """The latest year before one that has a score sheet."""
    return session.scalar(select(func.max(CriterionRow.year)).where(CriterionRow.year < year))


def save_criterion(session: Session, criterion: Criterion) -> int:
    """Insert or overwrite a criterion; gives the id."""
    return rows.save(session, CriterionRow, criterion)


def delete_criterion(session: Session, criterion_id: int) -> None:
    """Take a criterion out, with what units were given for it."""
    session.execute(delete(ScoreRow).where(ScoreRow.criterion_id == criterion_id))
    rows.delete_one(session, CriterionRow, criterion_id)


def list_scores(session: Session, year: int) -> list[Score]:
    """What units were given in a year."""
    query = (
        select(ScoreRow.__table__)
        .join(CriterionRow, CriterionRow.id == ScoreRow.criterion_id)
        .where(CriterionRow.year == year)
    )
    return rows.list_values(session, Score, query.order_by(ScoreRow.id))


def save_scores(session: Session, scores: Iterable[Score]) -> None:
    """Write what units are given; points given before for the same criterion are replaced."""
    for score in scores:
        found = session.scalar(
            select(ScoreRow.id).where(
                ScoreRow.criterion_id == score.criterion_id, ScoreRow.unit_id == score.unit_id
            )
        )
        columns = rows.columns_of(score, ScoreRow, id=found)
        rows.save(session, ScoreRow, Score(**columns))


def delete_score(session: Session, criterion_id: int, unit_id: int) -> None:
    """Take back what a unit was given for a criterion."""
    session.execute(
        delete(ScoreRow).where(ScoreRow.criterion_id == criterion_id, ScoreRow.unit_id == unit_id)
    )
    session.expire_all()
