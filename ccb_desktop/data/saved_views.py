"""Filters and sets of columns kept under a name."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import SavedViewRow
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.saved_views import SavedView, ViewKind


def list_views(session: Session, list_name: str) -> list[SavedView]:
    """Everything kept of a list, in the order of names."""
    query = select(SavedViewRow).where(SavedViewRow.list_name == list_name)
    found = [
        SavedView(
            id=row.id,
            list_name=row.list_name,
            kind=ViewKind(row.kind),
            name=row.name,
            content=row.content,
        )
        for row in session.scalars(query)
    ]
    return sorted(found, key=lambda view: sort_key(view.name, by_first_word=True))


def save_view(session: Session, view: SavedView) -> int:
    """Insert or overwrite one; gives the id."""
    return rows.save(session, SavedViewRow, view)


def delete_view(session: Session, view_id: int) -> None:
    """Delete one."""
    rows.delete_one(session, SavedViewRow, view_id)
