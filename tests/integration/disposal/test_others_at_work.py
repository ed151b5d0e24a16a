"""A batch is destroyed while others are logged in: they wait, forget what they keep, and go on."""

from __future__ import annotations

import threading

import pytest

from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.roles import Actor
from hvacdesk.seats.calls import ANSWER, AnswerLost
from hvacdesk.services.disposal.disposal import Disposal
from hvacdesk.services.open_office import Office
from hvacdesk.services.undo import NothingToUndo
from hvacdesk.services.workplace import Workplace
from hvacdesk.vault import milestones
from hvacdesk.vault.office import SealedOffice
from tests.helpers.crowd import crowd
from tests.helpers.office_pc import change, found
from tests.helpers.people import customer
from tests.helpers.sabotage import replaced
from tests.helpers.seats import seat_of
from tests.integration.disposal.office import GOING, PASSPHRASE, DisposalOffice, still_readable


@pytest.fixture
def everybody(office: DisposalOffice) -> DisposalOffice:
    """The owner's office, whose disposal makes every login forget, as in an office that was logged in to."""
    office.disposal = Disposal(office.workplace, office.backups, office.workplace.forget)
    return office


@pytest.fixture
def seat(everybody: DisposalOffice) -> tuple[Office, Actor]:
    """The desk's own login beside the owner."""
    made = everybody.made
    vault = SealedOffice.find(made.home, made.secrets, clock=made.clock).unlock(
        everybody.desk.account, PASSPHRASE, in_use=True
    )
    return Office(Workplace(everybody.workplace.shared, vault)), everybody.desk


def test_every_login_forgets_the_destroyed_and_goes_on(
    everybody: DisposalOffice, seat: tuple[Office, Actor]
) -> None:
    here, desk = seat
    batch = everybody.approved()
    remote, transport = seat_of(here, desk)
    assert set(everybody.going()) <= set(found(remote, desk))
    asked = transport.asked[0]
    change(here, desk, everybody.customers["staying 0"], note="北の部屋")
    assert here.edits.possible(desk)
    assert everybody.destroy(batch).state is BatchState.VERIFIED
    assert type(ANSWER.unpack(transport.send(asked)).failure) is AnswerLost
    with pytest.raises(NothingToUndo):
        here.edits.undo(desk)
    assert not set(everybody.going()) & set(found(remote, desk))
    assert here._workplace.vault.epoch == everybody.workplace.vault.epoch
    assert here.customers.add(desk, customer()) in found(here, desk)


def test_others_read_and_write_all_the_while(everybody: DisposalOffice, seat: tuple[Office, Actor]) -> None:
    here, desk = seat
    batch = everybody.approved()
    before = here.customers.search(desk, "").total
    added: list[str] = []
    newcomer = customer(name=PersonName("新井", "樹", "アライ", "イツキ"))
    steps = {
        "add": lambda: added.append(here.customers.add(desk, newcomer)),
        "read": lambda: here.today_page.overview(desk),
        "search": lambda: here.customers.search(desk, "隣人"),
    }
    with crowd(steps) as going:
        result = everybody.destroy(batch)
        at_the_end = dict(going.done)
        tick = threading.Event()
        for _ in range(1_000):
            if all(going.done.get(name, 0) > at_the_end.get(name, 0) for name in steps):
                break
            tick.wait(0.02)
    assert result.state is BatchState.VERIFIED
    assert going.done.keys() == steps.keys()
    assert here.customers.search(desk, "").total == before - len(GOING) + len(added)
    office = Office(everybody.workplace)
    assert office.audit.verify(everybody.owner).intact
    assert still_readable(everybody) == []


def test_a_passphrase_that_is_changed_meanwhile_waits(
    everybody: DisposalOffice, seat: tuple[Office, Actor]
) -> None:
    """It writes into the file, which is being proved."""
    here, desk = seat
    batch = everybody.approved()
    changing = threading.Thread(
        target=lambda: here.accounts.change_own_passphrase(desk, PASSPHRASE, "betsu-no-nagai-aikotoba")
    )
    secrets: list[object] = []
    reached = milestones.reached

    def begin(milestone: str) -> None:
        reached(milestone)
        if milestone in {"keys.exchanged", "disposal.proved"}:
            secrets.append(everybody.vault._session.read().person(desk.account).wrapped)
        if milestone == "keys.exchanged":
            changing.start()
            changing.join(1)

    with replaced(milestones, "reached", begin):
        assert everybody.destroy(batch).state is BatchState.VERIFIED
    changing.join(30)
    assert secrets[0] == secrets[1]
    here._workplace.vault.slots.check_credentials(desk.account, "betsu-no-nagai-aikotoba")
