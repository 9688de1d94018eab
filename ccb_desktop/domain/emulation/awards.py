"""Awards, discipline, and who is put forward for what."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid


class AwardRecipient(StrEnum):
    """Who is commended."""

    MEMBER = "MEMBER"
    UNIT = "UNIT"
    BRANCH = "BRANCH"


class DisciplineForm(StrEnum):
    """The forms of discipline, the mildest first."""

    REPRIMAND = "REPRIMAND"
    WARNING = "WARNING"
    DISMISSAL = "DISMISSAL"
    EXPULSION = "EXPULSION"


class NominationStage(StrEnum):
    """What became of a nomination."""

    PROPOSED = "PROPOSED"
    AGREED = "AGREED"
    SENT = "SENT"
    AWARDED = "AWARDED"
    REFUSED = "REFUSED"


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """One commendation.

    Attributes:
        recipient: The name as it stands in the book of awards.
        person_id, unit_id: Who it is, where the books know him or it.
        form: `Giấy khen`, as the list AWARD_FORM offers it.
        giver: Who gave it, as the list AWARD_GIVER offers it.
    """

    id: int | None = None
    awarded_on: date
    recipient_kind: AwardRecipient = AwardRecipient.MEMBER
    recipient: str
    person_id: int | None = None
    unit_id: int | None = None
    form: str
    giver: str
    decision_no: str = ""
    content: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Discipline:
    """One measure of discipline against a member.

    Attributes:
        ended_on: When it was lifted.
    """

    id: int | None = None
    person_id: int
    decided_on: date
    form: DisciplineForm
    decision_no: str = ""
    reason: str = ""
    ended_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nomination:
    """Somebody put forward for an award of a year.

    Attributes:
        form, giver: What is asked for, and of whom.
        award_id: The award that came of it.
    """

    id: int | None = None
    year: int
    recipient_kind: AwardRecipient = AwardRecipient.MEMBER
    person_id: int | None = None
    unit_id: int | None = None
    form: str
    giver: str
    reason: str = ""
    stage: NominationStage = NominationStage.PROPOSED
    award_id: int | None = None
    note: str = ""


def check_award(award: Award, today: date) -> None:
    """See that an award can be kept.

    Raises:
        Invalid: By field: `recipient`, `form`, `giver`, `awarded_on`.
    """
    faults: dict[str, str] = {}
    if not award.recipient.strip():
        faults["recipient"] = "Ghi cá nhân hoặc tập thể được khen."
    if not award.form.strip():
        faults["form"] = "Chọn hình thức khen thưởng."
    if not award.giver.strip():
        faults["giver"] = "Ghi cấp khen."
    if award.awarded_on > today:
        faults["awarded_on"] = f"Ngày {award.awarded_on:%d/%m/%Y} chưa tới. Ghi ngày đã khen."
    if faults:
        raise Invalid(faults)


def check_discipline(discipline: Discipline, today: date) -> None:
    """See that a measure of discipline can be kept.

    Raises:
        Invalid: By field: `decided_on`, `reason`, `ended_on`.
    """
    faults: dict[str, str] = {}
    if discipline.decided_on > today:
        faults["decided_on"] = f"Ngày {discipline.decided_on:%d/%m/%Y} chưa tới."
    if not discipline.reason.strip():
        faults["reason"] = "Ghi lý do kỷ luật."
    if discipline.ended_on is not None and discipline.ended_on < discipline.decided_on:
        faults["ended_on"] = "Ngày hết hiệu lực trước ngày quyết định."
    if faults:
        raise Invalid(faults)
