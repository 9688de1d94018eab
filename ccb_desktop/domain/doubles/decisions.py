"""What officers have decided about people who look alike."""

from datetime import date
from typing import NamedTuple


class NotDouble(NamedTuple):
    """Two people who look alike and are two."""

    id: int
    ids: tuple[int, int]
    first_name: str
    second_name: str


class Merge(NamedTuple):
    """One person entered twice: the record that was kept, and the one taken up into it."""

    id: int
    kept_id: int
    kept_name: str
    absorbed_id: int
    absorbed_name: str
    merged_on: date
