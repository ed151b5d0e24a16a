"""Pages of a PDF that exists in memory only: thumbnails at the left, the page at the right, zoom by keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QBuffer,
    QByteArray,
    QCoreApplication,
    QIODevice,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSizeF,
    Qt,
    QTimer,
)
from PySide6.QtGui import (
    QColor,
    QImage,
    QKeySequence,
    QPainter,
    QPixmap,
    QShortcut,
    QShowEvent,
)
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
from PySide6.QtWidgets import QHBoxLayout, QListView, QSplitter, QVBoxLayout, QWidget

from hvacdesk.ui.fonts import base_font
from hvacdesk.ui.printing.page_view import PageFit, PageView
from hvacdesk.ui.theme import theme
from hvacdesk.ui.widgets.buttons import button
from hvacdesk.ui.widgets.text import label

THUMBNAIL_WIDTH = 108
ZOOM_STEP = 1.25

Index = QModelIndex | QPersistentModelIndex


class _Thumbnails(QAbstractListModel):
    """Has a page drawn when its line comes into view, once; until then its paper is blank.

    Drawing is done beside the window's thread, which must not even wait for it: a page takes some 5 ms, or as
    long as the large page that is drawn just then, and so does asking for a page's size meanwhile.

    Attributes:
        blank: the pages that are still to be drawn, of those that were in view.
    """

    def __init__(self, pages: QPdfDocument, names: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = parent
        self._pages = pages
        self._count = pages.pageCount()
        self._sizes: dict[int, QSizeF] = {}
        self._names = names
        self._papers: dict[int, QPixmap] = {}
        self.blank: set[int] = set()
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._renderer.pageRendered.connect(self._show)

    def begin(self) -> None:
        """Draw what was seen up to now, and from now on what comes into view."""
        self._renderer.setDocument(self._pages)
        for number, paper in self._papers.items():
            self._renderer.requestPage(number, paper.size())

    def size_of(self, number: int) -> QSizeF:
        """A page's size in points, asked for once."""
        if number not in self._sizes:
            self._sizes[number] = self._pages.pagePointSize(number)
        return self._sizes[number]

    def set_names(self, names: Sequence[str]) -> None:
        self._names = names
        self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, 0))

    def _paper(self, number: int) -> QPixmap:
        if number not in self._papers:
            ratio = self._screen.devicePixelRatioF()
            width, page = theme.px(THUMBNAIL_WIDTH), self.size_of(number)
            height = round(width * page.height() / max(1.0, page.width()))
            size = QSize(round(width * ratio), round(height * ratio))
            self._papers[number] = self._framed(size)
            self.blank.add(number)
            if self._renderer.document() is not None:
                self._renderer.requestPage(number, size)
        return self._papers[number]

    def _show(self, number: int, size: QSize, picture: QImage) -> None:
        self._papers[number] = self._framed(size, picture)
        self.blank.discard(number)
        line = self.index(number, 0)
        self.dataChanged.emit(line, line, [Qt.ItemDataRole.DecorationRole])

    def _framed(self, size: QSize, picture: QImage | None = None) -> QPixmap:
        """Paper with a page on it, or blank."""
        paper = QPixmap(size)
        paper.fill(QColor("white"))
        painter = QPainter(paper)
        if picture is not None:
            painter.drawImage(0, 0, picture)
        painter.setPen(QColor(theme.colours.field_line))
        painter.drawRect(0, 0, size.width() - 1, size.height() - 1)
        painter.end()
        paper.setDevicePixelRatio(self._screen.devicePixelRatioF())
        return paper

    # Qt's overrides

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._count

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DecorationRole:
            return self._paper(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            if index.row() < len(self._names):
                return self._names[index.row()]
            return QCoreApplication.translate("PagesView", "Page {number}").format(number=index.row() + 1)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignHCenter)
        return None


class PagesView(QWidget):
    """Shows a PDF. ``names`` are the thumbnails' captions, one a page."""

    def __init__(self, pdf: bytes, names: Sequence[str] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page_drawn = False
        self._source = QBuffer(self)
        self._source.setData(QByteArray(pdf))
        self._source.open(QIODevice.OpenModeFlag.ReadOnly)
        self.pages = QPdfDocument(self)
        self.pages.load(self._source)
        self.list = self._make_list(names)
        self.view = self._make_view()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        column.addLayout(self._make_tools())
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.list)
        parts.addWidget(self.view)
        parts.setStretchFactor(1, 1)
        self.list.setVisible(self.pages.pageCount() > 1)  # one page is seen at the right as it is
        parts.setSizes([self.list.minimumWidth(), theme.px(600)])
        column.addWidget(parts, 1)
        if self.pages.pageCount():
            self.list.setCurrentIndex(self.list.model().index(0, 0))
        for needed in (self.pages, self._source):  # deleted last: threads draw from them until then
            needed.setParent(None)
            needed.setParent(self)

    @property
    def drawn(self) -> bool:
        """Whether all that is seen of the PDF was drawn: so that nobody photographs blank paper."""
        return self._page_drawn and not self._thumbnails.blank

    def set_captions(self, names: Sequence[str]) -> None:
        """Caption the thumbnails, one name a page."""
        self._thumbnails.set_names(names)

    def fit_page(self) -> None:
        """Show the whole page."""
        self.view.fit_to(PageFit.PAGE)

    def fit_width(self) -> None:
        """Make the page as wide as the view."""
        self.view.fit_to(PageFit.WIDTH)

    def zoom(self, factor: float) -> None:
        """Enlarge or shrink what is seen now by that factor."""
        self.view.zoom(factor)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin after this: the pages are drawn in the size that their places get when they are shown."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin)

    def _begin(self) -> None:
        if not self.view.begun:
            self.view.begin(self.pages)
            self._thumbnails.begin()

    def _note_page(self) -> None:
        self._page_drawn = True

    def _make_list(self, names: Sequence[str]) -> QListView:
        made = QListView()
        made.setAccessibleName(self.tr("Pages"))
        made.setViewMode(QListView.ViewMode.IconMode)
        made.setFlow(QListView.Flow.TopToBottom)
        made.setWrapping(False)
        made.setMovement(QListView.Movement.Static)
        made.setUniformItemSizes(True)
        made.setFont(base_font(theme.px(12)))
        width = theme.px(THUMBNAIL_WIDTH)
        made.setIconSize(QSize(width, round(width * 1.42)))
        made.setGridSize(QSize(width + theme.px(36), round(width * 1.42) + theme.px(46)))
        made.setMinimumWidth(width + theme.px(56))
        made.setMaximumWidth(width + theme.px(90))
        self._thumbnails = _Thumbnails(self.pages, names, self)
        made.setModel(self._thumbnails)
        made.selectionModel().currentRowChanged.connect(lambda now, _before: self._jump(now.row()))
        return made

    def _make_view(self) -> PageView:
        made = PageView(self._thumbnails.size_of, self)
        made.setAccessibleName(self.tr("Page"))
        made.rendered.connect(self._note_page)
        made.setMinimumWidth(theme.px(260))
        return made

    def _make_tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(8))
        self._place = label("", "muted")
        row.addWidget(self._place, 1)
        tools = (
            (self.tr("Smaller"), lambda: self.zoom(1 / ZOOM_STEP), QKeySequence.StandardKey.ZoomOut),
            (self.tr("Larger"), lambda: self.zoom(ZOOM_STEP), QKeySequence.StandardKey.ZoomIn),
            (self.tr("Whole page"), self.fit_page, QKeySequence("Ctrl+0")),
            (self.tr("Page width"), self.fit_width, QKeySequence("Ctrl+9")),
        )
        for text, slot, keys in tools:
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(slot)
            tip = shortcut.key().toString(QKeySequence.SequenceFormat.NativeText)
            row.addWidget(button(text, slot, kind="link", tip=tip))
        return row

    def _jump(self, number: int) -> None:
        if number < 0:
            return
        self.view.show_page(number)
        place = self.tr("Page {number} of {count}")
        self._place.setText(place.format(number=number + 1, count=self.pages.pageCount()))
