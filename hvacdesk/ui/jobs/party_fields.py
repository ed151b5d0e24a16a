"""Who plays which part in a job: requester, resident, building manager, payer."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from hvacdesk.domain.customers import CustomerRow
from hvacdesk.domain.jobs import PARTY_NAMES, Party
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.customers.finder import CustomerFinder
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.text import label


class PartyFields(QWidget):
    """One line a part. The requester is given; the others are the requester unless somebody else is chosen.

    Signals:
        edited(): a part was given to somebody else.
    """

    edited = Signal()

    def __init__(
        self, ctx: DeskContext, parties: dict[Party, tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        """``parties``: record id and shown name of those who are set."""
        super().__init__(parent)
        self._ctx = ctx
        self._before = dict(parties)
        self._set = dict(parties)
        self._names: dict[Party, QLabel] = {}
        self._clear: dict[Party, QPushButton] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(12))
        grid.setVerticalSpacing(theme.px(4))
        grid.setColumnStretch(1, 1)
        for row, party in enumerate(Party):
            name = ctx.words(PARTY_NAMES[party])
            self._names[party] = label("", wrap=True)
            grid.addWidget(label(name, "label"), row, 0)
            grid.addWidget(self._names[party], row, 1)
            if party is Party.REQUESTER:
                continue
            choose = button(self.tr("Choose"), partial(self.choose, party), kind="link", icon="search")
            choose.setAccessibleName(self.tr("Choose: {part}").format(part=name))
            self._clear[party] = button(
                "",
                partial(self._drop, party),
                kind="icon",
                icon="x",
                name=self.tr("Remove: {part}").format(part=name),
            )
            grid.addWidget(choose, row, 2)
            grid.addWidget(self._clear[party], row, 3)
        self._show()

    def parties(self) -> dict[Party, str]:
        """Record ids by part."""
        return {party: customer for party, (customer, _name) in self._set.items()}

    def typed(self) -> dict[str, list[str]]:
        """What was chosen, for a draft."""
        return (
            {party.value: list(one) for party, one in self._set.items()} if self._set != self._before else {}
        )

    def fill(self, typed: dict[str, list[str]]) -> None:
        """Put a draft back."""
        self._set |= {Party(party): (one[0], one[1]) for party, one in typed.items()}
        self._show()

    def choose(self, party: Party) -> None:
        """Search somebody for a part."""
        finder = CustomerFinder(self._ctx, self._ctx.words(PARTY_NAMES[party]), self)
        finder.chosen.connect(lambda row: self._take(party, row))
        finder.open()

    def _take(self, party: Party, row: CustomerRow) -> None:
        self._set[party] = (row.customer, f"{row.name.text}  {row.number}")
        self._show()
        self.edited.emit()

    def _drop(self, party: Party) -> None:
        self._set.pop(party, None)
        self._show()
        self.edited.emit()

    def _show(self) -> None:
        same = self.tr("same as the requester")
        for party, shown in self._names.items():
            known = self._set.get(party)
            text = known[1] if known else (self.tr("none") if party is Party.BUILDING_MANAGER else same)
            shown.setText(text)
            if party in self._clear:
                self._clear[party].setVisible(known is not None)
