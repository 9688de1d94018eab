"""To whom work can be handed, from the store."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data.members import lists, people, units
from ccb_desktop.data.tables import AssignmentRow, MembershipRow, StandingRow
from ccb_desktop.domain.members.told_names import told_names, with_chi_hoi
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind
from ccb_desktop.domain.tasks.recipients import (
    Receiver,
    responsible_of,
    units_of_year,
)

_KINDS = (UnitKind.CHI_HOI, UnitKind.PHAN_HOI, UnitKind.CLUB)


def list_units_to_ask(session: Session, year: int, on: date) -> list[Receiver]:
    """The units in being in a year, each with him who answers for it on a day."""
    known = units.list_units(session)
    names, places = with_chi_hoi(known, told_names(known, on)), _last_places(session)
    wanted = [unit for kind in _KINDS for unit in units_of_year(known, kind, year)]
    responsible = heads_of(session, wanted, on)
    return [
        Receiver(
            unit=unit,
            name=names[unit.id],
            responsible=responsible[unit.id or 0],
            place=places.get(unit.id or 0, ""),
        )
        for unit in wanted
    ]


def list_board(session: Session, on: date) -> list[Receiver]:
    """Those who hold a post of the branch itself on a day, in the order of entering."""
    posts = [post for post in units.list_posts(session) if _is_of_board(post, on)]
    names = people.names_of(session, {post.person_id or 0 for post in posts})
    titles: dict[int, list[str]] = {}
    for post in posts:
        titles.setdefault(post.person_id or 0, []).append(post.title)
    return [
        Receiver(person_id=own, name=f"{names[own]} ({', '.join(held)})", responsible=names[own])
        for own, held in titles.items()
        if own in names
    ]


def heads_of(session: Session, wanted: Iterable[Unit], on: date) -> dict[int, str]:
    """Unit → who answers for it on a day; nothing where nobody is known."""
    posts = units.list_posts(session)
    names = people.names_of(session, {post.person_id or 0 for post in posts})
    sub_units = _sub_units(session, on)
    return {unit.id or 0: responsible_of(unit, posts, names, sub_units, on) for unit in wanted}


def _is_of_board(post: Post, on: date) -> bool:
    return post.scope is PostScope.HOI and post.unit_id is None and post.held_on(on)


def _sub_units(session: Session, on: date) -> dict[int, int | None]:
    """Person → the phân hội he is of on a day."""
    query = (
        select(MembershipRow.person_id, StandingRow.sub_unit_id)
        .join(StandingRow, StandingRow.membership_id == MembershipRow.id)
        .where(*lists.standing_on(on), StandingRow.sub_unit_id.is_not(None))
    )
    return {own: sub_unit for own, sub_unit in session.execute(query) if own is not None}


def _last_places(session: Session) -> dict[int, str]:
    """Unit → where it was to work in what was handed to it last."""
    one = AssignmentRow
    query = (
        select(one.unit_id, one.place)
        .where(one.unit_id.is_not(None), one.place != "")
        .order_by(one.id)
    )
    return {unit_id: place for unit_id, place in session.execute(query) if unit_id is not None}
