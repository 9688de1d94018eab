"""The seals of the history: each act's hash covers its lines and the seal of the act before.

Acts of form 1 (schemas up to 6) are covered word by word. Of an act of form 2 the seal covers
a salted hash of its label and of what each line says, so that a person's values can be taken
out later (`data.personal_data`) while the hash stays and the chain holds. What was taken out
is listed in the sealed line of an erasure; nothing else may be empty.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlalchemy.orm import Session

NOTHING_LEFT = "{}"
"""What stands in a line from which the values were taken out."""

FORM = 2
"""The form in which acts are sealed today."""

_ACT = "SELECT id, label, done_at, done_by, form_id, kinds, undoes"
_LINE = 'SELECT id, action_id, kind, record_id, "before", "after"'
_ACTS = f"{_ACT}, seal_form, salt, label_hash FROM actions"
_LINES = f"{_LINE}, salt, erased_hash FROM record_changes"
_FIRST_ACTS = f"{_ACT}, 1, '', NULL FROM actions"
_FIRST_LINES = f"{_LINE}, '', NULL FROM record_changes"
# In stores of schemas up to 6, as backups hold them.
_ERASURES = 'SELECT "after" FROM record_changes WHERE kind=\'erasures\' AND "before" IS NULL'
_LOOKED_AT_WHEN_OPENED = 5000


class _Act(NamedTuple):
    """An act as the driver gives it; form 1 covers the columns up to `undoes`."""

    id: int
    label: str
    done_at: str
    done_by: str
    form_id: str | None
    kinds: str
    undoes: int | None
    seal_form: int
    salt: str
    label_hash: str | None

    @property
    def as_first_sealed(self) -> Sequence[Any]:
        return self[:7]


class _Line(NamedTuple):
    """A line of the history as the driver gives it; form 1 covers the columns up to `after`."""

    id: int
    action_id: int
    kind: str
    record_id: int
    before: str | None
    after: str | None
    salt: str
    erased_hash: str | None

    @property
    def as_first_sealed(self) -> Sequence[Any]:
        return self[:6]


def commitment(salt: str, *values: str | None) -> str:
    """The hash that stands for some values; without the salt nobody guesses them from it."""
    return hashlib.sha256(json.dumps([salt, *values]).encode()).hexdigest()


def seal_of(session: Session, action_id: int) -> str:
    """The seal that an act gets, from its values as the driver gives them to later checks."""
    return _hash(_seal_before(session, action_id), *_act_and_lines(session, action_id))


def seal_once_emptied(
    session: Session, action_id: int, emptied: Mapping[int, str], label_hash: str | None
) -> str:
    """What an act of form 1 is checked against once values are taken out of it.

    Args:
        session: Any session.
        action_id: The act as it stands before that.
        emptied: Line → the hash that stays of it.
        label_hash: What stays of its label; None where the label stays.
    """
    act, lines = _act_and_lines(session, action_id)
    to_be = (line._replace(erased_hash=emptied.get(line.id, line.erased_hash)) for line in lines)
    renamed = act._replace(label_hash=label_hash or act.label_hash)
    return _hash(_seal_before(session, action_id), renamed, to_be, form=FORM)


def _seal_before(session: Session, action_id: int) -> str:
    before = text("SELECT chain_hash FROM actions WHERE id<:id ORDER BY id DESC LIMIT 1")
    return session.scalar(before, {"id": action_id}) or ""


def _act_and_lines(session: Session, action_id: int) -> tuple[_Act, Iterable[_Line]]:
    by_id = {"id": action_id}
    act = session.execute(text(f"{_ACTS} WHERE id=:id"), by_id).one()
    lines = session.execute(text(f"{_LINES} WHERE action_id=:id ORDER BY id"), by_id)
    return _Act._make(act), map(_Line._make, lines)


def _hash(previous: str, act: _Act, lines: Iterable[_Line], form: int | None = None) -> str:
    digest = hashlib.sha256(previous.encode())
    for values in _sealed(act, lines, form or act.seal_form):
        digest.update(json.dumps(values).encode())
    return digest.hexdigest()


def _sealed(act: _Act, lines: Iterable[_Line], form: int) -> Iterator[Sequence[Any]]:
    """What a seal covers, in one form or the other."""
    if form == 1:
        yield act.as_first_sealed
        yield from (line.as_first_sealed for line in lines)
        return
    act_id, label, *rest = act.as_first_sealed
    yield [act_id, act.label_hash or commitment(act.salt, label), *rest]
    for line in lines:
        said = line.erased_hash or commitment(line.salt, line.before, line.after)
        yield [line.id, line.action_id, line.kind, line.record_id, said]


def is_last_act_sealed(connection: Any) -> bool:
    """Whether the newest act is as it was sealed; the look at opening.

    Of a very large act, such as a first import, only the presence of its seal is looked at:
    hashing it would hold the officer up each time until his next act.
    """
    acts, lines_of = _queries(connection)
    found = connection.execute(f"{acts} ORDER BY id DESC LIMIT 1").fetchone()
    if found is None:
        return True
    newest = _Act._make(found)
    kept = connection.execute("SELECT chain_hash FROM actions ORDER BY id DESC LIMIT 2").fetchall()
    lines = connection.execute(
        f"{lines_of} WHERE action_id=? ORDER BY id LIMIT ?", (newest.id, _LOOKED_AT_WHEN_OPENED)
    ).fetchall()
    if len(lines) == _LOOKED_AT_WHEN_OPENED:
        return bool(kept[0][0])
    previous = kept[1][0] if len(kept) > 1 else ""
    return bool(kept[0][0] == _hash(previous, newest, map(_Line._make, lines)))


def _queries(connection: Any) -> tuple[str, str]:
    columns = connection.execute("PRAGMA table_info(actions)").fetchall()
    if any(column[1] == "seal_form" for column in columns):
        return _ACTS, _LINES
    return _FIRST_ACTS, _FIRST_LINES


@dataclass(slots=True)
class _TakenOut:
    """What the erasures in the history say that they took out of it.

    Attributes:
        lines: Ids of the lines that were emptied.
        labels: Act → the label it was given.
        seals: Act of form 1 → what it is checked against since.
    """

    lines: set[int] = field(default_factory=set)
    labels: dict[int, str] = field(default_factory=dict)
    seals: dict[int, str] = field(default_factory=dict)

    def allows(self, act: _Act) -> bool:
        """Whether the label of an act is the one that was given, or was never changed."""
        given = act.salt == "" and self.labels.get(act.id) == act.label
        return act.label_hash is None or given

    def allows_line(self, line: _Line) -> bool:
        """Whether a line is empty by an erasure, or was never emptied."""
        empty = (None, NOTHING_LEFT)
        emptied = line.before in empty and line.after in empty and line.salt == ""
        return line.erased_hash is None or (emptied and line.id in self.lines)


def _taken_out(connection: Any) -> _TakenOut:
    found = _TakenOut()
    for (after,) in connection.execute(f"{_ERASURES} ORDER BY id"):
        try:
            said = json.loads(after or NOTHING_LEFT)
            found.lines.update(json.loads(said.get("lines", "[]")))
            labels, seals = (json.loads(said.get(name, "{}")) for name in ("labels", "seals"))
            found.labels.update({int(act): label for act, label in labels.items()})
            found.seals.update({int(act): seal for act, seal in seals.items()})
        except (ValueError, TypeError, AttributeError):
            continue  # no erasure of ours, which its own seal tells
    return found


def broken_links(connection: Any) -> list[int]:
    """The acts whose seal does not fit what stands in the history now.

    Reads the history once from a raw connection, line by line, so that its length does not
    matter. A line of an act that is not there counts against the act that comes after it.
    """
    acts_query, lines_query = _queries(connection)
    taken_out = _taken_out(connection)
    kept = connection.cursor().execute("SELECT chain_hash FROM actions ORDER BY id")
    acts = map(_Act._make, connection.cursor().execute(f"{acts_query} ORDER BY id"))
    lines = map(_Line._make, connection.cursor().execute(f"{lines_query} ORDER BY action_id, id"))
    waiting = next(lines, None)
    previous, broken, highest_form = "", [], 1
    falsely_emptied: set[int] = set()

    def lines_up_to(action_id: int) -> Iterator[_Line]:
        nonlocal waiting
        while waiting is not None and waiting.action_id <= action_id:
            if not taken_out.allows_line(waiting):
                falsely_emptied.add(action_id)
            yield waiting
            waiting = next(lines, None)

    for act, (seal,) in zip(acts, kept, strict=True):
        sealed_anew = taken_out.seals.get(act.id) if act.seal_form == 1 else None
        form = FORM if sealed_anew else None
        fits = _hash(previous, act, lines_up_to(act.id), form) == (sealed_anew or seal)
        is_erased_rightly = taken_out.allows(act) and act.id not in falsely_emptied
        if not (fits and is_erased_rightly and act.seal_form >= highest_form):
            broken.append(act.id)
        previous, highest_form = seal, max(highest_form, act.seal_form)
    if waiting is not None:
        broken.append(waiting.action_id)
    return broken


def holds(connection: Any, action_id: int, chain_hash: str) -> bool:
    """Whether an act noted elsewhere (in a manifest, on paper) stands in the history as it did.

    A history cut off or written anew from end to end fits in itself; only this shows it.
    """
    found = connection.execute("SELECT chain_hash FROM actions WHERE id=?", (action_id,)).fetchone()
    return found is not None and found[0] == chain_hash


def recorded_seal(connection: Any, action_id: int) -> str | None:
    """The seal of an act as it stands in the history; None where there is no such act."""
    found = connection.execute("SELECT chain_hash FROM actions WHERE id=?", (action_id,)).fetchone()
    return None if found is None else str(found[0])


def last_seal(session: Session) -> tuple[int, str]:
    """Number and seal of the last act; 0 and nothing while there is none."""
    query = "SELECT id, chain_hash FROM actions WHERE chain_hash != '' ORDER BY id DESC LIMIT 1"
    found = session.execute(text(query)).one_or_none()
    return (int(found[0]), str(found[1])) if found else (0, "")
