"""Finding customers without undoing a mask: shown parts by any part, hidden values only when typed whole."""

from __future__ import annotations

import re
from collections.abc import Callable

from hvacdesk.domain import masking
from hvacdesk.domain.audit import Action
from hvacdesk.domain.caller_check import CallerCheck, checked_words
from hvacdesk.domain.customers import CustomerRow, FoundCustomers
from hvacdesk.domain.phones import whole_number
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.search_terms import query_terms, whole_forms
from hvacdesk.domain.text_forms import fold, plain
from hvacdesk.domain.wording import Phrase, phrase
from hvacdesk.domain.written_addresses import divide_address
from hvacdesk.services.exact_tries import ExactTries, TooManyExactSearches
from hvacdesk.services.workplace import Workplace
from hvacdesk.store import customers as store
from hvacdesk.store import finding
from hvacdesk.store.engine import Session
from hvacdesk.store.shown_lines import Hits

LONGEST_QUERY = 200
CHECKED_ROWS = 5
"""So many of those whom a caller check fits are listed; who fits is told apart by asking for more."""

_MOST_CHECKED = 500
_JOB_NUMBER = re.compile(r"([0-9]{4})-?([0-9]{6})")
_BLOCK_NUMBER = re.compile("[0-9]-[0-9]")
_SERIAL = re.compile(r"(?=.*[0-9])[0-9A-Z/-]{5,}")

JOB_TODAY = phrase("Customers", "Job today")
REDUCED = phrase("Customers", "Ledger fields only")
ON_HOLD = phrase("Customers", "Disposal on hold")
SUSPENDED = phrase("Customers", "Suspended")

Find = Callable[[Session], tuple[int, ...]]


class CustomerSearch:
    """The search of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._tries = ExactTries()

    def search(self, actor: Actor, text: str, limit: int) -> FoundCustomers:
        """See :meth:`hvacdesk.services.customers.Customers.search`."""
        actor.require(Permission.FIND_CUSTOMERS)
        typed = " ".join(text[:LONGEST_QUERY].split())
        words = query_terms(typed)
        index = self._workplace.finding
        hits = self._with_exact(actor, typed, index.find(words, limit)) if words else index.recent(limit)
        today = self._workplace.today().isoformat()
        with self._workplace.reading() as session:
            listed = store.listed(session, hits.ids[:limit], today)
        rows = tuple(_row(actor, *one) for one in listed)
        areas = map(fold, {one.facts.address.area for one in listed})
        return FoundCustomers(rows, hits.total, index.total(), index.places(words, areas))

    def check_caller(self, actor: Actor, name: str, last_four: str) -> CallerCheck:
        """See :meth:`hvacdesk.services.customers.Customers.check_caller`."""
        actor.require(Permission.FIND_CUSTOMERS)
        typed, figures = checked_words(name, last_four)
        forms = whole_forms(typed)
        shown = self._workplace.finding.whole(((forms or (fold(typed),)), (figures,)), _MOST_CHECKED)

        def find(session: Session) -> tuple[int, ...]:
            hidden = finding.by_whole_name(session, forms)[:_MOST_CHECKED]
            return tuple(dict.fromkeys((*finding.with_last_four(session, hidden, figures), *shown.ids)))

        found = self.exact(actor, f"{typed} {figures}", "caller", find, Hits((), 0))
        with self._workplace.reading() as session:
            return CallerCheck(self.rows(session, actor, found[:CHECKED_ROWS]), len(found))

    def rows(self, session: Session, actor: Actor, ids: tuple[int, ...]) -> tuple[CustomerRow, ...]:
        """Masked lines of the customers with these primary keys, in their order."""
        today = self._workplace.today().isoformat()
        return tuple(_row(actor, *listed) for listed in store.listed(session, ids, today))

    def exact(self, actor: Actor, typed: str, field: str, find: Find, shown: Hits) -> tuple[int, ...]:
        """Look a hidden value up by its full form, count the try and log it.

        Nothing is counted where the shown parts had explained the text and the hidden value adds nothing.

        Raises:
            TooManyExactSearches: the actor has to wait, and nothing shown matched.
        """
        key, now = fold(typed), self._workplace.now()
        wait = self._tries.wait(actor.account, key, now)
        if wait:
            if self._tries.refused(actor.account):
                self._log(actor, "", field, hits=0, tries=0)
            if shown.total:
                return ()
            raise TooManyExactSearches(wait)
        with self._workplace.reading() as session:
            found = tuple(customer for customer in find(session) if customer not in shown.ids)
            facts = store.rows(session, found) if len(found) == 1 else []
            subject = "".join(f"customer:{fact.record_id}" for fact in facts)
        if found or not shown.total:
            tries = self._tries.count(actor.account, key, now, hit=bool(found))
            if tries:
                self._log(actor, subject, field, hits=len(found), tries=tries)
        return found

    def _with_exact(self, actor: Actor, typed: str, shown: Hits) -> Hits:
        open_finds = self._by_papers(typed)
        field, find = _hidden_find(typed)
        known = Hits((*open_finds, *shown.ids), shown.total + len(open_finds))
        hidden = self.exact(actor, typed, field, find, known) if find else ()
        first = tuple(dict.fromkeys((*hidden, *open_finds)))
        fresh = [customer for customer in first if customer not in shown.ids]
        rest = (customer for customer in shown.ids if customer not in first)
        return Hits((*first, *rest), shown.total + len(fresh))

    def _by_papers(self, typed: str) -> tuple[int, ...]:
        """Finds by a job number or a unit's serial number, which no mask hides."""
        written = plain(typed).replace(" ", "").upper()
        job, serial = _JOB_NUMBER.fullmatch(written), _SERIAL.fullmatch(written)
        if not (job or serial):
            return ()
        with self._workplace.reading() as session:
            found = finding.by_job_number(session, f"{job[1]}-{job[2]}") if job else ()
            if serial and not found:
                found = finding.by_serial(session, (written, written.lower(), typed))
            return found

    def _log(self, actor: Actor, subject: str, field: str, hits: int, tries: int) -> None:
        """Log so many tries at once; none of them stands for a try that had to wait."""
        with self._workplace.transaction() as session:
            self._workplace.record(
                session, actor, Action.EXACT_SEARCH, subject, field=field, hits=hits, tries=tries
            )


def _hidden_find(typed: str) -> tuple[str, Find | None]:
    """Which hidden value the text may be the full form of, and how to look it up."""
    numbers, written = whole_number(typed), plain(typed)
    if numbers:
        return "phone", lambda session: finding.by_phone(session, numbers)
    if "@" in written:
        return "email", lambda session: finding.by_email(session, written)
    if _BLOCK_NUMBER.search(fold(typed)):
        place = divide_address(written)
        area = f"{place.prefecture}{place.city}{place.town}"
        if area and place.street:
            return "address", lambda session: finding.by_address(session, area, place.street)
    forms = () if any(map(str.isdecimal, typed)) else whole_forms(typed)  # ① is part of a name
    return "name", (lambda session: finding.by_whole_name(session, forms)) if forms else None


def _row(actor: Actor, facts: store.RowFacts, on_hold: bool, job_today: bool) -> CustomerRow:
    contact = actor.may(Permission.REVEAL_CONTACT) and not facts.suspended
    addressee = contact or (actor.may(Permission.REVEAL_ADDRESSEE) and not facts.suspended)
    state: Phrase | None = JOB_TODAY if job_today else ON_HOLD if on_hold else None
    if state is None and facts.reduced:
        state = REDUCED
    if facts.suspended:
        state = SUSPENDED
    return CustomerRow(
        customer=facts.record_id,
        number=facts.number,
        name=masking.name(facts.name, facts.organisation, revealable=addressee),
        kana=masking.kana(facts.name, facts.organisation_kana, revealable=addressee),
        address=masking.address(facts.address, revealable=addressee),
        phone=masking.phone(facts.phone, revealable=contact),
        state=state,
        tone="warn" if facts.suspended else "good" if job_today else "info",
    )
