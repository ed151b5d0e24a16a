"""No loss of a paper is swallowed: not in a long list, and not by an incident about something else."""

from __future__ import annotations

import pytest

from hvacdesk.domain.incidents.incident_errors import TooManyPapers, UnknownPaper
from hvacdesk.domain.incidents.incident_steps import TimelineStep, event_text
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.incidents.leak_rules import IncidentKind
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.papers.register import PaperKind, PaperRow, PaperState
from hvacdesk.domain.roles import Role
from hvacdesk.domain.text.wording import english
from hvacdesk.services.incidents import paper_naming
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.store.incidents import incidents as incidents_store
from tests.helpers.printed_papers import print_paper
from tests.unit.services.incidents.test_incidents import Office, desk

__all__ = ["desk"]


def printed(desk: Office) -> PaperRow:
    return print_paper(desk.ground.workplace, desk.ground.desk, PaperKind.LABEL, desk.customers[0])


def reported(desk: Office, kind: IncidentKind, *papers: str) -> str:
    what = Happening(kind, "宛先を違えて送りました", paper="\n".join(papers))
    number = desk.desk.report(desk.ground.people[Role.TECHNICIAN], what)
    return next(one.incident for one in desk.desk.all(desk.owner) if one.number == number)


def lose(desk: Office, paper: PaperRow, part_of: str = "") -> None:
    desk.papers.register_return(desk.ground.desk, paper.paper, PaperState.LOST, part_of=part_of)


def said(incident: IncidentDetail) -> list[str]:
    return [event_text(one, english) for one in incident.events if one.step is TimelineStep.PAPER_LOST]


def seen_as_lost(desk: Office) -> list[str]:
    """The papers in the red box of the first page."""
    return [loss.number for loss in desk.papers.losses.waiting(desk.ground.desk) if not loss.found_on]


# A long list


def test_every_paper_of_a_long_report_is_named_and_lost(desk: Office) -> None:
    papers = [printed(desk).number for _one in range(230)]
    incident = reported(desk, IncidentKind.STOLEN_PAPER, *papers)
    assert [one.number for one in desk.get(incident).papers] == papers
    assert sorted(seen_as_lost(desk)) == sorted(papers)
    states = {desk.papers.find(desk.ground.desk, one).state for one in papers}
    assert states == {PaperState.LOST}


def test_a_line_far_down_that_names_no_paper_is_told(desk: Office) -> None:
    papers = [printed(desk).number for _one in range(205)]
    with pytest.raises(UnknownPaper) as wrong:
        reported(desk, IncidentKind.STOLEN_PAPER, *papers, "これは番号ではない")
    assert wrong.value.details["line"] == 206
    assert desk.desk.all(desk.owner) == ()


def test_more_than_are_named_at_once_are_refused_in_words(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paper_naming, "MOST_NAMED", 3)
    papers = [printed(desk).number for _one in range(4)]
    with pytest.raises(TooManyPapers) as refused:
        reported(desk, IncidentKind.STOLEN_PAPER, *papers)
    assert refused.value.field == "paper"
    assert refused.value.what.text.format(**refused.value.details).startswith("4 papers are named here")
    assert desk.desk.all(desk.owner) == ()
    incident = reported(desk, IncidentKind.STOLEN_PAPER, *papers[:3])
    desk.desk.add_to_report(desk.ground.people[Role.TECHNICIAN], incident, papers[3])
    assert len(desk.get(incident).papers) == 4


# An incident about something else


def test_a_loss_is_seen_though_somebody_works_on_something_else_with_the_paper(desk: Office) -> None:
    paper = printed(desk)
    sent = reported(desk, IncidentKind.MIS_SENT, paper.number)
    desk.desk.begin(desk.owner, sent)
    assert seen_as_lost(desk) == []
    lose(desk, paper)
    lost, other = desk.desk.all(desk.owner)
    assert (lost.kind, other.incident) == (IncidentKind.LOST_PAPER, sent)
    assert seen_as_lost(desk) == [paper.number]
    assert said(desk.get(sent)) == [f"{paper.number}  {lost.number}"]
    assert said(desk.get(lost.incident)) == []
    assert [one.begun for one in desk.desk.open(desk.owner)] == [False, True]
    assert {details["paper"] for _who, details in desk.log(Action.INCIDENT_CHANGED)} == {paper.number}


def test_a_loss_is_a_line_in_what_nobody_has_begun_and_begins_nothing(desk: Office) -> None:
    paper = printed(desk)
    sent = reported(desk, IncidentKind.MIS_SENT, paper.number)
    lose(desk, paper)
    (only,) = desk.desk.open(desk.owner)
    assert (only.incident, only.begun) == (sent, False)
    assert said(desk.get(sent)) == [paper.number]
    assert seen_as_lost(desk) == [paper.number]


def test_an_incident_about_papers_that_are_gone_holds_the_loss_though_it_is_begun(desk: Office) -> None:
    paper = printed(desk)
    desk.papers.register_return(desk.ground.desk, paper.paper, PaperState.SHREDDED)
    stolen = reported(desk, IncidentKind.STOLEN_PAPER, paper.number)
    desk.desk.begin(desk.owner, stolen)
    sent = reported(desk, IncidentKind.MIS_SENT, paper.number)
    desk.papers.register_return(desk.ground.desk, paper.paper, PaperState.LOST, overrule=PaperState.SHREDDED)
    assert len(desk.desk.all(desk.owner)) == 2
    assert said(desk.get(stolen)) == [paper.number]
    assert said(desk.get(sent)) == [f"{paper.number}  {desk.get(stolen).number}"]


def test_a_report_of_a_theft_says_its_papers_once_and_tells_the_other_incident(desk: Office) -> None:
    paper = printed(desk)
    sent = reported(desk, IncidentKind.MIS_SENT, paper.number)
    stolen = reported(desk, IncidentKind.STOLEN_PAPER, paper.number)
    assert said(desk.get(stolen)) == []
    assert said(desk.get(sent)) == [f"{paper.number}  {desk.get(stolen).number}"]
    assert len(desk.desk.all(desk.owner)) == 2


def test_a_loss_belongs_to_the_incident_that_is_chosen_though_another_names_the_paper(desk: Office) -> None:
    paper = printed(desk)
    sent = reported(desk, IncidentKind.MIS_SENT, paper.number)
    chosen = reported(desk, IncidentKind.OTHER, printed(desk).number)
    lose(desk, paper, part_of=chosen)
    assert paper.number in [one.number for one in desk.get(chosen).papers]
    assert said(desk.get(sent)) == [f"{paper.number}  {desk.get(chosen).number}"]
    assert len(desk.desk.all(desk.owner)) == 2


def test_a_paper_that_is_lost_once_more_is_missing_again_where_it_belongs(desk: Office) -> None:
    paper = printed(desk)
    lose(desk, paper)
    (incident,) = (one.incident for one in desk.desk.all(desk.owner))
    desk.papers.register_return(desk.ground.desk, paper.paper, PaperState.KEPT)
    assert seen_as_lost(desk) == []
    lose(desk, paper, part_of=incident)
    assert seen_as_lost(desk) == [paper.number]
    assert said(desk.get(incident)) == [paper.number]
    assert len(desk.desk.all(desk.owner)) == 1


def test_a_lost_paper_that_is_taken_off_is_not_covered_by_what_was_closed_before(desk: Office) -> None:
    paper = printed(desk)
    sent = reported(desk, IncidentKind.MIS_SENT, paper.number)
    with desk.ground.workplace.transaction() as session:
        row = incidents_store.get(session, sent)
        incidents_store.close(row, desk.owner.account, desk.ground.workplace.now())
    lose(desk, paper)
    lost = next(one.incident for one in desk.desk.all(desk.owner) if one.kind is IncidentKind.LOST_PAPER)
    number = desk.desk.take_paper_off(desk.owner, lost, paper.paper)
    assert number
    assert seen_as_lost(desk) == [paper.number]
