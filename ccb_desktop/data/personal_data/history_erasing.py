"""Takes one person's values out of the history, line by line, so that its seals still hold."""

import json
import secrets
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from sqlalchemy import select, text, update
from sqlalchemy.orm import Session

from ccb_desktop.data import seals
from ccb_desktop.data.personal_data.erasing import Ids, Subject
from ccb_desktop.data.personal_data.what_goes import PERSON, TABLES, Mark
from ccb_desktop.data.tables import ActionRow, ErasureRow, PersonRow, RecordChangeRow

_AT_ONCE = 500
_EMPTY = (None, "")
_HOUSEHOLD = ("head_name", "address", "business_name", "land_clearance")
_BORN = "born_on"


def known_names(session: Session, ids: Iterable[int]) -> frozenset[str]:
    """What somebody is or was called in the books, from the history.

    A name of one word is left out: it stands in too many other texts.
    """
    found: set[str] = set()
    for line in _lines_of(session, "persons", set(ids)):
        for values in _sides(line):
            found |= {str(values[name]) for name in ("full_name", "other_name") if values.get(name)}
    return frozenset(name for name in found if " " in name.strip())


def lines_of(session: Session, subject: Subject, records: Ids) -> list[RecordChangeRow]:
    """Every line about a record that is or was his, also of records that are gone."""
    known = {name: set(ids) for name, ids in records.items()}
    found = _lines_of(session, "persons", set(subject.ids))
    for name, wiped in TABLES.items():
        owners = set(subject.ids) if wiped.of == "persons" else known.get(wiped.of, set())
        known.setdefault(name, set()).update(_once_owned(session, name, wiped.owner, owners))
        found += _lines_of(session, name, known[name])
    return found + _of_households(session, subject, found)


def _lines_of(session: Session, kind: str, ids: set[int]) -> list[RecordChangeRow]:
    found: list[RecordChangeRow] = []
    listed = sorted(ids)
    for start in range(0, len(listed), _AT_ONCE):
        query = select(RecordChangeRow).where(
            RecordChangeRow.kind == kind,
            RecordChangeRow.record_id.in_(listed[start : start + _AT_ONCE]),
        )
        found += session.scalars(query)
    return found


def _once_owned(session: Session, kind: str, owner: str, owners: set[int]) -> set[int]:
    """Records of a table that the history gives to an owner, whether they are there or not."""
    query = text(
        f"SELECT record_id, json_extract(coalesce(\"before\", '{{}}'), '$.{owner}'), "
        f"json_extract(coalesce(\"after\", '{{}}'), '$.{owner}') "
        "FROM record_changes WHERE kind=:kind"
    )
    found = session.execute(query, {"kind": kind})
    return {record_id for record_id, was, now in found if was in owners or now in owners}


def _of_households(
    session: Session, subject: Subject, lines: Iterable[RecordChangeRow]
) -> list[RecordChangeRow]:
    """Lines about homes he lived in that carry his name, or that are his alone now."""
    homes = {
        values["household_id"]
        for line in lines
        if line.kind == "persons"
        for values in _sides(line)
        if values.get("household_id")
    }
    home = PersonRow.household_id
    others = select(home).where(home.is_not(None), PersonRow.id != subject.person_id)
    shared = set(session.scalars(others))
    return [
        line
        for line in _lines_of(session, "households", homes)
        if line.record_id not in shared
        or any(name in (line.before or "") + (line.after or "") for name in _as_json(subject))
    ]


def _as_json(subject: Subject) -> list[str]:
    """His names as they stand in the JSON of lines, which SQLite does not escape."""
    return [json.dumps(name, ensure_ascii=False)[1:-1] for name in subject.names]


def is_telling(line: RecordChangeRow, subject: Subject) -> bool:
    """Whether a line holds anything that is erased."""
    wiped = {"persons": PERSON, "households": dict.fromkeys(_HOUSEHOLD, "")}.get(line.kind)
    if wiped is None:
        wiped = TABLES[line.kind].columns
    kept = {subject.pseudonym, *(str(v) for v in wiped.values() if not isinstance(v, Mark))}
    names = (*wiped, _BORN) if line.kind == "persons" else tuple(wiped)
    return any(
        values.get(name) not in _EMPTY and str(values[name]) not in kept
        for values in _sides(line)
        for name in names
    )


def _sides(line: RecordChangeRow) -> Iterator[dict[str, Any]]:
    for side in (line.before, line.after):
        if side is not None:
            yield json.loads(side)


def erase_history(
    session: Session,
    subject: Subject,
    lines: Iterable[RecordChangeRow],
    *,
    action_id: int,
    erased_on: date,
    decision_no: str,
    reason: str,
) -> tuple[int, int]:
    """Empty his lines, take his names out of labels, and note both as one erasure.

    Args:
        session: The writing session of the erasure.
        subject: Whose.
        lines: All lines about his records, those of this act included.
        action_id: The act of the erasure, which is not sealed yet.
        erased_on: The day.
        decision_no: By which it was decided.
        reason: Why.

    Returns:
        How many lines were emptied, and how many labels changed.
    """
    about = list(lines)
    telling = [line for line in about if line.erased_hash is None and is_telling(line, subject)]
    acts = _acts_of(session, {line.action_id for line in about} - {action_id})
    labels = _labels(acts, subject, _words_of(about))
    emptied = {line.id: _hash_of(line.salt, line.before, line.after) for line in telling}
    old = {act.id for act in acts if act.seal_form < seals.FORM}
    sealed = {
        str(act): seals.seal_once_emptied(session, act, emptied, labels.get(act, ("", None))[1])
        for act in sorted(old & ({line.action_id for line in telling} | labels.keys()))
    }
    row = ErasureRow(
        person_id=subject.person_id,
        erased_on=erased_on,
        decision_no=decision_no,
        reason=reason,
        lines=json.dumps(sorted(emptied)),
        labels=json.dumps({str(act): words for act, (words, _) in labels.items()}),
        seals=json.dumps(sealed),
    )
    session.add(row)
    session.flush()
    _empty(session, emptied)
    _rename(session, labels)
    session.expire_all()
    return len(emptied), len(labels)


def _words_of(lines: Iterable[RecordChangeRow]) -> list[str]:
    """Names of relatives and of papers, the longest first: labels say them too."""
    columns = {"relatives": ("full_name",), "attached_files": ("title", "file_name")}
    found = {
        str(values[name])
        for line in lines
        for values in _sides(line)
        for name in columns.get(line.kind, ())
        if values.get(name)
    }
    return sorted(found, key=len, reverse=True)


def _renamed(label: str, subject: Subject, others: Iterable[str]) -> str:
    for words in others:
        label = label.replace(words, "…")
    return subject.without_names(label)


def _labels(
    acts: Iterable[ActionRow], subject: Subject, others: Iterable[str]
) -> dict[int, tuple[str, str]]:
    """Act → its label without his names, and the hash that stays of the label it had."""
    return {
        act.id: (words, act.label_hash or _hash_of(act.salt, act.label))
        for act in acts
        if (words := _renamed(act.label, subject, others)) != act.label
    }


def _acts_of(session: Session, ids: set[int]) -> list[ActionRow]:
    found: list[ActionRow] = []
    listed = sorted(ids)
    for start in range(0, len(listed), _AT_ONCE):
        some = listed[start : start + _AT_ONCE]
        found += session.scalars(select(ActionRow).where(ActionRow.id.in_(some)))
    return found


def _hash_of(salt: str, *values: str | None) -> str:
    """What stays of some values; those of form 1 get a salt for the purpose."""
    return seals.commitment(salt or secrets.token_hex(16), *values)


def _empty(session: Session, emptied: dict[int, str]) -> None:
    nothing = seals.NOTHING_LEFT
    statement = text(
        'UPDATE record_changes SET "before"=CASE WHEN "before" IS NULL THEN NULL ELSE :none END, '
        '"after"=CASE WHEN "after" IS NULL THEN NULL ELSE :none END, salt=\'\', '
        "erased_hash=:hash WHERE id=:id"
    )
    if emptied:
        told = [{"id": own, "hash": kept, "none": nothing} for own, kept in emptied.items()]
        session.execute(statement, told)


def _rename(session: Session, labels: dict[int, tuple[str, str]]) -> None:
    for act, (words, kept) in labels.items():
        renamed = {"label": words, "salt": "", "label_hash": kept}
        session.execute(update(ActionRow).where(ActionRow.id == act).values(renamed))
