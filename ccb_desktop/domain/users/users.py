"""A user: an officer with a name to sign in by, and the roles that tell what he may do."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.people_names import fold


class Role(StrEnum):
    """The offices of a branch, as far as the program tells them apart (`data-safety.md`)."""

    CHAIRMAN = "CHAIRMAN"
    VICE_CHAIRMAN = "VICE_CHAIRMAN"
    CLERK = "CLERK"
    TREASURER = "TREASURER"
    READER = "READER"


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """One officer who signs in.

    Attributes:
        name: By which he signs in, and which the history notes.
        roles: One officer of a small branch may hold several.
        retired: He has left the office; his acts keep his name, and he opens nothing.
    """

    id: int | None = None
    name: str
    roles: frozenset[Role]
    retired: bool = False


def check_user(user: User, others: Sequence[User]) -> None:
    """See that a user can be told from the others, and that somebody keeps the keys.

    Args:
        user: As he shall be.
        others: All other users of the branch.

    Raises:
        Invalid: Fields `name`, `roles`.
    """
    problems = {}
    name = fold(user.name)
    if not name:
        problems["name"] = "Ghi tên người dùng, ví dụ họ tên hoặc chức danh."
    elif any(fold(other.name) == name for other in others):
        problems["name"] = "Tên này đã có người dùng. Ghi thêm đệm hoặc chức danh để phân biệt."
    if not user.roles:
        problems["roles"] = "Chọn ít nhất một vai trò."
    elif not any(is_chairman(one) for one in (user, *others)):
        problems["roles"] = (
            "Phải còn ít nhất một người có vai trò Chủ tịch, vì chỉ Chủ tịch quản lý được "
            "người dùng và phục hồi số liệu."
        )
    if problems:
        raise Invalid(problems)


def is_chairman(user: User) -> bool:
    """Whether a user is at work and may do what is the chairman's."""
    return Role.CHAIRMAN in user.roles and not user.retired
