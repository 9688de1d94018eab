"""What hangs on the people of an old ward beside the roster, read whole and written here."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import (
    AttachedFileRow,
    ExemptionReportRow,
    FileContentRow,
    OwnFieldRow,
    OwnValueRow,
    Row,
)
from ccb_desktop.domain.own_fields import OwnEntry
from ccb_desktop.domain.unit_changes.ward import WardIds

Columns = dict[str, Any]


@dataclass(frozen=True, slots=True)
class WardPapers:
    """Rows as they stand in the ward's store.

    Attributes:
        files: Photos and papers of people.
        contents: Hash → bytes.
        fields: The fields that the branch had added.
        values: What these say of people.
        reports: Reports of exempt members.
    """

    files: Sequence[Columns] = ()
    contents: Mapping[str, bytes] = field(default_factory=dict)
    fields: Sequence[Columns] = ()
    values: Sequence[Columns] = ()
    reports: Sequence[Columns] = ()


def load_ward_papers(session: Session) -> WardPapers:
    """Read everything."""
    contents = session.execute(select(FileContentRow.sha256, FileContentRow.content))
    return WardPapers(
        files=_all(session, AttachedFileRow),
        contents={row.sha256: row.content for row in contents},
        fields=_all(session, OwnFieldRow),
        values=_all(session, OwnValueRow),
        reports=_all(session, ExemptionReportRow),
    )


def told_in_own_fields(session: Session, entries: Iterable[OwnEntry]) -> WardPapers:
    """What lists of a ward say in fields of our own; the fields come with it."""
    values = [rows.columns_of(entry, OwnValueRow) for entry in entries]
    told = {value["field_id"] for value in values}
    fields = [field for field in _all(session, OwnFieldRow) if field["id"] in told]
    return WardPapers(fields=fields, values=values)


def _all(session: Session, table: type[Row]) -> list[Columns]:
    found = session.execute(select(table.__table__).order_by(table.id)).mappings()
    return [dict(row) for row in found]


def save_ward_papers(session: Session, papers: WardPapers, ids: WardIds) -> None:
    """Write everything under the ids that people and memberships have here."""
    held = set(session.scalars(select(FileContentRow.sha256)))
    new = [sha256 for sha256 in papers.contents if sha256 not in held]
    contents = [{"sha256": sha256, "content": papers.contents[sha256]} for sha256 in new]
    rows.insert_many(session, FileContentRow, contents)
    rows.insert_many(session, AttachedFileRow, _owned(papers.files, "person_id", ids.people))
    reports = _owned(papers.reports, "membership_id", ids.memberships)
    rows.insert_many(session, ExemptionReportRow, reports)
    _save_own_values(session, papers, ids)


def _owned(found: Sequence[Columns], owner: str, ids: Mapping[int, int]) -> list[Columns]:
    """Rows of owners that were brought in, without their old ids."""
    return [
        {name: value for name, value in row.items() if name != "id"} | {owner: ids[row[owner]]}
        for row in found
        if row[owner] in ids
    ]


def _save_own_values(session: Session, papers: WardPapers, ids: WardIds) -> None:
    """Values go to our field of that label and kind; a field that we lack is added."""
    field_ids = {row["id"]: _field_id(session, row) for row in papers.fields}
    values = _owned(papers.values, "person_id", ids.people)
    moved = [row | {"field_id": field_ids[row["field_id"]]} for row in values]
    rows.insert_many(session, OwnValueRow, moved)


def _field_id(session: Session, theirs: Columns) -> int:
    ours = session.scalars(select(OwnFieldRow)).all()
    by_label = {row.label: row for row in ours}
    same = by_label.get(theirs["label"])
    if same is not None and same.kind == theirs["kind"]:
        return same.id
    label = theirs["label"] if same is None else f"{theirs['label']} (phường cũ)"
    while label in by_label:
        label += "*"
    place = max((row.position for row in ours), default=-1) + 1
    columns = {name: value for name, value in theirs.items() if name != "id"}
    added = OwnFieldRow(**columns | {"label": label, "position": place})
    session.add(added)
    session.flush()
    return added.id
