"""Found, rename and end units; keep posts and terms."""

from dataclasses import replace
from datetime import date

from ccb_desktop.data.funds.balances import held_by_unit
from ccb_desktop.data.members import lists, people, units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import Change
from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.members.checks import check_post, check_unit
from ccb_desktop.domain.members.lines import UnitLine
from ccb_desktop.domain.members.units import Post, Term, Unit, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key


def list_units(store: Store) -> list[Unit]:
    """Every unit that ever stood."""
    with store.reading() as session:
        return units.list_units(session)


def list_unit_lines(store: Store, on: date) -> list[UnitLine]:
    """Every unit that ever stood, with its members, posts and money on a day."""
    with store.reading() as session:
        held = held_by_unit(session, on)
        lines = lists.list_unit_lines(session, on)
        return [line._replace(held_dong=held.get(line.unit.id or 0)) for line in lines]


def save_unit(store: Store, unit: Unit, form_id: str | None = None) -> Change:
    """Found a unit, or correct one that has an id.

    Raises:
        Invalid: By field; also a code or name that another standing unit of its kind has.
    """
    check_unit(unit)
    with store.writing(f"Ghi đơn vị {unit.name}", form_id) as session:
        _check_unique(session, unit)
        units.save_unit(session, unit)
    return session.change


def rename_unit(
    store: Store, unit: Unit, name: str, from_on: PartialDate, form_id: str | None = None
) -> Change:
    """Give a unit another name from a day on; papers of days before keep the old one.

    Raises:
        Invalid: The name is empty or another unit has it.
    """
    renamed = replace(unit, names=(*unit.names, UnitName(name, from_on)))
    check_unit(renamed)
    with store.writing(f"Đổi tên {unit.name} thành {name}", form_id) as session:
        _check_unique(session, renamed)
        units.save_unit(session, renamed)
    return session.change


def _check_unique(session: Session, unit: Unit) -> None:
    faults: dict[str, str] = {}
    for other in units.list_units(session):
        if other.id == unit.id:
            continue
        if search_key(other.code) == search_key(unit.code):
            faults["code"] = f"Mã này đang dùng cho {other.name}."
        same_place = _place_of(other) == _place_of(unit)
        standing = other.ended_on is None and unit.ended_on is None
        if same_place and standing and search_key(other.name) == search_key(unit.name):
            faults["name"] = "Đã có đơn vị mang tên này."
    if faults:
        raise Invalid(faults)


def _place_of(unit: Unit) -> tuple[object, ...]:
    """Within what a name is borne once; wards that were merged brought units of one name."""
    return unit.kind, unit.parent_id, search_key(unit.former_ward)


def save_post(store: Store, post: Post, form_id: str | None = None) -> Change:
    """Give a person a post, or correct one that has an id.

    Raises:
        Invalid: By field.
    """
    check_post(post)
    with store.reading() as session:
        name = people.load_person(session, post.person_id or 0).full_name
    with store.writing(f"Ghi chức danh {post.title}: {name}", form_id) as session:
        units.save_post(session, post)
    return session.change


def remove_post(store: Store, post: Post) -> Change:
    """Take a post out that should never have been entered."""
    with store.writing(f"Bỏ chức danh {post.title}") as session:
        units.delete_post(session, post.id or 0)
    return session.change


def list_terms(store: Store) -> list[Term]:
    """The terms of the board, oldest first."""
    with store.reading() as session:
        return units.list_terms(session)


def save_term(store: Store, term: Term, form_id: str | None = None) -> Change:
    """Keep a term of the board.

    Raises:
        Invalid: It ends before it begins; `to_on`.
    """
    if term.to_on is not None and term.to_on.last_day < term.from_on.first_day:
        raise Invalid({"to_on": "Ngày kết thúc nhiệm kỳ đứng trước ngày bắt đầu."})
    with store.writing(f"Ghi nhiệm kỳ {term.number}", form_id) as session:
        units.save_term(session, term)
    return session.change


def remove_term(store: Store, term: Term) -> Change:
    """Take a term out."""
    with store.writing(f"Bỏ nhiệm kỳ {term.number}") as session:
        units.delete_term(session, term.id or 0)
    return session.change
