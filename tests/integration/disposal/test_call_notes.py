"""Call notes without a customer go with the batch: counted, on the ledger, and searched for on every page."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.disposal.disposal import BatchState, Decision
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.services.disposal import errors, exceptions
from hvacdesk.services.disposal.exceptions import EXCEPTION_NAMES
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.disposal import disposed_list, erasure
from hvacdesk.store.models import CallNote, DisposalLedgerRow, Draft
from hvacdesk.store.oversight import audit_log
from tests.helpers.decisions import decide, propose
from tests.helpers.sabotage import replaced
from tests.integration.disposal.office import GOING, MONTH, PASSPHRASE, DisposalOffice

OLD, SIX_MONTHS, YOUNG = "2026-01-10T03:00:00Z", "2026-05-23T03:00:00Z", "2026-05-24T03:00:00Z"
"""Today is 24 November 2026: the second one's time ended yesterday, the third one's ends today."""
SAID = "隣家の足立さんから紹介、二階の和室に新規二台"


def take(
    office: DisposalOffice, taken_at: str, name: str, *, done: bool = True, customer: int | None = None
) -> str:
    with office.workplace.transaction() as session:
        note = CallNote(
            taken_by="0" * 32,
            taken_at=taken_at,
            caller_name=name,
            phone="090-7712-3094",
            digits="09077123094",
            subject="booking",
            text=SAID,
            done_at=taken_at if done else "",
        )
        session.add(note)
        session.flush()
        session.add(
            Draft(
                account=office.desk.account,
                form="call-outcome",
                subject=note.record_id,
                payload='{"typed": {"outcome": "折り返し不要と奥様より"}}',
                kept_at=taken_at,
            )
        )


def names(office: DisposalOffice) -> set[str]:
    with office.workplace.reading() as session:
        query = select(CallNote.caller_name).where(CallNote.customer_id.is_(None))
        return set(session.scalars(query))


@pytest.fixture
def calls(office: DisposalOffice) -> DisposalOffice:
    take(office, OLD, "鮫島 洋介")
    take(office, SIX_MONTHS, "株式会社入江商会")
    take(office, YOUNG, "若い 電話")
    take(office, OLD, "未了 電話", done=False)
    return office


def test_the_review_counts_what_has_run_out_and_what_is_open(calls: DisposalOffice) -> None:
    review = calls.disposal.reviews.review(calls.desk, MONTH)
    assert (review.call_notes, review.call_notes_open) == (2, 1)
    assert review.carried_out == len(GOING)
    calls.clock.pass_time(days=1)
    assert calls.disposal.reviews.review(calls.desk, MONTH).call_notes == 3


def test_they_go_with_the_batch_and_nothing_of_them_is_left(calls: DisposalOffice) -> None:
    result = calls.destroy(calls.approved())
    assert result.state is BatchState.VERIFIED
    assert (result.customers, result.call_notes) == (len(GOING), 2)
    assert names(calls) == {"若い 電話", "未了 電話"}
    pages = calls.dump()
    for gone in ("鮫島 洋介", "株式会社入江商会"):
        assert gone.encode() not in pages
    assert pages.count("折り返し不要と奥様より".encode()) == 2  # the drafts about the two that stay
    assert "若い 電話".encode() in pages
    facts = calls.disposal.certificates.certificate_of(calls.owner, result.batch)
    assert (facts.customers, facts.call_notes) == (len(GOING), 2)
    assert sum(count for _rule, _law, count in facts.rules) == len(GOING)
    assert calls.disposal.certificates.certificate_paper(
        calls.owner, result.certificate, "en"
    ).pdf.startswith(b"%PDF")
    lines = [line for line in calls.disposal.certificates.ledger(calls.owner) if not line.customer_number]
    assert {line.rule for line in lines} == {"inquiry-without-order"}
    assert dict(lines[0].categories) == {"name": 1, "phone": 2, "text": 2}
    with calls.workplace.reading() as session:
        started = audit_log.entries(session, limit=1, action=Action.DISPOSAL_STARTED)[0].details
    assert started["call_notes"] == 2


def approved_alone(office: DisposalOffice) -> str:
    """A batch of nothing but call notes, approved yesterday."""
    review = office.disposal.reviews.review(office.desk, MONTH)
    for row in review.rows:
        decide(office.disposal.reviews, office.desk, review.batch, row.customer, Decision.KEEP)
    assert office.disposal.reviews.review(office.desk, MONTH).number_to_type == 2
    propose(office.disposal.reviews, office.desk, review.batch)
    office.disposal.approvals.approve_beside(office.desk, review.batch, office.approver.account, PASSPHRASE)
    office.clock.pass_time(days=1)
    return review.batch


def test_a_batch_of_call_notes_alone(calls: DisposalOffice) -> None:
    batch = approved_alone(calls)
    with pytest.raises(errors.WrongCount):
        calls.destroy(batch, 0)
    result = calls.destroy(batch, 2)
    assert (result.state, result.customers, result.call_notes) == (BatchState.VERIFIED, 0, 2)


def test_sabotage_their_values_are_left_in_the_file(calls: DisposalOffice) -> None:
    batch = approved_alone(calls)
    with replaced(Workplace, "exchange_keys", lambda _workplace, _exchange: None):
        result = calls.destroy(batch, 2)
    assert result.state is BatchState.FAILED
    assert EXCEPTION_NAMES[exceptions.VALUE_FOUND] in result.exceptions


def test_sabotage_the_rows_are_left_in_the_table(calls: DisposalOffice) -> None:
    batch = approved_alone(calls)
    with replaced(erasure, "delete_rows", lambda _session, _found: None):
        result = calls.destroy(batch, 2)
    assert result.state is BatchState.FAILED
    assert EXCEPTION_NAMES[exceptions.STILL_THERE] in result.exceptions


def test_a_note_that_became_somebodys_or_waits_again_drops_out(calls: DisposalOffice) -> None:
    batch = calls.approved()
    with calls.workplace.transaction() as session:
        note = session.scalars(select(CallNote).where(CallNote.caller_name == "鮫島 洋介")).one()
        note.done_at = ""
    result = calls.destroy(batch)
    assert result.call_notes == 1
    assert "鮫島 洋介" in names(calls)


def test_a_copy_of_the_file_destroys_them_again(calls: DisposalOffice) -> None:
    with calls.workplace.reading() as session:
        before = session.scalar(select(func.count()).select_from(CallNote)) or 0
        going = session.scalars(select(CallNote).where(CallNote.caller_name == "鮫島 洋介")).one()
        kept = {column.name: getattr(going, column.key) for column in CallNote.__table__.columns}
    calls.destroy(calls.approved())
    with calls.workplace.reading() as session:
        listed = disposed_list.listed(session)
    with calls.workplace.transaction() as session:
        session.add(CallNote(**kept))  # as in a backup of the day before
        session.flush()
        replayed = disposed_list.replay(session, listed)
    assert erasure.DRAFTS.name not in replayed.going
    assert [len(keys) for name, keys in replayed.going.items() if name == "call_notes"] == [1]
    assert "鮫島 洋介" not in names(calls)
    with calls.workplace.reading() as session:
        assert (session.scalar(select(func.count()).select_from(CallNote)) or 0) == before - 2 - len(GOING)
        assert session.scalar(select(func.count()).where(DisposalLedgerRow.customer_number == "")) == 2
