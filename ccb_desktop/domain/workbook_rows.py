"""What the branch's books put into the sheets of the data workbook when it is written filled."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ccb_desktop.domain.exchange.choices import CodeLists, labels_of_choices
from ccb_desktop.domain.exchange.fields import Field, FieldType, SheetKind
from ccb_desktop.domain.exchange.unit_names import unit_key
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.masking import masked_numbers
from ccb_desktop.domain.members.households import state_in
from ccb_desktop.domain.members.memberships import (
    IN_HOI,
    EventKind,
    Membership,
    MembershipKind,
    in_order,
    standing_on,
)
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import PostScope, Unit, UnitKind, natural_order
from ccb_desktop.domain.own_fields import OwnField, own_value
from ccb_desktop.domain.papers import Cell, Row
from ccb_desktop.domain.people_names import sort_key
from ccb_desktop.domain.workbook_money import MoneySource, Values, money_rows, offered_names
from ccb_desktop.domain.workbook_welfare import welfare_rows
from ccb_desktop.domain.workbook_work import offered_of_work, work_rows

_YES_NO = {True: "Có", False: "Không"}


@dataclass(frozen=True, slots=True)
class RowSource:
    """The books, and how codes and units are called in them.

    Attributes:
        today: The day on which units, status and posts are asked for.
        unit_texts: By id, what names a unit for certain.
        own_fields: The branch's own fields.
        masked: Whether numbers of identity cards and telephones are masked.
    """

    books: Books
    code_lists: CodeLists
    today: date
    unit_texts: Mapping[int | None, str]
    own_fields: Sequence[OwnField] = ()
    masked: bool = False

    @property
    def money(self) -> MoneySource:
        """The same, for the sheets of money."""
        return MoneySource(self.books, self.unit_texts)

    def own_values(self, person: Person) -> Values:
        """What the branch's own fields say of a person."""
        entries = ((f, self.books.own_entry(person.id or 0, f.id or 0)) for f in self.own_fields)
        return {field.name: own_value(field, entry.value) for field, entry in entries if entry}

    def last_unit(self, membership: Membership) -> tuple[int | None, int | None]:
        """Chi hội and phân hội in which a member stands, or stood last."""
        course = self.books.standings_of(membership)
        if not course:
            return membership.unit_id, membership.sub_unit_id
        return course[-1].unit_id, course[-1].sub_unit_id


def row_source(
    books: Books,
    code_lists: CodeLists,
    today: date,
    own_fields: Sequence[OwnField] = (),
    *,
    masked: bool = False,
) -> RowSource:
    """What `workbook_rows` reads from."""
    unit_texts = _unit_texts(books.units.by_id.values())
    return RowSource(books, code_lists, today, unit_texts, own_fields, masked)


def _unit_texts(units: Iterable[Unit]) -> dict[int | None, str]:
    """The name of each unit, or its code where another's name reads the same."""
    alike: dict[tuple[object, ...], list[Unit]] = {}
    for unit in units:
        within = unit.parent_id if unit.kind is UnitKind.PHAN_HOI else None
        alike.setdefault((unit.kind, within, unit_key(unit.name)), []).append(unit)
    return {
        unit.id: unit.name if len(named) == 1 else unit.code
        for named in alike.values()
        for unit in named
    }


def workbook_rows(kind: SheetKind, source: RowSource) -> list[Row]:
    """The rows of one sheet as its columns want them; none for books not kept yet."""
    fill = _FILL.get(kind.name)
    found = _rows_of_money(kind, source) if fill is None else fill(source)
    shown = map(masked_numbers, found or ()) if source.masked else found or ()
    return [
        tuple(_cell(field, values.get(field.name), source) for field in kind.columns)
        for values in shown
    ]


def _rows_of_money(kind: SheetKind, source: RowSource) -> Iterable[Values] | None:
    found = money_rows(kind.name, source.money)
    if found is None:
        found = welfare_rows(kind.name, source.money)
    return work_rows(kind.name, source.money) if found is None else found


def _cell(field: Field, value: object, source: RowSource) -> Cell:
    """A value as it stands in the workbook."""
    if value is None or value == "":
        return None
    if field.type is FieldType.CHOICE:
        return labels_of_choices(field.choices, source.code_lists).get(str(value), str(value))
    if field.type is FieldType.CODES and isinstance(value, Iterable):
        labels = labels_of_choices(field.choices, source.code_lists)
        return "; ".join(label for code, label in labels.items() if code in set(value))
    if field.type is FieldType.YES_NO:
        return _YES_NO[bool(value)]
    if field.type is FieldType.FIGURE:
        text = str(value)
        return int(text) if text.isascii() and text.isdigit() else text
    return value  # type: ignore[return-value]  # values of the other types are cells as they are


# --- Units ----------------------------------------------------------------------------------


def _units(source: RowSource) -> Iterable[Values]:
    units = sorted(
        source.books.units.by_id.values(),
        key=lambda unit: (_UNIT_ORDER.index(unit.kind), natural_order(unit.code)),
    )
    for unit in units:
        if unit.kind is not UnitKind.BRANCH:
            parent = source.books.units[unit.parent_id] if unit.parent_id is not None else None
            yield {
                **_attributes(unit, _UNIT_FIELDS),
                "name": unit.name,
                "parent": parent.code if parent and parent.kind is UnitKind.CHI_HOI else "",
            }


_UNIT_ORDER = list(UnitKind)
_UNIT_FIELDS = (
    *("code", "kind", "founded_on", "former_ward"),
    *("contact_name", "contact_phone", "ended_on"),
)


def _attributes(value: object, names: Iterable[str]) -> Values:
    return {name: getattr(value, name) for name in names}


# --- People ---------------------------------------------------------------------------------

_PERSON_FIELDS = (
    *("full_name", "born_on", "sex", "ethnicity", "religion", "citizen_id", "phone", "home_town"),
    *("address", "street_group", "enlisted_on", "discharged_on", "rank", "military_post"),
    *("military_unit", "periods", "theatres", "party_joined_on", "party_official_on"),
    *("party_badge", "education", "qualification", "political_theory", "insurance_no"),
    *("medal_year", "commendations", "note"),
)


def _members(source: RowSource) -> Iterable[Values]:
    for person, membership in _in_order(source, MembershipKind.HOI):
        unit_id, sub_unit_id = source.last_unit(membership)
        standing = standing_on(source.books.standings_of(membership), source.today)
        rates = [p.rate_percent for p in person.policies if p.rate_percent is not None]
        yield {
            **_attributes(person, _PERSON_FIELDS),
            **_attributes(membership, ("card_no", "joined_on", "admission_category")),
            "unit": source.unit_texts.get(unit_id),
            "sub_unit": source.unit_texts.get(sub_unit_id),
            "hoi_post": _hoi_posts(source, person),
            "policies": frozenset(policy.kind for policy in person.policies),
            "policy_rate": rates[0] if rates else None,
            "status": standing.status if standing and standing.status in IN_HOI else None,
            **_household(source, person),
            **source.own_values(person),
        }


def _in_order(source: RowSource, kind: MembershipKind) -> list[tuple[Person, Membership]]:
    """Memberships of a kind with their people, in the order of names."""
    books = source.books
    found = [
        (books.people[membership.person_id or 0], membership)
        for membership in books.memberships.by_id.values()
        if membership.kind is kind
    ]
    return sorted(
        found, key=lambda f: sort_key(f[0].full_name, by_first_word=f[0].sort_by_first_word)
    )


def _hoi_posts(source: RowSource, person: Person) -> str:
    held = (post for post in source.books.posts_of(person) if post.held_on(source.today))
    titles = (post.title for post in held if post.scope is PostScope.HOI)
    return "; ".join(dict.fromkeys(titles))


def _household(source: RowSource, person: Person) -> Values:
    if person.household_id is None:
        return {}
    home = source.books.households[person.household_id]
    state = state_in(home.years, source.today.year)
    return {
        "household_head": home.head_name,
        "poverty": state.poverty,
        "house_state": state.house_state,
        "cultural_family": state.cultural_family,
    }


def _club_members(source: RowSource) -> Iterable[Values]:
    names = ("full_name", "born_on", "citizen_id", "phone", "address")
    for person, membership in _in_order(source, MembershipKind.CLUB):
        if membership.ended_on is None:
            yield {
                **_attributes(person, names),
                "club": source.unit_texts.get(membership.unit_id),
                "club_joined_on": membership.joined_on,
                "note": membership.note,
                **source.own_values(person),
            }


# --- What is told of people -----------------------------------------------------------------

_EVENT_FIELDS = (
    *("happened_on", "decision_no", "decision_on", "elsewhere", "until_on", "reason", "note"),
)


def _events(source: RowSource) -> Iterable[Values]:
    books = source.books
    for event in in_order(books.events.by_id.values()):
        membership = books.memberships[event.membership_id or 0]
        moved = event.kind is EventKind.MOVED_UNIT
        left = event.from_unit_id if moved else event.unit_id
        values = {
            **_attributes(event, _EVENT_FIELDS),
            **_identity(books.people[membership.person_id or 0], membership),
            "event_kind": event.kind,
            "unit": source.unit_texts.get(left),
        }
        yield values | ({"elsewhere": source.unit_texts.get(event.unit_id)} if moved else {})


def _identity(person: Person, membership: Membership | None) -> Values:
    return {
        **_attributes(person, ("full_name", "born_on", "citizen_id")),
        "card_no": membership.card_no if membership else "",
    }


def _posts(source: RowSource) -> Iterable[Values]:
    books = source.books
    for post in books.posts.by_id.values():
        person = books.people[post.person_id or 0]
        membership = books.hoi_membership(person)
        unit_id = source.last_unit(membership)[0] if membership else None
        yield {
            **_attributes(post, ("title", "scope", "organisation", "from_on", "to_on")),
            **_identity(person, membership),
            "unit": source.unit_texts.get(unit_id),
        }


def _manual_figures(source: RowSource) -> Iterable[Values]:
    names = ("indicator", "from_on", "to_on", "value", "source_note")
    return (_attributes(f, names) for f in source.books.manual_figures.by_id.values())


_FILL: Mapping[str, Callable[[RowSource], Iterable[Values]]] = {
    "units": _units,
    "members": _members,
    "club_members": _club_members,
    "events": _events,
    "posts": _posts,
    "manual_figures": _manual_figures,
}


# --- Drop-downs -----------------------------------------------------------------------------

_TEXT_LISTS = {
    "rank": "RANK",
    "ethnicity": "ETHNICITY",
    "religion": "RELIGION",
    "education": "EDUCATION",
    "political_theory": "POLITICAL_THEORY",
    "theatres": "THEATRE",
    "hoi_post": "POST_TITLE",
    "title": "POST_TITLE",
}
_UNIT_KINDS = {"unit": UnitKind.CHI_HOI, "sub_unit": UnitKind.PHAN_HOI, "club": UnitKind.CLUB}


def offered(field: Field, source: RowSource, in_use: CodeLists, kind: str = "") -> tuple[str, ...]:
    """What the drop-down of a column offers; nothing for free texts.

    Args:
        field: The column.
        source: The branch's units.
        in_use: The code lists without their retired entries.
        kind: Name of the kind of sheet that the column is of.
    """
    of_work = offered_of_work(kind, field, source.money, in_use, source.today)
    if of_work is not None:
        return of_work
    if field.type is FieldType.YES_NO:
        return tuple(_YES_NO.values())
    if field.choices:
        return tuple(labels_of_choices(field.choices, in_use).values())
    names = offered_names(field.name, source.money)
    if names:
        return names
    if field.name in _TEXT_LISTS:
        return tuple(in_use.get(_TEXT_LISTS[field.name], {}).values())
    standing = [u for u in source.books.units.by_id.values() if u.stands_on(source.today)]
    standing.sort(key=lambda unit: natural_order(unit.code))
    if field.name == "parent":
        return tuple(unit.code for unit in standing if unit.kind is UnitKind.CHI_HOI)
    if field.name == "level":
        return ("Hội", *(unit.code for unit in standing if unit.kind is UnitKind.CHI_HOI))
    wanted = _UNIT_KINDS.get(field.name)
    return tuple(source.unit_texts[unit.id] for unit in standing if unit.kind is wanted)
