"""Who called or was called: a customer from the register, or somebody with a name and a number."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from hvacdesk.domain.calls.call_notes import CallWay
from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.text.phones import BadPhone, format_phone
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.part_edit import PartEdit
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.places import chosen_text

Chosen = tuple[str, str]
"""Record id and shown name."""

NOBODY: Chosen = ("", "")


class CallerFields(QObject):
    """The rows of the form that say who called, or who was called.

    Attributes:
        way: which of the two.
        chosen: the customer, or :data:`NOBODY`.

    Signals:
        edited(): something was typed or chosen.
        taken(): a customer is chosen in the search.
    """

    edited = Signal()
    taken = Signal()

    def __init__(self, ctx: DeskContext, form: Form, customer: Chosen) -> None:
        super().__init__(form)
        self._ctx = ctx
        self._form = form
        self.chosen = customer
        self.way = CallWay.RECEIVED
        row = QHBoxLayout()
        self._shown = label("", "strong", wrap=True)
        self.find_button = button(self.tr("Find customer"), self.find, icon="search", tip="Ctrl+F")
        self._drop = button(
            "", self._forget, kind="icon", icon="x", name=self.tr("Not this customer"), beside=True
        )
        row.addWidget(self._shown, 1)
        row.addWidget(self._drop)
        row.addWidget(self.find_button)
        form.column.addLayout(row)
        self.name, self.phone = PartEdit(), PartEdit()
        self.phone.setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        self._name_field = form.field("caller_name", "", self.name)
        self._phone_field = form.field("phone", self.tr("Phone"), self.phone)
        form.column.addLayout(side_by_side((self._name_field, 1), (self._phone_field, 1)))
        self.phone.editingFinished.connect(self._format)
        self.phone.textChanged.connect(lambda _text: self._name_name())
        self._name_name()
        for edit in (self.name, self.phone):
            edit.edited.connect(self.edited)
        self._show()

    def set_way(self, way: CallWay) -> None:
        """Say whether somebody called or was called."""
        self.way = way
        self._name_name()
        self._show()

    def _name_name(self) -> None:
        """Require a name for as long as there is no number to call back."""
        without_phone = not self.phone.text().strip()
        named = (
            self.tr("Name of whom we called, or the phone")
            if self.way is CallWay.MADE
            else self.tr("Caller's name, or the phone")
        )
        self._name_field.set_name(named, required=without_phone)
        if not without_phone:
            self._name_field.set_error("")

    def find(self) -> None:
        """Choose a customer with the search that is used everywhere."""
        made = self.way is CallWay.MADE
        asked = self.tr("Who was called?") if made else self.tr("Who called?")
        finder = CustomerFinder(self._ctx, asked, self._form.window())
        finder.chosen.connect(self._take)
        finder.open()

    def choose(self, customer: Chosen) -> None:
        """Name the customer who called, or was called."""
        self.chosen = customer
        self._show()
        self.edited.emit()

    def _take(self, row: CustomerRow) -> None:
        self.taken.emit()  # before the name, which may have the keyboard, goes out of sight
        self.choose((row.customer, chosen_text(row)))

    def _forget(self) -> None:
        self.choose(NOBODY)
        self.name.setFocus()

    def _show(self) -> None:
        known = bool(self.chosen[0])
        self._shown.setText(self.chosen[1] if known else self.tr("Not a registered customer"))
        self._drop.setVisible(known)
        self._name_field.setVisible(not known)
        elsewhere = (
            self.tr("Called at (if another number)")
            if self.way is CallWay.MADE
            else self.tr("Call back at (if another number)")
        )
        self._phone_field.set_name(elsewhere if known else self.tr("Phone"))

    def _format(self) -> None:
        """Write the number as it will be stored, or say at once that it is none."""
        if not self.phone.text().strip():
            self._phone_field.set_error("")
            return
        try:
            self.phone.setText(format_phone(self.phone.text()))
            self._phone_field.set_error("")
        except BadPhone as error:
            self._phone_field.set_error(error.in_short(self._ctx.words))
