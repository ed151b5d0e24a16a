"""What every service of an open office shares: the store, the vault, the clock and the audit log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING

from hvacdesk.domain.audit import Action
from hvacdesk.domain.clock import Clock, office_day
from hvacdesk.domain.roles import Actor
from hvacdesk.store import audit_log
from hvacdesk.store.engine import Session, Store
from hvacdesk.store.finding import FindingIndex

if TYPE_CHECKING:
    from hvacdesk.vault.office import OpenVault

_CALLBACKS = "hvacdesk_after_commit"


class Workplace:
    """The ground that services stand on.

    Attributes:
        finding: the searchable copy of what customers are found by.
        data_version: rises with every committed change; a window compares it to know whether to refresh.
    """

    def __init__(self, store: Store, vault: OpenVault, clock: Clock) -> None:
        self.store = store
        self.finding = FindingIndex(store)
        self.vault = vault
        self.clock = clock
        self.data_version = 0

    def now(self) -> datetime:
        """The present moment in UTC."""
        return self.clock()

    def today(self) -> date:
        """The calendar day in the office."""
        return office_day(self.clock())

    @contextmanager
    def transaction(self) -> Iterator[Session]:
        """One change, whole or not at all. Callbacks of :meth:`after_commit` run once it is safe."""
        with self.store.transaction() as session:
            yield session
        for callback in session.info.pop(_CALLBACKS, []):
            callback()
        self.data_version += 1  # last, so that whoever refreshes for it finds what the callbacks prepared

    def reading(self) -> AbstractContextManager[Session]:
        """A consistent view for reading."""
        return self.store.reading()

    def after_commit(self, session: Session, callback: Callable[[], None]) -> None:
        """Run ``callback`` once the session's transaction has been committed, and never otherwise."""
        session.info.setdefault(_CALLBACKS, []).append(callback)

    def record(
        self,
        session: Session,
        actor: Actor,
        action: Action,
        subject: str = "",
        *,
        note: str = "",
        note_customer: int | None = None,
        **details: object,
    ) -> int:
        """Append an entry to the audit log within the transaction and return its sequence number.

        ``subject`` is ``kind:record-id``; ``details`` are codes, field names and counts, never personal data.
        """
        return audit_log.append(
            session,
            self.now(),
            actor.account,
            action,
            subject,
            details,
            note=note,
            note_customer=note_customer,
        )
