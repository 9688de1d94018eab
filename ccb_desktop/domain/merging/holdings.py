"""What two people hold beside their records, joined: cards, clubs, posts, households."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.households import Household, HouseholdYear
from ccb_desktop.domain.members.memberships import IN_HOI, Membership, standing_on
from ccb_desktop.domain.members.units import Post
from ccb_desktop.domain.merging.courses import Holding
from ccb_desktop.domain.merging.fields import (
    Agreement,
    Choices,
    FieldPair,
    Side,
    field_pair,
    join_texts,
    value_of,
)
from ccb_desktop.domain.partial_dates import PartialDate

_OF_CARD = ("card_no", "card_issued_on", "card_reissued_on")
MEMBERSHIP_FIELDS = ("unit", "joined_on", "admission_category", *_OF_CARD)
"""The unit, and what else a membership says of itself."""

_OF_HOUSEHOLD = (
    *("address", "unit_id", "business_kind", "business_name", "business_revenue_dong"),
    *("business_workers", "business_income_dong", "land_clearance"),
)
_UNKNOWN: tuple[Any, ...] = (None, "")


def membership_pairs(kept: Holding, other: Holding, on: date) -> list[FieldPair]:
    """What two memberships of the Hội say, side by side; first the units of that day."""
    pairs = [
        field_pair(n, FIELD[n], getattr(kept.membership, n), getattr(other.membership, n))
        for n in MEMBERSHIP_FIELDS[1:]
    ]
    return [_unit_pair(kept, other, on), *pairs]


def _unit_pair(kept: Holding, other: Holding, on: date) -> FieldPair:
    """Where each stands; whose units are followed is chosen by it."""
    here, there = standing_on(kept.course, on), standing_on(other.course, on)
    mine = (here.unit_id, here.sub_unit_id) if here else None
    his = (there.unit_id, there.sub_unit_id) if there else None
    pair = field_pair("unit", FIELD["unit"], mine, his)
    left = here is not None and here.status not in IN_HOI
    if pair.agreement is Agreement.DIFFERENT and left and there and there.status in IN_HOI:
        return replace(pair, proposed=Side.OTHER)
    return pair


def followed(pairs: Iterable[FieldPair], choices: Choices) -> Side:
    """In whose units he stands."""
    unit = next(pair for pair in pairs if pair.name == "unit")
    return choices.get("unit", unit.proposed)


def chosen_membership(
    joined: Membership, kept: Membership, other: Membership, pairs: Iterable[FieldPair], ch: Choices
) -> Membership:
    """The joined membership under the id of the kept one, with what was chosen of each field."""
    taken = {pair.name: value_of(pair, ch) for pair in pairs if pair.name != "unit"}
    note = join_texts(kept.note, other.note)
    return replace(joined, id=kept.id, person_id=kept.person_id, note=note, **taken)


def join_clubs(
    kept: Sequence[Membership], other: Sequence[Membership], person_id: int
) -> tuple[list[Membership], list[int]]:
    """Memberships of clubs: those to save, and the ids of those that are in another by now."""
    saved, gone = {club.unit_id: club for club in kept}, []
    for club in other:
        mine = saved.get(club.unit_id)
        if mine is None:
            saved[club.unit_id] = replace(club, person_id=person_id)
        else:
            saved[club.unit_id] = _joined_club(mine, club)
            gone.append(club.id or 0)
    return list(saved.values()), gone


def _joined_club(mine: Membership, his: Membership) -> Membership:
    """From the first day of both to the last; who is still in it by one of them is in it."""
    is_over = mine.ended_on is not None and his.ended_on is not None
    return replace(
        mine,
        joined_on=_first(mine.joined_on, his.joined_on),
        on_roll_from=_first(mine.on_roll_from, his.on_roll_from),
        ended_on=_last(mine.ended_on, his.ended_on) if is_over else None,
        note=join_texts(mine.note, his.note),
    )


def _first(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    """The earlier day; of two that agree the more exact one."""
    if one is None or other is None:
        return one or other
    if one.agrees_with(other):
        return max(one, other, key=lambda day: day.precision)
    return min(one, other)


def _last(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    days = [day for day in (one, other) if day is not None]
    return max(days, key=lambda day: day.last_day, default=None)


def posts_told_twice(kept: Iterable[Post], other: Iterable[Post]) -> list[int]:
    """The posts of the other that the kept person is known to hold."""
    mine = [_of_post(post) for post in kept]
    return [post.id or 0 for post in other if _of_post(post) in mine]


def _of_post(post: Post) -> Post:
    return replace(post, id=None, person_id=None, note="")


def join_households(kept: Household, left: Household) -> Household:
    """A household with what is known of the same one under another entry."""
    years = {year.year: year for year in left.years}
    for year in kept.years:
        years[year.year] = _joined_year(year, years[year.year]) if year.year in years else year
    filled = {n: getattr(left, n) for n in _OF_HOUSEHOLD if getattr(kept, n) in _UNKNOWN}
    return replace(kept, years=tuple(years[year] for year in sorted(years)), **filled)


def _joined_year(mine: HouseholdYear, his: HouseholdYear) -> HouseholdYear:
    return HouseholdYear(
        year=mine.year,
        poverty=mine.poverty or his.poverty,
        house_state=mine.house_state or his.house_state,
        cultural_family=his.cultural_family
        if mine.cultural_family is None
        else mine.cultural_family,
    )
