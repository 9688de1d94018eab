"""Settings of the branch and the code lists the officer edits."""

import json
from dataclasses import fields

from sqlalchemy import select
from sqlalchemy.orm import Session

from ccb_desktop.data import rows
from ccb_desktop.data.tables import (
    ActivityRow,
    CodeRow,
    CommemorativeDayRow,
    DeathCaseRow,
    DocumentRow,
    GiftRoundRow,
    MemberResultRow,
    SettingRow,
    UnitRatingRow,
    UsualAmountRow,
    VisitRow,
)
from ccb_desktop.domain.branch import Branch, NumberStyle
from ccb_desktop.domain.code_lists import DEATH_PAPER, DOCUMENT_KIND_LIST, OCCASION_LIST, Code

_KEPT_BY = {
    "ACTIVITY_KIND": ActivityRow.kind,
    "MEMBER_GRADE": MemberResultRow.grade,
    "UNIT_STRENGTH": UnitRatingRow.strength,
    DOCUMENT_KIND_LIST: DocumentRow.kind,
}
# Lists of which one column keeps the codes.


def load_branch(session: Session) -> Branch:
    """The branch with its choices; what was never set has its default."""
    stored = {row.key: json.loads(row.value) for row in session.scalars(select(SettingRow))}
    known = {f.name: stored[f.name] for f in fields(Branch) if f.name in stored}
    if "number_style" in known:
        known["number_style"] = NumberStyle(known["number_style"])
    return Branch(**known)


def save_branch(session: Session, branch: Branch) -> None:
    """Keep the branch and its choices."""
    stored = {row.key: row for row in session.scalars(select(SettingRow))}
    for field in fields(Branch):
        row = stored.get(field.name) or SettingRow(key=field.name)
        row.value = json.dumps(getattr(branch, field.name), ensure_ascii=False)
        session.add(row)
    session.flush()


def list_codes(session: Session, list_name: str | None = None) -> list[Code]:
    """The entries of one code list, or of all, in their order; retired ones included."""
    table = CodeRow.__table__
    query = select(table).order_by(CodeRow.list_name, CodeRow.position, CodeRow.id)
    if list_name is not None:
        query = query.where(CodeRow.list_name == list_name)
    return rows.list_values(session, Code, query)


def save_code(session: Session, code: Code) -> int:
    """Insert or overwrite one entry; gives the id."""
    return rows.save(session, CodeRow, code)


def is_code_kept(session: Session, list_name: str, code: str) -> bool:
    """Whether a record keeps a code, so that its entry must stay to say it."""
    if list_name in _KEPT_BY:
        column = _KEPT_BY[list_name]
        return session.scalar(select(column).where(column == code).limit(1)) is not None
    if list_name == DEATH_PAPER:
        return any(code in papers for papers in session.scalars(select(DeathCaseRow.papers)))
    if list_name != OCCASION_LIST:
        return False
    tables = (VisitRow, GiftRoundRow, UsualAmountRow, CommemorativeDayRow)
    return any(
        session.scalar(select(table.id).where(table.occasion == code).limit(1)) is not None
        for table in tables
    )


def delete_code(session: Session, code_id: int) -> None:
    """Delete an entry that no record uses."""
    rows.delete_one(session, CodeRow, code_id)
