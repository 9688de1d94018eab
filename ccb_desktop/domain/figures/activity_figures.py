"""The figures of activities: sessions, attendance, opinions."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from ccb_desktop.domain.activities.activities import ActivityKind
from ccb_desktop.domain.figures.books import Books, FigureQuery
from ccb_desktop.domain.figures.values import Counted, FigureRecord
from ccb_desktop.domain.figures.work_book import Held
from ccb_desktop.domain.figures.work_units import belonging

Count = Callable[[Held], int]


def sessions(held: Held) -> int:
    """Buổi or cuộc."""
    return held.sessions


def members_present(held: Held) -> int:
    """Lượt of members."""
    return held.members_present or 0


def all_present(held: Held) -> int:
    """Lượt of every audience."""
    audiences = (held.members_present, held.youth_present, held.people_present)
    return sum(count or 0 for count in audiences)


def opinions(held: Held) -> int:
    """Ý kiến."""
    return held.opinions or 0


_FIGURES: tuple[tuple[str, ActivityKind, Count, str], ...] = (
    ("news_sessions", ActivityKind.NEWS_SESSION, sessions, "buổi"),
    ("news_attendance", ActivityKind.NEWS_SESSION, members_present, "lượt"),
    ("tradition_talks", ActivityKind.TRADITION_TALK, sessions, "buổi"),
    ("tradition_attendance", ActivityKind.TRADITION_TALK, all_present, "lượt"),
    ("supervisions", ActivityKind.SUPERVISION, sessions, "cuộc"),
    ("inspections", ActivityKind.INSPECTION, sessions, "cuộc"),
    ("dialogues", ActivityKind.DIALOGUE, sessions, "cuộc"),
    ("dialogue_opinions", ActivityKind.DIALOGUE, opinions, "ý kiến"),
    ("document_opinions", ActivityKind.OPINION_ROUND, opinions, "ý kiến"),
    ("unit_meetings", ActivityKind.UNIT_MEETING, sessions, "buổi"),
    ("board_meetings", ActivityKind.BOARD_MEETING, sessions, "cuộc"),
)
"""Code of the figure, kind of activity, what of it is counted, and in what."""


def count_activities(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """Everything the book of activities says; nothing where it is empty (meaning 22)."""
    book = books.work.activities
    if not book or not query.wants([code for code, *_rest in _FIGURES]):
        return {}
    before_book = book[0].held_on > query.to_on
    if before_book and query.looks_back:
        return {}
    within = activities_within(books, query)
    counted = {
        code: _counted([one for one in within if one.kind == kind], count, unit, query)
        for code, kind, count, unit in _FIGURES
    }
    if before_book:
        return {code: replace(one, before_book=True) for code, one in counted.items()}
    return counted


def activities_within(books: Books, query: FigureQuery) -> Sequence[Held]:
    """The activities of the period, of the unit asked for or of all."""
    belongs = belonging(books, query)
    return [
        one
        for one in books.work.activities
        if query.from_on <= one.held_on <= query.to_on and belongs(one.unit_id, None, one.held_on)
    ]


def _counted(found: Sequence[Held], count: Count, unit: str, query: FigureQuery) -> Counted:
    records: tuple[FigureRecord, ...] = ()
    if query.with_records:
        counts = [(one, count(one)) for one in found]
        records = tuple(_record(one, number, unit) for one, number in counts if number)
    return Counted(sum(map(count, found)), records)


def _record(held: Held, number: int, unit: str) -> FigureRecord:
    return FigureRecord("activity", str(held.id), f"{held.name}: {number} {unit}", held.held_on)
