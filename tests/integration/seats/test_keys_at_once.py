"""Keys, or what somebody may do, change while several are logged in: who stays goes on, who goes is out."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import AbstractContextManager, nullcontext

import pytest

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.seats.calls import ANSWER, CALL, SeatCall
from hvacdesk.seats.doors import doors
from hvacdesk.services.open_office import Office
from hvacdesk.services.undo import NothingToUndo
from hvacdesk.store.sealed_columns import sealed_columns
from hvacdesk.vault import milestones
from hvacdesk.vault.errors import SlotGone
from hvacdesk.vault.keyfile import staff
from hvacdesk.vault.keyfile.rotation_plan import Plan
from hvacdesk.vault.login_ended import AccountGone, LoginEnded, RoleTaken
from tests.helpers.office_pc import OfficePc, change, found
from tests.helpers.one_time import reset as reset_passphrase
from tests.helpers.people import customer
from tests.helpers.real_office import NAMES, SECOND_OWNER, passphrase_of
from tests.helpers.sabotage import replaced
from tests.helpers.seats import seat_of

PATIENCE = 30.0
"""Seconds after which a test gives up; it never waits that long when all is well."""

DESK = NAMES[Role.DESK]


def reveal_bank(office: Office, actor: Actor, person: str) -> str:
    return office.customers.reveal(actor, person, CustomerField.PAYMENT, RevealReason.DOCUMENT)


def test_who_is_beside_a_change_of_keys_goes_on_with_the_new_ones(pc: OfficePc) -> None:
    (there, owner), (here, books) = pc.login(Role.OWNER), pc.login(Role.ACCOUNTING)
    (person,) = found(here, books)
    bank = reveal_bank(here, books, person)
    there._workplace.rotate(owner, Plan(payment=sealed_columns()))
    assert here._workplace.vault.epoch == there._workplace.vault.epoch
    assert reveal_bank(here, books, person) == bank
    there.leave(owner)
    here._workplace.store.close()
    change(here, books, person, payment={"bank": "港銀行"})
    assert "港銀行" in reveal_bank(here, books, person)
    late, owner = pc.login(Role.OWNER)  # by the door that was there before the keys were changed
    assert "港銀行" in reveal_bank(late, owner, person)
    assert late.audit.verify(owner).intact


def test_each_owner_may_change_the_keys_beside_the_other(pc: OfficePc) -> None:
    one, other = pc.login(Role.OWNER), pc.login(SECOND_OWNER)
    epochs: list[int] = []
    for office, owner in (one, other, one):
        office.keys.rotate(owner)
        epochs += {beside._workplace.vault.epoch for beside, _ in (one, other)}
    assert epochs == sorted(set(epochs))
    assert len(epochs) == 3
    assert other[0].audit.verify(other[1]).intact


def test_a_new_recovery_sheet_takes_the_others_along(pc: OfficePc) -> None:
    (there, owner), (here, desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    renewal = there.keys.renew_sheet(owner)
    for position in renewal.group_positions_to_retype():
        assert renewal.confirm(position, renewal.printed_group(position))
    renewal.finish()
    here._workplace.store.close()
    assert len(found(here, desk)) == 1


def test_a_change_of_keys_makes_everybody_forget_what_could_be_undone(pc: OfficePc) -> None:
    (there, owner), (here, books) = pc.login(Role.OWNER), pc.login(Role.ACCOUNTING)
    (person,) = found(here, books)
    change(here, books, person, payment={"bank": "港銀行"})
    assert here.edits.possible(books)
    there.keys.rotate(owner)
    with pytest.raises(NothingToUndo):
        here.edits.undo(books)


def test_an_edit_that_is_remembered_late_is_forgotten_all_the_same(pc: OfficePc) -> None:
    """It was committed before the keys were changed; what it replaced is sealed by the former ones."""
    (there, owner), (here, books) = pc.login(Role.OWNER), pc.login(Role.ACCOUNTING)
    (person,) = found(here, books)
    push = here.edits._push

    def late(*edit: object, **more: object) -> None:
        there.keys.rotate(owner)
        push(*edit, **more)  # type: ignore[arg-type]

    with replaced(here.edits, "_push", late):
        change(here, books, person, payment={"bank": "港銀行"})
    assert not here.edits.possible(books)


def test_a_change_of_keys_waits_for_what_others_are_doing(pc: OfficePc, others: ThreadPoolExecutor) -> None:
    (there, owner), (here, _desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    inside, leave = threading.Event(), threading.Event()

    def read_long() -> None:
        with here._workplace.reading():
            inside.set()
            assert leave.wait(PATIENCE)

    reading = others.submit(read_long)
    assert inside.wait(PATIENCE)
    rotating = others.submit(there.keys.rotate, owner)
    with pytest.raises(TimeoutError):
        rotating.result(0.5)
    leave.set()
    reading.result(PATIENCE)
    rotating.result(PATIENCE)


# Somebody is shut out


def closed_to(office: Office, actor: Actor) -> None:
    """Nothing that this login asks for is done any more, by whichever way."""
    calls: list[Callable[[], object]] = [
        lambda: office.customers.search(actor, ""),
        lambda: office.drafts.keep(actor, "customer", "", {"note": "x"}),
        lambda: office.accounts.change_own_passphrase(actor, "one", "other"),
        lambda: office.today_page.overview(actor),
        office.settings.facts,
        lambda: office._workplace.store,
        lambda: office._workplace.finding,
        lambda: office._workplace.vault.staff,
        office._workplace.vault.database_key,
        office._workplace.vault.connect,
        office.require_login,
    ]
    for call in calls:
        with pytest.raises(LoginEnded):
            call()
    assert office._workplace.vault._session._held is None
    assert office._workplace.vault._session.exchange == b""


def removal(office: Office, owner: Actor, account: str) -> None:
    office.accounts.remove(owner, account)


def roles_of(office: Office, owner: Actor, account: str) -> set[Role]:
    (found,) = (one for one in office.accounts.list(owner) if one.account == account)
    return set(map(Role, found.roles))


def other_roles(office: Office, owner: Actor, account: str) -> None:
    """No key is lost or won by it, so that none is renewed."""
    assert not office.accounts.change_roles(
        owner, account, {Role.TECHNICIAN}, shown=roles_of(office, owner, account)
    )


def more_roles(office: Office, owner: Actor, account: str) -> None:
    office.accounts.change_roles(
        owner, account, {Role.DESK, Role.ACCOUNTING}, shown=roles_of(office, owner, account)
    )


def reset(office: Office, owner: Actor, account: str) -> None:
    reset_passphrase(office, owner, account)


@pytest.mark.parametrize(
    ("change", "why"),
    [(removal, AccountGone), (other_roles, RoleTaken), (more_roles, LoginEnded), (reset, LoginEnded)],
)
def test_who_may_do_other_things_than_before_is_out_at_once(
    pc: OfficePc, change: Callable[[Office, Actor, str], None], why: type[LoginEnded]
) -> None:
    (there, owner), (here, desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    seat, transport = seat_of(here, desk)
    assert len(found(seat, desk)) == 1
    change(there, owner, desk.account)
    closed_to(here, desk)
    for door in ("facts", "edits.count", "accounts.suggest_passphrase"):
        body = CALL.pack(SeatCall(1_000, door, doors()[door].arguments.pack(())))
        assert type(ANSWER.unpack(transport.send(body)).failure) is why
    assert type(ANSWER.unpack(transport.send(transport.asked[0])).failure) is why
    entries = there.audit.entries(owner, actor_account=desk.account)
    here.leave(desk)
    assert there.audit.entries(owner, actor_account=desk.account) == entries
    assert len(found(there, owner)) == 1
    assert there.audit.verify(owner).intact


def test_who_loses_a_key_is_out_and_who_keeps_it_goes_on(pc: OfficePc) -> None:
    (there, owner), (books, accounting) = pc.login(Role.OWNER), pc.login(Role.ACCOUNTING)
    second, second_owner = pc.login(SECOND_OWNER)
    (person,) = found(there, owner)
    assert there.accounts.change_roles(owner, accounting.account, {Role.TECHNICIAN}, shown=accounting.roles)
    closed_to(books, accounting)
    assert reveal_bank(second, second_owner, person) == reveal_bank(there, owner, person)


def test_every_login_of_a_removed_person_ends_and_they_do_not_come_back(pc: OfficePc) -> None:
    there, owner = pc.login(Role.OWNER)
    seats = [pc.login(Role.DESK) for _ in range(3)]
    there.accounts.remove(owner, pc.real.accounts[DESK])
    for office, desk in seats:
        closed_to(office, desk)
    with pytest.raises(SlotGone):
        pc.login(Role.DESK)
    assert there._workplace.shared._logins == (there._workplace,)


def test_a_new_name_or_passphrase_ends_nothing(pc: OfficePc) -> None:
    (there, owner), (here, desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    beside, _ = pc.login(Role.DESK)
    there.accounts.rename(owner, desk.account, "新姓 花子", shown=desk.name)
    here.accounts.change_own_passphrase(desk, passphrase_of(DESK), "another long passphrase")
    assert here._workplace.vault.name == beside._workplace.vault.name == "新姓 花子"
    there.keys.rotate(owner)
    assert len(found(beside, desk)) == len(found(here, desk)) == 1


def test_an_owner_who_changes_their_own_roles_goes_on(pc: OfficePc) -> None:
    (there, owner), (beside, same) = pc.login(Role.OWNER), pc.login(Role.OWNER)
    other, second = pc.login(SECOND_OWNER)
    there.accounts.change_roles(owner, owner.account, {Role.OWNER, Role.TECHNICIAN}, shown=owner.roles)
    other.accounts.rename(second, second.account, "副責任 六郎", shown=second.name)
    assert len(found(there, owner)) == 1
    with pytest.raises(LoginEnded):
        found(beside, same)


def test_what_waited_for_the_change_of_keys_is_not_done_for_who_went_by_it(
    pc: OfficePc, others: ThreadPoolExecutor
) -> None:
    (there, owner), (here, desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    before = there.customers.search(owner, "").total
    waiting: list[Future[object]] = []

    def reached(milestone: str) -> None:
        if milestone == "rotation.secret":
            waiting.append(others.submit(here.customers.add, desk, customer()))
            waiting.append(others.submit(lambda: here.customers.search(desk, "")))
            with pytest.raises(TimeoutError):
                waiting[0].result(0.5)

    with replaced(milestones, "reached", reached):
        there.accounts.remove(owner, desk.account)
    for one in waiting:
        with pytest.raises(LoginEnded):
            one.result(PATIENCE)
    assert there.customers.search(owner, "").total == before


def test_a_change_of_the_key_file_that_another_made_is_noticed_before_ones_own(pc: OfficePc) -> None:
    """Even if nobody told: an owner whose roles were changed changes nothing more."""
    (there, owner), (other, second) = pc.login(Role.OWNER), pc.login(SECOND_OWNER)
    other._workplace.vault.work_beside_others(nullcontext, lambda: None)
    roles = {Role.OWNER, Role.INSPECTOR}
    other.accounts.change_roles(second, owner.account, roles, shown=owner.roles)
    with pytest.raises(LoginEnded):
        there.accounts.rename(owner, second.account, "誰か", shown=second.name)
    assert {slot.name for slot in other._workplace.vault.staff} >= {SECOND_OWNER}


def test_the_recovery_sheet_works_beside_others_and_ends_with_the_next_change_of_keys(pc: OfficePc) -> None:
    here, desk = pc.login(Role.DESK)
    recovered, sheet = pc.entry.recover(pc.real.code)
    assert len(found(recovered, sheet)) == 1
    assert recovered.recovery is not None
    recovered.recovery.take_over(pc.real.accounts[SECOND_OWNER], "a passphrase of their own choice")
    assert len(found(here, desk)) == 1
    second, owner = pc.entry.login(pc.real.accounts[SECOND_OWNER], "a passphrase of their own choice")
    second.keys.rotate(owner)
    assert len(found(here, desk)) == len(found(second, owner)) == 1
    with pytest.raises(LoginEnded):
        found(recovered, sheet)
    second.leave(owner)


# Somebody comes while something changes


def test_who_comes_during_a_change_of_keys_waits_and_is_in_the_new_epoch(
    pc: OfficePc, others: ThreadPoolExecutor
) -> None:
    there, owner = pc.login(Role.OWNER)
    coming: list[Future[tuple[Office, Actor]]] = []

    def reached(milestone: str) -> None:
        if milestone == "rotation.secret":
            coming.append(others.submit(pc.login, Role.DESK))
            with pytest.raises(TimeoutError):
                coming[0].result(0.5)

    with replaced(milestones, "reached", reached):
        there.keys.rotate(owner)
    here, desk = coming[0].result(PATIENCE)
    assert here._workplace.vault.epoch == there._workplace.vault.epoch
    assert len(found(here, desk)) == 1
    assert [entry.details.get("by") for entry in there.audit.entries(owner, action=Action.KEYS_ROTATED)] == [
        None
    ]


def test_who_comes_while_somebody_is_invited_does_not_note_it_in_their_place(
    pc: OfficePc, others: ThreadPoolExecutor
) -> None:
    there, owner = pc.login(Role.OWNER)
    coming: list[Future[tuple[Office, Actor]]] = []

    def reached(milestone: str) -> None:
        if milestone == "accounts.invited":
            coming.append(others.submit(pc.login, Role.DESK))
            with pytest.raises(TimeoutError):
                coming[0].result(1)

    with replaced(milestones, "reached", reached):
        account, _one_time = there.accounts.invite(owner, "新人 六郎", {Role.DESK})
    coming[0].result(PATIENCE)
    noted = there.audit.entries(owner, subject=f"account:{account}")
    assert [entry.action for entry in noted] == [Action.ACCOUNT_ADDED]


def test_an_invited_person_comes_in_beside_the_others(pc: OfficePc) -> None:
    there, owner = pc.login(Role.OWNER)
    account, one_time = there.accounts.invite(owner, "新人 六郎", {Role.ACCOUNTING})
    here, newcomer = pc.entry.accept_invitation(account, one_time, "a passphrase of their own choice")
    (person,) = found(here, newcomer)
    there.keys.rotate(owner)
    assert reveal_bank(here, newcomer, person)
    here.leave(newcomer)
    with pytest.raises(UserFacingError):
        pc.entry.login(account, one_time)


def test_what_is_read_of_the_key_file_meanwhile_waits_for_the_new_epoch(
    pc: OfficePc, others: ThreadPoolExecutor
) -> None:
    (there, owner), (here, _desk) = pc.login(Role.OWNER), pc.login(Role.DESK)
    reading: list[Future[object]] = []

    def reached(milestone: str) -> None:
        if milestone == "rotation.committed":
            reading.append(others.submit(lambda: here._workplace.vault.staff))
            with pytest.raises(TimeoutError):
                reading[0].result(0.5)

    with replaced(milestones, "reached", reached):
        there.keys.rotate(owner)
    assert reading[0].result(PATIENCE) == there._workplace.vault.staff


def while_somebody_types(then: Callable[[], None]) -> AbstractContextManager[None]:
    """Within the block a login's passphrase takes so long to be proved that something happens meanwhile."""
    prove = staff.prove

    def slow(*arguments: object) -> object:
        proved = prove(*arguments)  # type: ignore[arg-type]
        then()
        return proved

    return replaced(staff, "prove", slow)


def test_a_change_of_keys_waits_for_a_login_that_has_begun(pc: OfficePc, others: ThreadPoolExecutor) -> None:
    there, owner = pc.login(Role.OWNER)
    rotating: list[Future[None]] = []

    def rotate() -> None:
        rotating.append(others.submit(there.keys.rotate, owner))
        with pytest.raises(TimeoutError):
            rotating[0].result(0.5)

    with while_somebody_types(rotate):
        here, desk = pc.login(Role.DESK)
    rotating[0].result(PATIENCE)
    assert len(found(here, desk)) == 1


def test_a_key_file_that_is_changed_during_a_login_is_no_older_one(pc: OfficePc) -> None:
    there, owner = pc.login(Role.OWNER)
    second = pc.real.accounts[SECOND_OWNER]
    name = "副責任 六郎"
    with while_somebody_types(lambda: there.accounts.rename(owner, second, name, shown=SECOND_OWNER)):
        here, desk = pc.login(Role.DESK)
    assert len(found(here, desk)) == 1
    assert "副責任 六郎" in {slot.name for slot in here._workplace.vault.last_read.staff}


def test_who_loses_something_during_their_login_does_not_get_in(pc: OfficePc) -> None:
    there, owner = pc.login(Role.OWNER)
    desk = pc.real.accounts[DESK]
    with (
        while_somebody_types(lambda: other_roles(there, owner, desk)),
        pytest.raises(LoginEnded),
    ):
        pc.login(Role.DESK)
    assert there._workplace.shared._logins == (there._workplace,)
