"""Within a dialog Ctrl+Z belongs to the text: nothing that lies behind is taken back, wherever one is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from hvacdesk.domain.customers.customers import CustomerField
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.ui.calls.form import CallNoteForm
from hvacdesk.ui.customers.caller_check import CallerCheckDialog
from hvacdesk.ui.customers.form import CustomerForm
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.requests.forms import RequestForm
from hvacdesk.ui.widgets.dialog import Dialog
from tests.helpers.desk_office import texts_in
from tests.helpers.front_desk import TANAKA, FrontDesk
from tests.helpers.sabotage import replaced

CONTROL = Qt.KeyboardModifier.ControlModifier
NOTHING = "There is nothing to undo."


def question(desk: FrontDesk) -> QDialog:
    made = Dialog("Sure?", desk.window)
    made.set_primary("Leave it")
    made.add_secondary("Go on")
    return made


OVER: dict[str, tuple[Callable[[FrontDesk], QDialog], Callable[[QDialog], QWidget | None]]] = {
    "a request's button": (lambda d: RequestForm(d.window.context), lambda one: one.primary),  # type: ignore[attr-defined]
    "a request's choice": (lambda d: RequestForm(d.window.context), lambda one: one.kind),  # type: ignore[attr-defined]
    "a request's empty field": (lambda d: RequestForm(d.window.context), lambda one: one.person),  # type: ignore[attr-defined]
    "a request's empty text": (lambda d: RequestForm(d.window.context), lambda one: one.asked),  # type: ignore[attr-defined]
    "a customer's field": (
        lambda d: CustomerForm(d.window.context),
        lambda one: one.name.parts["given"],  # type: ignore[attr-defined]
    ),
    "a call's tick": (lambda d: CallNoteForm(d.window.context), lambda one: one.primary),  # type: ignore[attr-defined]
    "a search": (
        lambda d: CustomerFinder(d.window.context, "Who?"),
        lambda one: one.search,  # type: ignore[attr-defined]
    ),
    "a list": (lambda d: CustomerFinder(d.window.context, "Who?"), lambda one: one.table),  # type: ignore[attr-defined]
    "a check": (lambda d: CallerCheckDialog(d.window.context, ""), lambda one: one.focusWidget()),
    "a question": (question, lambda one: one.primary),  # type: ignore[attr-defined]
}


def saved(desk: FrontDesk) -> str:
    """A change of a customer that Ctrl+Z would take back on the page; the note as it is now."""
    customer = desk.customer(TANAKA)
    version = desk.office.customers.detail(desk.actor, customer).version
    desk.office.customers.change(desk.actor, customer, version, {"note": "あとで直した"})
    assert desk.office.edits.possible(desk.actor)
    return customer


def note(desk: FrontDesk, customer: str) -> str:
    return desk.office.customers.reveal(desk.actor, customer, CustomerField.NOTE, RevealReason.CORRECTION)


@pytest.mark.parametrize("over", OVER)
def test_what_was_saved_stays(desk: FrontDesk, over: str) -> None:
    customer = saved(desk)
    make, place = OVER[over]
    dialog = make(desk)
    dialog.open()
    desk.calm()
    widget = place(dialog)
    assert widget is not None
    widget.setFocus()
    for _press in range(2):
        desk.key(widget, Qt.Key.Key_Z, CONTROL)
    assert desk.dialog() is dialog
    assert note(desk, customer) == "あとで直した"
    dialog.done(0)


def test_typed_text_is_taken_back_and_nothing_else(desk: FrontDesk) -> None:
    customer = saved(desk)
    form = RequestForm(desk.window.context)
    form.open()
    desk.calm()
    form.asked.setFocus()
    form.asked.insertPlainText("書きかけ")
    for _press in range(3):
        desk.key(form.asked, Qt.Key.Key_Z, CONTROL)
    assert form.asked.toPlainText() == ""
    assert note(desk, customer) == "あとで直した"
    form.done(0)


def test_a_change_that_is_heard_of_late_is_not_taken_back_behind_a_dialog(desk: FrontDesk) -> None:
    """At a seat it is known a moment late that something can be undone; the key found nothing then, asked,
    and undid it behind the form.
    """
    customer = saved(desk)
    form = RequestForm(desk.window.context)
    form.open()
    desk.calm()
    form.person.setFocus()
    desk.wait(form.person.hasFocus)
    with replaced(desk.office.edits, "possible", lambda _actor: False):
        desk.key(form.person, Qt.Key.Key_Z, CONTROL)
    assert note(desk, customer) == "あとで直した"
    assert NOTHING not in texts_in(form)
    form.done(0)
