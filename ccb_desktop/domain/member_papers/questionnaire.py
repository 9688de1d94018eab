"""What the questionnaires ask: what the books know of incomplete members, and blanks to fill."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from ccb_desktop.domain.labels import FIELD, SEX
from ccb_desktop.domain.member_papers.order import ListSource
from ccb_desktop.domain.members.lines import MemberLine
from ccb_desktop.domain.members.people import Sex
from ccb_desktop.domain.papers import CellKind, Column, Letterhead, letterhead_of
from ccb_desktop.domain.record_gaps.review import NO_UNIT, GapsReview, RecordGaps

Answer = str | None
"""What the books say; `None` where it is to be written by hand."""

_IDENTITY = ("full_name", "born_on", "card_no")
_SECRET = frozenset({"citizen_id", "phone"})
_LISTS = {"periods": "PERIOD", "poverty": "POVERTY", "house_state": "HOUSE"}
_WIDTHS = {
    **{"full_name": 42, "address": 48, "citizen_id": 36, "household_head": 40, "periods": 44},
    **{"home_town": 36, "military_unit": 40, "military_post": 36, "card_no": 24},
}
_USUAL_WIDTH = 28
_WIDEST = 250.0  # millimetres for what is asked, beside who it is; more could not be written in
_HOW_TO_FILL = (
    "Ô trắng là mục còn thiếu, xin ghi vào; ô mờ là điều sổ đã có, sai thì gạch đi ghi lại. "
    "Ngày chỉ nhớ năm thì ghi năm."
)


@dataclass(frozen=True, slots=True)
class UnitQuestions:
    """One chi hội: a row for each member whose record lacks something."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Answer, ...], ...]
    note: str


@dataclass(frozen=True, slots=True)
class PersonQuestions:
    """One member: every needed entry, and what of his entries cannot be true."""

    name: str
    unit_name: str
    entries: tuple[tuple[str, Answer], ...]
    doubts: tuple[str, ...]
    note: str


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """Sheets to be filled by hand, with the head of the Hội on each."""

    letterhead: Letterhead
    sheets: tuple[UnitQuestions, ...] | tuple[PersonQuestions, ...]


def by_unit(source: ListSource, review: GapsReview) -> Questionnaire:
    """A sheet for each chi hội with the columns that somebody in it lacks.

    More columns than can be written in on a page make several sheets of one chi hội.
    """
    units: dict[str, list[RecordGaps]] = {}
    for record in review.incomplete:
        units.setdefault(record.line.unit_name or NO_UNIT, []).append(record)
    sheets = tuple(
        sheet
        for name, found in units.items()
        for sheet in _unit_sheets(source, review, name, found)
    )
    return Questionnaire(letterhead_of(source.branch, source.order.on), sheets)


def _unit_sheets(
    source: ListSource, review: GapsReview, name: str, records: Sequence[RecordGaps]
) -> Iterator[UnitQuestions]:
    lacking = {field for record in records for field in record.missing}
    parts = _in_parts([f for f in review.needed if f in lacking and f not in _IDENTITY])
    for place, asked in enumerate(parts, 1):
        told = f"{name} (tờ {place}/{len(parts)})" if len(parts) > 1 else name
        identity = _IDENTITY if place == 1 else ()
        concerned = [r for r in records if {*asked, *identity} & set(r.missing)]
        yield _unit_sheet(source, told, concerned, asked)


def _in_parts(fields: Sequence[str]) -> list[list[str]]:
    """The fields in groups that fit beside who it is; at least one group, maybe empty."""
    parts: list[list[str]] = [[]]
    room = _WIDEST
    for field in fields:
        width = _width(field)
        if width > room and parts[-1]:
            parts.append([])
            room = _WIDEST
        parts[-1].append(field)
        room -= width
    return parts


def _unit_sheet(
    source: ListSource, name: str, records: Sequence[RecordGaps], asked: Sequence[str]
) -> UnitQuestions:
    fields = (*_IDENTITY, *asked)
    columns = [Column(FIELD[field], _width(field)) for field in fields]
    rows = tuple(
        (str(place), *(_answer(source, record, field) for field in fields))
        for place, record in enumerate(records, 1)
    )
    return UnitQuestions(
        name, (Column("STT", 12, CellKind.PLAIN), *columns), rows, _note(source, asked)
    )


def _width(field: str) -> float:
    return _WIDTHS.get(field, _USUAL_WIDTH)


def by_person(
    source: ListSource, review: GapsReview, doubts: Mapping[int, Iterable[str]]
) -> Questionnaire:
    """A page for each incomplete member, with everything that is needed."""
    sheets = tuple(
        PersonQuestions(
            record.line.full_name,
            record.line.unit_name or NO_UNIT,
            tuple(_entries(source, review, record)),
            tuple(doubts.get(record.line.person_id, ())),
            _note(source, record.missing),
        )
        for record in review.incomplete
    )
    return Questionnaire(letterhead_of(source.branch, source.order.on), sheets)


def _entries(
    source: ListSource, review: GapsReview, record: RecordGaps
) -> Iterator[tuple[str, Answer]]:
    """What is known or missing; what he lacks and need not have is passed over."""
    for field in dict.fromkeys(("born_on", "card_no", *review.needed)):
        answer = _answer(source, record, field)
        if answer != "":
            yield FIELD[field], answer


def _answer(source: ListSource, record: RecordGaps, field: str) -> Answer:
    """What the books say of a field; an identity that nobody needs stays empty, not blank."""
    value = getattr(record.line, field)
    if not value:
        return None if field in record.missing else ""
    return known_text(source, record.line, field)


def known_text(source: ListSource, line: MemberLine, field: str) -> str:
    """An entry as it is printed; CCCD and phone only as the paper may show them."""
    value: Any = getattr(line, field)
    if field in _SECRET:
        return source.secret(value)
    if isinstance(value, Sex):
        return SEX[value]
    if field in _LISTS:
        return source.codes(_LISTS[field], [value] if isinstance(value, str) else value)
    return str(value)


def _note(source: ListSource, lacking: Iterable[str]) -> str:
    """How to fill the sheet in, with the words that are offered where a list has them."""
    parts = [_HOW_TO_FILL]
    for field, list_name in _LISTS.items():
        if field in lacking:
            words = ", ".join(source.labels[list_name].values())
            parts.append(f"{FIELD[field]}: {words}.")
    return " ".join(parts)
