"""A bank's file: read, laid beside what is open, and booked as somebody confirms it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from hvacdesk.domain import masking
from hvacdesk.domain.billing.bank_files import check_account
from hvacdesk.domain.billing.bank_imports import BankProposals, ConfirmedDeposit
from hvacdesk.domain.billing.bank_matching import USUAL_FEES, comparable_payer, propose
from hvacdesk.domain.billing.bank_tables import BankWords, parse_bank_words
from hvacdesk.domain.billing.payments import BankLine, OpenInvoice, PaymentRecord, PaymentWay
from hvacdesk.domain.clock import stamp
from hvacdesk.domain.oversight.audit_log import Action
from hvacdesk.domain.roles import Actor, Permission
from hvacdesk.exchange.bank_files import read_bank_file
from hvacdesk.resource_files import resource
from hvacdesk.services.billing.payments import book
from hvacdesk.services.permissions import needs
from hvacdesk.services.workplace import Workplace
from hvacdesk.store.billing import open_items, terms
from hvacdesk.store.billing import payments as store
from hvacdesk.store.customers import customers as customer_store
from hvacdesk.store.engine import Session


@cache
def shipped_bank_words() -> BankWords:
    """The headers of banks' files, as shipped."""
    return parse_bank_words(resource("import", "bank_columns.toml").read_text(encoding="utf-8"))


class BankImports:
    """Bank files in an open office. Thread-safe."""

    def __init__(self, workplace: Workplace) -> None:
        self._workplace = workplace

    @needs(Permission.BILL)
    def read(self, actor: Actor, path: Path) -> BankProposals:
        """Read a file and propose what its new deposits pay for; nothing is stored.

        Raises:
            AnotherAccount: it is of another account than invoices name.
            UserFacingError: as :func:`hvacdesk.exchange.bank_files.read_bank_file`.
        """
        file = read_bank_file(Path(path), shipped_bank_words(), self._workplace.today())
        with self._workplace.reading() as session:
            check_account(file.accounts, terms.facts(session).account.number)
            new = store.not_seen(session, file.lines)
            waiting = self._waiting(session)
            parties = [row.party for row in open_items.open_items(session)]
        names = {one.customer: masking.name(one.name, one.organisation, revealable=True) for one in parties}
        fees = USUAL_FEES if file.way is PaymentWay.BANK else ()
        return BankProposals(file, propose(new, waiting, fees), len(file.lines) - len(new), waiting, names)

    @needs(Permission.BILL)
    def confirm(
        self, actor: Actor, deposits: Sequence[ConfirmedDeposit], way: PaymentWay = PaymentWay.BANK
    ) -> int:
        """Book deposits, all or none; returns how many were new.

        One that somebody else booked in the meantime is left out.

        Raises:
            InvalidInput: an invoice asks for less by now than is allotted to it.
        """
        with self._workplace.transaction() as session:
            new = set(store.not_seen(session, [one.line for one in deposits]))
            booked = 0
            for one in deposits:
                if one.line in new:
                    record = PaymentRecord(
                        one.line.on, one.line.yen, way, one.fee, one.allocations, one.line.payer
                    )
                    customer = customer_store.current(session, one.customer)
                    book(self._workplace, session, actor, customer, record, one.line)
                    new.discard(one.line)
                    booked += 1
            return booked

    @needs(Permission.BILL)
    def set_aside(self, actor: Actor, lines: Sequence[BankLine]) -> None:
        """Note that these deposits are no customers' payments: no file proposes them again."""
        with self._workplace.transaction() as session:
            new = store.not_seen(session, lines)
            for line in new:
                store.note_seen(session, line, None, by=actor.account, at=stamp(self._workplace.now()))
            self._workplace.record(session, actor, Action.DEPOSITS_SET_ASIDE, count=len(new))

    def _waiting(self, session: Session) -> tuple[OpenInvoice, ...]:
        """What is open, with all names by which its customers pay."""
        payers = {}
        for known in store.known_payers(session):
            opened = (self._workplace.vault.open_payment(*one) for one in known.sealed)
            names = {comparable_payer(name) for name in (*known.names, *opened)}
            payers[known.customer] = frozenset(names - {""})
        return tuple(
            replace(one, payers=payers.get(one.customer, frozenset())) for one in store.open_invoices(session)
        )
