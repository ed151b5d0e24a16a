"""What happened: the facts, and the texts that the person responsible writes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from hvacdesk.domain.incidents import PART_NAMES, Incident, Part
from hvacdesk.domain.leak_rules import KIND_NAMES
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.leaks.forms import FactsForm, TextForm
from hvacdesk.ui.leaks.tab import IncidentTab
from hvacdesk.ui.leaks.wording import happened_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.text import label


class FactsTab(IncidentTab):
    """The first tab."""

    def __init__(self, ctx: DeskContext) -> None:
        super().__init__(ctx)
        column = self.scrolled()
        card = Card(self.tr("Facts"))
        self.change_button = button(self.tr("Change"), self.change, kind="link")
        card.head.addWidget(self.change_button)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(theme.px(14))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(1, 1)
        card.body.addLayout(self._grid)
        self._values: dict[str, QLabel] = {}
        for key, name in (
            ("kind", self.tr("Kind")),
            ("known", self.tr("Known since")),
            ("happened", self.tr("Happened")),
            ("paper", self.tr("Paper")),
            ("found", self.tr("Found again")),
            ("account", self.tr("Login")),
            ("batch", self.tr("Disposal")),
            ("reported", self.tr("Reported by")),
        ):
            self._add(key, name)
        column.addWidget(card)
        self.texts: dict[Part, QLabel] = {}
        self.write_buttons: dict[Part, QPushButton] = {}
        texts = Card(self.tr("In words"))
        for part in Part:
            self._add_text(texts, part)
        column.addWidget(texts)
        column.addStretch(1)

    def fill(self, incident: Incident) -> None:
        facts = incident.facts
        for key, text in (
            ("kind", self.ctx.words(KIND_NAMES[facts.kind])),
            ("known", facts.known_on),
            ("happened", happened_text(incident)),
            ("paper", incident.paper_number),
            ("found", incident.found_on),
            ("account", incident.account_name),
            ("batch", incident.batch_number),
            ("reported", incident.reported_by),
        ):
            self._values[key].setText(text or "–")
        for part, shown in self.texts.items():
            shown.setText(incident.texts.get(part) or "–")
        self.change_button.setVisible(not incident.closed)
        for one in self.write_buttons.values():
            one.setVisible(not incident.closed)

    def change(self) -> None:
        """Put the facts right."""
        ctx = self.ctx

        def read(_progress: background.Progress) -> tuple[tuple[tuple[str, str], ...], ...]:
            staff = tuple((one.account, one.name) for one in ctx.office.accounts.list(ctx.actor))
            return staff, ctx.office.incidents.batches(ctx.actor)

        if self.incident is not None:
            incident = self.incident
            background.run(self, read, lambda found: self.ask(FactsForm(ctx, incident, *found)))

    def write(self, part: Part) -> None:
        """Write one of the texts."""
        if self.incident is not None and self.writable:
            self.ask(TextForm(self.ctx, self.incident, part))

    def _add(self, key: str, name: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(name, "muted"), row, 0)
        self._values[key] = label("–", "body", wrap=True)
        self._grid.addWidget(self._values[key], row, 1)

    def _add_text(self, card: Card, part: Part) -> None:
        name = self.ctx.words(PART_NAMES[part])
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(name, "label"), 0, 0)
        self.write_buttons[part] = button(
            self.tr("Write"),
            partial(self.write, part),
            kind="link",
            name=self.tr("Write: {part}").format(part=name),
        )
        grid.addWidget(self.write_buttons[part], 0, 1)
        self.texts[part] = label("–", "body", wrap=True)
        grid.addWidget(self.texts[part], 1, 0, 1, 2)
        card.body.addLayout(grid)
