"""Accounts from invitation to departure, on the real vault: who can still get in, and what they can open."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.entry.keys import Departure
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, NotPermitted, TooLong
from hvacdesk.domain.office.office import StaffMember
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.open_office import Office
from hvacdesk.services.staff.accounts import OwnAccount
from hvacdesk.services.workplace import KeysNotNoted
from hvacdesk.store.office import office as office_store
from hvacdesk.vault.errors import DiskFull, LastOwner, SlotGone, WrongPassphrase
from tests.helpers.one_time import reset as reset_passphrase
from tests.helpers.people import HIDDEN
from tests.helpers.real_office import NAMES, SECOND_OWNER, RealOffice
from tests.helpers.sabotage import replaced

DESK, ACCOUNTING = NAMES[Role.DESK], NAMES[Role.ACCOUNTING]
ANOTHER = "atarashii-aikotoba-desu"


@pytest.fixture
def opened(real: RealOffice) -> Iterator[tuple[Office, Actor]]:
    office, owner = real.login(Role.OWNER)
    yield office, owner
    office.close()


def member(office: Office, owner: Actor, account: str) -> StaffMember:
    (found,) = (one for one in office.accounts.list(owner) if one.account == account)
    return found


def last(office: Office, owner: Actor, action: Action) -> dict[str, object]:
    return office.audit.entries(owner, action=action, limit=1)[0].details


def bank_of(office: Office, actor: Actor) -> str:
    (row,) = office.customers.search(actor, "").rows
    return office.customers.reveal(actor, row.customer, CustomerField.PAYMENT, RevealReason.DOCUMENT)


class TestReset:
    def test_the_former_passphrase_is_void_and_the_one_time_one_is_replaced(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        account = real.accounts[ACCOUNTING]
        one_time = reset_passphrase(office, owner, account)
        assert member(office, owner, account).invited
        assert office.audit.entries(owner, action=Action.ACCOUNT_RESET)[0].subject == f"account:{account}"
        with pytest.raises(WrongPassphrase):
            real.login(ACCOUNTING)
        back, actor = real.entry().accept_invitation(account, one_time, ANOTHER)
        assert bank_of(back, actor) == HIDDEN["bank"]
        back.leave(actor)

    def test_a_one_time_passphrase_that_somebody_else_just_made_is_not_voided_unseen(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        account = real.accounts[DESK]
        for _time in range(2):  # it was made before, or was not
            shown = member(office, owner, account).since
            handed_over = office.accounts.reset(owner, account, shown=shown)
            with pytest.raises(ChangedMeanwhile):
                office.accounts.reset(owner, account, shown=shown)
        back, actor = real.entry().accept_invitation(account, handed_over, ANOTHER)
        back.leave(actor)

    def test_the_one_time_passphrase_is_words_that_can_be_read_aloud(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        first, second = (reset_passphrase(office, owner, real.accounts[DESK]) for _ in range(2))
        assert first != second
        assert len(first.split("-")) >= 4
        office.accounts.check_passphrase(first)


class TestNames:
    def test_a_new_name_is_shown_everywhere(self, real: RealOffice, opened: tuple[Office, Actor]) -> None:
        office, owner = opened
        account = real.accounts[DESK]
        office.accounts.rename(owner, account, "  受付 花代 ", shown=DESK)
        assert member(office, owner, account).name == "受付 花代"
        assert "受付 花代" in {one.name for one in real.entry().staff()}
        assert last(office, owner, Action.ACCOUNT_CHANGED) == {"fields": ["name"]}

    def test_a_name_that_somebody_else_gave_meanwhile_is_not_replaced_unseen(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        account = real.accounts[DESK]
        office.accounts.rename(owner, account, "新姓 花子", shown=DESK)
        with pytest.raises(ChangedMeanwhile):
            office.accounts.rename(owner, account, "受付 花代", shown=DESK)
        assert member(office, owner, account).name == "新姓 花子"
        assert "新姓 花子" in {one.name for one in real.entry().staff()}

    @pytest.mark.parametrize(("name", "error"), [(" ", InvalidInput), ("長" * 81, TooLong)])
    def test_a_name_that_cannot_be_used_changes_nothing(
        self, real: RealOffice, opened: tuple[Office, Actor], name: str, error: type[InvalidInput]
    ) -> None:
        office, owner = opened
        with pytest.raises(error):
            office.accounts.rename(owner, real.accounts[DESK], name, shown=DESK)
        with pytest.raises(error):
            office.accounts.invite(owner, name, {Role.DESK})
        assert member(office, owner, real.accounts[DESK]).name == DESK


class TestRoles:
    def test_further_roles_need_no_new_keys(self, real: RealOffice, opened: tuple[Office, Actor]) -> None:
        office, owner = opened
        account, epoch = real.accounts[DESK], office.keys.standing(owner).epoch
        assert not office.accounts.withdraws_keys(owner, account, {Role.DESK, Role.ACCOUNTING})
        assert not office.accounts.change_roles(
            owner, account, {Role.DESK, Role.ACCOUNTING}, shown={Role.DESK}
        )
        assert office.keys.standing(owner).epoch == epoch
        desk_office, desk = real.login(DESK)
        assert bank_of(desk_office, desk) == HIDDEN["bank"]
        desk_office.leave(desk)

    def test_what_is_half_typed_stays_with_further_roles_and_goes_with_one_taken_away(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        desk_office, desk = real.login(DESK)
        desk_office.drafts.keep(desk, "customer", "new", {"note": "下書き"})
        desk_office.leave(desk)
        both = {Role.DESK, Role.TECHNICIAN}
        office.accounts.change_roles(owner, desk.account, both, shown={Role.DESK})
        assert office.drafts.find(desk, "customer", "new") == {"note": "下書き"}
        office.accounts.change_roles(owner, desk.account, {Role.TECHNICIAN}, shown=both)
        assert office.drafts.list(desk) == ()

    def test_a_role_that_carries_the_payment_key_takes_it_along(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        account, epoch = real.accounts[ACCOUNTING], office.keys.standing(owner).epoch
        assert office.accounts.withdraws_keys(owner, account, {Role.TECHNICIAN})
        assert office.accounts.change_roles(owner, account, {Role.TECHNICIAN}, shown={Role.ACCOUNTING})
        assert office.keys.standing(owner).epoch > epoch
        assert last(office, owner, Action.KEYS_ROTATED)["payment"] is True
        assert last(office, owner, Action.KEYS_ROTATED)["signing"] is False
        assert not office.keys.standing(owner).sheet_due
        assert bank_of(office, owner) == HIDDEN["bank"]
        former, actor = real.login(ACCOUNTING)
        assert actor.roles == {Role.TECHNICIAN}
        assert not former._workplace.vault.holds_payment_key
        former.leave(actor)

    def test_who_is_no_owner_any_more_knew_signing_key_and_sheet(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        fingerprint = office.keys.standing(owner).fingerprint
        second, more = real.accounts[SECOND_OWNER], {Role.OWNER, Role.DESK}
        assert office.accounts.change_roles(owner, second, more, shown={Role.OWNER}) is False
        assert office.accounts.change_roles(owner, second, {Role.DESK}, shown=more)
        standing = office.keys.standing(owner)
        assert standing.fingerprint != fingerprint
        assert standing.sheet_due
        former, actor = real.login(SECOND_OWNER)
        with pytest.raises(NotPermitted):
            former.accounts.invite(actor, "だれか", {Role.DESK})
        former.leave(actor)

    def test_nobody_gives_the_responsible_role_away(self, opened: tuple[Office, Actor]) -> None:
        office, owner = opened
        with pytest.raises(OwnAccount):
            office.accounts.change_roles(owner, owner.account, {Role.DESK}, shown=owner.roles)
        with pytest.raises(InvalidInput):
            office.accounts.change_roles(owner, owner.account, (), shown=owner.roles)
        more = {Role.OWNER, Role.DESK}
        assert not office.accounts.change_roles(owner, owner.account, more, shown=owner.roles)

    def test_roles_that_somebody_else_gave_meanwhile_stay(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        account, seen = real.accounts[DESK], {Role.DESK}
        office.accounts.change_roles(owner, account, {Role.DESK, Role.ACCOUNTING}, shown=seen)
        with pytest.raises(ChangedMeanwhile):
            office.accounts.change_roles(owner, account, {Role.DESK, Role.TECHNICIAN}, shown=seen)
        (there,) = (one for one in office.accounts.list(owner) if one.account == account)
        assert set(there.roles) == {"desk", "accounting"}


class TestDeparture:
    def test_a_leaver_is_shut_out_in_one_step(self, real: RealOffice, opened: tuple[Office, Actor]) -> None:
        office, owner = opened
        account, before = real.accounts[DESK], office.keys.standing(owner)
        departure = office.accounts.remove(owner, account)
        assert departure == Departure(account, False, False, (), pending=departure.pending)
        assert office.keys.standing(owner).epoch > before.epoch
        assert office.keys.standing(owner).fingerprint == before.fingerprint
        with pytest.raises(SlotGone):
            real.login(DESK)
        assert DESK not in {one.name for one in real.entry().staff()}

    def test_the_former_epoch_stays_until_there_is_a_backup(
        self, real: RealOffice, opened: tuple[Office, Actor], tmp_path: Path
    ) -> None:
        office, owner = opened
        assert office.accounts.remove(owner, real.accounts[DESK]).pending
        assert office.keys.standing(owner).former_epochs == (1,)
        (tmp_path / "backups").mkdir()
        office.backups.add_place(owner, str(tmp_path / "backups"))
        assert not office.accounts.remove(owner, real.accounts[ACCOUNTING]).pending
        assert office.keys.standing(owner).former_epochs == ()
        assert [path.name for path in real.home.glob("office-*.db")] == ["office-3.db"]

    def test_what_cannot_be_noted_is_told_truly_and_noted_at_the_next_login(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened

        def full(*_arguments: object) -> None:
            raise DiskFull

        with replaced(office_store, "deactivate", full), pytest.raises(KeysNotNoted) as told:
            office.accounts.remove(owner, real.accounts[DESK])
        said = " ".join(told.value.sentences(english))
        assert "The disk is full." in said
        assert not any(untrue in said for untrue in ("not saved", "Nothing was changed", "{"))
        with pytest.raises(SlotGone):
            real.login(DESK)
        later, other = real.login(SECOND_OWNER)
        assert not member(later, other, real.accounts[DESK]).active
        later.leave(other)

    def test_their_history_stays(self, real: RealOffice) -> None:
        desk_office, desk = real.login(DESK)
        desk_office.drafts.keep(desk, "customer", "new", {"note": "下書き"})
        desk_office.leave(desk)
        office, owner = real.login(Role.OWNER)
        office.accounts.remove(owner, desk.account)
        gone = member(office, owner, desk.account)
        assert (gone.name, gone.active, gone.roles) == (DESK, False, ("desk",))
        logged = office.audit.entries(owner, actor_account=desk.account)
        assert {entry.actor_name for entry in logged} == {DESK}
        assert (
            office.audit.entries(owner, action=Action.ACCOUNT_REMOVED)[0].subject == f"account:{desk.account}"
        )
        assert office.drafts.take(desk, "customer", "new") is None
        assert office.audit.verify(owner).intact
        office.leave(owner)
        office, owner = real.login(SECOND_OWNER)
        assert not member(office, owner, desk.account).active
        assert len(office.audit.entries(owner, action=Action.ACCOUNT_REMOVED)) == 1
        assert bank_of(office, owner) == HIDDEN["bank"]
        office.leave(owner)

    def test_with_accounting_goes_the_payment_key(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        former = office._workplace.vault._session.keys.payment
        assert office.accounts.remove(owner, real.accounts[ACCOUNTING]).payment_renewed
        assert office._workplace.vault._session.keys.payment != former
        assert bank_of(office, owner) == HIDDEN["bank"]

    def test_with_an_owner_goes_the_signing_key_and_the_sheet_is_due(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        fingerprint = office.keys.standing(owner).fingerprint
        departure = office.accounts.remove(owner, real.accounts[SECOND_OWNER])
        assert (departure.payment_renewed, departure.sheet_due) == (True, True)
        standing = office.keys.standing(owner)
        assert standing.fingerprint != fingerprint
        assert standing.sheet_due

    def test_nobody_removes_or_resets_themselves_even_with_another_owner_there(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        for step in (office.accounts.remove, partial(reset_passphrase, office)):
            with pytest.raises(OwnAccount):
                step(owner, owner.account)
        assert office.accounts.remove(owner, real.accounts[SECOND_OWNER]).sheet_due
        with pytest.raises(SlotGone):
            office.accounts.remove(owner, real.accounts[SECOND_OWNER])

    def test_the_last_owner_stays_even_for_whoever_recovers_the_office(
        self, real: RealOffice, opened: tuple[Office, Actor]
    ) -> None:
        office, owner = opened
        office.accounts.remove(owner, real.accounts[SECOND_OWNER])
        recovered, anybody = real.entry().recover(real.code)
        epoch = recovered.keys.standing(anybody).epoch
        with pytest.raises(LastOwner):
            recovered._workplace.vault.slots.set_roles(owner.account, frozenset({Role.DESK}))
        assert recovered.keys.standing(anybody).epoch == epoch
        recovered.close()


@pytest.mark.parametrize(
    "step",
    [
        lambda accounts, actor, other: accounts.reset(actor, other, shown=0),
        lambda accounts, actor, other: accounts.remove(actor, other),
        lambda accounts, actor, other: accounts.rename(actor, other, "別の名前", shown=ACCOUNTING),
        lambda accounts, actor, other: accounts.change_roles(
            actor, other, {Role.INSPECTOR}, shown={Role.ACCOUNTING}
        ),
    ],
)
def test_only_a_person_responsible_manages_accounts(
    real: RealOffice, step: Callable[[object, Actor, str], object]
) -> None:
    office, desk = real.login(DESK)
    with pytest.raises(NotPermitted):
        step(office.accounts, desk, real.accounts[ACCOUNTING])
    office.leave(desk)
    assert ACCOUNTING in {one.name for one in real.entry().staff()}
