"""A table with a line for each member of an enumeration has a line for every one, or says why not.

A member that somebody adds is forgotten in such a table without a sound: it fails when the first user comes
past it.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterator, Mapping
from dataclasses import MISSING, fields, is_dataclass
from enum import Enum

import pytest

import hvacdesk.documents
import hvacdesk.domain
import hvacdesk.services
import hvacdesk.store
import hvacdesk.ui
from hvacdesk.domain.fields import Use

ROOMS = (hvacdesk.domain, hvacdesk.store, hvacdesk.services, hvacdesk.documents, hvacdesk.ui)

PARTLY = {
    ("_LIKELY_WORK", "CallSubject"): "the others do not say which work follows",
    ("ENDED_BY", "InvoiceState"): "all others stand, or are none yet",
    ("CLOSED_AS", "EstimateState"): "what was declined or replaced is closed already",
    ("USUAL_OF_WORK", "WorkKind"): "a removal is a work item, and a repair has no usual price",
    ("PARTS", "PaperKind"): "invoices, receipts and ledgers stay as they were; others are not drawn here",
    ("CHANGED_SINCE", "Unsettled"): "what was noted is in NOTED_SINCE, the rest has sentences",
    ("UNDONE_ELSEWHERE", "Action"): "all others are edits, or have no way back of their own",
    ("_ENDED", "Action"): "the acts of which the state says whether there is a way back",
    ("NOTED_SINCE", "Unsettled"): "what was changed since is in CHANGED_SINCE",
    ("GRACE", "DutyKind"): "most duties have no days of grace",
    ("_USUAL_WAYS", "PaymentMethod"): "all others pay by bank transfer",
    ("APART_HINTS", "ApartReason"): "the other reasons say themselves what to do",
    ("PAID_BACK_WAY_NAMES", "PaymentWay"): "the ways in which money goes back",
    ("_EVENTS_UNTIL", "JobState"): "of every later state the work itself is behind",
    ("_OF_PAPER", "PaperKind"): "other papers say how to reach somebody, as most do",
    ("OFFICE_WARNINGS", "FolderKind"): "nothing is to be said of a local folder",
    ("BACKUP_WARNINGS", "FolderKind"): "backups belong on another machine",
    ("KINDS_OF_PHONES", "ImportField"): "the columns that hold numbers",
    ("ADD_REASONS", "ListReason"): "reasons to add somebody",
    ("REMOVE_REASONS", "ListReason"): "reasons to take somebody off",
    ("SCENARIOS", "IncidentKind"): "three drills, not one of each kind",
    ("_DESCRIBED", "MergeField"): "the way and the terms of payment are no described fields",
    ("REVEALS", "MergeField"): "the way and the terms of payment are not hidden",
    ("RETURN_NAMES", "PaperState"): "the states in which a paper comes back",
    ("ITEM_UNITS", "WorkItem"): "the others are counted in nothing",
    ("_ERASED", "ErasureOutcome"): "the outcomes after which something is gone",
    ("NOT_YET", "RequestKind"): "the requests that are carried out later",
    ("ERASURE_NOT_YET", "ErasureOutcome"): "the outcomes before anything is gone",
    ("PRINTED_INTO", "Profile"): "the copies that leave the office",
    ("ALLOWED_BY", "Decision"): "to keep or to wait needs nothing to allow it",
    ("DECISIONS", "Standing"): "the standings in which something may go",
    ("_AMOUNTS", "Quantity"): "the quantities that are an amount of gas",
    ("_DONE", "RequestKind"): "erasure is answered by its outcome",
    ("_PARTLY", "RequestKind"): "erasure is answered by its outcome",
    ("_PARTLY", "ErasureOutcome"): "the outcomes with a part that stays for now",
    ("_WITH_EXCEPTIONS", "ErasureOutcome"): "the outcomes after which something is gone",
    ("_ENDED", "CopyState"): "the states in which a copy is out no more",
    ("_EVENTS", "EventKind"): "the others are said by their names",
    ("_MISSING", "EventKind"): "the events without which a shipped rule cannot be told",
    ("_TOLD_BY_EVENT", "EventKind"): "the events that tell of a circumstance",
    ("_LIFTED", "RequestKind"): "the requests that hold until they are lifted",
    ("_MEANING", "BatchState"): "the states in which a certificate is made",
    ("_OUTCOMES", "BatchState"): "the states that end a disposal",
    ("_PARTS", "InvoiceKind"): "the kinds that ask for a share of a job",
    ("_SHARES", "InvoiceKind"): "the kinds that ask for a share of a job",
    ("_OF_KIND", "InvoiceKind"): "the kinds that ask for something else than work that was done",
    ("EVENT_OF_STATE", "JobState"): "the states that retention has an event for",
    ("_INSIDE", "IncidentPart"): "the parts of a letter, each with what is noted inside",
    ("_NEEDS", "RequestKind"): "the requests that show or destroy something need an identity",
    ("_PAID", "PaidState"): "what is paid is no mark in a list",
    ("_RULE_TONES", "RuleState"): "what is past is grey",
    ("TONES", "BatchState"): "the states in which a certificate is made",
    ("_TONES", "CopyFate"): "the others are as they should be",
    ("_TONES", "LeakVerdict"): "the others are as they should be",
    ("_TONES", "LineChange"): "what is the same is grey",
    ("_TONES", "PaperState"): "the others are as they should be",
    ("_TONES", "RowState"): "an empty row is grey",
    ("_WAITS_FOR", "RequestKind"): "these are done by answering them",
}
"""Tables for some members only, by their name and the enumeration's."""


def modules() -> Iterator[object]:
    for room in ROOMS:
        for found in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if ".migrations." not in found.name:  # written once, for the tables of their day
                yield importlib.import_module(found.name)


def in_classes(module: object) -> Iterator[tuple[str, object]]:
    """What stands in a module's own classes, and what their records have where nobody says otherwise."""
    for kind in vars(module).values():
        if not isinstance(kind, type) or kind.__module__ != vars(module)["__name__"]:
            continue
        for name, value in vars(kind).items():
            yield f"{kind.__name__}.{name}", value
        for one in fields(kind) if is_dataclass(kind) else ():
            if one.default_factory is not MISSING and "Mapping[" in str(one.type):
                yield f"{kind.__name__}.{one.name}", one.default_factory()


def tables() -> dict[tuple[str, str], list[Mapping[Enum, object]]]:
    """Every module's mappings whose keys are members of one of our enumerations."""
    found: dict[tuple[str, str], list[Mapping[Enum, object]]] = {}
    for module in modules():
        for name, value in (*vars(module).items(), *in_classes(module)):
            if isinstance(value, Mapping) and value and len({type(key) for key in value}) == 1:
                kind = type(next(iter(value)))
                ours = issubclass(kind, Enum) and kind.__module__.startswith("hvacdesk.")
                if ours and kind is not Use:  # what a field is left out of, with reasons
                    found.setdefault((name, kind.__name__), []).append(value)
    return found


TABLES = tables()


@pytest.mark.parametrize("which", sorted(TABLES), ids="-".join)
def test_every_member_has_its_line(which: tuple[str, str]) -> None:
    missing = [
        member.name for table in TABLES[which] for member in type(next(iter(table))) if member not in table
    ]
    assert bool(missing) == (which in PARTLY), missing


def test_tables_in_classes_are_asked_as_well() -> None:
    assert ("AccountNames.ways", "PaymentWay") in TABLES


def test_no_reason_is_left_of_a_table_that_is_gone() -> None:
    assert set(PARTLY) <= set(TABLES)
