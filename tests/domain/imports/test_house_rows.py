"""Rows of *Hỗ trợ nhà ở*: a house comes in once and goes on."""

from dataclasses import replace

from ccb_desktop.domain.visits.housing import HousingKind, HousingSource
from tests.domain.imports.importing import HOUSES, ROSTER, no_books, outcomes, problems, take

PEOPLE = (ROSTER, ("1", "Nguyễn Văn An", "1950", "Chi hội 1", "1990", ""))


def house(head="Nguyễn Văn An", begun="1/3/2025", handed="", branch=None, other=None, **more):
    """A row of the sheet."""
    unit, kind = more.get("unit", "Chi hội 1"), more.get("kind", "Sửa chữa")
    return (head, more.get("born", ""), unit, kind, begun, handed, branch, other, "")


def houses(books):
    return list(books.money.houses.by_id.values())


def test_a_house_is_of_the_member_and_others_money_is_one_source():
    books = no_books()
    take(books, PEOPLE, (HOUSES, house(branch=500, other=900)))
    (one,) = houses(books)
    assert (one.person_id, books.units[one.unit_id].name) == (1, "Chi hội 1")
    assert (one.kind, one.branch_dong) == (HousingKind.REPAIR, 500)
    assert one.sources == (HousingSource(source="Nguồn khác", amount_dong=900),)
    assert books.money.to_post() == []


def test_somebody_unknown_is_kept_by_name():
    books = no_books()
    take(books, PEOPLE, (HOUSES, house("Trần Văn Tư"), house(unit="Chi hội 2")))
    assert [(one.head_name, one.person_id) for one in houses(books)] == [
        ("Trần Văn Tư", None),
        ("Nguyễn Văn An", None),
    ]


def test_what_is_new_of_a_house_is_taken_in_and_blank_cells_take_nothing_away():
    books = no_books()
    take(books, PEOPLE, (HOUSES, house(branch=500, other=900)))
    done = take(books, (HOUSES, house(handed="1/6/2025", other=950)))
    (one,) = houses(books)
    assert (str(one.handed_over_on), one.branch_dong) == ("2025-06-01", 500)
    assert outcomes(done) == [["CHANGED"]]
    changes = {
        change.field: (change.before, change.after) for change in done.sheets[0].rows[0].changes
    }
    assert changes == {"Ngày bàn giao": ("", "01/06/2025"), "Nguồn khác": ("900", "950")}
    again = take(books, (HOUSES, house(handed="1/6/2025", other=950)))
    assert outcomes(again) == [["UNCHANGED"]]


def test_another_beginning_is_another_house():
    books = no_books()
    take(books, PEOPLE, (HOUSES, house(branch=500), house(begun="1/9/2025", branch=600)))
    assert [one.branch_dong for one in houses(books)] == [500, 600]


def test_money_of_a_voucher_and_sources_by_name_are_not_changed_by_a_list():
    books = no_books()
    take(books, PEOPLE, (HOUSES, house(branch=500)))
    (one,) = houses(books)
    named = (HousingSource(source="Quỹ Đ", amount_dong=1), HousingSource(source="E", amount_dong=2))
    books.money.houses.put(replace(one, voucher_id=7, sources=named))
    done = take(books, (HOUSES, house(branch=600, other=4)))
    assert [column for _row, column, _text in problems(done)] == ["Hội chi", "Nguồn khác"]
    assert outcomes(done) == [["UNCHANGED"]]
    assert houses(books)[0].branch_dong == 500


def test_days_that_cannot_be_are_problems():
    books = no_books()
    rows = [house(handed="1/2/2025"), house(begun="1/1/2099")]
    done = take(books, PEOPLE, (HOUSES, *rows))
    assert [column for _row, column, _text in problems(done)] == ["Ngày bàn giao", "Ngày khởi công"]
    assert houses(books) == []
