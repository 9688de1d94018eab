"""A stick or card at this PC, as it is offered for a package."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Drive:
    """A stick or card.

    Attributes:
        path: Where its files lie.
        label: Its name, as it was given; empty where it has none.
        free: Free bytes; `None` where the system does not know.
        file_system: `FAT32`, `NTFS`, …
        read_only: Whether it can only be read.
    """

    path: Path
    label: str
    free: int | None
    file_system: str
    read_only: bool
