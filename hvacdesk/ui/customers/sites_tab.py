"""The customer's sites with their units; addresses and lock codes by reveal only."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hvacdesk.domain.jobs.jobs import SiteView, UnitView
from hvacdesk.domain.roles import Permission
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.site_form import SiteForm
from hvacdesk.ui.customers.unit_form import UnitForm
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.finder.site_lines import site_lines
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.empty_state import EmptyState
from hvacdesk.ui.widgets.filtered_rows import FilteredRows
from hvacdesk.ui.widgets.record_tab import RecordTab
from hvacdesk.ui.widgets.scroll_column import ScrollColumn
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.wording.units import unit_text


class SitesTab(RecordTab):
    """Each site as a block: address, parking, keys, units.

    Signals:
        changed(): a site or unit was added or changed.
    """

    def __init__(self, ctx: DeskContext, reveal: Revealer, customer: str) -> None:
        super().__init__()
        self._ctx = ctx
        self._reveal = reveal
        self._customer = customer
        self._reader = background.Reader(self)
        self._edits = ctx.actor.may(Permission.EDIT_JOBS)
        self._wanted = ("", "")
        self._stack = QStackedWidget()
        add = (self.tr("Add a site"), self.add_site) if self._edits else None
        self._stack.addWidget(
            EmptyState(
                "map-pin",
                self.tr("No site yet"),
                self.tr("A site is a place where the work is done. Jobs are booked for a site."),
                add,
            )
        )
        self._scroll = ScrollColumn()
        self._stack.addWidget(self._scroll)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)

    def read(self) -> None:
        """Read the sites."""
        ctx, customer = self._ctx, self._customer
        self._reader.read(lambda: ctx.office.jobs.sites(ctx.actor, customer)).then(self._show)

    def _show(self, sites: tuple[SiteView, ...]) -> None:
        content = QWidget()
        content.setProperty("role", "clear")
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, theme.px(8), 0)
        column.setSpacing(theme.px(6))
        for number, site in enumerate(sites):
            if number:
                column.addWidget(rule())
            self._add_block(column, site)
        if self._edits:
            more = button(self.tr("Add a site"), self.add_site, kind="link", icon="plus")
            column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self._scroll.setWidget(content)
        self._stack.setCurrentIndex(1 if sites else 0)
        wanted, self._wanted = self._wanted, ("", "")
        self._open_wanted(sites, *wanted)

    def _open_wanted(self, sites: tuple[SiteView, ...], form: str, wanted: str) -> None:
        for site in sites:
            if form == "site" and site.site == wanted:
                self._change_site(site)
            if form == "new_unit" and site.site == wanted:
                self._change_unit(site, None)
            for unit in site.units:
                if form == "unit" and unit.unit == wanted:
                    self._change_unit(site, unit)

    def _add_block(self, column: QVBoxLayout, site: SiteView) -> None:
        for _field, line in site_lines(self._ctx, self._reveal, site):
            column.addWidget(line)
        column.addWidget(
            FilteredRows(
                self.tr("Room, maker, model or serial number"),
                site.units,
                lambda unit: f"{unit_text(unit.record)} {unit.record.serial}",
                partial(self._unit_row, site),
            )
        )
        if self._edits:
            self._add_actions(column, site)

    def _unit_row(self, site: SiteView, unit: UnitView) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        text = unit_text(unit.record)
        row.addWidget(label(text, wrap=True), 1)
        name = self.tr("Refrigerant log of {unit}").format(unit=text)
        row.addWidget(button("", partial(self._open_log, unit), kind="icon", icon="snowflake", name=name))
        if self._edits:
            change = partial(self._change_unit, site, unit)
            name = self.tr("Change unit {unit}").format(unit=text)
            row.addWidget(button("", change, kind="icon", icon="pencil", name=name))
        return made

    def _add_actions(self, column: QVBoxLayout, site: SiteView) -> None:
        row = QHBoxLayout()
        for text, icon, slot in (
            (self.tr("Add a unit"), "plus", partial(self._change_unit, site, None)),
            (self.tr("Change site"), "pencil", partial(self._change_site, site)),
        ):
            row.addWidget(button(text, slot, kind="link", icon=icon))
        row.addStretch(1)
        column.addLayout(row)

    def add_site(self) -> None:
        """Open the form for a new site."""
        self._open(SiteForm(self._ctx, self._customer))

    def open_later(self, form: str, wanted: str) -> None:
        """Open a form as soon as the sites are read: a ``site``, a ``unit``, or a ``new_unit`` of a site."""
        self._wanted = form, wanted

    def _open_log(self, unit: UnitView) -> None:
        self._ctx.rooms.show_refrigerant(unit.unit)

    def _change_unit(self, site: SiteView, unit: UnitView | None) -> None:
        self._open(UnitForm(self._ctx, site.site, unit, customer=self._customer))

    def _change_site(self, site: SiteView) -> None:
        self._open(SiteForm(self._ctx, self._customer, site))

    def _note_change(self, _result: object) -> None:
        self.read()
        self.changed.emit()

    def _open(self, form: SiteForm | UnitForm) -> None:
        form.saved.connect(self._note_change)
        form.open()
