"""Rows of the sheet *Hội viên*: the person, his membership, posts and policies."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.exchange.typed_rows import TypedRow
from ccb_desktop.domain.imports.context import Claim, Context
from ccb_desktop.domain.imports.household_cells import take_household
from ccb_desktop.domain.imports.matching import find_for_roster
from ccb_desktop.domain.imports.merge import Cells, differences, take_in
from ccb_desktop.domain.imports.outcome import FieldChange, Outcome
from ccb_desktop.domain.imports.own_cells import take_own_fields
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.memberships import Membership, check_course
from ccb_desktop.domain.members.people import Person, Policy
from ccb_desktop.domain.members.units import Post, PostScope, Unit
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key

PERSON_FIELDS = tuple(
    name
    for name in Person.__dataclass_fields__
    if name not in ("id", "household_id", "policies", "sort_by_first_word")
)
_MEMBERSHIP_FIELDS = ("card_no", "joined_on", "admission_category")
_NO_POST = ("", "hoi vien", "hv", "khong")
_RATED_CELLS = {"rate_percent": "policy_rate", "grade": "policy_grade"}
_RATED = ("THUONG_BINH", "BENH_BINH", "CHAT_DOC_DA_CAM")


def take_member(context: Context, row: TypedRow) -> None:
    """Take one row of a roster into the books.

    Raises:
        CannotTell: Its numbers contradict what the books know.
    """
    unit = context.unit(str(row.values["unit"]))
    who = context.identity(row, unit.id)
    mentions = context.mentions["members"]
    known = find_for_roster(context.books, who, mentions)
    if known is not None and context.is_repeat(row, known, mentions.get(known.id or 0)):
        return
    is_new = known is None or context.books.hoi_membership(known) is None
    row, unit_id = (row, unit.id) if is_new or known is None else _chosen(context, row, known, unit)
    cells = row.values
    person, changes = take_person(context, cells, known)
    changes += _take_membership(context, row, person, unit_id or 0)
    changes += take_household(context, cells, person, unit_id)
    changes += _take_posts(context, cells, person, unit_id)
    changes += take_own_fields(context, row, person)
    context.remember("members", row, person, who)
    outcome = Outcome.CHANGED if changes else Outcome.UNCHANGED
    context.done(
        row, Outcome.CREATED if is_new else outcome, person.full_name, [] if is_new else changes
    )


def _chosen(
    context: Context, row: TypedRow, known: Person, unit: Unit
) -> tuple[TypedRow, int | None]:
    """The row without what the books keep of their own, and the unit it is about."""
    if "unit" not in row.kept:
        return row.as_chosen(), unit.id
    context.drop_units()
    row = replace(row, kept=row.kept | {"sub_unit"})
    membership = context.books.hoi_membership(known)
    course = context.books.standings_of(membership) if membership else []
    return row.as_chosen(), course[-1].unit_id if course else None


def take_person(
    context: Context, cells: Cells, known: Person | None
) -> tuple[Person, list[FieldChange]]:
    """Make a person, or correct the one that is known; with what changed."""
    before = known or Person(full_name=str(cells["full_name"]))
    told = [name for name in PERSON_FIELDS if name in cells]
    names = told if known is None else [n for n in told if not _says_less(known, n, cells)]
    after = _with_policies(take_in(before, cells, names), cells)
    if known is None:
        return context.books.add_person(after), []
    if not context.books.put_person(after):
        return after, []
    changes = differences(known, after, context.print_value, without=("policies",))
    if known.policies != after.policies:
        held, now = (frozenset(p.kind for p in person.policies) for person in (known, after))
        if held != now:
            words = [context.print_value("policies", one) for one in (held, now)]
            changes.append(FieldChange(FIELD["policies"], words[0], words[1], "policies"))
        changes += _changes_of_rate(context, known, after)
    return after, changes


def _changes_of_rate(context: Context, known: Person, after: Person) -> list[FieldChange]:
    """What a list says else of the policy by which somebody is rated."""
    before, now = (_rated(person.policies) or Policy(kind="") for person in (known, after))
    return differences(before, now, context.print_value, without=("kind",), cells=_RATED_CELLS)


def _says_less(person: Person, name: str, cells: Cells) -> bool:
    """Whether a cell knows less than the books: a name without its marks, an old CMND."""
    if name not in ("full_name", "citizen_id"):
        return False
    read, known = str(cells.get(name, "")), str(getattr(person, name) or "")
    if name == "full_name":
        return read.isascii() and not known.isascii() and search_key(read) == search_key(known)
    return 0 < len(read) < len(known)


def _with_policies(person: Person, cells: Cells) -> Person:
    """Policies that a list names are added; none is taken away because a list leaves it out."""
    held = {policy.kind for policy in person.policies}
    named = sorted(frozenset(cells.get("policies", frozenset())) - held)
    policies = (*person.policies, *(Policy(kind=kind) for kind in named))
    rated = _rated(policies)
    if rated is not None:
        better = take_in(rated, _rated_cells(cells), ("rate_percent", "grade"))
        policies = tuple(better if policy is rated else policy for policy in policies)
    return person if policies == person.policies else replace(person, policies=policies)


def _rated(policies: Sequence[Policy]) -> Policy | None:
    return next((p for kind in _RATED for p in policies if p.kind == kind), None)


def _rated_cells(cells: Cells) -> dict[str, Any]:
    return {column: cells[cell] for column, cell in _RATED_CELLS.items() if cell in cells}


def _take_membership(
    context: Context, row: TypedRow, person: Person, unit_id: int
) -> list[FieldChange]:
    """Make or correct the membership; its unit and status are settled after all events."""
    books, cells = context.books, row.values
    sub_unit_id = _sub_unit_id(context, cells, unit_id)
    known = books.hoi_membership(person)
    before = known or Membership(
        person_id=person.id,
        unit_id=unit_id,
        sub_unit_id=sub_unit_id,
        on_roll_from=PartialDate.of(context.as_of),
    )
    after = take_in(before, cells, _MEMBERSHIP_FIELDS)
    if after.joined_on is not None and after.joined_on != before.joined_on:
        after = _joined_on(context, row, before, replace(after, on_roll_from=after.joined_on))
    context.claims.append(Claim(context.result, row, person, unit_id, sub_unit_id))
    if known is None:
        books.add_membership(after)
        return []
    if not books.put_membership(after):
        return []
    return differences(known, after, context.print_value, without=("on_roll_from",))


def _joined_on(
    context: Context, row: TypedRow, before: Membership, after: Membership
) -> Membership:
    """The membership with its new day of joining, unless events came before that day."""
    try:
        check_course(after, context.books.events_of(after))
    except Invalid as fault:
        problem = context.problem(row, "joined_on", str(fault), row_kept=True)
        context.result.problems.append(problem)
        return replace(after, joined_on=before.joined_on, on_roll_from=before.on_roll_from)
    return after


def _sub_unit_id(context: Context, cells: Cells, unit_id: int) -> int | None:
    if "sub_unit" not in cells:
        return None
    return context.sub_unit(str(cells["sub_unit"]), context.books.units[unit_id]).id


def _take_posts(
    context: Context, cells: Cells, person: Person, unit_id: int | None
) -> list[FieldChange]:
    """Give the posts in the Hội that a roster names; one of that title may stand already."""
    changes: list[FieldChange] = []
    held = {
        search_key(post.title)
        for post in context.books.posts_of(person)
        if post.scope is PostScope.HOI
    }
    for title in str(cells.get("hoi_post", "")).split(";"):
        if search_key(title) not in {*held, *_NO_POST}:
            post = Post(person_id=person.id, title=title.strip(), unit_id=unit_id)
            context.books.add_post(post)
            changes.append(FieldChange(FIELD["hoi_post"], "", post.title, "hoi_post"))
    return changes
