"""What a database file says of itself, for a backup's manifest."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hvacdesk.store import schema
from hvacdesk.store.engine import Store
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.backup.backup import TablesStanding


def read(connect: Callable[[], Any]) -> TablesStanding:
    """The audit log's last entry and the schema's number, over connections that are closed again."""
    store = Store(connect)
    try:
        with store.reading() as session:
            sequence, digest = audit_log.head(session)
            return TablesStanding(sequence, digest, schema.version(session.connection()))
    finally:
        store.close()
