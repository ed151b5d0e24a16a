"""The state of a job's contract made on a visit: the paper, the end of the cooling-off, a withdrawal."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.jobs.jobs import JobDetail, JobState
from hvacdesk.domain.jobs.visit_contracts import VISIT_EXCEPTION_NAMES, VisitRecord, VisitView
from hvacdesk.domain.papers.register import IssuedPaper
from hvacdesk.domain.roles import Permission
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.jobs.visit_form import VisitForm
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox


class VisitCard(QWidget):
    """Reads itself, and again after each change."""

    def __init__(self, ctx: DeskContext, detail: JobDetail) -> None:
        super().__init__()
        self._ctx, self._detail = ctx, detail
        self.view = VisitView()
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, ctx.changes, frozenset({Room.CALENDAR, Room.PAPERS}), self._read)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self._fill()
        self.read()

    def read(self) -> None:
        """Read the contract again."""
        self._fresh.read()

    def _read(self) -> None:
        ctx, job = self._ctx, self._detail.row.job
        self._reader.read(lambda: ctx.office.visit_contracts.of_job(ctx.actor, job)).then(self._show)

    def record(self) -> None:
        """Open the form."""
        ctx, job = self._ctx, self._detail.row.job

        def read() -> tuple[VisitView, VisitRecord | None]:
            contracts = ctx.office.visit_contracts
            return contracts.of_job(ctx.actor, job), contracts.record_for_edit(ctx.actor, job)

        background.ask(self, read).then(self._open)

    def print_out(self) -> None:
        """Register and show the contract's paper."""
        ctx, job = self._ctx, self._detail.row.job
        background.ask(self, lambda: ctx.office.visit_contracts.print_out(ctx.actor, job, ctx.words)).then(
            partial(_preview, ctx)
        )

    def _open(self, told: tuple[VisitView, VisitRecord | None]) -> None:
        VisitForm(self._ctx, self._detail.row, told[0], told[1]).open()

    def _show(self, view: VisitView) -> None:
        if view != self.view:
            self.view = view
            self._fill()

    def _fill(self) -> None:
        clear(self._column)
        view, may = self.view, self._ctx.actor.may
        self._column.addWidget(label(self._told(), "muted" if not view.version else "body", wrap=True))
        warning = self._warning()
        if warning:
            self._column.addWidget(WarningBox(warning))
        free = not self._detail.row.suspended
        if may(Permission.EDIT_JOBS) and free:
            text = self.tr("Change the contract on a visit…") if view.version else self.tr("Made on a visit…")
            self.record_button = button(text, self.record, kind="link", icon="pencil")
            self._column.addWidget(self.record_button, 0, Qt.AlignmentFlag.AlignLeft)
        prints = may(Permission.ISSUE_WORK_ORDERS) and may(Permission.REVEAL_CONTACT)
        if view.owed and not view.withdrawn_on and prints and free:
            self.print_button = button(
                self.tr("Print the contract paper…"), self.print_out, kind="link", icon="printer"
            )
            self._column.addWidget(self.print_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _told(self) -> str:
        view = self.view
        if not view.version:
            return self.tr(
                "Nothing recorded. A contract that is made at the customer's needs its paper at once."
            )
        made = self.tr("Concluded on {day}.").format(day=day_text(view.contract_on))
        if view.withdrawn_on:
            how = self.tr("in time") if view.in_time else self.tr("after the last day")
            text = self.tr("Withdrawn on {day}, {how}.")
            return in_a_row(made, text.format(day=day_text(view.withdrawn_on), how=how))
        if not view.owed:
            return in_a_row(made, self._ctx.words(VISIT_EXCEPTION_NAMES[view.exception]))
        if not view.paper_on:
            return made
        text = self.tr("Paper received on {paper}. Cooling-off until {ends}, by letter or e-mail.")
        return in_a_row(made, text.format(paper=day_text(view.paper_on), ends=day_text(view.ends)))

    def _warning(self) -> str:
        view, row = self.view, self._detail.row
        if view.paper_missing:
            return self.tr(
                "The customer has no paper yet. It is owed at once, and until it is received the contract "
                "can be withdrawn without any limit."
            )
        if view.in_time and row.state is not JobState.CANCELLED:
            return self.tr(
                "Withdrawn in time: return what was paid, take back what was delivered and put the site back "
                "as it was, at our cost. Then cancel the job."
            )
        if view.ends and not view.withdrawn_on and row.on and row.on <= view.ends:
            return self.tr(
                "The work is planned within the cooling-off. If the customer withdraws, everything is put "
                "back free of charge."
            )
        return ""


def _preview(ctx: DeskContext, issued: IssuedPaper) -> None:
    from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

    translate = QCoreApplication.translate
    document = translate("VisitCard", "Contract paper {number}").format(number=issued.papers[0].number)
    note = translate(
        "VisitCard",
        "Print it in colour: the law asks for red in a red frame. Hand it over at once, and record the day "
        "on which the customer received it.",
    )
    PaperPreview(ctx, issued.papers, issued.pdf, document, note=note).open()
