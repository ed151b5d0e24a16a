"""A second batch while the first one is interrupted: what is to be proved of the first stays."""

from __future__ import annotations

import pytest

from hvacdesk.domain.disposal.disposal import BatchState
from hvacdesk.services.disposal.errors import AnotherUnfinished
from tests.helpers.decisions import propose
from tests.helpers.erasure_requests import erase_on_request
from tests.helpers.sample_records import Person, add_customer
from tests.integration.disposal.office import PASSPHRASE, DisposalOffice, power_cut
from tests.integration.disposal.test_crash import customers, restarted


def asked_for_erasure(office: DisposalOffice) -> str:
    """An approved batch of somebody who only enquired and wants to be erased."""
    person = Person(family="柏木", given="透子", phone="0561-77-1122", email="touko@kashiwagi.example")
    with office.workplace.transaction() as session:
        enquirer = add_customer(session, person, last_contact_on="2026-11-17").record_id
    batch = erase_on_request(office.workplace, office.desk, enquirer, "2026-11-20").batch
    propose(office.disposal.reviews, office.desk, batch)
    seen = office.disposal.places.look(office.desk, batch)
    approver = office.approver.account
    office.disposal.approvals.approve_beside(office.desk, batch, approver, PASSPHRASE, seen)
    return batch


def test_another_batch_waits_until_the_interrupted_one_is_proved(office: DisposalOffice) -> None:
    month = office.proposed(*office.going())
    office.keep_places(month)
    office.approve(month)
    request = asked_for_erasure(office)
    office.clock.pass_time(days=1)
    with power_cut("disposal.deleted"):
        office.destroy(month)
    restarted(office)
    there = customers(office)
    number = office.disposal.reviews.open_batch(office.owner, month).number
    with pytest.raises(AnotherUnfinished) as refused:
        office.destroy(request, 1)
    assert refused.value.details == {"number": number}
    assert customers(office) == there
    assert office.destroy(month).state is BatchState.VERIFIED
    assert office.destroy(request, 1).state is BatchState.VERIFIED
