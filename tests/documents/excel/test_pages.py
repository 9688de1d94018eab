"""How many pages a sheet is shrunk to."""

import pytest

from ccb_desktop.documents.excel.pages import pages_to_fit


@pytest.mark.parametrize(
    ("height", "letters", "pages"),
    [
        (300, 12, 0),
        (480, 12, 1),
        (600, 12, 1),
        (600, 9, 0),
        (800, 12, 0),
        (1000, 9, 2),
        (1400, 10, 3),
        (4800, 9, 10),
    ],
    ids=[
        "it fits",
        "it may just fit",
        "signatures alone on the second page",
        "small letters grow no smaller",
        "the second page is well filled",
        "small letters may shrink a little",
        "the third page is full, nothing may slip to a fourth",
        "of many pages the last one is little",
    ],
)
def test_a_last_page_with_little_on_it_is_saved(height, letters, pages):
    assert pages_to_fit(height, 30, 500, letters) == pages


def test_headings_higher_than_a_page_are_left_alone():
    assert pages_to_fit(900, 500, 480, 12) == 0
