"""One incident: what it is, what is missing, and its five tabs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from hvacdesk.domain.clock import moment_of, office_day
from hvacdesk.domain.incidents.incident_gaps import GAP_NAMES, Gap, gaps
from hvacdesk.domain.incidents.incident_texts import CommissionReport, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail, IncidentRow
from hvacdesk.domain.incidents.leak_drills import DRILL
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES
from hvacdesk.domain.rooms import Room
from hvacdesk.domain.text.wording import in_a_row
from hvacdesk.services.incidents.printing import RECORD
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.incidents.clients import ClientToldForm, clients_box
from hvacdesk.ui.incidents.facts_tab import FactsTab
from hvacdesk.ui.incidents.forms import PUBLISHED
from hvacdesk.ui.incidents.law_tab import LawTab
from hvacdesk.ui.incidents.paper_forms import REOPEN, JoinForm, ReopenForm
from hvacdesk.ui.incidents.people_tab import PeopleTab
from hvacdesk.ui.incidents.prevention_tab import PreventionTab
from hvacdesk.ui.incidents.tab import IncidentTab, paper_title
from hvacdesk.ui.incidents.timeline_tab import TimelineTab
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import Chip
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.tab_row import TabRow
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.widgets.warning_box import WarningBox
from hvacdesk.ui.wording.leaks import state_chip

MOST_GAPS, LARGE = 4, 1.5
"""So many points that are left to do are shown at once; half as many where the text is so large."""

TABS_LEAST = 300
"""In design pixels: the tabs and some of their content. Lower, the page scrolls, and its header with it."""


READ = frozenset({Room.INCIDENTS, Room.PAPERS, Room.CUSTOMERS, Room.STAFF})


class IncidentView(QWidget):
    """Shows and changes one incident.

    Attributes:
        facts, people, law, prevention, timeline: the tabs.
    """

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__()
        self._ctx = ctx
        self.incident: IncidentDetail | None = None
        self._reader = background.Reader(self)
        self._opening: tuple[str, str, str] | None = None
        self._fresh = Freshness(self, ctx.changes, READ, self.read)
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self._header())
        self.gap_buttons: dict[Gap, QPushButton] = {}
        self.missing = FlowRow(gap=12)
        column.addWidget(self.missing)
        self.clients = WarningBox()
        self.clients.hide()
        column.addWidget(self.clients)
        self.tabs = TabRow(frugal=True)
        self.facts, self.people, self.law = FactsTab(ctx), PeopleTab(ctx), LawTab(ctx)
        self.prevention, self.timeline = PreventionTab(ctx), TimelineTab(ctx)
        self._tabs: tuple[IncidentTab, ...] = (
            self.facts,
            self.people,
            self.law,
            self.prevention,
            self.timeline,
        )
        names = (
            self.tr("What happened"),
            self.tr("Customers"),
            self.tr("Reports"),
            self.tr("Prevention"),
            self.tr("Timeline"),
        )
        for name, tab in zip(names, self._tabs, strict=True):
            self.tabs.add(name, tab)
        self.tabs.setMinimumHeight(theme.px(TABS_LEAST))
        column.addWidget(self.tabs, 1)

    def open(self, incident: str, form: str = "", which: str = "") -> None:
        """Show an incident; that somebody responsible looks at it is noted.

        Args:
            form, which: open this form too, named as :meth:`IncidentForm.keep_for_incident` does; where the
                incident was joined into another one since, over that one.
        """
        ctx = self._ctx

        def look() -> IncidentDetail:
            ctx.office.incidents.look_at(ctx.actor, incident)
            found = ctx.office.incidents.get(ctx.actor, incident)
            return _living(ctx, found) if form else found

        def show(found: IncidentDetail) -> None:
            self._show(found)
            if form and found.closed == (form == REOPEN):
                self._open_form(form, which)

        self._opening = incident, form, which
        self._reader.read(look).then(show)

    def read(self) -> None:
        """Read the incident again."""
        ctx, incident = self._ctx, self.incident
        if self._reader.reading and self._opening is not None:
            self.open(*self._opening)
        elif incident is not None:
            self._opening = None
            self._reader.read(lambda: ctx.office.incidents.get(ctx.actor, incident.incident)).then(self._show)

    def begin(self) -> None:
        """Say that somebody works on it from now on; until then today's page warns of it."""
        ctx, incident = self._ctx, self.incident
        if incident is not None:
            background.ask(self, lambda: ctx.office.incidents.begin(ctx.actor, incident.incident)).begin()

    def close_incident(self) -> None:
        """Ask, and close it if nothing is missing."""
        incident = self.incident
        if incident is None:
            return
        question = Dialog(self.tr("Close {number}?").format(number=incident.number), self)
        question.add_text(
            self.tr(
                "It can only be read then, and its deadlines end. It can be opened again with a reason, "
                "which stays in the timeline."
            )
        )
        question.set_primary(self.tr("Close the incident"), question.accept)
        question.add_secondary(self.tr("Cancel"))
        question.accepted.connect(lambda: self._close(incident))
        question.open()

    def _close(self, incident: IncidentDetail) -> None:
        ctx = self._ctx
        background.ask(self, lambda: ctx.office.incidents.close(ctx.actor, incident.incident)).begin()

    def reopen(self) -> None:
        """Open a closed incident again, with a reason."""
        if self.incident is not None:
            ReopenForm(self._ctx, self.incident).open()

    def join(self) -> None:
        """Let another open incident be part of this one."""
        ctx, incident = self._ctx, self.incident
        if incident is None:
            return

        def ask(rows: tuple[IncidentRow, ...]) -> None:
            others = [
                row
                for row in rows
                if row.incident != incident.incident and not row.closed_on and row.drill is incident.drill
            ]
            if others:
                JoinForm(ctx, incident, others).open()
            else:
                ctx.notify(self.tr("There is no other open incident."))

        background.ask(self, lambda: ctx.office.incidents.all(ctx.actor)).then(ask)

    def go_to(self, gap: Gap) -> None:
        """Go to where a gap is closed, and open its form where there is one."""
        tab, act = self._places()[gap]
        self.tabs.show_tab(self._tabs.index(tab))
        if act is not None:
            act()

    def _places(self) -> dict[Gap, tuple[IncidentTab, Callable[[], object] | None]]:
        return {
            Gap.CLIENT: (self.people, self.note_client_told),
            Gap.WHAT: (self.facts, partial(self.facts.write, IncidentPart.WHAT)),
            Gap.EXTENT: (self.people, None),
            Gap.ASSESSMENT: (self.law, self.law.assess),
            Gap.PRELIMINARY: (self.law, partial(self.law.note_sent, CommissionReport.PRELIMINARY)),
            Gap.FINAL: (self.law, partial(self.law.note_sent, CommissionReport.FINAL)),
            Gap.TELLING: (self.people, None),
            Gap.SUBSTITUTE: (self.people, self.people.published),
            Gap.CAUSE: (self.facts, partial(self.facts.write, IncidentPart.CAUSE)),
            Gap.ACTIONS: (self.facts, partial(self.facts.write, IncidentPart.ACTIONS)),
            Gap.PREVENTION: (self.prevention, self.prevention.add),
            Gap.PREVENTION_OPEN: (self.prevention, None),
        }

    def note_client_told(self) -> None:
        """Note that a client contractor was told."""
        if self.incident is not None and not self.incident.closed and self.incident.clients:
            ClientToldForm(self._ctx, self.incident).open()

    def _show_clients(self, incident: IncidentDetail) -> None:
        """Who is told before anybody else outside, over every tab."""
        if incident.closed or not incident.clients:
            self.clients.hide()
            return
        box = clients_box(incident, self.note_client_told)
        self._column.replaceWidget(self.clients, box)
        self.clients.deleteLater()
        self.clients = box
        box.show()

    def print_record(self) -> None:
        """Show the record of the incident as a paper."""
        ctx, incident = self._ctx, self.incident
        if incident is not None:
            papers, record = ctx.office.incidents.papers, incident.incident
            self.facts.preview(
                lambda: papers.record_pdf(ctx.actor, record, ctx.words),
                paper_title(incident.number, self.tr("Record")),
                lambda: papers.printed(ctx.actor, record, RECORD),
            )

    def _open_form(self, form: str, which: str) -> None:
        """Open a form that was left half-typed."""
        forms: dict[str, Callable[[], object]] = {
            "client-told": self.note_client_told,
            "facts": self.facts.change,
            "papers": self.facts.name_papers,
            "text": lambda: self.facts.write(IncidentPart(which)),
            "customer": self.people.add,
            "letters": self.people.letters,
            "notice": self.people.notice,
            "assess": self.law.assess,
            "items": lambda: self.law.draft(CommissionReport(which)),
            "sent": lambda: self.law.note_sent(CommissionReport(which)),
            "measure": lambda: self.prevention.ask_for(which),
            "note": self.timeline.add,
            REOPEN: self.reopen,
        }
        act = self.people.published if (form, which) == ("sent", PUBLISHED) else forms.get(form)
        if act is not None:
            act()

    def _header(self) -> FlowRow:
        self.drill = Chip("")
        self._title: QLabel = label("", "heading", wrap=True)
        self.state = Chip("")
        self.record_button = button(self.tr("Print the record"), self.print_record, icon="printer")
        self.close_button = button(self.tr("Close the incident"), self.close_incident, kind="primary")
        self.join_button = button(self.tr("Join with another…"), self.join)
        self.reopen_button = button(self.tr("Open it again…"), self.reopen, icon="undo-2")
        self.begin_button = button(self.tr("Begin to work on it"), self.begin, kind="primary")
        return FlowRow(
            (self.drill, self._title, self.state),
            at_end=(
                self.record_button,
                self.join_button,
                self.reopen_button,
                self.begin_button,
                self.close_button,
            ),
        )

    def _show(self, incident: IncidentDetail) -> None:
        self.incident = incident
        words = self._ctx.words
        self.drill.set(words(DRILL) if incident.drill else "", Tone.BAD)
        self.drill.setVisible(incident.drill)
        self._title.setText(f"{incident.number}  {words(KIND_NAMES[incident.facts.kind])}")
        self.state.set(
            *state_chip(
                closed=incident.closed,
                begun=incident.begun,
                into=incident.joined_into,
            )
        )
        found = () if incident.closed else gaps(incident)
        self._show_gaps(found)
        self._show_clients(incident)
        self.join_button.setVisible(not incident.closed)
        self.reopen_button.setVisible(incident.closed and not incident.joined_into)
        self._offer_begin(incident)
        self.close_button.setVisible(not incident.closed and incident.begun)
        self.close_button.setEnabled(not found)
        for tab in self._tabs:
            tab.show_incident(incident)

    def _offer_begin(self, incident: IncidentDetail) -> None:
        """Nobody works on it yet: the way to say so, and who has read it already."""
        self.begin_button.setVisible(not incident.closed and not incident.begun)
        said = [self.tr("Until then it stays in red on the page “Today”. To read it changes nothing.")]
        if incident.seen_at:
            day = day_text(office_day(moment_of(incident.seen_at)))
            said.append(self.tr("{who} read it first, on {day}.").format(who=incident.seen_by, day=day))
        self.begin_button.setToolTip("\n".join(said))
        self.begin_button.setAccessibleDescription(in_a_row(*said))

    def _show_gaps(self, found: Sequence[Gap]) -> None:
        """What is left to do, each as the way to where it is done."""
        if tuple(found) != tuple(self.gap_buttons):
            row = FlowRow((label(self.tr("Still to do"), "strong"),), gap=12)
            self.gap_buttons = {}
            most = MOST_GAPS if theme.scale < LARGE else MOST_GAPS // 2
            for number, gap in enumerate(found):
                made = button(self._ctx.words(GAP_NAMES[gap]), partial(self.go_to, gap), kind="link")
                self.gap_buttons[gap] = made
                row.add(made)
                if number >= most:
                    made.hide()
            if len(found) > most:
                row.add(label(self.tr("and %n more", "", len(found) - most), "muted"))
            self._column.replaceWidget(self.missing, row)
            self.missing.deleteLater()
            self.missing = row
        self.missing.setVisible(bool(found))


def _living(ctx: DeskContext, found: IncidentDetail) -> IncidentDetail:
    """The incident in which another one lives on, for what was half-typed about that; read on a worker."""
    asked = found.incident
    while found.joined_into:
        rows = ctx.office.incidents.all(ctx.actor)
        into = next(row.incident for row in rows if row.number == found.joined_into)
        found = ctx.office.incidents.get(ctx.actor, into)
    return found if found.incident == asked else replace(found, typed_for=asked)
