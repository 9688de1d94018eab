"""The figures of the roster: members and how their number changed, posts, units, clubs."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from ccb_desktop.domain.figures.books import (
    Books,
    ClubMember,
    FigureQuery,
    Present,
    RosterBook,
    RosterEvent,
    RosterMember,
)
from ccb_desktop.domain.figures.values import Counted, FigureRecord, Identity, IdentityTerm
from ccb_desktop.domain.labels import EVENT_KIND
from ccb_desktop.domain.members.memberships import EventKind, Status
from ccb_desktop.domain.members.people import USUAL_ETHNICITY, Sex
from ccb_desktop.domain.members.units import PostScope, Unit, UnitKind

EVENT_FIGURES: Mapping[EventKind, tuple[str, int]] = {
    EventKind.ADMITTED: ("members_admitted", 1),
    EventKind.READMITTED: ("members_readmitted", 1),
    EventKind.TRANSFERRED_IN: ("members_transferred_in", 1),
    EventKind.TRANSFERRED_OUT: ("members_transferred_out", -1),
    EventKind.DECEASED: ("members_deceased", -1),
    EventKind.STRUCK_OFF: ("members_struck_off", -1),
    EventKind.RESIGNED: ("members_resigned", -1),
    EventKind.EXPELLED: ("members_expelled", -1),
}
"""The events that change the number of members: their figure, and whether they add."""


def count_roster(books: Books, query: FigureQuery) -> dict[str, Counted]:
    """Everything the roster says of a period; nothing of a book that is empty."""
    book = books.roster
    counted: dict[str, Counted] = {}
    if book.members:
        counted |= _count_members(book, query)
    if book.members and (book.records_events_by(query.to_on) or not query.looks_back):
        counted |= _count_events(book, query)
    else:
        counted.pop("members_exempt", None)  # it follows from an event too
    if book.members and book.posts:
        counted |= _count_external_posts(book, query)
    if book.units:
        counted |= _count_units(book, query)
    if book.clubs:
        counted |= _count_clubs(book, query)
    return counted


# --- Members on a day -------------------------------------------------------------------------

_BORDER_WARS = frozenset({"SOUTHWEST_BORDER", "NORTHERN_BORDER"})
_MARKS: Mapping[str, Callable[[Present], bool]] = {
    "members_exempt": lambda one: one.standing.status is Status.EXEMPT,
    "members_female": lambda one: one.member.sex is Sex.FEMALE,
    "members_ethnic_minority": lambda one: one.member.ethnicity not in ("", USUAL_ETHNICITY),
    "members_anti_french": lambda one: "ANTI_FRENCH" in one.member.periods,
    "members_anti_american": lambda one: "ANTI_AMERICAN" in one.member.periods,
    "members_border_wars": lambda one: bool(one.member.periods & _BORDER_WARS),
    "members_cambodia": lambda one: "CAMBODIA" in one.member.periods,
}
_POLICY_FIGURES = {
    "members_wounded": "THUONG_BINH",
    "members_sick_soldiers": "BENH_BINH",
    "members_agent_orange": "CHAT_DOC_DA_CAM",
}
_AGE_BANDS = (
    ("members_age_under_60", 0, 59),
    ("members_age_60_69", 60, 69),
    ("members_age_70_79", 70, 79),
    ("members_age_80_plus", 80, 999),
)


def _count_members(book: RosterBook, query: FigureQuery) -> dict[str, Counted]:
    closing = book.present_on(query.to_on, query.unit, *query.beside)
    marks = {code: mark for code, mark in _MARKS.items() if query.wants([code])}
    found: dict[str, Sequence[Present]] = {"members_closing": closing}
    found |= {code: [one for one in closing if mark(one)] for code, mark in marks.items()}
    if query.wants(["members_party"]):
        found["members_party"] = [one for one in closing if _is_in_party(one.member, query.to_on)]
    if query.wants(_POLICY_FIGURES):
        for code, policy in _POLICY_FIGURES.items():
            found[code] = [one for one in closing if _falls_under(book, one, policy, query.to_on)]
    if query.wants([code for code, _youngest, _oldest in _AGE_BANDS]):
        aged = _aged(book, closing, query.to_on)
        for code, youngest, oldest in _AGE_BANDS:
            found[code] = [one for one, age in aged if youngest <= age <= oldest]
    counted = {code: _people(present, query.to_on, query) for code, present in found.items()}
    opening = book.present_on(query.eve, query.unit, *query.beside)
    return counted | {"members_opening": _people(opening, query.eve, query)}


def _is_in_party(member: RosterMember, day: date) -> bool:
    return member.party_joined_on is not None and member.party_joined_on.first_day <= day


def _falls_under(book: RosterBook, one: Present, kind: str, day: date) -> bool:
    policies = book.policies.get(one.member.person_id, ())
    return any(policy.kind == kind and policy.holds_on(day) for policy in policies)


def _aged(book: RosterBook, present: Sequence[Present], day: date) -> list[tuple[Present, int]]:
    """Those whose year of birth is known, with their age."""
    born = ((one, one.member.born_on) for one in present)
    return [(one, book.age_rule.age(on, day)) for one, on in born if on is not None]


def _people(present: Sequence[Present], day: date, query: FigureQuery) -> Counted:
    if not query.with_records:
        return Counted(len(present))
    return Counted(len(present), tuple(_person(one.member, day) for one in present))


def _person(member: RosterMember | ClubMember, day: date) -> FigureRecord:
    return FigureRecord("person", str(member.person_id), member.full_name, day)


def _count_external_posts(book: RosterBook, query: FigureQuery) -> dict[str, Counted]:
    holders = [
        one
        for one in book.present_on(query.to_on, query.unit, *query.beside)
        if any(
            post.scope is not PostScope.HOI and post.held_on(query.to_on)
            for post in book.posts.get(one.member.person_id, ())
        )
    ]
    return {"members_with_external_posts": _people(holders, query.to_on, query)}


# --- Events in a period -----------------------------------------------------------------------


def _count_events(book: RosterBook, query: FigureQuery) -> dict[str, Counted]:
    events: dict[EventKind, list[RosterEvent]] = {kind: [] for kind in EVENT_FIGURES}
    for event in book.events:
        counts = event.kind in events and query.holds(event.happened_on)
        if counts and query.asks_for(*book.units_of(event)):
            events[event.kind].append(event)
    return {
        EVENT_FIGURES[kind][0]: Counted(len(found), _people_of(book, found, query))
        for kind, found in events.items()
    }


def _people_of(
    book: RosterBook, events: Iterable[RosterEvent], query: FigureQuery
) -> tuple[FigureRecord, ...]:
    if not query.with_records:
        return ()
    members = ((book.member_of[event.membership_id], event) for event in events)
    return tuple(
        FigureRecord("person", str(member.person_id), member.full_name, event.happened_on)
        for member, event in members
    )


def counting_identity(
    books: Books, query: FigureQuery, counted: Mapping[str, Counted]
) -> Identity | None:
    """Rule 14 with the figures counted; `None` when they are not all known."""
    book = books.roster
    codes = [code for code, _sign in EVENT_FIGURES.values()]
    if any(code not in counted for code in ("members_opening", "members_closing", *codes)):
        return None
    terms = [
        IdentityTerm(code, EVENT_KIND[kind], sign, _number(counted[code]))
        for kind, (code, sign) in EVENT_FIGURES.items()
    ]
    others = (
        ("on_roll_entered", "Có tên trong danh sách, chưa ghi biến động", 1, _put_on_roll),
        ("moved_in", "Từ chi hội khác đến", 1, _moved_in),
        ("moved_out", "Sang chi hội khác", -1, _moved_out),
    )
    for code, label, sign, count in others:
        number = count(book, query)
        if number:
            terms.append(IdentityTerm(code, label, sign, number))
    opening, closing = (_number(counted[f"members_{end}"]) for end in ("opening", "closing"))
    return Identity(opening, tuple(terms), closing)


def _number(counted: Counted) -> int:
    return counted.value if isinstance(counted.value, int) else 0


def _put_on_roll(book: RosterBook, query: FigureQuery) -> int:
    """How many stand on the roll from a day of the period without an event of entry."""
    begun = (member for member in book.members if member.course and not member.entered)
    return sum(
        query.from_on <= member.course[0].from_on <= query.to_on
        and (query.unit is None or query.asks_for(*_units_on_roll(book, member)))
        for member in begun
    )


def _units_on_roll(book: RosterBook, member: RosterMember) -> tuple[int | None, int | None]:
    """Where he was put on the roll, also when something happened to him the same day."""
    opening, first = member.course[0], book.first_event_of(member)
    if first is None or first.happened_on.first_day > opening.from_on:
        return opening.unit_id, opening.sub_unit_id
    return _left(book, first) if first.kind is EventKind.MOVED_UNIT else book.units_of(first)


def _moved_in(book: RosterBook, query: FigureQuery) -> int:
    return sum(
        query.asks_for(event.unit_id, event.sub_unit_id) and not query.asks_for(*_left(book, event))
        for event in _moves(book, query)
    )


def _moved_out(book: RosterBook, query: FigureQuery) -> int:
    return sum(
        query.asks_for(*_left(book, event)) and not query.asks_for(event.unit_id, event.sub_unit_id)
        for event in _moves(book, query)
    )


def _moves(book: RosterBook, query: FigureQuery) -> list[RosterEvent]:
    """The moves of the period; within the branch as a whole they change nothing."""
    if query.unit is None:
        return []
    of_period = (event for event in book.events if query.holds(event.happened_on))
    return [event for event in of_period if event.kind is EventKind.MOVED_UNIT]


def _left(book: RosterBook, event: RosterEvent) -> tuple[int | None, int | None]:
    """The unit and sub-unit a move leaves."""
    before = book.place_before(event)
    if before is not None and event.from_unit_id in (None, before[0]):
        return before
    return event.from_unit_id, None


# --- Units and clubs --------------------------------------------------------------------------


def _count_units(book: RosterBook, query: FigureQuery) -> dict[str, Counted]:
    kinds = {
        "chi_hoi_count": UnitKind.CHI_HOI,
        "phan_hoi_count": UnitKind.PHAN_HOI,
        "clubs_count": UnitKind.CLUB,
    }
    asked = [unit for unit in book.units if query.covers(unit)]
    found = {
        code: [unit for unit in asked if unit.kind is kind and unit.stands_on(query.to_on)]
        for code, kind in kinds.items()
    }
    clubs = (unit for unit in asked if unit.kind is UnitKind.CLUB)
    found["clubs_founded"] = [unit for unit in clubs if query.holds(unit.founded_here_on)]
    return {code: _unit_records(units, query) for code, units in found.items()}


def _unit_records(units: Sequence[Unit], query: FigureQuery) -> Counted:
    if not query.with_records:
        return Counted(len(units))
    day = query.to_on
    records = (FigureRecord("unit", unit.code, unit.name_on(day), day) for unit in units)
    return Counted(len(units), tuple(records))


def _count_clubs(book: RosterBook, query: FigureQuery) -> dict[str, Counted]:
    asked = {unit.id for unit in book.units if query.covers(unit)}
    clubs = [one for one in book.clubs if query.unit is None or one.unit_id in asked]
    current = [one for one in clubs if one.belongs_on(query.to_on)]
    joined = [(one, day) for one in clubs if (day := one.joined_on) and query.holds(day)]
    return {
        "club_members": Counted(
            len({one.person_id for one in current}),
            tuple(_person(one, query.to_on) for one in current) if query.with_records else (),
        ),
        "club_members_joined": Counted(
            len(joined),
            tuple(
                FigureRecord("person", str(one.person_id), one.full_name, day)
                for one, day in joined
                if query.with_records
            ),
        ),
    }
