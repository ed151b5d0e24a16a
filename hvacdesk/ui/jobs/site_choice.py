"""Where the work is done, and with which units."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.jobs.job_rules import asbestos_survey_needed
from hvacdesk.domain.jobs.jobs import UNIT_PART_NAMES, JobUnit, SiteView, UnitPart, UnitView
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.filtered_rows import FilteredRows
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.units import no_units, unit_text


class SiteChoice(QWidget):
    """The requester's sites to choose from, and the chosen site's units with what is done to each.

    Signals:
        edited(): another site or unit was chosen.
    """

    edited = Signal()

    def __init__(
        self,
        ctx: DeskContext,
        customer: str,
        site: str = "",
        units: Sequence[JobUnit] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._reader = background.Reader(self)
        self._customer = customer
        self._before = (site, {one.unit: one.part for one in units})
        self._wanted_site = site
        self._wanted_parts = dict(self._before[1])
        self._sites: tuple[SiteView, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        row = QHBoxLayout()
        self.sites = QComboBox()
        self.sites.setAccessibleName(self.tr("Site"))
        self.sites.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.sites.currentIndexChanged.connect(lambda _number: self._show_units())
        row.addWidget(self.sites, 1)
        row.addWidget(button(self.tr("New site"), self.new_site, icon="plus"))
        column.addLayout(row)
        self.asbestos = label(
            self.tr("Asbestos survey first: the building was begun before September 2006, or unknown."),
            wrap=True,
            tone="warn",
        )
        column.addWidget(self.asbestos)
        self.asbestos.hide()
        self._units_place = QVBoxLayout()
        column.addLayout(self._units_place)
        self._units: QWidget | None = None
        self.read()

    def read(self) -> None:
        """Read the sites."""
        ctx, customer = self._ctx, self._customer
        self._reader.read(lambda: ctx.office.jobs.sites(ctx.actor, customer)).then(self._show_sites)

    @property
    def site(self) -> str:
        """The chosen site's record id, or empty."""
        return self.sites.currentData() or ""

    def units(self) -> tuple[JobUnit, ...]:
        """The units with what is done to them."""
        site, parts = self._site(), self._wanted_parts
        return tuple(
            JobUnit(unit.unit, parts[unit.unit])
            for unit in (site.units if site else ())
            if unit.unit in parts
        )

    def _site(self) -> SiteView | None:
        return next((one for one in self._sites if one.site == self.site), None)

    def new_site(self) -> None:
        """Add a site to the requester and choose it."""
        self._ctx.rooms.add_site(self._customer, self._take_site)

    def use_own_address(self) -> None:
        """Make the requester's own address a site, without showing it."""
        ctx, customer = self._ctx, self._customer
        background.ask(self, lambda: ctx.office.jobs.add_site_at_customer(ctx.actor, customer)).then(
            self._take_site
        )

    def _take_site(self, site: str) -> None:
        self._wanted_site = site
        self.read()

    def _new_unit(self) -> None:
        self._ctx.rooms.add_units(self.site, self._customer, self._take_units)

    def _take_units(self, units: tuple[str, ...]) -> None:
        self._wanted_site = self.site
        self._wanted_parts = {one.unit: one.part for one in self.units()}
        self._wanted_parts |= dict.fromkeys(units, UnitPart.INSTALL)
        self.read()

    def _show_sites(self, sites: tuple[SiteView, ...]) -> None:
        self._sites = sites
        self.sites.blockSignals(True)
        self.sites.clear()
        for site in sites:
            self.sites.addItem(site.title, site.site)
        self.sites.setCurrentIndex(max(0, self.sites.findData(self._wanted_site)) if sites else -1)
        self.sites.blockSignals(False)
        self._show_units()

    def _show_units(self) -> None:
        if self._units is not None:
            self._units.deleteLater()
        self._units = QWidget()
        column = QVBoxLayout(self._units)
        column.setContentsMargins(0, 0, 0, 0)
        site = self._site()
        today = self._ctx.today()
        self.asbestos.setVisible(site is not None and asbestos_survey_needed(site.building_started_on, today))
        if site is not None:
            if site.units:
                which = self.tr(
                    "Choose what is done to the units of this job. The others stay “not concerned”."
                )
                column.addWidget(label(which, "muted", wrap=True))
            column.addWidget(self._unit_rows(site))
            add = button(self.tr("Add a unit"), self._new_unit, kind="link", icon="plus")
            column.addWidget(add, 0, Qt.AlignmentFlag.AlignLeft)
        else:
            first = self.tr("Add a site first: the place where the work is done.")
            column.addWidget(label(first, "muted"))
            own = button(
                self.tr("Use the customer's address"), self.use_own_address, kind="link", icon="map-pin"
            )
            column.addWidget(own, 0, Qt.AlignmentFlag.AlignLeft)
        self._units_place.addWidget(self._units)
        self.edited.emit()

    def _unit_rows(self, site: SiteView) -> QWidget:
        """The units; those that the job is about stay in sight whatever is filtered."""
        return FilteredRows(
            self.tr("Room, maker, model or serial number"),
            site.units,
            lambda unit: f"{unit_text(unit.record)} {unit.record.serial}",
            self._unit_row,
            none=no_units(),
            pinned=lambda unit: unit.unit in self._wanted_parts,
        )

    def _unit_row(self, unit: UnitView) -> QWidget:
        made = QWidget()
        row = QHBoxLayout(made)
        row.setContentsMargins(0, 0, 0, 0)
        text = unit_text(unit.record)
        part = QComboBox()
        part.setAccessibleName(self.tr("Unit: {unit}").format(unit=text))
        part.addItem(self.tr("not concerned"), "")
        for one in UnitPart:
            part.addItem(self._ctx.words(UNIT_PART_NAMES[one]), one.value)
        chosen = self._wanted_parts.get(unit.unit)
        part.setCurrentIndex(part.findData(chosen.value) if chosen else 0)
        part.currentIndexChanged.connect(lambda _number: self._choose(unit.unit, part.currentData()))
        row.addWidget(label(text, wrap=True), 1)
        row.addWidget(part)
        return made

    def _choose(self, unit: str, part: str) -> None:
        if part:
            self._wanted_parts[unit] = UnitPart(part)
        else:
            self._wanted_parts.pop(unit, None)
        self.edited.emit()

    def chosen(self) -> tuple[str, dict[str, UnitPart]]:
        """The site and the units by record ids, also while their names are not read yet."""
        if not self._sites:
            return self._wanted_site, dict(self._wanted_parts)
        return self.site, {one.unit: one.part for one in self.units()}

    def site_name(self, site: str) -> str:
        """What the form calls a site."""
        return next((one.title for one in self._sites if one.site == site), "?")

    def unit_name(self, unit: str, part: str) -> str:
        """What the form calls a unit, with what is done to it."""
        known = (one for site in self._sites for one in site.units if one.unit == unit)
        name = next((unit_text(one.record) for one in known), "?")
        return f"{name}  {self._ctx.words(UNIT_PART_NAMES[UnitPart(part)])}"

    def typed(self) -> dict[str, object]:
        """What was chosen, for a draft; empty while nothing differs."""
        if not self._sites:  # not read yet: nobody chose that there is none
            return {}
        now = (self.site, {one.unit: one.part for one in self.units()})
        if now == self._before or not self._before[0]:
            return {}
        return {"site": now[0], "units": {unit: part.value for unit, part in now[1].items()}}

    def fill(self, typed: dict[str, object]) -> None:
        """Put a draft back."""
        if typed:
            self._wanted_site = str(typed["site"])
            units = typed["units"]
            assert isinstance(units, dict)
            self._wanted_parts = {unit: UnitPart(part) for unit, part in units.items()}
            self.read()
