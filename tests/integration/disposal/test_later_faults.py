"""Power cuts and full disks in what was added later: requests, group decisions, own rules, kept days."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

import pytest
from sqlalchemy import Engine, event

from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.requests.erasure_requests import ErasureOutcome
from hvacdesk.domain.retention.record_fields import EVERY_FIELD
from hvacdesk.domain.retention.retention_choices import Choice
from hvacdesk.services.retention import retention_days as retention_calendar
from hvacdesk.services.retention.retention_choices import RetentionChoices
from hvacdesk.store.models import Customer
from hvacdesk.store.retention import retention_days
from hvacdesk.vault.errors import DiskFull
from tests.helpers.decisions import decide_all, propose
from tests.helpers.erasure_requests import erase_on_request
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import Person, add_customer
from tests.integration.disposal.office import MONTH, PASSPHRASE, DisposalOffice
from tests.integration.disposal.test_crash import PowerCut, cut_off, power_cut, restarted

ASKED_ON = "2026-11-20"
OWN_RULE = Choice("own-1", 20, 0, title="施工保証の控え", event=EventKind.INVOICE, keeps=EVERY_FIELD)

Step = Callable[[DisposalOffice], object]


def begin_review(office: DisposalOffice) -> object:
    return office.disposal.reviews.review(office.desk, MONTH)


def keep_everybody(office: DisposalOffice) -> object:
    batch = office.disposal.reviews.batches(office.desk)[0].batch
    return decide_all(office.disposal.reviews, office.desk, batch, office.going(), Decision.KEEP)


def ask(office: DisposalOffice) -> object:
    return erase_on_request(office.workplace, office.desk, office.going()[0], ASKED_ON)


def choose_a_rule(office: DisposalOffice) -> object:
    return RetentionChoices(office.workplace).save(office.owner, OWN_RULE)


def everything(office: DisposalOffice) -> tuple[object, ...]:
    """What any of the steps would change."""
    with office.workplace.reading() as session:
        asked = [row.erasure_asked_on for row in session.query(Customer).order_by(Customer.id)]
        days = dict(retention_days.everything(session))
    batches = office.disposal.reviews.batches(office.owner)
    rules = RetentionChoices(office.workplace).history(office.owner)
    decided = [
        [
            (row.customer, row.decision)
            for row in office.disposal.reviews.open_batch(office.owner, one.batch).rows
        ]
        for one in batches
    ]
    return asked, days, batches, rules, decided


@pytest.mark.parametrize("step", [begin_review, keep_everybody, ask, choose_a_rule])
def test_a_disk_that_is_full_at_the_commit_leaves_all_as_it_was(office: DisposalOffice, step: Step) -> None:
    if step is not begin_review:
        begin_review(office)
    before = everything(office)

    def full(_connection: object) -> None:
        raise DiskFull

    event.listen(Engine, "commit", full)
    try:
        with pytest.raises(DiskFull):
            step(office)
    finally:
        event.remove(Engine, "commit", full)
    assert everything(office) == before
    step(office)
    assert everything(office) != before


@pytest.mark.parametrize("step", [begin_review, keep_everybody, ask, choose_a_rule])
def test_cut_off_at_the_commit_all_is_as_it_was_after_a_restart(office: DisposalOffice, step: Step) -> None:
    if step is not begin_review:
        begin_review(office)
    before = everything(office)
    event.listen(Engine, "commit", cut_off)
    try:
        with suppress(PowerCut):
            step(office)
            pytest.fail("nothing was written")
    finally:
        event.remove(Engine, "commit", cut_off)
    restarted(office)
    assert everything(office) == before


def test_days_that_were_half_written_are_found_out_anew(office: DisposalOffice) -> None:
    begin_review(office)
    with office.workplace.transaction() as session:
        late = add_customer(
            session, Person(family="柏木", given="透子"), last_contact_on="2012-11-17"
        ).record_id
    with replaced(retention_days, "keep_merged", cut_off), pytest.raises(PowerCut):
        begin_review(office)
    restarted(office)
    assert late in {row.customer for row in office.disposal.reviews.review(office.desk, MONTH).rows}
    assert retention_calendar.mend(office.workplace) == 0


def approved_request(office: DisposalOffice, customer: str) -> str:
    batch = erase_on_request(office.workplace, office.desk, customer, ASKED_ON).batch
    propose(office.disposal.reviews, office.desk, batch)
    office.disposal.approvals.approve_beside(office.desk, batch, office.approver.account, PASSPHRASE)
    office.clock.pass_time(days=1)
    return batch


@pytest.mark.parametrize(
    "milestone", ["disposal.kept", "disposal.deleted", "rotation.committed", "backup.noted"]
)
def test_a_request_that_is_cut_off_is_finished_and_never_called_done_before(
    office: DisposalOffice, milestone: str
) -> None:
    customer = office.going()[0]
    batch = approved_request(office, customer)
    with power_cut(milestone):
        office.destroy(batch, 1)
    restarted(office)
    answer = office.disposal.erasures.answer(office.owner, customer)
    assert answer.outcome in {ErasureOutcome.UNDER_WAY, ErasureOutcome.UNCONFIRMED}
    assert answer.certificate == ""
    assert office.destroy(batch, 1).state is BatchState.VERIFIED
    done = office.disposal.erasures.answer(office.owner, customer)
    assert done.outcome is ErasureOutcome.ERASED
    assert done.certificate
    (row,) = office.disposal.reviews.batches(office.owner)
    assert row.on_request
