"""A user has a name of his own and a role, and a chairman stays."""

import pytest

from ccb_desktop.domain.errors import Invalid
from ccb_desktop.domain.users.users import Role, User, check_user

CHAIRMAN = User(id=1, name="Chủ tịch", roles=frozenset({Role.CHAIRMAN}))


def refused(user, *others):
    with pytest.raises(Invalid) as refused:
        check_user(user, others)
    return set(refused.value.fields)


def test_a_user_needs_a_name_that_nobody_else_has():
    check_user(User(name="Thủ quỹ", roles=frozenset({Role.TREASURER})), [CHAIRMAN])
    assert refused(User(name=" ", roles=frozenset({Role.CLERK})), CHAIRMAN) == {"name"}
    assert refused(User(name="CHU  TICH", roles=frozenset({Role.CLERK})), CHAIRMAN) == {"name"}


def test_a_user_needs_a_role():
    assert refused(User(name="Thư ký", roles=frozenset()), CHAIRMAN) == {"roles"}


def test_somebody_must_stay_chairman():
    clerk = User(id=1, name="Chủ tịch", roles=frozenset({Role.CLERK}))
    left = User(id=1, name="Chủ tịch", roles=CHAIRMAN.roles, retired=True)
    assert refused(clerk) == refused(left) == {"roles"}
    second = User(id=2, name="Phó", roles=CHAIRMAN.roles)
    check_user(clerk, [second])
