"""How many pages a printed sheet takes, so that its last one does not lie almost empty."""

from math import ceil

_SMALLEST = 8.0  # points; older eyes read nothing smaller
_HALF, _ALMOST_FULL = 0.5, 0.9


def pages_to_fit(height: float, heading: float, page: float, letters: float) -> int:
    """To how many pages Excel shall shrink a sheet; 0 leaves them as they come.

    Rows of a sheet cannot be kept together, so signatures that would stand alone on a last
    page are drawn to the page before, as long as the letters stay readable.

    Args:
        height: Of all rows, in points like all else.
        heading: Of the rows repeated on each page.
        page: What a page takes.
        letters: Their size in the table as it is printed.
    """
    more = page - heading
    if more <= 0:
        return 0
    needed = 1 + max(0, ceil((height - page) / more))
    last = height - (page + (needed - 2) * more) if needed > 1 else height
    room = page if needed == 1 else more
    before = page + (needed - 2) * more
    if needed > 1 and last < room * _HALF and letters * before / height >= _SMALLEST:
        return needed - 1
    return needed if last > room * _ALMOST_FULL else 0
