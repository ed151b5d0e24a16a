"""Address labels: for whom, on which sheet, and which label of it is the first one free."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QListWidget,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from hvacdesk.domain.customers.customers import CustomerRow
from hvacdesk.domain.papers.label_sheets import A4_HEIGHT_MM, A4_WIDTH_MM, LabelSheet, LabelShift
from hvacdesk.domain.papers.register import IssuedPaper
from hvacdesk.domain.roles import Permission
from hvacdesk.services.papers.label_sheets import shipped_sheets
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.finder.finder import CustomerFinder
from hvacdesk.ui.papers.label_feed import LabelFeed
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.form_dialog import FormDialog
from hvacdesk.ui.widgets.spoken import speak_as
from hvacdesk.ui.widgets.text import label
from hvacdesk.ui.wording.places import chosen_text

SHEET_WIDTH = 150


class LabelGrid(QWidget):
    """The sheet in small; the first free label is chosen by a click or the arrow keys.

    Signals:
        changed(position): another first label.
    """

    changed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sheet: LabelSheet = next(iter(shipped_sheets().values()))
        self.first = 0
        self.count = 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        speak_as(self, QAccessible.Role.Slider)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._say()

    def show_sheet(self, sheet: LabelSheet, count: int) -> None:
        """Show another sheet, or another number of labels to print."""
        self.sheet, self.count = sheet, count
        self.choose(min(self.first, sheet.count - 1))

    def choose(self, position: int) -> None:
        """Choose the first label."""
        self.first = max(0, min(position, self.sheet.count - 1))
        self._say()
        self.update()
        self.changed.emit(self.first)

    def _say(self) -> None:
        text = self.tr("First free label: number {number} of {count}")
        self.setAccessibleName(text.format(number=self.first + 1, count=self.sheet.count))

    def _box(self, position: int) -> QRectF:
        scale = self.width() / A4_WIDTH_MM
        left, top = self.sheet.corner(position)
        return QRectF(
            left * scale, top * scale, self.sheet.width * scale, self.sheet.height * scale
        ).adjusted(1, 1, -1, -1)

    # Qt's overrides

    def sizeHint(self) -> QSize:
        width = theme.px(SHEET_WIDTH)
        return QSize(width, round(width * A4_HEIGHT_MM / A4_WIDTH_MM))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        painter.setPen(QPen(QColor(theme.colours.field_line)))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        for position in range(self.sheet.count):
            box = self._box(position)
            taken = self.first <= position < self.first + self.count
            painter.fillRect(box, QColor("#0b6b74") if taken else QColor("#e1e6ea"))
            if position < self.first:
                painter.setPen(QPen(QColor("#9aa7b0")))
                painter.drawLine(box.topLeft(), box.bottomRight())
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.colours.primary), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -2, -2))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = (at for at in range(self.sheet.count) if self._box(at).contains(event.position()))
        self.choose(next(found, self.first))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -self.sheet.columns,
            Qt.Key.Key_Down: self.sheet.columns,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.choose(self.first + step)


class Labels(NamedTuple):
    """Registered labels; ``drawn`` gives them, or some of them, for a printer that feeds otherwise."""

    issued: IssuedPaper
    drawn: Callable[[LabelShift, tuple[str, ...]], bytes]


class LabelDialog(FormDialog):
    """Who is written to, at the left; the sheet at the right. Accounting addresses one at a time."""

    def __init__(self, ctx: DeskContext, customers: Mapping[str, str], only: str = "") -> None:
        """``customers``: record ids and shown, masked names; ``only``: why nobody else can be added."""
        super().__init__(ctx, "", width=560)
        self.set_title(self.tr("Address labels"))
        self._customers = dict(customers)
        columns = QHBoxLayout()
        columns.setSpacing(theme.px(24))
        left = QVBoxLayout()
        left.setSpacing(theme.px(8))
        left.addWidget(label(self.tr("Written to"), "label"))
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Written to"))
        self.list.setMinimumHeight(theme.px(72))  # else as high as the sheet beside it
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        left.addWidget(self.list, 1)
        self.add_button = button(self.tr("Another customer"), self.find, icon="plus")
        left.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.sheet = QComboBox()
        for key, sheet in shipped_sheets().items():
            text = self.tr("{count} labels, {width} × {height} mm")
            size = {"width": f"{sheet.width:g}", "height": f"{sheet.height:g}"}
            self.sheet.addItem(text.format(count=sheet.count, **size), key)
        self.sheet.activated.connect(lambda _at: self._show())
        self.confidential = QCheckBox(self.tr("Mark as private and confidential"))
        left.addWidget(self.confidential)
        columns.addLayout(left, 3)
        right = QVBoxLayout()
        right.setSpacing(theme.px(8))
        right.addWidget(label(self.tr("First free label"), "label"))
        self.grid = LabelGrid()
        right.addWidget(self.grid)
        right.addStretch(1)
        columns.addLayout(right, 2)
        self.form.add("sheet", self.tr("Sheet"), self.sheet)
        self.feed = LabelFeed(ctx, self.form)
        self.form.column.addWidget(self.feed)
        self.form.column.addLayout(columns)
        if only:
            left.addWidget(label(only, "muted", wrap=True))
        self.add_button.setVisible(not only and ctx.actor.may(Permission.REVEAL_CONTACT))
        if self.primary is not None:
            self.primary.setText(self.tr("Preview"))
        self.saved.connect(self._preview)
        self._show()
        self.form.column.addStretch(1)
        self.fit(560, 600)

    def find(self) -> None:
        """Add another customer."""
        finder = CustomerFinder(self.ctx, self.tr("Another customer"), self)
        finder.chosen.connect(self.take)
        finder.open()

    def take(self, row: CustomerRow) -> None:
        """Write to this customer too."""
        self._customers[row.customer] = chosen_text(row)
        self._show()

    def _show(self) -> None:
        self.list.clear()
        self.list.addItems(list(self._customers.values()))
        key = str(self.sheet.currentData())
        self.grid.show_sheet(shipped_sheets()[key], len(self._customers))
        self.feed.show_sheet(key)

    def collect(self) -> Callable[[], object]:
        """The work that registers and draws the labels."""
        office, actor, words = self.ctx.office, self.ctx.actor, self.ctx.words
        customers, sheet, first = tuple(self._customers), str(self.sheet.currentData()), self.grid.first
        printer, shift = self.feed.printer_name, self.feed.shift
        confidential = self.confidential.isChecked()

        def issue() -> Labels:
            others = office.other_papers
            others.sheets.keep(actor, printer, sheet, shift)
            issued = others.labels(actor, customers, sheet, first, words, shift, confidential=confidential)
            every = tuple(one.paper for one in issued.papers)

            def drawn(by: LabelShift, papers: tuple[str, ...]) -> bytes:
                if (by, papers) == (shift, every):
                    return issued.pdf
                return others.labels_again(actor, papers, sheet, first, words, by, confidential=confidential)

            return Labels(issued, drawn)

        return issue

    def _preview(self, made: object) -> None:
        if isinstance(made, Labels):
            issued = made.issued
            from hvacdesk.ui.printing.paper_preview import PaperPreview  # loads Qt's PDF and printing modules

            document = self.tr("Address labels {number}").format(number=issued.papers[0].number)
            preview = PaperPreview(self.ctx, issued.papers, issued.pdf, document)
            preview.usual_printer = self.feed.printer_name
            pile = preview.printed_papers
            pile.drawn_again = True
            preview.drawn_for = self.feed.drawn_for(lambda by: made.drawn(by, pile.papers))
            preview.open()
