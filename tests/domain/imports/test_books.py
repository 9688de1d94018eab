"""The roster in memory: ways to find people and units, codes for new units, what is written."""

from datetime import date

from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.members.units import UnitKind
from tests.books import day
from tests.domain.imports.importing import no_books


def person(name="Nguyễn Văn An", born="1952", **more):
    return Person(full_name=name, born_on=day(born), **more)


def test_people_are_found_by_name_and_year_also_after_a_correction():
    books = no_books()
    an = books.add_person(person())
    books.add_person(person(born="1960"))
    assert len(books.people_named("nguyen van an")) == 2
    assert books.people_named("Nguyễn Văn An", 1952) == [an]
    corrected = person(born="19/5/1953", id=an.id)
    assert books.put_person(corrected)
    assert books.people_named("Nguyễn Văn An", 1953) == [corrected]
    assert not books.put_person(corrected)


def test_people_are_found_by_their_numbers():
    books = no_books()
    an = books.add_person(person(citizen_id="001052000001"))
    books.add_membership(Membership(person_id=an.id, card_no="7"))
    assert books.person_with_citizen_id("001052000001") == an
    assert books.person_with_card("7") == an
    assert books.person_with_card("8") is books.person_with_citizen_id("8") is None


def test_new_units_get_codes_that_are_free():
    books = no_books()
    names = ["Chi hội 5", "chi hội Đông", "CH05", "Chi hội 05"]
    codes = [books.add_unit(name, UnitKind.CHI_HOI).code for name in names]
    assert codes == ["CH5", "CHDONG", "CH05", "CH5-2"]
    parent = books.unit_of_code("ch5")
    assert books.add_unit("Phân hội 1", UnitKind.PHAN_HOI, parent).code == "CH5-PH1"
    assert books.add_unit("CLB CQN 1", UnitKind.CLUB).code == "CLB1"


def test_units_of_other_kinds_are_not_meant():
    books = no_books()
    books.add_unit("Chi hội 1", UnitKind.CHI_HOI)
    assert books.unit_named("1", UnitKind.CLUB) is None
    assert books.unit_named("CH1", UnitKind.CLUB) is None
    assert books.unit_named("ch 01", UnitKind.CHI_HOI).name == "Chi hội 1"


def test_only_what_is_new_or_changed_is_written():
    books = no_books()
    an = books.add_person(person())
    books.put_person(person(id=an.id, phone="0912345678"))
    assert [one.phone for one in books.people.new] == ["0912345678"]
    assert books.people.changed == []


def test_where_somebody_stood_on_a_day_and_its_eve():
    books = no_books()
    an = books.add_person(person())
    stands = Membership(person_id=an.id, unit_id=3, on_roll_from=day("1/5/1990"))
    books.add_membership(stands)
    assert books.unit_ids_of(an) == {3}
    assert books.unit_ids_of(an, date(2025, 1, 1)) == {3}
    assert books.unit_ids_of(an, date(1980, 1, 1)) == {3}
