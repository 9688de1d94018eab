"""The branch's own fields in the store, and what they say of people."""

from collections.abc import Mapping, Sequence

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import OwnFieldRow, OwnValueRow
from ccb_desktop.domain.own_fields import OwnEntry, OwnField, OwnKind

_LINE = "\n"
_AT_ONCE = 500


def list_own_fields(session: Session) -> list[OwnField]:
    """Every field in its order, retired ones included."""
    query = select(OwnFieldRow).order_by(OwnFieldRow.position, OwnFieldRow.id)
    return [_field(row) for row in session.scalars(query)]


def _field(row: OwnFieldRow) -> OwnField:
    return OwnField(
        id=row.id,
        label=row.label,
        kind=OwnKind(row.kind),
        choices=tuple(line for line in row.choices.split(_LINE) if line),
        position=row.position,
        retired=row.retired,
    )


def save_own_field(session: Session, field: OwnField) -> int:
    """Insert or overwrite a field; gives the id."""
    return rows.save(session, OwnFieldRow, field, choices=_LINE.join(field.choices))


def delete_own_field(session: Session, field_id: int) -> None:
    """Delete a field of which nothing is written."""
    rows.delete_one(session, OwnFieldRow, field_id)


def count_own_values(session: Session) -> dict[int, int]:
    """Field → of how many people it says something."""
    query = select(OwnValueRow.field_id, func.count()).group_by(OwnValueRow.field_id)
    return {row[0]: row[1] for row in session.execute(query)}


def list_own_entries(session: Session, person_ids: Sequence[int] | None = None) -> list[OwnEntry]:
    """What the fields say of some people, or of all."""
    query = select(OwnValueRow.__table__).order_by(OwnValueRow.id)
    if person_ids is not None:
        query = query.where(OwnValueRow.person_id.in_(person_ids))
    return rows.list_values(session, OwnEntry, query)


def load_own_texts(
    session: Session, person_ids: Sequence[int] | None = None
) -> dict[int, dict[int, str]]:
    """Person → field → value, of some people or of all."""
    query = select(OwnValueRow.person_id, OwnValueRow.field_id, OwnValueRow.value)
    if person_ids is not None:
        query = query.where(OwnValueRow.person_id.in_(person_ids))
    found: dict[int, dict[int, str]] = {}
    for person_id, field_id, value in session.execute(query):
        found.setdefault(person_id, {})[field_id] = value
    return found


def save_own_texts(session: Session, person_id: int, values: Mapping[int, str]) -> None:
    """Keep the values given of one person; an empty one is taken out, the others stay."""
    known = {entry.field_id: entry for entry in list_own_entries(session, [person_id])}
    for field_id, value in values.items():
        before = known.get(field_id)
        if value:
            entry_id = before.id if before else None
            entry = OwnEntry(id=entry_id, person_id=person_id, field_id=field_id, value=value)
            rows.save(session, OwnValueRow, entry)
        elif before is not None:
            rows.delete_one(session, OwnValueRow, before.id or 0)


def write_own_texts(session: Session, field_id: int, texts: Mapping[int, str]) -> None:
    """Keep what one field says of many, by few statements; of whom it is empty, it is taken out.

    Args:
        session: A writing session.
        field_id: The field.
        texts: By person; what it says of others stays.
    """
    query = select(OwnValueRow.person_id, OwnValueRow.id).where(OwnValueRow.field_id == field_id)
    known = {row[0]: row[1] for row in session.execute(query)}
    told = {person_id: text for person_id, text in texts.items() if text}
    changed = {known[one]: {"value": text} for one, text in told.items() if one in known}
    new = [
        {"person_id": one, "field_id": field_id, "value": text}
        for one, text in told.items()
        if one not in known
    ]
    rows.update_many(session, OwnValueRow, changed)
    rows.insert_many(session, OwnValueRow, new)
    emptied = [known[one] for one in texts if one in known and one not in told]
    for start in range(0, len(emptied), _AT_ONCE):
        some = emptied[start : start + _AT_ONCE]
        session.execute(delete(OwnValueRow).where(OwnValueRow.id.in_(some)))
    session.expire_all()
