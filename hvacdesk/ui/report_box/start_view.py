"""The report box before the login: what it is, what it protects from and what not, and the ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from hvacdesk.domain.report_box.report_box_rules import LAW, PROMISES
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.card import Card
from hvacdesk.ui.widgets.entry_view import EntryView
from hvacdesk.ui.widgets.text import label, points
from hvacdesk.ui.widgets.warning_box import WarningBox

if TYPE_CHECKING:
    from hvacdesk.domain.report_box.report_box_rules import BoxRules


class ReportStartView(EntryView):
    """The same for everybody, no matter who is chosen in the list of names behind it.

    Signals:
        write_wanted(), return_wanted(), protection_wanted(): the ways on.
        left(): back to the login.
    """

    write_wanted = Signal()
    return_wanted = Signal()
    protection_wanted = Signal()
    left = Signal()
    widest = 560

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(
            self.tr("Report box"),
            self.tr("Questions and reports in confidence. You need no login and no name."),
        )
        self.body.addWidget(self._kept())
        self.body.addWidget(
            WarningBox(
                self.tr(
                    "In a small office, your words or what only you know may tell who you are, and somebody "
                    "may see you at this computer: those you choose can learn the same day that a report "
                    "came. Who looks after the computer sees that the program ran. "
                    "If that is too near, use the paper form, which lies where the person responsible put it "
                    "out, or a desk outside the office."
                )
            )
        )
        self.protection_button = button(
            self.tr("What protects you, and desks outside the office"),
            self.protection_wanted.emit,
            kind="link",
        )
        self.body.addWidget(self.protection_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.return_button = self.add_link(self.tr("I have a receipt number"), self.return_wanted.emit)
        primary = self.set_primary(self.tr("Write"), self.write_wanted.emit)
        self.add_back(self.tr("Back"), self.left.emit)
        self.setFocusProxy(primary)

    def _kept(self) -> Card:
        card = Card(self.tr("What is kept"))
        points(
            card.body,
            self.tr("Nothing of who you are, which computer this is, or what time it is: only the week."),
            self.tr(
                "What you write is sealed to the people you choose. Nobody else can open it, not even "
                "another person responsible."
            ),
            self.tr("No log, draft or table tells that a report exists."),
        )
        return card


class ProtectionView(EntryView):
    """What the law says to both sides, and where else one can turn.

    Signals:
        left(): back.
    """

    left = Signal()
    widest = 560

    def __init__(self, rules: BoxRules, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.set_heading(self.tr("What protects you"))
        self.body.addWidget(self._promised())
        self.body.addWidget(self._outside(rules))
        self.add_back(self.tr("Back"), self.left.emit)

    def _promised(self) -> Card:
        card = Card(self.tr("What the law says"))
        points(card.body, *map(words, PROMISES))
        card.body.addWidget(label(words(LAW), "muted", wrap=True))
        return card

    def _outside(self, rules: BoxRules) -> Card:
        card = Card(self.tr("Desks outside the office"))
        for desk in rules.desks:
            name = "　".join(filter(None, (words(desk.name), desk.phone)))
            card.body.addWidget(label(name, "strong", wrap=True))
            card.body.addWidget(label(words(desk.about), "muted", wrap=True))
        return card
