"""What who only reads does not see: whole numbers of people, and what is said of their health."""

from dataclasses import replace
from typing import Any, TypeVar

from ccb_desktop.domain.masking import NUMBERS, masked_person
from ccb_desktop.domain.errors import Forbidden
from ccb_desktop.domain.members.lines import ClubLine, MemberLine
from ccb_desktop.domain.members.people import Person
from ccb_desktop.domain.papers import mask
from ccb_desktop.domain.users.users import Role, User

Line = TypeVar("Line", MemberLine, ClubLine)


def sees_all(user: User | None) -> bool:
    """Whether somebody sees numbers whole and what is noted of health: all but mere readers."""
    return user is None or bool(user.roles - {Role.READER})


def check_sees_all(user: User | None) -> None:
    """See that somebody may take away what holds numbers whole.

    Raises:
        Forbidden: He only reads.
    """
    if user is not None and not sees_all(user):
        raise Forbidden(
            f"Bộ bàn giao có bản sao cả cuốn sổ với số CCCD, điện thoại đầy đủ; {user.name} chỉ "
            "có vai trò người xem nên không lập được. Sổ không đổi. Nhờ Chủ tịch hoặc thư ký lập."
        )


def seen_line(user: User | None, line: Line) -> Line:
    """A row of a list of members as a user may see it."""
    if sees_all(user):
        return line
    held = NUMBERS & set(line._fields)
    shown: dict[str, Any] = {name: mask(getattr(line, name) or "") for name in held}
    return line._replace(**shown)


def seen_person(user: User | None, person: Person) -> Person:
    """A person as a user may see him."""
    if sees_all(user):
        return person
    return replace(masked_person(person), health_note="")
