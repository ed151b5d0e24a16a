"""The leak desk: found customers, the law, telling people, papers, and closing only when nothing is
missing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from sqlalchemy import delete, insert, select

from hvacdesk.domain.customers.customer_numbers import NoSuchCustomer
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import (
    BadDate,
    ChangedMeanwhile,
    InvalidInput,
    Missing,
    NotPermitted,
    RecordGone,
    TooLong,
)
from hvacdesk.domain.exchange.exporting import ExportExtent
from hvacdesk.domain.incidents.concerned import Extent, Found, ListReason, Outcome
from hvacdesk.domain.incidents.exposure import EVERY_FIELD, fields_of_profile
from hvacdesk.domain.incidents.incident_errors import IncidentClosed, NamesCustomer, UnknownPaper
from hvacdesk.domain.incidents.incident_gaps import Gap, StillMissing, gaps
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.incident_texts import TEXT_LIMIT, CommissionReport, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail, IncidentFacts, Measure
from hvacdesk.domain.incidents.leak_rules import (
    ANSWERED,
    Answer,
    Assessment,
    IncidentKind,
    LeakVerdict,
    Trigger,
)
from hvacdesk.domain.jobs.jobs import JobState
from hvacdesk.domain.office.office import LegalForm, OfficeFacts
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.oversight.duties import DutyKind
from hvacdesk.domain.papers.register import PaperState
from hvacdesk.domain.papers.work_orders import Profile
from hvacdesk.domain.roles import Actor, Role
from hvacdesk.domain.staff.standing import DutiesOverdue
from hvacdesk.domain.text.refused_numbers import RefusedNumber
from hvacdesk.domain.text.wording import english
from hvacdesk.services.customers.customers import Customers
from hvacdesk.services.incidents.concerned import NothingToSearchBy
from hvacdesk.services.incidents.incidents import Happening, Incidents
from hvacdesk.services.incidents.printing import NobodyToWriteTo
from hvacdesk.services.office.drafts import Drafts
from hvacdesk.services.papers.register import Papers
from hvacdesk.services.papers.work_orders import WorkOrders
from hvacdesk.services.staff.rule_texts import Rules
from hvacdesk.store.disposal import open_matters
from hvacdesk.store.models import Customer, CustomerPhone, DisposalBatch, DisposalItem
from hvacdesk.store.office import office
from hvacdesk.store.oversight import audit_log
from hvacdesk.store.requests import suspension
from tests.helpers.ground import Ground, new_ground
from tests.helpers.incident_writing import assess, edit_item, keep_measure, save_facts, write
from tests.helpers.paper import read_text
from tests.helpers.sample_records import Person, add_customer, add_job

TODAY = "2026-11-24"
NO = dict.fromkeys(ANSWERED, Answer.NO)
YANAGAWA, KAWAI = (
    Person(),
    Person(family="河合", given="桃子", phone="052-411-2233", email="momo@kawai.example", street="1-1"),
)


@dataclass
class Office:
    """A ground with two customers, one of them with a job today."""

    ground: Ground
    desk: Incidents
    papers: Papers
    orders: WorkOrders
    customers: tuple[str, str]
    numbers: tuple[str, str]
    job: str

    @property
    def owner(self) -> Actor:
        return self.ground.owner

    def lost(self) -> str:
        """A technician's copy is reported lost; the incident's record id."""
        copy = self.orders.issue(self.ground.desk, self.job, (Profile.TECHNICIAN,), english).copies[0]
        self.papers.register_return(self.ground.desk, copy.code, PaperState.LOST)
        return self.desk.all(self.owner)[0].incident

    def opened(self, kind: IncidentKind, **facts: str) -> str:
        """An incident of a kind, with the facts."""
        self.desk.report(self.ground.desk, Happening(kind, "気づいたことを報告します"))
        incident = self.desk.all(self.owner)[0].incident
        save_facts(self.desk, self.owner, incident, IncidentFacts(kind, TODAY, **facts))
        return incident

    def get(self, incident: str) -> IncidentDetail:
        return self.desk.get(self.owner, incident)

    def log(self, action: Action) -> list[tuple[str, dict[str, object]]]:
        with self.ground.workplace.reading() as session:
            found = audit_log.entries(session, limit=2000, action=action)
        return [(entry.subject, entry.details) for entry in found]

    def record(self, actor: Actor, action: Action, subject: str = "", **details: object) -> None:
        with self.ground.workplace.transaction() as session:
            self.ground.workplace.record(session, actor, action, subject, **details)  # type: ignore[arg-type]

    def finish(self, incident: str) -> None:
        """Do everything that is asked of an incident that is not reported."""
        for part in (IncidentPart.WHAT, IncidentPart.CAUSE, IncidentPart.ACTIONS):
            write(self.desk, self.owner, incident, part, "書きました")
        assess(self.desk, self.owner, incident, Assessment(NO))
        who = [one.customer for one in self.get(incident).concerned]
        self.desk.customers.note_told(self.owner, incident, who, Outcome.REACHED)
        measure = Measure("", "車に鍵付きの箱を置く", self.owner.account, "2026-12-10")
        keep_measure(self.desk, self.owner, incident, measure)
        self.desk.writing.finish_measure(self.owner, incident, self.get(incident).measures[0])


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Office]:
    ground = new_ground(tmp_path)
    with ground.workplace.transaction() as session:
        facts = OfficeFacts("唐山空調", "052-111-2222", "", LegalForm.COMPANY, 3, privacy_manager="伊藤")
        office.save_facts(session, facts)
        people = [add_customer(session, person) for person in (YANAGAWA, KAWAI)]
        job = add_job(session, people[0], YANAGAWA, state=JobState.ARRANGED, on=TODAY).record_id
        ids, numbers = tuple(one.record_id for one in people), tuple(one.number for one in people)
    orders = WorkOrders(ground.workplace)
    papers = Papers(ground.workplace, orders)
    made = Office(
        ground,
        Incidents(ground.workplace, papers),
        papers,
        orders,
        ids,  # type: ignore[arg-type]
        numbers,  # type: ignore[arg-type]
        job,
    )
    yield made
    ground.close()


def test_a_lost_work_order_comes_filled_in(desk: Office) -> None:
    found = desk.get(desk.lost())
    assert (found.number, found.facts.kind, found.facts.known_on) == (
        "I-0001",
        IncidentKind.LOST_PAPER,
        TODAY,
    )
    (who,) = found.concerned
    assert (who.customer, who.found, who.name.text) == (desk.customers[0], Found.PAPER, "柳川 ●●")
    assert set(who.fields) == fields_of_profile(Profile.TECHNICIAN)
    assert found.extent is Extent.LISTED
    assert found.paper_numbers
    assert found.judgement.verdict is LeakVerdict.UNDECIDED
    assert [day.isoformat() for day in (found.deadlines.preliminary_to, found.deadlines.final)] == [
        "2026-11-28",
        "2026-12-23",
    ]


def test_anybody_reports_and_only_the_owner_handles(desk: Office) -> None:
    for role, person in desk.ground.people.items():
        number = desk.desk.report(person, Happening(IncidentKind.MIS_SENT, "FAXを間違えました", TODAY))
        assert number.startswith("I-")
        if role is not Role.OWNER:
            with pytest.raises(NotPermitted):
                desk.desk.all(person)
            assert desk.desk.waiting(person) == 0
            assert desk.desk.duties(person) == ()
            assert desk.desk.open(person) == ()
    assert desk.desk.waiting(desk.owner) == len(desk.ground.people) == len(desk.desk.open(desk.owner))


def test_a_report_finds_its_paper_and_customer(desk: Office) -> None:
    copy = desk.orders.issue(desk.ground.desk, desk.job, (Profile.TECHNICIAN,), english).copies[0]
    what = Happening(IncidentKind.MIS_SENT, "渡し間違えました", TODAY, copy.code, desk.numbers[1])
    desk.desk.report(desk.ground.people[Role.TECHNICIAN], what)
    found = desk.get(desk.desk.all(desk.owner)[0].incident)
    assert {one.customer: one.found for one in found.concerned} == {
        desk.customers[0]: Found.PAPER,
        desk.customers[1]: Found.HAND,
    }


@pytest.mark.parametrize(
    ("changes", "field", "refusal"),
    [
        ({"text": " "}, "text", Missing),
        ({"happened_on": "2026-11-25"}, "happened_on", BadDate),
        ({"paper": "9999"}, "paper", UnknownPaper),
        ({"customer": "C-999999"}, "customer", NoSuchCustomer),
    ],
)
def test_a_report_that_cannot_be_right_says_where(
    desk: Office, changes: dict[str, str], field: str, refusal: type[InvalidInput]
) -> None:
    with pytest.raises(refusal) as refused:
        desk.desk.report(
            desk.owner,
            Happening(**({"kind": IncidentKind.OTHER, "text": "何か起きた"} | changes)),  # type: ignore[arg-type]
        )
    assert refused.value.field == field
    assert desk.desk.all(desk.owner) == ()


def test_what_an_account_saw_printed_or_exported_is_found_in_the_log(desk: Office) -> None:
    clerk, other = desk.ground.desk, desk.ground.people[Role.ACCOUNTING]
    desk.record(
        clerk,
        Action.REVEALED,
        f"customer:{desk.customers[1]}",
        fields=[CustomerField.PHONE.value],
        reason=RevealReason.CALL.value,
    )
    desk.orders.issue(clerk, desk.job, (Profile.OFFICE,), english)
    desk.record(other, Action.REVEALED, f"customer:{desk.customers[0]}", fields=["payment"], reason="call")
    incident = desk.opened(IncidentKind.MISUSE, account=clerk.account, happened_from=TODAY)
    assert desk.desk.customers.find(desk.owner, incident) == 2
    fields = {one.customer: set(one.fields) for one in desk.get(incident).concerned}
    assert fields == {
        desk.customers[1]: {CustomerField.PHONE},
        desk.customers[0]: fields_of_profile(Profile.OFFICE),
    }
    assert desk.desk.customers.find(desk.owner, incident) == 0


def test_days_bound_the_search(desk: Office) -> None:
    clerk = desk.ground.desk
    desk.record(clerk, Action.REVEALED, f"customer:{desk.customers[0]}", fields=["name"], reason="call")
    desk.ground.clock.pass_time(days=3)
    desk.record(clerk, Action.REVEALED, f"customer:{desk.customers[1]}", fields=["name"], reason="call")
    incident = desk.opened(
        IncidentKind.STOLEN_PC, account=clerk.account, happened_from=TODAY, happened_until=TODAY
    )
    desk.desk.customers.find(desk.owner, incident)
    assert [one.customer for one in desk.get(incident).concerned] == [desk.customers[0]]


def test_an_export_concerns_everybody(desk: Office) -> None:
    desk.record(desk.ground.desk, Action.CUSTOMERS_EXPORTED, extent=ExportExtent.FULL.value, customers=2)
    incident = desk.opened(IncidentKind.MISUSE, account=desk.ground.desk.account)
    assert desk.desk.customers.find(desk.owner, incident) == 2
    assert all(CustomerField.EMAIL in one.fields for one in desk.get(incident).concerned)


def test_malware_and_a_lost_key_concern_everybody_and_an_empty_fact_nobody(desk: Office) -> None:
    incident = desk.opened(IncidentKind.MALWARE)
    assert desk.desk.customers.find(desk.owner, incident) == 2
    found = desk.get(incident)
    assert (found.extent, set(found.fields)) == (Extent.EVERYBODY, EVERY_FIELD)
    with pytest.raises(NothingToSearchBy):
        desk.desk.customers.find(desk.owner, desk.opened(IncidentKind.MIS_SENT))


def test_a_wrong_disposal_leaves_numbers_only(desk: Office) -> None:
    with desk.ground.workplace.transaction() as session:
        batch = DisposalBatch(
            number="D-2026-01", month="2026-10", state="done", destroyed_at="2026-11-20T00:00:00Z"
        )
        batch.items = [DisposalItem(customer="f" * 32, customer_number="C-000777", decision="destroy")]
        session.add(batch)
        session.flush()
        record = batch.record_id
    incident = desk.opened(IncidentKind.WRONG_DISPOSAL, batch=record)
    assert desk.desk.customers.find(desk.owner, incident) == 1
    (who,) = desk.get(incident).concerned
    assert (who.number, who.name.text, who.living, who.out_of_reach) == ("C-000777", "", "", True)
    with pytest.raises(NobodyToWriteTo):
        desk.desk.papers.letters_pdf(desk.owner, incident, english)
    with pytest.raises(RecordGone):
        desk.desk.customers.to_call(desk.owner, incident, "f" * 32)
    assert Gap.SUBSTITUTE in gaps(desk.get(incident))
    desk.desk.writing.note_published(desk.owner, incident, TODAY, shown="")
    assert Gap.SUBSTITUTE not in gaps(desk.get(incident))


def test_customers_are_put_on_and_taken_off_with_a_reason(desk: Office) -> None:
    incident, listing = desk.lost(), desk.desk.customers
    listing.add(desk.owner, incident, desk.numbers[1], frozenset({CustomerField.NAME}), ListReason.STAFF_SAID)
    listing.take_off(desk.owner, incident, desk.customers[0], ListReason.NOT_CONCERNED)
    found = desk.get(incident)
    assert [one.customer for one in found.concerned] == [desk.customers[1]]
    assert found.people == 1
    listing.find(desk.owner, incident)
    assert [one.customer for one in desk.get(incident).concerned] == [desk.customers[1]]  # the hand wins
    for wrong in (ListReason.NOT_CONCERNED, ListReason.WRONG_ENTRY):
        with pytest.raises(InvalidInput):
            listing.add(desk.owner, incident, desk.numbers[1], frozenset({CustomerField.NAME}), wrong)
    with pytest.raises(InvalidInput):
        listing.add(desk.owner, incident, desk.numbers[1], frozenset(), ListReason.STAFF_SAID)


def test_merged_customers_are_one_person_and_get_one_letter(desk: Office) -> None:
    incident, listing = desk.lost(), desk.desk.customers
    listing.add(
        desk.owner, incident, desk.numbers[1], frozenset({CustomerField.PHONE}), ListReason.STAFF_SAID
    )
    with desk.ground.workplace.transaction() as session:
        first, second = (
            session.scalars(select(Customer).where(Customer.record_id == one)).one() for one in desk.customers
        )
        second.merged_into_id = first.id
    found = desk.get(incident)
    assert (found.people, len(found.concerned)) == (1, 2)
    assert {one.living for one in found.concerned} == {desk.customers[0]}
    pdf, letters, *_whom = desk.desk.papers.letters_pdf(desk.owner, incident, english)
    assert letters == 1
    text = read_text(pdf)
    assert text.count("美沙緒") == 1
    assert "桃子" not in text
    assert "Phone" in text


def test_a_customer_who_is_destroyed_later_stays_as_a_number(desk: Office) -> None:
    incident = desk.lost()
    with desk.ground.workplace.transaction() as session:
        session.execute(delete(Customer).where(Customer.record_id == desk.customers[0]))
    (who,) = desk.get(incident).concerned
    assert (who.number, who.name.text, who.out_of_reach) == (desk.numbers[0], "", True)
    text = read_text(desk.desk.papers.record_pdf(desk.owner, incident, english))
    assert desk.numbers[0] in text
    assert "柳川" not in text


def test_letters_are_full_and_logged_for_each_customer(desk: Office) -> None:
    incident = desk.lost()
    worded = {IncidentPart.LETTER_WHAT: "作業指示書1枚が見当たりません。"}
    shown = desk.desk.papers.letter_texts(desk.owner, incident, english)
    desk.desk.papers.word_letters(desk.owner, incident, worded, english, shown=shown)
    drawn = desk.desk.papers.letters_pdf(desk.owner, incident, english)
    text = read_text(drawn.pdf)
    assert drawn.letters == 1
    printed = "".join(text.split())
    for said in ("柳川美沙緒様", "3丁目41-7", "メゾン唐山502号室", "作業指示書1枚", "伊藤", "052-111-2222"):
        assert said in printed, said
    (entry,) = desk.log(Action.SHOWN_FOR_INCIDENT)
    assert entry[0] == f"customer:{desk.customers[0]}"
    assert entry[1]["fields"] == ["name", "address"]
    looked_at = desk.get(incident)
    assert (desk.log(Action.INCIDENT_LETTERS), looked_at.concerned[0].letter_at) == ([], "")
    assert TimelineStep.LETTERS_PRINTED not in {event.step for event in looked_at.events}
    desk.desk.papers.letters_printed(desk.owner, incident, drawn)
    (noted,) = desk.log(Action.INCIDENT_LETTERS)
    assert "柳川" not in str(noted)
    assert desk.get(incident).concerned[0].letter_at
    assert TimelineStep.LETTERS_PRINTED in {event.step for event in desk.get(incident).events}


def test_the_phone_comes_with_a_log_entry_and_calls_are_counted(desk: Office) -> None:
    incident, listing = desk.lost(), desk.desk.customers
    who = desk.customers[0]
    assert listing.to_call(desk.owner, incident, who) == ("柳川 美沙緒", "052-987-6543")
    assert desk.log(Action.SHOWN_FOR_INCIDENT)[0][1]["reason"] == "incident"
    listing.note_told(desk.owner, incident, [who], Outcome.NO_ANSWER)
    listing.note_told(desk.owner, incident, [who], Outcome.REACHED)
    (line,) = desk.get(incident).concerned
    assert (line.outcome, line.tries, line.told) == (Outcome.REACHED, 2, True)
    with pytest.raises(RecordGone):
        listing.to_call(desk.owner, incident, desk.customers[1])


def told_by_every_way(desk: Office, incident: str) -> None:
    """Call, write to and report about the customer concerned, and look into their history afterwards."""
    who = desk.customers[0]
    assert desk.desk.customers.to_call(desk.owner, incident, who)[0] == "柳川 美沙緒"
    assert desk.desk.papers.letters_pdf(desk.owner, incident, english).letters == 1
    for report in CommissionReport:
        assert desk.desk.papers.report_pdf(desk.owner, incident, report, english)
    seen = Customers(desk.ground.workplace).accesses(desk.owner, who)
    assert [one.details["fields"] for one in seen if one.action is Action.SHOWN_FOR_INCIDENT] == [
        ["name", "address"],
        ["name", "phone"],
    ]


def test_persons_concerned_are_told_though_the_owners_training_is_overdue(desk: Office) -> None:
    incident = desk.lost()
    Rules(desk.ground.workplace).take_proposals(desk.owner)
    desk.ground.clock.pass_time(days=31)
    with pytest.raises(DutiesOverdue):
        Customers(desk.ground.workplace).reveal(
            desk.owner, desk.customers[0], CustomerField.PHONE, RevealReason.INCIDENT
        )
    told_by_every_way(desk, incident)


def test_a_customer_whose_data_is_suspended_is_told_too(desk: Office) -> None:
    incident = desk.lost()
    with desk.ground.workplace.transaction() as session:
        row = session.scalars(select(Customer).where(Customer.record_id == desk.customers[0])).one()
        suspension.lock(session, row, TODAY)
    told_by_every_way(desk, incident)


NAMING = ("柳川美沙緒様の指示書", "柳川 美沙緒", "052-987-6543に電話", "misao@yanagawa.example")


@pytest.mark.parametrize("text", NAMING)
def test_no_text_may_name_a_customer_concerned(desk: Office, text: str) -> None:
    incident = desk.lost()
    for act in (
        lambda: write(desk.desk, desk.owner, incident, IncidentPart.CAUSE, text),
        lambda: desk.desk.writing.add_note(desk.owner, incident, text),
        lambda: edit_item(desk.desk, desk.owner, incident, CommissionReport.FINAL, 1, text),
        lambda: keep_measure(
            desk.desk, desk.owner, incident, Measure("", text, desk.owner.account, "2026-12-01")
        ),
    ):
        with pytest.raises(NamesCustomer):
            act()
    write(desk.desk, desk.owner, incident, IncidentPart.CAUSE, f"お客様 {desk.numbers[0]} の指示書")


def test_markup_is_text_on_every_paper(desk: Office) -> None:
    incident = desk.lost()
    markup = "<script>alert(1)</script><b>太字</b>&amp;"
    for part in IncidentPart:
        write(desk.desk, desk.owner, incident, part, markup)
    papers = desk.desk.papers
    for pdf in (
        papers.report_pdf(desk.owner, incident, CommissionReport.FINAL, english),
        papers.record_pdf(desk.owner, incident, english),
        papers.notice_pdf(desk.owner, incident, english),
        papers.letters_pdf(desk.owner, incident, english).pdf,
    ):
        assert markup in read_text(pdf)


def test_a_megabyte_is_refused_and_leaves_no_incident(desk: Office) -> None:
    with pytest.raises(TooLong) as refused:
        desk.desk.report(desk.ground.desk, Happening(IncidentKind.OTHER, "x" * 1_000_000))
    assert refused.value.limit == TEXT_LIMIT
    assert desk.desk.all(desk.owner) == ()
    incident = desk.lost()
    for put in (
        lambda text: write(desk.desk, desk.owner, incident, IncidentPart.CAUSE, text),
        lambda text: edit_item(desk.desk, desk.owner, incident, CommissionReport.FINAL, 1, text),
        lambda text: desk.desk.writing.add_note(desk.owner, incident, text),
    ):
        with pytest.raises(TooLong):
            put("あ" * (TEXT_LIMIT + 1))
        put("あ" * TEXT_LIMIT)


def test_card_numbers_are_refused_in_texts(desk: Office) -> None:
    with pytest.raises(RefusedNumber):
        write(
            desk.desk, desk.owner, desk.lost(), IncidentPart.WHAT, "カード 4111 1111 1111 1111 が書いてあった"
        )


def test_the_nine_items_follow_the_facts_until_a_hand_changes_one(desk: Office) -> None:
    incident, papers = desk.lost(), desk.desk.papers
    items = papers.items(desk.owner, incident, CommissionReport.PRELIMINARY, english)
    assert len(items) == 9
    assert "24 Nov 2026" in items[0]
    assert items[2] == "People: 1"
    edit_item(desk.desk, desk.owner, incident, CommissionReport.PRELIMINARY, 3, "1名（調査中）")
    assert papers.items(desk.owner, incident, CommissionReport.PRELIMINARY, english)[2] == "1名（調査中）"
    assert papers.items(desk.owner, incident, CommissionReport.FINAL, english)[2] == "People: 1"
    edit_item(desk.desk, desk.owner, incident, CommissionReport.PRELIMINARY, 3, "")
    assert papers.items(desk.owner, incident, CommissionReport.PRELIMINARY, english)[2] == "People: 1"
    text = papers.report_text(desk.owner, incident, CommissionReport.FINAL, english)
    assert [line[:2] for line in text.splitlines() if line[:1].isdigit() and line[1:2] == "."] == [
        f"{number}." for number in range(1, 10)
    ]
    pdf = read_text(papers.report_pdf(desk.owner, incident, CommissionReport.FINAL, english))
    assert "9. Other matters of note" in pdf
    assert "柳川" not in pdf
    assert "3-5-3-4" in pdf


def test_it_is_closed_only_when_nothing_is_missing_and_read_only_afterwards(desk: Office) -> None:
    incident = desk.lost()
    with pytest.raises(StillMissing) as refused:
        desk.desk.close(desk.owner, incident)
    assert set(refused.value.missing) == {
        Gap.WHAT,
        Gap.ASSESSMENT,
        Gap.TELLING,
        Gap.CAUSE,
        Gap.ACTIONS,
        Gap.PREVENTION,
    }
    desk.finish(incident)
    desk.desk.close(desk.owner, incident)
    found = desk.get(incident)
    assert (found.closed, found.closed_by, gaps(found)) == (True, desk.owner.name, ())
    listing = desk.desk.customers
    for act in (
        lambda: write(desk.desk, desk.owner, incident, IncidentPart.CAUSE, "x"),
        lambda: desk.desk.writing.add_note(desk.owner, incident, "x"),
        lambda: assess(desk.desk, desk.owner, incident, Assessment()),
        lambda: save_facts(desk.desk, desk.owner, incident, IncidentFacts(IncidentKind.OTHER, TODAY)),
        lambda: desk.desk.writing.note_sent(
            desk.owner, incident, CommissionReport.FINAL, TODAY, shown=("", "")
        ),
        lambda: desk.desk.close(desk.owner, incident),
        lambda: listing.find(desk.owner, incident),
        lambda: listing.set_extent(desk.owner, incident, Extent.EVERYBODY, shown=Extent.OPEN),
        lambda: listing.note_told(desk.owner, incident, list(desk.customers[:1]), Outcome.REACHED),
        lambda: desk.desk.papers.letters_pdf(desk.owner, incident, english),
    ):
        with pytest.raises(IncidentClosed):
            act()
    assert desk.desk.papers.record_pdf(desk.owner, incident, english)
    assert desk.desk.waiting(desk.owner) == 0


def test_no_half_typed_form_of_a_closed_incident_waits_for_anybody(desk: Office) -> None:
    closing, other = desk.lost(), desk.opened(IncidentKind.OTHER)
    drafts = Drafts(desk.ground.workplace)
    for incident in (closing, other):
        drafts.keep(desk.owner, "incident-note", f"{incident[:16]}-", {"typed": {"text": "書きかけ"}})
    desk.finish(closing)
    desk.desk.close(desk.owner, closing)
    assert [subject for _form, subject, _at in drafts.list(desk.owner)] == [f"{other[:16]}-"]


def test_a_reported_leak_needs_both_reports(desk: Office) -> None:
    incident = desk.lost()
    desk.finish(incident)
    assess(desk.desk, desk.owner, incident, Assessment({**NO, Trigger.FINANCIAL: Answer.UNKNOWN}))
    assert gaps(desk.get(incident)) == (Gap.PRELIMINARY, Gap.FINAL)
    assert {duty.kind: duty.due.isoformat() for duty in desk.desk.duties(desk.owner)} == {
        DutyKind.INCIDENT_PRELIMINARY: "2026-11-28",
        DutyKind.INCIDENT_FINAL: "2026-12-23",
    }
    desk.desk.writing.note_sent(
        desk.owner, incident, CommissionReport.PRELIMINARY, TODAY, "R8-0001", shown=("", "")
    )
    desk.desk.writing.note_sent(desk.owner, incident, CommissionReport.FINAL, TODAY, shown=("", ""))
    desk.desk.close(desk.owner, incident)
    assert desk.desk.duties(desk.owner) == ()


def test_measures_are_duties_until_they_are_done(desk: Office) -> None:
    incident = desk.lost()
    assess(desk.desk, desk.owner, incident, Assessment(NO))
    keep_measure(desk.desk, desk.owner, incident, Measure("", "箱", desk.owner.account, "2026-12-10"))
    (duty,) = desk.desk.duties(desk.owner)
    assert (duty.kind, duty.due.isoformat(), duty.about) == (DutyKind.PREVENTION, "2026-12-10", "I-0001")
    desk.desk.writing.finish_measure(desk.owner, incident, desk.get(incident).measures[0])
    assert desk.desk.duties(desk.owner) == ()


def test_what_was_sent_or_published_is_noted_over_what_was_shown(desk: Office) -> None:
    incident, report = desk.lost(), CommissionReport.FINAL
    sent, published = desk.desk.writing.note_sent, desk.desk.writing.note_published
    sent(desk.owner, incident, report, "2026-11-22", "R8-0001", shown=("", ""))
    published(desk.owner, incident, "2026-11-22", shown="")
    for shown in (("", ""), ("2026-11-22", "")):
        with pytest.raises(ChangedMeanwhile):
            sent(desk.owner, incident, report, TODAY, "R8-0002", shown=shown)
    with pytest.raises(ChangedMeanwhile):
        published(desk.owner, incident, TODAY, shown="")
    now = desk.get(incident)
    assert (now.sent(report), now.substitute_on) == (("2026-11-22", "R8-0001"), "2026-11-22")
    assert now.sent(CommissionReport.PRELIMINARY) == ("", "")
    sent(desk.owner, incident, report, TODAY, "R8-0002", shown=now.sent(report))
    published(desk.owner, incident, TODAY, shown="2026-11-22")
    assert desk.get(incident).sent(report) == (TODAY, "R8-0002")


def test_a_measure_is_done_as_it_was_shown(desk: Office) -> None:
    incident = desk.lost()
    keep_measure(desk.desk, desk.owner, incident, Measure("", "箱", desk.owner.account, "2026-12-10"))
    shown = desk.get(incident).measures[0]
    keep_measure(desk.desk, desk.owner, incident, replace(shown, text="全員の端末を初期化する"))
    with pytest.raises(ChangedMeanwhile):
        desk.desk.writing.finish_measure(desk.owner, incident, shown)
    now = desk.get(incident).measures[0]
    assert not now.done_on
    desk.desk.writing.finish_measure(desk.owner, incident, now)
    with pytest.raises(ChangedMeanwhile):
        desk.desk.writing.finish_measure(desk.owner, incident, now)


def test_nobody_has_to_be_told_only_where_nothing_is_reported_and_a_reason_is_given(desk: Office) -> None:
    incident = desk.lost()
    assess(desk.desk, desk.owner, incident, Assessment(NO))
    assert Gap.TELLING in gaps(desk.get(incident))
    write(desk.desk, desk.owner, incident, IncidentPart.NO_NOTICE, "封をしたまま戻りました")
    assert Gap.TELLING not in gaps(desk.get(incident))
    assess(desk.desk, desk.owner, incident, Assessment({**NO, Trigger.IMPROPER: Answer.YES}))
    assert Gap.TELLING in gaps(desk.get(incident))


def test_people_nobody_can_trace_need_a_published_notice(desk: Office) -> None:
    incident = desk.opened(IncidentKind.OTHER)
    assert Gap.EXTENT in gaps(desk.get(incident))
    desk.desk.customers.set_extent(desk.owner, incident, Extent.UNTRACEABLE, shown=Extent.OPEN)
    assert Gap.SUBSTITUTE in gaps(desk.get(incident))
    notice = read_text(desk.desk.papers.notice_pdf(desk.owner, incident, english))
    assert "Notice about personal data" in notice
    desk.desk.writing.note_published(desk.owner, incident, TODAY, shown="")
    assert {Gap.EXTENT, Gap.SUBSTITUTE}.isdisjoint(gaps(desk.get(incident)))


def test_where_nobody_can_be_traced_everybody_may_be_concerned(desk: Office) -> None:
    """1,002 customers: more than 1,000 unless the person responsible knows of a smaller number."""
    add_a_thousand(desk)
    incident = desk.opened(IncidentKind.OTHER)
    assess(desk.desk, desk.owner, incident, Assessment(NO))
    assert desk.get(incident).judgement.verdict is LeakVerdict.NO_REPORT
    desk.desk.customers.set_extent(desk.owner, incident, Extent.UNTRACEABLE, shown=Extent.OPEN)
    found = desk.get(incident)
    assert (found.people, found.most) == (0, 1_002)
    assert (found.judgement.verdict, found.judgement.triggers) == (LeakVerdict.REPORT, (Trigger.MANY,))
    assert {duty.kind for duty in desk.desk.duties(desk.owner)} == {
        DutyKind.INCIDENT_PRELIMINARY,
        DutyKind.INCIDENT_FINAL,
    }
    (row,) = desk.desk.all(desk.owner)
    assert row.verdict is LeakVerdict.REPORT
    report = read_text(
        desk.desk.papers.report_pdf(desk.owner, incident, CommissionReport.PRELIMINARY, english)
    )
    assert "At most: 1002" in report
    assess(desk.desk, desk.owner, incident, Assessment(NO, at_most=12))
    assert desk.get(incident).judgement.verdict is LeakVerdict.NO_REPORT
    with pytest.raises(InvalidInput):
        assess(desk.desk, desk.owner, incident, Assessment(NO, at_most=-1))


def test_who_told_the_client_need_not_tell_its_customers(desk: Office) -> None:
    """個人情報保護法 26条2項: who gave the notice of 1項ただし書 is exempt."""
    incident = desk.lost()
    triggers = {**NO, Trigger.IMPROPER: Answer.YES}
    assess(desk.desk, desk.owner, incident, Assessment(triggers, client="中部建設株式会社"))
    assert {Gap.TELLING, Gap.PRELIMINARY} <= set(gaps(desk.get(incident)))
    told = Assessment(triggers, client="中部建設株式会社", client_told_on=TODAY)
    assess(desk.desk, desk.owner, incident, told)
    found = desk.get(incident)
    assert found.judgement.verdict is LeakVerdict.CLIENT
    assert {Gap.TELLING, Gap.SUBSTITUTE, Gap.PRELIMINARY, Gap.FINAL}.isdisjoint(gaps(found))
    desk.desk.customers.set_extent(desk.owner, incident, Extent.UNTRACEABLE, shown=found.extent)
    assert Gap.SUBSTITUTE not in gaps(desk.get(incident))


def test_an_open_incident_keeps_its_customers_and_a_drill_nobody(desk: Office) -> None:
    def kept() -> set[str]:
        with desk.ground.workplace.reading() as session:
            keys = select(Customer.record_id).where(
                Customer.id.in_(open_matters.concerned_by_open_incidents())
            )
            return set(session.scalars(keys))

    desk.desk.start_drill(desk.owner, IncidentKind.MIS_SENT, english)
    assert kept() == set()
    incident = desk.lost()
    desk.desk.look_at(desk.owner, incident)
    assert kept() == {desk.customers[0]}
    desk.desk.customers.take_off(desk.owner, incident, desk.customers[0], ListReason.DATA_MASKED)
    assert kept() == set()


def test_a_drill_is_marked_and_never_counted(desk: Office) -> None:
    with pytest.raises(NotPermitted):
        desk.desk.start_drill(desk.ground.desk, IncidentKind.LOST_PAPER, english)
    drill = desk.desk.start_drill(desk.owner, IncidentKind.MIS_SENT, english)
    found = desk.get(drill)
    assert (found.number, found.drill, found.people) == ("D-0001", True, 3)
    assert desk.desk.waiting(desk.owner) == 0
    assert desk.desk.duties(desk.owner) == ()
    assert desk.desk.open(desk.owner) == ()
    pdf, letters, *_whom = desk.desk.papers.letters_pdf(desk.owner, drill, english)
    assert letters == 3
    assert read_text(pdf).count("DRILL") == 3
    for report in CommissionReport:
        assert "DRILL" in read_text(desk.desk.papers.report_pdf(desk.owner, drill, report, english))
    assert "DRILL" in read_text(desk.desk.papers.record_pdf(desk.owner, drill, english))
    assert "DRILL" in read_text(desk.desk.papers.notice_pdf(desk.owner, drill, english))
    name, phone = desk.desk.customers.to_call(desk.owner, drill, found.concerned[0].customer)
    assert (name, phone) == ("訓練 花子", "000-0000-0001")
    assert desk.log(Action.SHOWN_FOR_INCIDENT) == []


def add_a_thousand(desk: Office) -> None:
    """A thousand customers beside the two."""
    with desk.ground.workplace.transaction() as session:
        rows = [
            {
                "record_id": f"{at:032x}",
                "number": f"C-9{at:05}",
                "kind": "person",
                "family_name": "見本",
                "given_name": f"第{at}",
                "family_kana": "",
                "given_kana": "",
                "organisation": "",
                "organisation_kana": "",
                "prefecture": "愛知県",
                "city": "名古屋市",
                "street": f"{at}-1",
                "payment_method": "cash",
                "registered_on": TODAY,
                "last_contact_on": TODAY,
                "used_at": "",
            }
            for at in range(1_000)
        ]
        session.execute(insert(Customer), rows)


def test_a_thousand_letters(desk: Office) -> None:
    add_a_thousand(desk)
    incident = desk.opened(IncidentKind.LOST_KEY)
    desk.desk.customers.find(desk.owner, incident)
    found = desk.get(incident)
    assert found.people == 1_002
    assert Trigger.MANY in found.judgement.triggers
    _pdf, letters, *_whom = desk.desk.papers.letters_pdf(desk.owner, incident, english)
    assert letters == 1_002
    assert len(desk.log(Action.SHOWN_FOR_INCIDENT)) == 1_002


def test_the_log_names_codes_only(desk: Office) -> None:
    incident = desk.lost()
    desk.desk.writing.add_note(desk.owner, incident, "警察に届けました")
    desk.finish(incident)
    actions = (
        Action.INCIDENT_OPENED,
        Action.INCIDENT_CHANGED,
        Action.INCIDENT_CUSTOMERS,
        Action.INCIDENT_TOLD,
    )
    assert not any("警察" in str(desk.log(action)) or "柳川" in str(desk.log(action)) for action in actions)
    with desk.ground.workplace.reading() as session:
        assert session.scalars(select(CustomerPhone.number)).first()


def test_nothing_about_an_incident_is_written_over_unseen(desk: Office) -> None:
    """The day of knowing is day 1 of every deadline."""
    leaks, owner, incident = desk.desk, desk.owner, desk.lost()
    facts = desk.get(incident).facts
    earlier = replace(facts, known_on="2026-11-20")
    measure = Measure("", "鍵付きの箱", owner.account, "2026-12-10")
    leaks.writing.save_facts(owner, incident, earlier, shown=facts)
    leaks.writing.assess(owner, incident, Assessment(NO), shown=Assessment())
    leaks.writing.write(owner, incident, IncidentPart.CAUSE, "車上荒らし", shown="")
    leaks.writing.edit_item(owner, incident, CommissionReport.FINAL, 1, "手で直した", shown="")
    leaks.writing.keep_measure(owner, incident, measure, shown=measure)
    (kept,) = desk.get(incident).measures
    leaks.writing.keep_measure(owner, incident, replace(kept, due="2026-12-01"), shown=kept)
    for write_over in (
        lambda: leaks.writing.save_facts(owner, incident, replace(facts, happened_from=TODAY), shown=facts),
        lambda: leaks.writing.assess(owner, incident, Assessment(at_most=3), shown=Assessment()),
        lambda: leaks.writing.write(owner, incident, IncidentPart.CAUSE, "置き忘れ", shown=""),
        lambda: leaks.writing.edit_item(owner, incident, CommissionReport.FINAL, 1, "別の文", shown=""),
        lambda: leaks.writing.keep_measure(owner, incident, replace(kept, text="金庫"), shown=kept),
    ):
        with pytest.raises(ChangedMeanwhile):
            write_over()
    now = desk.get(incident)
    assert (now.facts, now.assessment.triggers) == (earlier, NO)
    assert now.texts[IncidentPart.CAUSE] == "車上荒らし"
    assert [(one.text, one.due) for one in now.measures] == [("鍵付きの箱", "2026-12-01")]
