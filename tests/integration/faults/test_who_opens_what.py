"""Accounts, roles, rotations, sheets, backups and restores in any order: who can open what equals a model."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.roles import Role, holds_payment_key, holds_signing_key
from hvacdesk.vault import errors
from hvacdesk.vault.backup import backup, restore, restore_checks, unlocking
from hvacdesk.vault.backup.backup import TablesStanding
from hvacdesk.vault.keyfile import opening, slots
from hvacdesk.vault.keyfile.rotation import PaymentColumn, Plan
from hvacdesk.vault.office import OpenVault, SealedOffice
from tests.helpers.vault_offices import (
    OWNER_PASSPHRASE,
    Clock,
    MadeOffice,
    MemorySecrets,
    make_office,
    must_choose,
)
from tests.integration.faults.telling import Tell

EXAMPLES = int(os.environ.get("HVACDESK_MACHINE_EXAMPLES", "20"))
STEPS = int(os.environ.get("HVACDESK_MACHINE_STEPS", "16"))
PAYMENT = PaymentColumn("payment_terms", "account", "id")
ROLES = st.sets(st.sampled_from(list(Role)), min_size=1, max_size=2).map(frozenset)
ACCOUNT = "常盤信用金庫 7316249"
START = datetime(2026, 11, 24, 1, 0, tzinfo=UTC)


@dataclass
class Person:
    """An account as the model knows it; ``passphrase`` opens it now, ``former`` ones do not."""

    roles: frozenset[Role]
    passphrase: str
    invited: bool = True
    former: list[str] = field(default_factory=list)

    def choose(self, passphrase: str, *, invited: bool) -> None:
        self.former.append(self.passphrase)
        self.passphrase, self.invited = passphrase, invited


@dataclass
class Copy:
    """A backup as the model knows it: the sheet that opens it, and the epoch whose secret does."""

    path: Path
    sheet: str
    epoch: int


class Offices(RuleBasedStateMachine):
    """One office; every rule is done by its first owner, who stays."""

    steps = 0

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp(prefix="hvm-"))
        self.clock = Clock()
        self.secrets = MemorySecrets()
        self.people: dict[str, Person] = {}
        self.gone: dict[str, Person] = {}
        self.sheets: list[str] = []
        self.copies: list[Copy] = []
        self.living_epochs: set[int] = {1}
        self.made = 0

    @initialize()
    def set_up(self) -> None:
        made: MadeOffice = make_office(self.folder / "office", self.secrets, self.clock)
        self.home, self.owner = made.home, made.vault.slot_id
        self.sheets.append(made.code)
        self.people[self.owner] = Person(frozenset({Role.OWNER}), OWNER_PASSPHRASE, invited=False)
        connection = made.vault.connect()
        with connection:
            connection.execute("CREATE TABLE payment_terms (id INTEGER PRIMARY KEY, account BLOB)")
            sealed = made.vault.seal_payment("payment_terms", "account", 1, ACCOUNT)
            connection.execute("INSERT INTO payment_terms VALUES (1, ?)", (sealed,))
        connection.close()
        made.vault.close()

    def teardown(self) -> None:
        shutil.rmtree(self.folder)

    # What is done

    @rule(roles=ROLES)
    @precondition(lambda self: len(self.people) < 4)
    def invite(self, roles: frozenset[Role]) -> None:
        one_time = self.new_passphrase()
        slot = self.session().slots.add("誰か", roles, one_time)
        self.people[slot.slot_id] = Person(roles, one_time)

    @rule(data=st.data())
    def accept(self, data: st.DataObject) -> None:
        invited = [slot_id for slot_id, person in self.people.items() if person.invited]
        if invited:
            slot_id = data.draw(st.sampled_from(invited))
            self.change_passphrase(slot_id)

    @rule(data=st.data())
    def choose_another_passphrase(self, data: st.DataObject) -> None:
        self.change_passphrase(data.draw(st.sampled_from(list(self.people))))

    @rule(data=st.data())
    def reset(self, data: st.DataObject) -> None:
        slot_id = self.drawn(data)
        if slot_id:
            one_time = self.new_passphrase()
            self.session().slots.reset(slot_id, one_time)
            self.people[slot_id].choose(one_time, invited=True)

    @rule(data=st.data(), roles=ROLES)
    def change_roles(self, data: st.DataObject, roles: frozenset[Role]) -> None:
        """A key is given at once; it is taken away by a rotation alone."""
        slot_id = self.drawn(data)
        if not slot_id:
            return
        vault = self.session()
        try:
            vault.slots.set_roles(slot_id, roles)
        except errors.KeyWithdrawal:
            lost = self.keys_of(self.people[slot_id].roles) - self.keys_of(roles)
            assert lost
            self.rotated(vault, Plan(roles={slot_id: roles}))
        self.people[slot_id].roles = roles

    @rule(data=st.data())
    def leave(self, data: st.DataObject) -> None:
        slot_id = self.drawn(data)
        if slot_id:
            self.rotated(self.session(), Plan(leaving=slot_id))
            self.gone[slot_id] = self.people.pop(slot_id)

    @rule()
    def renew_keys(self) -> None:
        self.rotated(self.session(), Plan())

    @rule()
    def renew_sheet(self) -> None:
        vault = self.session()
        draft = vault.epochs.prepare_sheet(date(2026, 11, 25))
        for position in draft.positions:
            assert draft.confirm(position, draft.sheet.groups[position])
        code = "-".join(draft.sheet.groups)
        self.rotated(vault, Plan(sheet=draft))
        self.sheets.append(code)

    @rule()
    def discard(self) -> None:
        vault = self.session()
        vault.epochs.discard_former()
        self.living_epochs = {
            epoch for epoch in self.living_epochs if epoch >= vault.epoch or self.set_aside(epoch)
        }

    @rule()
    @precondition(lambda self: len(self.copies) < 3)
    def back_up(self) -> None:
        vault = self.session()
        place = self.folder / f"disk{len(self.copies)}-{self.made}"
        self.made += 1
        place.mkdir()
        source = vault.backup_source(lambda _connect: TablesStanding(1, "0" * 64, 1))
        facts = backup.take(source, place, self.moment(), lambda: False)
        self.copies.append(Copy(Path(facts.path), self.sheets[-1], vault.epoch))

    @rule(data=st.data())
    @precondition(lambda self: any(copy.sheet == self.sheets[-1] for copy in self.copies))
    def restore_with_the_sheet(self, data: st.DataObject) -> None:
        """The office's own key file opens with this sheet too, so the people of now are taken along."""
        code = self.sheets[-1]
        copy = data.draw(st.sampled_from([copy for copy in self.copies if copy.sheet == code]))
        unlocked = unlocking.with_sheet(restore_checks.examined(copy.path, self.home, 9, ()), code)
        vault, _ = restore.restore(
            self.home,
            unlocked,
            self.secrets,
            Plan(payment=[PAYMENT]),
            self.moment(),
            prepare=lambda _new: None,
            clock=self.clock,
        )
        self.living_epochs.add(vault.epoch)
        vault.close()

    # What holds

    @invariant()
    def everybody_opens_what_they_should(self) -> None:
        if not self.people:
            return
        Offices.steps += 1
        for slot_id, person in self.people.items():
            vault = self.unlocked(slot_id, person.passphrase)
            assert vault.roles == person.roles
            assert must_choose(vault) == person.invited
            assert vault.holds_payment_key == holds_payment_key(person.roles)
            assert vault.holds_signing_key == holds_signing_key(person.roles)
            if vault.holds_payment_key:
                assert self.payment(vault) == ACCOUNT
            if vault.holds_signing_key:
                assert vault.verify(b"list", vault.sign(b"list"))
            vault.close()
            for former in person.former[-1:]:
                with pytest.raises(errors.WrongPassphrase):
                    self.unlocked(slot_id, former)
        for slot_id, person in self.gone.items():
            with pytest.raises(errors.SlotGone):
                self.unlocked(slot_id, person.passphrase)

    @invariant()
    def only_the_last_sheet_opens_the_office(self) -> None:
        for code in self.sheets[-3:]:
            if code == self.sheets[-1]:
                vault = SealedOffice.recover(self.home, code)
                assert self.payment(vault) == ACCOUNT
                vault.close()
            else:
                with pytest.raises(errors.RecoveryCodeForeign):
                    SealedOffice.recover(self.home, code)

    @invariant()
    def a_backup_opens_with_its_own_sheet_and_secret(self) -> None:
        for copy in self.copies:
            files = slots.read_copies(copy.path)
            for code in self.sheets:
                assert self.opens(partial(opening.with_sheet, files, code)) == (code == copy.sheet)
            secret = self.opens(partial(opening.with_device_secret, files, self.secrets))
            assert secret == (copy.epoch in self.living_epochs)

    # How it is done

    def session(self) -> OpenVault:
        return self.unlocked(self.owner, self.people[self.owner].passphrase)

    def unlocked(self, slot_id: str, passphrase: str) -> OpenVault:
        self.clock.now += 1_000  # longer than any wait after a failed try
        return SealedOffice.find(self.home, self.secrets, clock=self.clock).unlock(slot_id, passphrase)

    def rotated(self, vault: OpenVault, plan: Plan) -> None:
        payment = [PAYMENT] if vault.epochs.needs_new_payment_key(plan) else None
        whole = Plan(
            leaving=plan.leaving,
            roles=plan.roles,
            payment=payment,
            new_signing_key=vault.epochs.needs_new_signing_key(plan),
            sheet=plan.sheet,
        )
        vault.epochs.rotate(whole, clock=self.clock)
        self.living_epochs.add(vault.epoch)
        vault.close()

    def change_passphrase(self, slot_id: str) -> None:
        person, chosen = self.people[slot_id], self.new_passphrase()
        self.unlocked(slot_id, person.passphrase).slots.change_passphrase(person.passphrase, chosen)
        person.choose(chosen, invited=False)

    def drawn(self, data: st.DataObject) -> str:
        others = [slot_id for slot_id in self.people if slot_id != self.owner]  # by age: ids are random
        return data.draw(st.sampled_from(others)) if others else ""

    def new_passphrase(self) -> str:
        self.made += 1
        return f"aikotoba-no-bangou-{self.made}"

    def moment(self) -> datetime:
        self.made += 1
        return START + timedelta(minutes=self.made)

    def payment(self, vault: OpenVault) -> str:
        connection = vault.connect()
        try:
            (sealed,) = connection.execute("SELECT account FROM payment_terms").fetchone()
        finally:
            connection.close()
        return vault.open_payment("payment_terms", "account", 1, sealed)

    def set_aside(self, epoch: int) -> bool:
        """Whether a restore put this epoch's database aside: its secret stays with it."""
        return any(self.home.glob(f"set-aside-*/office-{epoch}.db"))

    @staticmethod
    def opens(way: Callable[[], object]) -> bool:
        try:
            way()
        except UserFacingError:
            return False
        return True

    @staticmethod
    def keys_of(roles: frozenset[Role]) -> set[str]:
        held = {"payment": holds_payment_key(roles), "signing": holds_signing_key(roles)}
        return {name for name, holds in held.items() if holds}


def test_who_can_open_what_equals_the_model(tell: Tell) -> None:
    before = Offices.steps
    long = settings(
        max_examples=EXAMPLES,
        stateful_step_count=STEPS,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(Offices, settings=long)
    tell("steps of the state machine", Offices.steps - before)
