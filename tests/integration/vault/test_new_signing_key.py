"""A new signing key: when an owner leaves, and what was signed before and after."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Role
from hvacdesk.vault import errors
from hvacdesk.vault.keyfile.rotation import Plan
from hvacdesk.vault.office import DeviceKeyring, OpenVault, SealedOffice
from hvacdesk.vault.session import VaultClosed
from tests.helpers.killing import KILLED_STATUS
from tests.helpers.secret_service import SecretService
from tests.helpers.vault_offices import ONE_TIME, OWNER_PASSPHRASE, MadeOffice

OWNER = frozenset({Role.OWNER})
DESK = frozenset({Role.DESK})


def unlocked(office: MadeOffice, slot_id: str = "", passphrase: str = OWNER_PASSPHRASE) -> OpenVault:
    found = SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock)
    return found.unlock(slot_id or office.vault.slot_id, passphrase)


def works(vault: OpenVault) -> bool:
    vault.slots.rename_office("名前")
    return vault.verify(b"x", vault.sign(b"x"))


def test_a_plan_that_lets_an_owner_keep_a_key_is_refused(office: MadeOffice) -> None:
    vault = office.vault
    other = vault.slots.add("鈴木", OWNER, ONE_TIME)
    for plan in (Plan(leaving=other.slot_id), Plan(roles={other.slot_id: DESK})):
        assert vault.epochs.needs_new_signing_key(plan)
        assert vault.epochs.needs_new_payment_key(plan)
    accounting = Plan(roles={other.slot_id: frozenset({Role.ACCOUNTING})})
    assert (
        vault.epochs.needs_new_signing_key(accounting),
        vault.epochs.needs_new_payment_key(accounting),
    ) == (True, False)
    assert not vault.epochs.needs_new_signing_key(Plan())
    assert not vault.epochs.needs_new_payment_key(Plan())
    with pytest.raises(ValueError, match="sealed anew"):
        vault.epochs.rotate(Plan(leaving=other.slot_id, new_signing_key=True))
    with pytest.raises(ValueError, match="must be replaced"):
        vault.epochs.rotate(Plan(leaving=other.slot_id, payment=()))
    with pytest.raises(ValueError, match="must be replaced"):
        vault.epochs.rotate(accounting)
    assert vault.epoch == 1


def test_an_owner_who_leaves_has_no_key_that_is_still_the_offices(office: MadeOffice) -> None:
    other = office.vault.slots.add("鈴木", OWNER, ONE_TIME)
    third = office.vault.slots.add("佐藤", OWNER, ONE_TIME)
    theirs = unlocked(office, other.slot_id, ONE_TIME)._session.keys
    before = office.vault.signing_fingerprint
    office.vault.epochs.rotate(Plan(leaving=other.slot_id, payment=(), new_signing_key=True))
    held = office.vault._session.keys
    assert {theirs.database, theirs.payment, theirs.signing}.isdisjoint(
        {held.database, held.payment, held.signing}
    )
    assert office.vault.signing_fingerprint != before
    assert works(office.vault)
    assert works(unlocked(office, third.slot_id, ONE_TIME))
    assert works(SealedOffice.recover(office.home, office.code))
    with pytest.raises(errors.SlotGone):
        unlocked(office, other.slot_id, ONE_TIME)


def test_who_knows_an_earlier_key_can_check_what_a_later_one_signed(office: MadeOffice) -> None:
    early = unlocked(office)
    old_signature = early.sign(b"list")
    for _ in range(2):
        office.vault.epochs.rotate(Plan(new_signing_key=True))
    signature, successions = office.vault.sign(b"list"), office.vault.signer_succession
    assert [link.generation for link in successions] == [2, 3]
    assert not early.verify(b"list", signature)
    assert early.verify(b"list", signature, successions)
    assert early.verify(b"list", old_signature)
    assert not office.vault.verify(b"list", old_signature)
    assert office.vault.verify(b"list", signature, successions)
    assert unlocked(office).signer_succession == successions


def test_an_owner_who_gives_up_the_role_gives_up_the_keys(office: MadeOffice) -> None:
    other = office.vault.slots.add("鈴木", OWNER, ONE_TIME)
    vault = office.vault
    vault.epochs.rotate(Plan(roles={vault.slot_id: DESK}, payment=(), new_signing_key=True))
    assert (vault.roles, vault.holds_payment_key, vault.holds_signing_key) == (DESK, False, False)
    vault.connect().close()
    with pytest.raises(NotPermitted):
        vault.epochs.rotate()
    following = unlocked(office, other.slot_id, ONE_TIME)
    following.epochs.rotate(Plan(leaving=vault.slot_id))
    assert works(following)


def test_a_session_ends_with_its_own_slot(office: MadeOffice) -> None:
    office.vault.slots.add("鈴木", OWNER, ONE_TIME)
    office.vault.epochs.rotate(Plan(leaving=office.vault.slot_id, payment=(), new_signing_key=True))
    with pytest.raises(VaultClosed):
        office.vault.connect()


def test_a_sheet_and_a_new_signing_key_do_not_go_together(office: MadeOffice) -> None:
    draft = office.vault.epochs.prepare_sheet(office.sheet.created)
    for position in draft.positions:
        draft.confirm(position, draft.sheet.groups[position])
    with pytest.raises(ValueError, match="fingerprint"):
        office.vault.epochs.rotate(Plan(sheet=draft, new_signing_key=True))


KILLED = """
import sys
from pathlib import Path
from hvacdesk.vault import milestones
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from hvacdesk.vault.keyfile.rotation import Plan
from tests.helpers.killing import end_at_once
from tests.helpers.vault_offices import OWNER_PASSPHRASE, Clock, cheap_passphrases
def reached(name):
    if name == sys.argv[3]:
        end_at_once()
milestones.reached = reached
with cheap_passphrases():
    found = SealedOffice.find(Path(sys.argv[1]), DeviceKeyring(), clock=Clock())
    found.unlock(sys.argv[2], OWNER_PASSPHRASE).epochs.rotate(Plan(new_signing_key=True, payment=()))
"""


@pytest.mark.parametrize(
    ("moment", "epoch"),
    [
        ("rotation.exported", 1),
        ("rotation.checked", 1),
        ("rotation.secret", 1),
        ("slots.office.keys", 2),
        ("rotation.committed", 2),
        ("rotation.remembered", 2),
    ],
)
def test_after_a_kill_the_next_login_works_and_signs(
    office: MadeOffice, secret_service: SecretService, moment: str, epoch: int
) -> None:
    before = office.vault.signing_fingerprint
    command = [sys.executable, "-c", KILLED, str(office.home), office.vault.slot_id, moment]
    process = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=os.environ)
    assert process.returncode == KILLED_STATUS, process.stderr
    secret_service.revive()
    vault = unlocked(office)
    assert (vault.epoch, vault.signing_fingerprint != before) == (epoch, epoch == 2)
    assert works(vault)
    assert works(SealedOffice.recover(office.home, office.code))
    vault.epochs.rotate()
    assert works(unlocked(office))
