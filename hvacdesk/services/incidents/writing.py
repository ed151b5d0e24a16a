"""What the person responsible writes down of an incident: facts, texts, answers, what was sent, measures."""

from __future__ import annotations

from dataclasses import replace

from hvacdesk.domain.errors import InvalidInput, Missing
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart, checked_text
from hvacdesk.domain.incidents.incidents import (
    EARLIEST,
    IncidentFacts,
    Measure,
    checked_facts,
    checked_measure,
)
from hvacdesk.domain.incidents.leak_rules import Assessment
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.partners.partners import firm_key
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.input_checks import check_range, clean_date, clean_line
from hvacdesk.services.incidents.concerned import IncidentChanges, require_shown
from hvacdesk.services.incidents.reading import clients_of, judgement_of
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.incidents import concerned, measures
from hvacdesk.store.incidents import incidents as store

_SENT = {
    CommissionReport.PRELIMINARY: TimelineStep.PRELIMINARY_SENT,
    CommissionReport.FINAL: TimelineStep.FINAL_SENT,
}

MOST_PEOPLE = 1_000_000
"""More customers no office of this trade has."""


class IncidentWriting(IncidentChanges):
    """What is written down of each incident.

    Each method takes what the form had ``shown``, and raises :class:`ChangedMeanwhile` over others.
    """

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.HANDLE_INCIDENTS)
    def save_facts(self, actor: Actor, incident: str, facts: IncidentFacts, *, shown: IncidentFacts) -> None:
        """Write what is known. Raises :class:`InvalidInput`, :class:`IncidentClosed`."""
        checked = checked_facts(facts, self._workplace.today())
        with self._changing(incident) as (session, row):
            require_shown(shown, store.facts_of(row))
            if changed := store.put_facts(row, checked):
                store.add_event(row, self._workplace.now(), actor.account, TimelineStep.FACTS_CHANGED)
                self._record(session, actor, Action.INCIDENT_CHANGED, row, fields=sorted(changed))

    @needs(Permission.HANDLE_INCIDENTS)
    def write(self, actor: Actor, incident: str, part: IncidentPart, text: str, *, shown: str) -> None:
        """Write one of the texts; an empty one drops it.

        Raises:
            InvalidInput: it is too long, holds a refused number, or names a customer concerned.
            IncidentClosed: it is closed.
        """
        checked = checked_text(part.value, text)
        with self._changing(incident) as (session, row):
            require_shown(shown, store.text_of(row, part.value))
            self._refuse_names(session, row, checked, part.value)
            if store.put_text(row, part.value, checked):
                if checked:
                    store.add_event(
                        row, self._workplace.now(), actor.account, TimelineStep.WRITTEN, part.value
                    )
                self._record(session, actor, Action.INCIDENT_CHANGED, row, fields=[part.value])

    @needs(Permission.HANDLE_INCIDENTS)
    def edit_item(
        self, actor: Actor, incident: str, report: CommissionReport, number: int, text: str, *, shown: str
    ) -> None:
        """Change an item of a report's draft by hand; with an empty text it says again what the facts say.

        ``shown`` is empty, too, where it said what the facts say.
        """
        checked = checked_text("item", text)
        with self._changing(incident) as (session, row):
            require_shown(shown, store.text_of(row, f"{report.value}:{number}"))
            self._refuse_names(session, row, checked, "item")
            if store.put_text(row, f"{report.value}:{number}", checked):
                self._record(session, actor, Action.INCIDENT_CHANGED, row, fields=[report.value])

    @needs(Permission.HANDLE_INCIDENTS)
    def assess(self, actor: Actor, incident: str, answers: Assessment, *, shown: Assessment) -> None:
        """Write down the answers to the questions of the law.

        Raises:
            InvalidInput: a day or number cannot be, or ``client`` names a customer concerned.
        """
        told = clean_date("client_told_on", answers.client_told_on, EARLIEST, self._workplace.today())
        client = clean_line("client", answers.client, limit=120)
        if told and not client:
            raise Missing("client")
        check_range("at_most", answers.at_most, 0, MOST_PEOPLE)
        with self._changing(incident) as (session, row):
            require_shown(shown, store.assessment_of(row))
            self._refuse_names(session, row, client, "client", client=client)
            before = row.client_told_on
            days = {key: on for key, on in store.assessment_of(row).told.items() if key != firm_key(client)}
            if told:
                days[firm_key(client)] = told
            store.put_assessment(row, replace(answers, client=client, client_told_on=told, told=days))
            verdict = judgement_of(session, row, concerned.people_of(session, row)).verdict
            store.add_event(row, self._workplace.now(), actor.account, TimelineStep.ASSESSED)
            if told and told != before:
                store.add_event(row, self._workplace.now(), actor.account, TimelineStep.CLIENT_TOLD, told)
            self._record(session, actor, Action.INCIDENT_CHANGED, row, verdict=verdict.value)

    @needs(Permission.HANDLE_INCIDENTS)
    def note_client_told(self, actor: Actor, incident: str, client: str, on: str, *, shown: str) -> None:
        """Note that a client was told, and on which day; ``shown``: as noted before. Raises InvalidInput."""
        day = self._past(on)
        with self._changing(incident) as (session, row):
            told = {firm_key(one.client): one.told_on for one in clients_of(session, row)}
            if firm_key(client) not in told:
                raise InvalidInput("client")
            require_shown(shown, told[firm_key(client)])
            known = store.assessment_of(row)
            first = known.client if known.client_told_on else client
            told_on = known.client_told_on if firm_key(first) != firm_key(client) else day
            days = {**known.told, firm_key(client): day}
            store.put_assessment(row, replace(known, client=first, client_told_on=told_on, told=days))
            store.add_event(
                row, self._workplace.now(), actor.account, TimelineStep.CLIENT_TOLD, f"{day} {client}"
            )
            self._record(session, actor, Action.INCIDENT_CHANGED, row, fields=["client_told_on"])

    @needs(Permission.HANDLE_INCIDENTS)
    def note_sent(
        self,
        actor: Actor,
        incident: str,
        report: CommissionReport,
        on: str,
        number: str = "",
        *,
        shown: tuple[str, str],
    ) -> None:
        """Note that a report went to the commission, with its receipt number.

        Raises:
            InvalidInput: there is no such day, or ``number`` names a customer concerned.
        """
        day = self._past(on)
        receipt = clean_line("number", number, limit=80)
        with self._changing(incident) as (session, row):
            require_shown(shown, store.sent(row, report))
            self._refuse_names(session, row, receipt, "number")
            store.note_sent(row, report, day, receipt)
            text = " ".join(filter(None, (day, receipt)))
            store.add_event(row, self._workplace.now(), actor.account, _SENT[report], text)
            self._record(session, actor, Action.INCIDENT_SENT, row, report=report.value)

    @needs(Permission.HANDLE_INCIDENTS)
    def note_published(self, actor: Actor, incident: str, on: str, *, shown: str) -> None:
        """Note the day of the notice for people out of reach. Raises :class:`InvalidInput`."""
        day = self._past(on)
        with self._changing(incident) as (session, row):
            require_shown(shown, row.substitute_on)
            store.note_published(row, day)
            store.add_event(row, self._workplace.now(), actor.account, TimelineStep.SUBSTITUTE_PUBLISHED, day)
            self._record(session, actor, Action.INCIDENT_CHANGED, row, fields=["substitute_on"])

    @needs(Permission.HANDLE_INCIDENTS)
    def add_note(self, actor: Actor, incident: str, text: str) -> None:
        """Add a line of one's own to the timeline. Raises :class:`InvalidInput`."""
        checked = checked_text("text", text)
        if not checked:
            raise Missing("text")
        with self._changing(incident) as (session, row):
            self._refuse_names(session, row, checked, "text")
            store.add_event(row, self._workplace.now(), actor.account, TimelineStep.NOTE, checked)
            self._record(session, actor, Action.INCIDENT_CHANGED, row, fields=["timeline"])

    @needs(Permission.HANDLE_INCIDENTS)
    def keep_measure(self, actor: Actor, incident: str, measure: Measure, *, shown: Measure) -> None:
        """Decide a measure of prevention, or change one. Raises :class:`InvalidInput`."""
        checked = checked_measure(measure, self._workplace.today())
        with self._changing(incident) as (session, row):
            if checked.measure:
                require_shown(_decided(shown), _decided(measures.get(row, checked.measure)))
            self._refuse_names(session, row, checked.text, "text")
            measures.put(row, checked)
            now = self._workplace.now()
            store.add_event(row, now, actor.account, TimelineStep.MEASURE_DECIDED, checked.text)
            self._record(session, actor, Action.INCIDENT_CHANGED, row, fields=["prevention"])

    @needs(Permission.HANDLE_INCIDENTS)
    def finish_measure(self, actor: Actor, incident: str, shown: Measure, *, done: bool = True) -> None:
        """Note that a measure is done, or that it is not after all."""
        with self._changing(incident) as (session, row):
            on = self._workplace.today().isoformat() if done else ""
            text = measures.note_done(row, shown, actor.account, on)
            step = TimelineStep.MEASURE_DONE if done else TimelineStep.MEASURE_REOPENED
            store.add_event(row, self._workplace.now(), actor.account, step, text)
            self._record(session, actor, Action.INCIDENT_CHANGED, row, fields=["prevention"])

    def _past(self, on: str) -> str:
        if day := clean_date("on", on, EARLIEST, self._workplace.today()):
            return day
        raise Missing("on")


def _decided(measure: Measure) -> tuple[str, str, str]:
    return measure.text, measure.owner, measure.due
