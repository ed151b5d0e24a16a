"""What a database file says of itself, for a backup's manifest."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from hvacdesk.domain.oversight.audit_chain import GENESIS
from hvacdesk.store import schema
from hvacdesk.store.engine import Store
from hvacdesk.store.oversight import audit_log
from hvacdesk.vault.backup.backup import TablesStanding

_DIGEST = re.compile(r"[0-9a-f]{64}")


def read(connect: Callable[[], Any]) -> TablesStanding:
    """The audit log's last entry and the schema's number, over connections that are closed again.

    What somebody wrote over the entry's digest is none that a manifest could say: a backup of such an office
    is taken all the same, and the check of its log tells.
    """
    store = Store(connect)
    try:
        with store.reading() as session:
            sequence, digest = audit_log.head(session)
            known = digest if _DIGEST.fullmatch(digest) else GENESIS
            return TablesStanding(sequence, known, schema.version(session.connection()))
    finally:
        store.close()
