"""Deaths of the practice branch: those seen to the end, the latest still in progress."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.memberships import EventKind
from ccb_desktop.domain.members.people import Person, Sex
from ccb_desktop.domain.practice.calendar import REFERENCE_DAY
from ccb_desktop.domain.practice.dice import Dice
from ccb_desktop.domain.practice.money.book import Purse
from ccb_desktop.domain.practice.money.funds import Funds
from ccb_desktop.domain.practice.names import kinh_name
from ccb_desktop.domain.practice.welfare.book import PracticeWelfare
from ccb_desktop.domain.practice.welfare.care import name_in_family
from ccb_desktop.domain.visits.care import DeathCase, Relative
from ccb_desktop.domain.visits.deaths import lunar_day
from ccb_desktop.domain.visits.payments import payment_for
from ccb_desktop.domain.visits.visits import Occasion, PaidBy, Visit

_GUIDED_SINCE = date(2025, 1, 1)
"""Deaths of before stand in the roster, and nothing was written down of what was done."""

_OPEN_AT_LEAST = 2
_OF_CHI_HOI_DONG = 200_000
_USUAL_PAPERS = frozenset(
    {"DEATH_CERTIFICATE", "DECLARATION", "KIN_ID", "VETERAN_CONFIRMATION", "INSURANCE_CARD"}
)
_FIRST_PAPERS = frozenset({"DEATH_CERTIFICATE", "KIN_ID"})


def make_deaths(
    dice: Dice, welfare: PracticeWelfare, purse: Purse, funds: Funds, books: Books
) -> None:
    """A case for each death since the guided window is used; the chi hội condoles as well."""
    guided = [one for one in _deaths(books) if one[1] >= _GUIDED_SINCE]
    for place, (person, died_on, unit_id) in enumerate(guided):
        is_open = place >= len(guided) - _OPEN_AT_LEAST
        by_chi_hoi = _condole(welfare, purse, funds, person, died_on, unit_id)
        by_branch = next(
            (
                visit
                for visit in welfare.visits
                if visit.person_id == person.id and visit.occasion == Occasion.FUNERAL
            ),
            by_chi_hoi,
        )
        welfare.relatives += _family(dice, person)
        welfare.deaths.append(_case(dice, person, died_on, by_branch, is_open=is_open))
        if person.died_on is not None:
            books.people.put(replace(person, lunar_death_day=lunar_day(person.died_on)))


def _deaths(books: Books) -> Iterator[tuple[Person, date, int | None]]:
    """Who died, when, as a member of which unit; in the order of days."""
    for event in sorted(books.events.by_id.values(), key=lambda one: one.happened_on.first_day):
        if event.kind is EventKind.DECEASED:
            membership = books.memberships[event.membership_id or 0]
            person = books.people[membership.person_id or 0]
            yield person, event.happened_on.first_day, event.unit_id


def _condole(
    welfare: PracticeWelfare,
    purse: Purse,
    funds: Funds,
    person: Person,
    on: date,
    unit_id: int | None,
) -> Visit:
    """The visit of the chi hội; out of its fund where it keeps one that holds enough."""
    visit = Visit(
        visited_on=on,
        occasion=Occasion.FUNERAL,
        recipient=person.full_name,
        person_id=person.id,
        unit_id=unit_id,
        paid_by=PaidBy.CHI_HOI,
        amount_dong=_OF_CHI_HOI_DONG,
        visitors="Ban chi hội và hội viên",
    )
    fund = funds.dues_of_chi_hoi.get(unit_id or 0)
    if fund is not None:
        place = purse.spend(payment_for(visit, fund.id or 0, "Phúng viếng"))
        if place is not None:
            visit = replace(visit, fund_id=fund.id, voucher_id=place)
    return welfare.add_visit(visit)


def _family(dice: Dice, person: Person) -> list[Relative]:
    """Wife or husband, and a child who speaks for the family."""
    other = Sex.FEMALE if person.sex is Sex.MALE else Sex.MALE
    phone = f"0990{dice.digits(6)}"
    return [
        Relative(
            person_id=person.id or 0,
            full_name=kinh_name(dice, other).full_name,
            relation="Vợ" if other is Sex.FEMALE else "Chồng",
            address=person.address,
        ),
        Relative(
            person_id=person.id or 0,
            full_name=name_in_family(dice, person, Sex.MALE),
            relation="Con trai",
            phone=phone,
            address=person.address,
        ),
    ]


def _case(dice: Dice, person: Person, died_on: date, visit: Visit, *, is_open: bool) -> DeathCase:
    """What was done; of one in progress the first papers are there, and no more."""
    case = DeathCase(
        person_id=person.id or 0,
        visit_id=visit.id,
        committee="\n".join(
            (
                "Đại diện Ban Chấp hành Hội, Trưởng ban",
                "Chi hội trưởng, Phó Trưởng ban",
                "Tổ trưởng tổ dân phố, ủy viên",
                "Đại diện gia đình, ủy viên",
            )
        ),
        held_where=f"Nhà riêng{', ' + person.address if person.address else ''}",
        papers=_FIRST_PAPERS,
    )
    sent, returned, closed = (
        died_on + timedelta(days=dice.number(*days)) for days in ((7, 20), (5, 25), (30, 45))
    )
    if is_open or closed > REFERENCE_DAY:
        return case
    return replace(
        case,
        papers=_USUAL_PAPERS,
        papers_sent_on=sent,
        card_returned_on=returned,
        closed_on=closed,
    )
