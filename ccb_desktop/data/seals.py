"""The seals of the history: each act's hash covers its lines and the seal of the act before."""

import hashlib
import json
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

_ACTS = "SELECT id, label, done_at, done_by, form_id, kinds, undoes FROM actions"
_LINES = 'SELECT id, action_id, kind, record_id, "before", "after" FROM record_changes'
_LOOKED_AT_WHEN_OPENED = 5000


def seal_of(session: Session, action_id: int) -> str:
    """The seal that an act gets, from its values as the driver gives them to later checks."""
    by_id = {"id": action_id}
    before = text("SELECT chain_hash FROM actions WHERE id<:id ORDER BY id DESC LIMIT 1")
    act = session.execute(text(f"{_ACTS} WHERE id=:id"), by_id).one()
    lines = session.execute(text(f"{_LINES} WHERE action_id=:id ORDER BY id"), by_id)
    return _hash(session.scalar(before, by_id) or "", tuple(act), map(tuple, lines))


def _hash(previous: str, act: tuple[Any, ...], lines: Iterable[tuple[Any, ...]]) -> str:
    digest = hashlib.sha256(previous.encode())
    for values in chain([act], lines):
        digest.update(json.dumps(values).encode())
    return digest.hexdigest()


def is_last_act_sealed(connection: Any) -> bool:
    """Whether the newest act is as it was sealed; the look at opening.

    Of a very large act, such as a first import, only the presence of its seal is looked at:
    hashing it would hold the officer up each time until his next act.
    """
    newest = connection.execute(f"{_ACTS} ORDER BY id DESC LIMIT 1").fetchone()
    if newest is None:
        return True
    kept = connection.execute("SELECT chain_hash FROM actions ORDER BY id DESC LIMIT 2").fetchall()
    lines = connection.execute(
        f"{_LINES} WHERE action_id=? ORDER BY id LIMIT ?", (newest[0], _LOOKED_AT_WHEN_OPENED)
    ).fetchall()
    if len(lines) == _LOOKED_AT_WHEN_OPENED:
        return bool(kept[0][0])
    previous = kept[1][0] if len(kept) > 1 else ""
    return bool(kept[0][0] == _hash(previous, newest, lines))


def broken_links(connection: Any) -> list[int]:
    """The acts whose seal does not fit what stands in the history now.

    Reads the history once from a raw connection, line by line, so that its length does not
    matter. A line of an act that is not there counts against the act that comes after it.
    """
    kept = connection.cursor().execute("SELECT chain_hash FROM actions ORDER BY id")
    acts = connection.cursor().execute(f"{_ACTS} ORDER BY id")
    lines = connection.cursor().execute(f"{_LINES} ORDER BY action_id, id")
    waiting = lines.fetchone()
    previous, broken = "", []

    def lines_up_to(action_id: int) -> Iterator[tuple[Any, ...]]:
        nonlocal waiting
        while waiting is not None and waiting[1] <= action_id:
            yield waiting
            waiting = lines.fetchone()

    for act, (seal,) in zip(acts, kept, strict=True):
        if seal != _hash(previous, act, lines_up_to(act[0])):
            broken.append(act[0])
        previous = seal
    if waiting is not None:
        broken.append(waiting[1])
    return broken


def holds(connection: Any, action_id: int, chain_hash: str) -> bool:
    """Whether an act noted elsewhere (in a manifest, on paper) stands in the history as it did.

    A history cut off or written anew from end to end fits in itself; only this shows it.
    """
    found = connection.execute("SELECT chain_hash FROM actions WHERE id=?", (action_id,)).fetchone()
    return found is not None and found[0] == chain_hash


def begins_as_printed(connection: Any, action_id: int, beginning: str) -> bool:
    """Whether an act has the seal whose beginning stands at the foot of a printed book."""
    found = connection.execute("SELECT chain_hash FROM actions WHERE id=?", (action_id,)).fetchone()
    return found is not None and bool(beginning) and found[0].startswith(beginning)


def last_seal(session: Session) -> tuple[int, str]:
    """Number and seal of the last act; 0 and nothing while there is none."""
    query = "SELECT id, chain_hash FROM actions WHERE chain_hash != '' ORDER BY id DESC LIMIT 1"
    found = session.execute(text(query)).one_or_none()
    return (int(found[0]), str(found[1])) if found else (0, "")
