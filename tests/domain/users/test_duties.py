"""Each role has its duties; what it may not do is refused, and whose it is is told."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccb_desktop.data.history import UNTRACKED
from ccb_desktop.data.tables import Row
from ccb_desktop.domain.changes import BESIDE
from ccb_desktop.domain.errors import Forbidden
from ccb_desktop.domain.users.duties import (
    DOING,
    DUTIES,
    DUTIES_OF,
    EVERYBODY,
    OFFICE,
    Duty,
    check_duty,
    check_kinds,
    duties_of,
)
from ccb_desktop.domain.users.users import Role, User

KINDS = sorted(DUTIES_OF)
roles = st.sets(st.sampled_from(Role), min_size=1).map(frozenset)
kinds = st.sets(st.sampled_from(KINDS), min_size=1)


def user(*roles):
    return User(name="Người thử", roles=frozenset(roles))


def may(one, kinds, *, only_voids=False):
    try:
        check_kinds(one, kinds, only_voids=only_voids)
    except Forbidden:
        return False
    return True


def test_every_kind_of_record_is_somebodys_duty():
    written = {table for table in Row.metadata.tables if table not in UNTRACKED}
    assert written | BESIDE == DUTIES_OF.keys() | EVERYBODY
    assert DOING.keys() == set(Duty) == OFFICE.keys()
    assert set(DUTIES) == set(Role)


@given(kinds, st.booleans())
def test_without_users_one_officer_does_all(touched, only_voids):
    check_kinds(None, touched, only_voids=only_voids)
    assert duties_of(None) == set(Duty)


@given(roles, roles, kinds, st.booleans())
def test_another_role_never_takes_a_duty_away(held, more, touched, only_voids):
    if may(user(*held), touched, only_voids=only_voids):
        assert may(user(*held, *more), touched, only_voids=only_voids)


@given(kinds, st.booleans())
def test_a_reader_changes_nothing_and_one_with_all_roles_everything(touched, only_voids):
    assert not may(user(Role.READER), touched, only_voids=only_voids)
    assert may(user(*Role), touched, only_voids=only_voids)
    assert may(user(Role.READER), EVERYBODY)


@pytest.mark.parametrize(
    ("role", "touched", "allowed"),
    [
        (Role.CLERK, {"persons", "memberships"}, True),
        (Role.CLERK, {"visits"}, True),
        (Role.CLERK, {"vouchers"}, False),
        (Role.CLERK, {"visits", "vouchers"}, False),
        (Role.TREASURER, {"visits", "vouchers"}, True),
        (Role.TREASURER, {"visits"}, False),
        (Role.TREASURER, {"persons"}, False),
        (Role.TREASURER, {"period_locks"}, False),
        (Role.TREASURER, {"settings", "vouchers"}, False),
        (Role.CHAIRMAN, {"period_locks"}, True),
        (Role.CHAIRMAN, {"vouchers"}, False),
        (Role.VICE_CHAIRMAN, {"cash_counts"}, True),
        (Role.VICE_CHAIRMAN, {"funds"}, False),
    ],
)
def test_what_each_role_may_write(role, touched, allowed):
    assert may(user(role), touched) is allowed


@pytest.mark.parametrize("role", Role)
def test_only_the_chairman_voids_and_restores(role):
    assert may(user(role), {"vouchers", "visits"}, only_voids=True) is (role is Role.CHAIRMAN)
    if role is Role.CHAIRMAN:
        check_duty(user(role), Duty.RESTORE)
    else:
        with pytest.raises(Forbidden, match="việc của Chủ tịch"):
            check_duty(user(role), Duty.RESTORE)


def test_who_holds_two_offices_does_what_both_do():
    for first, second in combinations(Role, 2):
        assert duties_of(user(first, second)) == DUTIES[first] | DUTIES[second]
