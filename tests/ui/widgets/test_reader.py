"""Of several readings for one place the last is shown, whichever ends first."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import hvacdesk.ui
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.ui import background
from hvacdesk.vault.errors import DatabaseBusy


def slowly(late: Event, answer: Callable[[], str]) -> Callable[[], str]:
    def work() -> str:
        late.wait(20)
        return answer()

    return work


def refused() -> str:
    raise DatabaseBusy


@pytest.mark.parametrize("answer", [lambda: "old", refused])
def test_a_late_answer_is_not_shown_over_a_newer_one(qtbot: QtBot, answer: Callable[[], str]) -> None:
    place, late = QWidget(), Event()
    qtbot.addWidget(place)
    shown: list[str] = []
    told: list[UserFacingError] = []
    reader = background.Reader(place)
    reader.read(slowly(late, answer)).then(shown.append).otherwise(told.append)
    assert reader.reading
    reader.read(lambda: "new").then(shown.append).otherwise(told.append)
    qtbot.waitUntil(lambda: shown == ["new"])
    assert not reader.reading
    late.set()
    qtbot.waitUntil(background.idle)
    assert (shown, told) == (["new"], [])


def test_why_nothing_could_be_read_is_told(qtbot: QtBot) -> None:
    place = QWidget()
    qtbot.addWidget(place)
    told: list[UserFacingError] = []
    reader = background.Reader(place)
    reader.read(refused).begin().otherwise(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert not reader.reading


class Shown:
    """What shows that work runs, and whether it does."""

    def __init__(self) -> None:
        self.running = False

    def begin(self, _cancel: Callable[[], None]) -> None:
        self.running = True

    def advance(self, _done: int, _total: int, _text: str) -> None:
        pytest.fail("nothing advanced")

    def finish(self) -> None:
        self.running = False


def test_what_gave_way_to_another_reading_is_not_shown_as_running(qtbot: QtBot) -> None:
    place, late, busy = QWidget(), Event(), Shown()
    qtbot.addWidget(place)
    reader = background.Reader(place)
    reader.read(slowly(late, lambda: "old")).with_busy(busy).begin()
    assert busy.running
    reader.read(lambda: "new").begin()
    assert not busy.running
    assert background.working(place)
    late.set()
    qtbot.waitUntil(background.idle)
    assert not background.working(place)


SHOWS = re.compile(r"_?(show|set_|offer|compare|fill)")
"""How what shows an answer in its own window is named."""

NO_READER = {
    ("billing/closing_view.py", "print_again"): "opens a preview each time",
    ("billing/invoice_acts.py", "offer_corrections"): "opens a menu each time",
    ("billing/invoice_acts.py", "receipt"): "opens a menu each time",
    ("billing/open_view.py", "show_chosen"): "opens a preview each time",
    ("customers/address_fields.py", "_look_up"): "an answer about another code than is typed is not shown",
    ("customers/caller_check.py", "check"): "cannot be asked again before the answer",
    ("customers/contact_card.py", "show_contact"): "each look is in the log, and shown",
    ("customers/form.py", "_seek_duplicates"): "an answer about what was typed before is not shown",
    ("jobs/party_fields.py", "_add_contact"): "is read once",
    ("oversight/audit_view.py", "_verify"): "cannot be asked again before the answer",
    ("oversight/audit_view.py", "compare_with"): "a comparison that somebody asks for, with one folder",
    ("papers/label_feed.py", "_read"): "is read once",
    ("papers/label_feed.py", "preview_trial"): "opens a preview each time",
    ("papers/sample_view.py", "_draw"): "a page of what was typed before is not shown",
    ("staff/quiz_dialog.py", "go_on"): "is answered once",
    ("staff/roles_dialog.py", "_refused"): "each refusal shows what others have given by then",
}
"""What shows an answer without a reader, by file and method, and why none is shown over a newer one."""


def shown_by(then: ast.Call) -> str:
    """The name of the window's own method to which ``ask(…).then(…)`` gives the answer; empty for others."""
    asks = {ast.unparse(one.func) for one in ast.walk(then.func) if isinstance(one, ast.Call)}
    if asks.isdisjoint({"background.ask", "background.ask_with_progress"}):
        return ""
    given: ast.expr = then.args[0]
    if isinstance(given, ast.Lambda) and isinstance(given.body, ast.Call):
        given = given.body.func
    return given.attr if isinstance(given, ast.Attribute) and ast.unparse(given).startswith("self.") else ""


def without_a_reader(path: Path) -> Iterator[str]:
    """The methods of a module that show an answer and may be called again before it."""
    for method in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(method, ast.FunctionDef) and method.name != "__init__":
            for call in ast.walk(method):
                asked = isinstance(call, ast.Call) and ast.unparse(call.func).endswith(").then")
                if asked and SHOWS.match(shown_by(call)):
                    yield method.name


def test_what_is_read_again_is_read_by_a_reader() -> None:
    root = Path(hvacdesk.ui.__file__).parent
    found = {
        (path.relative_to(root).as_posix(), method)
        for path in sorted(root.rglob("*.py"))
        for method in without_a_reader(path)
    }
    assert found == set(NO_READER)
