"""How much of the files that are seen to line by line still waits, as when they were last looked at."""

from __future__ import annotations

import json

from hvacdesk.domain.billing.open_items import BillingFile
from hvacdesk.store.engine import Session
from hvacdesk.store.office import office as store


def waiting_in(session: Session, file: BillingFile, account: str | None = None) -> int:
    """How much waits in a file of one person, or in the fullest of anybody's: several may have the same one.

    The file itself lies where its reader chose it, and is not read for this.
    """
    kept = (json.loads(text)["typed"] for text in store.drafts_of(session, file.value, account))
    return max((int(typed.get("waits", 0)) for typed in kept), default=0)
