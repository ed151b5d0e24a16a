"""The lines of an estimate or invoice as rows to type into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import Any, TypeVar, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from hvacdesk.domain.billing.estimates import EstimateLineRecord
from hvacdesk.domain.billing.invoices import InvoiceLineRecord
from hvacdesk.domain.billing.prices import checked_line, lowered
from hvacdesk.domain.billing.tax import TAX_CLASS_NAMES, TaxClass
from hvacdesk.domain.errors import InvalidInput
from hvacdesk.domain.jobs.jobs import WorkItem
from hvacdesk.domain.text.wording import Words
from hvacdesk.ui.dates import day_text
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.choices import choose, code_choice
from hvacdesk.ui.widgets.layouts import clear
from hvacdesk.ui.widgets.money_field import money_field
from hvacdesk.ui.widgets.numbers import number_of, yen
from hvacdesk.ui.widgets.text import label, restyle

FIRST_ROW = 1

LARGE = 1.5
"""From this size of text on there is less room beside each other."""

_WIDTHS = ((46, 70), (46, 70), (122, 132), (122, 132))
"""Of quantity, unit, price and cost, from and to: a sum of tens of millions is seen whole."""

SUM = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter

T = TypeVar("T", int, float)

LineRecord = EstimateLineRecord | InvoiceLineRecord


class _LineRow:
    """The fields of one line; with the words of the classes of tax one to choose the line's."""

    def __init__(self, line: LineRecord, lowers: bool, words: Words | None) -> None:
        self._lowers = lowers
        self.before = line
        self.label = QLineEdit(line.label)
        self.label.setCursorPosition(0)  # else a narrow field shows the end of a long name
        self.quantity = QLineEdit(f"{line.quantity:g}")
        self.unit = QLineEdit(line.unit)
        self.yen = money_field(f"{line.yen:,}")
        self.amount: QLabel = label(yen(line.amount))
        for number in (self.quantity, self.amount):
            number.setAlignment(SUM)
        costs = line.costs if isinstance(line, EstimateLineRecord) else ()
        self.costs = tuple(money_field(f"{cost:,}" if cost else "") for cost in costs)
        self.tax = code_choice(words, TAX_CLASS_NAMES) if words else None
        if self.tax is not None and isinstance(line, InvoiceLineRecord):
            choose(self.tax, line.tax_class)

    @property
    def edits(self) -> tuple[QLineEdit, ...]:
        return self.label, self.quantity, self.unit, self.yen

    def show_sign(self) -> None:
        """Write the minus of a discount whose price was typed without one."""
        with suppress(InvalidInput):
            price = self.line().yen
            if price < 0 and self.yen.text().strip()[:1] not in ("-", "−"):
                self.yen.setText(f"{price:,}")

    def show_amount(self) -> None:
        """Show what the line comes to; a dash where something of it cannot be read as a number."""
        try:
            self.amount.setText(yen(self.line().amount))
        except InvalidInput:
            self.amount.setText("—")

    def texts(self) -> list[str]:
        """What the fields hold, and behind it what the line is about without a field for it."""
        edits = (*self.edits, *self.costs)
        typed = [*(edit.text() for edit in edits), *([self.tax.currentData()] if self.tax else [])]
        return [*typed, *(str(getattr(self.before, name) or "") for name in self._fieldless)]

    @property
    def _fieldless(self) -> tuple[str, ...]:
        return ("item", "on", "job") if isinstance(self.before, InvoiceLineRecord) else ("item",)

    def fill(self, texts: Sequence[str]) -> None:
        """Put back what the fields held."""
        edits = (*self.edits, *self.costs)
        for edit, text in zip(edits, texts, strict=False):
            edit.setText(text)
        self.label.setCursorPosition(0)
        rest = list(texts[len(edits) :])
        if self.tax is not None and rest:
            choose(self.tax, rest.pop(0))
        known: dict[str, Any] = dict(zip(self._fieldless, rest, strict=False))
        if item := known.pop("item", ""):
            known["item"] = WorkItem(item)
        self.before = replace(self.before, **known)

    def wrong(self) -> list[QLineEdit]:
        """The fields that no line can be stored with."""
        fine = EstimateLineRecord("1", 1.0, "", 0)
        tests: dict[QLineEdit, Callable[[], object]] = {
            self.label: lambda: _checked(replace(fine, label=self.label.text())),
            self.quantity: lambda: _checked(
                replace(fine, quantity=_number(self.quantity, float, 1.0, self.unit.text()))
            ),
            self.unit: lambda: _checked(replace(fine, unit=self.unit.text())),
        }
        for field in (self.yen, *self.costs):
            tests[field] = partial(_check_sum, fine, field)
        return [field for field, test in tests.items() if not _passes(test)]

    def costs_too_large(self) -> list[QLineEdit]:
        """The costs that are more than the line: each that is so alone, else those that are it together."""
        try:
            line = self.line()
        except InvalidInput:
            return []
        most = max(0, line.amount)
        if not isinstance(line, EstimateLineRecord) or sum(line.costs) <= most:
            return []
        pairs = [(field, cost) for field, cost in zip(self.costs, line.costs, strict=True) if cost]
        return [field for field, cost in pairs if cost > most] or [field for field, _cost in pairs]

    def line(self) -> LineRecord:
        """Raises :class:`InvalidInput` for what is no number."""
        quantity = number_of(self.quantity.text(), float, "lines", self.unit.text())
        price = number_of(self.yen.text(), int, "lines")
        name = self.label.text().strip()
        typed = replace(
            self.before,
            label=name,
            quantity=1.0 if quantity is None else quantity,
            unit=self.unit.text().strip(),
            yen=lowered(name, price or 0) if self._lowers else price or 0,
        )
        if self.tax is not None and isinstance(typed, InvoiceLineRecord):
            return replace(typed, tax_class=TaxClass(self.tax.currentData()))
        if isinstance(typed, EstimateLineRecord):
            material, labour, welfare = (number_of(cost.text(), int, "lines") or 0 for cost in self.costs)
            return replace(typed, material_yen=material, labour_yen=labour, welfare_yen=welfare)
        return typed


class LineRows(QWidget):
    """Rows of name, quantity, unit, price and amount; each can be removed.

    Args:
        lowers: whether a line that is called a discount lowers the sum, as it does everywhere but in a credit
            note, which takes it back.
        words: of an invoice, whose lines have a class of tax each.

    Signals:
        edited(): something was typed, added or removed.
    """

    edited = Signal()

    def __init__(
        self, lines: Sequence[LineRecord], *, lowers: bool = True, words: Words | None = None
    ) -> None:
        super().__init__()
        self._lowers, self._words = lowers, words
        self._with_costs = False
        self.rows: list[_LineRow] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(0, 1)
        self.set_lines(lines)

    def set_lines(self, lines: Sequence[LineRecord]) -> None:
        """Show other lines."""
        self.rows = [_LineRow(line, self._lowers, self._words) for line in lines]
        self._lay_out()

    def show_costs(self, shown: bool) -> None:
        """Show fields for material, labour and statutory welfare, or leave them out."""
        if shown != self._with_costs:
            self._with_costs = shown
            self.set_lines(self._as_typed())

    def add(self, line: LineRecord) -> None:
        """Add a line at the end and move the keyboard there."""
        self.set_lines([*self._as_typed(), line])
        self.rows[-1].label.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edited.emit()

    def lines(self) -> tuple[LineRecord, ...]:
        """The lines as they are typed. Raises :class:`InvalidInput`."""
        lines = (row.line() for row in self.rows)
        return tuple(line if self._with_costs else _without_costs(line) for line in lines)

    def mark_wrong(self, wrong: bool) -> None:
        """Mark what is wrong, where each line is right for itself the prices; the first gets the keyboard."""
        found = self._wrong() if wrong else []
        for field in (field for row in self.rows for field in (*row.edits, *row.costs)):
            field.setProperty("invalid", "true" if field in found else "false")
            restyle(field)
        if found:
            self.setFocusProxy(found[0])

    def _wrong(self) -> list[QLineEdit]:
        if found := [field for row in self.rows for field in row.wrong()]:
            return found
        costs = [field for row in self.rows for field in row.costs_too_large()] if self._with_costs else []
        return costs or [row.yen for row in self.rows]

    def texts(self) -> list[list[str]]:
        """What the fields hold, for a draft."""
        return [row.texts() for row in self.rows]

    def said(self) -> str:
        """The lines as the paper tells them, each with what it comes to."""
        return "\n".join(map(self._said_of, self.rows))

    def _said_of(self, row: _LineRow) -> str:
        line, about = _line_or_before(row), []
        if isinstance(line, InvoiceLineRecord) and line.on:
            about.append(day_text(line.on))
        if row.tax is not None:
            about.append(row.tax.currentText())
        if self._with_costs:
            costs = zip(self._cost_names(), row.costs, strict=True)
            about += [f"{name} {cost.text().strip()}" for name, cost in costs if cost.text().strip()]
        said = self.tr("{item}: {quantity} × {price} = {amount}").format(
            item=row.label.text().strip() or "–",
            quantity=f"{row.quantity.text().strip()} {row.unit.text().strip()}".strip(),
            price=yen(line.yen),
            amount=yen(line.amount),
        )
        if about:
            told = self.tr("{line} ({about})")
            said = told.format(line=said, about=self.tr(", ").join(about))
        return said

    def fill(self, texts: object) -> None:
        """Put a draft back."""
        kept = cast("Sequence[Sequence[str]]", texts)
        kind = InvoiceLineRecord if self._words else EstimateLineRecord
        self.set_lines([kind("", 1.0, "", 0) for _row in kept])
        for row, typed in zip(self.rows, kept, strict=True):
            row.fill(typed)
        self._show_amounts()

    def _as_typed(self) -> list[LineRecord]:
        return [_line_or_before(row) for row in self.rows]

    def _remove(self, row: _LineRow) -> None:
        self.set_lines([_line_or_before(one) for one in self.rows if one is not row])
        self.edited.emit()

    def _lay_out(self) -> None:
        clear(self._grid)
        large = theme.scale >= LARGE
        apart = self._with_costs or large  # beside so many numbers a name would be cut off
        below = self._with_costs and large  # and beside costs in large type the sums would be
        heads = (
            self.tr("Item"),
            self.tr("Quantity"),
            self.tr("Unit"),
            self.tr("Price (yen)"),
            *(self._cost_names() if self._with_costs and not below else ()),
            self.tr("Amount"),
            *((self.tr("Tax"),) if self._words else ()),
        )
        self._grid.setHorizontalSpacing(theme.px(6 if apart else 8))
        beside = heads[1:] if apart else heads  # a name in a row of its own needs no column
        for column, head in enumerate(beside):  # over the numbers, with the first name above both
            named = label(head, "label")
            if head == self.tr("Amount"):
                named.setAlignment(SUM)
            self._grid.addWidget(named, FIRST_ROW if apart else 0, column)
        for number, row in enumerate(self.rows, FIRST_ROW):
            place = 3 * number if apart else number
            self._add_row(number, place, row, heads, apart=apart, below=below)
            if below:
                self._grid.addWidget(self._costs_of(number, row), place + 1, 0, 1, len(heads))

    def _cost_names(self) -> tuple[str, str, str]:
        return self.tr("Material"), self.tr("Labour"), self.tr("Welfare")

    def _costs_of(self, number: int, row: _LineRow) -> QWidget:
        """The costs of a line, each under its name."""
        shown = QWidget()
        grid = QGridLayout(shown)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.px(6))
        for column, (cost, head) in enumerate(zip(row.costs, self._cost_names(), strict=True)):
            grid.addWidget(label(head, "label"), 0, column)
            grid.addWidget(self._edit(number, row, cost, head), 1, column)
        grid.setColumnStretch(len(row.costs), 1)
        return shown

    def _edit(self, number: int, row: _LineRow, edit: QLineEdit, head: str) -> QLineEdit:
        """A field that tells what is typed, named by its column and line."""
        edit.setAccessibleName(self.tr("{column}, line {number}").format(column=head, number=number))
        edit.textEdited.connect(lambda _text: self._typed())
        edit.editingFinished.connect(row.show_sign)
        return edit

    def _add_row(
        self, number: int, place: int, row: _LineRow, heads: Sequence[str], *, apart: bool, below: bool
    ) -> None:
        edits = (row.quantity, row.unit, row.yen, *row.costs)
        for edit, (least, most) in zip(edits, (*_WIDTHS[:3], *_WIDTHS[3:] * 3), strict=False):
            edit.setMinimumWidth(theme.px(least))
            edit.setMaximumWidth(theme.px(most))
        shown = (*row.edits, *(row.costs if self._with_costs and not below else ()))
        for column, (edit, head) in enumerate(zip(shown, heads, strict=False)):
            self._edit(number, row, edit, head)
            if apart and edit is row.label:
                above = 0 if number == FIRST_ROW else place - 1
                self._grid.addWidget(edit, above, 0, 1, len(heads) - 1)
            else:
                self._grid.addWidget(edit, place, column - apart)
        self._grid.addWidget(row.amount, place, len(shown) - apart)
        if row.tax is not None:
            row.tax.setAccessibleName(
                self.tr("{column}, line {number}").format(column=heads[-1], number=number)
            )
            row.tax.currentIndexChanged.connect(lambda _at: self._typed())
            self._grid.addWidget(row.tax, place, len(shown) + 1 - apart)
        name = self.tr("Remove line {number}").format(number=number)
        remove = button("", lambda: self._remove(row), kind="icon", icon="x", name=name, beside=True)
        self._grid.addWidget(remove, place, len(heads) - apart)

    def _typed(self) -> None:
        self._show_amounts()
        self.edited.emit()

    def _show_amounts(self) -> None:
        for row in self.rows:
            row.show_amount()


def _number(field: QLineEdit, kind: type[T], empty: T, unit: str = "") -> T:
    """What a field holds; raises :class:`BadNumber`."""
    typed = number_of(field.text(), kind, "lines", unit)
    return empty if typed is None else typed


def _checked(line: EstimateLineRecord) -> object:
    return checked_line(line.label, line.quantity, line.unit, line.yen, allow_number=False)


def _check_sum(line: EstimateLineRecord, field: QLineEdit) -> object:
    return _checked(replace(line, yen=_number(field, int, 0)))


def _passes(test: Callable[[], object]) -> bool:
    try:
        test()
    except InvalidInput:
        return False
    return True


def _without_costs(line: LineRecord) -> LineRecord:
    if isinstance(line, EstimateLineRecord):
        return replace(line, material_yen=0, labour_yen=0, welfare_yen=0)
    return line


def _line_or_before(row: _LineRow) -> LineRecord:
    try:
        return row.line()
    except InvalidInput:
        return row.before
