"""Whether it is reported, why, by when; and the two reports."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QLabel, QPushButton

from hvacdesk.domain.incidents.incident_texts import REPORT_TITLES, CommissionReport
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.incidents.leak_rules import SHIELD_WORDS, TRIGGER_NAMES, VERDICT_WORDS, LeakLaw, Shield
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import as_of_text, day_text
from hvacdesk.ui.incidents.assess_form import AssessForm
from hvacdesk.ui.incidents.draft_dialog import DraftDialog
from hvacdesk.ui.incidents.forms import SentForm
from hvacdesk.ui.incidents.tab import IncidentTab, paper_title
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import verdict_chip


class LawTab(IncidentTab):
    """The third tab."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx)
        self._law: LeakLaw = ctx.office.incidents.law()
        column = self.scrolled()
        card = Card(self.tr("Duty to report"))
        self.chip = Chip("")
        self.answer_button = button(self.tr("Answer the questions"), self.assess, icon="pencil")
        card.head.addWidget(self.chip)
        self._reasons: QLabel = label("", "body", wrap=True)
        self._days: QLabel = label("", "strong", wrap=True)
        self._source: QLabel = label("", "muted", wrap=True)
        for one in (self._reasons, self._days, self._source):
            card.body.addWidget(one)
        card.body.addWidget(FlowRow((self.answer_button,)))
        column.addWidget(card)
        self._sent: dict[CommissionReport, QLabel] = {}
        self.draft_buttons: dict[CommissionReport, QPushButton] = {}
        self.print_buttons: dict[CommissionReport, QPushButton] = {}
        self.sent_buttons: dict[CommissionReport, QPushButton] = {}
        for report in CommissionReport:
            column.addWidget(self._report_card(report))
        column.addStretch(1)

    def fill(self, incident: IncidentDetail) -> None:
        words, judgement, days = self.ctx.words, incident.judgement, incident.deadlines
        self.chip.set(*verdict_chip(judgement.verdict, words))
        lines = [words(VERDICT_WORDS[judgement.verdict])]
        lines += [f"・{words(TRIGGER_NAMES[one])}　{self._law.triggers[one]}" for one in judgement.triggers]
        if judgement.shield is not Shield.NONE:
            lines.append(words(SHIELD_WORDS[judgement.shield]))
        self._reasons.setText("\n".join(lines))
        text = self.tr(
            "Preliminary report: promptly, {first} to {last} by the guideline. Final report: by {final}."
        )
        self._days.setText(
            day_text(text.format(first=days.preliminary_from, last=days.preliminary_to, final=days.final))
        )
        self._days.setVisible(judgement.verdict.reported or bool(judgement.unanswered))
        self._source.setText(
            self.tr("{source}. As of {as_of}; have a professional confirm.").format(
                source=self._law.sources["counting"], as_of=as_of_text(self._law.as_of)
            )
        )
        for report in CommissionReport:
            on, number = incident.sent(report)
            when = self.tr("Sent on {day}").format(day=" ".join(filter(None, (day_text(on), number))))
            self._sent[report].setText(when if on else self.tr("Not sent yet"))
            self.sent_buttons[report].setEnabled(not incident.closed)
        self.answer_button.setEnabled(not incident.closed)

    def assess(self) -> None:
        """Answer the questions of the law."""
        if self.incident is not None:
            AssessForm(self.ctx, self.incident).open()

    def draft(self, report: CommissionReport) -> None:
        """Read and change the nine items."""
        ctx, incident = self.ctx, self.incident
        if incident is None:
            return
        background.ask(
            self, lambda: ctx.office.incidents.papers.items(ctx.actor, incident.incident, report, ctx.words)
        ).then(lambda items: DraftDialog(ctx, incident, report, items).open())

    def print_draft(self, report: CommissionReport) -> None:
        """Show the draft as a paper."""
        ctx, incident = self.ctx, self.incident
        if incident is not None:
            papers, record = ctx.office.incidents.papers, incident.incident
            self.preview(
                lambda: papers.report_pdf(ctx.actor, record, report, ctx.words),
                paper_title(incident.number, ctx.words(REPORT_TITLES[report])),
                lambda: papers.printed(ctx.actor, record, report.value),
            )

    def note_sent(self, report: CommissionReport) -> None:
        """Note that a report was sent."""
        if self.incident is not None:
            SentForm(self.ctx, self.incident, report).open()

    def _report_card(self, report: CommissionReport) -> Card:
        title = self.ctx.words(REPORT_TITLES[report])
        card = Card(title)
        self._sent[report] = label("", "muted")
        card.head.addWidget(self._sent[report])
        line = FlowRow()
        for kept, text, slot, icon in (
            (self.draft_buttons, self.tr("Nine items"), self.draft, "pencil"),
            (self.print_buttons, self.tr("Print the draft"), self.print_draft, "printer"),
            (self.sent_buttons, self.tr("It was sent"), self.note_sent, ""),
        ):
            kept[report] = button(text, partial(slot, report), icon=icon, name=f"{text}: {title}")
            line.add(kept[report])
        card.body.addWidget(line)
        return card
