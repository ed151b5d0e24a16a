"""A line of buttons that stays one line where large text leaves a list little height: a menu has the rest."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QPoint
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QComboBox, QLineEdit, QMenu, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.flow_row import FlowRow

LOW = 480
"""In a window of fewer design pixels' height a list needs every line that there is."""

FOLDED = "folded"
"""Marks a button that is in the menu alone; others that are hidden cannot be used now."""


def is_low(window: QWidget) -> bool:
    """Whether a window leaves what is in it little height at the chosen text size."""
    return window.height() < theme.px(LOW)


class FoldingRow(FlowRow):
    """The last buttons at its end go into *More…*, and so does what the list is narrowed down with.

    Attributes:
        more: opens the menu; hidden while all is in sight.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._narrowing: dict[QWidget, list[object]] = {}
        self._asked_for = False
        self.more = button(QCoreApplication.translate("FoldingRow", "More…"), self._offer)
        self.more.hide()
        super().add_at_end(self.more)

    def add_at_end(self, part: QWidget) -> None:
        super().add_at_end(part)
        self._ends.append(self._ends.pop(self._ends.index(self.more)))

    def narrow_with(self, part: QWidget) -> None:
        """Name what lies below and narrows the list down: the menu shows it where height is short."""
        self._narrowing[part] = _state_of(part)

    @property
    def narrows(self) -> bool:
        """Whether something is typed, chosen or ticked in what narrows the list down."""
        return any(_state_of(part) != unused for part, unused in self._narrowing.items())

    def fold(self) -> None:
        """Hide what has no room, or show it again."""
        low = is_low(self.window())
        buttons = [one for one in self._ends if one is not self.more and _is_offered(one)]
        parts = [one for one in self._parts if not one.isHidden()]
        kept = buttons
        if low and (self._narrowing or self._room([*parts, *buttons]) > self.width()):
            if self._room([*parts, self.more]) > self.width():
                parts = []  # then the buttons have a line of their own
            while kept and self._room([*parts, *kept, self.more]) > self.width():
                kept = kept[:-1]
        for one in buttons:
            _set_folded(one, folded=one not in kept)
        self.updateGeometry()
        self.more.setVisible(low and (len(kept) < len(buttons) or bool(self._narrowing)))
        for part, unused in self._narrowing.items():
            part.setVisible(not low or self._asked_for or _state_of(part) != unused)

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName(self.more.text())
        for one in self._ends:
            if isinstance(one, QAbstractButton) and one.property(FOLDED):
                action = menu.addAction(one.icon(), one.text() or one.accessibleName(), one.click)
                action.setEnabled(one.isEnabled())
        if self._narrowing:
            shown = menu.addAction(QCoreApplication.translate("FoldingRow", "Narrow the list down"))
            shown.setCheckable(True)
            shown.setChecked(next(iter(self._narrowing)).isVisible())
            shown.toggled.connect(self._narrow)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(below(self.more))

    def _narrow(self, wanted: bool) -> None:
        self._asked_for = wanted
        self.fold()

    # Qt's overrides

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.fold()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fold()
        super().resizeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        self.fold()
        super().showEvent(event)


def below(anchor: QWidget) -> QPoint:
    """Where the menu of a button opens on the screen: below it, or below *More…* where it is in there."""
    row = anchor.parentWidget()
    if anchor.property(FOLDED) and isinstance(row, FoldingRow):
        anchor = row.more
    return anchor.mapToGlobal(QPoint(0, anchor.height()))


def _is_offered(part: QWidget) -> bool:
    return not part.isHidden() or bool(part.property(FOLDED))


def _set_folded(part: QWidget, *, folded: bool) -> None:
    if folded:
        part.setProperty(FOLDED, True)
        part.hide()
    elif part.property(FOLDED):
        part.setProperty(FOLDED, None)
        part.show()


def _state_of(part: QWidget) -> list[object]:
    """What is typed, chosen and ticked in it: what narrows the list down now is seen."""
    typed = [line.text() for line in part.findChildren(QLineEdit)]
    chosen = [box.currentIndex() > 0 for box in part.findChildren(QComboBox)]
    return [*typed, *chosen, *(box.isChecked() for box in part.findChildren(QCheckBox))]
