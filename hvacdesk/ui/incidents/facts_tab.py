"""What happened: the facts, and the texts that the person responsible writes."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton

from hvacdesk.domain.incidents.incident_texts import LETTER_PARTS, PART_NAMES, IncidentPart
from hvacdesk.domain.incidents.incidents import IncidentDetail
from hvacdesk.domain.incidents.leak_rules import KIND_NAMES
from hvacdesk.domain.papers.register import KIND_NAMES as PAPER_KIND_NAMES
from hvacdesk.domain.papers.work_orders import PROFILE_NAMES
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.dates import day_span, day_text
from hvacdesk.ui.incidents.forms import FactsForm, TextForm
from hvacdesk.ui.incidents.paper_forms import NamePapersForm
from hvacdesk.ui.incidents.tab import IncidentTab
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.line_list import Line, LineAction, LineList
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.leaks import happened_text


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
            ("account", self.tr("Login")),
            ("batch", self.tr("Disposal")),
            ("reported", self.tr("Reported by")),
        ):
            self._add(key, name)
        column.addWidget(card)
        column.addWidget(self._papers_card())
        self.texts: dict[IncidentPart, QLabel] = {}
        self.write_buttons: dict[IncidentPart, QPushButton] = {}
        texts = Card(self.tr("In words"))
        texts.body.addWidget(
            label(
                self.tr(
                    "For inside and for the reports. What customers read is worded apart, under "
                    "“Letters to all”."
                ),
                "muted",
                wrap=True,
            )
        )
        for part in IncidentPart:
            if part in LETTER_PARTS:
                continue  # worded where the letters are made
            self._add_text(texts, part)
        column.addWidget(texts)
        column.addStretch(1)

    def fill(self, incident: IncidentDetail) -> None:
        facts = incident.facts
        for key, text in (
            ("kind", self.ctx.words(KIND_NAMES[facts.kind])),
            ("known", day_span(facts.known_on, "")),
            ("happened", happened_text(incident)),
            ("account", incident.account_name),
            ("batch", incident.batch_number),
            ("reported", incident.reported_by),
        ):
            self._values[key].setText(text or "–")
        self._show_papers(incident)
        for part, shown in self.texts.items():
            written = incident.texts.get(part)
            shown.setText(written or "–")
            self._name_button(part, written=bool(written))
        self.change_button.setVisible(not incident.closed)
        for one in self.write_buttons.values():
            one.setVisible(not incident.closed)

    def _papers_card(self) -> Card:
        card = Card(self.tr("Papers"))
        self.papers_button = button(self.tr("Name papers"), self.name_papers, kind="link", icon="plus")
        card.head.addWidget(self.papers_button)
        self.papers = LineList(self.tr("Papers"))
        card.body.addWidget(self.papers)
        self._no_papers = label(self.tr("None named."), "muted", wrap=True)
        card.body.addWidget(self._no_papers)
        return card

    def _show_papers(self, incident: IncidentDetail) -> None:
        words = self.ctx.words
        lines = []
        for paper in incident.papers:
            kind = words(PROFILE_NAMES[paper.profile] if paper.profile else PAPER_KIND_NAMES[paper.kind])
            found = (
                self.tr("Found again on {day}").format(day=day_text(paper.found_on)) if paper.found_on else ""
            )
            act = self.tr("Take it off")
            off = LineAction(act, partial(self.take_off, paper.paper), f"{act}: {paper.number}")
            lines.append(
                Line(
                    f"{paper.number}  {kind}",
                    tuple(filter(None, (found,))),
                    actions=() if incident.closed else (off,),
                )
            )
        self.papers.set_lines(lines)
        self.papers.setVisible(bool(lines))
        self._no_papers.setVisible(not lines)
        self.papers_button.setVisible(not incident.closed)

    def name_papers(self) -> None:
        """Say which other papers it is about."""
        if self.incident is not None and self.writable:
            NamePapersForm(self.ctx, self.incident).open()

    def take_off(self, paper: str) -> None:
        """Say that it is not about a paper after all."""
        ctx, incident = self.ctx, self.incident
        if incident is not None and self.writable:
            background.ask(
                self, lambda: ctx.office.incidents.take_paper_off(ctx.actor, incident.incident, paper)
            ).then(self._tell_of_new)

    def _tell_of_new(self, number: str) -> None:
        if number:
            said = self.tr("The register says that this paper is lost: incident {number} is about it now.")
            self.ctx.notify(said.format(number=number))

    def change(self) -> None:
        """Put the facts right."""
        ctx = self.ctx

        def read() -> tuple[tuple[tuple[str, str], ...], ...]:
            staff = tuple((one.account, one.name) for one in ctx.office.accounts.list(ctx.actor))
            return staff, ctx.office.incidents.batches(ctx.actor)

        if self.incident is not None:
            incident = self.incident
            background.ask(self, read).then(lambda found: FactsForm(ctx, incident, *found).open())

    def write(self, part: IncidentPart) -> None:
        """Write one of the texts."""
        if self.incident is not None and self.writable:
            TextForm(self.ctx, self.incident, part).open()

    def _add(self, key: str, name: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(name, "muted"), row, 0)
        self._values[key] = label("–", "body", wrap=True)
        self._grid.addWidget(self._values[key], row, 1)

    def _add_text(self, card: Card, part: IncidentPart) -> None:
        name = self.ctx.words(PART_NAMES[part])
        grid = QGridLayout()
        grid.setColumnStretch(0, 1)
        grid.addWidget(label(name, "label"), 0, 0)
        self.write_buttons[part] = button(
            "",
            partial(self.write, part),
            kind="link",
        )
        self._name_button(part, written=False)
        grid.addWidget(self.write_buttons[part], 0, 1)
        self.texts[part] = label("–", "body", wrap=True)
        grid.addWidget(self.texts[part], 1, 0, 1, 2)
        card.body.addLayout(grid)

    def _name_button(self, part: IncidentPart, *, written: bool) -> None:
        """A text that is there is changed, not written."""
        name = self.ctx.words(PART_NAMES[part])
        act, whole = self.tr("Reword"), self.tr("Reword: {part}")
        if not written:
            act, whole = self.tr("Write"), self.tr("Write: {part}")
        self.write_buttons[part].setText(act)
        self.write_buttons[part].setAccessibleName(whole.format(part=name))
