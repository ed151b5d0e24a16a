"""What customers read of an incident: worded for them, and nothing of what is written down inside."""

from __future__ import annotations

import pytest

from hvacdesk.domain.errors import ChangedMeanwhile, Missing, NotPermitted, RecordGone
from hvacdesk.domain.incidents.concerned import ListReason
from hvacdesk.domain.incidents.incident_errors import IncidentClosed, NamesCustomer
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.incident_texts import LETTER_PARTS, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentFacts
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.papers.register import PaperKind, PaperState
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.services.language import words_for
from tests.helpers.finished_incident import finish
from tests.helpers.incident_writing import save_facts, write
from tests.helpers.paper import read_text
from tests.helpers.printed_papers import print_paper
from tests.unit.services.incidents.test_incidents import TODAY, Office, desk

__all__ = ["desk"]

INSIDE = "佐藤がコンビニに寄り鍵をかけ忘れた"


def stolen(desk: Office) -> str:
    """A copy was stolen from a van; whoever reports it says more than customers should read."""
    copy = desk.orders.issue(desk.ground.desk, desk.job, (Profile.TECHNICIAN,), english).copies[0]
    desk.desk.report(desk.ground.desk, Happening(IncidentKind.STOLEN_PAPER, INSIDE, "2026-11-23", copy.code))
    return desk.desk.all(desk.owner)[0].incident


def test_nothing_written_inside_reaches_a_customer(desk: Office) -> None:
    incident = stolen(desk)
    for part in IncidentPart:
        if part not in LETTER_PARTS:
            write(desk.desk, desk.owner, incident, part, INSIDE)
    papers = desk.desk.papers
    for words in (english, words_for("ja")):
        letters = read_text(papers.letters_pdf(desk.owner, incident, words).pdf)
        assert INSIDE not in letters
        assert INSIDE not in read_text(papers.notice_pdf(desk.owner, incident, words))
    printed = "".join(letters.split())
    for said in ("盗難に遭いました", "作業指示書", "1枚", "発生した日：2026年11月23日", "2026年11月24日"):
        assert said in printed, said


def test_the_person_responsible_words_the_letters(desk: Office) -> None:
    incident, papers = stolen(desk), desk.desk.papers
    proposed = papers.letter_texts(desk.owner, incident, english)
    assert set(proposed) == set(LETTER_PARTS)
    worded = {**proposed, IncidentPart.LETTER_CAUSE: "車から鞄ごと盗まれました。"}
    papers.word_letters(desk.owner, incident, worded, english, shown=proposed)
    assert "車から鞄ごと盗まれました。" in read_text(papers.letters_pdf(desk.owner, incident, english).pdf)
    kept = desk.get(incident).texts
    assert [part for part in LETTER_PARTS if part in kept] == [IncidentPart.LETTER_CAUSE], (
        "the rest follows the facts"
    )
    save_facts(desk.desk, desk.owner, incident, IncidentFacts(IncidentKind.LOST_PAPER, TODAY))
    assert "We lost papers" in papers.letter_texts(desk.owner, incident, english)[IncidentPart.LETTER_WHAT]
    with pytest.raises(ChangedMeanwhile):
        papers.word_letters(desk.owner, incident, proposed, english, shown=proposed)
    now = papers.letter_texts(desk.owner, incident, english)
    assert now[IncidentPart.LETTER_CAUSE] == "車から鞄ごと盗まれました。"
    named = {IncidentPart.LETTER_WHAT: "柳川美沙緒 様の書類"}
    with pytest.raises(NamesCustomer):
        papers.word_letters(desk.owner, incident, named, english, shown=now)
    with pytest.raises(NotPermitted):
        papers.word_letters(desk.ground.desk, incident, worded, english, shown=now)


def test_a_paper_that_was_found_again_is_said_of_its_customer_and_in_the_letter(desk: Office) -> None:
    incident = stolen(desk)
    fields = frozenset(desk.get(incident).fields)
    desk.desk.customers.add(desk.owner, incident, desk.numbers[1], fields, ListReason.STAFF_SAID)
    (paper,) = desk.get(incident).papers
    assert [one.found_on for one in desk.get(incident).concerned] == ["", ""]
    desk.papers.register_return(desk.ground.desk, paper.paper, PaperState.SHREDDED)
    found = {one.number: one.found_on for one in desk.get(incident).concerned}
    assert found == {desk.numbers[0]: TODAY, desk.numbers[1]: ""}
    text = read_text(desk.desk.papers.letters_pdf(desk.owner, incident, english).pdf)
    assert text.count("was found again on") == 1
    desk.desk.customers.take_off(desk.owner, incident, desk.customers[0], ListReason.PAPER_FOUND)
    assert [one.number for one in desk.get(incident).concerned] == [desk.numbers[1]]


def test_who_reported_reads_their_own_words_and_adds_papers(desk: Office) -> None:
    incident, mine = stolen(desk), desk.desk.own_reports
    (report,) = mine(desk.ground.desk)
    assert (report.incident, len(report.papers), report.open) == (incident, 1, True)
    desk.desk.report(desk.ground.desk, Happening(IncidentKind.STOLEN_PAPER, INSIDE))
    assert [one.text for one in mine(desk.ground.desk)] == [INSIDE, ""], "nobody is known to be concerned"
    assert mine(desk.ground.people[Role.TECHNICIAN]) == ()
    other = print_paper(desk.ground.workplace, desk.ground.desk, PaperKind.LABEL, desk.customers[1]).number
    desk.desk.add_to_report(desk.ground.desk, incident, other)
    assert mine(desk.ground.desk)[1].papers == (*report.papers, other)
    assert {one.customer for one in desk.get(incident).concerned} == set(desk.customers)
    with pytest.raises(Missing):
        desk.desk.add_to_report(desk.ground.desk, incident, " ")
    with pytest.raises(RecordGone):
        desk.desk.add_to_report(desk.ground.people[Role.TECHNICIAN], incident, other)
    write(desk.desk, desk.owner, desk.desk.all(desk.owner)[0].incident, IncidentPart.WHAT, "責任者の言葉")
    assert mine(desk.ground.desk)[0].text == "", "what the person responsible worded is not theirs"


def test_looking_at_an_incident_is_not_working_at_it(desk: Office) -> None:
    incident = stolen(desk)
    before = desk.desk.open(desk.owner)
    desk.desk.look_at(desk.owner, incident)
    assert desk.desk.open(desk.owner) == before
    found = desk.get(incident)
    assert (found.seen_by, found.begun, desk.desk.all(desk.owner)[0].begun) == (desk.owner.name, False, False)
    write(desk.desk, desk.owner, incident, IncidentPart.CAUSE, "鍵をかけ忘れた")
    assert (desk.desk.all(desk.owner)[0].begun, desk.get(incident).begun) == (True, True)


def test_who_works_at_an_incident_says_so_once(desk: Office) -> None:
    incident = stolen(desk)
    desk.desk.begin(desk.owner, incident)
    desk.desk.begin(desk.owner, incident)
    found = desk.get(incident)
    assert [one.by for one in found.events if one.step is TimelineStep.BEGUN] == [desk.owner.name]
    assert found.begun
    (row,) = desk.desk.open(desk.owner)
    assert (row.begun, row.next.kind if row.next else None) == (True, DutyKind.INCIDENT_PRELIMINARY)
    finish(desk.desk, desk.owner, incident)
    desk.desk.close(desk.owner, incident)
    assert desk.desk.open(desk.owner) == ()
    with pytest.raises(IncidentClosed):
        desk.desk.begin(desk.owner, incident)
