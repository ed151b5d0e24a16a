"""The customer's sites with their units; addresses and lock codes by reveal only."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.jobs.jobs import SiteView, UnitView
from hvacdesk.domain.roles import Permission
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.blocks_tab import BlocksTab
from hvacdesk.ui.customers.site_form import SiteForm
from hvacdesk.ui.customers.unit_form import UnitForm
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.finder.site_lines import site_lines
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.filtered_rows import FilteredRows
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.units import no_units, unit_text


class SitesTab(BlocksTab):
    """Each site as a block: address, parking, keys, units.

    Signals:
        changed(): a site or unit was added or changed.
    """

    def __init__(self, ctx: DeskContext, reveal: Revealer, customer: str) -> None:
        super().__init__()
        self._edits = ctx.actor.may(Permission.EDIT_JOBS)
        self._ctx = ctx
        self._reveal = reveal
        self._customer = customer
        self._wanted = ("", "")
        self._lay_out(
            self.tr("Sites"),
            (
                "map-pin",
                self.tr("No site yet"),
                self.tr("A site is a place where the work is done. Jobs are booked for a site."),
            ),
            (self.tr("Add a site"), self.add_site) if self._edits else None,
            between=6,
        )

    def read(self) -> None:
        """Read the sites."""
        ctx, customer = self._ctx, self._customer
        self._reader.read(lambda: ctx.office.jobs.sites(ctx.actor, customer)).then(self._show)

    def _show(self, sites: tuple[SiteView, ...]) -> None:
        self._show_blocks(partial(self._add_block, site) for site in sites)
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

    def _add_block(self, site: SiteView, column: QVBoxLayout) -> None:
        for _field, line in site_lines(self._ctx, self._reveal, site):
            column.addWidget(line)
        column.addWidget(
            FilteredRows(
                self.tr("Room, maker, model or serial number"),
                site.units,
                lambda unit: f"{unit_text(unit.record)} {unit.record.serial}",
                partial(self._unit_row, site),
                none=no_units(),
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
        self._open_form(SiteForm(self._ctx, self._customer))

    def open_later(self, form: str, wanted: str) -> None:
        """Open a form as soon as the sites are read: a ``site``, a ``unit``, or a ``new_unit`` of a site."""
        self._wanted = form, wanted

    def _open_log(self, unit: UnitView) -> None:
        self._ctx.rooms.show_refrigerant(unit.unit)

    def _change_unit(self, site: SiteView, unit: UnitView | None) -> None:
        self._open_form(UnitForm(self._ctx, site.site, unit, customer=self._customer))

    def _change_site(self, site: SiteView) -> None:
        self._open_form(SiteForm(self._ctx, self._customer, site))
