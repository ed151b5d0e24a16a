"""*Something happened*: reported by anybody, from any page, in half a minute."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.incidents.incident_texts import TEXT_LIMIT
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES, IncidentKind
from hvacdesk.domain.roles import Permission
from hvacdesk.services.incidents.incidents import Happening
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.incidents.out_papers import out_button
from hvacdesk.ui.incidents.own_reports import show_own_reports
from hvacdesk.ui.incidents.paper_forms import ask_which, papers_box, papers_hint
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.date_field import DateField
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.form_draft import Typed
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import text_box


class ReportForm(FormDialog):
    """What, when, which papers or customer.

    The person responsible sees it at once; the person who reports need not know more than they saw.
    """

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(
            ctx, QCoreApplication.translate("ReportForm", "Something happened"), width=520, parent=parent
        )
        self.form.column.addWidget(
            label(
                self.tr(
                    "Lost, sent wrongly, stolen, seen by somebody it was not meant for: report it at "
                    "once, even if you are not sure. The person responsible decides what follows."
                ),
                "muted",
                wrap=True,
            )
        )
        self.kind = self.form.add("kind", self.tr("What"), code_choice(ctx.words, KIND_NAMES))
        self.text = self.form.add(
            "text",
            self.tr("What happened"),
            text_box(4),
            required=True,
            hint=self.tr(
                "In your own words, without customers' names: the number goes below, and what is known of "
                "them is blacked out here. Only the person responsible reads it; no customer ever does. At "
                "most {limit} characters."
            ).format(limit=f"{TEXT_LIMIT:,}"),
        )
        self.day = self.form.add("happened_on", self.tr("When"), DateField(ctx.today(), past=True))
        self.day.set_iso(ctx.today().isoformat())
        self.paper = self.form.add(
            "paper",
            self.tr("Papers concerned"),
            papers_box(),
            hint=papers_hint(),
        )
        if ctx.actor.may(Permission.REGISTER_COPIES):
            self.form.column.addWidget(FlowRow((out_button(ctx, self.paper, self),)))
        self.customer = self.form.add("customer", self.tr("Customer number"), QLineEdit())
        self.form.column.addStretch(1)
        self.add_secondary(self.tr("My reports…"), lambda: show_own_reports(ctx, self))
        # What a new form holds, such as today's date, is not worth a draft.
        self._begun = self._values()
        self.fit(560, 690)
        self.keep_draft("incident-report", "new", "report")
        self.kind.setFocus()

    def collect(self) -> Callable[[], object]:
        office, actor = self.ctx.office, self.ctx.actor
        what = Happening(
            IncidentKind(self.kind.currentData()),
            self.text.toPlainText(),
            self.day.iso("happened_on"),
            self.paper.toPlainText(),
            self.customer.text(),
        )
        return lambda: office.incidents.report(actor, what)

    def ask_about(self, error: UserFacingError) -> bool:
        return ask_which(self.paper, error, self.ctx, self)

    def typed(self) -> Typed | None:
        values = self._values()
        return values if values != self._begun else None

    def fill(self, typed: Typed) -> None:
        self.kind.setCurrentIndex(self.kind.findData(typed["kind"]))
        self.text.setPlainText(str(typed["text"]))
        self.day.set_iso(str(typed["day"]))
        self.paper.setPlainText(str(typed["paper"]))
        self.customer.setText(str(typed["customer"]))

    def _values(self) -> Typed:
        return {
            "kind": self.kind.currentData(),
            "text": self.text.toPlainText(),
            "day": self.day.text(),
            "paper": self.paper.toPlainText(),
            "customer": self.customer.text(),
        }


def report_something(ctx: DeskContext) -> None:
    """Open the form, over a dialog too; the one that is open already stays the only one."""
    over = QApplication.activeModalWidget() or ctx.window
    if isinstance(over, ReportForm):
        return
    form = ReportForm(ctx, over)
    form.saved.connect(lambda number: _told(ctx, str(number)))
    form.open()


def _told(ctx: DeskContext, number: str) -> None:
    text = QCoreApplication.translate(
        "ReportForm", "Reported as {number}. The person responsible sees it now."
    )
    ctx.notify(text.format(number=number))
