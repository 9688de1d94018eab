"""The history of a person in plain words: which field went from what to what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.own_history import OwnHistory
from ccb_desktop.domain.record_words import RecordWords
from ccb_desktop.ui.members.words import RosterWords


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One field that an act changed, or one record that it added or removed.

    Attributes:
        number: Tells the lines apart.
        act: The act of which it is part, as "Việc vừa làm" shows it.
        what: The field; for a whole record, what was done with which.
        before: As it stood, in print.
        after: As it stands since.
        change: The change it is told from.
        field: The column; empty for a whole record.
    """

    number: int
    done_at: datetime
    done_by: str
    act: str
    what: str
    before: str
    after: str
    change: RecordChange
    field: str


def history_lines(
    changes: Iterable[RecordChange], words: RosterWords, person_id: int = 0
) -> list[HistoryLine]:
    """Changes in plain words, in the order given; those of a merged double say so."""
    own = OwnHistory(changes := list(changes), words.own_fields)
    said = RecordWords(on=words.on, codes=words.codes, units=words.units)
    found: list[HistoryLine] = []
    for change in changes:
        of_double = person_id and change.kind == "persons" and change.record_id != person_id
        for told in own.told(change) or said.told(change):
            what = f"{told.what} (hồ sơ trùng, đã gộp)" if of_double else told.what
            found.append(
                HistoryLine(
                    len(found),
                    change.done_at,
                    change.done_by,
                    change.label,
                    what,
                    told.before,
                    told.after,
                    change,
                    told.field,
                )
            )
    return found
