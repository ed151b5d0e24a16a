"""The places in other records that hold data of a batch's customers, each to be decided about."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from hvacdesk.domain.disposal.place_decisions import (
    KEEP_REASON_NAMES,
    PLACE_DECISION_NAMES,
    KeepReason,
    PlaceDecision,
    PlaceToDecide,
)
from hvacdesk.domain.disposal.remnants import PLACE_NAMES, VALUE_KIND_NAMES
from hvacdesk.domain.oversight.audit_log import RevealReason
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.reveal import Revealer
from hvacdesk.ui.palette import Tone
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.chip import ChipValue
from hvacdesk.ui.widgets.choices import code_choice
from hvacdesk.ui.widgets.data_table import Column, DataTable
from hvacdesk.ui.widgets.dialog import Dialog
from hvacdesk.ui.widgets.flow_row import FlowRow
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.named_rows import names_nobody
from hvacdesk.ui.widgets.text import label

WIDTH = 900
"""In design pixels."""

_TONES = {
    PlaceDecision.KEEP: Tone.WARN,
    PlaceDecision.CLEAN: Tone.GOOD,
    PlaceDecision.TAKE: Tone.GOOD,
}


class PlacesDialog(Dialog):
    """A list with a decision for each line; each is stored with the batch at once.

    Signals:
        decided(places): a decision was made; these are all the places as they are now.
    """

    decided = Signal(object)

    def __init__(
        self, context: DeskContext, batch: str, places: Sequence[PlaceToDecide], parent: QWidget | None = None
    ) -> None:
        super().__init__(QCoreApplication.translate("PlacesDialog", "Other places"), parent, width=WIDTH)
        self._context = context
        self._batch = batch
        self._places = tuple(places)
        self._revealer = Revealer(context, self, RevealReason.CORRECTION)
        self.add_text(
            self.tr(
                "Here a name, number or address of customers who go stands outside their own records. "
                "Black it out, let the record go as well, or keep it with a reason: what is kept stands on "
                "the certificate as an exception, without a name. Nothing is changed before the destruction."
            )
        )
        self.table = self._table()
        self.body.addWidget(self.table, 1)
        self.text = label("", wrap=True)
        self.text.setMinimumHeight(theme.px(44))
        self.body.addWidget(self.text)
        self.reason = code_choice(context.words, KEEP_REASON_NAMES)
        self.body.addWidget(FormField(self.tr("Reason for keeping"), self.reason))
        self.body.addWidget(self._actions())
        self.set_primary(self.tr("Close"))
        self.table.set_rows(self._places)
        self.table.select_first()

    def form_button(self) -> None:
        """Nothing is filled in here: each decision counts when it is made."""

    def _table(self) -> DataTable:
        words = self._context.words
        table = DataTable(self.tr("Places to decide about"), record="ref")
        table.set_columns(
            [
                Column(
                    "place",
                    self.tr("Where"),
                    width=240,
                    stretch=1,
                    value=lambda one: words(PLACE_NAMES[one.place]),
                ),
                Column("customer", self.tr("Customer"), width=96, kind="muted", wide_only=True),
                Column("kinds", self.tr("What stands there"), width=190, value=self._kinds),
                Column("decision", self.tr("Decision"), width=170, kind="chip", value=self._decision),
            ]
        )
        table.keep_columns(self._context.columns, "disposal_places", names_nobody)
        table.setMinimumHeight(theme.px(190))
        table.current_changed.connect(self._enable)
        table.activated_row.connect(lambda _row: self._ask_text())
        table.offer(
            lambda: (self.clean_button, self.take_button, self.keep_button), opening=self.tr("Show the text")
        )
        return table

    def _actions(self) -> FlowRow:
        self.clean_button = button(self.tr("Black out"), partial(self._decide_current, PlaceDecision.CLEAN))
        self.take_button = button(
            self.tr("Destroy as well"), partial(self._decide_current, PlaceDecision.TAKE)
        )
        self.keep_button = button(
            self.tr("Keep with this reason"), partial(self._decide_current, PlaceDecision.KEEP)
        )
        self.text_button = button(self.tr("Show the text"), self._ask_text, kind="link", icon="eye")
        self.all_button = button(self.tr("All undecided…"), self._offer_all, icon="ellipsis")
        own = (self.clean_button, self.take_button, self.keep_button, self.text_button)
        return FlowRow(own, at_end=(self.all_button,))

    def _enable(self, row: object) -> None:
        chosen = row if isinstance(row, PlaceToDecide) else None
        may = chosen.may if chosen else frozenset()
        self.clean_button.setEnabled(PlaceDecision.CLEAN in may)
        self.take_button.setEnabled(PlaceDecision.TAKE in may)
        self.keep_button.setEnabled(PlaceDecision.KEEP in may)
        self.text_button.setEnabled(chosen is not None and chosen.readable)
        self.all_button.setEnabled(any(one.decision is None for one in self._places))
        self.text.setText(self._about(chosen))

    def _about(self, chosen: PlaceToDecide | None) -> str:
        """What is said of the marked place while its text is hidden."""
        if chosen is None:
            return ""
        if chosen.combined:
            return self.tr("A name stands beside a way to reach the same person.")
        if not chosen.readable:
            return self.tr("Its text is not shown to you.")
        return self.tr("The text is hidden. “Show the text” asks why and is noted in the log.")

    def _kinds(self, one: PlaceToDecide) -> str:
        return self.tr(", ").join(self._context.words(VALUE_KIND_NAMES[kind]) for kind in one.kinds)

    def _decision(self, one: PlaceToDecide) -> ChipValue:
        words = self._context.words
        if one.decision is None:
            return ChipValue(self.tr("To decide"), Tone.INFO)
        if one.reason is not None:
            return ChipValue(words(KEEP_REASON_NAMES[one.reason]), _TONES[one.decision])
        return ChipValue(words(PLACE_DECISION_NAMES[one.decision]), _TONES[one.decision])

    def _decide_current(self, decision: PlaceDecision) -> None:
        row = self.table.current()
        if isinstance(row, PlaceToDecide):
            self._decide([row], decision)

    def _offer_all(self) -> None:
        """What may be decided about everything that is undecided."""
        menu = QMenu(self)
        menu.setAccessibleName(self.tr("All undecided…"))
        for decision in PlaceDecision:
            places = self._undecided(decision)
            action = menu.addAction(
                self._all_text(decision, len(places)), partial(self._decide, places, decision)
            )
            action.setEnabled(bool(places))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.all_button.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _undecided(self, decision: PlaceDecision) -> list[PlaceToDecide]:
        return [one for one in self._places if one.decision is None and decision in one.may]

    def _all_text(self, decision: PlaceDecision, count: int) -> str:
        match decision:
            case PlaceDecision.KEEP:
                return self.tr("Keep all %n undecided with this reason", None, count)
            case PlaceDecision.CLEAN:
                return self.tr("Black out all %n undecided where that is possible", None, count)
            case _:
                return self.tr("Destroy all %n undecided records that may go as well", None, count)

    def _decide(self, places: Sequence[PlaceToDecide], decision: PlaceDecision) -> None:
        office, actor, batch = self._context.office, self._context.actor, self._batch
        reason = KeepReason(self.reason.currentData()) if decision is PlaceDecision.KEEP else None
        refs = [one.ref for one in places]
        background.ask(
            self, lambda: office.disposal.places.decide(actor, batch, refs, decision, reason)
        ).then(self._decided)

    def _decided(self, changed: tuple[PlaceToDecide, ...]) -> None:
        """Show the decision, and go on to the next line without one."""
        new = {one.ref: one for one in changed}
        self._places = tuple(new.get(one.ref, one) for one in self._places)
        chosen = next((one.ref for one in self._places if one.decision is None), next(iter(new)))
        self.table.set_rows(self._places, keep=lambda one: one.ref == chosen)
        self._enable(self.table.current())
        self.decided.emit(self._places)

    def _ask_text(self) -> None:
        row = self.table.current()
        if not isinstance(row, PlaceToDecide) or not row.readable:
            return
        office, actor, batch = self._context.office, self._context.actor, self._batch
        blacked = self.tr("Blacked out: {text}")

        def fetch(reason: RevealReason) -> str:
            texts = office.disposal.places.text(actor, batch, row.ref, reason)
            left = [blacked.format(text=one) for one in texts.blacked_out]
            return "\n".join((*texts.now, *left))

        def show(text: str) -> None:
            if self.table.current() is row:
                self.text.setText(text)

        self._revealer.ask(self.text_button, fetch, show)
