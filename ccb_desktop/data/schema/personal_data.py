"""What personal data left the branch, and whose was erased; both tables only grow."""

from datetime import date, datetime

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from ccb_desktop.data.schema.base import Row


class PersonalExportRow(Row):
    """One file with personal data that left; `person_ids` as `3,7-12`, where it is known."""

    __tablename__ = "personal_exports"
    made_at: Mapped[datetime]
    done_by: Mapped[str]
    what: Mapped[str]
    file_name: Mapped[str]
    people: Mapped[int | None]
    person_ids: Mapped[str]
    masked: Mapped[bool]


class ErasureRow(Row):
    """One person whose data was erased, and what was taken out of the history for it.

    `lines` is JSON of the ids of emptied lines, `labels` of act and new label, `seals` of act
    of form 1 and the hash it is checked against since (`data.seals`).
    """

    __tablename__ = "erasures"
    person_id: Mapped[int] = mapped_column(ForeignKey("persons.id"), unique=True)
    erased_on: Mapped[date]
    decision_no: Mapped[str]
    reason: Mapped[str]
    lines: Mapped[str]
    labels: Mapped[str]
    seals: Mapped[str]
