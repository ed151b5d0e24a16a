"""Finding customers without undoing a mask: shown parts by any part, hidden values only when typed whole."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from hvacdesk.domain import masking
from hvacdesk.domain.calls.caller_check import CallerCheck, checked_words
from hvacdesk.domain.customers.customers import CustomerRow, FoundCustomers
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.phones import whole_number
from hvacdesk.domain.text.search_terms import (
    Unseen,
    Words,
    is_whole_part,
    query_terms,
    scraps,
    unseen_reason,
    whole_forms,
)
from hvacdesk.domain.text.text_forms import fold, plain
from hvacdesk.domain.text.wording import Phrase, phrase
from hvacdesk.domain.text.written_addresses import divide_address
from hvacdesk.services.customers.exact_tries import TooManyExactSearches, Tried
from hvacdesk.services.permissions import needs, step_of
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import customers as store
from hvacdesk.store.customers import finding
from hvacdesk.store.customers.shown_lines import Hits
from hvacdesk.store.engine import Session

LONGEST_QUERY = 200
CHECKED_ROWS = 5
"""So many of those whom a caller check fits are listed; who fits is told apart by asking for more."""

SHORT = 2
"""A text of so few characters begins many names, among which one looks for one: they come in kana order."""
LOOKED_THROUGH = 100
"""Nobody looks for a name among more hits than this; they come by last use."""

_MOST_CHECKED = 500
_MOST_NAMED = 10_000
_LOOKED_AT = 20
"""So many of the best hits tell whether a short word is a name."""
_JOB_NUMBER = re.compile(r"([0-9]{4})-?([0-9]{6})")
_BLOCK_NUMBER = re.compile("[0-9]-[0-9]")
_SERIAL = re.compile(r"(?=.*[0-9])[0-9A-Z/-]{5,}")

JOB_TODAY = phrase("Customers", "Job today")
REDUCED = phrase("Customers", "Ledger fields only")
ON_HOLD = phrase("Customers", "Disposal on hold")
SUSPENDED = phrase("Customers", "Suspended")

UNSEEN_NAMES = {
    Unseen.PERSON: phrase("Customers", "by a contact"),
    Unseen.OTHER_PHONE: phrase("Customers", "by another phone"),
    Unseen.FORMER_NUMBER: phrase("Customers", "by an old number"),
}
HIDDEN_NAMES = {
    "phone": phrase("Customers", "by phone"),
    "email": phrase("Customers", "by e-mail"),
    "address": phrase("Customers", "by address"),
    "name": phrase("Customers", "by full name"),
}
"""Of each kind of hidden value that only its exact full form finds."""
BY_PAPERS = phrase("Customers", "by job or serial")

Find = Callable[[Session], tuple[int, ...]]
_NOTHING = Hits((), 0)


@dataclass
class _SearchFindings:
    """What a search found.

    Attributes:
        hits: all of it, best first.
        shown: those of the hits that are found by a shown part.
        reasons: why the others are among them.
    """

    hits: Hits
    shown: Hits = _NOTHING
    reasons: dict[int, Phrase] = field(default_factory=dict)
    in_kana_order: bool = False

    @property
    def unseen(self) -> frozenset[int]:
        """Who is found by a part that no row shows."""
        return frozenset(self.shown.ids[self.shown.ends[-2] :] if self.shown.ends else ())

    def tiers(self) -> dict[int, int]:
        """How well each fits: by a paper's number, by each tier of the shown parts, by a hidden value."""
        last = len(self.shown.ends)
        found = dict.fromkeys(self.hits.ids, last)
        found |= {one: bisect_right(self.shown.ends, at) for at, one in enumerate(self.shown.ids)}
        return found | {one: -1 for one, reason in self.reasons.items() if reason is BY_PAPERS}


class CustomerSearch:
    """The search of an open office."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace
        self._tries = workplace.shared.exact_tries

    @needs(Permission.FIND_CUSTOMERS)
    def search(self, actor: Actor, text: str, limit: int) -> FoundCustomers:
        """See :meth:`hvacdesk.services.customers.customers.Customers.search`."""
        typed = " ".join(text[:LONGEST_QUERY].split())
        words = query_terms(typed)
        index = self._workplace.finding
        if not words:
            return self._answer(actor, words, _SearchFindings(index.recent(limit)), limit)
        short = len(words) == 1 and len(words[0][0]) <= SHORT
        shown = index.find(words, max(limit, LOOKED_THROUGH) if short else limit)
        found = self._with_exact(actor, typed, words, shown)
        found.in_kana_order = short and found.hits.total <= LOOKED_THROUGH
        return self._answer(actor, words, found, limit)

    def _answer(self, actor: Actor, words: Words, found: _SearchFindings, limit: int) -> FoundCustomers:
        ids = found.hits.ids if found.in_kana_order else found.hits.ids[:limit]
        index, today = self._workplace.finding, self._workplace.today().isoformat()
        with self._workplace.reading() as session:
            listed = store.listed(session, ids, today)
            unseen = found.unseen.intersection(ids)
            lines = finding.lines_of(session, tuple(unseen)) if unseen else {}
        reasons = dict(found.reasons)
        for customer, line in lines.items():
            if (reason := unseen_reason(line, words)) is not None:
                reasons[customer] = UNSEEN_NAMES[reason]
        rows = [
            replace(row, found_by=reasons[one.facts.id]) if one.facts.id in reasons else row
            for one, row in ((one, _row(actor, *one)) for one in listed)
        ]
        if found.in_kana_order:
            tiers = found.tiers()
            order = sorted(range(len(rows)), key=lambda at: (tiers[listed[at].facts.id], _kana(rows[at])))
            rows = [rows[at] for at in order][:limit]
        areas = map(fold, {one.facts.address.area for one in listed})
        return FoundCustomers(tuple(rows), found.hits.total, index.total(), index.places(words, areas))

    @step_of("InvoiceSearch.search", "Receipts.listed")
    def named(self, actor: Actor, text: str) -> tuple[int, ...] | None:
        """Whose papers are looked for by a name: primary keys, found as :meth:`search` finds customers.

        Of hidden values only the whole name finds. None where no name is looked for.

        That the whole name is on a paper is no reason to find it by a part of what lists hide: somebody who
        may try parts learns the whole by trying them, unseen.

        Raises:
            TooManyExactSearches: the actor has to wait before the next exact try.
        """
        typed = " ".join(text[:LONGEST_QUERY].split())
        if not typed:
            return None
        words = query_terms(typed)
        shown = self._workplace.finding.find(words, _MOST_NAMED) if words else _NOTHING
        field, find = _hidden_find(typed)
        if find is None or field != "name":  # else the number of a paper would be a try at an address
            return shown.ids
        explained = self._explains(field, words, shown)
        return (*shown.ids, *self.exact(actor, Tried(fold(typed)), field, find, shown, explained=explained))

    @needs(Permission.FIND_CUSTOMERS)
    def check_caller(self, actor: Actor, name: str, last_four: str) -> CallerCheck:
        """See :meth:`hvacdesk.services.customers.customers.Customers.check_caller`."""
        typed, figures = checked_words(name, last_four)
        forms = whole_forms(typed)
        shown = self._workplace.finding.whole(((forms or (fold(typed),)), (figures,)), _MOST_CHECKED)

        def find(session: Session) -> tuple[int, ...]:
            hidden = finding.by_whole_name(session, forms)[:_MOST_CHECKED]
            return tuple(dict.fromkeys((*finding.with_last_four(session, hidden, figures), *shown.ids)))

        tried = Tried(wholes=frozenset({f"caller {fold(typed)} {figures}"}))
        found = self.exact(actor, tried, "caller", find)
        with self._workplace.reading() as session:
            return CallerCheck(self.rows(session, actor, found[:CHECKED_ROWS]), len(found))

    def rows(self, session: Session, actor: Actor, ids: tuple[int, ...]) -> tuple[CustomerRow, ...]:
        """Masked lines of the customers with these primary keys, in their order."""
        today = self._workplace.today().isoformat()
        return tuple(_row(actor, *listed) for listed in store.listed(session, ids, today))

    @step_of(
        *("CustomerSearch.search", "CustomerSearch.check_caller", "LikelyDuplicates.of"),
        *("InvoiceSearch.search", "Receipts.listed"),
    )
    def exact(
        self,
        actor: Actor,
        tried: Tried,
        field: str,
        find: Find,
        shown: Hits = _NOTHING,
        *,
        explained: bool = False,
    ) -> tuple[int, ...]:
        """Look hidden values up by their full form, count the tries and log them.

        Args:
            shown: whom the shown parts find, who are not among those returned.
            explained: what was typed is looked for among shown parts: no try where no hidden value has it.

        Raises:
            TooManyExactSearches: the actor has to wait, and what was typed is not explained.
        """
        with self._tries.turn(actor.account):
            now = self._workplace.now()
            wait = self._tries.wait(actor.account, tried, now)
            if wait:
                if self._tries.refused(actor.account):
                    self._log(actor, "", field, hits=0, tries=0)
                if explained:
                    return ()
                raise TooManyExactSearches(wait)
            with self._workplace.reading() as session:
                found = tuple(customer for customer in find(session) if customer not in shown.ids)
                facts = store.rows(session, found) if len(found) == 1 else []
                subject = "".join(f"customer:{fact.record_id}" for fact in facts)
            if found or not explained:
                tries = self._tries.count(actor.account, tried, now, hit=bool(found))
                if tries:
                    self._log(actor, subject, field, hits=len(found), tries=tries)
            return found

    def _with_exact(self, actor: Actor, typed: str, words: Words, shown: Hits) -> _SearchFindings:
        """Hits on hidden values come after those on shown ones, so that no unexplained name is first."""
        open_finds = self._by_papers(typed)
        field, find = _hidden_find(typed)
        known = Hits((*open_finds, *shown.ids), shown.total + len(open_finds))
        hidden: tuple[int, ...] = ()
        if find:
            explained = bool(open_finds) or self._explains(field, words, shown)
            hidden = self.exact(actor, Tried(fold(typed)), field, find, known, explained=explained)
        ids = tuple(dict.fromkeys((*open_finds, *shown.ids, *hidden)))
        fresh = {*open_finds, *hidden}.difference(shown.ids)
        reasons = dict.fromkeys(hidden, HIDDEN_NAMES[field])
        reasons |= dict.fromkeys(open_finds, BY_PAPERS)
        return _SearchFindings(Hits(ids, shown.total + len(fresh)), shown, reasons)

    def _explains(self, field: str, words: Words, shown: Hits) -> bool:
        """Whether the shown parts say why somebody typed this, and it is not put together to try the whole.

        No mask shows as many digits as a number has; of scraps there may be one that is a short name.
        """
        if not shown.total or field == "phone":
            return False
        short = scraps(words)
        if len(short) != 1:
            return not short
        with self._workplace.reading() as session:
            lines = finding.lines_of(session, shown.ids[:_LOOKED_AT])
        return any(is_whole_part(short[0], line) for line in lines.values())

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
        """Log so many tries at once; 0 tries means one that had to wait."""
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
        return "email", lambda session: finding.by_mailbox(session, written)
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
        suspended=facts.suspended,
    )


def _kana(row: CustomerRow) -> tuple[bool, str]:
    """What a row is sorted by: the kana that it shows; rows without any come last, in their order."""
    return not row.kana.text, fold(row.kana.text)
