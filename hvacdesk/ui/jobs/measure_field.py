"""A field for one measured value: its unit in the name, a word of doubt as soon as it is typed."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QLineEdit

from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs.quantities import MEASURES, Quantity, check_possible, is_usual, read_number, shown
from hvacdesk.ui.language import words
from hvacdesk.ui.widgets.form import FormField
from hvacdesk.ui.widgets.text import label


class MeasureField(FormField):
    """Numbers of any width, with a decimal comma or the unit.

    Signals:
        value_changed(): the field now holds another number, or none.
    """

    value_changed = Signal()

    def __init__(self, quantity: Quantity, unit: str, value: float | None) -> None:
        self.quantity = quantity
        self.edit = QLineEdit(shown(value))
        measure = MEASURES[quantity]
        name = QCoreApplication.translate("MeasureField", "{name} ({unit})").format(
            name=words(measure.name), unit=measure.unit_name(words)
        )
        super().__init__(name, self.edit)
        self.label.setWordWrap(True)
        self._part = f"{unit}.{quantity.value}"
        self.edit.setToolTip(self._usually())
        self.doubt = label("", wrap=True, tone="warn")
        self.doubt.hide()
        layout = self.layout()
        if layout is not None:
            layout.addWidget(self.doubt)
        self.edit.textChanged.connect(lambda _text: self._judge())
        self._judge()

    @property
    def key(self) -> str:
        """The field's key in its form, under which errors find it."""
        return f"measured.{self._part}"

    def value(self) -> float | None:
        """The number. Raises :class:`InvalidInput` for text, or a number that cannot be right."""
        number = read_number(self.edit.text(), MEASURES[self.quantity], part=self._part)
        if number is not None:
            check_possible(self.quantity, number, part=self._part)
        return number

    def number(self) -> float | None:
        """The number, or None while there is none that could be right."""
        try:
            return self.value()
        except InvalidInput:
            return None

    def say(self, text: str) -> None:
        """Show a doubt under the field, or none."""
        self.doubt.setText(text)
        self.doubt.setVisible(bool(text))
        self.edit.setAccessibleDescription(text)

    def _judge(self) -> None:
        number = self.number()
        self.say(self._usually() if number is not None and not is_usual(self.quantity, number) else "")
        self.value_changed.emit()

    def _usually(self) -> str:
        lowest, highest = MEASURES[self.quantity].usual
        return self.tr("Usually {lowest} to {highest}").format(lowest=shown(lowest), highest=shown(highest))
