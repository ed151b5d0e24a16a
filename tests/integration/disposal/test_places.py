"""Places outside the records of those who go: shown before the approval, decided about, and carried out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from hvacdesk.domain.disposal.disposal import BatchState, CertificateFacts
from hvacdesk.domain.disposal.place_decisions import (
    KeepReason,
    KeptPlaces,
    PlaceChanged,
    PlaceDecision,
    PlaceRef,
    PlacesUndecided,
    PlaceTexts,
    PlaceToDecide,
)
from hvacdesk.domain.disposal.remnants import RemnantPlace, ValueKind
from hvacdesk.domain.errors import InvalidInput, NotPermitted
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.services.disposal import exceptions
from hvacdesk.services.disposal.errors import WrongState
from hvacdesk.services.disposal.exceptions import EXCEPTION_NAMES
from hvacdesk.services.oversight.audit_log import AuditLog
from hvacdesk.store.disposal import erasure
from hvacdesk.store.models import AuditNote, CallNote, CustomerContact, CustomerFinding, DisposalPlace, Draft
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.erasure import pending_proof
from tests.helpers.paper import read_text
from tests.helpers.sabotage import replaced
from tests.helpers.sample_records import ACCOUNT, STAMP
from tests.integration.disposal.office import GOING, PASSPHRASE, DisposalOffice, PowerCut, power_cut
from tests.integration.disposal.test_remnants import PLANTS, STRAYS, VALUES, other, write

GONE = GOING[0]
REMNANTS = EXCEPTION_NAMES[exceptions.REMNANTS]
CORRECTION = RevealReason.CORRECTION
KEEP, CLEAN, TAKE = PlaceDecision.KEEP, PlaceDecision.CLEAN, PlaceDecision.TAKE

MAY: dict[str, set[PlaceDecision]] = {
    "another customer's note": {KEEP, CLEAN},
    "another customer's job": {KEEP, CLEAN},
    "an unlinked call note": {KEEP, CLEAN, TAKE},
    "a draft": {KEEP, TAKE},
    "an audit note": {KEEP, TAKE},
    "log details": {KEEP},
    "a search line": {KEEP, CLEAN},
    "an incident": {KEEP, CLEAN},
}


def planted(office: DisposalOffice, *plants: str, value: str = VALUES["name"]) -> None:
    with office.workplace.transaction() as session:
        for plant in plants:
            PLANTS[plant][0](office, session, value)


def looked(office: DisposalOffice) -> tuple[str, tuple[PlaceToDecide, ...]]:
    """A proposed batch, and the places as the person responsible sees them."""
    batch = office.proposed()
    return batch, office.disposal.places.look(office.owner, batch)


def carried_out(office: DisposalOffice, batch: str) -> CertificateFacts:
    """The batch approved by the second person, and destroyed on the next day."""
    office.approve(batch)
    office.clock.pass_time(days=1)
    office.destroy(batch)
    report = AuditLog(office.workplace).verify(office.owner)
    assert replace(report, altered=()).intact, "but for a table or column that a test has planted"
    return office.disposal.certificates.certificate_of(office.owner, batch)


def decide(
    office: DisposalOffice, batch: str, decision: PlaceDecision, reason: KeepReason | None = None
) -> None:
    refs = [one.ref for one in office.disposal.places.look(office.owner, batch)]
    office.disposal.places.decide(office.owner, batch, refs, decision, reason)


@pytest.mark.parametrize("plant", PLANTS)
def test_a_place_is_shown_before_the_approval_with_what_may_be_done(
    office: DisposalOffice, plant: str
) -> None:
    planted(office, plant)
    batch, (place,) = looked(office)
    assert place.place is PLANTS[plant][1]
    assert place.kinds == (ValueKind.NAME,)
    assert place.may == MAY[plant]
    assert (place.decision, place.combined, place.rows) == (None, False, 1)
    with pytest.raises(PlacesUndecided):
        office.disposal.approvals.approve_beside(office.desk, batch, office.approver.account, PASSPHRASE)
    assert office.disposal.reviews.open_batch(office.owner, batch).state is BatchState.PROPOSED


def test_where_nothing_stands_there_is_nothing_to_decide(office: DisposalOffice) -> None:
    batch, found = looked(office)
    assert found == ()
    facts = carried_out(office, batch)
    assert (facts.result, facts.kept, facts.cleaned, facts.taken) == (BatchState.VERIFIED, (), 0, 0)


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("decision", [CLEAN, TAKE])
def test_what_is_blacked_out_or_goes_as_well_is_verified(
    office: DisposalOffice, decision: PlaceDecision, value: str
) -> None:
    plants = [plant for plant, may in MAY.items() if decision in may]
    planted(office, *plants, value=VALUES[value])
    batch, found = looked(office)
    assert len(found) == len(plants)
    decide(office, batch, decision)
    before = office.dump()
    assert VALUES[value].encode() in before
    facts = carried_out(office, batch)
    assert (facts.result, facts.exceptions) == (BatchState.VERIFIED, ())
    counted = (len(plants), 0) if decision is CLEAN else (0, len(plants))
    assert (facts.cleaned, facts.taken) == counted
    assert VALUES[value].encode() not in office.dump()
    paper = office.disposal.certificates.certificate_paper(office.owner, facts.number, "en")
    said = f"blacked out in {counted[0]} places, {counted[1]} records deleted besides"
    assert said in " ".join(read_text(paper.pdf).split())


def test_what_is_blacked_out_keeps_the_rest_of_the_text(office: DisposalOffice) -> None:
    planted(office, "another customer's note", "a search line")
    batch, _ = looked(office)
    decide(office, batch, CLEAN)
    with office.workplace.reading() as session:
        row = other(office, session)
        key, line = row.id, row.family_name
    carried_out(office, batch)
    with office.workplace.reading() as session:
        assert other(office, session).note == "紹介は●●●様から"
        found = session.scalars(select(CustomerFinding).where(CustomerFinding.customer_id == key)).one()
        assert line in found.shown
        assert GONE.given not in found.shown


def test_what_is_kept_is_an_exception_with_its_place_and_reason(office: DisposalOffice) -> None:
    planted(office, "another customer's note", "log details")
    batch, found = looked(office)
    for place, reason in zip(found, (KeepReason.SOMEBODY_ELSE, KeepReason.UNCHANGEABLE), strict=True):
        office.disposal.places.decide(office.owner, batch, [place.ref], KEEP, reason)
    facts = carried_out(office, batch)
    assert (facts.result, facts.exceptions) == (BatchState.EXCEPTIONS, (REMNANTS,))
    assert facts.remnants == (("customers", 1), ("log", 1))
    assert facts.kept == (
        KeptPlaces("customers", "somebody_else", 1),
        KeptPlaces("log", "unchangeable", 1),
    )
    said = read_text(office.disposal.certificates.certificate_paper(office.owner, facts.number, "en").pdf)
    said = " ".join(said.split())
    assert "Records and notes of other customers: 1, kept on purpose (Somebody else is meant)" in said
    assert "Audit log: 1, kept on purpose (Cannot be changed in the program)" in said
    assert GONE.given not in said


@pytest.mark.parametrize("stray", STRAYS)
def test_where_nothing_may_stand_it_is_always_an_exception_unless_the_row_goes(
    office: DisposalOffice, stray: str
) -> None:
    statements, where = STRAYS[stray]
    write(office, *statements, bound=False)
    batch, (place,) = looked(office)
    assert place.place is where
    assert place.may == ({KEEP, TAKE} if where is RemnantPlace.NOBODY else {KEEP})
    if where is RemnantPlace.NOBODY:
        decide(office, batch, TAKE)
        assert carried_out(office, batch).result is BatchState.VERIFIED
        return
    assert place.ref == PlaceRef("", 0), "its name may name somebody, and is kept nowhere"
    assert not place.readable
    decide(office, batch, KEEP, KeepReason.UNCHANGEABLE)
    facts = carried_out(office, batch)
    assert facts.result is BatchState.EXCEPTIONS
    assert facts.kept == (KeptPlaces(where.value, "unchangeable", 1),)


def test_what_comes_after_the_approval_was_not_decided_about(office: DisposalOffice) -> None:
    planted(office, "another customer's note")
    batch, _ = looked(office)
    decide(office, batch, CLEAN)
    office.approve(batch)
    office.clock.pass_time(days=1)
    planted(office, "an unlinked call note")
    office.destroy(batch)
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    assert (facts.result, facts.kept, facts.cleaned) == (BatchState.EXCEPTIONS, (), 1)
    assert facts.remnants == (("call_notes", 1),)


def test_a_text_that_was_changed_since_is_not_what_was_decided_about(office: DisposalOffice) -> None:
    planted(office, "another customer's note", "an unlinked call note")
    batch, _ = looked(office)
    decide(office, batch, CLEAN)
    office.approve(batch)
    office.clock.pass_time(days=1)
    with office.workplace.transaction() as session:
        note = session.scalars(select(CallNote).where(CallNote.customer_id.is_(None))).one()
        note.text = f"{note.text}、別の用件"
    office.destroy(batch)
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    assert (facts.result, facts.cleaned) == (BatchState.EXCEPTIONS, 1)
    assert facts.remnants == (("call_notes", 1),)
    with office.workplace.reading() as session:
        left = session.scalars(select(CallNote.text).where(CallNote.customer_id.is_(None))).one()
        assert "別の用件" in left
    assert AuditLog(office.workplace).verify(office.owner).intact


def test_a_changed_text_is_asked_about_again_before_the_approval(office: DisposalOffice) -> None:
    planted(office, "another customer's note")
    batch, _ = looked(office)
    decide(office, batch, CLEAN)
    with office.workplace.transaction() as session:
        other(office, session).note = f"{VALUES['name']}と親しい"
    (place,) = office.disposal.places.look(office.owner, batch)
    assert place.decision is None
    with pytest.raises(PlacesUndecided):
        office.disposal.approvals.approve_beside(office.desk, batch, office.approver.account, PASSPHRASE)


def test_a_decision_stays_with_the_batch_and_can_be_changed_until_the_approval(
    office: DisposalOffice,
) -> None:
    planted(office, "an unlinked call note")
    batch, _ = looked(office)
    decide(office, batch, TAKE)
    decide(office, batch, KEEP, KeepReason.DISPUTE)
    (place,) = office.disposal.places.look(office.desk, batch)
    assert (place.decision, place.reason) == (KEEP, KeepReason.DISPUTE)
    office.approve(batch)
    with pytest.raises(WrongState):
        office.disposal.places.decide(office.owner, batch, [place.ref], TAKE)
    with pytest.raises(WrongState):
        office.disposal.places.look(office.owner, batch)


def test_a_decision_says_what_may_be_done_and_why(office: DisposalOffice) -> None:
    planted(office, "another customer's note")
    batch, (place,) = looked(office)
    for decision, reason, refused in (
        (KEEP, None, InvalidInput),
        (CLEAN, KeepReason.LAW, InvalidInput),
        (TAKE, None, PlaceChanged),
    ):
        with pytest.raises(refused):
            office.disposal.places.decide(office.owner, batch, [place.ref], decision, reason)
    with pytest.raises(PlaceChanged):
        office.disposal.places.decide(office.owner, batch, [PlaceRef("customers", 1)], CLEAN)


def test_only_whoever_may_see_a_text_shows_or_changes_it_and_showing_is_logged(
    office: DisposalOffice,
) -> None:
    planted(office, "an audit note", "another customer's note")
    batch = office.proposed()
    note, log_note = office.disposal.places.look(office.desk, batch)
    assert note.readable
    assert log_note.may == {KEEP}
    assert not log_note.readable
    with pytest.raises(NotPermitted):
        office.disposal.places.text(office.desk, batch, log_note.ref, CORRECTION)
    with pytest.raises(NotPermitted):
        office.disposal.places.decide(office.desk, batch, [log_note.ref], TAKE)
    assert office.disposal.places.text(office.desk, batch, note.ref, CORRECTION) == PlaceTexts(
        (f"紹介は{VALUES['name']}から",), ("紹介は●●●様から",)
    )
    with office.workplace.reading() as session:
        subject = f"customer:{other(office, session).record_id}"
        (entry,) = audit_log.entries(session, limit=5, subject=subject, action=Action.REVEALED)
    assert entry.actor == office.desk.account
    office.disposal.places.decide(office.desk, batch, [log_note.ref], KEEP, KeepReason.LAW)


def test_a_draft_is_shown_to_its_author_alone(office: DisposalOffice) -> None:
    planted(office, "a draft")
    batch, (place,) = looked(office)
    assert not place.readable
    (own,) = office.disposal.places.look(office.desk, batch)
    assert own.readable


def test_a_call_note_that_went_as_well_is_in_the_ledger(office: DisposalOffice) -> None:
    with office.workplace.transaction() as session:
        note = CallNote(
            taken_by=ACCOUNT, taken_at=STAMP, subject="breakdown", text="取次", phone=GONE.phone,
            digits="0529876543", caller_name="取次の人",
        )  # fmt: skip
        session.add(note)
        session.flush()
        record = note.record_id
    batch, (place,) = looked(office)
    assert place.may == {KEEP, TAKE}, "a phone number in its own column cannot be blacked out"
    decide(office, batch, TAKE)
    assert carried_out(office, batch).result is BatchState.VERIFIED
    (line,) = [line for line in office.disposal.certificates.ledger(office.owner) if line.record == record]
    assert (line.customer_number, line.result) == ("", BatchState.VERIFIED)
    with office.workplace.reading() as session:
        assert session.scalar(select(func.count()).where(CallNote.record_id == record)) == 0


def test_an_erased_note_of_the_log_is_said_in_the_log(office: DisposalOffice) -> None:
    planted(office, "an audit note")
    batch, _ = looked(office)
    with office.workplace.reading() as session:
        notes = session.scalar(select(func.count()).select_from(AuditNote)) or 0
    decide(office, batch, TAKE)
    carried_out(office, batch)
    with office.workplace.reading() as session:
        assert session.scalar(select(func.count()).select_from(AuditNote)) == notes - 1 - len(GOING)


def test_a_name_beside_its_phone_cannot_be_blacked_out_where_both_are_columns(
    office: DisposalOffice,
) -> None:
    with office.workplace.transaction() as session:
        session.add(
            CustomerContact(
                customer_id=other(office, session).id,
                family_name=GONE.family,
                given_name=GONE.given,
                phone=GONE.phone,
                digits="0529876543",
            )
        )
    _, (place,) = looked(office)
    assert place.combined
    assert place.may == {KEEP}


@pytest.mark.parametrize(("place", "name"), [(erasure, "delete_rows"), (pending_proof, "keep")])
def test_cut_off_before_the_commit_nothing_was_blacked_out(
    office: DisposalOffice, place: object, name: str
) -> None:
    planted(office, *(plant for plant, may in MAY.items() if CLEAN in may))
    batch, found = looked(office)
    decide(office, batch, CLEAN)
    office.approve(batch)
    office.clock.pass_time(days=1)

    def cut_off(*_arguments: object, **_options: object) -> None:
        raise PowerCut

    with replaced(place, name, cut_off), pytest.raises(PowerCut):
        office.destroy(batch)
    with office.workplace.reading() as session:
        assert VALUES["name"] in other(office, session).note
        assert session.scalar(select(func.count()).where(DisposalPlace.content != "")) == len(found)
    office.destroy(batch)
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    assert (facts.result, facts.cleaned) == (BatchState.VERIFIED, len(found))


def test_cut_off_after_the_deletion_the_certificate_still_says_what_was_done(
    office: DisposalOffice,
) -> None:
    planted(office, "another customer's note", "a draft", "log details")
    batch, found = looked(office)
    for place, decision in zip(found, (CLEAN, TAKE, KEEP), strict=True):
        reason = KeepReason.UNCHANGEABLE if decision is KEEP else None
        office.disposal.places.decide(office.owner, batch, [place.ref], decision, reason)
    office.approve(batch)
    office.clock.pass_time(days=1)
    with power_cut("disposal.deleted"):
        office.destroy(batch)
    with office.workplace.reading() as session:
        assert other(office, session).note == "紹介は●●●様から"
        assert session.scalar(select(func.count()).select_from(Draft)) == 0
        waiting = select(DisposalPlace.decision).where(DisposalPlace.content != "")
        assert session.scalars(waiting).all() == [KEEP.value], (
            "which is still to be told from what comes later"
        )
    office.destroy(batch)
    facts = office.disposal.certificates.certificate_of(office.owner, batch)
    assert (facts.result, facts.cleaned, facts.taken) == (BatchState.EXCEPTIONS, 1, 1)
    assert facts.kept == (KeptPlaces("log", "unchangeable", 1),)


def test_decisions_hang_on_the_log(office: DisposalOffice) -> None:
    planted(office, "another customer's note")
    batch, _ = looked(office)
    decide(office, batch, KEEP, KeepReason.LAW)
    assert AuditLog(office.workplace).verify(office.owner).intact
    write(office, ("UPDATE disposal_places SET reason = 'dispute'", ()))
    report = AuditLog(office.workplace).verify(office.owner)
    assert [one.register for one in report.records] == ["disposal_places"]


def test_looking_changes_nothing(office: DisposalOffice) -> None:
    planted(office, *PLANTS)
    batch, found = looked(office)
    again = office.disposal.places.look(office.owner, batch)
    assert [replace(one, content="") for one in again] == [replace(one, content="") for one in found]


@pytest.mark.parametrize("plant", ["an unlinked call note", "a draft", "an audit note"])
def test_the_dry_run_counts_what_goes_along(office: DisposalOffice, plant: str) -> None:
    planted(office, plant)
    batch, (_place,) = looked(office)
    decide(office, batch, TAKE)
    office.approve(batch)
    office.clock.pass_time(days=1)
    told = office.disposal.destruction.dry_run(office.owner, batch)
    office.destroy(batch)
    certificate = office.disposal.certificates.certificate_of(office.owner, batch)
    assert told.sought == certificate.values
