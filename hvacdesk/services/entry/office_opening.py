"""An office comes into use: its tables are brought up to date, and it is logged who came in.

SQLAlchemy loads inside the functions, since this is imported before the login window is painted.
"""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from hvacdesk.domain.clock import Clock
from hvacdesk.services.pauses import Pauses
from hvacdesk.vault.errors import KeyringLocked, KeyringMissing, WrongPassphrase

if TYPE_CHECKING:
    from hvacdesk.domain.backups.backups import BroughtUpToDate
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.customers.exact_tries import ExactTries
    from hvacdesk.services.open_office import Office
    from hvacdesk.services.shared_office import SharedOffice
    from hvacdesk.services.workplace import Workplace
    from hvacdesk.store.engine import Store
    from hvacdesk.vault.device.keyring_store import DeviceKeyring
    from hvacdesk.vault.office import OpenVault

_NO_LONGER_KNOWN = "?"
"""In the log: at which seat somebody failed before this program began."""

WayIn = Callable[[bool], "OpenVault"]
"""Opens the vault for somebody; it is told whether others have the office open."""


@contextmanager
def closed_by_failure(opened: OpenVault | Store) -> Iterator[None]:
    """Leave no keys and no open file behind when a way in fails after all."""
    try:
        yield
    except BaseException:
        opened.close()
        raise


def _nothing(_vault: OpenVault) -> None:
    """Nothing is done first."""


class OfficeOpening:
    """Lets one person after the other into the office of one folder; who is in beside others shares it.

    Attributes:
        pauses: tells when somebody has the office's file alone.
    """

    def __init__(self, clock: Clock) -> None:
        self.pauses = Pauses()
        self._clock = clock
        self._shared: SharedOffice | None = None
        self._exact_tries: ExactTries | None = None
        self._failed_at: defaultdict[str, Counter[str]] = defaultdict(Counter)
        self._first_one = threading.Lock()

    def open(
        self,
        way_in: WayIn,
        key_store: Callable[[], DeviceKeyring] | None = None,
        *,
        first: Callable[[OpenVault], None] = _nothing,
        account: str = "",
        at: str | None = None,
    ) -> tuple[Office, Actor]:
        """The office after a login or, with the key store that it is to be taken over into, a recovery.

        Args:
            first: done with the vault beside the others, before it is logged who came in.
            account: whose passphrase was typed.
            at: the name of the seat at which it was; None at this computer.

        Raises what the way in, and what is done first, raises.
        """
        try:
            workplace, brought_up = self._workplace(way_in)
        except WrongPassphrase:
            if at is not None:
                self._failed_at[account][at] += 1
            raise
        workplace.sit_at(at or "")
        try:
            first(workplace.vault)
            return _entered(workplace, key_store, brought_up, at, self._failed_at.pop(account, Counter()))
        except BaseException:
            workplace.leave()
            raise

    def _workplace(self, way_in: WayIn) -> tuple[Workplace, BroughtUpToDate | None]:
        """A place beside the others. The first one opens the file, and others who come meanwhile wait."""
        with self._first_one:
            shared = self._shared
            if shared is None or not shared.pin():
                return self._first(way_in)
        try:
            with shared.store.kept():
                return _joined(shared, way_in(True)), None
        finally:
            shared.unpin()

    def _first(self, way_in: WayIn) -> tuple[Workplace, BroughtUpToDate | None]:
        from hvacdesk.services.customers.exact_tries import ExactTries
        from hvacdesk.services.shared_office import SharedOffice
        from hvacdesk.store import schema

        if self._exact_tries is None:
            self._exact_tries = ExactTries()
        shared = SharedOffice(self._clock, self.pauses, self._exact_tries)
        workplace = _joined(shared, way_in(False))
        brought_up = None
        try:
            if schema.older(shared.store):
                from hvacdesk.services.entry import older_office

                brought_up = older_office.bring_up_to_date(shared.store, workplace.vault, self._clock)
        except BaseException:
            workplace.leave()
            raise
        self._shared = shared
        return workplace, brought_up


def _joined(shared: SharedOffice, vault: OpenVault) -> Workplace:
    from hvacdesk.services.workplace import Workplace

    with closed_by_failure(vault):
        return Workplace(shared, vault)


def _entered(
    workplace: Workplace,
    key_store: Callable[[], DeviceKeyring] | None,
    brought_up: BroughtUpToDate | None,
    at: str | None,
    failed_at: Counter[str],
) -> tuple[Office, Actor]:
    """Bring the tables up to the key file, and log who came in, and at which seat."""
    from hvacdesk.domain.oversight.audit_log import Action
    from hvacdesk.services.disposal.proving import end_pending_proof
    from hvacdesk.services.entry.reconciling import follow_slots_file
    from hvacdesk.services.entry.recovery import Recovery
    from hvacdesk.services.open_office import Office

    vault, actor = workplace.vault, _actor(workplace.vault)
    recovery = None if key_store is None else Recovery(workplace, actor, key_store)
    office = Office(workplace, recovery, brought_up)
    vault.remember_key_file()
    office.integrity.anchored_before_login()
    office.integrity.note_wal_end()
    with workplace.transaction() as session:
        end_pending_proof(workplace, session)
        follow_slots_file(workplace, session, actor)
        subject = f"account:{actor.account}"
        if vault.failed_tries or vault.tries_went_missing:
            more: dict[str, Any] = {"count_missing": True} if vault.tries_went_missing else {}
            workplace.record(session, actor, Action.LOGIN_FAILED, subject, tries=vault.failed_tries, **more)
        failed_at[_NO_LONGER_KNOWN] = max(0, vault.failed_at_seats - failed_at.total())
        for seat, tries in failed_at.items():
            if tries:
                workplace.record(session, actor, Action.LOGIN_FAILED, subject, tries=tries, pc=seat)
        if recovery is not None:
            recovery.note_use(session)
        else:
            where: dict[str, Any] = {} if at is None else {"pc": at}
            workplace.record(session, actor, Action.LOGGED_IN, subject, **where)
    with suppress(KeyringLocked, KeyringMissing):
        office.audit.note_login()
    return office, actor


def _actor(vault: OpenVault) -> Actor:
    from hvacdesk.domain.roles import Actor

    return Actor(account=vault.slot_id, name=vault.name, roles=vault.roles)
