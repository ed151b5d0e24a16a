"""A new recovery sheet: printed and retyped first, then the only one that opens the office."""

from __future__ import annotations

from datetime import date

import pytest

from hvacdesk.domain.errors import NotPermitted
from hvacdesk.domain.roles import Role
from hvacdesk.vault import errors
from hvacdesk.vault.keyfile.recovery import SheetDraft, SheetForgotten
from hvacdesk.vault.keyfile.rotation import Plan
from hvacdesk.vault.office import DeviceKeyring, SealedOffice
from tests.helpers.vault_offices import ONE_TIME, MadeOffice

LATER = date(2027, 3, 1)


def retyped(draft: SheetDraft) -> SheetDraft:
    for position in draft.positions:
        assert draft.confirm(position, draft.sheet.groups[position])
    return draft


def test_the_new_sheet_opens_the_office_and_the_former_one_no_more(office: MadeOffice) -> None:
    vault = office.vault
    draft = retyped(vault.epochs.prepare_sheet(LATER))
    assert (draft.sheet.number, draft.sheet.epoch, draft.sheet.created) == (2, 2, LATER)
    assert draft.sheet.fingerprint == vault.signing_fingerprint
    code = "-".join(draft.sheet.groups)
    with pytest.raises(errors.RecoveryCodeForeign):
        SealedOffice.recover(office.home, code)
    vault.epochs.rotate(Plan(sheet=draft))
    assert (vault.recovery_sheet.number, vault.recovery_sheet.created, vault.epoch) == (2, LATER, 2)
    with pytest.raises(SheetForgotten):
        draft.sheet  # noqa: B018
    assert SealedOffice.recover(office.home, code).holds_payment_key
    with pytest.raises(errors.RecoveryCodeForeign, match="Sheet 2 does"):
        SealedOffice.recover(office.home, office.code)
    vault.epochs.rotate()
    assert (vault.recovery_sheet.number, vault.recovery_sheet.created) == (2, LATER)
    assert SealedOffice.recover(office.home, code).epoch == 3


def test_a_sheet_that_nobody_retyped_changes_nothing(office: MadeOffice) -> None:
    draft = office.vault.epochs.prepare_sheet(LATER)
    draft.confirm(0, draft.sheet.groups[0])
    with pytest.raises(errors.RecoveryNotConfirmed):
        office.vault.epochs.rotate(Plan(sheet=draft))
    assert (office.vault.epoch, office.vault.recovery_sheet.number) == (1, 1)
    assert draft.sheet.groups, "it can still be retyped"


def test_a_sheet_from_before_another_change_of_keys_is_refused(office: MadeOffice) -> None:
    draft = retyped(office.vault.epochs.prepare_sheet(LATER))
    office.vault.epochs.rotate()
    with pytest.raises(errors.SheetOutdated):
        office.vault.epochs.rotate(Plan(sheet=draft))
    assert SealedOffice.recover(office.home, office.code).epoch == 2


def test_a_failed_rotation_keeps_the_draft(office: MadeOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    draft = retyped(office.vault.epochs.prepare_sheet(LATER))
    code = "-".join(draft.sheet.groups)

    def fail(*_: object) -> None:
        raise errors.DiskFull

    with monkeypatch.context() as patched:
        patched.setattr("hvacdesk.vault.keyfile.slots.write_copies", fail)
        with pytest.raises(errors.DiskFull):
            office.vault.epochs.rotate(Plan(sheet=draft))
    office.vault.epochs.rotate(Plan(sheet=draft))
    assert SealedOffice.recover(office.home, code).epoch == 2


def test_only_an_owner_prepares_a_sheet(office: MadeOffice) -> None:
    slot = office.vault.slots.add("鈴木", frozenset({Role.ACCOUNTING}), ONE_TIME)
    vault = SealedOffice.find(office.home, DeviceKeyring(), clock=office.clock).unlock(slot.slot_id, ONE_TIME)
    with pytest.raises(NotPermitted):
        vault.epochs.prepare_sheet(LATER)
