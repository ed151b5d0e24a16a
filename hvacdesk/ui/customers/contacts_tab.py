"""An organisation's contacts: each with what is hidden of it by reveal, and a form to change it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from hvacdesk.domain.customers.contacts import CONTACT_FIELDS, ContactField, ContactView
from hvacdesk.domain.fields import Use
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.blocks_tab import BlocksTab
from hvacdesk.ui.customers.contact_form import ContactForm
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.masked_value import MaskedValue
from hvacdesk.ui.widgets.text import label


class ContactsTab(BlocksTab):
    """Each contact as a block: department and name, phone, e-mail.

    Signals:
        changed(): a contact was added, changed or removed.
    """

    def __init__(self, ctx: DeskContext, reveal: Revealer, customer: str) -> None:
        super().__init__()
        self._edits = ctx.actor.may(Permission.EDIT_CUSTOMERS)
        self._ctx = ctx
        self._reveal = reveal
        self._customer = customer
        self._wanted = ""
        self.values: dict[tuple[str, ContactField], MaskedValue] = {}
        self._lay_out(
            self.tr("Contacts"),
            (
                "users",
                self.tr("No contacts yet"),
                self.tr("The people to speak to here, by department. A job can name one of them."),
            ),
            (self.tr("Add a contact"), self.add_contact) if self._edits else None,
            between=2,
        )

    def read(self) -> None:
        """Read the contacts."""
        ctx, customer = self._ctx, self._customer
        self._reader.read(lambda: ctx.office.contacts.of(ctx.actor, customer)).then(self._show)

    def open_later(self, contact: str) -> None:
        """Open the form of a contact as soon as they are read, or for a new one."""
        self._wanted = contact

    def add_contact(self) -> None:
        """Open the form for a new contact."""
        self._open(None)

    def _show(self, contacts: tuple[ContactView, ...]) -> None:
        self.values = {}
        self._show_blocks(partial(self._add_block, contact) for contact in contacts)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self._open(next((one for one in contacts if one.contact == wanted), None))

    def _add_block(self, contact: ContactView, column: QVBoxLayout) -> None:
        title = contact.title
        row = QHBoxLayout()
        row.addWidget(label(title, "strong", wrap=True), 1)
        if self._edits:
            change = self.tr("Change contact {contact}").format(contact=title)
            row.addWidget(button("", partial(self._open, contact), kind="icon", icon="pencil", name=change))
        column.addLayout(row)
        for one in CONTACT_FIELDS.used(Use.SHOWN):
            name, value = self._ctx.words(one.card or one.label), contact.values[one.key]
            if value.hidden:
                column.addWidget(self._masked(contact, one.key, name, value))
            elif value.text and one.key is not ContactField.NAME:
                column.addWidget(MaskedValue(name, value))

    def _masked(self, contact: ContactView, field: ContactField, name: str, masked: Masked) -> MaskedValue:
        ctx = self._ctx

        def ask(show: Callable[[str], None]) -> None:
            self._reveal.ask(
                value,
                lambda reason: ctx.office.contacts.reveal(ctx.actor, contact.contact, field, reason),
                show,
            )

        value = MaskedValue(name, masked, ask)
        self.values[contact.contact, field] = value
        return value

    def _open(self, contact: ContactView | None) -> None:
        self._open_form(ContactForm(self._ctx, self._customer, contact))
