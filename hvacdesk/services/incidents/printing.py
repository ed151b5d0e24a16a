"""The papers of an incident: drafts of both reports, letters, the notice in their place, and the record."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from hvacdesk.documents.incidents.incident_letters import LetterFacts, Recipient, draw_letters, draw_notice
from hvacdesk.documents.incidents.incidents import draw_record
from hvacdesk.documents.incidents.leak_letter_texts import letter_texts, proposed_texts
from hvacdesk.documents.incidents.leak_report import draw_report, items_of, report_text
from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.errors import ChangedMeanwhile, UserFacingError
from hvacdesk.domain.incidents.incident_errors import NamesCustomer
from hvacdesk.domain.incidents.incident_gaps import gaps
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart, checked_text
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.incidents.leak_drills import BY_ID
from hvacdesk.domain.incidents.leak_rules import LeakLaw
from hvacdesk.domain.oversight.audit_log import Action, RevealReason
from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.wording import Words, phrase
from hvacdesk.services.incidents.law import leak_law
from hvacdesk.services.incidents.reading import read
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.engine import Session
from hvacdesk.store.incidents import concerned, naming
from hvacdesk.store.incidents import incidents as store
from hvacdesk.store.incidents.concerned import Reachable
from hvacdesk.store.papers import office_images

if TYPE_CHECKING:
    from hvacdesk.store.models import Incident as Row

Draw = Callable[[IncidentDetail, Letterhead], bytes]


NOTICE, RECORD = "notice", "record"
"""What the log calls the papers of an incident besides its reports."""


class DrawnLetters(NamedTuple):
    """Letters to look at.

    Attributes:
        letters: how many there are.
        lines: record ids of the lines of the list whom they tell.
        people: record ids of the customers to whom they are written; nobody's in a drill.
    """

    pdf: bytes
    letters: int
    lines: tuple[str, ...]
    people: tuple[str, ...]


class NobodyToWriteTo(UserFacingError):
    """There is no address for anybody on the list."""

    what = phrase("Errors", "Nobody on the list has an address to write to.")
    todo = phrase("Errors", "Call them, or publish the notice in place of letters.")


class IncidentPapers:
    """What is printed or copied about incidents."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.HANDLE_INCIDENTS)
    def items(self, actor: Actor, incident: str, report: CommissionReport, words: Words) -> tuple[str, ...]:
        """The nine items of a report: what the facts say, or what somebody wrote in their place."""
        return items_of(self._read(incident), report, words)

    @needs(Permission.HANDLE_INCIDENTS)
    def report_text(self, actor: Actor, incident: str, report: CommissionReport, words: Words) -> str:
        """The nine items as text for the commission's form in the web. They name no customer."""
        return report_text(self._read(incident), report, words)

    @needs(Permission.HANDLE_INCIDENTS)
    def report_pdf(self, actor: Actor, incident: str, report: CommissionReport, words: Words) -> bytes:
        """The draft of a report."""
        return self._drawn(
            incident,
            lambda one, head: draw_report(one, report, _law(one), words, head, self._today()),
        )

    @needs(Permission.HANDLE_INCIDENTS)
    def notice_pdf(self, actor: Actor, incident: str, words: Words) -> bytes:
        """The notice to publish for those who cannot be reached; it names nobody."""
        return self._drawn(
            incident,
            lambda one, head: draw_notice(_letter_facts(one, words), words, head, self._today()),
        )

    @needs(Permission.HANDLE_INCIDENTS)
    def record_pdf(self, actor: Actor, incident: str, words: Words) -> bytes:
        """The record of an incident, open or closed; customers are in it by number."""
        return self._drawn(
            incident,
            lambda one, head: draw_record(one, gaps(one), _law(one), words, head, self._today()),
        )

    @needs(Permission.HANDLE_INCIDENTS)
    def letter_texts(self, actor: Actor, incident: str, words: Words) -> Mapping[IncidentPart, str]:
        """What customers will read: worded by the person responsible, else made from the facts alone."""
        return letter_texts(self._read(incident), words)

    @needs(Permission.HANDLE_INCIDENTS)
    def word_letters(
        self,
        actor: Actor,
        incident: str,
        texts: Mapping[IncidentPart, str],
        words: Words,
        *,
        shown: Mapping[IncidentPart, str],
    ) -> None:
        """Word what customers read. A text that is empty or as proposed goes on following the facts.

        Args:
            texts: of some or all of ``LETTER_PARTS``.
            shown: :meth:`letter_texts` from which they were made.

        Raises:
            ChangedMeanwhile: one of them reads otherwise by now.
            InvalidInput, NamesCustomer, IncidentClosed: as :meth:`IncidentWriting.write`.
        """
        with self._workplace.transaction() as session:
            row = store.to_change(session, incident)
            facts = read(session, row)
            now, proposed = letter_texts(facts, words), proposed_texts(facts, words)
            if any(shown.get(part) != now[part] for part in texts):
                raise ChangedMeanwhile
            checked = {part: checked_text(part.value, typed) for part, typed in texts.items()}
            refused = naming.names_somebody(session, row, checked.values())
            for part, text in checked.items():
                if text in refused:
                    raise NamesCustomer(part.value)
                own = "" if text == proposed[part] else text
                if store.put_text(row, part.value, own):
                    if own:
                        store.add_event(
                            row, self._workplace.now(), actor.account, TimelineStep.WRITTEN, part.value
                        )
                    self._workplace.record(
                        session,
                        actor,
                        Action.INCIDENT_CHANGED,
                        f"incident:{row.record_id}",
                        number=row.number,
                        fields=[part.value],
                    )

    @needs(Permission.HANDLE_INCIDENTS)
    @needs(Permission.REVEAL_CONTACT)
    def letters_pdf(
        self, actor: Actor, incident: str, words: Words, wanted: Collection[str] | None = None
    ) -> DrawnLetters:
        """A letter to everybody who can be written to, to look at.

        That their names and addresses were shown is logged with each customer.

        Args:
            wanted: record ids of lines of the list; None means everybody on it.

        Raises:
            NobodyToWriteTo: no address is known; nothing was logged.
            IncidentClosed: it is closed.
        """
        with self._workplace.transaction() as session:
            row = store.to_change(session, incident)
            people = [one for one in concerned.reachable(session, row, wanted) if one.to is not None]
            if not people:
                raise NobodyToWriteTo
            self._note_shown(session, actor, row, people)
            facts = _letter_facts(read(session, row), words)
            head = office_images.letterhead(session)
            found = store.found_days(session, row)
        addressed = [
            Recipient(one.to, one.fields, found_day(found.get(line, "") for line in one.lines))
            for one in people
            if one.to is not None
        ]
        lines = tuple(line for one in people for line in one.lines)
        pdf = draw_letters(addressed, facts, words, head, self._today())
        living = tuple(one.customer for one in people if one.customer not in BY_ID)
        return DrawnLetters(pdf, len(people), lines, living)

    @needs(Permission.HANDLE_INCIDENTS)
    def letters_printed(self, actor: Actor, incident: str, drawn: DrawnLetters) -> None:
        """Note that the printer took the letters, in the incident or the one it was joined to since."""
        with self._workplace.transaction() as session:
            row, now = store.living(session, incident), self._workplace.now()
            concerned.note_letters(row, drawn.lines, now)
            store.add_event(row, now, actor.account, TimelineStep.LETTERS_PRINTED, str(drawn.letters))
            self._workplace.record(
                session,
                actor,
                Action.INCIDENT_LETTERS,
                f"incident:{row.record_id}",
                number=row.number,
                customers=drawn.letters,
            )

    @needs(Permission.HANDLE_INCIDENTS)
    def printed(self, actor: Actor, incident: str, paper: str) -> None:
        """Note that the printer took a paper: the code of a report, :data:`NOTICE` or :data:`RECORD`."""
        with self._workplace.transaction() as session:
            row = store.get(session, incident)
            self._workplace.record(
                session,
                actor,
                Action.INCIDENT_PRINTED,
                f"incident:{row.record_id}",
                number=row.number,
                document=paper,
            )

    def _note_shown(self, session: Session, actor: Actor, row: Row, people: Collection[Reachable]) -> None:
        """Each name and address in the history of its customer: they are on the screen."""
        for one in people:
            if one.customer not in BY_ID:
                self._workplace.record(
                    session,
                    actor,
                    Action.SHOWN_FOR_INCIDENT,
                    f"customer:{one.customer}",
                    fields=[CustomerField.NAME.value, CustomerField.ADDRESS.value],
                    reason=RevealReason.INCIDENT.value,
                    incident=row.number,
                )

    def _drawn(self, incident: str, draw: Draw) -> bytes:
        with self._workplace.reading() as session:
            return draw(read(session, store.get(session, incident)), office_images.letterhead(session))

    def _read(self, incident: str) -> IncidentDetail:
        with self._workplace.reading() as session:
            return read(session, store.get(session, incident))

    def _today(self) -> str:
        return self._workplace.today().isoformat()


def _law(one: IncidentDetail) -> LeakLaw:
    """The law of the day on which the office came to know of it."""
    return leak_law(date.fromisoformat(one.facts.known_on))


def _letter_facts(one: IncidentDetail, words: Words) -> LetterFacts:
    texts = letter_texts(one, words)
    return LetterFacts(
        number=one.number,
        drill=one.drill,
        known_on=one.facts.known_on,
        what=texts[IncidentPart.LETTER_WHAT],
        fields=one.fields,
        cause=texts[IncidentPart.LETTER_CAUSE],
        damage=texts[IncidentPart.LETTER_DAMAGE],
        measures=texts[IncidentPart.LETTER_MEASURES],
        happened_from=one.facts.happened_from,
        happened_until=one.facts.happened_until,
    )


def found_day(days: Iterable[str]) -> str:
    """The day on which the last of somebody's papers was found again; empty while one is missing."""
    known = tuple(days)
    return max(known) if known and all(known) else ""
