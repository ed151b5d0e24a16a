"""Two people decide in one review: nobody decides over, or proposes, what they have not seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from hvacdesk.domain.disposal.disposal import BatchState, Decided, Decision
from hvacdesk.domain.disposal.shredding import ShredFacts, ShredMethod
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.roles import Actor
from hvacdesk.services.disposal.errors import DecidedMeanwhile
from tests.integration.disposal.office import MONTH, DisposalOffice

HELD = Decided(Decision.HOLD, "係争中", "2027-01-31")


def set_hold(office: DisposalOffice, batch: str, customer: str, shown: Decided) -> None:
    office.disposal.reviews.decide(
        office.owner,
        batch,
        customer,
        Decision.HOLD,
        shown=shown,
        hold_reason=HELD.hold_reason,
        hold_until=HELD.hold_until,
    )


def now(office: DisposalOffice, batch: str, customer: str) -> Decided:
    (row,) = office.disposal.reviews.rows(office.owner, batch, [customer])
    return row.decided


def test_keep_lifts_no_hold_that_was_set_since_the_list_was_read(office: DisposalOffice) -> None:
    reviews, customer = office.disposal.reviews, office.going()[0]
    review = reviews.review(office.desk, MONTH)
    (shown,) = (row.decided for row in review.rows if row.customer == customer)
    set_hold(office, review.batch, customer, shown)
    for person in (office.owner, office.approver, office.desk):
        with pytest.raises(DecidedMeanwhile):
            reviews.decide(person, review.batch, customer, Decision.KEEP, shown=shown)
    assert now(office, review.batch, customer) == HELD
    reviews.decide(office.owner, review.batch, customer, Decision.KEEP, shown=HELD)
    assert now(office, review.batch, customer) == Decided(Decision.KEEP)


def test_a_hold_is_replaced_by_none_who_saw_another(office: DisposalOffice) -> None:
    batch, customer = office.disposal.reviews.review(office.desk, MONTH).batch, office.going()[0]
    shown = now(office, batch, customer)
    set_hold(office, batch, customer, shown)
    with pytest.raises(DecidedMeanwhile):
        set_hold(office, batch, customer, shown)
    set_hold(office, batch, customer, HELD)


@pytest.mark.parametrize("wanted", [Decision.KEEP, Decision.DESTROY])
def test_of_many_none_is_decided_over_what_was_not_seen(office: DisposalOffice, wanted: Decision) -> None:
    reviews = office.disposal.reviews
    review = reviews.review(office.desk, MONTH)
    shown = {row.customer: row.decided for row in review.rows}
    first, second, third = office.going()
    reviews.decide(office.owner, review.batch, first, Decision.KEEP, shown=shown[first])
    with pytest.raises(DecidedMeanwhile):
        reviews.decide_all(office.desk, review.batch, shown, wanted)
    others = {customer: shown[customer] for customer in (second, third)}
    reviews.decide_all(office.desk, review.batch, others, Decision.KEEP)
    assert {row.decision for row in reviews.open_batch(office.desk, review.batch).rows} == {Decision.KEEP}


@pytest.mark.parametrize("later", [Decision.KEEP, Decision.HOLD])
def test_who_is_to_stay_since_then_is_proposed_by_nobody_unseen(
    office: DisposalOffice, later: Decision
) -> None:
    reviews, customer = office.disposal.reviews, office.going()[0]
    review = reviews.review(office.desk, MONTH)
    decided(office, office.owner, review.batch, customer, later)
    refused_until_seen(office, review.batch, review.decisions)


def test_who_is_to_go_since_then_is_proposed_by_nobody_unseen(office: DisposalOffice) -> None:
    reviews, customer = office.disposal.reviews, office.going()[0]
    batch = reviews.review(office.desk, MONTH).batch
    decided(office, office.desk, batch, customer, Decision.KEEP)
    shown = reviews.open_batch(office.desk, batch).decisions
    decided(office, office.owner, batch, customer, Decision.DESTROY)
    refused_until_seen(office, batch, shown)


def decided(office: DisposalOffice, who: Actor, batch: str, customer: str, decision: Decision) -> None:
    shown = now(office, batch, customer)
    if decision is Decision.HOLD:
        set_hold(office, batch, customer, shown)
    else:
        office.disposal.reviews.decide(who, batch, customer, decision, shown=shown)


def refused_until_seen(office: DisposalOffice, batch: str, shown: dict[str, Decision]) -> None:
    reviews = office.disposal.reviews
    with pytest.raises(DecidedMeanwhile):
        reviews.propose(office.desk, batch, shown)
    review = reviews.open_batch(office.desk, batch)
    assert review.state is BatchState.DRAFT
    reviews.propose(office.desk, batch, review.decisions)
    assert reviews.open_batch(office.desk, batch).state is BatchState.PROPOSED


def test_how_papers_were_destroyed_is_put_together_of_what_two_people_noted(office: DisposalOffice) -> None:
    reviews = office.disposal.reviews
    batch = reviews.review(office.desk, MONTH).batch
    shown = reviews.shredding(office.desk, batch)
    theirs = ShredFacts(ShredMethod.DISSOLVE, "", certificate="溶解証明 12")
    reviews.note_shredding(office.owner, batch, theirs, read=shown)
    reviews.note_shredding(office.desk, batch, replace(shown, witness="伊藤 誠"), read=shown)
    assert reviews.shredding(office.desk, batch) == replace(theirs, witness="伊藤 誠")
    with pytest.raises(ChangedMeanwhile):
        reviews.note_shredding(office.owner, batch, replace(theirs, witness="青木"), read=theirs)
    assert reviews.shredding(office.desk, batch).witness == "伊藤 誠"
