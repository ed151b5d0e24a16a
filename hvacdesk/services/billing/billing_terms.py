"""What the office bills by, and the closing and payment days agreed on with customers."""

from __future__ import annotations

from collections.abc import Iterable

from hvacdesk.domain.billing.billing_facts import OfficeBilling, check_billing
from hvacdesk.domain.billing.pay_terms import PayTerms, check_terms
from hvacdesk.domain.errors import ChangedMeanwhile
from hvacdesk.domain.meanwhile import joined
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.services.named_edits import TERMS, customers_edit
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import terms as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session


class BillingTerms:
    """The terms of an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def office(self, actor: Actor) -> OfficeBilling:
        """Rounding, usual terms and the office's own account."""
        with self._workplace.reading() as session:
            return store.facts(session)

    @needs(Permission.MANAGE_OFFICE)
    def change_office(self, actor: Actor, facts: OfficeBilling, read: OfficeBilling) -> None:
        """Save what the office bills by; what was issued stays as it is.

        Args:
            read: the facts as the person saw them: of these only what is another now is changed.

        Raises:
            InvalidInput: names the field.
            ChangedMeanwhile: somebody else changed one of these facts since.
        """
        checked = check_billing(facts)
        with self._workplace.transaction() as session:
            checked = joined(read, checked, store.facts(session))
            if changed := store.save_facts(session, checked):
                self._workplace.record(session, actor, Action.BILLING_FACTS_CHANGED, fields=sorted(changed))

    @needs(Permission.BILL)
    def of_customer(self, actor: Actor, customer: str) -> PayTerms | None:
        """What was agreed on with a customer; None where the office's usual terms hold."""
        with self._workplace.reading() as session:
            return store.own_of(customer_store.current(session, customer))

    @needs(Permission.BILL)
    def change_customer(
        self, actor: Actor, customer: str, shown: PayTerms | None, own: PayTerms | None
    ) -> None:
        """Save a customer's terms, or None for the office's usual ones; it can be undone.

        Args:
            shown: the terms that the change was made from.

        Raises:
            ChangedMeanwhile: others were agreed on by now.
            InvalidInput: names the field.
        """
        checked = check_terms(own) if own else None
        with self._workplace.transaction() as session:
            row = customer_store.current(session, customer)
            before, subject = store.own_of(row), f"customer:{row.record_id}"
            if shown != before:
                raise ChangedMeanwhile
            if changed := store.save_of(row, checked):
                action = Action.BILLING_TERMS_CHANGED
                self._workplace.record(session, actor, action, subject, fields=sorted(changed))

                def read(later: Session) -> object:
                    return store.own_of(customer_store.current(later, customer))

                def restore(later: Session) -> Iterable[str]:
                    return store.save_of(customer_store.current(later, customer), before)

                named = customers_edit(session, TERMS, row.record_id)
                self._workplace.edits.keep(session, actor, subject, read, restore, named=named)
