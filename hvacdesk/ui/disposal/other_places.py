"""A line that says whether other records hold data of a batch's customers, and the button of the list."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hvacdesk.domain.disposal.place_decisions import PlaceDecision, PlaceToDecide
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.disposal.places_dialog import PlacesDialog
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.busy import Busy
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.text import label


class OtherPlaces(QWidget):
    """A line; with places, a button beside it.

    Signals:
        settled(bool): everything was looked at; whether nothing is left to decide.
    """

    settled = Signal(bool)

    def __init__(self, context: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._reader = background.Reader(self)
        self._batch = ""
        self._places: tuple[PlaceToDecide, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        self.text = label("", wrap=True)
        self.open_button = button(self.tr("Other places…"), self.open, parent=self)
        self.open_button.hide()
        column.addWidget(FlowRow([self.text], at_end=[self.open_button], fills=self.text))
        self._busy = Busy(self.tr("Searching all other records for these customers"), cancellable=False)
        column.addWidget(self._busy)

    def look(self, batch: str) -> None:
        """Search for the places of a batch."""
        self._batch, self._places = batch, ()
        self.text.setText("")
        self.open_button.hide()
        office, actor = self._context.office, self._context.actor
        self._reader.read(lambda: office.disposal.places.look(actor, batch)).with_busy(self._busy).then(
            self._show
        )

    @property
    def shown(self) -> tuple[PlaceToDecide, ...]:
        """The places as they are shown, with what was decided: this is what is approved."""
        return self._places

    def open(self) -> None:
        """Show the list to decide about."""
        dialog = PlacesDialog(self._context, self._batch, self._places, self.window())
        dialog.decided.connect(self._show)
        dialog.open()

    def _show(self, places: tuple[PlaceToDecide, ...]) -> None:
        self._places = places
        self.open_button.setVisible(bool(places))
        left = sum(one.decision is None for one in places)
        self.text.setText(self._said(places, left))
        self.settled.emit(not left)

    def _said(self, places: tuple[PlaceToDecide, ...], left: int) -> str:
        if not places:
            return self.tr("Nothing of these customers stands in other records.")
        found = self.tr(
            "Something of these customers stands in %n place(s) of other records.", None, len(places)
        )
        if left:
            return f"{found} " + self.tr("Decide about %n of them before the approval.", None, left)
        counts = Counter(one.decision for one in places)
        done = self.tr("Decided: {keep} kept, {clean} blacked out, {take} destroyed as well.")
        return f"{found} " + done.format(
            keep=f"{counts[PlaceDecision.KEEP]:,}",
            clean=f"{counts[PlaceDecision.CLEAN]:,}",
            take=f"{counts[PlaceDecision.TAKE]:,}",
        )
