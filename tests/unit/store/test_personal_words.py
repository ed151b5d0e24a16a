"""Who adds a column for words about customers says what is written there: no name hides among the words.

By names, readings, phone numbers and mailboxes people are found again, told apart and taken out of what
stays: a column of these is one of :func:`described_columns`. One of ``Category.TEXT`` is read for none of
that.
"""

from __future__ import annotations

from hvacdesk.store.base import Base, Category
from tests.helpers.described_tables import described_columns

PROSE = {
    "audit_notes": {"text": "why somebody did what the entry tells of"},
    "call_notes": {"text": "what was said", "outcome": "what came of it"},
    "consents": {"note": "in whose presence or how it was said"},
    "copies": {"holder_note": "why the copy is where it is"},
    "customer_cautions": {"detail": "what to mind at the place"},
    "electrical_ledger": {"work": "what was done", "text": "what was seen"},
    "estimate_lines": {"label": "what is offered"},
    "estimates": {"text": "terms for the customer"},
    "holds": {"reason": "why the data is kept for longer"},
    "inspection_plans": {"text": "what to do"},
    "invoice_lines": {"label": "what was delivered"},
    "invoices": {"remarks": "remarks for the customer"},
    "job_items": {"detail": "a wall's material, and the like"},
    "job_results": {"survey_basis": "from what an outcome is known", "text": "what was found"},
    "jobs": {"note": "what to mind on the day"},
    "papers": {"label": "what the paper is", "holder_note": "why it is where it is"},
    "payments": {"note": "what to mind of a payment"},
    "receipts": {"proviso": "for what the money was received"},
    "refrigerant_log": {"text": "what to mind of an entry"},
    "request_words": {"asked": "what was asked for", "answer": "what was answered"},
    "unit_results": {"text": "what was found at a unit"},
    "units": {"place": "a room"},
    "visit_contracts": {
        "asked_for": "what work the customer had called for",
        "payment": "how it is paid",
        "terms": "special terms",
    },
}
"""Prose: it may mention anybody, and is not there to say who somebody is."""

WHOLE_RECORDS = {
    "customer_merges": {"before": "values of described fields, by their names"},
    "drafts": {"payload": "the fields of a form, by their names"},
    "issued_documents": {"data": "what a page says, to be drawn again"},
}
"""Records that are kept as one text; whoever destroys data goes through them field by field or as a whole."""


def columns_of(said: dict[str, dict[str, str]]) -> set[tuple[str, str]]:
    return {(table, column) for table, columns in said.items() for column in columns}


def test_every_column_of_words_is_described_or_said_to_be_prose() -> None:
    described = {(one.model.__tablename__, one.name) for one in described_columns()}
    words = {
        (table.name, column.name)
        for table in Base.metadata.sorted_tables
        for column in table.columns
        if column.info["personal"] and column.info["category"] is Category.TEXT
    }
    said = columns_of(PROSE) | columns_of(WHOLE_RECORDS)
    assert words - described - said == set(), (
        "if it says who somebody is or how to reach them, declare it as NAME, KANA, PHONE or EMAIL and "
        "describe it; if it is prose, say here what is written there"
    )
    assert said <= words - described, "described by now, or gone"
