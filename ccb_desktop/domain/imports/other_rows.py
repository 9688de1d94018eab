"""Rows of the sheets *Đơn vị*, *Thành viên CLB*, *Chức danh* and *Số liệu nhập tay*."""

from dataclasses import replace

from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell, find_for_roster
from ccb_desktop.domain.imports.merge import as_known_partial, as_partial, differences, take_in
from ccb_desktop.domain.imports.outcome import FieldChange, Outcome
from ccb_desktop.domain.imports.own_cells import take_own_fields
from ccb_desktop.domain.imports.roster_rows import take_person
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.manual_figures import ManualFigure
from ccb_desktop.domain.members.memberships import Membership, MembershipKind
from ccb_desktop.domain.members.units import Post, PostScope, Unit, UnitKind, UnitName
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key

_UNIT_DATES = ("founded_on", "ended_on")
_UNIT_CELLS = ("founded_on", "former_ward", "contact_name", "contact_phone", "ended_on")


def is_part(row: TypedRow) -> bool:
    """Whether a row of *Đơn vị* is a phân hội, which belongs to another row."""
    return bool(row.values["kind"] == UnitKind.PHAN_HOI)


def take_unit(context: Context, row: TypedRow) -> None:
    """Found or correct a unit.

    Raises:
        CannotTell: The chi hội of a phân hội is not known, or another unit has the code.
    """
    cells = row.values
    kind, name = UnitKind(str(cells["kind"])), str(cells["name"])
    parent = _parent_of(context, row, kind)
    books = context.books
    known = _known_unit(context, str(cells["code"]), name, kind, parent)
    found = known or Unit(code=str(cells["code"]), kind=kind, names=(UnitName(name),))
    read = dict(row.as_chosen().values if known else cells)
    read |= {name: as_partial(read[name]) for name in _UNIT_DATES if name in read}
    after = take_in(found, read, (*_UNIT_CELLS, "code"))
    if known is None or "parent" not in row.kept:
        after = replace(after, parent_id=parent or after.parent_id)
    if known is None:
        after = books.units.add(after)
    context.told_units.add(after.id or 0)
    if known is None:
        context.done_to(row, after.id, Outcome.CREATED, name)
    elif books.put_unit(after, str(read.get("name", known.name))):
        changes = _changes_of_unit(context, known, after, books.units[known.id or 0].name)
        context.done_to(row, known.id, Outcome.CHANGED, name, changes)
    else:
        context.done_to(row, known.id, Outcome.UNCHANGED, name)


def _changes_of_unit(context: Context, known: Unit, after: Unit, name: str) -> list[FieldChange]:
    renamed = [FieldChange(FIELD["name"], known.name, name, "name")] if name != known.name else []
    own = {"parent_id": "parent"}
    return renamed + differences(known, after, context.print_value, without=("names",), cells=own)


def _known_unit(
    context: Context, code: str, name: str, kind: UnitKind, parent: int | None
) -> Unit | None:
    """The unit of that code, else of that name, unless another row already told of it.

    Wards that were merged bring two units of one name, each with its own code.
    """
    by_code = context.books.unit_of_code(code)
    if by_code is not None and by_code.kind is not kind:
        raise CannotTell(f"Mã {code} đang dùng cho {by_code.name}.", "code")
    if by_code is not None:
        return by_code
    by_name = context.books.unit_named(name, kind, parent)
    return None if by_name is None or by_name.id in context.told_units else by_name


def _parent_of(context: Context, row: TypedRow, kind: UnitKind) -> int | None:
    text = str(row.values.get("parent", ""))
    if not text:
        return None
    found = context.books.unit_named(text, UnitKind.CHI_HOI)
    if found is None and kind is UnitKind.PHAN_HOI:
        raise CannotTell(f"Không tìm thấy chi hội {text} của phân hội này.", "parent")
    return found.id if found else None


def take_club_member(context: Context, row: TypedRow) -> None:
    """Take one member of a club into the books.

    Raises:
        CannotTell: His numbers contradict what the books know.
    """
    books = context.books
    club = context.unit(str(row.values["club"]), UnitKind.CLUB)
    who = context.identity(row, club.id)
    mentions = context.mentions["club_members"]
    known = find_for_roster(books, who, mentions)
    if known is not None and context.is_repeat(row, known, mentions.get(known.id or 0)):
        return
    row = row if known is None else row.as_chosen()
    cells = row.values
    personal = {name: value for name, value in cells.items() if name != "note"}
    person, changes = take_person(context, personal, known)
    changes += take_own_fields(context, row, person)
    held = books.club_membership(person, club.id or 0)
    found = held or Membership(
        person_id=person.id,
        kind=MembershipKind.CLUB,
        unit_id=club.id,
        on_roll_from=PartialDate.of(context.as_of),
    )
    joined = {"joined_on": as_partial(cells.get("club_joined_on")), "note": cells.get("note")}
    filled = {name: value for name, value in joined.items() if value is not None}
    after = take_in(found, filled, tuple(filled))
    context.remember("club_members", row, person, who)
    if held is None:
        books.add_membership(after)
        context.done(row, Outcome.CREATED, person.full_name)
        return
    if books.put_membership(after):
        own = {"joined_on": "club_joined_on"}
        changes += differences(held, after, context.print_value, cells=own)
    outcome = Outcome.CHANGED if changes else Outcome.UNCHANGED
    context.done(row, outcome, person.full_name, changes)


def take_post(context: Context, row: TypedRow) -> None:
    """Give a person a post, or complete the one he holds.

    Raises:
        CannotTell: Nobody fits.
    """
    person = context.person(row)
    cells = row.values
    read = Post(
        person_id=person.id,
        title=str(cells["title"]),
        scope=PostScope(str(cells["scope"])),
        organisation=str(cells.get("organisation", "")),
        unit_id=context.known_unit_id(row),
        from_on=as_partial(cells.get("from_on")),
        to_on=as_partial(cells.get("to_on")),
    )
    label = f"{person.full_name} – {read.title}"
    known = next((p for p in context.books.posts_of(person) if _is_same(p, read)), None)
    if known is None:
        added = context.books.add_post(read)
        context.done_to(row, added.id, Outcome.CREATED, label)
        return
    names = {"organisation", "from_on", "to_on"} - row.kept
    filled = {name: getattr(read, name) for name in names}
    after = take_in(known, {n: v for n, v in filled.items() if v}, tuple(filled))
    if context.books.posts.put(after):
        changes = differences(known, after, context.print_value)
        context.done_to(row, known.id, Outcome.CHANGED, label, changes)
    else:
        context.done_to(row, known.id, Outcome.UNCHANGED, label)


def _is_same(known: Post, read: Post) -> bool:
    """Same title and scope; body and beginning agree, or are not yet known."""
    if (search_key(known.title), known.scope) != (search_key(read.title), read.scope):
        return False
    bodies = {search_key(post.organisation) for post in (known, read) if post.organisation}
    begun = [post.from_on for post in (known, read) if post.from_on is not None]
    return len(bodies) < 2 and (len(begun) < 2 or begun[0].agrees_with(begun[1]))


def take_manual_figure(context: Context, row: TypedRow) -> None:
    """Keep a figure typed in by hand.

    Raises:
        CannotTell: There is no such indicator, or the period runs backwards.
    """
    cells = row.values
    indicator = str(cells["indicator"])
    if indicator not in context.indicators:
        raise CannotTell(f"Không có chỉ tiêu mang mã {indicator}.", "indicator")
    from_on = as_known_partial(cells["from_on"]).first_day
    to_on = as_known_partial(cells["to_on"]).last_day
    if to_on < from_on:
        raise CannotTell("Đến ngày đứng trước Từ ngày.", "to_on")
    figures = context.books.manual_figures
    period = (indicator, from_on, to_on)
    known = next(
        (f for f in figures.by_id.values() if (f.indicator, f.from_on, f.to_on) == period), None
    )
    found = known or ManualFigure(indicator=indicator, from_on=from_on, to_on=to_on, value="")
    told = row.as_chosen().values if known else cells
    after = take_in(found, told, ("value", "source_note"))
    label = f"{indicator} {PartialDate.of(from_on)} – {PartialDate.of(to_on)}"
    if known is None:
        context.done_to(row, figures.add(after).id, Outcome.CREATED, label)
    elif figures.put(after):
        changes = differences(known, after, context.print_value)
        context.done_to(row, known.id, Outcome.CHANGED, label, changes)
    else:
        context.done_to(row, known.id, Outcome.UNCHANGED, label)
