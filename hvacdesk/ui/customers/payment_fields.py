"""How the customer pays; the account's details only for those who hold the payment key."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from hvacdesk.domain.customers.customers import (
    PAYMENT_FIELD_NAMES,
    PAYMENT_METHOD_NAMES,
    PaymentDetails,
    PaymentMethod,
)
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.part_edit import NOTHING, PartEdit, part_of

ACCOUNT_FIELDS = ("bank", "branch", "account", "payer")
CARD_FIELDS = ("card_brand", "card_last_four")
FIELDS_OF = {
    PaymentMethod.UNKNOWN: ("remarks",),
    PaymentMethod.CASH: ("remarks",),
    PaymentMethod.TRANSFER: (*ACCOUNT_FIELDS, "remarks"),
    PaymentMethod.DEBIT: (*ACCOUNT_FIELDS, "remarks"),
    PaymentMethod.CARD: (*CARD_FIELDS, "remarks"),
    PaymentMethod.INVOICE: ("remarks",),
}
Reveal = Callable[[int, Callable[[str], None]], None]
"""Reveals the payment field at that position among those that are stored."""


class PaymentFields(QObject):
    """The rows of the form that hold payment.

    Signals:
        edited(): something was typed or chosen.
    """

    edited = Signal()

    def __init__(
        self,
        ctx: DeskContext,
        form: Form,
        method: PaymentMethod,
        stored: Mapping[str, Masked],
        reveal: Reveal | None,
    ) -> None:
        super().__init__(form)
        self._method_before = method
        self._stored = frozenset(stored)
        self.method = code_choice(ctx.words, PAYMENT_METHOD_NAMES)
        self.method.setCurrentIndex(self.method.findData(method.value))
        form.add("payment_method", self.tr("Payment method"), self.method)
        self.parts: dict[str, PartEdit] = {}
        self._fields = {}
        if ctx.actor.may(Permission.SEE_PAYMENT):
            positions = {key: number for number, key in enumerate(stored)}
            for key, name in PAYMENT_FIELD_NAMES.items():
                edit = part_of(stored.get(key, NOTHING), reveal, positions.get(key))
                edit.edited.connect(self.edited)
                self.parts[key] = edit
                self._fields[key] = form.field(f"payment.{key}", ctx.words(name), edit)
            pairs = (("bank", "branch"), ("account", "payer"), CARD_FIELDS)
            for left, right in pairs:
                form.column.addLayout(side_by_side((self._fields[left], 1), (self._fields[right], 1)))
            form.column.addWidget(self._fields["remarks"])
            # What a service refuses about the details as a whole is shown at the remarks.
            form.fields["payment"] = self._fields["remarks"]
            self.parts["card_last_four"].setMaxLength(4)
        self.method.activated.connect(lambda _number: self._show_method())
        self.method.currentIndexChanged.connect(lambda _number: self._show_method())
        self._show_method()

    @property
    def chosen(self) -> PaymentMethod:
        """The chosen method."""
        return PaymentMethod(self.method.currentData())

    def _show_method(self) -> None:
        for key, field in self._fields.items():
            field.setVisible(key in FIELDS_OF[self.chosen] or key in self._stored)
        self.edited.emit()

    def _texts(self) -> dict[str, str]:
        return {key: text for key, edit in self.parts.items() if (text := edit.changed()) is not None}

    def changes(self) -> dict[str, object]:
        """The named changes, as the service takes them."""
        found: dict[str, object] = {}
        if self.chosen is not self._method_before:
            found["payment_method"] = self.chosen
        if texts := self._texts():
            found["payment"] = texts
        return found

    def details(self) -> PaymentDetails | None:
        """The details as typed, for a new customer; None where there are none."""
        texts = {key: edit.text().strip() for key, edit in self.parts.items() if edit.text().strip()}
        return PaymentDetails(**texts) if texts else None

    def typed(self) -> dict[str, object]:
        """What was chosen, for a draft."""
        return {"method": self.chosen.value} if self.chosen is not self._method_before else {}

    def typed_sealed(self) -> dict[str, str]:
        """What was typed, for the part of a draft that is sealed as the details are."""
        return self._texts()

    def fill(self, typed: Mapping[str, object]) -> None:
        """Put both parts of a draft back."""
        if "method" in typed:
            self.method.setCurrentIndex(self.method.findData(typed["method"]))
        for key, edit in self.parts.items():
            if key in typed:
                edit.setText(str(typed[key]))
