"""Figures typed in by hand, in the store."""

from sqlalchemy import select

from ccb_desktop.data import rows
from ccb_desktop.data.store import Session
from ccb_desktop.data.tables import ManualFigureRow
from ccb_desktop.domain.manual_figures import ManualFigure


def list_manual_figures(session: Session) -> list[ManualFigure]:
    """Every figure typed in by hand, in the order of entering."""
    query = select(ManualFigureRow).order_by(ManualFigureRow.id)
    return [rows.value_of(ManualFigure, row) for row in session.scalars(query)]


def save_manual_figure(session: Session, figure: ManualFigure) -> int:
    """Insert or overwrite one figure; gives the id."""
    return rows.save(session, ManualFigureRow, figure)


def delete_manual_figure(session: Session, figure_id: int) -> None:
    """Delete one figure."""
    rows.delete_one(session, ManualFigureRow, figure_id)
