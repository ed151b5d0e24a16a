"""What somebody reported themselves, to be read again, and papers that came to light later."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.clock import moment_of, office_time
from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES
from hvacdesk.domain.incidents.own_reports import OwnReport
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.incidents.out_papers import out_button
from hvacdesk.ui.incidents.paper_forms import ask_which, papers_box, papers_hint
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList


class OwnReportsDialog(Dialog):
    """One's own reports, the newest first; the person responsible says what became of them."""

    def __init__(self, ctx: DeskContext, reports: Sequence[OwnReport], parent: QWidget) -> None:
        super().__init__(
            QCoreApplication.translate("OwnReportsDialog", "What you reported"), parent, width=600
        )
        self._ctx = ctx
        self._reports = reports
        self.add_text(
            self.tr(
                "The papers, and your own words until customers are named. Ask the person responsible how it "
                "goes on."
            )
            if reports
            else self.tr("You have reported nothing yet."),
            "muted",
        )
        self.lines = LineList(self.tr("What you reported"))
        self.lines.set_lines([self._line(one) for one in reports])
        self.body.addWidget(self.lines)
        self.body.addStretch(1)
        self.set_primary(self.tr("Close"))
        self.fit(620, 480)

    def _line(self, one: OwnReport) -> Line:
        at = office_time(moment_of(one.reported_at))
        add = self.tr("Add papers…")
        act = LineAction(add, partial(self._add, one), f"{add} {one.number}")
        kept = self.tr("Your words are with the person responsible.")
        papers = self.tr("Papers: {papers}").format(papers="・".join(one.papers)) if one.papers else ""
        return Line(
            f"{one.number}  {self._ctx.words(KIND_NAMES[one.kind])}",
            tuple(filter(None, (f"{day_text(at.date())} {at:%H:%M}", one.text or kept, papers))),
            actions=(act,) if one.open else (),
        )

    def add_to(self, incident: str) -> None:
        """Ask which papers are gone too, of the report with this record id."""
        for one in self._reports:
            if one.incident == incident and one.open:
                self._add(one)

    def _add(self, one: OwnReport) -> None:
        form = AddToReportForm(self._ctx, one, self)
        form.saved.connect(lambda _answer: self._added(one))
        form.open()

    def _added(self, one: OwnReport) -> None:
        self._ctx.notify(self.tr("The papers were added to {number}.").format(number=one.number))
        self.accept()


class AddToReportForm(FormDialog):
    """Which papers are gone too."""

    def __init__(self, ctx: DeskContext, report: OwnReport, parent: QWidget) -> None:
        title = QCoreApplication.translate("AddToReportForm", "Add papers to {number}")
        super().__init__(ctx, title.format(number=report.number), width=520, parent=parent)
        self._report = report
        self.paper = self.form.add(
            "paper", self.tr("Papers"), papers_box(4), required=True, hint=papers_hint()
        )
        if ctx.actor.may(Permission.REGISTER_COPIES):
            self.form.column.addWidget(FlowRow((out_button(ctx, self.paper, self),)))
        self.form.column.addStretch(1)
        self.fit(560, 380)
        self.watch()
        self.keep_draft("add-to-report", report.incident, "report", add_to=report.incident)
        self.paper.setFocus()

    def collect(self) -> Callable[[], object]:
        ctx, incident, papers = self.ctx, self._report.incident, self.paper.toPlainText()
        return lambda: ctx.office.incidents.add_to_report(ctx.actor, incident, papers)

    def ask_about(self, error: UserFacingError) -> bool:
        return ask_which(self.paper, error, self.ctx, self)


def show_own_reports(ctx: DeskContext, parent: QWidget, *, add_to: str = "") -> None:
    """Read and show what the person at the desk reported; ``add_to`` is one to add papers to at once."""

    def show(found: tuple[OwnReport, ...]) -> None:
        dialog = OwnReportsDialog(ctx, found, parent)
        dialog.open()
        if add_to:
            dialog.add_to(add_to)

    background.ask(parent, lambda: ctx.office.incidents.own_reports(ctx.actor)).then(show)
