"""Places that were decided about and changed afterwards: what changed is left alone, and said to be left."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from hvacdesk.domain.disposal.disposal import BatchState, CertificateFacts
from hvacdesk.domain.disposal.place_decisions import (
    DecisionsChanged,
    KeepReason,
    KeptPlaces,
    PlaceDecision,
    PlacesUndecided,
    PlaceTexts,
)
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.services.calls.call_notes import CallNotes
from hvacdesk.services.disposal.place_decisions import Places
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.models import CallNote, CustomerPhone, DisposalPlace, Draft
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import add_customer
from tests.integration.disposal.office import GOING, PASSPHRASE, DisposalOffice, neighbour, power_cut
from tests.integration.disposal.test_places import decide, looked, planted
from tests.integration.disposal.test_remnants import STRAYS, VALUES, other, write

KEEP, CLEAN, TAKE = PlaceDecision.KEEP, PlaceDecision.CLEAN, PlaceDecision.TAKE


def approved(office: DisposalOffice, batch: str) -> None:
    """The batch approved yesterday, as it is decided about now."""
    office.approve(batch)
    office.clock.pass_time(days=1)


def destroyed(office: DisposalOffice, batch: str) -> CertificateFacts:
    """What the certificate says of the batch, which is carried out now."""
    office.destroy(batch)
    return office.disposal.certificates.certificate_of(office.owner, batch)


def unlinked(office: DisposalOffice) -> CallNote:
    with office.workplace.reading() as session:
        return session.scalars(select(CallNote).where(CallNote.customer_id.is_(None))).one()


def link(office: DisposalOffice, note: CallNote) -> None:
    """Somebody of the desk finds out whose call it was."""
    with office.workplace.reading() as session:
        customer = other(office, session).record_id
    CallNotes(office.workplace).link(office.desk, note.record_id, note.version, customer)


def is_there(office: DisposalOffice, note: CallNote) -> bool:
    with office.workplace.reading() as session:
        return session.get(CallNote, note.id) is not None


def test_a_call_note_that_became_a_living_customers_after_the_approval_stays(office: DisposalOffice) -> None:
    planted(office, "an unlinked call note")
    batch, _ = looked(office)
    decide(office, batch, TAKE)
    approved(office, batch)
    note = unlinked(office)
    link(office, note)
    facts = destroyed(office, batch)
    assert is_there(office, note)
    assert (facts.result, facts.taken, facts.kept) == (BatchState.EXCEPTIONS, 0, ())
    assert facts.remnants == (("call_notes", 1),)


def test_a_call_note_that_became_a_living_customers_before_the_approval_is_asked_about_again(
    office: DisposalOffice,
) -> None:
    planted(office, "an unlinked call note")
    batch, _ = looked(office)
    decide(office, batch, TAKE)
    link(office, unlinked(office))
    with pytest.raises(PlacesUndecided):
        approved(office, batch)
    (place,) = office.disposal.places.look(office.owner, batch)
    assert (place.decision, place.may) == (None, {KEEP, CLEAN})


@pytest.mark.parametrize(
    ("column", "value"),
    [("urgent", True), ("for_account", "0" * 32), ("call_back_by", "2026-12-05"), ("done_at", "")],
)
def test_a_call_note_that_is_worked_on_again_stays(
    office: DisposalOffice, column: str, value: object
) -> None:
    planted(office, "an unlinked call note")
    with office.workplace.transaction() as session:
        session.scalars(select(CallNote).where(CallNote.customer_id.is_(None))).one().done_at = "2026-11-01T"
    batch, _ = looked(office)
    decide(office, batch, TAKE)
    approved(office, batch)
    note = unlinked(office)
    with office.workplace.transaction() as session:
        row = session.get_one(CallNote, note.id)
        assert getattr(row, column) != value
        setattr(row, column, value)
    facts = destroyed(office, batch)
    assert is_there(office, note)
    assert (facts.result, facts.taken) == (BatchState.EXCEPTIONS, 0)


def test_a_draft_that_became_another_form_stays(office: DisposalOffice) -> None:
    planted(office, "a draft")
    batch, _ = looked(office)
    decide(office, batch, TAKE)
    approved(office, batch)
    with office.workplace.transaction() as session:
        draft = session.scalars(select(Draft).order_by(Draft.id.desc())).first()
        assert draft is not None
        draft.form, draft.subject = "another", office.customers["staying 5"]
        key = draft.id
    facts = destroyed(office, batch)
    with office.workplace.reading() as session:
        assert session.get(Draft, key) is not None
    assert (facts.result, facts.taken) == (BatchState.EXCEPTIONS, 0)


def test_a_row_of_nobody_whose_owner_came_back_stays(office: DisposalOffice) -> None:
    """The row itself is as it was; what may be done with it is not."""
    write(office, *STRAYS["a row without an owner"][0], bound=False)
    batch, _ = looked(office)
    decide(office, batch, TAKE)
    approved(office, batch)
    with office.workplace.transaction() as session:
        add_customer(session, neighbour(77), id=987654)
    facts = destroyed(office, batch)
    assert facts.taken == 0
    with office.workplace.reading() as session:
        numbers = session.scalars(select(CustomerPhone.number).where(CustomerPhone.customer_id == 987654))
        assert GOING[0].phone in numbers.all()


def test_what_was_kept_and_rewritten_was_not_kept_on_purpose(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        other(office, session).note = "柳川 美沙緒（同姓同名の別人）"
    batch, _ = looked(office)
    decide(office, batch, KEEP, KeepReason.SOMEBODY_ELSE)
    approved(office, batch)
    with office.workplace.transaction() as session:
        other(office, session).note = "本人の柳川 美沙緒様 052-987-6543 唐山町3-41-7 に連絡"
    facts = destroyed(office, batch)
    assert (facts.kept, facts.remnants) == ((), (("customers", 1),))


@pytest.mark.parametrize("rewritten", [False, True])
def test_what_is_kept_is_compared_again_after_an_interruption(
    office: DisposalOffice, rewritten: bool
) -> None:
    planted(office, "another customer's note")
    batch, _ = looked(office)
    decide(office, batch, KEEP, KeepReason.LIVING_ORDER)
    approved(office, batch)
    with power_cut("disposal.deleted"):
        office.destroy(batch)
    with office.workplace.transaction() as session:
        other(office, session).note += "、052-987-6543" if rewritten else ""
    kept = () if rewritten else (KeptPlaces("customers", "living_order", 1),)
    facts = destroyed(office, batch)
    assert (facts.kept, facts.remnants) == (kept, (("customers", 1),))
    with office.workplace.reading() as session:
        assert not any(session.scalars(select(DisposalPlace.content)))


def test_another_row_with_the_number_of_one_that_was_kept_was_not_kept_on_purpose(
    office: DisposalOffice,
) -> None:
    planted(office, "an unlinked call note")
    batch, _ = looked(office)
    decide(office, batch, KEEP, KeepReason.DISPUTE)
    approved(office, batch)
    note = unlinked(office)
    with office.workplace.transaction() as session:
        session.delete(session.get_one(CallNote, note.id))
    planted(office, "an unlinked call note", value=VALUES["phone"])
    assert unlinked(office).id == note.id
    facts = destroyed(office, batch)
    assert (facts.kept, facts.remnants) == ((), (("call_notes", 1),))


STRANGE = "INSERT INTO old_list VALUES ('柳川美沙緒')"


def test_of_strange_rows_only_as_many_were_kept_on_purpose_as_there_were(office: DisposalOffice) -> None:
    write(office, ("CREATE TABLE old_list (who TEXT)", ()), (STRANGE, ()), bound=False)
    batch, _ = looked(office)
    decide(office, batch, KEEP, KeepReason.UNCHANGEABLE)
    write(office, (STRANGE, ()), bound=False)
    with pytest.raises(PlacesUndecided):
        approved(office, batch)
    decide(office, batch, KEEP, KeepReason.UNCHANGEABLE)
    approved(office, batch)
    write(office, *((STRANGE, ()),) * 5, bound=False)
    facts = destroyed(office, batch)
    assert facts.kept == (KeptPlaces("unknown", "unchangeable", 2),)
    assert facts.remnants == (("unknown", 7),)


def test_what_a_living_customer_has_by_now_was_not_blacked_out(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        other(office, session).note = f"前の住人は{GOING[0].phone}"
    batch, _ = looked(office)
    decide(office, batch, CLEAN)
    approved(office, batch)
    with office.workplace.transaction() as session:
        session.add(
            CustomerPhone(
                customer_id=other(office, session).id,
                number=GOING[0].phone,
                digits="0529876543",
                kind="home",
                position=5,
            )
        )
    facts = destroyed(office, batch)
    assert (facts.result, facts.cleaned) == (BatchState.VERIFIED, 0)
    with office.workplace.reading() as session:
        assert other(office, session).note == f"前の住人は{GOING[0].phone}"


def test_an_approval_is_for_the_decisions_that_were_shown(office: DisposalOffice) -> None:
    planted(office, "an unlinked call note")
    batch, _ = looked(office)
    decide(office, batch, KEEP, KeepReason.DISPUTE)
    seen = office.disposal.places.look(office.approver, batch)
    decide(office, batch, TAKE)
    account = office.approver.account
    ways = (
        lambda: office.disposal.approvals.approve_beside(office.desk, batch, account, PASSPHRASE, seen),
        lambda: office.disposal.approvals.approve(office.approver, batch, seen),
        lambda: office.disposal.approvals.approve(office.approver, batch),
    )
    for approve in ways:
        with pytest.raises(DecisionsChanged):
            approve()
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.PROPOSED
    office.disposal.approvals.approve(
        office.approver, batch, office.disposal.places.look(office.approver, batch)
    )
    office.clock.pass_time(days=1)
    assert destroyed(office, batch).taken == 1


def test_a_decision_that_is_made_while_the_approval_is_checked_is_not_approved(
    office: DisposalOffice,
) -> None:
    planted(office, "an unlinked call note")
    batch, _ = looked(office)
    decide(office, batch, KEEP, KeepReason.DISPUTE)
    seen = office.disposal.places.look(office.approver, batch)
    checked = Places.require_decided

    def slowly(places: Places, *arguments: Any) -> None:
        checked(places, *arguments)
        decide(office, batch, TAKE)

    with replaced(Places, "require_decided", slowly), pytest.raises(DecisionsChanged):
        office.disposal.approvals.approve(office.approver, batch, seen)


def test_a_decision_about_what_is_no_place_any_more_is_not_approved(office: DisposalOffice) -> None:
    planted(office, "an unlinked call note")
    batch, _ = looked(office)
    decide(office, batch, TAKE)
    with office.workplace.transaction() as session:
        session.scalars(select(CallNote).where(CallNote.customer_id.is_(None))).one().text = "別の用件"
    approved(office, batch)
    with office.workplace.reading() as session:
        assert session.scalars(select(DisposalPlace)).all() == []
    assert AuditLog(office.workplace).verify(office.owner).intact


@pytest.mark.parametrize("note", ["伝票 1052987654399", "唐山町3-41-7-201 の方の紹介"])
def test_what_is_part_of_something_longer_can_only_be_kept(office: DisposalOffice, note: str) -> None:
    with office.workplace.transaction() as session:
        other(office, session).note = note
    batch, (place,) = looked(office)
    assert place.may == {KEEP}
    texts = office.disposal.places.text(office.owner, batch, place.ref, RevealReason.CORRECTION)
    assert texts == PlaceTexts((note,))
