"""The leak desk in the safeguards: every incident in one list, drills among them, and the one that is
open.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from hvacdesk.domain.incidents.incidents import IncidentRow
from hvacdesk.domain.incidents.leak_drills import SCENARIOS
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES, IncidentKind
from hvacdesk.domain.rooms import Room
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.incidents.incident_view import IncidentView
from hvacdesk.ui.incidents.report_form import report_something
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.page_room import FrontStack
from hvacdesk.ui.widgets.register_view import RegisterView
from hvacdesk.ui.widgets.section import Section
from hvacdesk.ui.wording.leaks import number_text, state_chip, verdict_chip


class LeaksView(Section):
    """The list, and behind it one incident."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stack = FrontStack(self)
        self.list = LeaksList(context)
        self.list.opened.connect(lambda incident: self.open(incident=incident))
        self._stack.addWidget(self.list)
        self.view = IncidentView(context)
        self._stack.addWidget(self.view)

    def refresh(self) -> None:
        """Read the list, or the incident that is open, again."""
        if self._stack.currentWidget() is self.view:
            self.view.read()
        else:
            self.list.refresh()

    def open(self, **arguments: object) -> None:
        """``incident=ID`` opens one; with ``ask`` and ``which`` one of its forms, as it was left.

        An empty one leads to the list.
        """
        if incident := str(arguments.get("incident", "")):
            self._stack.setCurrentWidget(self.view)
            form, which = str(arguments.get("ask", "")), str(arguments.get("which", ""))
            self.view.open(incident, form, which)
            self.list.once_read(lambda: self.list.table.select(lambda row: row.incident == incident))
        elif "incident" in arguments:
            self.show_list()

    def step_back(self) -> bool:
        """From an incident to the list."""
        if self._stack.currentWidget() is not self.view:
            return False
        self.show_list()
        return True

    def show_list(self) -> None:
        """Go back to the list."""
        self._stack.setCurrentIndex(0)
        self.refresh()


class LeaksList(RegisterView):
    """Every incident, drills among them.

    Signals:
        opened(incident): the incident with this record id is to be opened.
    """

    rooms = frozenset({Room.INCIDENTS, Room.PAPERS, Room.CUSTOMERS, Room.STAFF})

    opened = Signal(str)

    def __init__(self, context: DeskContext) -> None:
        super().__init__(context)
        self.drill_button = self.act(button(self.tr("Start a drill"), icon="rotate-cw"))
        menu = QMenu(self.drill_button)
        menu.setAccessibleName(self.tr("What to practise"))
        for kind in SCENARIOS:
            action = menu.addAction(self.context.words(KIND_NAMES[kind]))
            action.triggered.connect(partial(self._drill, kind))
        self.drill_button.setMenu(menu)
        self.report_button = self.act(
            button(self.tr("Report something"), self.report, kind="primary", icon="plus")
        )
        self.add_note(
            self.tr(
                "Open one to see what is missing. Call the customers first: promptly means the telephone."
            )
        )

    def report(self) -> None:
        """Report that something happened."""
        report_something(self.context)

    def start_drill(self, kind: IncidentKind) -> None:
        """Begin a drill and open it."""
        ctx = self.context
        background.ask(self, lambda: ctx.office.incidents.start_drill(ctx.actor, kind, ctx.words)).then(
            self.opened.emit
        )

    def _drill(self, kind: IncidentKind, _checked: bool = False) -> None:
        self.start_drill(kind)

    def make_empty(self) -> EmptyState:
        return EmptyState(
            "shield-check",
            self.tr("Nothing has happened"),
            self.tr(
                "When a paper is lost, something is sent wrongly or a computer is stolen, it stands "
                "here with its deadlines. Practise it once a year with a drill."
            ),
        )

    def reading(self) -> Callable[[], tuple[IncidentRow, ...]]:
        office, actor = self.context.office, self.context.actor
        return lambda: office.incidents.all(actor)

    def make_table(self) -> DataTable:
        words = self.context.words
        columns = [
            Column(
                "number", self.tr("Incident number"), width=104, value=lambda row: number_text(row, words)
            ),
            Column(
                "kind", self.tr("What"), width=90, stretch=3, value=lambda row: words(KIND_NAMES[row.kind])
            ),
            Column("known_on", self.tr("Known since"), width=104, wide_only=True),
            Column("people", self.tr("People"), width=70, kind="number", align="right", wide_only=True),
            Column(
                "verdict",
                self.tr("Duty to report"),
                width=112,
                kind="chip",
                value=lambda row: verdict_chip(row.verdict, words),
            ),
            Column("next_due", self.tr("Next day"), width=92),
            Column("state", self.tr("State"), width=76, kind="chip", value=_state),
            Column(
                "papers",
                self.tr("Papers"),
                width=130,
                stretch=2,
                kind="muted",
                wide_only=True,
                value=lambda row: "・".join(row.papers),
            ),
            Column("reported_by", self.tr("Reported by"), width=100, kind="muted", wide_only=True),
        ]
        table = self.new_table(
            self.tr("Incidents"), columns, kept_as="incidents", names=names_nobody, record="incident"
        )
        table.offer(tuple, opening=self.tr("Open"))
        table.activated_row.connect(lambda row: self.opened.emit(row.incident))
        return table


def _state(row: IncidentRow) -> ChipValue:
    return state_chip(closed=bool(row.closed_on), begun=row.begun, into=row.joined_into)
