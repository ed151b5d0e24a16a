"""A picture in a help page: as wide as the page allows, never larger than it is, with what it shows below."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.text import label


class HelpPicture(QWidget):
    """The picture over its caption; where the file cannot be read, the caption alone."""

    def __init__(self, path: Path, caption: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.px(6), 0, theme.px(6))
        column.setSpacing(theme.px(4))
        picture = QPixmap(str(path))
        if not picture.isNull():
            column.addWidget(_Scaled(picture, caption))
        column.addWidget(label(caption, "muted", wrap=True))


class _Scaled(QWidget):
    """Draws a picture within its width, whatever that is."""

    def __init__(self, picture: QPixmap, name: str) -> None:
        super().__init__()
        self._picture = picture
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def _shown(self, width: int) -> QSize:
        return QSize(min(width, self._picture.width()), self.heightForWidth(width))

    # Qt's overrides

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        used = min(width, self._picture.width())
        return max(1, round(self._picture.height() * used / max(1, self._picture.width())))

    def sizeHint(self) -> QSize:
        width = min(theme.px(420), self._picture.width())
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(60), theme.px(20))

    def paintEvent(self, event: QPaintEvent) -> None:
        place = QRect(0, 0, *self._shown(self.width()).toTuple())
        ratio = self.devicePixelRatioF()
        scaled = self._picture.scaled(
            place.size() * ratio,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter = QPainter(self)
        painter.drawPixmap(place, scaled)
        painter.setPen(QColor(theme.colours.line))
        painter.drawRect(place.adjusted(0, 0, -1, -1))
        painter.end()
