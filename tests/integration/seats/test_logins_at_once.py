"""Several people logged in to one office in one program: what they share, and what each has to themself."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from hvacdesk.domain.office.integrity import Damage
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.oversight.chain_report import NoteState
from hvacdesk.domain.roles import Role
from hvacdesk.domain.rooms import Room
from hvacdesk.services.customers.exact_tries import FREE_TRIES, TooManyExactSearches
from hvacdesk.services.entry.entry_errors import OthersAtWork
from hvacdesk.services.undo import NothingToUndo
from hvacdesk.vault.database import wal
from hvacdesk.vault.database.wal import WalEnd
from hvacdesk.vault.device.anchor import read_head_file
from hvacdesk.vault.errors import WrongPassphrase
from hvacdesk.vault.login_ended import LoginEnded
from hvacdesk.vault.session import VaultClosed
from tests.helpers.office_pc import OfficePc, change, found
from tests.helpers.people import customer
from tests.helpers.real_office import NAMES, SECOND_OWNER
from tests.helpers.sabotage import replaced


def test_whom_one_adds_the_other_finds_and_hears_of(pc: OfficePc) -> None:
    (there, owner), (here, desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    assert len(found(there, owner)) == len(found(here, desk)) == 1
    heard: list[frozenset[Room]] = []
    there.changes.listen(heard.append)
    made = here.customers.add(desk, customer())
    assert made in found(there, owner)
    assert [Room.CUSTOMERS in rooms for rooms in heard] == [True]
    change(there, owner, made, note="北の部屋")
    assert here.customers.detail(desk, made).version == there.customers.detail(owner, made).version


def test_each_undoes_their_own(pc: OfficePc) -> None:
    (there, owner), (here, desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    (person,) = found(there, owner)
    change(here, desk, person, note="北の部屋")
    assert not there.edits.possible(owner)
    with pytest.raises(NothingToUndo):
        there.edits.undo(owner)
    assert here.edits.undo(desk)


def test_who_came_first_may_leave_first(pc: OfficePc) -> None:
    (there, owner), (here, desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    heard: list[frozenset[Room]] = []
    there.changes.listen(heard.append)
    there.leave(owner)
    here._workplace.store.close()  # nothing is left that was opened with the owner's key
    made = here.customers.add(desk, customer())
    assert made in found(here, desk)
    assert heard == []
    with pytest.raises(VaultClosed):
        there.customers.search(owner, "")
    with pytest.raises(VaultClosed):
        there._workplace.finding.total()
    here.leave(desk)
    again, owner = pc.login(Role.OWNER)
    assert made in found(again, owner)
    assert [(entry.action, entry.actor) for entry in again.audit.entries(owner, limit=6)] == [
        (Action.LOGGED_IN, owner.account),
        (Action.LOGGED_OUT, desk.account),
        (Action.CUSTOMER_ADDED, desk.account),
        (Action.LOGGED_OUT, owner.account),
        (Action.LOGGED_IN, desk.account),
        (Action.LOGGED_IN, owner.account),
    ]


def test_the_last_one_closes_the_file(pc: OfficePc) -> None:
    (there, owner), (here, desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    found(here, desk)
    shared = here._workplace.shared
    assert there._workplace.shared is shared
    there.leave(owner)
    assert shared.finding._lines is not None
    assert shared.store._engine.pool.checkedin()
    here.leave(desk)
    assert shared.finding._lines is None
    assert not shared.store._engine.pool.checkedin()
    assert pc.login(Role.DESK)[0]._workplace.shared is not shared


def test_several_come_at_once(pc: OfficePc, others: ThreadPoolExecutor) -> None:
    people = [Role.OWNER, Role.DESK, Role.ACCOUNTING, SECOND_OWNER]
    inside = list(others.map(pc.login, people))
    assert len({id(office._workplace.shared) for office, _ in inside}) == 1
    assert {actor.account for _, actor in inside} == set(pc.real.accounts.values())
    for office, actor in inside:
        assert len(found(office, actor)) == 1


def test_who_does_not_get_in_leaves_the_others_alone_and_the_file_to_be_closed(
    pc: OfficePc,
) -> None:
    here, desk = pc.login(Role.DESK)
    account = pc.real.accounts[NAMES[Role.OWNER]]
    with pytest.raises(WrongPassphrase):
        pc.entry.login(account, "not the passphrase")
    assert len(found(here, desk)) == 1
    here.leave(desk)
    assert here._workplace.shared._closed


def test_tries_for_hidden_values_count_for_the_person_not_for_the_login(pc: OfficePc) -> None:
    first, second = pc.login(Role.DESK), pc.login(Role.DESK)
    for number in range(FREE_TRIES):
        office, desk = (first, second)[number % 2]
        office.customers.search(desk, f"090-0000-{number:04}")
    office, desk = first
    with pytest.raises(TooManyExactSearches):
        office.customers.search(desk, "090-0000-9999")


def test_what_was_typed_to_find_a_hidden_value_is_forgotten_and_how_often_is_not(pc: OfficePc) -> None:
    here, desk = pc.login(Role.DESK)
    tries = here._workplace.shared.exact_tries
    here.customers.search(desk, "090-0000-0001")
    person = tries._people[desk.account]
    assert "090-0000-0001" in person.last
    here._workplace.forget()
    assert person.last == ""
    assert len(person.at) == 1
    here.customers.search(desk, "090-0000-0002")
    here.leave(desk)
    assert person.last == ""


def test_damage_that_one_meets_is_told_to_all_and_logged_once(pc: OfficePc) -> None:
    (there, owner), (here, _desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    here._workplace.store._damaged = True
    assert there.integrity.met_unsaid
    assert not there.integrity.note_met()
    assert isinstance(here.integrity.damage, Damage)
    assert not here.integrity.note_met()
    logged = there.audit.entries(owner, action=Action.DAMAGE_FOUND)
    assert len(logged) == 1


def test_nobody_restores_a_backup_while_others_work(pc: OfficePc, tmp_path: Path) -> None:
    office, owner = pc.login(Role.OWNER)
    (tmp_path / "backups").mkdir()
    office.backups.add_place(owner, str(tmp_path / "backups"))
    (taken,) = office.backups.run(owner)
    assert taken.backup
    with pytest.raises(OthersAtWork):
        pc.entry.restoring().restore_with_sheet(taken.backup.path, pc.real.code)
    assert len(found(office, owner)) == 1


def test_what_others_are_just_writing_is_no_loss(pc: OfficePc) -> None:
    """Half of a transaction in the WAL means that a stopped program left it, unless one is writing it now."""
    (there, _owner) = pc.login(Role.OWNER)
    with replaced(wal, "end_of", lambda _path: WalEnd.DROPPED):
        here, _desk = pc.login(Role.DESK)
    assert there.integrity.damage is here.integrity.damage is None
    assert there._workplace.log_doubted is False


def test_what_others_sign_and_note_between_a_look_at_the_notes_and_at_the_log_is_no_doubt(
    pc: OfficePc,
) -> None:
    (there, owner), (second, _other) = pc.login(Role.OWNER), pc.login(SECOND_OWNER)
    log = second._workplace.vault.log
    read, looks = log.noted_heads, [0]

    def noted_heads() -> object:
        noted, looks[0] = read(), looks[0] + 1
        if looks[0] in {1, 3}:
            there.audit.write_anchor()
            there.accounts.lock(owner)  # which is signed, and says which note there was
        return noted

    with replaced(log, "noted_heads", noted_heads):
        states, sound = second.audit.check(chain=True)
        assert second.audit.verify(owner).intact
    assert sound
    assert set(states.values()) == {NoteState.GOOD}
    assert there._workplace.log_doubted is False
    assert looks == [4]


def test_a_late_note_does_not_let_the_log_be_cut_back_to_it(pc: OfficePc) -> None:
    (there, owner), (here, desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    log = there._workplace.vault.log
    note = log.note_head

    def late(sequence: int, digest: str, *, in_keyring: bool) -> None:
        here.customers.add(desk, customer())
        note(sequence, digest, in_keyring=in_keyring)

    with replaced(log, "note_head", late):
        there.audit.write_anchor()
    latest = there.audit.entries(owner, limit=1)[0]
    heads = {place: getattr(head, "sequence", None) for place, head in log.noted_heads().items()}
    assert heads["file"] == heads["keyring"] == latest.sequence


def test_who_is_shut_out_notes_the_logs_end_with_those_who_come_later(pc: OfficePc) -> None:
    """They may be doing so at this moment: with two counts, one note would be behind what the other says."""
    there, _owner = pc.login(Role.OWNER)
    former = there._workplace.vault
    former._session._ended(LoginEnded)
    pc.login(Role.DESK)
    before = read_head_file(pc.real.home)
    assert before is not None
    former.log.follow_head(before.sequence, "0f" * 32)
    assert read_head_file(pc.real.home) == before
