"""A second login of the computer: invited, enrolled, noted in the log, going forward, and shut out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from hvacdesk.domain.errors import InvalidInput, NotPermitted
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.open_office import Office
from hvacdesk.vault.device.enrolment_errors import EnrolmentExpired, LoginGone
from hvacdesk.vault.errors import DeviceSecretMissing
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.real_office import NAMES, RealOffice
from tests.helpers.secret_service import SecretService, logged_in, second_login


@pytest.fixture
def second(tmp_path: Path) -> Iterator[SecretService]:
    """The key store of another login."""
    with second_login(tmp_path / "second") as service:
        yield service


@pytest.fixture
def opened(real: RealOffice) -> Iterator[tuple[Office, Actor]]:
    office, owner = real.login(Role.OWNER)
    yield office, owner
    office.close()


def enrol(real: RealOffice, words: str) -> None:
    SealedOffice.enrol(real.home, DeviceKeyring(), words, real.clock().timestamp())


def in_and_out(real: RealOffice) -> None:
    office, desk = real.login(Role.DESK)
    office.leave(desk)


def logged(office: Office, owner: Actor, action: Action) -> list[str]:
    return [entry.subject for entry in office.audit.entries(owner, action=action)]


def test_enrolled_it_comes_in_goes_forward_and_is_noted(
    real: RealOffice, second: SecretService, opened: tuple[Office, Actor]
) -> None:
    office, owner = opened
    words = office.keys.invite_login(owner, " 受付の席 ")
    assert logged(office, owner, Action.LOGIN_INVITED) == [""]
    with logged_in(second):
        with pytest.raises(DeviceSecretMissing):
            in_and_out(real)
        enrol(real, words)
        in_and_out(real)
    logins = office.keys.standing(owner).logins
    assert [(one.name, one.here, one.by_itself) for one in logins] == [
        ("", True, True),
        ("受付の席", False, True),
    ]
    assert logged(office, owner, Action.LOGIN_ENROLLED) == [f"login:{logins[1].login}"]
    office.keys.rotate(owner)
    assert [one.by_itself for one in office.keys.standing(owner).logins] == [True, True]
    with logged_in(second):
        in_and_out(real)
    assert len(logged(office, owner, Action.LOGIN_ENROLLED)) == 1


def test_a_leavers_keys_shut_it_out_and_it_is_named(
    real: RealOffice, second: SecretService, opened: tuple[Office, Actor]
) -> None:
    office, owner = opened
    words = office.keys.invite_login(owner, "受付の席")
    with logged_in(second):
        enrol(real, words)
    departure = office.accounts.remove(owner, real.accounts[NAMES[Role.ACCOUNTING]])
    assert departure.logins_to_enrol == ("受付の席",)
    by_itself = {one.name: one.by_itself for one in office.keys.standing(owner).logins}
    assert by_itself == {"": True, "受付の席": False}
    with logged_in(second), pytest.raises(DeviceSecretMissing):
        in_and_out(real)
    words = office.keys.invite_login(owner, "受付の席")
    with logged_in(second):
        enrol(real, words)
        in_and_out(real)
    assert all(one.by_itself for one in office.keys.standing(owner).logins)


def test_withdrawn_it_opens_nothing(
    real: RealOffice, second: SecretService, opened: tuple[Office, Actor]
) -> None:
    office, owner = opened
    words = office.keys.invite_login(owner, "受付の席")
    with logged_in(second):
        enrol(real, words)
        in_and_out(real)
    (other,) = (one.login for one in office.keys.standing(owner).logins if not one.here)
    office.keys.withdraw_login(owner, other)
    assert logged(office, owner, Action.LOGIN_WITHDRAWN) == [f"login:{other}"]
    assert [one.here for one in office.keys.standing(owner).logins] == [True]
    with logged_in(second), pytest.raises(DeviceSecretMissing):
        in_and_out(real)
    with pytest.raises(LoginGone):
        office.keys.withdraw_login(owner, other)


def test_an_invitation_ends_after_a_day(
    real: RealOffice, second: SecretService, opened: tuple[Office, Actor]
) -> None:
    office, owner = opened
    words = office.keys.invite_login(owner, "受付の席")
    real.clock.pass_time(days=1, minutes=1)
    with logged_in(second), pytest.raises(EnrolmentExpired):
        enrol(real, words)
    assert logged(office, owner, Action.LOGIN_ENROLLED) == []


def test_only_a_person_responsible_invites_and_every_login_has_a_name(
    real: RealOffice, opened: tuple[Office, Actor]
) -> None:
    office, owner = opened
    for name in (" ", "長" * 41):
        with pytest.raises(InvalidInput):
            office.keys.invite_login(owner, name)
    desk_office, desk = real.login(Role.DESK)
    with pytest.raises(NotPermitted):
        desk_office.keys.invite_login(desk, "受付の席")
    with pytest.raises(NotPermitted):
        desk_office.keys.withdraw_login(desk, "a" * 32)
    desk_office.leave(desk)
