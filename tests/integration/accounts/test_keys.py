"""Recovery sheets, renewed keys, and the way back in with a sheet."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from hvacdesk.domain.errors import NotPermitted, RecordGone
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.entry.keys import SheetRenewal
from hvacdesk.services.open_office import Office
from hvacdesk.vault.errors import (
    RecoveryCodeForeign,
    RecoveryNotConfirmed,
    SheetOutdated,
    SlotGone,
    WrongPassphrase,
)
from hvacdesk.vault.keyfile.passphrase import PassphraseRefused
from tests.helpers.paper import qr_codes, read_text
from tests.helpers.people import HIDDEN
from tests.helpers.real_office import FACTS, NAMES, SECOND_OWNER, RealOffice, passphrase_of
from tests.helpers.typed_codes import printed_groups
from tests.integration.accounts.test_accounts import bank_of

ANOTHER = "atarashii-aikotoba-desu"


@pytest.fixture
def opened(real: RealOffice) -> Iterator[tuple[Office, Actor]]:
    office, owner = real.login(Role.OWNER)
    yield office, owner
    office.close()


def code_of(renewal: SheetRenewal) -> str:
    return "-".join(printed_groups(renewal))


def retype(renewal: SheetRenewal) -> None:
    for position in renewal.group_positions_to_retype():
        assert renewal.confirm(position, renewal.printed_group(position))


def renewed(office: Office, owner: Actor) -> str:
    """The code of a new sheet that has come into force."""
    renewal = office.keys.renew_sheet(owner)
    code = code_of(renewal)
    retype(renewal)
    renewal.finish()
    return code


class TestSheets:
    def test_the_first_sheet_is_on_record(self, opened: tuple[Office, Actor]) -> None:
        standing = opened[0].keys.standing(opened[1])
        assert [(sheet.number, sheet.created_on, sheet.to_shred) for sheet in standing.sheets] == [
            (1, "2026-11-24", False)
        ]
        assert (standing.sheet_due, standing.epoch) == (False, 1)

    def test_a_new_sheet_takes_the_place_of_the_former(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        renewal = office.keys.renew_sheet(owner)
        printed = read_text(renewal.sheet_pdf(FACTS, english))
        assert all(group in printed for group in printed_groups(renewal))
        code = code_of(renewal)
        assert any(code in text for text in qr_codes(renewal.sheet_pdf(FACTS, english)))
        retype(renewal)
        renewal.finish()
        assert office.audit.entries(owner, action=Action.SHEET_RENEWED)[0].subject == "sheet:2"
        with pytest.raises(RecoveryCodeForeign):
            real.entry().recover(real.code)
        recovered, _ = real.entry().recover(code)
        recovered.close()
        first = office.keys.standing(owner).sheets[1]
        assert (first.number, first.to_shred) == (1, True)
        office.keys.sheet_shredded(owner, 1)
        office.keys.sheet_shredded(owner, 1)
        assert [entry.subject for entry in office.audit.entries(owner, action=Action.SHEET_SHREDDED)] == [
            "sheet:1"
        ]
        assert not office.keys.standing(owner).sheets[1].to_shred
        with pytest.raises(RecordGone):
            office.keys.sheet_shredded(owner, 2)

    def test_a_sheet_that_was_not_retyped_replaces_nothing(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        renewal = office.keys.renew_sheet(owner)
        (first, *_) = renewal.group_positions_to_retype()
        assert renewal.confirm(first, renewal.printed_group(first))
        with pytest.raises(RecoveryNotConfirmed):
            renewal.finish()
        assert office.keys.standing(owner).epoch == 1
        recovered, _ = real.entry().recover(real.code)
        recovered.close()

    def test_a_sheet_printed_before_the_keys_changed_is_refused(self, opened: tuple[Office, Actor]) -> None:
        office, owner = opened
        renewal = office.keys.renew_sheet(owner)
        retype(renewal)
        office.keys.rotate(owner)
        with pytest.raises(SheetOutdated):
            renewal.finish()

    def test_after_an_owner_left_a_new_sheet_settles_it(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        office.accounts.remove(owner, real.accounts[SECOND_OWNER])
        assert office.keys.standing(owner).sheet_due
        renewed(office, owner)
        assert not office.keys.standing(owner).sheet_due

    def test_renewed_keys_change_neither_paper_nor_passphrases(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        before = office.keys.standing(owner)
        office.keys.rotate(owner)
        after = office.keys.standing(owner)
        assert (after.epoch, after.sheets, after.fingerprint) == (2, before.sheets, before.fingerprint)
        recovered, _ = real.entry().recover(real.code)
        recovered.close()
        desk_office, desk = real.login(Role.DESK)
        for step in (
            lambda: desk_office.keys.standing(desk),
            lambda: desk_office.keys.rotate(desk),
            lambda: desk_office.keys.renew_sheet(desk),
            lambda: desk_office.keys.sheet_shredded(desk, 1),
        ):
            with pytest.raises(NotPermitted):
                step()
        desk_office.leave(desk)


class TestRecovery:
    def test_nobody_recovers_after_a_login(self, opened: tuple[Office, Actor]) -> None:
        assert opened[0].recovery is None

    def test_an_owner_gets_in_again_and_nobody_else_notices(self, real: RealOffice) -> None:
        office, anybody = real.entry().recover(real.code)
        assert office.recovery is not None
        assert {one.name for one in office.recovery.owners()} == {NAMES[Role.OWNER], SECOND_OWNER}
        office.recovery.take_over(real.accounts[SECOND_OWNER], ANOTHER)
        office.leave(anybody)
        with pytest.raises(WrongPassphrase):
            real.login(SECOND_OWNER)
        real.clock.pass_time(days=1)
        office, owner = real.entry().login(real.accounts[SECOND_OWNER], ANOTHER)
        assert bank_of(office, owner) == HIDDEN["bank"]
        assert office.keys.standing(owner).sheet_due
        used = office.audit.entries(owner, action=Action.RECOVERY_USED)
        assert [entry.subject for entry in used] == ["sheet:1"]
        reset = office.audit.entries(owner, action=Action.ACCOUNT_RESET)
        assert [entry.details["by"] for entry in reset] == ["recovery"]
        assert len(office.audit.entries(owner, action=Action.KEYS_ROTATED)) == 1
        assert office.audit.verify(owner).intact
        code = renewed(office, owner)
        assert not office.keys.standing(owner).sheet_due
        office.leave(owner)
        with pytest.raises(RecoveryCodeForeign):
            real.entry().recover(real.code)
        recovered, _ = real.entry().recover(code)
        recovered.close()
        desk_office, desk = real.entry().login(
            real.accounts[NAMES[Role.DESK]], passphrase_of(NAMES[Role.DESK])
        )
        desk_office.leave(desk)

    def test_a_refused_passphrase_or_account_changes_nothing(self, real: RealOffice) -> None:
        office, _ = real.entry().recover(real.code)
        assert office.recovery is not None
        with pytest.raises(PassphraseRefused):
            office.recovery.take_over(real.accounts[SECOND_OWNER], "mijikai")
        with pytest.raises(SlotGone):
            office.recovery.take_over("f" * 32, ANOTHER)
        office.close()
        office, owner = real.login(SECOND_OWNER)
        assert office.keys.standing(owner).epoch == 1
        office.leave(owner)
