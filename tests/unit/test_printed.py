"""Printed is what a printer took: no drawing writes it down, and pages are shown by the way that does."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import hvacdesk
from hvacdesk.domain.incidents.incident_steps import TimelineStep
from hvacdesk.domain.oversight.audit_log import Action

ROOT = Path(hvacdesk.__file__).parent

AFTER_THE_PRINTER = {
    *(one.name for one in Action if one.name.endswith("_PRINTED")),
    Action.INCIDENT_LETTERS.name,
    Action.ERASURE_ANSWERED.name,
    TimelineStep.LETTERS_PRINTED.name,
}
AFTER_THE_FILE = {Action.CALENDAR_SAVED.name, Action.LEDGER_EXPORTED.name}

WITH_THEIR_OWN_NOTE = {
    "ui/printing/showing.py",  # what everything else goes through
    "ui/papers/label_feed.py",  # a trial sheet names nobody and is no record
    "ui/help/guide.py",  # nor does the guide for the wall
    "ui/entry/sheet_steps.py",  # the step itself waits for the printer
    "ui/staff/slip.py",  # notes the printer's name, once it took the slip
    "ui/papers/list_print.py",  # so does a printed list
    "ui/billing/filed_preview.py",  # enters what the printer took as one more paper
    "ui/billing/sales_month_view.py",  # so does a month, which names customers
}
"""Who may open a preview by itself."""


def functions(tree: ast.AST, inside: str = "") -> Iterator[tuple[str, ast.AST]]:
    """Every node with the name of the function that it stands in."""
    for node in ast.iter_child_nodes(tree):
        here = node.name if isinstance(node, ast.FunctionDef) else inside
        yield here, node
        yield from functions(node, here)


def recorded(names: set[str]) -> Iterator[tuple[str, str, str]]:
    """Where a service writes one of these into the log: file, function, name."""
    for path in sorted((ROOT / "services").rglob("*.py")):
        for inside, node in functions(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            for argument in node.args:
                if isinstance(argument, ast.Attribute) and argument.attr in names:
                    yield path.name, inside, argument.attr


def test_printed_is_written_down_by_what_is_called_after_the_printer() -> None:
    found = list(recorded(AFTER_THE_PRINTER))
    assert {name for _file, _inside, name in found} == AFTER_THE_PRINTER
    assert [one for one in found if not one[1].endswith("printed")] == []


def test_saved_is_written_down_by_what_is_called_after_the_file() -> None:
    found = list(recorded(AFTER_THE_FILE))
    assert {name for _file, _inside, name in found} == AFTER_THE_FILE
    assert [one for one in found if not one[1].endswith("saved")] == []


def test_pages_are_shown_by_the_one_way_that_notes_the_print() -> None:
    opening = set()
    for path in sorted((ROOT / "ui").rglob("*.py")):
        for _inside, node in functions(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "PreviewDialog":
                opening.add(path.relative_to(ROOT).as_posix())
    assert opening == WITH_THEIR_OWN_NOTE
