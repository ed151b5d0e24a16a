"""Reading the retention rules, which are data: a TOML text with law, period, start, source and date of each.

The services read the file; this module only understands its text. A text that is damaged in any way is
refused as a whole, since a rule that is silently missing would let records be destroyed too early.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from hvacdesk.domain.dated_law import days_of_change, document_on
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.jobs.job_events import EventKind
from hvacdesk.domain.office.office import LegalForm
from hvacdesk.domain.retention.record_fields import RecordField
from hvacdesk.domain.retention.retention import Binding, Circumstance, RetentionRule, Start
from hvacdesk.domain.text.wording import Phrase, phrase

FORMAT = 3
"""The form of the text that this program understands."""

SHIPPED_TITLES = (
    phrase("Retention", "Estimates, contracts, invoices and receipts"),
    phrase("Retention", "Books, estimates, contracts, invoices and receipts"),
    phrase("Retention", "Copies of qualified invoices"),
    phrase("Retention", "Accounting books"),
    phrase("Retention", "Construction ledger and contract"),
    phrase("Retention", "Construction ledger, new housing"),
    phrase("Retention", "Drawings and meeting records"),
    phrase("Retention", "Electrical-work ledger"),
    phrase("Retention", "Refrigerant charge and recovery log"),
    phrase("Retention", "Refrigerant recovery slips"),
    phrase("Retention", "Appliance recycling slip, the part sent back to the retailer"),
    phrase("Retention", "Certificates of reclaimed or destroyed gas"),
    phrase("Retention", "Industrial-waste manifest"),
    phrase("Retention", "Industrial-waste manifest, last slip"),
    phrase("Retention", "Estimates that name costs apart, and their meeting records"),
    phrase("Retention", "Record of the asbestos survey"),
    phrase("Retention", "Record of the asbestos survey, main contractor"),
    phrase("Retention", "Record of a provision to a third party"),
    phrase("Retention", "Provision to a third party, contract instead of a record"),
    phrase("Retention", "Service and warranty"),
    phrase("Retention", "Payment details after settlement"),
    phrase("Retention", "Inquiry that became no order"),
)
"""The titles in the shipped file, named here so that they can be translated."""

_TEXTS = ("code", "title", "law", "source", "as_of")
_NUMBERS = ("years", "months", "loss_years", "version")
_LISTS = ("events", "also", "legal_forms", "needs", "keeps")
_KEYS = frozenset({*_TEXTS, *_NUMBERS, *_LISTS, "start", "binds"})


class DamagedRules(UserFacingError):
    """The text of the rules cannot be read. ``where`` names the rule or key, never a customer."""

    what = phrase("Errors", "The file of retention rules is damaged ({where}).")
    safe = phrase("Errors", "Nothing is judged or destroyed without it.")
    todo = phrase("Errors", "Install the program again, or put back the file from before it was edited.")

    def __init__(self, where: str) -> None:
        super().__init__(where=where)


class RulesFromNewerProgram(UserFacingError):
    """The text is of a form that a later program writes."""

    what = phrase("Errors", "The file of retention rules is made for a newer version of this program.")
    safe = phrase("Errors", "Nothing is judged or destroyed without it.")
    todo = phrase("Errors", "Update the program.")


def parse_rules(text_toml: str, on: date) -> tuple[RetentionRule, ...]:
    """The rules that hold on a day, in the order of the text; those of days to come are read too.

    Raises :class:`DamagedRules` or :class:`RulesFromNewerProgram`.
    """
    try:
        for day in days_of_change(text_toml):
            _parsed(document_on(text_toml, day))
        return _parsed(document_on(text_toml, on))
    except ValueError as error:
        raise DamagedRules("TOML") from error


def _parsed(document: dict[str, Any]) -> tuple[RetentionRule, ...]:
    form = document.get("format")
    if type(form) is not int or form < 1:
        raise DamagedRules("format")
    if form > FORMAT:
        raise RulesFromNewerProgram
    entries = document.get("rule")
    if set(document) != {"format", "rule"} or not isinstance(entries, list) or not entries:
        raise DamagedRules("rule")
    rules = tuple(_rule(entry, f"rule {position}") for position, entry in enumerate(entries, 1))
    if len({rule.code for rule in rules}) < len(rules):
        raise DamagedRules("code")
    return rules


def _rule(entry: Any, where: str) -> RetentionRule:
    if not isinstance(entry, dict) or set(entry) != _KEYS:
        raise DamagedRules(where)
    _check_types(entry, where)
    try:
        return RetentionRule(
            code=entry["code"],
            title=Phrase("Retention", entry["title"]),
            law=entry["law"],
            events=tuple(map(EventKind, entry["events"])),
            also=tuple(map(EventKind, entry["also"])),
            start=Start(entry["start"]),
            years=entry["years"],
            months=entry["months"],
            loss_years=entry["loss_years"],
            legal_forms=frozenset(str(LegalForm(form)) for form in entry["legal_forms"]),
            binds=Binding(entry["binds"]),
            needs=frozenset(map(Circumstance, entry["needs"])),
            keeps=frozenset(map(RecordField, entry["keeps"])),
            source=entry["source"],
            as_of=entry["as_of"],
            version=entry["version"],
        )
    except ValueError:
        raise DamagedRules(where) from None


def _check_types(entry: dict[str, Any], where: str) -> None:
    """Texts filled in, numbers whole and not negative, a period of at least a month, something kept."""
    texts = all(isinstance(entry[key], str) and entry[key].strip() for key in _TEXTS)
    numbers = all(type(entry[key]) is int and entry[key] >= 0 for key in _NUMBERS)
    lists = all(isinstance(entry[key], list) for key in _LISTS) and entry["events"] and entry["keeps"]
    if not (texts and numbers and lists and entry["version"] and entry["years"] + entry["months"]):
        raise DamagedRules(where)
