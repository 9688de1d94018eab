"""The household cells of a roster (`exchange.md`, meaning 10)."""

from datetime import date

from ccb_desktop.domain.members.households import state_in
from tests.domain.imports.importing import ROSTER, no_books, outcomes, person, take

HEADER = ("Họ và tên", "Ngày sinh", "Chi hội", "Nơi ở", "Chủ hộ", "Mức sống", "Gia đình văn hóa")
AN = ("Nguyễn Văn An", "1952", "Chi hội 1", "Số 1", "", "Hộ nghèo", "Có")
WIFE = ("Trần Thị Bình", "1955", "Chi hội 1", "Số 1", "NGUYỄN VĂN AN", "", "")


def home(books, name):
    found = person(books, name).household_id
    return None if found is None else books.households[found]


def state(books, name, year=2025):
    found = state_in(home(books, name).years, year)
    return found.poverty, found.cultural_family


def test_a_couple_is_one_household():
    books = no_books()
    assert outcomes(take(books, [HEADER, AN, WIFE])) == [["CREATED", "CREATED"]]
    assert home(books, "Trần Thị Bình") == home(books, "Nguyễn Văn An")
    assert len(books.households.by_id) == 1
    assert outcomes(take(books, [HEADER, AN, WIFE])) == [["UNCHANGED", "UNCHANGED"]]


def test_another_unit_or_address_is_another_household():
    books = no_books()
    elsewhere = ("Lê Thị Ba", "1955", "Chi hội 1", "Số 2", "Nguyễn Văn An", "", "")
    other_unit = ("Lê Thị Tư", "1955", "Chi hội 2", "Số 1", "Nguyễn Văn An", "", "")
    take(books, [HEADER, AN, elsewhere, other_unit])
    assert len(books.households.by_id) == 3


def test_whoever_names_no_head_is_his_own():
    books = no_books()
    silent = ("Lê Văn Năm", "1950", "Chi hội 1", "Số 5", "", "", "")
    take(books, [HEADER, silent])
    assert home(books, "Lê Văn Năm").head_name == "Lê Văn Năm"


def test_a_list_that_says_nothing_of_households_makes_none():
    books = no_books()
    take(books, [ROSTER, ("1", "Nguyễn Văn An", "1952", "Chi hội 1", "", "")])
    assert books.households.by_id == {}


def test_a_blank_head_in_a_later_list_leaves_the_household():
    books = no_books()
    take(books, [HEADER, AN, WIFE])
    take(books, [HEADER, (*WIFE[:4], "", "Cận nghèo", "")], as_of=date(2026, 6, 30))
    assert home(books, "Trần Thị Bình") == home(books, "Nguyễn Văn An")
    assert state(books, "Nguyễn Văn An", 2026) == ("NEAR_POOR", None)


def test_findings_are_of_the_year_of_the_list_and_poverty_lasts():
    books = no_books()
    take(books, [HEADER, AN])
    assert state(books, "Nguyễn Văn An", 2024) == ("", None)
    assert state(books, "Nguyễn Văn An", 2025) == ("POOR", True)
    assert state(books, "Nguyễn Văn An", 2026) == ("POOR", None)
    later = (*AN[:5], "Khá", "Không")
    result = take(books, [HEADER, later], as_of=date(2027, 1, 5))
    (row,) = result.sheets[0].rows
    assert [(c.field, c.before, c.after) for c in row.changes] == [
        ("Mức sống", "Hộ nghèo", "Khá"),
        ("Gia đình văn hóa", "", "Không"),
    ]
    assert state(books, "Nguyễn Văn An", 2026) == ("POOR", None)
    assert state(books, "Nguyễn Văn An", 2027) == ("FAIRLY_WELL_OFF", False)


def test_another_head_is_another_household():
    books = no_books()
    take(books, [HEADER, AN, WIFE])
    result = take(books, [HEADER, (*WIFE[:4], "Trần Thị Bình", "", "")])
    (row,) = result.sheets[0].rows
    assert [(c.before, c.after) for c in row.changes] == [("Nguyễn Văn An", "Trần Thị Bình")]
    assert len(books.households.by_id) == 2
