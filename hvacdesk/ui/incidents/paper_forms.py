"""The papers that an incident is about, typed as they are called; and incidents that turn out to be one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QPlainTextEdit

from hvacdesk.domain.errors import UserFacingError
from hvacdesk.domain.incidents.incidents import IncidentDetail, IncidentRow
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES
from hvacdesk.domain.papers.paper_names import SeveralCopies, names_in
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.which_copy import WhichCopyDialog
from hvacdesk.ui.incidents.incident_form import IncidentForm
from hvacdesk.ui.incidents.out_papers import out_button
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.keys_line import KeysBox
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import text_box

translate = QCoreApplication.translate

REOPEN = "reopen"
"""The name of the draft of a closed incident's form; all others are of open ones."""


def papers_box(lines: int = 2) -> QPlainTextEdit:
    """A box for papers, typed or scanned, one on a line."""
    return text_box(lines, KeysBox())


def papers_hint() -> str:
    """What may be typed into it."""
    return translate(
        "PapersBox",
        "As it is printed on the paper, such as 2026-000037 1/3 or P2026-00012, or the digits under its "
        "square. Several: one on a line.",
    )


def ask_which(box: QPlainTextEdit, error: UserFacingError, ctx: DeskContext, form: FormDialog) -> bool:
    """Ask which copies are meant by a number that is on several, and save again; false for other errors."""
    if not isinstance(error, SeveralCopies):
        return False

    def chosen(picked: Sequence[object]) -> None:
        numbers = [paper.number for paper in error.papers if paper in picked]
        lines: list[str] = []
        for one in names_in(box.toPlainText()):
            lines += numbers if one == error.typed else [one]
        box.setPlainText("\n".join(lines))
        form.save()

    WhichCopyDialog(error.papers, ctx.words, chosen, form, many=True).open()
    return True


class NamePapersForm(IncidentForm):
    """Say which other papers an open incident is about."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail) -> None:
        super().__init__(ctx, translate("NamePapersForm", "Which papers is it about?"), incident)
        self.paper = self.form.add(
            "paper", self.tr("Papers"), papers_box(4), required=True, hint=papers_hint()
        )
        if ctx.actor.may(Permission.REGISTER_COPIES):
            self.form.column.addWidget(FlowRow((out_button(ctx, self.paper, self),)))
        self.form.column.addWidget(
            label(self.tr("The customers whose data they carry are put onto the list."), "muted", wrap=True)
        )
        self.form.column.addStretch(1)
        self.fit(560, 360)
        self.watch()
        self.keep_for_incident("papers")
        self.paper.setFocus()

    def collect(self) -> Callable[[], object]:
        ctx, incident, papers = self.ctx, self._incident.incident, self.paper.toPlainText()
        return lambda: ctx.office.incidents.name_papers(ctx.actor, incident, papers)

    def ask_about(self, error: UserFacingError) -> bool:
        return ask_which(self.paper, error, self.ctx, self)


class JoinForm(FormDialog):
    """Let another open incident be part of this one."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail, others: Sequence[IncidentRow]) -> None:
        super().__init__(ctx, translate("JoinForm", "Join with another incident"), width=520)
        self._incident = incident
        text = self.tr(
            "The papers, customers, texts and measures of the other incident go over into {number}, and the "
            "other one is closed. The earlier day of knowing holds for both. It cannot be taken back."
        )
        self.form.column.addWidget(label(text.format(number=incident.number), "muted", wrap=True))
        self.other: QComboBox = self.form.add("other", self.tr("The other incident"), QComboBox())
        for row in others:
            parts = (row.number, ctx.words(KIND_NAMES[row.kind]), row.known_on, "・".join(row.papers))
            self.other.addItem("  ".join(filter(None, parts)), row.incident)
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Join"))
        self.fit(560, 300)

    def collect(self) -> Callable[[], object]:
        ctx, incident, other = self.ctx, self._incident.incident, str(self.other.currentData())
        return lambda: ctx.office.incidents.join(ctx.actor, incident, other)


class ReopenForm(IncidentForm):
    """Why a closed incident is opened again."""

    def __init__(self, ctx: DeskContext, incident: IncidentDetail) -> None:
        title = translate("ReopenForm", "Open {number} again").format(number=incident.number)
        super().__init__(ctx, title, incident)
        self.reason = self.form.add(
            "reason",
            self.tr("Why"),
            text_box(3),
            required=True,
            hint=self.tr("It stands in the timeline. Name customers by their number."),
        )
        self.form.column.addStretch(1)
        if self.primary is not None:
            self.primary.setText(self.tr("Open again"))
        self.fit(560, 320)
        self.watch()
        self.keep_for_incident(REOPEN)
        self.reason.setFocus()

    def collect(self) -> Callable[[], object]:
        ctx, incident, reason = self.ctx, self._incident.incident, self.reason.toPlainText()
        return lambda: ctx.office.incidents.reopen(ctx.actor, incident, reason)
