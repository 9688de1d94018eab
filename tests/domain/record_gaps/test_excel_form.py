"""Who stands in the Excel form, and which cells are marked."""

from ccb_desktop.domain.exchange.kinds_people import MEMBERS
from ccb_desktop.domain.imports.books import Books
from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.record_gaps.excel_form import excel_form
from ccb_desktop.domain.record_gaps.review import RecordGaps
from tests.paper_values import a_line

TABLES = (
    *("units", "persons", "memberships", "membership_events"),
    *("posts", "households", "manual_figures"),
)


def books_of(*lines):
    """The books in which these lines stand."""
    return Books(
        units=(),
        people=[
            Person(
                id=line.person_id,
                full_name=line.full_name,
                born_on=line.born_on,
                citizen_id=line.citizen_id,
            )
            for line in lines
        ],
        memberships=[
            Membership(
                id=line.person_id,
                person_id=line.person_id,
                unit_id=line.unit_id,
                card_no=line.card_no,
                on_roll_from=PartialDate(1990),
            )
            for line in lines
        ],
        events=(),
        posts=(),
        households=(),
        manual_figures=(),
        next_ids=dict.fromkeys(TABLES, 100),
    )


def form_of(*records):
    lines = [record.line for record in records]
    return excel_form(MEMBERS, records, books_of(*lines), {1: "Chi hội 1", 2: "Chi hội 2"})


def headers(form):
    return [field.name for field in form.kind.columns]


def test_it_holds_who_they_are_and_what_somebody_lacks():
    known = {"citizen_id": "001052000123", "address": "12 Bờ Kênh", "phone": "0912345678"}
    form = form_of(
        RecordGaps(a_line(person_id=1, card_no="A1", **known), ("home_town",)),
        RecordGaps(a_line("Lê Ba", 2, card_no="A2", home_town="Huế"), ("address",)),
    )
    assert headers(form) == [
        *("card_no", "full_name", "born_on", "home_town", "address", "unit", "sub_unit")
    ]
    assert form.rows[0] == ("A1", "Nguyễn Văn An", PartialDate(1952, 5, 19), None, None, *UNIT)
    assert form.missing == (frozenset({"home_town"}), frozenset({"address"}))
    assert form.left_out == ()


UNIT = ("Chi hội 1", "")


def test_a_citizen_id_stands_in_it_only_where_there_is_no_card_number():
    form = form_of(
        RecordGaps(a_line(person_id=1, card_no="A1", citizen_id="001052000123"), ("sex",)),
        RecordGaps(a_line("Lê Ba", 2, citizen_id="001052000456"), ("card_no",)),
    )
    place = headers(form).index("citizen_id")
    assert [row[place] for row in form.rows] == ["", "001052000456"]


def test_one_without_birth_card_and_citizen_id_is_left_out():
    lost = a_line(person_id=1, born_on=None)
    known = a_line("Lê Ba", 2, born_on=None, card_no="A2")
    form = form_of(RecordGaps(lost, ("born_on",)), RecordGaps(known, ("born_on",)))
    assert form.left_out == (lost,)
    assert [row[1] for row in form.rows] == ["Lê Ba"]


def test_namesakes_of_one_year_stand_in_it_only_where_something_tells_them_apart():
    alike = [RecordGaps(a_line(person_id=n), ("card_no",)) for n in (1, 2)]
    assert [line.person_id for line in form_of(*alike).left_out] == [1, 2]
    elsewhere = RecordGaps(a_line(person_id=2, unit_id=2, unit_name="Chi hội 2"), ("card_no",))
    assert form_of(alike[0], elsewhere).left_out == ()
