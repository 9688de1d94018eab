"""What an act, or everything done on a day, changed: record by record, with names and words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ccb_desktop.data import act_lists, action_records, settings
from ccb_desktop.data.action_records import Record
from ccb_desktop.data.members import units
from ccb_desktop.data.store import Session, Store
from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.members.units import Unit
from ccb_desktop.domain.own_fields import OwnField, OwnKind
from ccb_desktop.domain.own_history import OWN_VALUES, OwnHistory
from ccb_desktop.domain.record_words import SETTING, RecordWords, Told
from ccb_desktop.domain.users.seeing import seen_change
from ccb_desktop.domain.users.users import User

MOST = 5_000
"""So many changes are looked through at once; a first import has made far more."""

_NAME_IN = {
    "persons": "full_name",
    "households": "head_name",
    "codes": "label",
    "own_fields": "label",
    "terms": "number",
    "holidays": "name",
    "saved_views": "name",
    "import_batches": "file_name",
}


@dataclass(frozen=True, slots=True)
class ChangedRecord:
    """One change and whose record it concerns.

    Attributes:
        whose: Name of the person, household, unit or entry.
        owner: Table and id of the person or unit, as far as it is still in the books.
    """

    change: RecordChange
    whose: str
    owner: Record | None


@dataclass(frozen=True, slots=True)
class ActionDetails:
    """The changes, and the words to say them in.

    Attributes:
        total: How many changes there were; more than `records` where there were too many.
    """

    words: RecordWords
    own: OwnHistory
    records: tuple[ChangedRecord, ...]
    total: int

    def told(self, change: RecordChange) -> Iterator[Told]:
        """What a change did; of the branch's own fields by their labels."""
        yield from self.own.told(change) or self.words.told(change)


def read_action(store: Store, action_id: int) -> ActionDetails:
    """What one act changed."""
    with store.reading() as session:
        return _details(session, [action_id], store.user)


def read_day(store: Store, on: date) -> ActionDetails:
    """What everything done on a day changed, the newest first."""
    with store.reading() as session:
        acts = [action.id for action in act_lists.list_acts(session, None, on, on)]
        return _details(session, acts, store.user, newest_first=True)


def _details(
    session: Session, action_ids: Sequence[int], user: User | None, *, newest_first: bool = False
) -> ActionDetails:
    found = action_records.changes_of(session, action_ids, MOST, newest_first=newest_first)
    changes = [seen_change(user, change) for change in found]
    records = {(change.kind, change.record_id) for change in changes}
    owners = action_records.owners_of(session, records)
    rows = action_records.whole_rows(session, {*owners.values(), *_pointed_at(changes)})
    known_units = units.list_units(session)
    names = {record: _name(record, row, known_units) for record, row in rows.items()}
    words = RecordWords(
        on=date.today(),
        codes=tuple(settings.list_codes(session)),
        units=tuple(known_units),
        names=names,
    )
    return ActionDetails(
        words=words,
        own=_own_history(session, changes),
        records=tuple(_record(change, owners, rows, names) for change in changes),
        total=action_records.count_changes(session, action_ids),
    )


def _own_history(session: Session, changes: Sequence[RecordChange]) -> OwnHistory:
    """The words for own fields, those that are gone too; a correction says only the value."""
    values = {(one.kind, one.record_id) for one in changes if one.kind == OWN_VALUES}
    found = action_records.whole_rows(session, values)
    field_of = {record[1]: row["field_id"] for record, row in found.items() if "field_id" in row}
    fields = {("own_fields", int(field_id)) for field_id in field_of.values()}
    known = [
        OwnField(id=record[1], label=row["label"], kind=OwnKind(row["kind"]))
        for record, row in action_records.whole_rows(session, fields).items()
        if "label" in row
    ]
    return OwnHistory(changes, known, field_of)


def _pointed_at(changes: Iterable[RecordChange]) -> set[Record]:
    """The people that values name."""
    points = {"kept_id": "persons", "first_id": "persons", "second_id": "persons"}
    return {
        (table, int(str(values[column])))
        for change in changes
        for values in (change.before or {}, change.after or {})
        for column, table in points.items()
        if column in values and values[column] is not None
    }


def _name(record: Record, row: Mapping[str, Any], known_units: Iterable[Unit]) -> str:
    if record[0] == "units":
        named = (unit.name for unit in known_units if unit.id == record[1])
        return next(named, str(row.get("code", "")))
    if record[0] == "settings":
        return SETTING.get(row.get("key", ""), "")
    return str(row.get(_NAME_IN.get(record[0], ""), ""))


def _record(
    change: RecordChange,
    owners: Mapping[Record, Record],
    rows: Mapping[Record, Mapping[str, Any]],
    names: Mapping[Record, str],
) -> ChangedRecord:
    owner = owners[change.kind, change.record_id]
    is_there = owner[0] in ("persons", "units") and "id" in rows.get(owner, {})
    return ChangedRecord(change, names.get(owner, ""), owner if is_there else None)
