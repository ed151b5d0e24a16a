"""Approval, list and decisions that were changed with other tools: the run does not explain them away."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from hvacdesk.domain.clock import moment_of
from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.disposal.place_decisions import KeepReason, PlaceDecision
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.disposal.errors import NotAsLogged
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.models import Customer
from hvacdesk.store.oversight import audit_log, tied
from tests.integration.disposal.office import GOING, DisposalOffice
from tests.integration.disposal.test_places import decide, planted
from tests.integration.disposal.test_remnants import VALUES, other, write

Forged = Callable[[DisposalOffice, str], None]


def invented(office: DisposalOffice) -> None:
    statement = "UPDATE disposal_batches SET state = 'approved', approved_at = ?, approved_by = ?"
    write(office, (statement, ("2026-11-01T00:00:00Z", office.approver.account)))


def approver_invented(office: DisposalOffice, batch: str) -> None:
    """The batch was sent back, and the database says that somebody approved it."""
    office.disposal.approvals.reject(office.desk, batch)
    invented(office)


def day_invented(_office: DisposalOffice, _batch: str) -> None:
    write(_office, ("UPDATE disposal_batches SET approved_at = '2026-11-01T00:00:00Z'", ()))


def decision_changed(office: DisposalOffice, _batch: str) -> None:
    write(office, ("UPDATE disposal_places SET decision = 'clean', reason = ''", ()))


def somebody_else_listed(office: DisposalOffice, _batch: str) -> None:
    changed = "UPDATE disposal_items SET customer = ? WHERE customer = ?"
    write(office, (changed, (office.customers["staying 3"], office.customers["going 0"])))


def destruction_invented(office: DisposalOffice, _batch: str) -> None:
    write(office, ("UPDATE disposal_batches SET state = 'destroying'", ()))


def log_entry_changed(office: DisposalOffice, _batch: str) -> None:
    """The entry says the same of the batch, and that somebody else sat there."""
    changed = "UPDATE audit_log SET details = replace(details, ?, ?) WHERE action = 'disposal_approved'"
    write(office, (changed, (office.desk.account, office.owner.account)))


def approval_written(office: DisposalOffice, batch: str) -> None:
    """The batch was sent back; somebody wrote an entry that says it was approved, which fits no other one."""
    approver_invented(office, batch)
    with office.workplace.transaction() as session:
        ties = tied.digests(session, tied.decided_of(batch))
        at, who = "2026-11-01T00:00:00Z", office.approver.account
        subject, details = f"batch:{batch}", {tied.TIED: ties}
        sequence, _ = audit_log.append(
            session, moment_of(at), who, Action.DISPOSAL_APPROVED, subject, details
        )
    write(office, ("UPDATE audit_log SET hash = ? WHERE id = ?", ("0" * 64, sequence)))


FORGED = (
    approver_invented,
    approval_written,
    day_invented,
    decision_changed,
    somebody_else_listed,
    destruction_invented,
    log_entry_changed,
)


@pytest.fixture
def batch(office: DisposalOffice) -> str:
    """A batch that is approved, and leaves a note of somebody else's as it is."""
    planted(office, "another customer's note")
    batch = office.proposed()
    decide(office, batch, PlaceDecision.KEEP, KeepReason.LIVING_ORDER)
    return office.approved_tomorrow(batch)


def nothing_was_deleted(office: DisposalOffice) -> None:
    with office.workplace.reading() as session:
        assert len(session.scalars(select(Customer.id)).all()) == len(office.customers)
        assert VALUES["name"] in other(office, session).note


@pytest.mark.parametrize("forge", FORGED)
@pytest.mark.parametrize("answered", [False, True])
def test_nothing_is_destroyed_by_what_the_log_does_not_say(
    office: DisposalOffice, batch: str, forge: Forged, *, answered: bool
) -> None:
    forge(office, batch)
    log = AuditLog(office.workplace)
    if forge is not destruction_invented:
        assert not log.verify(office.owner).intact
    if answered:
        log.reanchor(office.owner)
        assert log.verify(office.owner).intact
    with pytest.raises(NotAsLogged):
        office.destroy(batch)
    nothing_was_deleted(office)
    assert log.verify(office.owner).intact is (answered or forge is destruction_invented)


def test_nothing_is_destroyed_that_nobody_ever_approved(office: DisposalOffice) -> None:
    planted(office, "another customer's note")
    batch = office.proposed()
    decide(office, batch, PlaceDecision.KEEP, KeepReason.LIVING_ORDER)
    invented(office)
    with pytest.raises(NotAsLogged):
        office.destroy(batch)
    nothing_was_deleted(office)
    assert [one.register for one in AuditLog(office.workplace).verify(office.owner).records] == [
        "disposal_batches"
    ]


def test_the_batch_is_sent_back_and_proposed_anew(office: DisposalOffice, batch: str) -> None:
    somebody_else_listed(office, batch)
    with pytest.raises(NotAsLogged):
        office.destroy(batch)
    office.disposal.approvals.reject(office.desk, batch)
    again = office.proposed()
    assert again != batch
    decide(office, again, PlaceDecision.KEEP, KeepReason.LIVING_ORDER)
    assert office.destroy(office.approved_tomorrow(again)).state is BatchState.EXCEPTIONS
    with office.workplace.reading() as session:
        assert GOING[0].family not in session.scalars(select(Customer.family_name)).all()
        assert {one.register for one in AuditLog(office.workplace).verify(office.owner).records} == {
            "disposal_items"
        }
