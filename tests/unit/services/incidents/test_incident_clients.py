"""A leak of a client contractor's data: the client 元請 is told first, and it is not forgotten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from hvacdesk.domain.errors import ChangedMeanwhile, InvalidInput, Missing
from hvacdesk.domain.incidents.incident_gaps import Gap, StillMissing, gaps
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.incident_texts import IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail, IncidentFacts
from hvacdesk.domain.incidents.leak_rules import (
    ANSWERED,
    Answer,
    Assessment,
    IncidentKind,
    LeakVerdict,
    Trigger,
)
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.partners.partners import ClientTerms, FirmFacts
from hvacdesk.services.incidents.incidents import Happening, Incidents
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.partners.partners import Partners
from hvacdesk.store.incidents import incidents as store
from tests.helpers.finished_incident import finish
from tests.helpers.ground import Ground, new_ground
from tests.helpers.incident_writing import assess, save_facts, write
from tests.helpers.sample_records import Person, add_customer, add_job

TODAY = "2026-11-24"
NO = dict.fromkeys(ANSWERED, Answer.NO)
CLIENT = "見本建設株式会社"
TERMS = ClientTerms(leak_hours=24, leak_contact="安全管理課 052-000-0190")
OURS = Person(family="河合", given="桃子", phone="052-411-2233", email="momo@kawai.example", street="1-1")


@dataclass
class Desk:
    """A ground with a client's customer and an own one."""

    ground: Ground
    leaks: Incidents
    partners: Partners
    theirs: str
    ours: str

    def reported(self, *numbers: str) -> str:
        """An incident about the customers of these numbers; its record id."""
        owner = self.ground.owner
        what = Happening(IncidentKind.MIS_SENT, "FAXを間違えました", TODAY, customer=numbers[0])
        self.leaks.report(self.ground.desk, what)
        incident = self.leaks.all(owner)[0].incident
        with self.ground.workplace.transaction() as session:
            for number in numbers[1:]:
                self.leaks.customers.put_by_number(session, store.get(session, incident), number)
        return incident

    def get(self, incident: str) -> IncidentDetail:
        return self.leaks.get(self.ground.owner, incident)

    def kinds(self) -> list[DutyKind]:
        return [duty.kind for duty in self.leaks.duties(self.ground.owner)]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    ground = new_ground(tmp_path)
    with ground.workplace.transaction() as session:
        theirs, ours = (add_customer(session, person) for person in (Person(), OURS))
        add_job(session, theirs, Person(), state=JobState.ARRANGED, on=TODAY, client_contractor="見本建設㈱")
        numbers = theirs.number, ours.number
    partners = Partners(ground.workplace)
    partners.register(ground.owner, FirmFacts(CLIENT, partner=False, client=True, terms=TERMS))
    papers = Papers(ground.workplace, WorkOrders(ground.workplace))
    yield Desk(ground, Incidents(ground.workplace, papers), partners, *numbers)
    ground.close()


def test_the_client_is_told_first_and_has_its_day_in_the_calendar(desk: Desk) -> None:
    incident = desk.reported(desk.theirs)
    found = desk.get(incident)
    (client,) = found.clients_to_tell
    assert (client.client, client.hours, client.contact) == ("見本建設㈱", 24, TERMS.leak_contact)
    assert client.due == date(2026, 11, 25)
    assert gaps(found)[0] is Gap.CLIENT
    assert [one.clients for one in found.concerned] == [("見本建設㈱",)]
    (duty,) = (one for one in desk.leaks.duties(desk.ground.owner) if one.kind is DutyKind.INCIDENT_CLIENT)
    assert (duty.due, duty.about, duty.record) == (date(2026, 11, 25), found.number, incident)
    assert desk.leaks.all(desk.ground.owner)[0].next_due == "2026-11-25"


def test_three_times_no_does_not_make_it_forgotten(desk: Desk) -> None:
    """Nothing to report to the commission: the contract's duty stays."""
    owner, incident = desk.ground.owner, desk.reported(desk.theirs)
    finish(desk.leaks, owner, incident)
    assess(desk.leaks, owner, incident, Assessment(NO, client=CLIENT))
    assert gaps(desk.get(incident)) == (Gap.CLIENT,)
    assert DutyKind.INCIDENT_CLIENT in desk.kinds()
    with pytest.raises(StillMissing):
        desk.leaks.close(owner, incident)
    with pytest.raises(Missing):
        desk.leaks.writing.note_client_told(owner, incident, CLIENT, "", shown="")
    with pytest.raises(InvalidInput):
        desk.leaks.writing.note_client_told(owner, incident, "別の会社", TODAY, shown="")
    desk.leaks.writing.note_client_told(owner, incident, CLIENT, TODAY, shown="")
    found = desk.get(incident)
    assert (found.assessment.client, found.assessment.client_told_on) == (CLIENT, TODAY)
    assert (found.events[-1].step, found.events[-1].text) == (TimelineStep.CLIENT_TOLD, f"{TODAY} {CLIENT}")
    assert gaps(found) == ()
    assert DutyKind.INCIDENT_CLIENT not in desk.kinds()
    desk.leaks.close(owner, incident)


def test_a_reason_stands_in_for_telling(desk: Desk) -> None:
    owner, incident = desk.ground.owner, desk.reported(desk.theirs)
    write(desk.leaks, owner, incident, IncidentPart.NO_CLIENT, "元請の工事とは別の、当社の工事の書類")
    assert Gap.CLIENT not in gaps(desk.get(incident))
    assert DutyKind.INCIDENT_CLIENT not in desk.kinds()


def test_the_hours_begin_on_the_day_of_knowing(desk: Desk) -> None:
    owner, incident = desk.ground.owner, desk.reported(desk.theirs)
    save_facts(desk.leaks, owner, incident, IncidentFacts(IncidentKind.MIS_SENT, "2026-11-20"))
    (client,) = desk.get(incident).clients
    assert client.last_moment == "2026-11-21 00:00"


def test_who_need_not_hear_first_is_no_duty(desk: Desk) -> None:
    owner, incident = desk.ground.owner, desk.reported(desk.theirs)
    (firm,) = (row for row in desk.partners.all(owner) if row.facts.firm == CLIENT)
    agreed = replace(firm.facts, terms=replace(TERMS, leak_first=False))
    desk.partners.change(owner, firm.record, agreed, shown=firm.facts)
    assert desk.get(incident).clients == ()
    assert DutyKind.INCIDENT_CLIENT not in desk.kinds()


def test_own_customers_of_the_same_incident_are_still_told_and_reported(desk: Desk) -> None:
    """The client's duties are for the client's customers alone."""
    owner, incident = desk.ground.owner, desk.reported(desk.theirs, desk.ours)
    assess(desk.leaks, owner, incident, Assessment({**NO, Trigger.IMPROPER: Answer.YES}))
    desk.leaks.writing.note_client_told(owner, incident, CLIENT, TODAY, shown="")
    found = desk.get(incident)
    assert [one.number for one in found.own_customers] == [desk.ours]
    assert found.judgement.verdict is LeakVerdict.REPORT
    assert desk.leaks.all(owner)[0].verdict is LeakVerdict.REPORT
    assert Gap.TELLING in gaps(found)


def test_a_day_on_which_a_client_was_told_is_written_over_as_it_was_shown(desk: Desk) -> None:
    owner, incident = desk.ground.owner, desk.reported(desk.theirs)
    desk.leaks.writing.note_client_told(owner, incident, CLIENT, "2026-11-23", shown="")
    with pytest.raises(ChangedMeanwhile):
        desk.leaks.writing.note_client_told(owner, incident, CLIENT, TODAY, shown="")
    assert [one.told_on for one in desk.get(incident).clients] == ["2026-11-23"]
    desk.leaks.writing.note_client_told(owner, incident, CLIENT, TODAY, shown="2026-11-23")
    assert [one.told_on for one in desk.get(incident).clients] == [TODAY]


def test_joining_keeps_who_was_told(desk: Desk) -> None:
    owner, first = desk.ground.owner, desk.reported(desk.theirs)
    desk.leaks.writing.note_client_told(owner, first, CLIENT, TODAY, shown="")
    second = desk.reported(desk.theirs)
    assess(desk.leaks, owner, second, Assessment(NO))
    desk.leaks.join(owner, second, first)
    assert desk.get(second).clients_to_tell == ()
    assert desk.get(second).assessment.triggers == NO
