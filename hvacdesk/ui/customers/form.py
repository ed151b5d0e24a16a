"""The form for a new customer and for changing one."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import asdict
from functools import partial
from typing import Any, cast

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QCheckBox

from hvacdesk.domain.customers.customer_edit import CustomerEdit
from hvacdesk.domain.customers.customer_fields import CUSTOMER_FIELDS, mailboxes
from hvacdesk.domain.customers.customers import (
    KIND_NAMES,
    CustomerField,
    CustomerKind,
    CustomerRecord,
    PaymentMethod,
)
from hvacdesk.domain.customers.duplicates import LikelyDuplicate
from hvacdesk.domain.customers.typed_customer import TypedCustomer
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.fields import TextKind
from hvacdesk.domain.jobs.jobs import SiteView
from hvacdesk.domain.masked import Masked
from hvacdesk.domain.office.half_typed import SEALED
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.services.customers.exact_tries import TooManyExactSearches
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.address_fields import AddressFields
from hvacdesk.ui.customers.caution_fields import CautionFields
from hvacdesk.ui.customers.duplicate_notes import DuplicateNotes, DuplicateQuestion
from hvacdesk.ui.customers.name_fields import NameFields
from hvacdesk.ui.customers.payment_fields import PaymentFields
from hvacdesk.ui.customers.phone_fields import PhoneFields
from hvacdesk.ui.customers.sites_left import ask_about_sites
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.notice_tick import NoticeTick
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.part_edit import PartEdit, PartText
from hvacdesk.ui.widgets.shown_fields import Shown
from hvacdesk.ui.widgets.text import label

EMPTY = CustomerEdit(
    customer="",
    number="",
    version=0,
    kind=CustomerKind.PERSON,
    name={},
    organisation="",
    organisation_kana="",
    address={},
    phones=(),
    texts={one.key: Masked("") for one in CUSTOMER_FIELDS.texts},
    cautions=(),
    payment_method=PaymentMethod.UNKNOWN,
)
"""What the form starts from for a new customer."""

Show = Callable[[str], None]


class CustomerForm(FormDialog):
    """Register a customer, or change one; hidden fields that are left alone stay as they are.

    Signals:
        other_chosen(customer): one of the likely duplicates is to be opened instead.
    """

    other_chosen = Signal(str)
    takes_statement = True

    def __init__(self, ctx: DeskContext, edit: CustomerEdit = EMPTY) -> None:
        new = not edit.customer
        title = (
            QCoreApplication.translate("CustomerForm", "New customer")
            if new
            else QCoreApplication.translate("CustomerForm", "Change customer {number}")
        )
        super().__init__(ctx, title.format(number=edit.number), width=600)
        self._edit = edit
        self._asked = ""
        self._sites_left: tuple[SiteView, ...] = ()
        self.saved.connect(self._ask_about_sites)
        column = self.form.column
        self._hint = label("", "muted", wrap=True)
        if not new:
            self._hint.setText(
                self.tr("Typing into a hidden field replaces it. To change part of it, show it first (F6).")
            )
            column.addWidget(self._hint)
        self.name = NameFields(
            ctx,
            self.form,
            edit.kind,
            dict(edit.name),
            (edit.organisation, edit.organisation_kana),
            None if new else self._reveal_name,
        )
        self.duplicates = DuplicateNotes(ctx.words)
        self.duplicates.opened.connect(self._open_other)
        self.add_note(self.duplicates)
        self.form.begin_section(self.tr("How to reach them"))
        self.phones = PhoneFields(
            ctx,
            self.form,
            edit.phones,
            None if new else self._reveal_phone,
            whose=lambda: self.name.kind,
        )
        self.texts: dict[str, PartEdit | PartText] = {}
        self._add_texts(TextKind.NUMBER, TextKind.MAILBOX)
        self.address = AddressFields(ctx, self.form, edit.address, None if new else self._reveal_address)
        self.with_site = QCheckBox(self.tr("The work is done at this address"))
        self.with_site.setChecked(True)
        column.addWidget(self.with_site)
        self.with_site.setVisible(new)
        self.notice = NoticeTick(ctx)
        column.addWidget(self.notice)
        self.notice.setVisible(new)
        self.form.begin_section(self.tr("Good to know"))
        self.cautions = CautionFields(ctx, self.form, edit.cautions)
        self._add_texts(TextKind.LINE, TextKind.CODE, TextKind.PROSE)
        self.form.begin_section(self.tr("Payment"))
        self.payment = PaymentFields(
            ctx, self.form, edit.payment_method, edit.payment, None if new else self._reveal_payment
        )
        column.addStretch(1)
        if new:
            self.name.parts["family"].editingFinished.connect(self._seek_duplicates)
            self.name.parts["given"].editingFinished.connect(self._seek_duplicates)
            self.name.parts["family_kana"].editingFinished.connect(self._seek_duplicates)
            self.address.parts["street"].editingFinished.connect(self._seek_duplicates)
            self.name.organisation.editingFinished.connect(self._seek_duplicates)
            self.phones.finished.connect(self._seek_duplicates)
            for text in self.texts.values():
                if isinstance(text, PartEdit):
                    text.editingFinished.connect(self._seek_duplicates)
            self.keep_draft("customer", "new", "customers", new="yes")
        else:
            self.keep_draft("customer", edit.customer, "customers", customer=edit.customer, edit="yes")
        self.fit(680, 780)
        self.name.parts["family"].setFocus()

    def _add_texts(self, *kinds: TextKind) -> None:
        for one in CUSTOMER_FIELDS.texts_of(*kinds):
            made = PartText if one.kind is TextKind.PROSE else PartEdit
            line: PartEdit | PartText = made(self._edit.texts[one.key], self._revealing(one.key))
            self.texts[one.key.value] = self.form.add(one.key.value, self.ctx.words(one.label), line)

    # Saving

    def collect(self) -> Callable[[], object]:
        self.name.check()
        self.phones.check()
        ctx, edit, allow = self.ctx, self._edit, self.number_allowed
        if not edit.customer:
            record, with_site = self.record(), self.with_site.isChecked() and self._has_address()
            notice, wording = self.notice.way(), self.notice.version
            return lambda: ctx.office.customers.add(
                ctx.actor, record, allow_number=allow, with_site=with_site, notice=notice, wording=wording
            )
        changes = self.changes()
        return lambda: self._change(changes, allow)

    def save_here(self, work: Callable[[], object], said: str = "") -> None:
        """Look once more who is registered already: Ctrl+S may come before the quiet note does.

        It is asked as that note is: with the permission to keep customers, as a counted and logged try.
        """
        save = partial(super().save_here, work, said)
        if self._edit.customer:
            save()
            return
        ctx, record = self.ctx, self.record()
        background.ask(self, lambda: ctx.office.customers.likely_duplicates(ctx.actor, record)).with_busy(
            self.saving
        ).then(lambda found: self._ask_or_save(found, save)).otherwise(
            lambda error: self._unasked(error, save)
        )

    def _ask_or_save(self, found: tuple[LikelyDuplicate, ...], save: Callable[[], object]) -> None:
        plain = self.duplicates.unanswered(found)
        if not plain:
            save()
            return
        question = DuplicateQuestion(plain, self.ctx.words, self)
        question.opened.connect(
            lambda customer: self.leave_for(lambda: self.other_chosen.emit(customer), asked=True)
        )
        question.agreed.connect(save)
        question.open()

    def _unasked(self, error: UserFacingError, save: Callable[[], object]) -> None:
        """Too many tries hinder nobody in their work, and tell nothing; any other error stops it."""
        if isinstance(error, TooManyExactSearches):
            save()
        else:
            self.show_failure(error)

    def _change(self, changes: dict[str, object], allow: bool) -> str:
        if changes:
            self._sites_left = self.ctx.office.customers.change(
                self.ctx.actor, self._edit.customer, self._edit.version, changes, allow_number=allow
            )
        return self._edit.customer

    def _ask_about_sites(self) -> None:
        """Ask whether the sites at the former address follow."""
        left, self._sites_left = self._sites_left, ()
        if left:
            ask_about_sites(self.ctx, left, self.address.changes())

    def _has_address(self) -> bool:
        return bool(self.address.address().full().strip())

    def record(self) -> CustomerRecord:
        """The whole new customer as typed."""
        organisation = self.name.kind is CustomerKind.ORGANISATION
        texts: dict[str, Any] = {key: line.text().strip() for key, line in self.texts.items()}
        return CustomerRecord(
            kind=self.name.kind,
            name=self.name.name(),
            organisation=self.name.organisation.text().strip() if organisation else "",
            organisation_kana=self.name.organisation_kana.text().strip() if organisation else "",
            address=self.address.address(),
            phones=self.phones.phones(),
            cautions=self.cautions.cautions(),
            payment_method=self.payment.chosen,
            payment=self.payment.details(),
            **texts,
        )

    def changes(self) -> dict[str, object]:
        """What was changed, as the service takes it."""
        found = {**self.name.changes(), **self.payment.changes()}
        if address := self.address.changes():
            found["address"] = address
        if phones := self.phones.changes():
            found["phones"] = phones
        if (cautions := self.cautions.changed()) is not None:
            found["cautions"] = cautions
        for key, line in self.texts.items():
            if (text := line.changed()) is not None:
                found[key] = text
        return found

    def present(self) -> Present | None:
        ctx, edit = self.ctx, self._edit
        if not edit.customer:
            return None
        return Present(
            SavedKind.CUSTOMER,
            edit.customer,
            edit.version,
            lambda: ctx.office.customers.record_for_edit(ctx.actor, edit.customer),
            lambda now: CustomerForm(ctx, now),
        )

    def shown(self) -> dict[str, Shown]:
        found = super().shown()
        name = self.ctx.words(KIND_NAMES[self.name.kind])
        found["kind"] = Shown(self.tr("Person or organisation"), name)
        found["cautions"] = Shown(self.tr("Cautions"), self.cautions.said())
        return found

    def fill_over(self, typed: Typed, columns: Collection[str]) -> None:
        """Numbers that both changed follow the stored ones as new: none is written over unseen."""
        if "phones" in columns:
            numbers = cast("list[dict[str, object]]", typed["phones"])
            typed = {**typed, "phones": [{**one, "position": None} for one in numbers if one["number"]]}
        self.fill(typed)

    # Drafts

    def typed(self) -> Typed | None:
        found: Typed = {
            "name": self.name.typed(),
            "address": self.address.changes(),
            "phones": self.phones.typed(),
            "payment": self.payment.typed(),
            SEALED: self.payment.typed_sealed(),
            "cautions": self.cautions.typed(),
        }
        found |= {key: line.changed() for key, line in self.texts.items()}
        if not self._edit.customer:
            found |= {"elsewhere": not self.with_site.isChecked(), "notice": self.notice.typed()}
        return found if any(found.values()) else None

    def begin_with(self, typed: TypedCustomer) -> None:
        """Put in what a search was typed with that found nobody; what is in the form already stays."""
        if self.typed() is not None:
            return
        name: Typed = {key: text for key, text in asdict(typed.name).items() if text}
        if typed.organisation:
            name |= {"kind": CustomerKind.ORGANISATION.value, "organisation": typed.organisation}
        phone = {"position": None, "kind": "", "number": typed.phone}
        self.fill({"name": name, "phones": [phone] if typed.phone else [], "email": typed.email or None})
        self._seek_duplicates()

    def fill(self, typed: Typed) -> None:
        self.name.fill(typed.get("name") or {})  # type: ignore[arg-type]
        self.address.fill(typed.get("address") or {})  # type: ignore[arg-type]
        self.phones.fill(typed.get("phones") or [])  # type: ignore[arg-type]
        self.payment.fill({**(typed.get("payment") or {}), **(typed.get(SEALED) or {})})  # type: ignore[dict-item]
        if typed.get("cautions") is not None:
            self.cautions.fill(typed["cautions"])  # type: ignore[arg-type]
        for key, line in self.texts.items():
            if typed.get(key) is not None:
                line.setText(str(typed[key]))
        if typed.get("elsewhere"):
            self.with_site.setChecked(False)
        self.notice.fill(typed.get("notice") or {})  # type: ignore[arg-type]

    def doubt(self) -> None:
        if not self._edit.customer:
            self._seek_duplicates()

    # Hidden values

    def _fetch(self, field: CustomerField, show: Show, position: int = 0) -> None:
        ctx, customer = self.ctx, self._edit.customer
        background.ask(
            self,
            lambda: ctx.office.customers.reveal(
                ctx.actor, customer, field, RevealReason.CORRECTION, position
            ),
        ).then(show)

    def _revealing(self, field: CustomerField) -> Callable[[Show], None] | None:
        return (lambda show: self._fetch(field, show)) if self._edit.customer else None

    def _reveal_name(self, part: str, show: Show) -> None:
        kana = part == "given_kana"
        field = CustomerField.KANA if kana else CustomerField.NAME
        before = [self._edit.organisation_kana if kana else self._edit.organisation]
        before.append(self._edit.name["family_kana" if kana else "family"].text)
        known = " ".join(filter(None, before))
        self._fetch(field, lambda text: show(text.removeprefix(known).strip()))

    def _reveal_address(self, part: str, _show: Show) -> None:
        area = "".join(self._edit.address[key].text for key in ("prefecture", "city", "town"))
        self._fetch(CustomerField.ADDRESS, lambda text: self._split_address(text.removeprefix(area)))

    def _split_address(self, rest: str) -> None:
        hidden = [key for key in ("street", "building") if self._edit.address[key].hidden]
        street, _space, building = rest.partition(" ")
        values = {"street": street, "building": building} if len(hidden) > 1 else {hidden[0]: rest.strip()}
        for key, text in values.items():
            self.address.parts[key].show_stored(text)

    def _reveal_phone(self, position: int, show: Show) -> None:
        self._fetch(CustomerField.PHONE, show, position)

    def _reveal_payment(self, position: int, show: Show) -> None:
        self._fetch(CustomerField.PAYMENT, show, position)

    # Likely duplicates

    def _seek_duplicates(self) -> None:
        record = self.record()
        reached = record.phones, mailboxes(record)
        key = repr((record.name, record.organisation, reached, record.address.town))
        if key == self._asked or not (record.name.given or record.organisation or any(reached)):
            return
        self._asked = key
        ctx = self.ctx
        background.ask(self, lambda: ctx.office.customers.likely_duplicates(ctx.actor, record)).then(
            lambda rows: self._show_duplicates(key, rows)
        ).otherwise(lambda _error: None)

    def _show_duplicates(self, key: str, found: tuple[LikelyDuplicate, ...]) -> None:
        if key == self._asked:
            self.duplicates.show_found(found)

    def _open_other(self, customer: str) -> None:
        self.leave_for(lambda: self.other_chosen.emit(customer))
