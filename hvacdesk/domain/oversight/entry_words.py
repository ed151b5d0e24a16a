"""The log's entries as a customer may read them."""

from __future__ import annotations

from collections.abc import Callable

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.customers.field_names import FIELD_NAMES
from hvacdesk.domain.oversight.action_names import ACTION_NAMES
from hvacdesk.domain.oversight.audit_log import REVEAL_REASON_NAMES, REVEALS, AuditEntry, RevealReason
from hvacdesk.domain.text.wording import Words, phrase

_SEPARATOR = phrase("RequestWording", ", ")


def described_in(words: Words) -> Callable[[AuditEntry], str]:
    """Says an entry of the log: what was done, which fields were shown, and why."""
    reasons = {str(code): name for code, name in REVEAL_REASON_NAMES.items()}
    fields = {str(code): name for code, name in FIELD_NAMES.items()}

    def say(entry: AuditEntry) -> str:
        parts = [words(ACTION_NAMES[entry.action])]
        shown = entry.details.get("fields")
        if entry.action in REVEALS and isinstance(shown, list):
            parts.append(words(_SEPARATOR).join(words(fields[one]) for one in shown if one in fields))
        reason = str(entry.details.get("reason", ""))
        if reason in reasons:
            parts.append(words(reasons[reason]))
        return "  ".join(parts)

    assert set(reasons) == set(RevealReason)
    assert set(fields) == set(CustomerField)
    return say
