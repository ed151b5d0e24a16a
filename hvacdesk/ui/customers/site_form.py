"""The form for a site: where the work is done, who attends, parking, keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox

from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.fields import WRITTEN
from hvacdesk.domain.jobs.jobs import SiteField, SiteRecord, SiteView
from hvacdesk.domain.jobs.site_fields import SITE_FIELDS
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.papers.work_orders import PrintField
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.address_fields import AddressFields
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.part_edit import NOTHING, PartEdit, PartText
from hvacdesk.ui.widgets.text import label

KINDS = (None, True, False)
"""What ``detached`` may be, in the order of the list."""
TEXTS = tuple(one.key.value for one in SITE_FIELDS.texts)


class SiteForm(FormDialog):
    """Add a site to a customer, or change one. ``saved`` carries the site's record id."""

    takes_statement = True

    def __init__(self, ctx: DeskContext, customer: str, site: SiteView | None = None) -> None:
        title = (
            QCoreApplication.translate("SiteForm", "New site")
            if site is None
            else QCoreApplication.translate("SiteForm", "Change site")
        )
        super().__init__(ctx, title, width=600)
        self._customer = customer
        self._site = site
        form, column = self.form, self.form.column
        self.parts: dict[str, PartEdit | PartText] = {}
        self._text(SiteField.LABEL)
        if site is not None:
            column.addWidget(label(site.values[SiteField.ADDRESS].text, "strong", wrap=True))
        # The stored address is masked, so it is replaced as a whole.
        self.replaces = QCheckBox(self.tr("Enter another address"))
        column.addWidget(self.replaces)
        self.replaces.setVisible(site is not None)
        self.address = AddressFields(ctx, form, required=True)
        self.replaces.toggled.connect(lambda on: self.address.set_visible(visible=on))
        self.address.set_visible(visible=site is None)
        self.kind = QComboBox()
        self.kind.addItems(["", self.tr("Detached house"), self.tr("Apartment")])
        self._choose_kind(site.detached if site else None)
        form.add(
            "detached", self.tr("Kind of building"), self.kind, hint=self.tr("Left empty, it is not printed.")
        )
        self.permission = QCheckBox(self.tr("The building manager gave permission"))
        self.permission.setChecked(site.manager_permission if site else False)
        column.addWidget(self.permission)
        floor = form.field("floor", self._name(SiteField.FLOOR), self._part(SiteField.FLOOR))
        self.building_started = DateField(ctx.today(), earliest=True)
        started = form.field(
            "building_started_on",
            self.tr("Construction of the building started"),
            self.building_started,
            hint=self.tr(
                "Before 1 Sept 2006 or unknown: asbestos survey before drilling. "
                "A month or a year alone counts from its first day."
            ),
        )
        self.building_started.set_iso(site.building_started_on if site else "")
        self._started = self.building_started.text()
        column.addLayout(side_by_side((floor, 1), (started, 2)))
        for one in SITE_FIELDS.texts:
            if one.key not in (SiteField.LABEL, SiteField.FLOOR):
                hidden = one.printed is PrintField.LOCK_CODES
                hint = self.tr("Never printed. Shown only with a reason.") if hidden else ""
                self._text(one.key, hint)
        column.addStretch(1)
        key = site.site if site else f"new-{customer}"
        arguments = {"site": site.site} if site else {"new_site": "yes"}
        self.keep_draft("site", key, "customers", customer=customer, **arguments)
        self.fit(680, 720)
        self.parts["label"].setFocus()

    def _name(self, key: SiteField) -> str:
        return self.ctx.words(SITE_FIELDS[key].label)

    def _kind(self) -> bool | None:
        return KINDS[self.kind.currentIndex()]

    def _choose_kind(self, detached: bool | None) -> None:
        self.kind.setCurrentIndex(KINDS.index(detached))

    def _part(self, key: SiteField) -> PartEdit:
        site = self._site
        reveal = self._revealing(site.site, key) if site and SITE_FIELDS[key].revealed else None
        edit = PartEdit(site.values[key] if site else NOTHING, reveal)
        edit.free_text = SITE_FIELDS[key].kind in WRITTEN
        self.parts[key.value] = edit
        return edit

    def _text(self, key: SiteField, hint: str = "") -> None:
        self.form.add(key.value, self._name(key), self._part(key), hint=hint)

    def _revealing(self, site: str, key: SiteField) -> Callable[[Callable[[str], None]], None]:
        jobs, actor = self.ctx.office.jobs, self.ctx.actor

        def fetch(show: Callable[[str], None]) -> None:
            background.ask(self, lambda: jobs.reveal_site(actor, site, key, RevealReason.CORRECTION)).then(
                show
            )

        return fetch

    def collect(self) -> Callable[[], object]:
        ctx, site, allow = self.ctx, self._site, self.number_allowed
        started = self.building_started.iso("building_started_on")
        texts = {key: text for key, edit in self.parts.items() if (text := edit.changed()) is not None}
        facts = {
            "detached": self._kind(),
            "manager_permission": self.permission.isChecked(),
            "building_started_on": started,
        }
        if site is None:
            record = SiteRecord(self.address.address(), **texts, **facts)  # type: ignore[arg-type]
            return lambda: ctx.office.jobs.add_site(ctx.actor, self._customer, record, allow_number=allow)
        changes: dict[str, object] = {
            **texts,
            **{key: value for key, value in facts.items() if value != getattr(site, key)},
        }
        if self.replaces.isChecked():
            changes["address"] = self.address.address()
        return lambda: self._change(site, changes, allow)

    def _change(self, site: SiteView, changes: dict[str, object], allow: bool) -> str:
        if changes:
            self.ctx.office.jobs.change_site(
                self.ctx.actor, site.site, changes, version=site.version, allow_number=allow
            )
        return site.site

    def present(self) -> Present | None:
        ctx, customer, site = self.ctx, self._customer, self._site
        if site is None:
            return None

        def read() -> SiteView:
            for one in ctx.office.jobs.sites(ctx.actor, customer):
                if one.site == site.site:
                    return one
            raise RecordGone

        return Present(
            SavedKind.SITE, site.site, site.version, read, lambda now: SiteForm(ctx, customer, now)
        )

    def typed(self) -> Typed | None:
        found: Typed = {key: text for key, edit in self.parts.items() if (text := edit.changed()) is not None}
        if self._site is not None and self.replaces.isChecked():
            found["replaces"] = True
        if (self._site is None or self.replaces.isChecked()) and (address := self.address.changes()):
            found["address"] = address
        if (day := self.building_started.text()) != self._started:
            found["building_started_on"] = day
        if self._kind() != (self._site.detached if self._site else None):
            found["detached"] = self._kind()
        if self.permission.isChecked() != (self._site.manager_permission if self._site else False):
            found["manager_permission"] = self.permission.isChecked()
        return found or None

    def fill(self, typed: Typed) -> None:
        for key in TEXTS:
            if key in typed:
                self.parts[key].setText(str(typed[key]))
        if typed.keys() & {"replaces", "address"}:
            self.replaces.setChecked(True)
        if "address" in typed:
            self.address.fill(typed["address"])  # type: ignore[arg-type]
        if "building_started_on" in typed:
            self.building_started.setText(str(typed["building_started_on"]))
        if "detached" in typed:
            self._choose_kind(typed["detached"])  # type: ignore[arg-type]
        if "manager_permission" in typed:
            self.permission.setChecked(bool(typed["manager_permission"]))
