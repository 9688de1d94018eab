"""Rows of the sheets *Bình xét* and *Xếp loại đơn vị*."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from ccb_desktop.domain.emulation.grading import MemberResult, Rating, UnitRating
from ccb_desktop.domain.emulation.labels import FIELD, RATING
from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.matching import CannotTell
from ccb_desktop.domain.imports.money_cells import unit_id_of
from ccb_desktop.domain.imports.outcome import FieldChange, Outcome
from ccb_desktop.domain.imports.work_cells import unit_told

GRADES = "MEMBER_GRADE"
"""The list of what members may be found to be."""


def take_member_result(context: Context, row: TypedRow) -> None:
    """Take in what was found of a member; a result that is new to the list joins it.

    Raises:
        CannotTell: Nobody fits, the year has not begun, or its grading is locked.
    """
    cells: Mapping[str, Any] = row.values
    work, year = context.books.work, int(cells["year"])
    person = context.person(row)
    known = work.member_result(year, person.id or 0)
    label = f"{person.full_name} – {year}"
    _check_year(context, year, row, is_same=_says_the_same(context, row, known))
    grade = context.entry(GRADES, str(cells["result"])).code
    if known is None:
        unit_id = context.known_unit_id(row) or unit_id_of(context, person, date(year, 12, 31))
        added = work.add_member_result(
            MemberResult(year=year, person_id=person.id or 0, unit_id=unit_id, grade=grade)
        )
        context.done_to(row, added.id, Outcome.CREATED, label)
        return
    unit_id = context.known_unit_id(row) or known.unit_id
    changes = [
        FieldChange(FIELD["grade"], *(work.label_of(GRADES, one) for one in (known.grade, grade)))
    ]
    if work.member_results.put(replace(known, grade=grade, unit_id=unit_id)):
        context.done_to(row, known.id, Outcome.CHANGED, label, changes)
    else:
        context.done_to(row, known.id, Outcome.UNCHANGED, label)


def _says_the_same(context: Context, row: TypedRow, known: MemberResult | None) -> bool:
    """Whether a row changes nothing; asked before a new result would join the list."""
    if known is None:
        return False
    meant = context.books.work.entry_meant(GRADES, str(row.values["result"]))
    same_grade = meant is not None and meant.code == known.grade
    return same_grade and context.known_unit_id(row) in (None, known.unit_id)


def take_unit_rating(context: Context, row: TypedRow) -> None:
    """Take in what a unit came to in a year.

    Raises:
        CannotTell: No unit is meant, the year has not begun, or its grading is locked.
    """
    cells: Mapping[str, Any] = row.values
    work, year = context.books.work, int(cells["year"])
    unit = unit_told(context, str(cells["unit"]))
    if unit is None:
        raise CannotTell("Chỉ xếp loại chi hội, phân hội, CLB. Ghi tên hoặc mã đơn vị.", "unit")
    rating = Rating(cells["rating"])
    known = work.unit_rating(year, unit.id or 0)
    _check_year(context, year, row, is_same=known is not None and known.rating is rating)
    label = f"{unit.name} – {year}"
    if known is None:
        added = work.add_unit_rating(UnitRating(year=year, unit_id=unit.id or 0, rating=rating))
        context.done_to(row, added.id, Outcome.CREATED, label)
    elif work.unit_ratings.put(replace(known, rating=rating)):
        changes = [FieldChange(FIELD["rating"], RATING[known.rating], RATING[rating])]
        context.done_to(row, known.id, Outcome.CHANGED, label, changes)
    else:
        context.done_to(row, known.id, Outcome.UNCHANGED, label)


def _check_year(context: Context, year: int, row: TypedRow, *, is_same: bool) -> None:
    """See that a year has begun and its grading is open, where a row would change it."""
    if year > context.today.year:
        raise CannotTell(f"Năm {year} chưa tới nên chưa bình xét, xếp loại được.", "year")
    if year in context.books.work.locked_years and not is_same:
        raise CannotTell(
            f"Bình xét, xếp loại năm {year} đã khóa nên dòng này chưa nhập. Mở khóa năm ấy kèm "
            "lý do ở trang Thi đua rồi nhập lại.",
            "year",
        )
