"""The masked fields of one customer, each with its *Show*; one key shows phone and address together."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS
from hvacdesk.domain.customers.customers import (
    PAYMENT_METHOD_NAMES,
    PHONE_KIND_NAMES,
    CustomerDetail,
    CustomerField,
)
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.text.text_forms import hyphenated
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.terms_line import TermsLine
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.masked_value import HELD_SECONDS, MaskedValue


class ContactCard(QWidget):
    """Name, phones, address, e-mail, note and payment of one customer.

    Attributes:
        reveal: asks for reasons; its ``reason`` is what the context makes likely.

    Signals:
        call_changed(on): the call began or ended.
    """

    call_changed = Signal(bool)

    def __init__(self, ctx: DeskContext, detail: CustomerDetail, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._detail = detail
        self.reveal = Revealer(ctx, self)
        self.values: dict[str, MaskedValue] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._call_end = QTimer(self)
        self._call_end.setSingleShot(True)
        self._call_end.setInterval(HELD_SECONDS * 1000)
        self._call_end.timeout.connect(lambda: self.set_on_call(on=False))
        if detail.name.hidden:
            self._line("name", self.tr("Full name"), detail.name, CustomerField.NAME)
        if detail.person.text:
            self._line("person", self.tr("Contact person"), detail.person, CustomerField.NAME)
        for phone in detail.phones:
            name = ctx.words(PHONE_KIND_NAMES[phone.kind])
            self._line(f"phone{phone.position}", name, phone.number, CustomerField.PHONE, phone.position)
        code = detail.postal_code.text
        before = self.tr("〒{code}").format(code=hyphenated(code)) if code else ""
        self._line("address", self.tr("Address"), detail.address, CustomerField.ADDRESS, before=before)
        for one in CUSTOMER_FIELDS.texts:
            if detail.texts[one.key].text:
                self._line(one.key.value, ctx.words(one.label), detail.texts[one.key], one.key)
        self._payment()
        self._call_row()

    def _line(
        self,
        key: str,
        name: str,
        masked: Masked,
        field: CustomerField,
        position: int = 0,
        *,
        before: str = "",
    ) -> MaskedValue:
        ctx, customer = self._ctx, self._detail.customer

        def ask(show: Callable[[str], None]) -> None:
            self.reveal.ask(
                value,
                lambda reason: ctx.office.customers.reveal(ctx.actor, customer, field, reason, position),
                lambda text: self._show(value, text),
            )

        value = MaskedValue(name, masked, ask, before=before)
        self.values[key] = value
        self._column.addWidget(value)
        return value

    def _payment(self) -> None:
        method = self._ctx.words(PAYMENT_METHOD_NAMES[self._detail.payment_method])
        locked = not self._ctx.actor.may(Permission.SEE_PAYMENT)
        self.values["method"] = MaskedValue(self.tr("Payment"), Masked(method, hidden=locked))
        row = QHBoxLayout()
        row.addWidget(self.values["method"], 1)
        self._column.addLayout(row)
        details = [
            self._line(f"payment{number}", self._ctx.words(name), masked, CustomerField.PAYMENT, number)
            for number, (name, masked) in enumerate(self._detail.payment)
        ]
        self.account: QPushButton | None = None
        if details and self._ctx.actor.may(Permission.REVEAL_CONTACT):
            self.account = button(self.tr("Bank and account"), kind="link")
            self.account.setCheckable(True)
            self.account.setToolTip(self.tr("Shows these lines, or hides them: the jobs come up then"))
            for value in details:
                value.hide()
                self.account.toggled.connect(value.setVisible)
            row.addWidget(self.account)
        self.terms = TermsLine(self._ctx, self._detail.customer, self._detail.payment_method, self)
        self._column.addWidget(self.terms)

    def _call_row(self) -> None:
        self.both: QPushButton | None = None
        self.call: QPushButton | None = None
        if not self._ctx.actor.may(Permission.REVEAL_CONTACT) or self._detail.suspended_on:
            return
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.both = button(self.tr("Phone and address  F6"), self.show_contact, icon="eye")
        self.both.setAccessibleName(self.tr("Show phone and address together, key F6"))
        self.call = button(self.tr("On a call"), icon="phone")
        self.call.setCheckable(True)
        self.call.setProperty("kind", "toggle")
        self.call.setToolTip(self.tr("Keeps shown values open until the call ends, ten minutes at most"))
        self.call.toggled.connect(lambda on: self.set_on_call(on=on))
        row.addWidget(self.both)
        row.addWidget(self.call)
        row.addStretch(1)
        self._column.addSpacing(theme.px(6))
        self._column.addLayout(row)

    def show_contact(self) -> None:
        """Show the first phone and the address, with the reason that the context gives."""
        if self.both is None:
            return
        ctx, customer = self._ctx, self._detail.customer
        reason = RevealReason.CALL if self.reveal.on_call else self.reveal.reason
        background.ask(self, lambda: ctx.office.customers.reveal_contact(ctx.actor, customer, reason)).then(
            self._show_both
        )

    def _show_both(self, found: tuple[str, str]) -> None:
        phone, address = found
        for key, text in (("phone0", phone), ("address", address)):
            if text and key in self.values:
                self._show(self.values[key], text)

    def _show(self, value: MaskedValue, text: str) -> None:
        value.show_value(text)
        if self.reveal.on_call:
            value.hold_open(self.call_seconds)

    @property
    def call_seconds(self) -> int:
        """What is left of a call, 0 when there is none."""
        return max(1, self._call_end.remainingTime() // 1000) if self.reveal.on_call else 0

    def set_on_call(self, *, on: bool, seconds: int = HELD_SECONDS) -> None:
        """Begin or end a call: while it lasts, what is shown stays shown; when it ends, all is hidden.

        Args:
            seconds: how long it may last; a call that goes on keeps what is left of its ten minutes.
        """
        if self.call is None or self.reveal.on_call == on:
            return
        self.reveal.on_call = on
        self.call.setChecked(on)
        if on:
            self._call_end.start(min(seconds, HELD_SECONDS) * 1000)
            for value in self.values.values():
                value.hold_open(seconds)
        else:
            self._call_end.stop()
            for value in self.values.values():
                value.hide_value()
        self.call_changed.emit(on)
