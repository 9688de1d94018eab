"""One field of many people set at once: what would change, what stays, who is refused and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import Any

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.labels import FIELD
from ccb_desktop.domain.members.checks import check_membership, check_person
from ccb_desktop.domain.members.memberships import Membership
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.own_fields import OwnField, OwnTexts, stored_of
from ccb_desktop.domain.printing import number

SETS = frozenset({"periods", "tags"})
"""Fields that hold several codes, to which some are added or from which some are taken."""

OF_MEMBERSHIP = frozenset(
    {"admission_category", "joined_on", "card_no", "card_issued_on", "card_reissued_on"}
)
"""Fields of the membership of the Hội; unit and status follow from events, see `bulk_events`."""

ONE_EACH = {
    "full_name": "Họ và tên mỗi người một khác",
    "citizen_id": "Số CCCD mỗi người một số",
    "card_no": "Số thẻ mỗi người một số",
    "insurance_no": "Mã thẻ BHYT mỗi người một mã",
}
"""Fields that no two people share, and how that is said."""

_NOT_A_MEMBER = "Không phải hội viên nên không có thẻ và ngày vào Hội."


class Way(StrEnum):
    """What is done with the field."""

    SET = "SET"
    ADD = "ADD"
    REMOVE = "REMOVE"


@dataclass(frozen=True, slots=True)
class BulkEdit:
    """What is to be done.

    Attributes:
        field: A field of `Person`, one of `OF_MEMBERSHIP`, or the name of `own`.
        value: The new value; for `SETS` the codes concerned.
        own: The field, where it is one of the branch's own.
    """

    field: str
    value: Any
    way: Way = Way.SET
    own: OwnField | None = None

    @property
    def label(self) -> str:
        """What the field is called."""
        return self.own.label if self.own else FIELD[self.field]


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody chosen, with his membership of the Hội if he has one.

    Attributes:
        own: What the branch's own fields say of him.
    """

    person: Person
    membership: Membership | None
    own: OwnTexts = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What would change of one person; of an own field as the store keeps it."""

    subject: Subject
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Refusal:
    """Somebody of whom the act cannot be done, and the sentence that says why."""

    person: Person
    reason: str


@dataclass(frozen=True, slots=True)
class BulkPlan:
    """What a bulk edit would do, before anything is written."""

    edit: BulkEdit
    changes: tuple[FieldChange, ...]
    unchanged: int
    refusals: tuple[Refusal, ...]

    @property
    def act(self) -> str:
        """The act as "Việc vừa làm" shows it: `Sửa Tổ dân phố của 1.800 người`."""
        if len(self.changes) == 1:
            return f"Sửa {self.edit.label} của {self.changes[0].subject.person.full_name}"
        return f"Sửa {self.edit.label} của {number(len(self.changes))} người"


def plan_edit(edit: BulkEdit, subjects: Sequence[Subject], today: date) -> BulkPlan:
    """What the edit would do to these people, by the rules that hold for each of them.

    Raises:
        Invalid: Under the name of an own field: it cannot keep the value.
    """
    changes: list[FieldChange] = []
    refusals: list[Refusal] = []
    unchanged = 0
    for subject in subjects:
        change = _change_of(edit, subject)
        reason = _refused(edit, subject, change, len(subjects), today)
        if reason:
            refusals.append(Refusal(subject.person, reason))
        elif change is None or change.before == change.after:
            unchanged += 1
        else:
            changes.append(change)
    return BulkPlan(edit, tuple(changes), unchanged, tuple(refusals))


def edited(edit: BulkEdit, subject: Subject) -> Subject:
    """The person, his membership, or what an own field says of him, with the new value."""
    change = _change_of(edit, subject)
    if change is None:
        return subject
    if edit.own:
        return replace(subject, own={**subject.own, edit.own.id or 0: change.after})
    if edit.field in OF_MEMBERSHIP and subject.membership is not None:
        return replace(
            subject, membership=replace(subject.membership, **{edit.field: change.after})
        )
    return replace(subject, person=replace(subject.person, **{edit.field: change.after}))


def _change_of(edit: BulkEdit, subject: Subject) -> FieldChange | None:
    """`None` of somebody who has no such field."""
    if edit.own:
        before = subject.own.get(edit.own.id or 0, "")
        return FieldChange(subject, before, stored_of(edit.own, edit.value))
    record: Any = subject.membership if edit.field in OF_MEMBERSHIP else subject.person
    if record is None:
        return None
    before = getattr(record, edit.field)
    return FieldChange(subject, before, _after(edit, before))


def _after(edit: BulkEdit, before: Any) -> Any:
    if edit.field not in SETS:
        return edit.value
    codes = frozenset(edit.value)
    if edit.way is Way.ADD:
        return before | codes
    return before - codes if edit.way is Way.REMOVE else codes


def _refused(
    edit: BulkEdit, subject: Subject, change: FieldChange | None, chosen: int, today: date
) -> str:
    """Why the new value cannot be his, or nothing."""
    if change is None:
        return _NOT_A_MEMBER
    if edit.own or change.before == change.after:
        return ""
    if edit.field in ONE_EACH and edit.value and chosen > 1:
        return f"{ONE_EACH[edit.field]}, không ghi chung cho nhiều người được."
    after = edited(edit, subject)
    new = _faults(after, today)
    known = _faults(subject, today).items()
    return " ".join(sentence for name, sentence in new.items() if (name, sentence) not in known)


def _faults(subject: Subject, today: date) -> dict[str, str]:
    """What the rules of the books say against a record."""
    found: dict[str, str] = {}
    try:
        check_person(subject.person, today)
    except Invalid as invalid:
        found |= invalid.fields
    try:
        if subject.membership is not None:
            check_membership(subject.membership, subject.person)
    except Invalid as invalid:
        found |= invalid.fields
    return found
