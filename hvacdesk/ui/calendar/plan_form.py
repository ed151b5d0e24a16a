"""A plan: where, what, on which basis, how often, and when next."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QPlainTextEdit

from hvacdesk.domain.calendar.plans import (
    AGREED,
    AGREED_NAME,
    MONTHS,
    InspectionRule,
    PlanRecord,
)
from hvacdesk.domain.errors import RecordGone
from hvacdesk.domain.jobs.jobs import WORK_KIND_NAMES, SiteView, WorkKind
from hvacdesk.domain.oversight.saves import SavedKind
from hvacdesk.domain.periods import months_after
from hvacdesk.services.calendar.plans import shipped_inspections
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.layouts import side_by_side
from hvacdesk.ui.widgets.number_field import NumberField
from hvacdesk.ui.widgets.others_save import Present
from hvacdesk.ui.widgets.shown_fields import Shown
from hvacdesk.ui.widgets.text import label

YEAR = 12
SHORTEST_CHOICE = 14
"""Characters that a choice shows where the screen is too narrow for all of it."""


@dataclass(frozen=True)
class Kept:
    """A plan that is changed: its record id, version and record."""

    plan: str
    version: int
    record: PlanRecord


class PlanForm(FormDialog):
    """A new plan for a customer, or a stored one.

    Args:
        customer, name: record id and shown name.
        site, kind: what a new plan begins with.
    """

    takes_statement = True

    def __init__(
        self,
        ctx: DeskContext,
        customer: str,
        name: str,
        kept: Kept | None = None,
        *,
        site: str = "",
        kind: WorkKind = WorkKind.INSPECT,
    ) -> None:
        title = (
            QCoreApplication.translate("PlanForm", "Plan recurring work")
            if kept is None
            else QCoreApplication.translate("PlanForm", "Change recurring work")
        )
        super().__init__(ctx, title, width=560)
        self._kept, self._name = kept, name
        start = months_after(ctx.today(), YEAR).isoformat()
        self._before = kept.record if kept else PlanRecord(customer, site, kind, AGREED, YEAR, start)
        before = self._before
        self._wanted_site = before.site
        self._lay_out()
        self.basis.currentIndexChanged.connect(self._follow)
        self._show_source()
        self.watch(
            {
                "basis": self.basis,
                "kind": self.kind,
                "months": self.months,
                "next": self.next,
                "text": self.text,
                "active": self.active,
            },
            known=kept is not None,
        )
        key = kept.plan if kept else f"new-{site or customer}"
        arguments = {"plan": kept.plan} if kept else {"site": site}
        self.keep_draft("plan", key, "schedule", plans="yes", customer=customer, **arguments)
        self.fit(600, 660)
        background.ask(self, lambda: ctx.office.jobs.sites(ctx.actor, before.customer)).then(self._show_sites)

    def _lay_out(self) -> None:
        before = self._before
        self.form.column.addWidget(label(self._name, "strong", wrap=True))
        self._add_choices()
        self._add_times()
        self.text = QPlainTextEdit(before.text)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(theme.px(76))
        self.form.add("text", self.tr("What to do (goes into the job's note)"), self.text)
        self.active = QCheckBox(self.tr("Comes round again"))
        self.active.setChecked(before.active)
        self.form.column.addWidget(self.active)
        if self._kept is None:
            self.active.hide()
        self.form.column.addStretch(1)

    def _add_choices(self) -> None:
        words, before = self.ctx.words, self._before
        self.site = QComboBox()
        self.form.add("site", self.tr("Site"), self.site)
        self.kind = code_choice(words, WORK_KIND_NAMES)
        self.kind.setCurrentIndex(self.kind.findData(before.work_kind.value))
        self.form.add("work_kind", self.tr("Work"), self.kind)
        self.basis = QComboBox()
        self.basis.addItem(words(AGREED_NAME), AGREED)
        for rule in shipped_inspections(self.ctx.today()):
            self.basis.addItem(words(rule.title), rule.code)
        self.basis.setCurrentIndex(self.basis.findData(before.basis))
        self.form.add("basis", self.tr("Basis"), self.basis)
        # As wide as its longest name, a choice would make the form too wide for a narrow screen.
        for choice in (self.site, self.kind, self.basis):
            choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            choice.setMinimumContentsLength(SHORTEST_CHOICE)
        self.source = label("", "muted", wrap=True)
        self.form.column.addWidget(self.source)

    def _add_times(self) -> None:
        self.months = NumberField()
        self.months.setRange(*MONTHS)
        self.months.setValue(self._before.every_months)
        self.next = DateField(self.ctx.today())
        self.next.set_iso(self._before.next_on)
        self.form.column.addLayout(
            side_by_side(
                (self.form.field("every_months", self.tr("Every … months"), self.months), 1),
                (self.form.field("next_on", self.tr("Next on"), self.next, required=True), 1),
            )
        )

    def _show_sites(self, sites: tuple[SiteView, ...]) -> None:
        for one in sites:
            self.site.addItem(one.title, one.site)
        self._choose_site()

    def _choose_site(self) -> None:
        if self.site.count():
            self.site.setCurrentIndex(max(0, self.site.findData(self._wanted_site)))

    def _rule(self) -> InspectionRule | None:
        """The duty that is chosen, as it holds today."""
        rules = shipped_inspections(self.ctx.today())
        return next((one for one in rules if one.code == self.basis.currentData()), None)

    def _follow(self) -> None:
        rule = self._rule()
        if rule is not None:
            self.months.setValue(rule.months)
            self.next.set_iso(months_after(self.ctx.today(), rule.months).isoformat())
            self.kind.setCurrentIndex(self.kind.findData(WorkKind.INSPECT.value))
        self._show_source()

    def _show_source(self) -> None:
        rule = self._rule()
        self.source.setVisible(rule is not None)
        if rule is not None:
            text = self.tr(
                "{source} (as of {as_of}). The output in kW is that of the compressor's motor, not the "
                "cooling capacity: see the unit's plate. Have a professional confirm the duty."
            )
            self.source.setText(text.format(source=rule.source, as_of=as_of_text(rule.as_of)))

    # Saving

    def record(self) -> PlanRecord:
        """The plan as it is typed in the form. Raises :class:`~hvacdesk.domain.errors.InvalidInput`."""
        return PlanRecord(
            customer=self._before.customer,
            site=self.site.currentData() or self._before.site,
            work_kind=WorkKind(self.kind.currentData()),
            basis=self.basis.currentData(),
            every_months=self.months.value(),
            next_on=self.next.iso("next_on"),
            text=self.text.toPlainText().strip(),
            active=self.active.isChecked(),
        )

    def collect(self) -> Callable[[], object]:
        record, ctx, kept, allow = self.record(), self.ctx, self._kept, self.number_allowed
        plan, version = (kept.plan, kept.version) if kept else ("", 0)
        return lambda: ctx.office.plans.keep(ctx.actor, record, plan, version, allow_number=allow)

    def present(self) -> Present | None:
        ctx, kept, name = self.ctx, self._kept, self._name
        if kept is None:
            return None
        customer = kept.record.customer

        def read() -> Kept:
            plans = ctx.office.plans
            for row in plans.of_customer(ctx.actor, customer):
                if row.plan == kept.plan:
                    return Kept(row.plan, row.version, plans.record_for_edit(ctx.actor, row.plan))
            raise RecordGone

        return Present(
            SavedKind.PLAN, kept.plan, kept.version, read, lambda now: PlanForm(ctx, customer, name, now)
        )

    def shown(self) -> dict[str, Shown]:
        """The site by its record id: the names are read later."""
        site = self.site.currentData() or self._wanted_site
        return {**super().shown(), "site": Shown(self.tr("Site"), site)}

    def said_as(self, key: str, text: str) -> str:
        return self.site.itemText(self.site.findData(text)) if key == "site" else text

    def typed(self) -> Typed | None:
        typed = super().typed() or {}
        site = self.site.currentData() or self._wanted_site
        if typed or site != self._before.site:
            kept = {} if self._kept is not None and site == self._before.site else {"site": site}
            typed = {**typed, **kept}
        return typed or None

    def fill(self, typed: Typed) -> None:
        super().fill(typed)
        self._wanted_site = str(typed.get("site", self._wanted_site))
        self._choose_site()
