"""Inspections and supervision in the store, and what was to be mended after them."""

from datetime import date

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from ccb_desktop.data.activities.activities import lines_where
from ccb_desktop.data.tables import ActivityRow
from ccb_desktop.domain.activities.inspections import INSPECTION_KINDS
from ccb_desktop.domain.activities.lines import ActivityLine

_ONE = ActivityRow
_OF_KIND = _ONE.kind.in_([kind.value for kind in INSPECTION_KINDS])
_OPEN = _OF_KIND & _ONE.fix_by_on.is_not(None) & _ONE.fixed_on.is_(None)


def list_inspections(session: Session, from_on: date, to_on: date) -> list[ActivityLine]:
    """Those of some days, and all whose lack is still to be mended, the latest first."""
    return lines_where(session, _OF_KIND & or_(_ONE.held_on.between(from_on, to_on), _OPEN))


def list_years(session: Session) -> list[int]:
    """The years in which there was one, the latest first."""
    days = session.scalars(select(_ONE.held_on).where(_OF_KIND).distinct())
    return sorted({day.year for day in days}, reverse=True)


def count_to_fix(session: Session, on: date) -> tuple[int, int]:
    """How many lacks are still to be mended, and of how many the day has passed."""
    days = list(session.scalars(select(_ONE.fix_by_on).where(_OPEN)))
    return len(days), sum(day is not None and day < on for day in days)
