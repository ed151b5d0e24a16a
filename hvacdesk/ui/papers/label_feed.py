"""Which printer the labels go to, how far it misses a sheet, and the trial sheet that shows it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from hvacdesk.domain.papers.label_sheets import MOST_SHIFTED_MM, NOT_SHIFTED, LabelShift, PrinterShifts
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.form import Form
from hvacdesk.ui.widgets.number_field import DecimalField
from hvacdesk.ui.widgets.text import label

STEP_MM = 0.5
TOP = Qt.AlignmentFlag.AlignTop

Shifts = Mapping[tuple[str, str], LabelShift]
"""What is remembered, by printer and sheet."""


class LabelFeed(QWidget):
    """The fields under the choice of the sheet; what is remembered of a printer appears with it.

    Attributes:
        printer: names of the system's printers; the empty one where it has none.
        right, down: the shift in millimetres.
    """

    def __init__(self, ctx: DeskContext, form: Form, parent: QWidget | None = None) -> None:
        """``form`` takes the fields in, so that the service's refusals find them."""
        super().__init__(parent)
        self._ctx = ctx
        self._sheet = ""
        self._shifts: Shifts = {}
        self.printer = QComboBox()
        self.printer.addItem(self.tr("Usual printer"), "")
        self.right, self.down = _millimetres(), _millimetres()
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(form.field("printer", self.tr("Printer"), self.printer), 3, TOP)
        row.addWidget(form.field("right", self.tr("To the right"), self.right), 1, TOP)
        row.addWidget(form.field("down", self.tr("Down"), self.down), 1, TOP)
        foot = QHBoxLayout()
        foot.setSpacing(theme.px(8))
        hint = self.tr("The trial sheet for plain paper shows what to enter, once for each printer.")
        foot.addWidget(label(hint, "muted", wrap=True), 1)
        self.trial_button = button(self.tr("Trial sheet"), self.preview_trial, icon="printer")
        foot.addWidget(self.trial_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(row)
        column.addLayout(foot)
        self.printer.currentIndexChanged.connect(lambda _at: self._show_remembered())
        self._read()

    @property
    def shift(self) -> LabelShift:
        """As it is typed in the fields."""
        return LabelShift(self.right.value(), self.down.value())

    @property
    def printer_name(self) -> str:
        """As the system calls it; empty for the usual one."""
        return str(self.printer.currentData())

    def drawn_for(self, draw: Callable[[LabelShift], bytes]) -> Callable[[str], bytes]:
        """What draws the pages as the printer needs them that is chosen in the print dialog at last."""
        remembered = {
            printer: shift for (printer, sheet), shift in self._shifts.items() if sheet == self._sheet
        }
        shifts = PrinterShifts(self.printer_name, self.shift, remembered)

        def drawn(printer: str) -> bytes:
            from hvacdesk.ui.printing.printers import usual_printer

            return draw(shifts.of(printer, usual_printer()))

        return drawn

    def show_sheet(self, sheet: str) -> None:
        """Bring what is remembered for another sheet."""
        if sheet != self._sheet:
            self._sheet = sheet
            self._show_remembered()

    def preview_trial(self) -> None:
        """Show the trial sheet with the shift that is typed in the fields."""
        ctx, sheet, shift = self._ctx, self._sheet, self.shift

        def draw(by: LabelShift) -> bytes:
            return ctx.office.other_papers.sheets.trial(ctx.actor, sheet, by, ctx.words)

        drawn_for = self.drawn_for(draw)
        background.ask(self, lambda: draw(shift)).then(lambda pdf: self._show_trial(pdf, drawn_for))

    def _show_trial(self, pdf: bytes, drawn_for: Callable[[str], bytes]) -> None:
        from hvacdesk.ui.printing.preview import PreviewDialog  # loads Qt's PDF and printing modules

        preview = PreviewDialog(pdf, self.tr("Trial sheet for labels"), self.window())
        preview.usual_printer = self.printer_name
        preview.drawn_for = drawn_for
        preview.open()

    def _read(self) -> None:
        ctx = self._ctx

        def read() -> tuple[tuple[str, ...], Shifts]:
            from hvacdesk.ui.printing.printers import known_printers

            return known_printers(), ctx.office.other_papers.sheets.shifts(ctx.actor)

        background.ask(self, read).then(lambda found: self._show_found(*found))

    def _show_found(self, printers: tuple[str, ...], shifts: Shifts) -> None:
        self._shifts = shifts
        for name in printers:
            self.printer.addItem(name, name)
        self._show_remembered()

    def _show_remembered(self) -> None:
        shift = self._shifts.get((self.printer_name, self._sheet), NOT_SHIFTED)
        self.right.setValue(shift.right)
        self.down.setValue(shift.down)


def _millimetres() -> DecimalField:
    field = DecimalField()
    field.setRange(-MOST_SHIFTED_MM, MOST_SHIFTED_MM)
    field.setSingleStep(STEP_MM)
    field.setDecimals(1)
    field.setSuffix(" mm")
    return field
