"""One page of a PDF, drawn beside the window's thread in exactly the pixels that it is shown in.

Qt's own view keeps the picture of a size that it has no more, where the window grew while the page was being
drawn, and shrinks it by leaving out rows of pixels: an 8 was read as a 3.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QImage, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.spoken import speak_as

ZOOM_LEAST, ZOOM_MOST = 0.25, 5.0
MARGIN = 6
"""Pixels around the page."""
LINE = 20
"""Pixels that an arrow key scrolls by."""
POINTS_AN_INCH = 72

Bar = Qt.ScrollBarPolicy


class PageFit(Enum):
    """What decides how large the page is."""

    PAGE = Bar.ScrollBarAlwaysOff
    WIDTH = Bar.ScrollBarAlwaysOn
    ZOOM = Bar.ScrollBarAsNeeded


class PageView(QAbstractScrollArea):
    """Shows the first page, whole, until it is told otherwise.

    Args:
        size_of: a page's size in points.

    Signals:
        rendered(): the page was drawn in the size that it is shown in.
    """

    rendered = Signal()

    def __init__(self, size_of: Callable[[int], QSizeF], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        speak_as(self, QAccessible.Role.Document)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._size_of = size_of
        self._number = 0
        self._fit, self._zoom = PageFit.PAGE, 1.0
        self._picture = QImage()
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._take)

    @property
    def begun(self) -> bool:
        """Whether anything is drawn yet."""
        return self._renderer.document() is not None

    def begin(self, pages: QPdfDocument) -> None:
        """Draw from now on, in the size that there is room for."""
        self._renderer.setDocument(pages)
        self._arrange()

    def show_page(self, number: int) -> None:
        """Show another page, from its top."""
        self._number, self._picture = number, QImage()
        self._arrange()
        self.verticalScrollBar().setValue(0)

    def fit_to(self, fit: PageFit) -> None:
        """Make the page as large as the room."""
        self._fit = fit
        self.setVerticalScrollBarPolicy(fit.value)
        self._arrange()

    def zoom(self, factor: float) -> None:
        """Enlarge or shrink what is seen now by that factor."""
        self._zoom = min(ZOOM_MOST, max(ZOOM_LEAST, self._scale() * factor))
        self.fit_to(PageFit.ZOOM)

    def page_box(self) -> QRectF:
        """Where the page lies in the view, on whole pixels of the screen."""
        ratio, room, page = self.devicePixelRatioF(), self.viewport().size(), self._page_size()
        left = max(MARGIN, (room.width() - page.width()) / 2) - self.horizontalScrollBar().value()
        top = MARGIN - self.verticalScrollBar().value()
        return QRectF(QPointF(round(left * ratio), round(top * ratio)) / ratio, page)

    def _natural(self) -> QSizeF:
        """The page's size in pixels where a centimetre of it is one."""
        return self._size_of(self._number) * (self.logicalDpiX() / POINTS_AN_INCH)

    def _scale(self) -> float:
        if self._fit is PageFit.ZOOM:
            return self._zoom
        page, room = self._natural(), self.viewport().size()
        wide = (room.width() - 2 * MARGIN) / max(1.0, page.width())
        high = (room.height() - 2 * MARGIN) / max(1.0, page.height())
        return max(0.01, wide if self._fit is PageFit.WIDTH else min(wide, high))

    def _pixels(self) -> QSize:
        """How many pixels of the screen the page takes."""
        return (self._natural() * (self._scale() * self.devicePixelRatioF())).toSize()

    def _page_size(self) -> QSizeF:
        return QSizeF(self._pixels()) / self.devicePixelRatioF()

    def _arrange(self) -> None:
        page, room = self._page_size(), self.viewport().size()
        for bar, size, seen in (
            (self.horizontalScrollBar(), page.width(), room.width()),
            (self.verticalScrollBar(), page.height(), room.height()),
        ):
            bar.setRange(0, max(0, round(size) + 2 * MARGIN - seen))
            bar.setPageStep(seen)
            bar.setSingleStep(LINE)
        self._ask()
        self.viewport().update()

    def _ask(self) -> None:
        wanted = self._pixels()
        if self.begun and not wanted.isEmpty() and self._picture.size() != wanted:
            self._renderer.requestPage(self._number, wanted)

    def _take(self, number: int, size: QSize, picture: QImage) -> None:
        """What was drawn for another page or size is not shown: that page is asked for already."""
        if number == self._number and size == self._pixels():
            self._picture = picture
            self.viewport().update()
            self.rendered.emit()

    # Qt's overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        self._ask()  # the window may have gone to a screen with finer pixels
        box = self.page_box()
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.viewport().rect(), QColor(theme.colours.line))
        painter.fillRect(box, Qt.GlobalColor.white)
        if not self._picture.isNull():
            painter.drawImage(
                box, self._picture
            )  # pixel for pixel, but for the moment after a change of size
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
