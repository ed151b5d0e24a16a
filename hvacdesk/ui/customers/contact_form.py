"""The form for a contact of an organisation."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt

from hvacdesk.domain.customers.contacts import (
    CONTACT_FIELDS,
    NUMBERS,
    ContactField,
    ContactRecord,
    ContactView,
)
from hvacdesk.domain.customers.customers import PersonName
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.fields import WRITTEN, TextKind
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.kana_follower import KanaFollower
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.part_edit import NOTHING, PartEdit
from hvacdesk.ui.widgets.text import label

NAMES = ("family", "given", "family_kana", "given_kana")
TEXTS = {one.key.value: one for one in CONTACT_FIELDS.texts}
REVEALS = {
    "given": ContactField.NAME,
    "given_kana": ContactField.KANA,
    **{name: one.key for name, one in TEXTS.items() if one.revealed},
}
"""Which field a reveal shows for what an edit hides."""

Show = Callable[[str], None]


class ContactForm(FormDialog):
    """Add, change or remove a contact of an organisation. ``saved`` carries the contact's record id."""

    takes_statement = True

    def __init__(self, ctx: DeskContext, customer: str, contact: ContactView | None = None) -> None:
        title = (
            QCoreApplication.translate("ContactForm", "New contact")
            if contact is None
            else QCoreApplication.translate("ContactForm", "Change contact")
        )
        super().__init__(ctx, title, width=560)
        self._customer = customer
        self._contact = contact
        parts = contact.parts if contact else {}
        known = contact.values if contact else {}
        values = {key: parts.get(key, NOTHING) for key in NAMES}
        values |= {name: known.get(one.key, NOTHING) for name, one in TEXTS.items()}
        self.parts = {key: PartEdit(value, self._revealing(key)) for key, value in values.items()}
        for one in CONTACT_FIELDS.texts_of(*WRITTEN):
            self.parts[one.key].free_text = True
        for one in NUMBERS:
            self.parts[one.key].setInputMethodHints(Qt.InputMethodHint.ImhPreferNumbers)
        KanaFollower(self.parts["family"], self.parts["family_kana"])
        KanaFollower(self.parts["given"], self.parts["given_kana"])
        self._lay_out()
        arguments = {"contact": contact.contact} if contact else {"new_contact": "yes"}
        key = contact.contact if contact else f"new-{customer}"
        self.keep_draft("contact", key, "customers", customer=customer, **arguments)
        if contact is not None:
            self.add_secondary(self.tr("Remove"), self._ask_removal)
        else:
            self.offer_another(self.parts["department"])
        self.fit(600, 520)
        self.parts["department"].setFocus()

    def begin_again(self) -> None:
        for part in self.parts.values():
            part.clear()

    def _lay_out(self) -> None:
        form, column = self.form, self.form.column
        if self._contact is not None:
            hint = self.tr(
                "Typing into a hidden field replaces it. To change part of it, show it first (F6)."
            )
            column.addWidget(label(hint, "muted", wrap=True))
        self._add_texts(TextKind.LINE)
        names = {
            "family": self.tr("Family name"),
            "given": self.tr("Given name"),
            "family_kana": self.tr("Family name in kana"),
            "given_kana": self.tr("Given name in kana"),
        }
        fields = {key: form.field(f"name.{key}", names[key], self.parts[key]) for key in NAMES}
        form.fields["name"] = fields["family"]
        column.addLayout(side_by_side((fields["family"], 1), (fields["given"], 1)))
        column.addLayout(side_by_side((fields["family_kana"], 1), (fields["given_kana"], 1)))
        self._add_texts(TextKind.NUMBER, TextKind.MAILBOX, TextKind.PROSE)
        column.addStretch(1)

    def _add_texts(self, *kinds: TextKind) -> None:
        for one in CONTACT_FIELDS.texts_of(*kinds):
            self.form.add(one.key.value, self.ctx.words(one.label), self.parts[one.key])

    def _revealing(self, key: str) -> Callable[[Show], None] | None:
        contact = self._contact
        if contact is None:
            return None
        field = REVEALS.get(key)
        if field is None:
            return None
        before = contact.parts["family" if key == "given" else "family_kana"].text if "given" in key else ""
        ctx = self.ctx

        def fetch(show: Show) -> None:
            background.ask(
                self,
                lambda: ctx.office.contacts.reveal(
                    ctx.actor, contact.contact, field, RevealReason.CORRECTION
                ),
            ).then(lambda text: show(text.removeprefix(before).strip()))

        return fetch

    def collect(self) -> Callable[[], object]:
        ctx, contact, allow = self.ctx, self._contact, self.number_allowed
        if contact is None:
            texts = {key: edit.text().strip() for key, edit in self.parts.items()}
            record = ContactRecord(
                name=PersonName(**{key: texts[key] for key in NAMES}), **{key: texts[key] for key in TEXTS}
            )
            return lambda: ctx.office.contacts.add(ctx.actor, self._customer, record, allow_number=allow)
        typed = self._texts()
        changes: dict[str, object] = {key: typed[key] for key in TEXTS if key in typed}
        if names := {key: typed[key] for key in NAMES if key in typed}:
            changes["name"] = names

        def change() -> str:
            if changes:
                ctx.office.contacts.change(
                    ctx.actor, contact.contact, contact.version, changes, allow_number=allow
                )
            return contact.contact

        return change

    def present(self) -> Present | None:
        ctx, customer, contact = self.ctx, self._customer, self._contact
        if contact is None:
            return None

        def read() -> ContactView:
            for one in ctx.office.contacts.of(ctx.actor, customer):
                if one.contact == contact.contact:
                    return one
            raise RecordGone

        return Present(
            SavedKind.CONTACT,
            contact.contact,
            contact.version,
            read,
            lambda now: ContactForm(ctx, customer, now),
        )

    def _ask_removal(self) -> None:
        question = Dialog(self.tr("Remove this contact?"), self)
        question.add_text(self.tr("Jobs that name it keep their customer. What is shown here is deleted."))
        question.set_primary(self.tr("Keep the contact"))
        question.add_secondary(self.tr("Remove"), lambda: self._remove(question))
        question.open()

    def _remove(self, question: Dialog) -> None:
        question.accept()
        ctx, contact = self.ctx, self._contact
        assert contact is not None
        self.change(lambda: ctx.office.contacts.remove(ctx.actor, contact.contact, contact.version)).then(
            lambda _done: self._done(contact.contact)
        ).otherwise(self._failed)

    def _texts(self) -> dict[str, str]:
        return {key: text for key, edit in self.parts.items() if (text := edit.changed()) is not None}

    def typed(self) -> Typed | None:
        found: Typed = dict(self._texts())
        return found or None

    def fill(self, typed: Typed) -> None:
        for key, edit in self.parts.items():
            if key in typed:
                edit.setText(str(typed[key]))
