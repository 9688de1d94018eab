"""What cells of money name, and who is certain."""

import pytest

from ccb_desktop.domain.imports.context import Context
from ccb_desktop.domain.imports.money_cells import named_unit
from tests.domain.imports.importing import AS_OF, UNITS, no_books, take


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("", None),
        ("Hội", None),
        ("HỘI CCB PHƯỜNG", None),
        ("CH 1", "Chi hội 1"),
        ("clb1", "CLB CQN 1"),
        ("CLB Cựu quân nhân 1", "CLB CQN 1"),
        ("Chi hội 1", "Chi hội 1"),
        ("Chi hội Bến Cũ", "Chi hội Bến Cũ"),
        ("CLB 7", "CLB 7"),
    ],
)
def test_clubs_and_chi_hoi_of_one_number_are_told_apart(text, name):
    books = no_books()
    units = (("CH1", "Chi hội 1", "Chi hội", ""), ("CLB1", "CLB CQN 1", "CLB CQN", ""))
    take(books, (UNITS, *units))
    found = named_unit(Context(books, AS_OF, {}, frozenset()), text)
    assert (found.name if found else None) == name
