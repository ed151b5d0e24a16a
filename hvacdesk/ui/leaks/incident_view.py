"""One incident: what it is, what is missing, and its five tabs."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from hvacdesk.domain.incident_gaps import GAP_NAMES, gaps
from hvacdesk.domain.incidents import Incident, Part, Report
from hvacdesk.domain.leak_drills import DRILL
from hvacdesk.domain.leak_rules import KIND_NAMES
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.leaks.facts_tab import FactsTab
from hvacdesk.ui.leaks.forms import PUBLISHED
from hvacdesk.ui.leaks.law_tab import LawTab
from hvacdesk.ui.leaks.people_tab import PeopleTab
from hvacdesk.ui.leaks.prevention_tab import PreventionTab
from hvacdesk.ui.leaks.tab import IncidentTab, paper_title
from hvacdesk.ui.leaks.timeline_tab import TimelineTab
from hvacdesk.ui.leaks.wording import state_chip
from hvacdesk.ui.theme import Tone, theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import label


class IncidentView(QWidget):
    """Shows and changes one incident.

    Attributes:
        facts, people, law, prevention, timeline: the tabs.
    """

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self._ctx = ctx
        self.incident: Incident | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._header())
        self.missing: QLabel = label("", "body", tone="warn", wrap=True)
        column.addWidget(self.missing)
        self.tabs = TabRow(frugal=True)
        self.facts, self.people, self.law = FactsTab(ctx), PeopleTab(ctx), LawTab(ctx)
        self.prevention, self.timeline = PreventionTab(ctx), TimelineTab(ctx)
        for name, tab in (
            (self.tr("What happened"), self.facts),
            (self.tr("Customers"), self.people),
            (self.tr("Reports"), self.law),
            (self.tr("Prevention"), self.prevention),
            (self.tr("Timeline"), self.timeline),
        ):
            self.tabs.add(name, tab)
            tab.changed.connect(self.read)
        column.addWidget(self.tabs, 1)

    def open(self, incident: str, form: str = "", which: str = "") -> None:
        """Show an incident; that somebody responsible looks at it is noted.

        Args:
            form, which: open this form too, named as :meth:`IncidentForm.keep_for_incident` does.
        """
        ctx = self._ctx

        def look(_progress: background.Progress) -> Incident:
            ctx.office.incidents.look_at(ctx.actor, incident)
            return ctx.office.incidents.get(ctx.actor, incident)

        def show(found: Incident) -> None:
            self._show(found)
            if form and not found.closed:
                self._open_form(form, which)

        background.run(self, look, show)

    def read(self) -> None:
        """Read the incident again."""
        ctx, incident = self._ctx, self.incident
        if incident is not None:
            background.run(
                self,
                lambda _progress: ctx.office.incidents.get(ctx.actor, incident.incident),
                self._show,
            )

    def close_incident(self) -> None:
        """Close it, if nothing is missing."""
        ctx, incident = self._ctx, self.incident
        if incident is not None:
            background.run(
                self,
                lambda _progress: ctx.office.incidents.close(ctx.actor, incident.incident),
                lambda _nothing: self.read(),
            )

    def print_record(self) -> None:
        """Show the record of the incident as a paper."""
        ctx, incident = self._ctx, self.incident
        if incident is not None:
            self.facts.preview(
                lambda: ctx.office.incidents.papers.record_pdf(ctx.actor, incident.incident, ctx.words),
                paper_title(incident.number, self.tr("Record")),
            )

    def _open_form(self, form: str, which: str) -> None:
        """Open a form that was left half-typed."""
        match form:
            case "facts":
                self.facts.change()
            case "text":
                self.facts.write(Part(which))
            case "customer":
                self.people.add()
            case "assess":
                self.law.assess()
            case "items":
                self.law.draft(Report(which))
            case "sent" if which == PUBLISHED:
                self.people.published()
            case "sent":
                self.law.note_sent(Report(which))
            case "measure":
                self.prevention.ask_for(which)
            case "note":
                self.timeline.add()

    def _header(self) -> FlowRow:
        self.drill = Chip("")
        self._title: QLabel = label("", "heading", wrap=True)
        self.state = Chip("")
        self.record_button = button(self.tr("Print the record"), self.print_record, icon="printer")
        self.close_button = button(self.tr("Close the incident"), self.close_incident, kind="primary")
        return FlowRow((self.drill, self._title, self.state), at_end=(self.record_button, self.close_button))

    def _show(self, incident: Incident) -> None:
        self.incident = incident
        words = self._ctx.words
        self.drill.set(words(DRILL) if incident.drill else "", Tone.BAD)
        self.drill.setVisible(incident.drill)
        self._title.setText(f"{incident.number}  {words(KIND_NAMES[incident.facts.kind])}")
        self.state.set(*state_chip(closed=incident.closed, seen=bool(incident.seen_at)))
        found = () if incident.closed else gaps(incident)
        said = "　".join(words(GAP_NAMES[gap]) for gap in found)
        self.missing.setText(self.tr("Still to do: {gaps}").format(gaps=said))
        self.missing.setVisible(bool(found))
        self.close_button.setVisible(not incident.closed)
        self.close_button.setEnabled(not found)
        tabs: tuple[IncidentTab, ...] = (
            self.facts,
            self.people,
            self.law,
            self.prevention,
            self.timeline,
        )
        for tab in tabs:
            tab.show_incident(incident)
