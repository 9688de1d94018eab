"""What acts changed, record by record, and whose records these are or were."""

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from ccb_desktop.data.tables import ActionRow, RecordChangeRow, Row
from ccb_desktop.domain.changes import RecordChange

Record = tuple[str, int]
"""Table and id."""

_AT_ONCE = 500
_OWNER_OF = {
    "policies": ("persons", "person_id"),
    "posts": ("persons", "person_id"),
    "memberships": ("persons", "person_id"),
    "own_values": ("persons", "person_id"),
    "attached_files": ("persons", "person_id"),
    "membership_events": ("memberships", "membership_id"),
    "exemption_reports": ("memberships", "membership_id"),
    "household_years": ("households", "household_id"),
    "unit_names": ("units", "unit_id"),
    "person_merges": ("persons", "kept_id"),
    "not_doubles": ("persons", "first_id"),
    "dues_payments": ("persons", "person_id"),
    "campaign_targets": ("campaigns", "campaign_id"),
    "contributions": ("campaigns", "campaign_id"),
    "repayments": ("loans", "loan_id"),
    "visits": ("persons", "person_id"),
    "illnesses": ("persons", "person_id"),
    "relatives": ("persons", "person_id"),
    "death_cases": ("persons", "person_id"),
    "round_recipients": ("gift_rounds", "round_id"),
    "housing_sources": ("housing_supports", "housing_id"),
    "loan_extensions": ("loans", "loan_id"),
    "task_items": ("key_tasks", "key_task_id"),
    "progress_steps": ("assignments", "assignment_id"),
    "attendances": ("activities", "activity_id"),
    "commitments": ("persons", "person_id"),
    "member_results": ("persons", "person_id"),
    "unit_scores": ("score_criteria", "criterion_id"),
    "disciplines": ("persons", "person_id"),
    "form_blanks": ("superior_forms", "form_id"),
    "form_fillings": ("superior_forms", "form_id"),
}


def changes_of(
    session: Session, action_ids: Sequence[int], most: int, *, newest_first: bool = False
) -> list[RecordChange]:
    """The first changes of some acts in the order in which they were made, or the newest."""
    by = RecordChangeRow.id.desc() if newest_first else RecordChangeRow.id
    query = (
        select(RecordChangeRow, ActionRow)
        .join(ActionRow, ActionRow.id == RecordChangeRow.action_id)
        .where(RecordChangeRow.action_id.in_(action_ids))
        .order_by(by)
        .limit(most)
    )
    return [
        RecordChange(
            *(act.id, act.label, act.done_at, act.done_by, line.kind, line.record_id),
            before=None if line.before is None else json.loads(line.before),
            after=None if line.after is None else json.loads(line.after),
        )
        for line, act in session.execute(query)
    ]


def count_changes(session: Session, action_ids: Sequence[int]) -> int:
    """How many records some acts changed."""
    counted = select(func.count()).where(RecordChangeRow.action_id.in_(action_ids))
    return session.scalar(counted) or 0


def owners_of(session: Session, records: Iterable[Record]) -> dict[Record, Record]:
    """Record → the person, household or unit it hangs on; its own owner where it hangs on none."""
    owners = {record: record for record in records}
    while unsettled := {owner for owner in owners.values() if owner[0] in _OWNER_OF}:
        found = whole_rows(session, unsettled)
        step = {one: _owner(one, found.get(one, {})) for one in unsettled}
        owners = {record: step.get(owner, owner) for record, owner in owners.items()}
    return owners


def _owner(record: Record, row: Mapping[str, Any]) -> Record:
    table, column = _OWNER_OF[record[0]]
    return table, row.get(column) or 0


def whole_rows(session: Session, records: Iterable[Record]) -> dict[Record, dict[str, Any]]:
    """Records as they are stored now, those that are gone as they were last."""
    by_kind: dict[str, list[int]] = {}
    for kind, record_id in records:
        by_kind.setdefault(kind, []).append(record_id)
    found: dict[Record, dict[str, Any]] = {}
    for kind, ids in by_kind.items():
        for begin in range(0, len(ids), _AT_ONCE):
            found |= _rows_of(session, kind, ids[begin : begin + _AT_ONCE])
    return found


def _rows_of(session: Session, kind: str, ids: Sequence[int]) -> dict[Record, dict[str, Any]]:
    table = Row.metadata.tables[kind]
    listed = ", ".join(map(str, ids))
    rows = session.execute(text(f"SELECT * FROM {table.name} WHERE id IN ({listed})"))
    found = {(kind, row["id"]): dict(row) for row in rows.mappings()}
    gone = [record_id for record_id in ids if (kind, record_id) not in found]
    if gone:
        last = (
            select(RecordChangeRow.record_id, RecordChangeRow.before)
            .where(
                RecordChangeRow.kind == kind,
                RecordChangeRow.record_id.in_(gone),
                RecordChangeRow.after.is_(None),
            )
            .order_by(RecordChangeRow.id)
        )
        found |= {(kind, line[0]): json.loads(line[1] or "{}") for line in session.execute(last)}
    return found
