"""What waits to be dealt with, as the first page lists it, whatever subject found it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from ccb_desktop.domain.members.lines import MemberGroup, NamedMember


def _unit(member: NamedMember) -> str:
    return member.unit_name


@dataclass(frozen=True, slots=True)
class Behind:
    """The members behind a count: the same rule counts groups, and picks the names when asked.

    Attributes:
        fits: Who they are.
        detail: What is said beside each name.
    """

    fits: Callable[[MemberGroup | NamedMember], bool]
    detail: Callable[[NamedMember], str] = _unit


@dataclass(frozen=True, slots=True)
class Waiting:
    """Something that waits, and the page where it is dealt with.

    Attributes:
        count: How many there are; none where it is one thing.
        page: Id of the page that tells which.
        filters: What that page shall show.
    """

    sentence: str
    count: int = 0
    page: str = ""
    filters: dict[str, object] = field(default_factory=dict)
