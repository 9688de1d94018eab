"""Takes what the books know of one person out of every table; figures of the past stay."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import bindparam, delete, func, select, text, update
from sqlalchemy.orm import Session

from ccb_desktop.data.personal_data.what_goes import PERSON, TABLES, Columns, Mark
from ccb_desktop.data.tables import (
    AttachedFileRow,
    FileContentRow,
    HouseholdRow,
    PersonMergeRow,
    PersonRow,
    Row,
)
from ccb_desktop.domain.partial_dates import PartialDate
from ccb_desktop.domain.people_names import search_key, sort_key

Ids = dict[str, set[int]]
"""Table → ids of records."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whose data is erased.

    Attributes:
        ids: Under which he stands or stood in the books: his own and those of doubles that
            were taken up into his record.
        names: Everything he is or was called there.
        pseudonym: What he is called from now on.
    """

    person_id: int
    ids: frozenset[int]
    names: frozenset[str] = field(repr=False)
    pseudonym: str

    def without_names(self, words: str) -> str:
        """A text in which his names are replaced, the longest first."""
        for name in sorted(self.names, key=len, reverse=True):
            words = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", self.pseudonym, words, flags=re.I)
        return words


def ids_of(session: Session, person_id: int) -> frozenset[int]:
    """His id and those of the doubles taken up into his record, however often."""
    found, waiting = {person_id}, [person_id]
    merge = select(PersonMergeRow.absorbed_id).where(PersonMergeRow.kept_id == bindparam("kept"))
    while waiting:
        more = set(session.scalars(merge, {"kept": waiting.pop()})) - found
        found |= more
        waiting += more
    return frozenset(found)


def records_of(session: Session, person_id: int) -> Ids:
    """Every record of a person that is there now, by table."""
    found: Ids = {"persons": {person_id}}
    for name, wiped in TABLES.items():
        table = Row.metadata.tables[name].columns
        owners = found.get(wiped.of, set())
        found[name] = set(session.scalars(select(table.id).where(table[wiped.owner].in_(owners))))
    return found


def erase_records(
    session: Session, subject: Subject, records: Ids, *, keep_birthday: bool
) -> set[str]:
    """Empty what an erasure empties.

    Args:
        session: A writing session.
        subject: Whose records they are.
        records: As `records_of` gives them.
        keep_birthday: The branch counts completed years, so that day and month are needed for
            the figures of the past.

    Returns:
        Hashes of the contents that were attached to him.
    """
    shas = set(
        session.scalars(
            select(AttachedFileRow.sha256).where(
                AttachedFileRow.id.in_(records.get("attached_files", ()))
            )
        )
    )
    _erase_person(session, subject, keep_birthday=keep_birthday)
    _erase_households(session, subject)
    for name, wiped in TABLES.items():
        ids = records.get(name, set())
        table = Row.metadata.tables[name]
        if ids and wiped.is_deleted:
            session.execute(delete(table).where(table.columns.id.in_(ids)))
        elif ids and wiped.columns:
            _wipe(session, name, wiped.columns, ids, subject)
    session.expire_all()
    return shas


def _erase_person(session: Session, subject: Subject, *, keep_birthday: bool) -> None:
    row = session.get_one(PersonRow, subject.person_id)
    values = _made(PERSON, subject)
    values["name_key"] = search_key(subject.pseudonym)
    values["sort_key"] = sort_key(subject.pseudonym, by_first_word=row.sort_by_first_word)
    if row.born_on is not None and not keep_birthday:
        values["born_on"] = PartialDate(row.born_on.year)
    values["tags"] = frozenset()
    session.execute(update(PersonRow).where(PersonRow.id == row.id).values(**values))


def _erase_households(session: Session, subject: Subject) -> None:
    """A home in which nobody else is known loses its address too; another only his name."""
    home_id = session.get_one(PersonRow, subject.person_id).household_id
    home = session.get(HouseholdRow, home_id) if home_id is not None else None
    if home is None:
        return
    others = select(func.count()).where(
        PersonRow.household_id == home.id, PersonRow.id != subject.person_id
    )
    is_alone = not session.scalar(others)
    if home.head_name in subject.names or is_alone:
        home.head_name, home.head_key = subject.pseudonym, search_key(subject.pseudonym)
    if is_alone:
        home.address, home.business_name, home.land_clearance = "", "", ""
    session.flush()


def _wipe(
    session: Session, name: str, columns: Columns, ids: Iterable[int], subject: Subject
) -> None:
    table = Row.metadata.tables[name]
    values = _made(columns, subject)
    for column, mark in columns.items():
        if mark is Mark.WITHOUT_NAME:
            query = select(table.columns.id, table.columns[column])
            for row_id, words in session.execute(query.where(table.columns.id.in_(ids))).all():
                told = {column: subject.without_names(words)}
                session.execute(update(table).where(table.columns.id == row_id).values(told))
    session.execute(update(table).where(table.columns.id.in_(ids)).values(values))


def _made(columns: Columns, subject: Subject) -> dict[str, Any]:
    made = {Mark.NAME: subject.pseudonym, Mark.KEY: search_key(subject.pseudonym)}
    return {
        name: made[value] if isinstance(value, Mark) else value
        for name, value in columns.items()
        if value is not Mark.WITHOUT_NAME
    }


def drop_contents(session: Session, shas: Iterable[str]) -> int:
    """Take out contents that no record and no line of the history names any more."""
    dropped = 0
    for sha in shas:
        if not any(_names(session, table, columns, sha) for table, columns in _NAMING.items()):
            session.execute(delete(FileContentRow).where(FileContentRow.sha256 == sha))
            dropped += 1
    return dropped


_NAMING: Mapping[str, Sequence[str]] = {
    "record_changes": ('"before"', '"after"'),
    **{
        name: columns
        for name, table in Row.metadata.tables.items()
        if name != "file_contents"
        and (columns := [column.name for column in table.columns if "sha256" in column.name])
    },
}
"""Table → the columns in which hashes of contents stand."""


def _names(session: Session, table: str, columns: Sequence[str], sha: str) -> bool:
    where = " OR ".join(f"instr({column}, :sha)" for column in columns)
    found = session.execute(text(f"SELECT 1 FROM {table} WHERE {where} LIMIT 1"), {"sha": sha})
    return found.first() is not None
