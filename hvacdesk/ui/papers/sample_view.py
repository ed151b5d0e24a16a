"""A sample page beside the settings, drawn again shortly after each change."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from hvacdesk.domain.papers.letterhead import Letterhead
from hvacdesk.ui import background
from hvacdesk.ui.context import DeskContext
from hvacdesk.ui.theme import theme

SETTLE_MS = 250
A4_RATIO = 1.4142
DRAWN_WIDTH = 1000
"""Pixels across: sharp at 200 % too."""


class SampleView(QWidget):
    """The first page of the sample work order, as large as the width allows."""

    def __init__(self, ctx: DeskContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._page = self._shown = QImage()
        self._wanted: Letterhead | None = None
        self.setAccessibleName(self.tr("Sample of the work order"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._draw)

    @property
    def drawn(self) -> bool:
        """Whether a page is shown."""
        return not self._page.isNull()

    def show_layout(self, head: Letterhead) -> None:
        """Show how papers look with this letterhead, once typing pauses."""
        self._wanted = head
        self._timer.start()

    def _draw(self) -> None:
        wanted, ctx = self._wanted, self._ctx
        if wanted is None:
            return
        background.ask(self, lambda: _first_page(ctx.office.layout.sample(wanted, ctx.words))).then(
            lambda page: self._show(wanted, page)
        )

    def _show(self, drawn: Letterhead, page: QImage) -> None:
        if drawn == self._wanted:
            self._page, self._shown = page, QImage()
            self.update()

    def _fitted(self, size: QSize) -> QImage:
        """The page in so many pixels, each the mean of what it stands for: painting would leave rows out."""
        if self._shown.size() != size:
            same = Qt.AspectRatioMode.IgnoreAspectRatio
            self._shown = self._page.scaled(size, same, Qt.TransformationMode.SmoothTransformation)
        return self._shown

    # Qt's overrides

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * A4_RATIO)

    def sizeHint(self) -> QSize:
        width = theme.px(380)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), self.heightForWidth(theme.px(200)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        width = min(float(self.width()), self.height() / A4_RATIO)
        sheet = QRectF(0, 0, width - 1, width * A4_RATIO - 1)
        painter.fillRect(sheet, Qt.GlobalColor.white)
        if self.drawn:
            painter.drawImage(sheet, self._fitted((sheet.size() * self.devicePixelRatioF()).toSize()))
        painter.setPen(QPen(theme.colours.field_line))
        painter.drawRect(sheet)
        painter.end()


def _first_page(pdf: bytes) -> QImage:
    from PySide6.QtPdf import QPdfDocument  # loaded when it is needed: it takes a moment

    source = QBuffer()
    source.setData(QByteArray(pdf))
    source.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(source)
    page = document.render(0, QSize(DRAWN_WIDTH, round(DRAWN_WIDTH * A4_RATIO)))
    document.close()
    return page
