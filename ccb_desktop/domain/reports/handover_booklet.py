"""What the booklet of a handover tells: values, as the books stand on a day."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from ccb_desktop.domain.branch import Branch
from ccb_desktop.domain.reports.duties import ReportDuty
from ccb_desktop.domain.reports.handover import Handover


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenTask:
    """Something handed out that is not done."""

    what: str
    who: str
    ends_on: date
    reached: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenLoan:
    """A loan of which something is still to come; `outstanding_dong` is principal."""

    borrower: str
    unit_name: str
    outstanding_dong: int
    due_on: date | None
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenHouse:
    """A house that is being built or mended."""

    owner: str
    unit_name: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CaredFor:
    """Somebody whom the Hội visits or helps."""

    name: str
    unit_name: str
    why: str
    visited_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """Where the books lie and how they are kept.

    Attributes:
        place: The data folder.
        backups: The folder of backups in it.
        second_place: Where the second copy goes; empty where none was chosen.
        last_backup_at: When the newest backup was made.
        action_id: The last act of the history.
        seal: The beginning of its seal, in groups that can be read aloud.
        with_password: Whether the copy in the kit is guarded by a password.
    """

    place: str
    backups: str
    second_place: str
    last_backup_at: datetime | None
    action_id: int
    seal: str
    with_password: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Booklet:
    """Everything that the booklet tells, as the books stand on a day.

    Attributes:
        officers: Name, posts in the Hội, unit.
        users: Name and roles of those who sign in; none where one unnamed officer does all.
    """

    branch: Branch
    on: date
    members: int
    units: int
    officers: Sequence[tuple[str, str, str]]
    handed: Handover
    tasks: Sequence[OpenTask]
    loans: Sequence[OpenLoan]
    houses: Sequence[OpenHouse]
    cared_for: Sequence[CaredFor]
    duties: Sequence[ReportDuty]
    keeping: Keeping
    users: Sequence[tuple[str, str]] = field(default=())
