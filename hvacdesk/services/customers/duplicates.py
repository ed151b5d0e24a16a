"""Customers who may be the same as somebody new, with what they have in common."""

from __future__ import annotations

from dataclasses import replace

from hvacdesk.domain.customers.customer_fields import mailboxes, whole_form
from hvacdesk.domain.customers.customers import CustomerField, CustomerRecord
from hvacdesk.domain.customers.duplicates import SHOWN, LikelyDuplicate, Resemblance, resemblances
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.domain.text.search_terms import Words, last_four
from hvacdesk.domain.text.text_forms import digits, fold
from hvacdesk.services.customers.customer_search import CustomerSearch
from hvacdesk.services.customers.exact_tries import TooManyExactSearches, Tried
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.customers import contacts, finding
from hvacdesk.store.customers import customers as store
from hvacdesk.store.engine import Session
from hvacdesk.store.requests import suspension

_SHOWN = 5
_MOST_PHONES = 6
"""Nobody has more; a record with a thousand would try as many values at once."""

_ORDER = tuple(Resemblance)


class LikelyDuplicates:
    """Seeks duplicates of a half-typed registration, or of one that is there."""

    def __init__(self, workplace: Workplace, search: CustomerSearch) -> None:
        self._workplace = workplace
        self._search = search

    @needs(Permission.EDIT_CUSTOMERS)
    def of(self, actor: Actor, record: CustomerRecord) -> tuple[LikelyDuplicate, ...]:
        """See :meth:`hvacdesk.services.customers.customers.Customers.likely_duplicates`."""
        return self._found(actor, record)

    @needs(Permission.EDIT_CUSTOMERS)
    def of_registered(self, actor: Actor, customer: str) -> tuple[LikelyDuplicate, ...]:
        """See :meth:`hvacdesk.services.customers.customers.Customers.likely_duplicates_of`."""
        with self._workplace.reading() as session:
            row = store.get(session, customer)
            record, key, locked = store.record_of(row), row.id, bool(row.suspended_on)
        return self._found(actor, record, key, locked=locked)

    def _found(
        self, actor: Actor, record: CustomerRecord, own: int = 0, *, locked: bool = False
    ) -> tuple[LikelyDuplicate, ...]:
        """Who may be the same, except the one of the primary key ``own``, whose record it is.

        What is hidden in a ``locked`` record is compared with nobody's: others' can be revealed.
        """
        record = replace(record, phones=record.phones[:_MOST_PHONES])
        shown = tuple(key for key in self._shown(record) if key != own)
        try:
            hidden = () if locked else self._hidden(actor, record, own)
        except TooManyExactSearches:
            if not shown:
                raise
            hidden = ()
        with self._workplace.reading() as session:
            return self._compared(session, actor, record, hidden, shown)

    def _hidden(self, actor: Actor, record: CustomerRecord, own: int) -> tuple[int, ...]:
        """Who shares a hidden value: each is a counted try, whatever the shown parts say.

        Of those whose data is suspended nobody may ask for one, so that none is compared.
        """
        numbers = tuple(filter(None, (digits(phone.number) for phone in record.phones)))
        wholes = (whole_form(key, record) for key in (CustomerField.NAME, CustomerField.KANA))
        names = tuple(filter(None, wholes))
        reached = mailboxes(record)

        def same(session: Session) -> tuple[int, ...]:
            found = finding.same_hidden_values(session, numbers, names, reached)
            locked = suspension.locked_numbers(session, found)
            return tuple(key for key in found if key != own and key not in locked)

        values = [("phone", one) for one in numbers] + [("name", one) for one in names]
        values += [("email", fold(one)) for one in reached]
        tried = Tried(wholes=frozenset(f"{kind} {value}" for kind, value in values))
        return self._search.exact(actor, tried, "duplicate", same) if values else ()

    def _shown(self, record: CustomerRecord) -> tuple[int, ...]:
        """Who shares what every mask shows: the organisation, or kana with the last digits of a phone."""
        endings = filter(None, (last_four(phone.number) for phone in record.phones))
        kana = fold(record.name.family_kana)
        queries: list[Words] = [((kana,), (ending,)) for ending in endings if kana]
        if organisation := fold(record.organisation):
            queries.append(((organisation,),))
        hits = [self._workplace.finding.find(words, _SHOWN + 1) for words in queries]
        return tuple(dict.fromkeys(customer for one in hits for customer in one.ids))

    def _compared(
        self,
        session: Session,
        actor: Actor,
        record: CustomerRecord,
        hidden: tuple[int, ...],
        shown: tuple[int, ...],
    ) -> tuple[LikelyDuplicate, ...]:
        shared: dict[int, tuple[Resemblance, ...]] = {}
        for key in dict.fromkeys((*hidden, *shown)):
            known = store.by_key(session, key)
            people = contacts.numbers_of(session, known)
            found = resemblances(record, store.record_of(known), people)
            if told := tuple(one for one in found if one in SHOWN or key in hidden):
                shared[key] = told
        best = sorted(shared, key=lambda key: _ORDER.index(shared[key][0]))[:_SHOWN]
        rows = self._search.rows(session, actor, tuple(best))
        return tuple(LikelyDuplicate(row, shared[key]) for row, key in zip(rows, best, strict=True))
