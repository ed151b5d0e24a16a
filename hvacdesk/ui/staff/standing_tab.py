"""Who of the staff has read the rules and passed the training, and the printed record of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from hvacdesk.domain.rooms import Room
from hvacdesk.domain.staff.standing import StaffStanding
from hvacdesk.ui import background
from hvacdesk.ui.change_notice import Freshness
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.printing.showing import draw_pages
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.rules import standing_chip


class StandingTab(QWidget):
    """One line per person, those who left at the end."""

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = background.Reader(self)
        self._fresh = Freshness(self, context.changes, frozenset({Room.STAFF}), self._read)
        self._comes_forward = False
        self._years: tuple[int, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        note = self.tr(
            "Whoever is overdue cannot show hidden values or export until it is done. Today's work orders "
            "always print."
        )
        column.addWidget(label(note, "muted", wrap=True))
        card = Card()
        self.table = DataTable(self.tr("Staff standing"), record="account")
        self.table.set_columns(
            [
                Column("name", self.tr("Name"), width=110, stretch=2),
                Column("state", self.tr("State"), width=90, kind="chip", value=self._state),
                Column("rules", self.tr("Rules read"), width=84, value=_rules, sort=_rules_order),
                Column("training", self.tr("Training passed"), width=110, stretch=1, value=self._trained),
                Column("due", self.tr("Next due"), width=100, stretch=1, value=_due),
            ]
        )
        self.table.keep_columns(context.columns, "standing", names_nobody)
        self.table.offer(lambda: (self.person_button,))
        self.table.current_changed.connect(self._choose)
        card.body.addWidget(self.table, 1)
        column.addWidget(card, 1)
        column.addWidget(self._foot())

    def refresh(self) -> None:
        """Read everybody's state again."""
        self._comes_forward = True
        self._fresh.read()

    def _read(self) -> None:
        office, actor = self._context.office, self._context.actor
        self._reader.read(lambda: (office.standings.everybody(actor), office.training.years(actor))).then(
            self._show
        )

    def _foot(self) -> FlowRow:
        self.person_button = button(self.tr("Print this person's record"), self.print_person, icon="printer")
        self.year = QComboBox()
        self.year.setAccessibleName(self.tr("Year of the record"))
        self.year.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.year_button = button(self.tr("Print the year's record"), self.print_year, icon="printer")
        return FlowRow(at_end=(self.person_button, self.year, self.year_button))

    def _show(self, found: tuple[tuple[StaffStanding, ...], tuple[int, ...]]) -> None:
        people, years = found
        self.table.set_rows(people)
        self.table.choose_first(keyboard=self._comes_forward)
        self._comes_forward = False
        if years != self._years:
            self._years = years
            self._offer_years(years)

    def _offer_years(self, years: tuple[int, ...]) -> None:
        chosen = self.year.currentData()
        self.year.clear()
        for year in years:
            self.year.addItem(self.tr("Year {year}").format(year=year), year)
        self.year.setCurrentIndex(max(0, self.year.findData(chosen)))

    def _choose(self, row: object) -> None:
        self.person_button.setEnabled(isinstance(row, StaffStanding))

    def _state(self, row: StaffStanding) -> ChipValue:
        return standing_chip(row, self._context.today())

    def _trained(self, row: StaffStanding) -> str:
        return row.trained_on.isoformat() if row.trained_on else self.tr("not yet")

    # Acts

    def print_person(self) -> None:
        """Show the chosen person's record of training."""
        row, context = self.table.current(), self._context
        if isinstance(row, StaffStanding):
            name = QCoreApplication.translate("StandingTab", "Record of training {name}")
            training = context.office.training
            self._print(
                lambda: training.person_pdf(context.actor, row.account, context.words),
                name.format(name=row.name),
                lambda: training.printed(context.actor, account=row.account),
            )

    def print_year(self) -> None:
        """Show everybody's record of the chosen year."""
        year, context = self.year.currentData(), self._context
        if year:
            name = QCoreApplication.translate("StandingTab", "Record of training {year}")
            training = context.office.training
            self._print(
                lambda: training.year_pdf(context.actor, year, context.words),
                name.format(year=year),
                lambda: training.printed(context.actor, year=year),
            )

    def _print(self, draw: Callable[[], bytes], name: str, note: Callable[[], object]) -> None:
        draw_pages(self, self._context, draw, name, note=note)


def _rules_order(row: StaffStanding) -> tuple[int, int]:
    return (row.acknowledged, row.rules) if row.active else (-1, 0)


def _rules(row: StaffStanding) -> str:
    return f"{row.acknowledged}/{row.rules}" if row.active else ""


def _due(row: StaffStanding) -> str:
    due = row.next_due()
    return due.isoformat() if due is not None else ""
