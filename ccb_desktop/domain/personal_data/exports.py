"""The log of files with personal data that left the branch.

Public: `PersonalExport`, `LOGGED`, `without_name`, `count_people`, `ids_as_text`, `ids_of_text`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ccb_desktop.domain.papers import Band, BoldRow, Column, ListPaper
from ccb_desktop.domain.people_names import fold

LOGGED = "Ghi nhật ký tệp đưa ra"
"""The label of an act that does nothing but log; "Việc vừa làm" does not show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalExport:
    """One file that left.

    Attributes:
        what: What kind of paper it is; no name of a member.
        file_name: Without folder, and without the name of a single member.
        people: How many people stand in it; None where nobody counted.
        person_ids: Whose data it is, where it is known.
        masked: Numbers of identity cards and telephones are masked, or not in it.
    """

    id: int | None = None
    made_at: datetime
    done_by: str
    what: str
    file_name: str
    people: int | None = None
    person_ids: frozenset[int] = frozenset()
    masked: bool = True


def without_name(file_name: str, full_name: str) -> str:
    """A file name without a member's name, which an erasure could not take out later."""
    spellings = (full_name.split(), fold(full_name).split())
    for words in filter(None, spellings):
        written = r"[\s_-]+".join(map(re.escape, words))
        file_name = re.sub(written, "(tên)", file_name, flags=re.IGNORECASE)
    return file_name


def ids_as_text(ids: Iterable[int]) -> str:
    """Ids in short: `3,7-12`."""
    runs: list[list[int]] = []
    for one in sorted(set(ids)):
        if runs and one == runs[-1][1] + 1:
            runs[-1][1] = one
        else:
            runs.append([one, one])
    return ",".join(f"{a}" if a == b else f"{a}-{b}" for a, b in runs)


def ids_of_text(text: str) -> frozenset[int]:
    """The way back."""
    found: set[int] = set()
    for run in filter(None, text.split(",")):
        first, _, last = run.partition("-")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)


def count_people(paper: ListPaper) -> int:
    """How many rows the main tables of a list have, those of the same columns."""
    counts: Counter[tuple[Column, ...]] = Counter()
    for table in paper.tables:
        counts[table.columns] += sum(not isinstance(row, Band | BoldRow) for row in table.rows)
    return max(counts.values(), default=0)
