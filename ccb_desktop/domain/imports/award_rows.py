"""Rows of the sheet *Khen thưởng*."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ccb_desktop.domain.emulation.award_book import is_medal, medal_year_after
from ccb_desktop.domain.emulation.awards import Award, AwardRecipient
from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.exchange.unit_names import is_sub_unit
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell, Identity, find_person
from ccb_desktop.domain.imports.merge import as_partial, differences
from ccb_desktop.domain.imports.money_cells import check_not_ahead
from ccb_desktop.domain.imports.outcome import Outcome
from ccb_desktop.domain.imports.work_cells import unit_told
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import Unit, UnitKind


def take_award(context: Context, row: TypedRow) -> None:
    """Take in one award; forms and givers that are new to their lists join them.

    Raises:
        CannotTell: A member is not found for certain, or the day has not come.
    """
    cells: Mapping[str, Any] = row.values
    check_not_ahead(context, cells["awarded_on"], "awarded_on")
    work = context.books.work
    read = _read(context, row)
    known = context.first_untold("awards", work.awards_like(read))
    label = f"{read.recipient} – {read.form}"
    if known is None:
        added = work.add_award(read)
        context.tell_of("awards", added.id)
        _note_medal(context, added)
        context.done(row, Outcome.CREATED, label)
        return
    context.tell_of("awards", known.id)
    told: dict[str, Any] = {
        name: str(cells[name])
        for name in ("decision_no", "content")
        if name in row.as_chosen().values
    }
    after = replace(known, **told)
    if work.awards.put(after):
        changes = differences(known, after, context.print_value)
        context.done(row, Outcome.CHANGED, label, changes)
    else:
        context.done(row, Outcome.UNCHANGED, label)


def _note_medal(context: Context, award: Award) -> None:
    """Let the year of a Kỷ niệm chương stand on the person, where none stands there yet."""
    if award.person_id is None or not is_medal(award.form):
        return
    people = context.books.people
    person = people[award.person_id]
    year = medal_year_after(person.medal_year, None, award.awarded_on)
    people.put(replace(person, medal_year=year))


def _read(context: Context, row: TypedRow) -> Award:
    cells: Mapping[str, Any] = row.values
    kind = AwardRecipient(cells["recipient_kind"])
    person = _person(context, row) if kind is AwardRecipient.MEMBER else None
    unit = _unit(context, row) if kind is AwardRecipient.UNIT else None
    name = person.full_name if person else unit.name if unit else str(cells["recipient"])
    return Award(
        awarded_on=cells["awarded_on"],
        recipient_kind=kind,
        recipient=name,
        person_id=person.id if person else None,
        unit_id=unit.id if unit else None,
        form=context.entry("AWARD_FORM", str(cells["form"])).label,
        giver=context.entry("AWARD_GIVER", str(cells["giver"])).label,
        decision_no=str(cells.get("decision_no", "")),
        content=str(cells.get("content", "")),
    )


def _person(context: Context, row: TypedRow) -> Person:
    """The member whom a row names.

    Raises:
        CannotTell: Nobody, or more than one, fits.
    """
    cells: Mapping[str, Any] = row.values
    name = str(cells["recipient"])
    who = Identity(
        full_name=name,
        born_on=as_partial(cells.get("born_on")),
        card_no=str(cells.get("card_no", "")),
        on=cells["awarded_on"],
    )
    try:
        found = find_person(context.books, who)
    except CannotTell as fault:
        field = "recipient" if fault.field == "full_name" else fault.field
        raise CannotTell(str(fault), field) from fault
    if found is None:
        raise CannotTell(
            f"Không tìm thấy {name} trong danh sách. Kiểm tra họ tên, ngày sinh, số thẻ.",
            "recipient",
        )
    return found


def _unit(context: Context, row: TypedRow) -> Unit | None:
    """The unit of the books that a row names; one that is not among them is kept by its name."""
    text, books = str(row.values["recipient"]), context.books
    found = books.unit_of_code(text)
    if found is None and is_sub_unit(text):
        found = _sub_unit_or_none(context, text)
    for kind in (UnitKind.CHI_HOI, UnitKind.CLUB):
        found = found or books.unit_named(text, kind)
    if found is None:
        context.tell(
            row,
            "recipient",
            f"Không có đơn vị nào tên “{text}”; khen thưởng được ghi theo tên ấy.",
        )
    return found


def _sub_unit_or_none(context: Context, text: str) -> Unit | None:
    try:
        return unit_told(context, text)
    except CannotTell:
        return None
