"""What who only reads does not see: whole numbers of people, and what is said of their health."""

from dataclasses import replace
from typing import Any, TypeVar

from ccb_desktop.domain.changes import RecordChange
from ccb_desktop.domain.errors import Forbidden
from ccb_desktop.domain.masking import NUMBERS, masked_person, masked_relative
from ccb_desktop.domain.members.lines import ClubLine, MemberLine
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.papers import mask
from ccb_desktop.domain.users.users import Role, User
from ccb_desktop.domain.visits.care import Illness, Relative
from ccb_desktop.domain.visits.due import DueVisit

Line = TypeVar("Line", MemberLine, ClubLine)

_HEALTH = {
    "persons": frozenset({"health_note"}),
    "policies": frozenset({"note"}),
    "illnesses": frozenset({"what", "hospital", "note"}),
}
"""Table → its columns that tell of health."""


def sees_all(user: User | None) -> bool:
    """Whether somebody sees numbers whole and what is noted of health: all but mere readers."""
    return user is None or bool(user.roles - {Role.READER})


def check_sees_all(user: User | None, what: str) -> None:
    """See that somebody may open or take away what holds numbers whole.

    Args:
        user: Who is at work.
        what: What it is, as the sentence begins with: `Bộ bàn giao`.

    Raises:
        Forbidden: He only reads.
    """
    if user is not None and not sees_all(user):
        raise Forbidden(
            f"{what} có số CCCD, điện thoại đầy đủ, giấy tờ riêng; {user.name} chỉ có vai trò "
            "người xem nên không mở, không lấy ra được. Sổ không đổi. Nhờ Chủ tịch hoặc thư ký."
        )


def seen_line(user: User | None, line: Line) -> Line:
    """A row of a list of members as a user may see it."""
    if sees_all(user):
        return line
    held = NUMBERS & set(line._fields)
    shown: dict[str, Any] = {name: mask(getattr(line, name) or "") for name in held}
    return line._replace(**shown)


def seen_change(user: User | None, change: RecordChange) -> RecordChange:
    """A recorded change as a user may see it: what was masked in the record is masked here."""
    if sees_all(user):
        return change
    return replace(
        change,
        before=_seen_values(change.kind, change.before),
        after=_seen_values(change.kind, change.after),
    )


def _seen_values(kind: str, values: dict[str, object] | None) -> dict[str, object] | None:
    if values is None:
        return None
    hidden = _HEALTH.get(kind, frozenset())
    return {
        name: mask(str(value or "")) if name in NUMBERS else value
        for name, value in values.items()
        if name not in hidden
    }


def seen_person(user: User | None, person: Person) -> Person:
    """A person as a user may see him."""
    if sees_all(user):
        return person
    return replace(masked_person(person), health_note="")


def seen_illness(user: User | None, illness: Illness) -> Illness:
    """An illness as a user may see it: that there was one, and when."""
    if sees_all(user):
        return illness
    return replace(illness, what="", hospital="", note="")


def seen_relative(user: User | None, relative: Relative) -> Relative:
    """One of a family as a user may see him."""
    return relative if sees_all(user) else masked_relative(relative)


def seen_due(user: User | None, due: DueVisit) -> DueVisit:
    """Whom a visit is due, as a user may see him; what ails him is `seen_illness`."""
    return due if sees_all(user) else replace(due, phone=mask(due.phone))
