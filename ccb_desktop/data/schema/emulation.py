"""Grading, score sheets, awards, discipline, nominations."""

from datetime import date
from decimal import Decimal

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row
from ccb_desktop.domain.emulation.awards import AwardRecipient, DisciplineForm, NominationStage
from ccb_desktop.domain.emulation.grading import Rating, Stage
from ccb_desktop.domain.emulation.scores import CriterionKind, Evidence

_AUTOINCREMENT = {"sqlite_autoincrement": True}


class GradingYearRow(Row):
    """How far the grading of a year is settled."""

    __tablename__ = "grading_years"
    year: Mapped[int] = mapped_column(unique=True)
    stage: Mapped[Stage]
    graded_on: Mapped[date | None]
    excellent_points: Mapped[Decimal]
    good_points: Mapped[Decimal]
    done_points: Mapped[Decimal]
    excellent_cap: Mapped[int]
    agreed_on: Mapped[date | None]
    agreed_by: Mapped[str]
    locked_on: Mapped[date | None]
    unlock_reason: Mapped[str]
    note: Mapped[str]


class MemberResultRow(Row):
    """What was found of one member for one year."""

    __tablename__ = "member_results"
    __table_args__ = (UniqueConstraint("year", "person_id"), _AUTOINCREMENT)
    year: Mapped[int]
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    grade: Mapped[str]
    note: Mapped[str]


class UnitRatingRow(Row):
    """What one unit came to in one year."""

    __tablename__ = "unit_ratings"
    __table_args__ = (UniqueConstraint("year", "unit_id"), _AUTOINCREMENT)
    year: Mapped[int]
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    rating: Mapped[Rating]
    strength: Mapped[str]
    note: Mapped[str]


class CriterionRow(Row):
    """One line of the score sheet of a year."""

    __tablename__ = "score_criteria"
    year: Mapped[int] = mapped_column(index=True)
    number: Mapped[int]
    text: Mapped[str]
    kind: Mapped[CriterionKind]
    most_points: Mapped[Decimal]
    evidence: Mapped[Evidence]


class ScoreRow(Row):
    """What one unit was given for one criterion."""

    __tablename__ = "unit_scores"
    __table_args__ = (UniqueConstraint("criterion_id", "unit_id"), _AUTOINCREMENT)
    criterion_id: Mapped[int] = mapped_column(ForeignKey("score_criteria.id"))
    unit_id: Mapped[int] = mapped_column(ForeignKey("units.id"))
    points: Mapped[Decimal]
    note: Mapped[str]


class AwardRow(Row):
    """One commendation."""

    __tablename__ = "awards"
    awarded_on: Mapped[date] = mapped_column(index=True)
    recipient_kind: Mapped[AwardRecipient]
    recipient: Mapped[str]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    form: Mapped[str]
    giver: Mapped[str]
    decision_no: Mapped[str]
    content: Mapped[str]
    note: Mapped[str]


class DisciplineRow(Row):
    """One measure of discipline."""

    __tablename__ = "disciplines"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), index=True)
    decided_on: Mapped[date]
    form: Mapped[DisciplineForm]
    decision_no: Mapped[str]
    reason: Mapped[str]
    ended_on: Mapped[date | None]
    note: Mapped[str]


class NominationRow(Row):
    """Somebody put forward for an award."""

    __tablename__ = "nominations"
    year: Mapped[int]
    recipient_kind: Mapped[AwardRecipient]
    person_id: Mapped[int | None] = mapped_column(ForeignKey("persons.id"), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("units.id"))
    form: Mapped[str]
    giver: Mapped[str]
    reason: Mapped[str]
    stage: Mapped[NominationStage]
    award_id: Mapped[int | None] = mapped_column(ForeignKey("awards.id"))
    note: Mapped[str]
