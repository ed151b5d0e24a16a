"""The titles above a table's columns, with the sign of its sorting beside the title."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF, QStandardItemModel
from PySide6.QtWidgets import QHeaderView, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.table_model import TableModel
from hvacdesk.ui.widgets.table_painter import HEAD_PAD, title_width

SIGN = (9, 6)
"""Width and height of the sign, in design pixels."""
SIGN_GAP = 5
"""Between the title and its sign, in design pixels."""
SIGN_TOP = 2
"""Above the sign where it stands over a title that leaves no room beside it, in design pixels."""


class TableHeader(QHeaderView):
    """▲ where the least is on top, ▼ where the most is, as in Windows' programs; a third click takes it off.

    It has titles of its own. From the table's model it would ask seven things a column each time it is
    painted, and each question waits for the interpreter while a worker is busy; and it would be painted at
    each choice of a row.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._titles = QStandardItemModel(self)
        self._right: list[bool] = []
        self.setModel(self._titles)
        self.setSectionsClickable(True)
        self.setSectionsMovable(True)
        self.setHighlightSections(False)
        self.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.setMinimumSectionSize(theme.px(40))
        self.setSortIndicatorClearable(True)

    def copy_titles(self, model: TableModel) -> None:
        """Name the columns as a table's model does."""
        self._right = [column.align == "right" for column in model.columns]
        self._titles.setColumnCount(len(model.columns))
        for number in range(len(model.columns)):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.TextAlignmentRole):
                said = model.headerData(number, self.orientation(), role)
                self._titles.setHeaderData(number, self.orientation(), said, role)

    def sign_place(self, section: int, place: QRect) -> QRectF:
        """Where the sign of a sorted section is painted: beside its title, or above one without room."""
        title = str(self._titles.headerData(section, self.orientation()))
        width, height = theme.px(SIGN[0]), theme.px(SIGN[1])
        beside = title_width(title) - theme.px(HEAD_PAD) + theme.px(SIGN_GAP)
        if beside + width > place.width():
            return QRectF(place.center().x() - width / 2, place.top() + theme.px(SIGN_TOP), width, height)
        left = place.right() - beside - width if self._right[section] else place.left() + beside
        return QRectF(left, place.center().y() - height / 2, width, height)

    # Qt's override

    def paintSection(self, painter: QPainter, rect: QRect, logical: int) -> None:
        super().paintSection(painter, rect, logical)
        if logical != self.sortIndicatorSection():
            return
        place = self.sign_place(logical, rect)
        tip, base = place.top(), place.bottom()
        if self.sortIndicatorOrder() is Qt.SortOrder.DescendingOrder:
            tip, base = base, tip
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.colours.text))
        corners = (
            QPointF(place.left(), base),
            QPointF(place.right(), base),
            QPointF(place.center().x(), tip),
        )
        painter.drawPolygon(QPolygonF(corners))
        painter.restore()
