"""What nobody may sign for is not destroyed: a log in doubt waits for a person responsible first."""

from __future__ import annotations

import pytest

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.disposal import certifying
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.services.workplace import LogInDoubt
from hvacdesk.store.disposal import erasure
from hvacdesk.vault import folder
from tests.helpers.sabotage import replaced
from tests.integration.disposal.office import DisposalOffice, PowerCut, home_of
from tests.integration.disposal.test_crash import customers, cut_off, restarted


def damage_the_note(office: DisposalOffice) -> None:
    """The folder's note of the log's end can no longer be read."""
    (home_of(office) / folder.HEAD_NAME).write_bytes(b"0" * 20)


def state(office: DisposalOffice, batch: str) -> BatchState:
    return office.disposal.reviews.open_batch(office.owner, batch).state


@pytest.mark.approved
def test_nothing_is_destroyed_before_somebody_answered_for_the_log(office: DisposalOffice) -> None:
    batch = office.approved()
    damage_the_note(office)
    restarted(office)
    there = customers(office)
    for _try in range(2):
        with pytest.raises(LogInDoubt):
            office.destroy(batch)
        assert (customers(office), state(office, batch)) == (there, BatchState.APPROVED)
    log = AuditLog(office.workplace)
    assert log.entries(office.owner, action=Action.DISPOSAL_STARTED) == ()
    log.reanchor(office.owner)
    office.destroy(batch)
    assert state(office, batch) is BatchState.VERIFIED
    assert log.verify(office.owner).intact


@pytest.mark.approved
def test_one_that_was_interrupted_waits_for_the_answer(office: DisposalOffice) -> None:
    batch = office.approved()
    with replaced(certifying, "certify", cut_off), pytest.raises(PowerCut):
        office.destroy(batch)
    damage_the_note(office)
    restarted(office)
    epoch = office.vault.epoch
    with pytest.raises(LogInDoubt):
        office.destroy(batch)
    assert state(office, batch) is BatchState.DESTROYING
    assert office.workplace.vault.epoch == epoch, "the keys are not changed for nothing at each try"
    log = AuditLog(office.workplace)
    log.reanchor(office.owner)
    office.destroy(batch)
    assert state(office, batch) is BatchState.VERIFIED
    assert log.verify(office.owner).intact


@pytest.mark.approved
def test_a_doubt_that_comes_up_meanwhile_undoes_the_deletion(office: DisposalOffice) -> None:
    """The check of every entry runs beside, once a day."""
    batch, there = office.approved(), customers(office)

    def found_meanwhile(*_arguments: object) -> None:
        office.workplace.log_doubted = True

    with replaced(erasure, "require_secure_delete", found_meanwhile), pytest.raises(LogInDoubt):
        office.destroy(batch)
    assert (customers(office), state(office, batch)) == (there, BatchState.APPROVED)
