"""Who may what, written out as the office would: the table of the roles is read against this one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import (
    PERMISSIONS,
    ROLE_ABOUT,
    ROLE_NAMES,
    Actor,
    Permission,
    Role,
    holds_payment_key,
    holds_signing_key,
)

O, D, A, T, I = Role.OWNER, Role.DESK, Role.ACCOUNTING, Role.TECHNICIAN, Role.INSPECTOR  # noqa: E741

WHO_MAY = {
    Permission.FIND_CUSTOMERS: {O, D, A},
    Permission.EDIT_CUSTOMERS: {O, D},
    Permission.REVEAL_CONTACT: {O, D},
    Permission.REVEAL_ADDRESSEE: {O, A},
    Permission.SEE_PAYMENT: {O, A},
    Permission.EDIT_JOBS: {O, D},
    Permission.SEE_ALL_JOBS: {O, D, A},
    Permission.SEE_OWN_JOBS: {O, D, T},
    Permission.ISSUE_WORK_ORDERS: {O, D},
    Permission.REGISTER_COPIES: {O, D},
    Permission.PROPOSE_DISPOSAL: {O, D},
    Permission.APPROVE_DISPOSAL: {O},
    Permission.HOLD_DISPOSAL: {O},
    Permission.READ_AUDIT: {O, I},
    Permission.READ_LEDGER: {O, I},
    Permission.MANAGE_ACCOUNTS: {O},
    Permission.MANAGE_OFFICE: {O},
    Permission.EXPORT_CUSTOMERS: {O},
    Permission.LOOSEN_MASK: {O},
    Permission.KEEP_PARTNERS: {O},
    Permission.REPORT_INCIDENT: {O, D, A, T, I},
    Permission.HANDLE_INCIDENTS: {O},
    Permission.REVIEW_ACCESS: {O},
    Permission.KEEP_REQUESTS: {O, D},
    Permission.ANSWER_REQUESTS: {O},
    Permission.MANAGE_RULES: {O},
    Permission.READ_TRAINING: {O, I},
    Permission.RECORD_VIOLATIONS: {O},
    Permission.READ_REPORTS: {O},
    Permission.TAKE_CALLS: {O, D, A},
    Permission.KEEP_CALLS: {O, D},
    Permission.BACK_UP: {O, D, A, T, I},
    Permission.BILL: {O, A},
    Permission.SEE_BILLING: {O, D, A},
}

ROLE_SETS = st.frozensets(st.sampled_from(Role))


def actor(*roles: Role) -> Actor:
    return Actor("a" * 32, "山田", frozenset(roles))


def test_the_table_names_every_permission_and_role() -> None:
    assert set(WHO_MAY) == set(Permission)
    assert set(PERMISSIONS) == set(ROLE_NAMES) == set(ROLE_ABOUT) == set(Role)


@pytest.mark.parametrize("permission", Permission)
@pytest.mark.parametrize("role", Role)
def test_who_may_what(role: Role, permission: Permission) -> None:
    allowed = role in WHO_MAY[permission]
    assert actor(role).may(permission) is allowed
    if allowed:
        actor(role).require(permission)
    else:
        with pytest.raises(NotPermitted):
            actor(role).require(permission)


@given(ROLE_SETS, st.sampled_from(Permission))
def test_several_roles_add_up(roles: frozenset[Role], permission: Permission) -> None:
    assert actor(*roles).may(permission) == bool(roles & WHO_MAY[permission])


@pytest.mark.parametrize("permission", Permission)
def test_nobody_without_a_role_may_anything(permission: Permission) -> None:
    assert not actor().may(permission)


@given(ROLE_SETS)
def test_who_reveals_contacts_or_an_addressee_may_address_a_paper(roles: frozenset[Role]) -> None:
    wanted = WHO_MAY[Permission.REVEAL_CONTACT] | WHO_MAY[Permission.REVEAL_ADDRESSEE]
    assert actor(*roles).may_address == bool(roles & wanted)


@given(ROLE_SETS)
def test_keys_follow_the_roles(roles: frozenset[Role]) -> None:
    assert holds_payment_key(roles) == bool(roles & {Role.OWNER, Role.ACCOUNTING})
    assert holds_signing_key(roles) == (Role.OWNER in roles)


def test_the_inspector_sees_no_customer_data() -> None:
    assert PERMISSIONS[Role.INSPECTOR] == {
        Permission.REPORT_INCIDENT,
        Permission.BACK_UP,
        Permission.READ_AUDIT,
        Permission.READ_LEDGER,
        Permission.READ_TRAINING,
    }
