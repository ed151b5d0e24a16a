"""The lines of an estimate as rows to type into."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from hvacdesk.domain.billing.estimates import EstimateLineRecord, as_discount
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.text import label

FIRST_ROW = 1


class _LineRow:
    """The fields of one line."""

    def __init__(self, line: EstimateLineRecord) -> None:
        self.before = line
        self.label = QLineEdit(line.label)
        self.quantity = QLineEdit(f"{line.quantity:g}")
        self.unit = QLineEdit(line.unit)
        self.yen = QLineEdit(f"{line.yen:,}")
        self.amount: QLabel = label(yen(line.amount))
        for number in (self.quantity, self.yen, self.amount):
            number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @property
    def edits(self) -> tuple[QLineEdit, ...]:
        return self.label, self.quantity, self.unit, self.yen

    def show_sign(self) -> None:
        """Write the minus of a discount whose price was typed without one."""
        with suppress(InvalidInput):
            price = self.line().yen
            if price < 0 and self.yen.text().strip()[:1] not in ("-", "−"):
                self.yen.setText(f"{price:,}")

    def line(self) -> EstimateLineRecord:
        """Raises :class:`InvalidInput` for what is no number."""
        quantity = number_of(self.quantity.text(), float, "lines")
        price = number_of(self.yen.text().replace("−", "-"), int, "lines")
        typed = replace(
            self.before,
            label=self.label.text().strip(),
            quantity=1.0 if quantity is None else quantity,
            unit=self.unit.text().strip(),
            yen=price or 0,
        )
        return as_discount(typed)


class LineRows(QWidget):
    """Rows of name, quantity, unit, price and amount; each can be removed.

    Signals:
        edited(): something was typed, added or removed.
    """

    edited = Signal()

    def __init__(self, lines: Sequence[EstimateLineRecord], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: list[_LineRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(0, 1)
        self.set_lines(lines)

    def set_lines(self, lines: Sequence[EstimateLineRecord]) -> None:
        """Show other lines."""
        self.rows = [_LineRow(line) for line in lines]
        self._lay_out()

    def add(self, line: EstimateLineRecord) -> None:
        """Add a line at the end and move the keyboard there."""
        self.set_lines([*self._as_typed(), line])
        self.rows[-1].label.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def lines(self) -> tuple[EstimateLineRecord, ...]:
        """The lines as they are typed. Raises :class:`InvalidInput`."""
        return tuple(row.line() for row in self.rows)

    def texts(self) -> list[list[str]]:
        """What the fields hold, for a draft."""
        return [[edit.text() for edit in row.edits] for row in self.rows]

    def fill(self, texts: Sequence[Sequence[str]]) -> None:
        """Put a draft back."""
        self.set_lines([EstimateLineRecord("", 1.0, "", 0) for _row in texts])
        for row, typed in zip(self.rows, texts, strict=True):
            for edit, text in zip(row.edits, typed, strict=False):
                edit.setText(text)
        self._show_amounts()

    def _as_typed(self) -> list[EstimateLineRecord]:
        return [_line_or_before(row) for row in self.rows]

    def _remove(self, row: _LineRow) -> None:
        self.set_lines([_line_or_before(one) for one in self.rows if one is not row])
        self.edited.emit()

    def _lay_out(self) -> None:
        clear(self._grid)
        heads = (
            self.tr("Item"),
            self.tr("Quantity"),
            self.tr("Unit"),
            self.tr("Price (yen)"),
            self.tr("Amount"),
        )
        for column, head in enumerate(heads):
            self._grid.addWidget(label(head, "label"), 0, column)
        for number, row in enumerate(self.rows, FIRST_ROW):
            self._add_row(number, row, heads)

    def _add_row(self, number: int, row: _LineRow, heads: Sequence[str]) -> None:
        for edit, least, most in ((row.quantity, 46, 70), (row.unit, 46, 70), (row.yen, 72, 110)):
            edit.setMinimumWidth(theme.px(least))
            edit.setMaximumWidth(theme.px(most))
        for column, (edit, head) in enumerate(zip(row.edits, heads, strict=False)):
            edit.setAccessibleName(self.tr("{column}, line {number}").format(column=head, number=number))
            edit.textEdited.connect(lambda _text: self._typed())
            edit.editingFinished.connect(row.show_sign)
            self._grid.addWidget(edit, number, column)
        self._grid.addWidget(row.amount, number, len(row.edits))
        name = self.tr("Remove line {number}").format(number=number)
        remove = button("", lambda: self._remove(row), kind="icon", icon="x", name=name, beside=True)
        self._grid.addWidget(remove, number, len(row.edits) + 1)

    def _typed(self) -> None:
        self._show_amounts()
        self.edited.emit()

    def _show_amounts(self) -> None:
        for row in self.rows:
            row.amount.setText(yen(_line_or_before(row).amount))


def _line_or_before(row: _LineRow) -> EstimateLineRecord:
    try:
        return row.line()
    except InvalidInput:
        return row.before
