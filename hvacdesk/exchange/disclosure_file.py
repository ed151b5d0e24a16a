"""The disclosure as JSON: the same data for a machine, under the names in which it is stored."""

from __future__ import annotations

import json
from dataclasses import asdict

from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.domain.papers.register import PaperRow, kind_text
from hvacdesk.domain.requests.disclosure import Disclosure, HeldTable
from hvacdesk.domain.requests.disclosure_names import TABLES
from hvacdesk.domain.text.wording import Words, phrase

FORMAT = "hvacdesk-disclosure"
FORMAT_VERSION = 1

_WITHHELD = phrase(
    "Disclosure", "Stored; told at the counter, since it opens doors for whoever finds a paper"
)
_INTERNAL = frozenset({"id", "version", "used_at", "code", "reduced_to", "moved"})
"""Columns that only the program needs."""


def disclosure_json(told: Disclosure, words: Words, letterhead: Letterhead) -> bytes:
    """The disclosure as UTF-8 JSON; each table says which of its columns are personal, empty ones too."""
    sentence, facts = told.kept
    content = {
        "format": FORMAT,
        "version": FORMAT_VERSION,
        "office": letterhead.facts.name,
        "request": told.request,
        "customer_number": told.customer_number,
        "made_on": told.made_on,
        "kept": words(sentence).format(**facts),
        "held": {one.name: _table(one, words) for one in told.held},
        "search_copies": list(told.copies),
        "papers": [_paper(paper, words) for paper in told.papers],
        "provisions": [asdict(one) for one in told.provisions],
        "notices": [asdict(one) for one in told.notices],
        "consents": [asdict(one) for one in told.consents],
        "requests": [
            {"number": row.number, "kind": row.kind, "received_on": row.received_on, "state": row.state}
            for row in told.requests
        ],
        "seen": [asdict(one) for one in told.seen],
    }
    return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8")


def _table(held: HeldTable, words: Words) -> dict[str, object]:
    names = TABLES.get(held.name)
    columns = {column: words(names.columns[column]) if names else column for column in held.personal}
    rows = [
        {
            name: (words(_WITHHELD) if value else None) if name in held.withheld else value
            for name, value in row.values.items()
            if name not in _INTERNAL
        }
        for row in held.rows
    ]
    return {"title": words(names.title) if names else held.name, "columns": columns, "rows": rows}


def _paper(paper: PaperRow, words: Words) -> dict[str, object]:
    return {
        "number": paper.number,
        "kind": kind_text(paper, words),
        "state": paper.state,
        "registered_on": paper.registered_on,
        "holder": paper.holder,
    }
