"""Destroying from a seat: done once though answers are lost, and the seat learns what came of it."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.seats.calls import ANSWER, AnswerLost
from hvacdesk.services.disposal.disposal import Disposal
from hvacdesk.services.open_office import Office
from hvacdesk.services.oversight.audit_log import AuditLog
from tests.helpers.seats import DirectTransport, seat_of
from tests.integration.disposal.office import GOING, DisposalOffice, no_progress


def at_a_seat(office: DisposalOffice) -> tuple[Office, DirectTransport]:
    workplace = office.workplace
    known = SimpleNamespace(
        disposal=Disposal(workplace, office.backups, workplace.forget),
        audit=AuditLog(workplace),
        changes=workplace.changes,
        clock=office.clock,
        when_forgotten=workplace.held.append,
        require_login=office.vault.require_keys,
    )
    return seat_of(cast(Office, known), office.owner)


@pytest.mark.approved
def test_customers_are_destroyed_once_and_the_seat_learns_the_result(office: DisposalOffice) -> None:
    batch = office.approved()
    seat, transport = at_a_seat(office)
    seat.disposal.destruction.may_destroy(office.owner)
    transport.losing = 2
    result = seat.disposal.destruction.destroy(office.owner, batch, len(GOING), no_progress, lambda: False)
    assert (result.customers, result.state) == (len(GOING), BatchState.VERIFIED)
    begun = AuditLog(office.workplace).entries(office.owner, action=Action.DISPOSAL_FINISHED)
    assert len(begun) == 1


@pytest.mark.approved
def test_what_was_answered_before_is_not_given_again(office: DisposalOffice) -> None:
    batch = office.approved()
    seat, transport = at_a_seat(office)
    seat.disposal.destruction.may_destroy(office.owner)
    before = transport.asked[-1]
    assert ANSWER.unpack(transport.host.answer(before)).failure is None
    seat.disposal.destruction.destroy(office.owner, batch, len(GOING), no_progress, lambda: False)
    assert isinstance(ANSWER.unpack(transport.host.answer(before)).failure, AnswerLost)
