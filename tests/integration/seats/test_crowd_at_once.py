"""Many logins at work at once, whatever happens meanwhile: nothing is lost, and the log holds together."""

from __future__ import annotations

import random
import threading
from collections.abc import Callable

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.oversight.chain_report import NoteState
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.services.open_office import Office
from hvacdesk.store.sealed_columns import sealed_columns
from hvacdesk.vault.keyfile.rotation_plan import Plan
from hvacdesk.vault.login_ended import LoginEnded
from tests.helpers.crowd import crowd
from tests.helpers.office_pc import OfficePc, change, found
from tests.helpers.one_time import reset as reset_passphrase
from tests.helpers.people import customer
from tests.helpers.real_office import NAMES, SECOND_OWNER, passphrase_of

ROTATIONS = 3


class Added:
    """Customers whom several threads added, each acknowledged."""

    def __init__(self) -> None:
        self.acknowledged: list[str] = []

    def by(self, office: Office, actor: Actor) -> Callable[[], None]:
        return lambda: self.acknowledged.append(office.customers.add(actor, customer()))


def test_everybody_writes_and_reads_over_changes_of_keys(pc: OfficePc) -> None:
    (there, owner), (second, second_owner) = pc.login(Role.OWNER), pc.login(SECOND_OWNER)
    (one, desk), (other, _same) = pc.login(Role.DESK), pc.login(Role.DESK)
    books, accounting = pc.login(Role.ACCOUNTING)
    (person,) = found(there, owner)
    bank = books.customers.reveal(accounting, person, CustomerField.PAYMENT, RevealReason.DOCUMENT)
    added, edited, comings = Added(), [0], [0]

    def edit() -> None:
        edited[0] += 1
        change(one, desk, person, note=f"{edited[0]}回目")

    def reveal() -> None:
        shown = books.customers.reveal(accounting, person, CustomerField.PAYMENT, RevealReason.DOCUMENT)
        assert shown == bank

    def search() -> None:
        assert person in found(second, second_owner)

    def come_and_go() -> None:
        office, actor = pc.entry.login(desk.account, passphrase_of(NAMES[Role.DESK]))
        assert actor == desk
        office.leave(actor)
        comings[0] += 1

    def look_after() -> None:
        assert set(other.audit.check(chain=True)[0].values()) == {NoteState.GOOD}
        there.audit.write_anchor()
        second.audit.write_anchor()

    steps = {
        "the owner adds": added.by(there, owner),
        "one desk adds": added.by(one, desk),
        "the other desk adds": added.by(other, desk),
        "edit": edit,
        "reveal": reveal,
        "search": search,
        "come and go": come_and_go,
        "look after": look_after,
    }
    with crowd(steps) as going:
        for number in range(ROTATIONS):
            office, actor = ((there, owner), (second, second_owner))[number % 2]
            before = dict(going.done)
            office._workplace.rotate(actor, Plan(payment=sealed_columns()))
            assert _waited(lambda before=before: all(going.done.get(n, 0) > before.get(n, 0) for n in steps))
    assert comings[0] >= ROTATIONS
    assert len(set(added.acknowledged)) == len(added.acknowledged)
    everybody = {
        row.customer for row in there.customers.search(owner, "", limit=len(added.acknowledged) + 9).rows
    }
    assert everybody == {person, *added.acknowledged}
    assert there.customers.search(owner, "").total == one.customers.search(desk, "").total == len(everybody)
    report = there.audit.verify(owner)
    assert report.intact
    assert dict(report.anchors).keys() >= {"file", "keyring"}
    assert there._workplace.log_doubted is False
    logged = there.audit.entries(owner, limit=10_000)
    assert sum(entry.action is Action.CUSTOMER_ADDED for entry in logged) == len(everybody)
    assert sum(entry.action is Action.CUSTOMER_CHANGED for entry in logged) == edited[0]
    assert sum(entry.action is Action.KEYS_ROTATED for entry in logged) == ROTATIONS
    assert there.integrity.damage is None
    assert there.integrity.full_if_due()


def test_people_come_go_and_are_removed_while_others_write(pc: OfficePc) -> None:
    (there, owner), (one, desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    books, accounting = pc.login(Role.ACCOUNTING)
    added, out = Added(), threading.Event()
    chance = random.Random(19)

    def read_until_removed() -> None:
        try:
            assert found(books, accounting)
        except LoginEnded:
            out.set()

    steps = {
        "the owner adds": added.by(there, owner),
        "the desk adds": added.by(one, desk),
        "accounting reads": read_until_removed,
    }
    with crowd(steps) as going:
        assert _waited(lambda: going.done.get("accounting reads", 0) > 3)
        there.accounts.remove(owner, accounting.account)
        assert out.wait(30)
        for _ in range(3):
            account, one_time = there.accounts.invite(owner, "新人 六郎", {Role.DESK})
            passphrase = f"a passphrase of their own {chance.random()}"
            office, newcomer = pc.entry.accept_invitation(account, one_time, passphrase)
            assert found(office, newcomer)
            reset_passphrase(there, owner, account)
            try:
                office.customers.add(newcomer, customer())
                raise AssertionError("somebody who was shut out went on")
            except LoginEnded:
                office.leave(newcomer)
    assert there.customers.search(owner, "").total == 1 + len(added.acknowledged)
    assert there.audit.verify(owner).intact
    added_accounts = there.audit.entries(owner, action=Action.ACCOUNT_ADDED)
    assert all("by" not in entry.details for entry in added_accounts)


def _waited(until: Callable[[], bool], seconds: float = 60.0) -> bool:
    """Whether it came to be so in time."""
    tick = threading.Event()
    for _ in range(int(seconds / 0.02)):
        if until():
            return True
        tick.wait(0.02)
    return False
