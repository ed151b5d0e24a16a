"""Printed is what a printer took: no drawing writes it down, and pages are shown by the way that does.

Every place that shows pages to print is found in the code: what it shows is in the register of papers, or the
log says that it was printed, or nobody is named on it and it stands below with what it is.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
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
    "ui/billing/filed_preview.py",  # enters what the printer took as one more paper, a draft too
    "ui/billing/sales_month_view.py",  # so does a month, which names customers
}
"""Who may open a preview by itself."""


NAME_NOBODY = {
    "ui/billing/receipt_form.py": "blank receipts, whose numbers were noted when they were given out",
    "ui/disposal/media_view.py": "the record of a medium that was wiped or destroyed",
    "ui/papers/register.py": "the evening's check sheet: papers and customers by their numbers alone",
    "ui/partners/firms_tab.py": "what was looked at in a firm",
    "ui/report_box/reports_section.py": "the empty form of a report",
    "ui/staff/office_rules_tab.py": "the office's rules",
}
"""What is shown by the one way for papers of no register, and leaves no note either."""

NEVER_ASKED = {
    "ui/papers/label_feed.py",  # names nobody
    "ui/help/guide.py",  # nor does the guide
    "ui/entry/sheet_steps.py",  # the office's own keys
    "ui/staff/slip.py",  # a member of the staff
}
"""Who opens a preview by itself, of what no other PC ends."""

ALWAYS_SO = {
    "ui/incidents/tab.py": "papers about an incident, with customers by their numbers alone",
    "ui/oversight/access_view.py": "a month that is over, with customers by their numbers alone",
    "ui/partners/ledger_tab.py": "hand-overs and records of provision, which outlive the customers",
    "ui/printing/erasure_answer.py": "the answer after the data went",
    "ui/printing/notice.py": "the purposes notice",
    "ui/requests/notice_view.py": "the purposes notice",
    "ui/staff/standing_tab.py": "what somebody of the staff learned",
    "ui/staff/training_tab.py": "what somebody of the staff learned",
    "ui/staff/violations_tab.py": "what somebody of the staff did",
}
"""What is noted once printed, and not asked about before: no other PC ends what these pages say."""

PREVIEWS = {
    "CertificatePreview": "of a certificate; who opens it notes the print",
    "PaperPreview": "of papers that were registered, and are struck if it is closed",
    "WorkOrderPreview": "of copies that were registered, and are struck if it is closed",
}
"""The kinds of preview."""

PRINTED_WHOLE_OR_NOT = {
    "ui/entry/sheet_steps.py": "half a recovery sheet opens nothing",
    "ui/help/guide.py": "nobody asks for the guide",
    "ui/papers/label_feed.py": "nobody asks for a trial sheet",
}
"""Where it does not count if the printer stops in the middle."""

WRITING_FILES = {
    "ui/billing/document_saving.py": "",
    "ui/billing/books_form.py": "",
    "ui/billing/invoices_view.py": "",
    "ui/exchange/done_step.py": "",
    "ui/exchange/export_dialog.py": "",
    "ui/requests/disclose_dialog.py": "",
    "ui/disposal/certificate_step.py": "a certificate, which is logged as saved",
    "ui/disposal/ledger_view.py": "the disposal ledger, which is logged as saved",
    "ui/entry/sheet_saving.py": "a recovery sheet, which has its own line in the register of files",
    "ui/help/guide.py": "the guide for the wall",
    "ui/office/first_run_dialog.py": "what the first start found of the computer",
    "ui/oversight/duties_view.py": "a calendar of the office's own duties, which is logged as saved",
}
"""Who writes files out of the program; empty where each is in the register of files outside."""


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


@cache
def in_windows() -> tuple[tuple[str, ast.AST], ...]:
    """Every node of the windows' code that could matter here, with the file that it stands in."""
    return tuple(
        (path.relative_to(ROOT).as_posix(), node)
        for path in sorted((ROOT / "ui").rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute | ast.Call | ast.ClassDef)
    )


def calls(*names: str) -> list[tuple[str, ast.Call]]:
    """Every call of a function or class of one of these names."""
    return [
        (file, node)
        for file, node in in_windows()
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in names
    ]


def told(call: ast.Call, what: str) -> bool:
    """Whether an argument is given by its name, and is not None."""
    return any(
        one.arg == what and not (isinstance(one.value, ast.Constant) and one.value.value is None)
        for one in call.keywords
    )


def noted(call: ast.Call) -> bool:
    """Whether the one way is told how the print is noted."""
    return told(call, "note")


def test_pages_are_shown_by_the_one_way_that_notes_the_print() -> None:
    assert {file for file, _call in calls("PreviewDialog")} == WITH_THEIR_OWN_NOTE
    kinds = {
        node.name
        for _file, node in in_windows()
        if isinstance(node, ast.ClassDef)
        and {getattr(base, "id", "") for base in node.bases} & {"PreviewDialog", *PREVIEWS}
    }
    assert kinds == set(PREVIEWS)


def test_what_names_somebody_is_noted_when_it_is_printed() -> None:
    shown = calls("show_pages", "draw_pages")
    assert len(shown) > len(NAME_NOBODY)
    assert {file for file, call in shown if not noted(call)} == set(NAME_NOBODY)
    assert [file for file, call in shown if noted(call) and file in NAME_NOBODY] == []


def test_what_another_pc_can_end_is_asked_about_before_it_is_printed() -> None:
    shown = [(file, call) for file, call in calls("show_pages", "draw_pages", "partial") if noted(call)]
    passed_on = {"ui/printing/showing.py"}
    assert {file for file, call in shown if not told(call, "shown")} - passed_on == set(ALWAYS_SO)
    assert len([file for file, call in shown if told(call, "shown")]) >= 4
    asking = {file for file, _call in calls("StillSo")}
    assert WITH_THEIR_OWN_NOTE - asking == NEVER_ASKED


def test_a_print_that_stopped_in_the_middle_is_noted_too() -> None:
    opening = {file for file, _call in calls("PreviewDialog", "CertificatePreview")}
    heard: dict[str, set[str]] = {"printed": set(), "stopped": set()}
    for file, node in in_windows():
        if isinstance(node, ast.Attribute) and node.attr == "connect":
            heard.get(getattr(node.value, "attr", ""), set()).add(file)
    assert opening - heard["stopped"] == set(PRINTED_WHOLE_OR_NOT)
    assert opening - heard["printed"] == set(PRINTED_WHOLE_OR_NOT) - {"ui/entry/sheet_steps.py"}


def test_only_the_previews_print() -> None:
    asked = {file for file, _call in calls("QPrinter", "QPrintDialog", "QPrintPreviewDialog", "print_pdf")}
    assert {Path(file).parent.as_posix() for file in asked} == {"ui/printing"}


def test_files_that_go_out_are_in_the_register_of_files_outside() -> None:
    writing = {file for file, _call in calls("choose_new_file", "write_private")}
    ways = {"ui/outside_files.py", "ui/widgets/file_choice.py", "ui/file_writing.py"}
    assert writing - ways == set(WRITING_FILES)
    registered = {file for file, _call in calls("write_outside")}
    assert {file for file, why in WRITING_FILES.items() if not why} == registered
