"""Units, terms of office and posts in the store."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import PostRow, TermRow, UnitNameRow, UnitRow
from ccb_desktop.domain.members.units import Post, Term, Unit, UnitName, natural_order
from ccb_desktop.domain.people_names import search_key


def list_units(session: Session) -> list[Unit]:
    """Every unit that ever stood, with its names, by kind and in the order of codes."""
    called = select(UnitNameRow.__table__).order_by(UnitNameRow.id)
    names = rows.list_by_owner(session, UnitName, called, "unit_id")
    units = rows.list_with_parts(session, Unit, select(UnitRow.__table__), names=names)
    return sorted(units, key=lambda unit: (unit.kind, natural_order(unit.code)))


def save_unit(session: Session, unit: Unit) -> int:
    """Insert or overwrite a unit with all its names; gives the id."""
    unit_id = rows.save(session, UnitRow, unit)
    known = session.scalars(
        select(UnitNameRow).where(UnitNameRow.unit_id == unit_id).order_by(UnitNameRow.id)
    ).all()
    for row in known[len(unit.names) :]:
        session.delete(row)
    for place, name in enumerate(unit.names):
        row = known[place] if place < len(known) else UnitNameRow(unit_id=unit_id)
        row.name, row.from_on, row.name_key = name.name, name.from_on, search_key(name.name)
        session.add(row)
    session.flush()
    return unit_id


def list_posts(session: Session, person_ids: Sequence[int] | None = None) -> list[Post]:
    """The posts of some people, or of all, in the order of entering."""
    query = select(PostRow.__table__).order_by(PostRow.id)
    if person_ids is not None:
        query = query.where(PostRow.person_id.in_(person_ids))
    return rows.list_values(session, Post, query)


def save_post(session: Session, post: Post) -> int:
    """Insert or overwrite a post; gives the id."""
    return rows.save(session, PostRow, post)


def delete_post(session: Session, post_id: int) -> None:
    """Delete a post."""
    rows.delete_one(session, PostRow, post_id)


def list_terms(session: Session) -> list[Term]:
    """The terms of the board, oldest first."""
    query = select(TermRow).order_by(TermRow.from_on)
    return [rows.value_of(Term, row) for row in session.scalars(query)]


def save_term(session: Session, term: Term) -> int:
    """Insert or overwrite a term; gives the id."""
    return rows.save(session, TermRow, term)


def delete_term(session: Session, term_id: int) -> None:
    """Delete a term."""
    rows.delete_one(session, TermRow, term_id)
