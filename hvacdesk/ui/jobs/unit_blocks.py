"""The units of the results form: a few under each other, many one at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from hvacdesk.domain.jobs.results import UnitResultRecord
from hvacdesk.services.jobs.results import ResultsSheet
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.jobs.unit_block import UnitBlock
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.text import label, rule
from hvacdesk.ui.wording.units import unit_text

TOGETHER = 6
"""More units than this are shown one at a time, and only those that are looked at are built."""


class UnitBlocks(QWidget):
    """Every unit with something to write in, in the order of the printed sheet.

    Attributes:
        blocks: those that are built, by the unit's record id.

    Signals:
        built(block): a unit is shown for the first time.
    """

    built = Signal(object)

    def __init__(self, ctx: DeskContext, form: Form, sheet: ResultsSheet) -> None:
        super().__init__()
        self._ctx = ctx
        self._form = form
        self._results = sheet.results
        self._units = {unit.unit: unit for unit in sheet.units if unit.measured or unit.recovers}
        self.blocks: dict[str, UnitBlock] = {}
        self.choice: QComboBox | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(12))
        if not self._units:
            text = self.tr(
                "No unit is chosen in this job, so there is nothing to measure. “Change booking” chooses "
                "them, under “Site and units”."
            )
            self._column.addWidget(label(text, "muted", wrap=True))
        elif len(self._units) > TOGETHER:
            self._one_at_a_time()
        else:
            for number, unit in enumerate(self._units):
                if number:
                    self._column.addWidget(rule())
                self._column.addWidget(self._block(unit))

    def _one_at_a_time(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self.choice = QComboBox()
        self.choice.setAccessibleName(self.tr("Unit"))
        self.choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, unit in self._units.items():
            self.choice.addItem(f"{unit.number}. {unit_text(unit.record)}", key)
        row.addWidget(label(self.tr("%n unit(s)", "", len(self._units)), "label"))
        row.addWidget(self.choice, 1)
        row.addWidget(button(self.tr("Next unit"), self.next, icon="chevron-right"))
        self._column.addLayout(row)
        self._stack = QStackedWidget()
        self._column.addWidget(self._stack)
        self.choice.currentIndexChanged.connect(lambda _number: self._show_chosen())
        self._show_chosen()

    def _show_chosen(self) -> None:
        if self.choice is not None:
            self._stack.setCurrentWidget(self._block(self.choice.currentData()))

    def _block(self, unit: str) -> UnitBlock:
        """The unit's block, built when it is asked for first."""
        if unit not in self.blocks:
            block = UnitBlock(self._ctx, self._form, self._units[unit], self._results.of(unit))
            self.blocks[unit] = block
            if self.choice is not None:
                self._stack.addWidget(block)
            self.built.emit(block)
        return self.blocks[unit]

    def show_unit(self, unit: str) -> None:
        """Bring a unit to the front; one that is not in the sheet changes nothing."""
        if unit in self._units:
            self._block(unit)
            if self.choice is not None:
                self.choice.setCurrentIndex(self.choice.findData(unit))

    def next(self) -> None:
        """Go on to the next unit and its first field; from the last one stay."""
        if self.choice is not None and self.choice.currentIndex() + 1 < self.choice.count():
            self.choice.setCurrentIndex(self.choice.currentIndex() + 1)
            next(iter(self._block(self.choice.currentData()).fields.values())).edit.setFocus()

    def ends_unit(self, field: QWidget | None) -> bool:
        """Whether Enter in this field goes on to another unit instead of the next field on the screen."""
        if self.choice is None or self.choice.currentIndex() + 1 == self.choice.count():
            return False
        return field is self._block(self.choice.currentData()).text

    def results(self) -> tuple[UnitResultRecord, ...]:
        """What the fields hold; for units that nobody looked at, what was stored.

        Raises :class:`~hvacdesk.domain.errors.InvalidInput` for what cannot be right.
        """
        return tuple(
            self.blocks[unit].result() if unit in self.blocks else self._results.of(unit)
            for unit in self._units
        )
