"""An office comes into use: its tables are brought up to date, and it is logged who came in.

SQLAlchemy loads inside the functions, since this is imported before the login window is painted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from hvacdesk.domain.clock import Clock
from hvacdesk.vault.errors import KeyringLocked, KeyringMissing

if TYPE_CHECKING:
    from hvacdesk.domain.backups.backups import BroughtUpToDate
    from hvacdesk.domain.roles import Actor
    from hvacdesk.services.open_office import Office
    from hvacdesk.services.workplace import Workplace
    from hvacdesk.store.engine import Store
    from hvacdesk.vault.device.keyring_store import DeviceKeyring
    from hvacdesk.vault.office import OpenVault


@contextmanager
def closed_by_failure(opened: OpenVault | Store) -> Iterator[None]:
    """Leave no keys and no open file behind when a way in fails after all."""
    try:
        yield
    except BaseException:
        opened.close()
        raise


def open_office(
    vault: OpenVault, clock: Clock, key_store: Callable[[], DeviceKeyring] | None = None
) -> tuple[Office, Actor]:
    """The office after a login or, with the key store that it is to be taken over into, a recovery."""
    with closed_by_failure(vault):
        workplace, brought_up = _workplace(vault, clock)
        with closed_by_failure(workplace.store):
            return _entered(workplace, key_store, brought_up)


def _entered(
    workplace: Workplace,
    key_store: Callable[[], DeviceKeyring] | None,
    brought_up: BroughtUpToDate | None,
) -> tuple[Office, Actor]:
    """Bring the tables up to the key file, and log who came in."""
    from hvacdesk.domain.oversight.audit_log import Action
    from hvacdesk.services.entry.reconciling import follow_slots_file
    from hvacdesk.services.entry.recovery import Recovery
    from hvacdesk.services.open_office import Office

    vault, actor = workplace.vault, _actor(workplace.vault)
    recovery = None if key_store is None else Recovery(workplace, actor, key_store)
    office = Office(workplace, recovery, brought_up)
    office.integrity.anchored_before_login()
    if vault.found_less_than_was_saved:
        office.integrity.note_unsaved()
    with workplace.transaction() as session:
        follow_slots_file(workplace, session, actor)
        if vault.failed_tries:
            workplace.record(
                session, actor, Action.LOGIN_FAILED, f"account:{actor.account}", tries=vault.failed_tries
            )
        if recovery is not None:
            recovery.note_use(session)
        else:
            workplace.record(session, actor, Action.LOGGED_IN, f"account:{actor.account}")
    with suppress(KeyringLocked, KeyringMissing):
        office.audit.note_login()
    return office, actor


def _actor(vault: OpenVault) -> Actor:
    from hvacdesk.domain.roles import Actor

    return Actor(account=vault.slot_id, name=vault.name, roles=vault.roles)


def _workplace(vault: OpenVault, clock: Clock) -> tuple[Workplace, BroughtUpToDate | None]:
    from hvacdesk.services.workplace import Workplace
    from hvacdesk.store import schema
    from hvacdesk.store.engine import Store

    store = Store(vault.connect)
    brought_up = None
    with closed_by_failure(store):
        if schema.older(store):
            from hvacdesk.services.entry import older_office

            brought_up = older_office.bring_up_to_date(store, vault, clock)
    return Workplace(store, vault, clock), brought_up
