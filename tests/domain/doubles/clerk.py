"""Two fictional wards merged: some people of the one entered again by a clerk of the other."""

from datetime import date

from ccb_desktop.domain.doubles.keys import KnownPerson
from ccb_desktop.domain.people_names import search_key
from ccb_desktop.domain.practice.branch import make_practice_branch
from ccb_desktop.domain.practice.dice import Dice

_PROVINCES = {"A": "099", "B": "098"}
_LETTERS = "abcdeghiklmnoprstuvxy"
_STREETS = ("Lê Lợi", "Trần Phú", "Bờ Sông", "Chợ Cũ", "Hàng Dừa")


def people_of(practice, ward, first_id=1):
    """Everybody in the books of a practice branch, as a list of doubles reads them."""
    books = practice.books
    return [
        _known(books, person, ward, first_id + place)
        for place, person in enumerate(books.people.by_id.values())
    ]


def _known(books, person, ward, number):
    """Practice branches give the same CCCD to others: in another ward they begin otherwise."""
    membership = books.hoi_membership(person)
    unit = books.units.by_id.get(membership.unit_id) if membership else None
    return KnownPerson(
        number,
        **{name: getattr(person, name) for name in KnownPerson._fields[1:12]}
        | {"citizen_id": person.citizen_id.replace("099", _PROVINCES[ward], 1)},
        card_no=f"{ward}-{membership.card_no}" if membership and membership.card_no else "",
        unit_id=unit.id if unit else None,
        unit_name=unit.name_on(date(2026, 6, 30)) if unit else "",
        former_ward=f"{ward} {unit.former_ward}" if unit else ward,
    )


def entered_again(dice, person, number):
    """A person as another ward's clerk wrote him: from hearsay, in his own way."""
    return person._replace(
        person_id=number,
        full_name=_mistyped(dice, _without_marks(dice, person.full_name)),
        born_on=person.born_on and type(person.born_on)(person.born_on.year),
        citizen_id="",
        card_no="",
        phone=_other_form(dice, person.phone) if dice.chance(70) else "",
        home_town=person.home_town if dice.chance(80) else "",
        address=f"{dice.number(1, 200)} {dice.pick(_STREETS)}",
        former_ward="Ward B",
        unit_name="Chi hội mới",
        enlisted_on=person.enlisted_on and type(person.enlisted_on)(person.enlisted_on.year),
        discharged_on=person.discharged_on if dice.chance(60) else None,
        military_unit=person.military_unit if dice.chance(60) else "",
        party_joined_on=person.party_joined_on if dice.chance(60) else None,
    )


def _without_marks(dice, name):
    kept = dice.number(1, 3)
    return {1: name.upper(), 2: search_key(name).upper(), 3: search_key(name).title()}[kept]


def _mistyped(dice, name):
    """One letter another, one too many, one too few, or two of them the other way round."""
    places = [at for at, sign in enumerate(name[:-1]) if sign.isalpha() and name[at + 1].isalpha()]
    at, way = dice.pick(places), dice.number(1, 4)
    letter = dice.pick(_LETTERS)
    middle = {
        1: letter + name[at + 1],
        2: name[at] + letter + name[at + 1],
        3: name[at + 1],
        4: name[at + 1] + name[at],
    }[way]
    return name[:at] + middle + name[at + 2 :]


def _other_form(dice, phone):
    if not phone:
        return ""
    return {
        1: f"+84 {phone[1:4]} {phone[4:7]} {phone[7:]}",
        2: f"{phone[:4]}.{phone[4:7]}.{phone[7:]}",
        3: phone[1:],
    }[dice.number(1, 3)]


def merged_wards(members, overlap, *, seeds=(1, 2)):
    """Everybody of two wards, and which pairs of ids are one human being."""
    first = people_of(make_practice_branch(members, seeds[0]), "A")
    second = people_of(make_practice_branch(members, seeds[1]), "B", len(first) + 1)
    dice = Dice(sum(seeds))
    again = dice.shuffled(first)[:overlap]
    number = len(first) + len(second) + 1
    entered = [entered_again(dice, person, number + at) for at, person in enumerate(again)]
    doubles = {
        (person.person_id, double.person_id) for person, double in zip(again, entered, strict=True)
    }
    return [*first, *second, *entered], doubles
