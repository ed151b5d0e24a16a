"""Several papers, one incident: named as they are printed, added, taken off, joined; closed and reopened."""

from __future__ import annotations

import pytest

from hvacdesk.domain.customers.customers import CustomerField, CustomerKind, CustomerRecord, PersonName
from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing
from hvacdesk.domain.incidents.concerned import Extent, Found, ListReason, Outcome
from hvacdesk.domain.incidents.incident_errors import (
    CannotJoin,
    IncidentClosed,
    IncidentJoined,
    NamesCustomer,
    UnknownPaper,
)
from hvacdesk.domain.incidents.incident_steps import TimelineStep, event_text
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail, IncidentFacts
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.paper_names import SeveralCopies
from hvacdesk.domain.papers.printed_lists import NAMED_AT_MOST, PrintedList
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.services.language import words_for
from hvacdesk.services.office.drafts import Drafts
from hvacdesk.services.papers.printed_lists import PrintedLists
from tests.helpers.incident_writing import save_facts, write
from tests.helpers.paper import read_text
from tests.helpers.printed_papers import print_paper
from tests.unit.services.incidents.test_incidents import TODAY, Office, desk

__all__ = ["desk"]

STOLEN = "車上荒らしで鞄ごと盗まれました"


def issued(desk: Office, *profiles: Profile) -> tuple[str, tuple[str, ...]]:
    """A work order as it left the printer: its number, and each copy's as it is printed."""
    order = desk.orders.issue(desk.ground.desk, desk.job, profiles, english)
    desk.orders.printed(desk.ground.desk, [copy.copy for copy in order.copies], "プリンター")
    return order.number, tuple(f"{copy.number} {copy.copy_number}/{copy.copies}" for copy in order.copies)


def another_paper(desk: Office) -> str:
    """A contact slip of the other customer."""
    row = print_paper(desk.ground.workplace, desk.ground.desk, PaperKind.LABEL, desk.customers[1])
    return row.number


def reported(desk: Office, papers: str) -> IncidentDetail:
    desk.desk.report(desk.ground.desk, Happening(IncidentKind.OTHER, STOLEN, TODAY, papers))
    return desk.get(desk.desk.all(desk.owner)[0].incident)


def test_stolen_papers_are_named_at_the_report_and_their_customers_are_found(desk: Office) -> None:
    _number, (first, _second) = issued(desk, Profile.TECHNICIAN, Profile.CUSTOMER)
    other = another_paper(desk)
    found = reported(desk, f"{first}\n{other}")
    assert [paper.number for paper in found.papers] == [first.replace(" ", "  "), other]
    assert {one.customer for one in found.concerned} == set(desk.customers)
    assert {one.found for one in found.concerned} == {Found.PAPER}
    assert len(desk.desk.all(desk.owner)) == 1
    assert desk.desk.customers.find(desk.owner, found.incident) == 0


def test_each_lost_paper_of_one_report_names_its_own_customers_only(desk: Office) -> None:
    _number, (first,) = issued(desk, Profile.TECHNICIAN)
    other = another_paper(desk)
    reported(desk, f"{first}\n{other}")
    losses = desk.papers.losses.waiting(desk.ground.desk)
    assert {loss.number: loss.customers for loss in losses} == {
        first.replace(" ", "  "): (desk.numbers[0],),
        other: (desk.numbers[1],),
    }


def state_of(desk: Office, paper: str) -> PaperState:
    return desk.papers.find(desk.ground.desk, paper).state


@pytest.mark.parametrize("kind", [IncidentKind.LOST_PAPER, IncidentKind.STOLEN_PAPER, IncidentKind.STOLEN_PC])
def test_papers_reported_as_lost_or_stolen_are_lost_in_the_register_too(
    desk: Office, kind: IncidentKind
) -> None:
    _number, (first,) = issued(desk, Profile.TECHNICIAN)
    other, shredded = another_paper(desk), another_paper(desk)
    desk.papers.register_return(desk.ground.desk, shredded, PaperState.SHREDDED)
    desk.desk.report(desk.ground.other_technician, Happening(kind, STOLEN, TODAY, first))
    (incident,) = desk.desk.all(desk.owner)
    assert state_of(desk, first) is PaperState.LOST
    desk.desk.name_papers(desk.owner, incident.incident, f"{other}\n{shredded}")
    assert (state_of(desk, other), state_of(desk, shredded)) == (PaperState.LOST, PaperState.SHREDDED)
    assert len(desk.desk.all(desk.owner)) == 1, "the papers begin no incident of their own"


def test_papers_of_other_reports_and_of_drills_stay_as_they_are(desk: Office) -> None:
    _number, (first,) = issued(desk, Profile.TECHNICIAN)
    reported(desk, first)
    drill = desk.desk.start_drill(desk.owner, IncidentKind.LOST_PAPER, english)
    desk.desk.name_papers(desk.owner, drill, first)
    assert state_of(desk, first) is PaperState.OUT


def test_a_report_that_is_refused_leaves_no_paper_lost(desk: Office) -> None:
    _number, (first,) = issued(desk, Profile.TECHNICIAN)
    with pytest.raises(UnknownPaper):
        desk.desk.report(
            desk.ground.desk, Happening(IncidentKind.LOST_PAPER, STOLEN, TODAY, f"{first}\n2026-999999")
        )
    assert state_of(desk, first) is PaperState.OUT


def test_whoever_registers_a_reported_paper_is_told_which_incident_is_about_it(desk: Office) -> None:
    _number, (first,) = issued(desk, Profile.TECHNICIAN)
    other = another_paper(desk)
    found = reported(desk, f"{first}\n{other}")
    for paper in (first, other):
        row = desk.papers.register_return(desk.ground.desk, paper, PaperState.KEPT)
        assert row.found_for == (found.number,)
        assert desk.papers.register_return(desk.ground.desk, paper, PaperState.KEPT).found_for == ()
    assert all(paper.found_on for paper in desk.get(found.incident).papers)


def test_a_number_of_several_copies_is_asked_about_and_a_wrong_one_says_its_line(desk: Office) -> None:
    number, (first, _second) = issued(desk, Profile.TECHNICIAN, Profile.CUSTOMER)
    with pytest.raises(SeveralCopies) as asked:
        reported(desk, number)
    assert (asked.value.typed, len(asked.value.papers)) == (number, 2)
    with pytest.raises(UnknownPaper) as wrong:
        reported(desk, f"{first}\n2026-999999")
    assert (wrong.value.field, wrong.value.details["line"]) == ("paper", 2)
    assert desk.desk.all(desk.owner) == ()


def test_papers_are_added_to_an_open_incident_and_taken_off(desk: Office) -> None:
    _number, (first,) = issued(desk, Profile.TECHNICIAN)
    incident = reported(desk, "").incident
    with pytest.raises(Missing):
        desk.desk.name_papers(desk.owner, incident, " \n")
    desk.desk.name_papers(desk.owner, incident, first)
    desk.desk.name_papers(desk.owner, incident, first)
    found = desk.get(incident)
    (paper,) = found.papers
    assert found.concerned[0].customer == desk.customers[0]
    assert [event.text for event in found.events if event.step is TimelineStep.PAPER_NAMED] == [paper.number]
    record = read_text(desk.desk.papers.record_pdf(desk.owner, incident, english))
    assert " ".join(paper.number.split()) in " ".join(record.split())
    desk.desk.take_paper_off(desk.owner, incident, paper.paper)
    assert desk.get(incident).papers == ()
    assert desk.log(Action.INCIDENT_CHANGED)[0][1]["papers"] == [paper.number]


def test_a_lost_paper_is_never_without_an_incident(desk: Office) -> None:
    _number, (first, second) = issued(desk, Profile.TECHNICIAN, Profile.OFFICE)
    desk.desk.report(
        desk.ground.desk, Happening(IncidentKind.LOST_PAPER, STOLEN, TODAY, f"{first}\n{second}")
    )
    (incident,) = (one.incident for one in desk.desk.all(desk.owner))
    lost, back = desk.get(incident).papers
    desk.papers.register_return(desk.ground.desk, second, PaperState.KEPT)
    assert desk.desk.take_paper_off(desk.owner, incident, back.paper) == "", "it is not lost any more"
    number = desk.desk.take_paper_off(desk.owner, incident, lost.paper)
    own = next(one for one in desk.desk.open(desk.owner) if one.number == number)
    assert (own.begun, own.missing) == (False, (lost.number,))
    assert state_of(desk, first) is PaperState.LOST
    drill = desk.desk.start_drill(desk.owner, IncidentKind.LOST_PAPER, english)
    desk.desk.name_papers(desk.owner, drill, first)
    assert desk.desk.take_paper_off(desk.owner, drill, lost.paper) == ""
    desk.desk.name_papers(desk.owner, incident, first)
    assert desk.desk.take_paper_off(desk.owner, incident, lost.paper) == "", "its own goes on"


def test_a_paper_and_a_login_are_both_searched_for(desk: Office) -> None:
    _number, (first,) = issued(desk, Profile.TECHNICIAN)
    incident = reported(desk, first).incident
    account = desk.ground.other_technician.account
    facts = IncidentFacts(IncidentKind.OTHER, TODAY, TODAY, account=account)
    save_facts(desk.desk, desk.owner, incident, facts)
    desk.record(
        desk.ground.other_technician, Action.REVEALED, f"customer:{desk.customers[1]}", fields=["phone"]
    )
    assert desk.desk.customers.find(desk.owner, incident) == 1
    assert {one.found for one in desk.get(incident).concerned} == {Found.PAPER, Found.LOG}


@pytest.mark.parametrize(
    ("others", "on_list", "extent"), [(0, 2, Extent.LISTED), (NAMED_AT_MOST, 0, Extent.UNTRACEABLE)]
)
def test_a_printed_list_says_who_stood_on_it_unless_it_was_too_long(
    desk: Office, others: int, on_list: int, extent: Extent
) -> None:
    who = desk.ground.other_technician
    facts = IncidentFacts(IncidentKind.OTHER, TODAY, TODAY, account=who.account)
    incident = reported(desk, "").incident
    save_facts(desk.desk, desk.owner, incident, facts)
    customers = Customers(desk.ground.workplace)
    on_it = (
        *desk.customers[:2],
        *(
            customers.add(desk.ground.desk, CustomerRecord(CustomerKind.PERSON, PersonName(f"森{number}")))
            for number in range(others)
        ),
    )
    listing = PrintedList("customers", "Customers", ("Name",), (1.0,), (("●●",),) * len(on_it), on_it)
    PrintedLists(desk.ground.workplace).printed(who, listing, "Laser")
    assert desk.desk.customers.find(desk.owner, incident) == on_list
    found = desk.get(incident)
    assert found.extent is extent
    assert {one.customer for one in found.concerned} == set(desk.customers[:on_list])
    (_subject, details) = desk.log(Action.LIST_PRINTED)[0][:2]
    assert details["customers"] == len(on_it)
    assert ("listed" in details) is (extent is Extent.LISTED)


def test_a_paper_of_an_open_incident_that_is_registered_as_lost_begins_no_other(desk: Office) -> None:
    _number, (first,) = issued(desk, Profile.TECHNICIAN)
    reported(desk, first)
    desk.papers.register_return(desk.ground.desk, first, PaperState.LOST)
    assert len(desk.desk.all(desk.owner)) == 1


def test_a_lost_paper_belongs_to_the_incident_that_it_is_said_to(desk: Office) -> None:
    _number, (first,) = issued(desk, Profile.TECHNICIAN)
    second = another_paper(desk)
    desk.papers.register_return(desk.ground.desk, first, PaperState.LOST)
    (known,) = desk.papers.losses.open(desk.ground.desk)
    desk.papers.register_return(desk.ground.desk, second, PaperState.LOST, part_of=known.incident)
    (row,) = desk.desk.all(desk.owner)
    assert len(row.papers) == 2
    assert len(desk.papers.losses.waiting(desk.ground.desk)) == 2
    desk.papers.register_return(desk.ground.desk, second, PaperState.KEPT)
    found = desk.get(row.incident)
    assert [bool(paper.found_on) for paper in found.papers] == [False, True]
    assert any(event.step is TimelineStep.FOUND_AGAIN and event.text == second for event in found.events)


def two_losses(desk: Office) -> tuple[str, str]:
    """Two papers that were lost together and begun two incidents; the second is the newer one."""
    _number, (first,) = issued(desk, Profile.TECHNICIAN)
    desk.papers.register_return(desk.ground.desk, first, PaperState.LOST)
    desk.ground.clock.pass_time(days=1)
    desk.papers.register_return(desk.ground.desk, another_paper(desk), PaperState.LOST)
    newer, older = (row.incident for row in desk.desk.all(desk.owner))
    return older, newer


def test_two_incidents_turn_out_to_be_one(desk: Office) -> None:
    older, newer = two_losses(desk)
    write(desk.desk, desk.owner, older, IncidentPart.WHAT, "鞄が見当たりません")
    write(desk.desk, desk.owner, newer, IncidentPart.WHAT, "同じ鞄でした")
    desk.desk.customers.note_told(desk.owner, older, [desk.customers[0]], Outcome.REACHED)
    numbers = {desk.get(one).number for one in (older, newer)}
    desk.desk.join(desk.owner, newer, older)
    one, other = desk.get(newer), desk.get(older)
    assert (len(one.papers), other.papers) == (2, ())
    assert {line.customer: line.outcome for line in one.concerned} == {
        desk.customers[0]: Outcome.REACHED,
        desk.customers[1]: Outcome.NOT_YET,
    }
    assert one.facts.known_on == TODAY, "the first day of knowing holds for both"
    assert one.texts[IncidentPart.WHAT] == "同じ鞄でした\n鞄が見当たりません"
    assert (other.closed, other.joined_into) == (True, one.number)
    rows = {row.incident: row for row in desk.desk.all(desk.owner)}
    assert rows[older].joined_into == one.number
    assert desk.desk.waiting(desk.owner) == 1
    assert {one.number for one in desk.papers.losses.open(desk.ground.desk)} < numbers
    (entry,) = desk.log(Action.INCIDENT_JOINED)
    assert entry[1]["joined"] == other.number
    with pytest.raises(IncidentClosed):
        desk.desk.reopen(desk.owner, older, "別の件でした")


def test_who_is_on_one_of_two_joined_lists_is_there_for_that_list_s_reason(desk: Office) -> None:
    older, newer = two_losses(desk)
    number, fields = desk.numbers[0], frozenset({CustomerField.NAME})
    desk.desk.customers.add(desk.owner, older, number, fields, ListReason.STAFF_SAID)
    desk.desk.customers.add(desk.owner, newer, number, fields, ListReason.SEEN_ON_PAPER)
    desk.desk.customers.take_off(desk.owner, newer, desk.customers[0], ListReason.WRONG_ENTRY)
    desk.desk.join(desk.owner, newer, older)
    (line,) = (one for one in desk.get(newer).concerned if one.customer == desk.customers[0])
    assert (line.removed, line.reason) == (False, ListReason.STAFF_SAID)


def test_what_is_half_typed_about_a_joined_incident_waits_until_the_other_is_closed(desk: Office) -> None:
    older, newer = two_losses(desk)
    drafts = Drafts(desk.ground.workplace)
    drafts.keep(desk.owner, "incident-note", f"{older[:16]}-", {"typed": {"text": "書きかけ"}})
    desk.desk.join(desk.owner, newer, older)
    assert len(drafts.list(desk.owner)) == 1
    with pytest.raises(IncidentJoined):
        desk.desk.writing.add_note(desk.owner, older, "書きかけ")
    desk.finish(newer)
    desk.desk.close(desk.owner, newer)
    assert drafts.list(desk.owner) == ()


def test_only_two_open_incidents_of_a_kind_are_joined(desk: Office) -> None:
    older, newer = two_losses(desk)
    drill = desk.desk.start_drill(desk.owner, IncidentKind.LOST_PAPER, english)
    for other in (newer, drill):
        with pytest.raises(CannotJoin):
            desk.desk.join(desk.owner, newer, other)
    desk.finish(older)
    desk.desk.close(desk.owner, older)
    with pytest.raises(CannotJoin):
        desk.desk.join(desk.owner, newer, older)


def test_a_closed_incident_is_opened_again_with_a_reason(desk: Office) -> None:
    incident = desk.lost()
    desk.finish(incident)
    desk.desk.close(desk.owner, incident)
    with pytest.raises(InvalidInput):
        desk.desk.reopen(desk.owner, incident, " ")
    with pytest.raises(NamesCustomer):
        desk.desk.reopen(desk.owner, incident, "柳川美沙緒さんから連絡がありました")
    desk.desk.reopen(desk.owner, incident, "拾った人から連絡がありました")
    found = desk.get(incident)
    assert (found.closed, found.closed_by) == (False, "")
    assert [(event.step, event.text) for event in found.events][-1] == (
        TimelineStep.REOPENED,
        "拾った人から連絡がありました",
    )
    assert "拾った人" not in str(desk.log(Action.INCIDENT_REOPENED))
    write(desk.desk, desk.owner, incident, IncidentPart.OTHER, "戻りました")
    desk.desk.close(desk.owner, incident)


@pytest.mark.parametrize("language", ["ja", "en"])
def test_the_timeline_tells_calls_causes_and_measures_in_words(desk: Office, language: str) -> None:
    words, incident = words_for(language), desk.lost()
    desk.finish(incident)
    events = desk.get(incident).events
    assert {
        TimelineStep.TOLD,
        TimelineStep.WRITTEN,
        TimelineStep.MEASURE_DECIDED,
        TimelineStep.MEASURE_DONE,
    } <= {event.step for event in events}
    told = next(event for event in events if event.step is TimelineStep.TOLD)
    assert event_text(told, words).endswith(desk.numbers[0])
    for event in events:
        said = event_text(event, words)
        assert Outcome.REACHED.value not in said.split(), said
        assert event.step is not TimelineStep.WRITTEN or said != event.text


@pytest.mark.parametrize("wrong", ["1/9", "3/2"])
def test_a_paper_named_with_another_number_of_copies_is_unknown(desk: Office, wrong: str) -> None:
    number, _copies = issued(desk, Profile.TECHNICIAN, Profile.CUSTOMER)
    with pytest.raises(UnknownPaper):
        reported(desk, f"{number} {wrong}")


def test_letters_printed_after_a_joining_are_noted_at_the_incident_that_goes_on(desk: Office) -> None:
    older, newer = two_losses(desk)
    papers = desk.desk.papers
    drawn = papers.letters_pdf(desk.owner, newer, english)
    assert drawn.people == drawn.lines  # nobody of them was joined with another registration
    made_up = desk.desk.start_drill(desk.owner, IncidentKind.LOST_PAPER, english)
    assert papers.letters_pdf(desk.owner, made_up, english).people == ()
    desk.desk.join(desk.owner, older, newer)
    papers.letters_printed(desk.owner, newer, drawn)
    told = {one.customer for one in desk.get(older).concerned if one.letter_at}
    assert told == set(drawn.lines)
    assert TimelineStep.LETTERS_PRINTED in {event.step for event in desk.get(older).events}
    assert TimelineStep.LETTERS_PRINTED not in {event.step for event in desk.get(newer).events}
    assert [subject for subject, _details in desk.log(Action.INCIDENT_LETTERS)] == [f"incident:{older}"]


def test_whom_it_concerns_is_not_narrowed_by_who_saw_less(desk: Office) -> None:
    listing, incident = desk.desk.customers, desk.opened(IncidentKind.OTHER)
    listing.set_extent(desk.owner, incident, Extent.EVERYBODY, shown=Extent.OPEN)
    with pytest.raises(ChangedMeanwhile):
        listing.set_extent(desk.owner, incident, Extent.LISTED, shown=Extent.OPEN)
    assert desk.get(incident).extent is Extent.EVERYBODY
